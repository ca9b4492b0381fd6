"""Stories that the course lacks."""

import pytest

from generator.views.wanted import ENOUGH, MOST_LESSONS, Wanted, sectors, wanted
from tests.views.sample import WORDS, NamedWords, PlainPen, course, lesson, path, story


def of(**items: object) -> Wanted:
    return wanted(course(**items), PlainPen(), WORDS)


def told(*outcomes: str) -> list[object]:
    return [story(f"s{number}", outcome=outcome) for number, outcome in enumerate(outcomes)]


def test_a_lesson_without_a_story_leads_to_the_form_filled_in_for_it() -> None:
    (asked,) = of(lessons=[lesson("listen")]).lessons
    assert asked.href == "/share?lesson=listen#write"
    assert (asked.title, asked.stories, asked.label) == ("Listen", "wanted_none", "wanted_tell Listen")


def test_the_lessons_with_the_fewest_stories_come_first_and_else_in_reading_order() -> None:
    lessons = [lesson("a", stories=["tea"]), lesson("b"), lesson("c")]
    asked = of(lessons=lessons, stories=[story("tea")], paths=[path("p", "c", "b", "a")]).lessons
    assert [(each.title, each.stories) for each in asked] == [
        ("C", "wanted_none"),
        ("B", "wanted_none"),
        ("A", "wanted_has 1"),
    ]


def test_a_lesson_with_enough_stories_asks_for_no_more() -> None:
    stories = [story(f"s{number}", lessons=["a"]) for number in range(ENOUGH)]
    assert of(lessons=[lesson("a")], stories=stories).lessons == ()


def test_not_too_many_lessons_are_shown() -> None:
    assert len(of(lessons=[lesson(f"l{number}") for number in range(20)]).lessons) == MOST_LESSONS


def test_whoever_names_a_field_of_work_finds_the_names_that_are_in_use() -> None:
    stories = [story("tea", sector="Tea rooms"), story("milk", sector="tea rooms"), story("none")]
    assert sectors(course(stories=stories), WORDS) == ("tea rooms", "wanted_sector_names")


def test_sectors_of_which_nothing_is_told_are_named_however_they_are_written() -> None:
    words = NamedWords("en", {})
    asked = wanted(course(stories=[story("tea", sector="WANTED_SECTOR_NAMES")]), PlainPen(), words)
    assert asked.sectors == ()
    assert of().sectors == ("wanted_sector_names",)


@pytest.mark.parametrize(
    ("outcomes", "asked"),
    [
        ((), ""),
        (("delight", "letdown"), ""),
        (("mixed",), ""),
        (("delight", "delight", "letdown"), "wanted_letdowns 2 1"),
        (("delight",), "wanted_letdowns 1 0"),
        (("letdown", "letdown", "delight"), "wanted_delights 1 2"),
        (("delight", "delight", "delight", "letdown", "letdown"), ""),
    ],
)
def test_the_ending_that_is_told_too_seldom_is_asked_for(outcomes: tuple[str, ...], asked: str) -> None:
    assert of(stories=told(*outcomes)).balance == asked


def test_where_nothing_is_lacking_nothing_is_asked() -> None:
    assert not Wanted((), (), "")
