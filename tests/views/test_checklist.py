import json

import pytest

from generator.model import Checklist
from generator.views.checklist import SAID, ChecklistPage, checklist_page, checklists_page
from generator.wording import Wording
from tests.views.browser import ENGLISH, HOSTILE, Element, controls, nameless, shown
from tests.views.sample import WORDS, PlainPen, course, exercise, framework, lesson

TWO_AREAS = (
    {
        "id": "listen",
        "name": "Listening",
        "statements": (
            {"id": "finish", "text": "I let people finish."},
            {"id": "phone", "text": "I look at my phone.", "reverse": True},
        ),
        "lessons": ("empathy",),
        "exercises": ("mirror",),
    },
    {"id": "act", "name": "Acting", "statements": ({"id": "promise", "text": "I keep promises."},)},
)


def checklist(**fields: object) -> Checklist:
    """A checklist of three statements in two areas, the second statement reversed."""
    required = {
        "title": "Care",
        "summary": "How you care.",
        "scale": ("Never", "Sometimes", "Often", "Always"),
        "dimensions": TWO_AREAS,
    }
    return Checklist.model_validate({"id": "care", **required, **fields})


def page_of(asked: Checklist, pen: PlainPen | None = None, words: Wording = WORDS) -> ChecklistPage:
    """The page of a checklist in a course that has what it links to."""
    whole = course(
        lessons=(lesson("empathy"), lesson("respect", checklist="care")),
        exercises=(exercise("mirror"),),
        checklists=(asked,),
    )
    return checklist_page(whole, asked, pen or PlainPen(), words)


def in_english(asked: Checklist) -> Element:
    """The page of a checklist as a reader gets it."""
    return shown(page_of(asked, words=ENGLISH))


def test_statements_are_numbered_through_all_areas() -> None:
    areas = page_of(checklist()).areas
    assert [question.number for area in areas for question in area.questions] == [
        "checklist_number 1 3",
        "checklist_number 2 3",
        "checklist_number 3 3",
    ]
    assert [area.numbers for area in areas] == ["checklist_numbers 2 1 2", "checklist_numbers 1 3 3"]


def test_reversed_statements_count_the_other_way_and_keep_their_values() -> None:
    straight, turned = page_of(checklist()).areas[0].questions
    assert [answer.value for answer in straight.answers] == [answer.value for answer in turned.answers]
    assert [answer.points for answer in straight.answers] == [f"checklist_points {n}" for n in range(4)]
    assert [answer.points for answer in turned.answers] == [f"checklist_points {3 - n}" for n in range(4)]


def test_the_highest_possible_points_are_those_of_the_best_answers() -> None:
    page = page_of(checklist())
    assert [area.highest for area in page.areas] == [6, 3]
    assert page.points_lost == "checklist_points 3"


@pytest.mark.parametrize(
    ("starts", "scores"),
    [
        ((0, 40, 70), ["0 39", "40 69", "70 100"]),
        ((0,), ["0 100"]),
        ((0, 100), ["0 99", "100 100"]),
        ((), []),
    ],
)
def test_a_band_ends_where_the_next_begins_and_the_last_at_100(
    starts: tuple[int, ...], scores: list[str]
) -> None:
    bands = tuple({"from": start, "label": "So", "advice": "Go on."} for start in starts)
    levels = page_of(checklist(bands=bands)).levels
    assert [level.scores for level in levels] == [f"checklist_scores {score}" for score in scores]


def test_what_stored_answers_are_found_by_does_not_depend_on_positions() -> None:
    (first, *_), second = TWO_AREAS[0]["statements"], TWO_AREAS[1]
    grown = {"id": "new", "name": "New", "statements": ({"id": "extra", "text": "I wave."}, first)}
    before = page_of(checklist()).areas[0].questions[0]
    after = page_of(checklist(dimensions=(second, grown))).areas[1].questions[1]
    assert (before.id, before.anchor, before.name) == (after.id, after.anchor, after.name)
    assert before.number != after.number


def test_every_area_says_what_helps_and_the_page_names_its_lessons() -> None:
    page = page_of(checklist())
    listen, act = page.areas
    assert [link.href for link in listen.lessons + listen.exercises] == [
        "/lessons/empathy",
        "/exercises/mirror",
    ]
    assert (act.lessons, act.exercises) == ((), ())
    assert [link.text for link in page.lessons] == ["Respect"]
    assert page.has_advice


def test_texts_are_written_in_the_order_in_which_readers_meet_them() -> None:
    pen = PlainPen()
    bands = ({"from": 0, "label": "a", "advice": "2"}, {"from": 50, "label": "b", "advice": "3"})
    page_of(checklist(lead_in="1", bands=bands), pen)
    assert pen.written == ["1", "2", "3"]


