"""Author mistakes as data.

Each folder bears the code of the message that its files should give, lays its `content` over the sound
course, and holds in `expected.txt` all that the author is told. `python -m tests.mistakes` writes those anew.
"""

import re
import string
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model import KINDS, Place, Problem
from generator.notices import NOT_CHECKED, as_github, as_json, explain, mend, what
from tests.mistakes.laying import BUILT_HERE, SOUND, as_lines, cases, code_of, lay, problems, told, words

CASES = cases()
CODES = sorted(words().problems)
JARGON = re.compile(
    r"\b(mappings?|scalars?|sequences?|nodes?|tokens?|tokeni[sz]\w*|(?-i:None)|null|str|int|dict|tuple|bool|list\[|pydantic|"
    r"traceback|pars\w+|yaml|schema|regex\w*|exception|literal|boolean|string|integer|stack|validat\w+)\b",
    re.IGNORECASE,
)
USUAL = {
    "a typo in a key": "unknown-key-typo",
    "a colon without quotes": "colon",
    "a wrong indentation": "indentation",
    "a tab": "tab",
    "a list in place of text": "text-expected-list",
    "an unknown lesson": "unknown-id",
    "the same key twice": "duplicate-key",
    "a date as one says it": "not-a-day",
    "an empty title": "empty-title",
    "a forgotten dash": "dash",
    "curly quotes": "curly-quotes",
    "an apostrophe in single quotes": "quote-inside-apostrophe",
}


def test_the_sound_course_has_nothing_to_mend(tmp_path: Path) -> None:
    assert told(SOUND, tmp_path) == ""


@dataclass(frozen=True)
class Laid:
    """A mistake laid over the sound course."""

    case: Path
    folder: Path
    problems: tuple[Problem, ...]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def laid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    folder = tmp_path_factory.mktemp("mistake")
    lay(request.param, folder)
    return Laid(request.param, folder, problems(folder))


def test_the_author_is_told_what_is_wrong_and_where_and_how_to_mend_it(laid: Laid) -> None:
    case = laid.case
    expected = (case / "expected.txt").read_text("utf-8")

    assert as_lines(laid.problems) == expected
    assert f": {code_of(case.name, words().problems)}: " in expected.replace(": warning ", ": ")


def test_a_mended_line_is_mended(laid: Laid) -> None:
    for problem in laid.problems:
        if problem.mended is not None:
            file = laid.folder / problem.place.file
            before = file.read_text("utf-8")
            lines = before.split("\n")
            lines[problem.place.line - 1] = problem.mended
            file.write_text("\n".join(lines), "utf-8")
            left = {(other.code, other.place.file, other.place.line) for other in problems(laid.folder)}
            assert (problem.code, problem.place.file, problem.place.line) not in left
            file.write_text(before, "utf-8")


@pytest.mark.parametrize("mistake", USUAL)
def test_a_usual_mistake_gives_one_message(mistake: str, tmp_path: Path) -> None:
    case = SOUND.parent / USUAL[mistake]
    lay(case, tmp_path)

    assert len(problems(tmp_path)) == 1


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    named = {code_of(case.name, words().problems) for case in CASES}

    assert named == set(CODES) - {NOT_CHECKED}


def test_every_builder_has_a_case() -> None:
    assert BUILT_HERE.keys() <= {case.name for case in CASES}


@pytest.mark.parametrize("code", CODES)
def test_no_message_speaks_as_programs_do(code: str) -> None:
    entry = words().problem(code)
    said = f"{entry.what} {entry.mend} {entry.mend_otherwise} {entry.help}".replace(".yml", "")

    assert not JARGON.findall(said)


@pytest.mark.parametrize("code", CODES)
def test_every_gap_of_a_message_is_named(code: str) -> None:
    entry = words().problem(code)
    texts = (entry.what, entry.mend, entry.mend_otherwise)
    gaps = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert gaps <= GAPS
    assert not any(re.search(r"[{}]", text.format_map(dict.fromkeys(gaps, ""))) for text in texts)


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_a_sentence_of_two_halves(code: str) -> None:
    entry = words().problem(code)

    for text in (entry.what, entry.mend, entry.mend_otherwise):
        assert text == text.strip()
        assert not text.endswith(".")
    assert entry.what
    assert entry.mend
    assert explain(code, words())


def test_no_gap_of_a_message_stays_open(laid: Laid) -> None:
    for problem in laid.problems:
        entry = words().problem(problem.code)
        named = {name for _, name, _, _ in string.Formatter().parse(entry.what + entry.mend) if name}
        said = {*problem.details, "field"}

        assert named <= said
        assert what(problem, words())
        assert mend(problem, words())


def test_every_form_of_the_messages_can_be_written(laid: Laid) -> None:
    assert len(list(as_github(laid.problems, words()))) == len(laid.problems)
    assert as_json(laid.problems, words()).isascii()


@pytest.mark.parametrize("kind", [*KINDS, "framework", "term"])
def test_every_kind_has_a_name_in_messages(kind: str) -> None:
    problem = Problem("unknown-id", Place("x.yml"), {"kind": kind, "found": "x", "nearest": ""})

    assert words()[f"problem_kind_{kind}"] in what(problem, words())


GAPS = {
    *(
        "field",
        "found",
        "nearest",
        "valid",
        "kind",
        "other",
        "what",
        "key",
        "key_name",
        "first",
        "most",
        "least",
    ),
    *("line", "some", "instead", "who", "says"),
    *("length", "size", "folder", "id", "more", "answer", "before", "circle", "scheme", "said", "total"),
}
"""What the program says of a problem; each is the name of a gap."""
