"""Problems in words."""

import io
import json
import re
from dataclasses import replace

import pytest

from generator.model import Place, Problem
from generator.notices import (
    LONGEST_REPORT,
    as_github,
    as_gitlab,
    as_json,
    as_message,
    as_printed,
    as_text,
    explain,
    mend,
    visible,
    what,
)
from generator.wording import ProblemWords, Wording

WORDS = Wording(
    "en",
    {
        "warning": "warning",
        "mended_line": "The line as it should be:",
        "message_mistake": "A mistake:",
        "message_mended": "Mended:",
        "message_mend": "How to mend it: {mend}.",
        "problems_left": {"one": "{n} more", "other": "{n} more"},
        "problem_entry": "entry {number}",
        "problem_kind_story": "tale",
        "character_line_break": "a hidden line break",
    },
    {
        "odd": ProblemWords(
            "{field} is odd: {found}", "did you mean {nearest}?", "A page of help.", "look at it"
        ),
        "kind": ProblemWords("no {kind}", "{other}", "Help."),
        "character": ProblemWords("there is {what}", "delete it", "Help."),
        "choice": ProblemWords("odd", "one of {valid}", "Help."),
    },
)


def problem(**fields: object) -> Problem:
    details = {"found": "x", "nearest": "y"}
    usual: dict[str, object] = {
        "code": "odd",
        "place": Place("content/stories/tea.yml", 3, 8),
        "details": details,
        "field": ("steps", 1, "prompt"),
        "excerpt": "prompt: x y",
        "width": 1,
    }
    return Problem(**{**usual, **fields})  # type: ignore[arg-type]


def text(*problems: Problem, colour: bool = False) -> list[str]:
    return list(as_text(problems, WORDS, colour=colour))


def github(found: Problem) -> str:
    (line,) = as_github([found], WORDS)
    return line


# ---------------------------------------------------------------- words


def test_a_message_names_the_field_as_an_author_counts() -> None:
    assert what(problem(), WORDS) == "steps, entry 2, prompt is odd: x"


def test_a_message_says_how_to_mend_it_or_otherwise_where_nothing_is_near() -> None:
    assert mend(problem(), WORDS) == "did you mean y?"
    assert mend(problem(details={"found": "x", "nearest": ""}), WORDS) == "look at it"


def test_kinds_and_characters_have_names_in_the_language() -> None:
    found = problem(code="kind", details={"kind": "story", "other": "zebra"})

    assert (what(found, WORDS), mend(found, WORDS)) == ("no tale", "zebra")
    assert (
        what(problem(code="character", details={"what": "line-break"}), WORDS)
        == "there is a hidden line break"
    )


def test_what_an_author_wrote_is_shortened_and_what_can_be_chosen_is_not() -> None:
    long = "x" * 500

    assert len(what(problem(details={"found": long, "nearest": ""}), WORDS)) < 250
    assert mend(problem(code="choice", details={"valid": long}), WORDS) == f"one of {long}"


def test_braces_of_an_author_are_no_gaps() -> None:
    assert what(problem(details={"found": "{field} {0}", "nearest": ""}), WORDS).endswith("odd: {field} {0}")


def test_a_code_has_a_page_of_help() -> None:
    assert explain("odd", WORDS) == "odd\n\nA page of help.\n\nHow to mend it: look at it.\n"
    assert explain("gone", WORDS) is None


def test_the_help_shows_a_mistake_and_how_it_looks_mended() -> None:
    shown = ProblemWords("W", "put it right", "H", mistake="title:\n  - a\n", mended="title: a")
    assert explain("odd", replace(WORDS, problems={"odd": shown})) == (
        "odd\n\nH\n\nA mistake:\n\n    title:\n      - a\n\nMended:\n\n    title: a\n\n"
        "How to mend it: put it right.\n"
    )


# ---------------------------------------------------------------- text


def test_text_gives_the_place_the_message_and_the_line_with_a_mark() -> None:
    assert text(problem()) == [
        "content/stories/tea.yml:3:8: odd: steps, entry 2, prompt is odd: x; did you mean y?",
        "  3 | prompt: x y",
        "    |        ^",
    ]


