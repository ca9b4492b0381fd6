"""Problems in words: lines for people, annotations for GitHub, data for programs.

Everything that an author wrote passes through one escape function before it is printed.
"""

import json
import os
import re
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from textwrap import indent
from typing import TextIO

from generator.model import Location, Problem
from generator.wording import Wording

NOT_CHECKED = "not-checked"
"""The words for what stands below a mistake that ends the reading of a file."""

SHOWN_BEFORE, SHOWN_AFTER = 60, 100
"""How many characters of a long line are shown before and from the place of a problem."""

LONGEST_REPORT = 48_000
"""How many bytes of problems are printed. Logs are read by people, and kept."""

LONGEST_MESSAGE = 4_000

_RED, _YELLOW, _GREEN, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[2m", "\x1b[0m"


def what(problem: Problem, words: Wording) -> str:
    """What is wrong, in one sentence without a full stop."""
    return words.problem(problem.code).what.format_map(_gaps(problem, words))


def mend(problem: Problem, words: Wording) -> str:
    """How to mend it, and whether the lines below were left unread."""
    advice = words.problem(problem.code).mend_for(_gaps(problem, words))
    return f"{advice}; {words.problem(NOT_CHECKED).what}" if "unchecked" in problem.details else advice


def as_text(problems: Iterable[Problem], words: Wording, *, colour: bool = False) -> Iterator[str]:
    """`file:line:column: code: what; how to mend`, the author's line with a mark, and the mended line."""
    for problem in problems:
        place = f"{problem.place.file}:{problem.place.line}:{problem.place.column}"
        paint = _YELLOW if problem.severity == "warning" else _RED
        label = f"{words['warning']} " if problem.severity == "warning" else ""
        sentence = f"{what(problem, words)}; {mend(problem, words)}"
        yield f"{visible(place)}: {_painted(label + problem.code, paint, colour)}: {visible(sentence)}"
        if problem.excerpt.strip():
            yield from _shown(problem, paint, colour)


def as_mended(problems: Iterable[Problem], words: Wording) -> Iterator[str]:
    """What was mended: `file:line:column: mended: code: what`, the line before and after."""
    for problem in problems:
        place = f"{problem.place.file}:{problem.place.line}:{problem.place.column}"
        yield visible(f"{place}: {words['mended']}: {problem.code}: {what(problem, words)}")
        yield from _shown(problem, "", False)


def as_printed(problems: Sequence[Problem], words: Wording, stream: TextIO) -> str:
    """The lines for people as they are printed to a stream: in colour on a terminal, if nobody minds."""
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    lines = _as_much_as_fits(problems, words, lambda each: as_text([each], words, colour=colour))
    return "".join(f"{line}\n" for line in lines)


def as_github(problems: Sequence[Problem], words: Wording) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the author's line."""
    yield from _as_much_as_fits(problems, words, lambda each: [_as_command(each, words)])


def _as_much_as_fits(
    problems: Sequence[Problem], words: Wording, as_lines: Callable[[Problem], Iterable[str]]
) -> Iterator[str]:
    """The lines of each problem, until a log is full; then how many are left."""
    room = LONGEST_REPORT
    for number, problem in enumerate(problems):
        lines = list(as_lines(problem))
        room -= sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)
        if room < 0:
            yield words.say("problems_left", n=len(problems) - number)
            return
        yield from lines


def _as_command(problem: Problem, words: Wording) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{what(problem, words)}; {mend(problem, words)}"
    if problem.mended is not None:
        message += f"\n{words['mended_line']}\n{problem.mended}"
    return f"::{problem.severity} {listed}::{_escaped(message)}"


def as_json(problems: Iterable[Problem], words: Wording) -> str:
    """A list of problems as JSON, in ASCII."""
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "field": list(problem.field),
            "what": what(problem, words),
            "mend": mend(problem, words),
            "excerpt": problem.excerpt,
            "width": problem.width,
            "mended": problem.mended,
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2)


