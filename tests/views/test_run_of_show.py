"""The run of show: what happens when, what to give up when it is late, and how much to print."""

import json
from pathlib import Path

import pytest

from generator.model import Workshop
from generator.views.handouts.run_of_show import RunOfShow, Session, clock, run_of_show, session
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, lesson, story

AGENDA = (
    {"minutes": 10, "activity": "Welcome", "min_minutes": 6},
    {"minutes": 20, "story": "tea"},
    {"minutes": 4, "activity": "Round", "skip_if_late": True},
    {"minutes": 5, "break": "Coffee", "skip_if_late": True},
    {"minutes": 30, "exercise": "pairs", "min_minutes": 20},
    {"minutes": 11, "checklist": "ears"},
)


TOLD = json.loads((Path(__file__).parents[1] / "run_of_show.json").read_text())
"""What the program and the page's script agree on."""


def workshop(**fields: object) -> Workshop:
    required = {"id": "together", "title": "Together", "summary": "You learn.", "agenda": AGENDA}
    return Workshop.model_validate({**required, **fields})


def shown(at: Session | None = None, **fields: object) -> RunOfShow:
    held = workshop(**fields)
    whole = course(
        lessons=(lesson("listen"),),
        stories=(story("tea", title="Tea"),),
        exercises=(
            exercise("alone", title="Alone"),
            exercise("pairs", title="Swap", group="pairs", materials=("A watch", "A pen")),
            exercise("tables", title="Tables", group="groups", materials=("A pen",)),
        ),
        checklists=(checklist("ears"),),
        workshops=(held,),
    )
    return run_of_show(whole, held, PlainPen(), WORDS, at)


def test_every_part_begins_where_the_one_before_ends() -> None:
    show = shown(session(workshop(), "9:30"))
    times = [(moment.start.clock, moment.end.clock) for moment in show.moments]
    assert times[0] == ("09:30", "09:40")
    assert [start for start, _ in times[1:]] == [end for _, end in times[:-1]]
    assert times[-1] == ("10:39", show.end.clock) == ("10:39", "10:50")


def test_a_session_begins_at_nine_with_as_many_as_it_is_made_for_unless_something_is_said() -> None:
    assert session(workshop(group_size="6 to 16")) == Session(9 * 60, 16)
    assert session(workshop(group_size="A few")) == session(workshop()) == Session(9 * 60, 12)
    assert session(workshop(group_size="0")) == Session(9 * 60, 12)
    assert session(workshop(group_size="6 to 16"), "14.05", 7) == Session(14 * 60 + 5, 7)