def test_the_name_of_its_framework_is_shown() -> None:
    whole = course(
        settings=framework("real"), checklists=(checklist(framework="real", dimensions=TWO_AREAS[1:]),)
    )
    assert checklist_page(whole, whole.checklists[0], PlainPen(), WORDS).framework == "real"


def test_the_form_survives_markdown_and_carries_what_a_script_needs() -> None:
    assessment = in_english(checklist(revision=2)).one("self-assessment")
    assert assessment["data-id"] == "care"
    assert assessment["data-revision"] == "2"
    assert assessment["data-site"] == "service"
    assert json.loads(assessment["data-words"]).keys() == set(SAID)
    sections = assessment.one("form").all("section")
    assert [s.attributes.get("data-dimension") for s in sections] == ["listen", "act", None]
    fieldsets = assessment.all("fieldset")
    assert [f["data-item"] for f in fieldsets] == ["finish", "phone", "promise"]
    assert ["data-reverse" in f.attributes for f in fieldsets] == [False, True, False]
    assert [f.one("legend").text for f in fieldsets][1] == "2 of 3. I look at my phone."


def test_each_statement_is_one_group_of_labelled_radios_with_nothing_chosen() -> None:
    page = in_english(checklist()).one("form")
    assert nameless(page) == []
    for fieldset in page.all("fieldset"):
        radios = fieldset.all("input", type="radio")
        assert [radio["value"] for radio in radios] == ["0", "1", "2", "3", "x"]
        assert {radio["name"] for radio in radios} == {f"care-{fieldset['data-item']}"}
        assert not any("checked" in radio.attributes for radio in radios)
    assert len(controls(page)) == 15


def test_a_score_can_be_added_up_by_hand_from_what_is_printed() -> None:
    page = in_english(checklist())
    points = [
        max(int(label.one("small").text.split()[0]) for label in fieldset.all("label")[:-1])
        for fieldset in page.all("fieldset")
    ]
    rows = page.one("section", **{"class": "em-by-hand"}).one("tbody").all("tr")
    assert [int(row.all("td")[1].text) for row in rows] == [points[0] + points[1], points[2]]
    assert [row.all("td")[0].text for row in rows] == ["1 to 2", "3"]


def test_that_points_are_turned_round_is_said_only_where_they_are() -> None:
    turned = "already turned round"
    assert turned in in_english(checklist()).text
    assert turned not in in_english(checklist(dimensions=TWO_AREAS[1:])).text


def test_nothing_is_sent_when_somebody_presses_enter() -> None:
    page = in_english(checklist())
    assert page.one("form")["method"] == "dialog"
    assert page.all("input", type="submit") == []
    assert {button["type"] for button in page.all("button")} == {"button"}


def test_without_scripts_there_is_nothing_that_needs_them() -> None:
    page = in_english(checklist(retake_after_days=30))
    parts = page.all("template")
    assert parts
    assert all("data-search-exclude" in part.attributes for part in parts)
    assert len(page.all("button")) == sum(len(part.all("button")) for part in parts)
    assert page.one("form").all("button") == []


def test_what_a_script_asks_the_page_for_is_there() -> None:
    bands = ({"from": 0, "label": "a", "advice": "b"}, {"from": 60, "label": "c", "advice": "d"})
    page = in_english(checklist(bands=bands, retake_after_days=30))
    assert [row["data-from"] for row in page.all("tr") if "data-from" in row.attributes] == ["0", "60"]
    assert [div["data-area"] for div in page.all("div") if "data-area" in div.attributes] == ["listen", "act"]
    assert page.one("self-assessment")["data-retake-after"] == "30"


def test_a_reminder_is_offered_where_it_is_worth_answering_again() -> None:
    reminders = {"type": "button", "data-do": "remind"}
    assert in_english(checklist(retake_after_days=30)).all("button", **reminders)
    assert not in_english(checklist()).all("button", **reminders)


def test_texts_of_a_checklist_stay_text() -> None:
    area = {"id": "a", "name": HOSTILE, "statements": ({"id": "s", "text": HOSTILE},)}
    bands = ({"from": 0, "label": HOSTILE, "advice": HOSTILE},)
    hostile = checklist(
        title=HOSTILE,
        summary=HOSTILE,
        lead_in=HOSTILE,
        scale=(HOSTILE, HOSTILE),
        dimensions=(area,),
        bands=bands,
        tags=(HOSTILE,),
    )
    page = in_english(hostile)
    assert page.one("h1").text == HOSTILE
    assert page.one("legend").text == f"1 of 1. {HOSTILE}"
    assert page.all("label")[0].one("span").text == HOSTILE
    assert page.all("script") == page.all("b") == page.all("em") == []


def test_all_checklists_are_listed() -> None:
    listed = checklists_page(course(checklists=(checklist(dimensions=TWO_AREAS[1:]),)), PlainPen(), WORDS)
    assert [card.link.href for card in listed.cards] == ["/checklists/care"]
    assert shown(listed).one("a").text == "Care"
