"""What may be private in a story, and what its author says about it."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.content import load, privacy
from generator.content.source import Source
from tests.content.conftest import Write
from tests.content.folders import LESSON, STORY, codes, source_of

KEPT = "privacy_checked:\n  - keep: {}\n    because: It is on the window.\n"


@pytest.mark.parametrize(
    "key",
    [
        "title",
        "summary",
        "body",
        "key_learning_point",
        "where",
        "source",
        "told_by",
        "consent",
        "facilitator_notes",
    ],
)
def test_every_text_of_a_story_is_read(key: str) -> None:
    story = source_of("story", "tea", f"{key}: Ask ruth.keller@postfach.de\n")
    (problem,) = privacy.check(story, ())

    assert (problem.code, problem.field, problem.severity) == ("private-email", (key,), "error")
    assert (problem.place.line, problem.place.column) == (1, len(key) + 7)


def test_addresses_of_sources_and_other_kinds_are_not_read() -> None:
    story = source_of("story", "tea", "source_url: https://a.example/20794609580\nimage: 02079460958.png\n")
    lesson = source_of("lesson", "talk", "body: Ring 020 7946 0958\n")

    assert [*privacy.check(story, ()), *privacy.check(lesson, ())] == []


def test_the_line_and_the_column_are_those_of_the_finding(story: Callable[[str], Source]) -> None:
    (problem,) = privacy.check(story("body: |\n  She came.\n\n  She rang 020 7946 0958.\n"), ())

    assert (problem.place.line, problem.place.column, problem.width) == (4, 12, 13)
    assert problem.details == {"found": "020 7946 0958"}


@pytest.mark.parametrize(
    "kept", ["020 7946 0958", '"020-7946-0958"', "(020) 79460958", "the shop's 020 7946 0958"]
)
def test_what_its_author_says_may_stay_is_let_through(kept: str, story: Callable[[str], Source]) -> None:
    told = story("body: She rang 020 7946 0958.\n" + KEPT.format(kept))

    assert codes(privacy.check(told, ())) == []


def test_nothing_else_is_let_through_with_it(story: Callable[[str], Source]) -> None:
    told = story("body: She rang 020 7946 0958, then 020 7946 0959.\n" + KEPT.format("020 7946 0958"))
    (problem,) = privacy.check(told, ())

    assert problem.details == {"found": "020 7946 0959"}


def test_what_is_let_through_in_vain_is_told(story: Callable[[str], Source]) -> None:
    (problem,) = privacy.check(story("body: B\n" + KEPT.format("020 7946 0958")), ())

    assert (problem.code, problem.severity, problem.place.line) == ("kept-in-vain", "warning", 3)


@pytest.mark.parametrize(
    "kept", ["", "privacy_checked: yes\n", "privacy_checked: [a]\n", KEPT.format("[a, b]")]
)
def test_what_has_another_shape_lets_nothing_through(kept: str, story: Callable[[str], Source]) -> None:
    assert codes(privacy.check(story("body: Ring 020 7946 0958\n" + kept), ())) == ["private-phone"]


def test_names_that_the_course_keeps_out_are_told(content: Write) -> None:
    folder = content(
        {
            "course.yml": "title: Kind\nid: kind\nprivate_names: [Marta Lindqvist]\n",
            "stories/tea.yml": STORY.replace("body: B", "body: It was marta lindqvist's tea."),
        }
    )

    assert codes(load(folder).problems) == ["private-name"]


@pytest.mark.parametrize(
    ("told_as", "expected"),
    [
        ("told_as: real\n", ["consent-not-said"]),
        ("told_as: real\nconsent: Nobody can be recognised.\n", []),
        ("told_as: real\nsource_url: https://a.example/news\n", []),
        ("told_as: composite\n", []),
        ("", []),
    ],
)
def test_a_true_story_says_who_agreed_unless_it_was_published(
    told_as: str, expected: list[str], content: Write
) -> None:
    assert codes(load(content({"stories/tea.yml": STORY + told_as})).problems) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2027-06-30", []), ("2027-07-01", ["review-due"]), (None, [])]
)
def test_a_text_is_overdue_the_day_after(day: str | None, expected: list[str], content: Write) -> None:
    folder = content({"lessons/talk.yml": LESSON + "review_by: 2027-06-30\n"})
    today = date.fromisoformat(day) if day else None

    assert codes(load(folder, today=today).problems) == expected


@pytest.mark.parametrize("wrong", ["soon", "2027-6-1", "[]", ""])
def test_a_day_that_is_none_is_not_overdue(wrong: str) -> None:
    assert codes(privacy.overdue(source_of("story", "tea", f"review_by: {wrong}\n"), date(2030, 1, 1))) == []
