"""Texts that can be read, but may be read as something else."""

import pytest

from generator.content.misread import misread
from generator.model import Lesson, Story
from tests.content.folders import LESSON, STORY, codes, source_of


def told(text: str) -> list[str]:
    return codes(misread(source_of("story", "tea", text), Story))


@pytest.mark.parametrize(
    "questions",
    [
        "[What did he notice?, What did it cost?]",
        "[What?, 'and whom?']",
        "[what he noticed, what it cost]",
        "[It ended., and then?]",
        "[2 cups, 3 spoons]",
        "[Über alles, Ähnlich]",
    ],
)
def test_a_list_in_brackets_whose_commas_end_entries_is_left_alone(questions: str) -> None:
    assert told(STORY.replace("[Q]", questions)) == []


def test_every_entry_that_a_comma_cut_off_is_named() -> None:
    problems = list(
        misread(source_of("lesson", "x", LESSON.replace("[O]", "[Look, then listen, Ask, and wait]")), Lesson)
    )

    assert [problem.details["found"] for problem in problems] == ["then listen", "and wait"]
    assert {problem.mended for problem in problems} == {'objectives: ["Look, then listen", "Ask, and wait"]'}


def test_names_in_brackets_may_be_small() -> None:
    assert told(STORY + "tags: [Tea, rain, queues]\n") == []


@pytest.mark.parametrize(
    "title", ["The <i>cup</i>", "The *cup*", "**The** cup", "_The_ cup", "The [cup](https://x.org)", "A<br>B"]
)
def test_signs_of_markdown_and_html_are_told_where_they_would_be_seen(title: str) -> None:
    assert told(STORY.replace("title: T", f"title: '{title}'")) == ["shown-as-it-stands"]


@pytest.mark.parametrize(
    "title", ["2 * 3 * 4", "snake_case_name", "a < b > c", "[sic] (really)", "5* hotels", "***"]
)
def test_the_same_signs_with_another_meaning_are_left_alone(title: str) -> None:
    assert told(STORY.replace("title: T", f"title: '{title}'")) == []


@pytest.mark.parametrize(
    ("title", "stray"), [('Tea"', True), ('A 27"', False), ('The "cup"', False), ("Tea'", False)]
)
def test_a_quote_at_the_end_alone_is_stray(title: str, stray: bool) -> None:
    assert told(STORY.replace("title: T", f"title: {title}")) == (["stray-quote"] if stray else [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("body:\n  A\n  B", ["bar-missing"]),
        ("body: A\n  B", ["bar-missing"]),
        ("body:\n  A", ["bar-missing"]),
        ("body: I\n  A", ["bar-mistaken"]),
        ("body: A", []),
        ('body: "A\n  B"', []),
        ("body: >\n  A", []),
    ],
)
def test_a_long_text_without_its_bar_is_told(body: str, code: list[str]) -> None:
    assert told(STORY.replace("body: B", body)) == code