def test_text_shows_the_mended_line_where_there_is_one() -> None:
    assert text(problem(mended="prompt: y"))[-1] == "    + prompt: y"


def test_text_shows_no_mended_line_that_is_the_same() -> None:
    assert len(text(problem(mended="prompt: x y"))) == 3


def test_text_names_a_warning_as_such() -> None:
    assert ": warning odd: " in text(problem(severity="warning"))[0]


def test_text_shows_no_line_where_the_whole_file_is_meant() -> None:
    assert len(text(problem(excerpt=""))) == 1


def test_text_has_its_columns_also_below_line_ten() -> None:
    lines = text(problem(place=Place("x.yml", 12, 1), width=6))

    assert lines[1:] == ["  12 | prompt: x y", "     | ^^^^^^"]


def test_text_keeps_the_mark_in_its_place_behind_tabs_and_hidden_characters() -> None:
    _, line, mark = text(problem(excerpt="\ta\u200bb", place=Place("x.yml", 1, 4)))

    assert line == "  1 | →a[U+200B]b"
    assert mark.index("^") == line.index("b")


def test_text_is_coloured_only_where_it_is_asked_for() -> None:
    assert "\x1b" not in "".join(text(problem()))
    coloured = text(problem(mended="prompt: y"), problem(severity="warning"), colour=True)
    assert re.sub(r"\x1b\[[0-9]+m", "", "\n".join(coloured)) == "\n".join(
        text(problem(mended="prompt: y"), problem(severity="warning"))
    )


def test_text_gives_one_message_a_line_whatever_an_author_wrote() -> None:
    hostile = "a\nx.yml:1:1: forged\r\x1b[2J\u2028\u202e\x00"
    found = problem(
        details={"found": hostile, "nearest": ""},
        excerpt=hostile,
        mended=hostile,
        place=Place(f"{hostile}.yml", 1, 1),
    )

    assert all(line.isprintable() for line in text(found))


@pytest.mark.parametrize(
    "hostile",
    ["::error::x", "  ::error::x", "\t::add-mask::x", "##[error]x", "a ##[add-path]x", "##vso[task.x]y"],
)
def test_no_line_of_text_is_a_command_to_the_machine_that_checks(hostile: str) -> None:
    found = problem(
        excerpt=hostile,
        mended=f"{hostile}.",
        place=Place(hostile, 1, 1),
        details={"found": hostile, "nearest": ""},
    )

    for line in text(found):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert "##vso[" not in line


# ---------------------------------------------------------------- GitHub


def test_github_is_given_a_command_of_one_line() -> None:
    assert github(problem()) == (
        "::error file=content/stories/tea.yml,line=3,col=8,title=odd::"
        "steps, entry 2, prompt is odd: x; did you mean y?"
    )


def test_github_is_given_the_mended_line() -> None:
    assert github(problem(mended="prompt: y")).endswith("%0AThe line as it should be:%0Aprompt: y")


def test_github_is_told_of_warnings() -> None:
    assert github(problem(severity="warning")).startswith("::warning ")


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("100%.yml", "100%25.yml"),
        ("a,b.yml", "a%2Cb.yml"),
        ("a:b.yml", "a%3Ab.yml"),
        ("a%0Ab.yml", "a%250Ab.yml"),
        ("a\nb.yml", "a%0Ab.yml"),
        ("a\rb.yml", "a[U+000D]b.yml"),
        ("a\x1bb.yml", "a[U+001B]b.yml"),
        ("x::error::y", "x%3A%3Aerror%3A%3Ay"),
    ],
)
def test_the_name_of_a_file_cannot_end_its_property(name: str, escaped: str) -> None:
    assert github(problem(place=Place(name, 1, 1))).startswith(f"::error file={escaped},line=1,")


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("50%", "50%25"),
        ("%0A::error::x", "%250A::error::x"),
        ("a\n::error::x", "a%0A:\u2060:error:\u2060:x"),
        ("a\x1b[31m", "a[U+001B][31m"),
        ("a, b: c", "a, b: c"),
    ],
)
def test_a_message_cannot_forge_another(found: str, shown: str) -> None:
    line = github(problem(details={"found": found, "nearest": ""}))

    assert f"odd: {shown};" in line
    assert line.isprintable() or "\u2060" in line
    assert "\n" not in line


