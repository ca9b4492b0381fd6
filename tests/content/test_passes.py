"""Reading on with each certain mend in place."""

import pytest

from generator.content.keys import keys_of
from generator.content.passes import MOST_PASSES, Outcome, read_through
from generator.content.source import plain
from generator.model import Story


def outcome(text: str) -> Outcome:
    return read_through(text.split("\n"), keys_of(Story))


def told(text: str) -> list[tuple[str, int, str | None]]:
    return [(found.refused.code, found.refused.mark.line, found.mended) for found in outcome(text).mistakes]


def test_a_sound_text_is_read_as_it_stands() -> None:
    assert told("title: T\nsummary: S\n") == []
    assert outcome("title: T").lines == ("title: T",)


def test_a_mend_lets_reading_go_on_to_the_next_mistake() -> None:
    text = "title: a: b\nsummary: @c\ntags:\n  - d\n  -e\n"

    assert told(text) == [
        ("colon", 0, 'title: "a: b"'),
        ("start-character", 1, 'summary: "@c"'),
        ("dash", 4, "  - e"),
    ]
    root = outcome(text).root
    assert root is not None
    assert plain(root) == {"title": "a: b", "summary": "@c", "tags": ["d", "e"]}


@pytest.mark.parametrize(
    ("text", "unchecked"),
    [
        ("title: [a\nsummary: b\n", True),
        ("summary: b\ntitle: [a\n", False),
        ("- a\n- b\n", False),
        ("a\nb\n", False),
    ],
)
def test_where_reading_ends_it_is_said_that_lines_below_are_unread(text: str, unchecked: bool) -> None:
    last = outcome(text).mistakes[-1]

    assert ("unchecked" in last.refused.details) is unchecked
    assert (outcome(text).root, last.mended) == (None, None)


def test_a_line_that_is_not_shown_is_passed_over() -> None:
    assert told("```\ntitle: T\n```\n") == [("fence", 0, None), ("fence", 2, None)]
    assert told("---\ntitle: T\n---\n\n") == [("second-document", 2, None)]
    assert outcome("```\ntitle: T\n```").root is not None


def test_the_places_are_those_of_the_authors_lines() -> None:
    (space, colon) = outcome("title:\u00a0a: b\n").mistakes

    assert (space.refused.mark.column, colon.refused.mark.column) == (6, 8)


def test_reading_ends_after_so_many_mends() -> None:
    text = "title: T\ntags:\n  - a\n" + "  -b\n" * (MOST_PASSES * 2)

    assert len(told(text)) == MOST_PASSES
    assert outcome(text).root is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- title: T\n- summary: S\n", ["dash-before-key"]),
        ("body:\n  a: b\n  c\n", ["bar-missing"]),
        ("body: l\n  a: b\n", ["bar-mistaken"]),
        ("body: | a\n  b\n", ["text-on-bar-line"]),
        ("body: |\n    a\n  b\n", ["first-line-deeper"]),
        ("body: |\n  a\n# b\n  c\n", ["hash-not-indented"]),
        ("body: |\n  a\nB c\n", ["not-indented"]),
        ("outcome = mixed\ntitle: T\n", ["colon-missing"]),
        ("outcome: mixed, source: me\n", ["two-keys"]),
        ("title: The words: source\n", ["colon"]),
        ("tags:\n  * a\n  * b\n", ["dash-sign", "dash-sign"]),
        ('title: "a\nbody: |\n  "b" c\n', ["quote-not-closed"]),
        ('tags:\n  - "a" - b\n', ["quote-inside"]),
        ("title：T\n", ["wide-colon"]),
        ("body: |\n  a：\u00a0b\n  \u00a0c\n", []),
    ],
)
def test_what_stopped_the_reading_is_told_as_what_the_author_did(text: str, codes: list[str]) -> None:
    assert [found.refused.code for found in outcome(text).mistakes] == codes