@pytest.mark.parametrize("text", ["25:00", "9", "09:60", "nine", "09:30 pm", "-1:00"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        session(workshop(), text)


def test_the_clock_goes_on_after_midnight() -> None:
    assert TOLD["clock"]
    assert [clock(minutes) for minutes, _ in TOLD["clock"]] == [time for _, time in TOLD["clock"]]


def test_the_latest_beginning_leaves_the_shortest_time_for_what_follows() -> None:
    show = shown()
    # 80 minutes in all; at the shortest 6 + 20 + 0 + 0 + 20 + 11 = 57.
    assert [moment.latest.clock for moment in show.moments] == [
        *("09:23", "09:29", "09:49", "09:49", "09:49", "10:09")
    ]
    assert show.shortest == "minutes 57"
    assert [moment.shortest for moment in show.moments] == [6, 0, 0, 0, 20, 0]


def test_the_later_it_is_the_more_is_given_up() -> None:
    show = shown()
    welcome, told, going, coffee, swap, last = (
        [(mark.step, mark.after.clock, mark.advice) for mark in moment.marks] for moment in show.moments
    )
    assert told == [
        (1, "09:12", "run_skip Round"),
        (2, "09:16", "run_skip Coffee"),
        (3, "09:21", "run_shorten"),
    ]
    assert welcome[0] == (1, "09:02", "run_skip Round")
    assert going[0] == (1, "09:32", "run_skip_this Round")
    assert coffee == [(2, "09:36", "run_skip_this Coffee"), (3, "09:41", "run_shorten")]
    assert swap == [(3, "09:41", "run_shorten")]
    assert last == []


def test_the_steps_are_those_of_the_list_with_what_they_save() -> None:
    show = shown()
    assert [(cut.step, cut.what, cut.saves) for cut in show.cuts] == [
        (1, "run_leave_out Round", "minutes 4"),
        (2, "run_leave_out Coffee", "minutes 5"),
        (3, "run_hold", "minutes 14"),
    ]
    first, second, third = (show.moments[3].mark(cut) for cut in show.cuts)
    assert first is None, "the round is over"
    assert second is not None
    assert third is not None
    assert (second.after.clock, third.after.clock) == ("09:36", "09:41")


def test_an_agenda_without_slack_has_nothing_to_give_up() -> None:
    show = shown(agenda=AGENDA[1:2])
    assert (show.cuts, show.moments[0].marks, show.shortest) == ((), (), "")
    assert show.moments[0].latest == show.moments[0].start


@pytest.mark.parametrize(("people", "seats"), TOLD["groups"])
def test_people_sit_in_groups_of_three_or_four(people: int, seats: dict[str, int]) -> None:
    name = "run_groups" if "size" in seats else "run_groups_mixed"
    assert shown(Session(0, people)).groups == " ".join([name, *map(str, seats.values())])


@pytest.mark.parametrize(("people", "seats"), TOLD["threes"])
def test_a_workshop_may_say_how_many_work_together(people: int, seats: dict[str, int]) -> None:
    name = "run_groups" if "size" in seats else "run_groups_mixed"
    show = shown(Session(0, people), in_groups_of=3)
    assert show.groups == " ".join([name, *map(str, seats.values())])
    assert show.together == 3


def test_nothing_is_given_up_later_than_a_part_can_begin() -> None:
    agenda = ({"minutes": 10, "activity": "Talk"}, {"minutes": 1, "activity": "Round", "skip_if_late": True})
    first, _ = shown(agenda=agenda).moments
    assert [mark.after.clock for mark in first.marks] == ["09:01"]
    assert first.latest.clock == "09:01"


def test_there_is_enough_to_print_for_everybody_and_not_more() -> None:
    agenda = (*AGENDA, {"minutes": 5, "exercise": "alone"}, {"minutes": 5, "exercise": "tables"}, AGENDA[1])
    show = shown(Session(0, 15), agenda=agenda, materials=("a watch",))
    assert [(count.what, count.whom, count.copies) for count in show.to_print] == [
        ("handout_workbook", "run_for_person", 16),
        ("handout_feedback", "run_for_person", 15),
        ("handout_guide", "run_for_leader", 1),
        ("handout_key", "run_for_leader", 1),
    ]
    assert show.in_place_of_workbooks == (
        *("run_sheet story Tea", "run_sheet exercise Swap", "run_sheet checklist ears"),
        *("run_sheet exercise Alone", "run_sheet exercise Tables"),
    )
    assert shown(agenda=AGENDA[:1]).in_place_of_workbooks == ()


def test_sheets_that_only_texts_lead_to_are_named_once() -> None:
    show = shown(
        agenda=({"minutes": 5, "story": "tea", "notes": "Not [Alone](exercise:alone) yet."},),
        before="Fill in [this](checklist:ears). See [Tea](story:tea).",
        follow_up="[Alone](exercise:alone) at last.",
    )
    assert show.also_named == ("run_sheet checklist ears", "run_sheet exercise Alone")
    assert shown().also_named == ()


def test_what_exercises_ask_for_is_told_once_and_not_beside_the_same_thing_of_the_workshop() -> None:
    agenda = (AGENDA[4], {"minutes": 5, "exercise": "tables"})
    assert shown(agenda=agenda).each_needs == ("A watch", "A pen")
    assert shown(agenda=agenda, materials=("a watch",)).each_needs == ("A pen",)


def test_cards_are_for_each_group_and_for_those_who_mean_to_use_them() -> None:
    asked = story("tea", title="Tea", discussion_questions=("Why?",))
    held = workshop(agenda=AGENDA[1:2])
    show = run_of_show(course(stories=(asked,), workshops=(held,)), held, PlainPen(), WORDS, Session(0, 15))
    assert ("run_cards", "run_for_group", 4) in [(c.what, c.whom, c.copies) for c in show.to_print]