# ---------------------------------------------------------------- JSON


def test_json_is_ascii_and_complete() -> None:
    written = as_json([problem(details={"found": "é\u2028🦒\x1b", "nearest": ""}, mended="ü")], WORDS)

    assert written.isascii()
    assert "\x1b" not in written
    assert json.loads(written) == [
        {
            "file": "content/stories/tea.yml",
            "line": 3,
            "column": 8,
            "severity": "error",
            "code": "odd",
            "field": ["steps", 1, "prompt"],
            "what": "steps, entry 2, prompt is odd: é\u2028🦒\x1b",
            "mend": "look at it",
            "excerpt": "prompt: x y",
            "width": 1,
            "mended": "ü",
        }
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([], WORDS)) == []


# ---------------------------------------------------------------- what can be printed


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("a\nb", "a[U+000A]b"),
        ("a\tb", "a[U+0009]b"),
        ("\x1b[0m", "[U+001B][0m"),
        ("\u202e", "[U+202E]"),
        ("\U000e0041", "[U+E0041]"),
        ("\ud800", "[U+D800]"),
        ("é 你 🦒 “x”", "é 你 🦒 “x”"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_number(hidden: str, shown: str) -> None:
    assert visible(hidden) == shown


def lines_of(excerpt: str, column: int, **more: object) -> list[str]:
    details = {"found": "<b>", "nearest": "x"}
    problem = Problem("odd", Place("f.yml", 1, column), details, excerpt=excerpt, **more)  # type: ignore[arg-type]
    return list(as_text([problem], WORDS))[1:]


def test_of_a_long_line_the_part_around_the_problem_is_shown() -> None:
    shown, mark = lines_of("word " * 60 + "<b>bold</b> " + "word " * 60, 301, width=3)
    assert shown[mark.index("^") :].startswith("<b>")
    assert mark.endswith("^^^")
    assert shown.count("…") == 2
    assert len(shown) < 180


def test_the_mark_stands_below_the_place_also_after_wide_signs() -> None:
    shown, mark = lines_of("顧客 <b>", 4, width=3)
    assert mark.index("^") - mark.index("|") == shown.index("<b>") - shown.index("|") + 2


def test_gitlab_shows_a_problem_beside_its_line() -> None:
    (row,) = json.loads(as_gitlab([problem(details={"found": "\x1b[2J🦒", "nearest": "y"})], WORDS))
    assert row["location"] == {"path": "content/stories/tea.yml", "lines": {"begin": 3}}
    assert (row["check_name"], row["severity"]) == ("odd", "major")
    assert row["description"] == "steps, entry 2, prompt is odd: [U+001B][2J🦒; did you mean y?"
    assert as_gitlab([], WORDS) == "[]"


def test_gitlab_knows_a_problem_again_that_has_moved() -> None:
    place = Place("content/stories/tea.yml", 9, 8)
    here, moved, other = json.loads(
        as_gitlab([problem(), problem(place=place), problem(excerpt="prompt: z")], WORDS)
    )
    assert here["fingerprint"] == moved["fingerprint"] != other["fingerprint"]


def test_a_log_is_not_filled_with_problems() -> None:
    many = [problem()] * 2_000

    for printed in (as_printed(many, WORDS, io.StringIO()), "\n".join(as_github(many, WORDS))):
        *_, last = printed.strip().splitlines()
        assert len(printed.encode()) <= LONGEST_REPORT + 100
        assert int(last.removesuffix(" more")) + printed.count("is odd") == len(many)


def test_a_message_with_words_of_an_author_cannot_command_a_terminal_or_a_workflow() -> None:
    shown = as_message("extramile: the handout\n::error::tea\x1b[2J" + "x" * 9_000)

    assert "\x1b" not in shown
    assert not re.search("^::", shown, re.MULTILINE)
    assert len(shown) < 5_000
