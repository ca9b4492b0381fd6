from generator.views.progress import progress_page
from tests.views.browser import HOSTILE, controls, nameless, shown
from tests.views.sample import WORDS, PlainPen, course, lesson, path

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
    boxes = controls(shown(progress_page(whole, PlainPen(), WORDS)))
    assert [box["name"] for box in boxes] == ["long-a", "long-b", "short-a"]


def test_every_box_says_which_lesson_it_ticks() -> None:
    page = shown(progress_page(course(lessons=LESSONS, paths=(path("way", "a", "b"),)), PlainPen(), WORDS))
    assert nameless(page) == []
    assert [box["aria-label"] for box in controls(page)] == ["progress_done A", "progress_done B"]


def test_titles_stay_text() -> None:
    whole = course(lessons=(lesson("a", title=HOSTILE),), paths=(path("way", "a"),))
    page = shown(progress_page(whole, PlainPen(), WORDS))
    assert page.one("tbody").one("a").text == HOSTILE
    assert page.one("input")["aria-label"] == f"progress_done {HOSTILE}"


def test_the_page_stays_out_of_the_search() -> None:
    assert not progress_page(course(), PlainPen(), WORDS).head.searchable
