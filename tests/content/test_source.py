"""A file as a tree with places."""

from collections.abc import Callable

import pytest

from generator.content.characters import LONGEST_LINE
from generator.content.source import Source, plain, told
from generator.content.tree import Mark
from generator.content.yamlfile import read
from generator.model import Place

TEXT = """title: Tea
body: |
  One line.
  Another *line*.
notes: >
  folded
  text
tags: [a, b]
steps:
  - id: x
    prompt: "Ask: why?"
empty:
"""
Make = Callable[[str], Source]


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (("title",), Mark(0, 7)),
        (("tags", 1), Mark(7, 10)),
        (("steps", 0, "prompt"), Mark(10, 12)),
        (("steps",), Mark(8, 0)),
        (("steps", 0), Mark(9, 4)),
        (("empty",), Mark(11, 0)),
        ((), Mark(0, 0)),
        (("steps", 0, "answer"), Mark(9, 4)),
        (("steps", 7, "id"), Mark(8, 0)),
        (("title", "x"), Mark(0, 7)),
    ],
)
def test_a_field_has_a_place_and_a_missing_one_that_of_its_group(
    story: Make, at: tuple[str | int, ...], place: Mark
) -> None:
    assert story(TEXT).mark(at) == place


def test_a_key_has_a_place_of_its_own(story: Make) -> None:
    assert story(TEXT).mark(("title",), key=True) == Mark(0, 0)


def test_a_node_that_is_not_there_is_none(story: Make) -> None:
    assert story(TEXT).node(("steps", 0, "answer")) is None


def test_a_problem_shows_the_line_and_marks_the_value(story: Make) -> None:
    problem = story(TEXT).problem("empty", ("title",))

    assert problem.place == Place("content/stories/tea.yml", 1, 8)
    assert (problem.excerpt, problem.width) == ("title: Tea", 3)


def test_a_problem_of_the_whole_file_shows_no_line(story: Make) -> None:
    assert story(TEXT).problem("missing-key", ()).excerpt == ""


def test_a_warning_does_not_keep_a_course_from_being_published(story: Make) -> None:
    assert story(TEXT).warning("cut-by-hash", ("title",)).severity == "warning"


@pytest.mark.parametrize(
    ("at", "line", "needle", "place"),
    [
        (("body",), 1, "*line*", Mark(3, 10)),
        (("body",), 0, "gone", Mark(2, 2)),
        (("notes",), 0, "text", Mark(6, 2)),
        (("title",), 0, "Tea", Mark(0, 7)),
        (("steps", 0, "prompt"), 0, "why", Mark(10, 18)),
    ],
)
def test_words_are_found_in_the_text_of_a_field(
    story: Make, at: tuple[str | int, ...], line: int, needle: str, place: Mark
) -> None:
    assert story(TEXT).line_of(at, line, line, needle) == place


def test_a_very_long_line_is_shown_in_part() -> None:
    problem = told("colon", "x.yml", ("y" * 2 * LONGEST_LINE,), Mark(0, 0))

    assert len(problem.excerpt) == problem.width == LONGEST_LINE


def test_a_place_behind_the_last_line_shows_nothing() -> None:
    assert told("colon", "x.yml", ("y",), Mark(9, 0)).excerpt == ""


def test_a_tree_becomes_plain_texts_lists_and_groups() -> None:
    node = read("a: [no, '']\nb: {c: }\n")

    assert node is not None
    assert plain(node) == {"a": ["no", ""], "b": {"c": None}}
