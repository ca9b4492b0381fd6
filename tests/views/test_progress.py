from generator.views.progress import progress_page
from tests.views.browser import HOSTILE, Element, nameless, shown
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, lesson, path, story

LESSONS = (lesson("a", minutes=40), lesson("b", minutes=35))


def test_each_path_lists_its_lessons_in_order_and_adds_up_their_minutes() -> None:
    whole = course(lessons=LESSONS, paths=(path("way", "b", "a"),))
    (journey,) = progress_page(whole, PlainPen(), WORDS).journeys
    assert [(stage.number, stage.link.href) for stage in journey.stages] == [
        (1, "/lessons/b"),
        (2, "/lessons/a"),
    ]
    assert journey.minutes == "hours_and_minutes hours 1 minutes 15"


def test_a_lesson_on_two_paths_has_a_box_of_its_own_on_each() -> None:
    whole = course(lessons=LESSONS, paths=(path("long", "a", "b"), path("short", "a")))
    boxes = ticks(shown(progress_page(whole, PlainPen(), WORDS)))
    assert [box["name"] for box in boxes] == ["path-short-a", "path-long-a", "path-long-b"]
    assert [box["value"] for box in boxes] == ["a", "a", "b"]


def test_a_lesson_on_no_path_can_be_ticked_as_well() -> None:
    whole = course(lessons=LESSONS, paths=(path("way", "a"),))
    _, others = progress_page(whole, PlainPen(), WORDS).journeys
    assert [stage.lesson for stage in others.stages] == ["b"]
    assert (others.title, others.link) == ("progress_other_lessons", None)
    assert [box["value"] for box in ticks(shown(progress_page(whole, PlainPen(), WORDS)))] == ["a", "b"]


def test_a_list_to_tick_by_hand_has_room_where_nothing_is_begun() -> None:
    page = progress_page(course(lessons=LESSONS, paths=(path("way", "a"),)), PlainPen(), WORDS)
    assert page.said["lesson_new"] == ""
    assert [cell.text for cell in shown(page).all("span", **{"data-lesson": "a"})] == [""]


def test_the_record_knows_the_titles_of_what_can_stand_on_it() -> None:
    whole = course(checklists=(checklist("real"),), exercises=(exercise("try"),), stories=(story("s"),))
    assert progress_page(whole, PlainPen(), WORDS).titles == {
        "checklist": {"real": "real"},
        "exercise": {"try": "Try"},
    }


def ticks(page: Element) -> list[Element]:
    """The boxes to tick."""
    return page.all("input", type="checkbox")


def test_every_box_says_which_lesson_it_ticks() -> None:
    page = shown(progress_page(course(lessons=LESSONS, paths=(path("way", "a", "b"),)), PlainPen(), WORDS))
    assert nameless(page) == []
    assert [box["aria-label"] for box in ticks(page)] == ["progress_done A", "progress_done B"]


def test_titles_stay_text() -> None:
    whole = course(lessons=(lesson("a", title=HOSTILE),), paths=(path("way", "a"),))
    page = shown(progress_page(whole, PlainPen(), WORDS))
    assert page.all("tbody")[0].one("a").text == HOSTILE
    assert ticks(page)[0]["aria-label"] == f"progress_done {HOSTILE}"


def test_the_page_stays_out_of_the_search() -> None:
    assert not progress_page(course(), PlainPen(), WORDS).head.searchable