def as_gitlab(problems: Iterable[Problem], words: Wording) -> str:
    """A report that GitLab shows beside the author's lines of a merge request, in ASCII.

    Source: https://docs.gitlab.com/ci/testing/code_quality/
    """
    rows = [
        {
            "description": visible(f"{what(problem, words)}; {mend(problem, words)}"),
            "check_name": problem.code,
            "fingerprint": _fingerprint(problem),
            "severity": "minor" if problem.severity == "warning" else "major",
            "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2)


def _fingerprint(problem: Problem) -> str:
    """The same for the same problem in another run, wherever its line has moved to."""
    said = (problem.place.file, problem.code, *map(str, problem.field), problem.excerpt)
    return sha256("\0".join(said).encode()).hexdigest()


def explain(code: str, words: Wording) -> str | None:
    """The help page of a code, or None where there is no such code."""
    if code not in words.problems:
        return None
    entry = words.problem(code)
    parts = [code, entry.help.strip()]
    if entry.mistake:
        parts += [words["message_mistake"], _example(entry.mistake)]
        parts += [words["message_mended"], _example(entry.mended)]
    if entry.advice:
        parts.append(words.say("message_mend", mend=entry.advice))
    return "\n\n".join(parts) + "\n"


def _example(text: str) -> str:
    return indent(text.strip("\n"), "    ")


def account(error: BaseException, templates: Path) -> str:
    """What went wrong in the program: what it was doing, and the error, with its place in a template."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = (f"{f.filename}:{f.lineno}: " for f in frames if Path(f.filename).is_relative_to(templates))
    what = f"{next(places, '')}{type(error).__name__}: {' '.join(str(error).split())}"
    return "\n".join((*getattr(error, "__notes__", ()), what))


def visible(text: str) -> str:
    """Text that can be printed anywhere: no control characters, no hidden line breaks, no forged commands."""
    shown = "".join(
        character if character.isprintable() else f"[U+{ord(character):04X}]" for character in text
    )
    shown = re.sub(r"##(?=\[|vso\[)", "##\u2060", shown)
    return shown.replace("::", ":\u2060:") if shown.lstrip().startswith("::") else shown


def as_message(text: str) -> str:
    """A message of the program, whose lines may hold words of authors, as it can be printed anywhere."""
    lines = "\n".join(visible(line) for line in text.split("\n"))
    return lines if len(lines) <= LONGEST_MESSAGE else f"{lines[:LONGEST_MESSAGE]}…"


def _shown(problem: Problem, paint: str, colour: bool) -> Iterator[str]:
    """The author's line with a mark below, and the mended line; of long lines the part around the place."""
    number = str(problem.place.line)
    margin = " " * len(number)
    fits = len(problem.excerpt) <= SHOWN_BEFORE + SHOWN_AFTER
    start = 0 if fits else max(0, problem.place.column - 1 - SHOWN_BEFORE)
    excerpt = _cut(problem.excerpt, start)
    before = _cut(problem.excerpt[: problem.place.column - 1], start)
    yield f"  {number} | {excerpt}"
    if problem.place.column <= len(problem.excerpt) + 1:
        width = min(problem.width, max(1, len(excerpt) - len(before)))
        yield f"  {margin} | {' ' * columns(before)}{_painted('^' * width, paint, colour)}"
    if problem.mended is not None and problem.mended != problem.excerpt:
        yield f"  {margin} + {_painted(_cut(problem.mended, start), _GREEN, colour)}"


def _cut(line: str, start: int) -> str:
    """A line from a place on, as far as it fits, ready to be printed."""
    part = line[start : start + SHOWN_BEFORE + SHOWN_AFTER]
    left = "…" if start else ""
    right = "…" if start + len(part) < len(line) else ""
    return left + visible(part.replace("\t", "→")) + right


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese signs take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour else text


def _gaps(problem: Problem, words: Wording) -> dict[str, str]:
    gaps = {name: value if name == "valid" else _short(value) for name, value in problem.details.items()}
    kinds: dict[str, str] = {
        name: words.get(f"problem_kind_{gaps[name]}", gaps[name])
        for name in ("kind", "other")
        if name in gaps
    }
    if "what" in gaps:
        gaps["what"] = words[f"character_{gaps['what'].replace('-', '_')}"]
    return {**gaps, **kinds, "field": named(problem.field, words)}


def named(field: Location, words: Wording) -> str:
    """A field in words: `agenda, entry 2, minutes`."""
    steps = (words.say("problem_entry", number=step + 1) if isinstance(step, int) else step for step in field)
    return ", ".join(steps)


def _short(value: str) -> str:
    return value if len(value) <= 200 else value[:199] + "…"


def _escaped(text: str) -> str:
    """GitHub's escapes for a message, whatever the text holds."""
    kept = "\n".join(visible(line) for line in text.split("\n"))
    return kept.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
