"""What can be told of a text line by line."""

import pytest

from generator.content.lines import as_written, goes_on, has_bar, heads, unclosed_quote
from generator.content.tree import Mark

PROSE = frozenset({"body"})


@pytest.mark.parametrize("value", ["|", ">", "|-", ">+", "|2", "| # a remark"])
def test_a_bar_says_that_the_text_begins_below(value: str) -> None:
    assert has_bar(value)


@pytest.mark.parametrize("value", ["", "l", "| text", "|#", "||"])
def test_what_only_looks_like_a_bar_is_none(value: str) -> None:
    assert not has_bar(value)


def test_lines_of_a_long_text_know_their_key() -> None:
    lines = ["a: |", "  b: c", "", "  d", "e: f", "  - g: |", "      h", "    i: j"]

    assert heads(lines) == [None, 0, 0, 0, None, None, 5, None]


def test_a_long_text_has_a_key_also_where_its_bar_is_forgotten() -> None:
    assert heads(["body:", "  a: b", "c:", "  d"], PROSE) == [None, 0, None, None]
    assert heads(['body: "a', '  b"'], PROSE) == [None, None]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a: b", "  c"], True),
        (["a: b", "", "  c"], True),
        (["a: b", "c: d"], False),
        (["  - a: b", "    c"], False),
    ],
)
def test_a_text_goes_on_where_the_next_line_stands_further_in(lines: list[str], expected: bool) -> None:
    assert goes_on(lines, 0) is expected


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (['a: "b', "c: d"], Mark(0, 3)),
        (["x: y", "a:", "  - 'b", "  - c"], Mark(2, 4)),
        (['a: "b', 'c: "d"'], Mark(0, 3)),
        (['a: "b', '  c"', "d: e"], None),
        (['a: "b \\" c"', "d: e"], None),
        (["a: 'it''s'", "d: e"], None),
        (["a: |", '  - "b', "c: d"], None),
        (["body:", '  - "b', "c: d"], None),
        (['a: "b" and "c', "d: e"], None),
    ],
)
def test_a_quote_that_is_never_closed_is_found_where_it_begins(lines: list[str], mark: Mark | None) -> None:
    assert unclosed_quote(lines, PROSE, len(lines)) == mark


@pytest.mark.parametrize(
    ("read", "written", "needle"),
    [('a: "b: cd"', "a: b: cd", "a:"), ("- cd", "-cd", "cd"), ("  cd", "\tcd", "cd"), ("same", "same", "me")],
)
def test_a_place_in_a_mended_line_is_found_in_the_authors(read: str, written: str, needle: str) -> None:
    assert as_written(read.index(needle), read, written) == written.index(needle)
