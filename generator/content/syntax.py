"""What a reader of YAML complains about → a mistake at the line that an author should look at."""

import re

from generator.content.lines import indent
from generator.content.tree import Mark, Refused

_KEY_AND_TEXT = re.compile(r"\s*[a-z_]+:(?!//)\S")

_MISTAKES: tuple[tuple[str, str, str], ...] = (
    # where the parser was, what it found, the code; the first row that fits
    (r"quoted scalar", r"end of stream|document indicator", "quote-not-closed"),
    (r"quoted scalar", r"escape|hexdec", "backslash"),
    (r"", r"mapping values are not allowed", "colon"),
    (r"", r"tab", "tab"),
    (r"", r"cannot start any token", "start-character"),
    (r"directive", r"", "start-character"),
    (r"anchor|alias", r"", "start-character"),
    (r"tag", r"", "start-character"),
    (r"", r"undefined alias", "start-character"),
    (r"block scalar|block node", r"comment or line break|node content", "start-character"),
    (r"", r"mapping keys are not allowed", "start-character"),
    (r"flow", r"", "bracket"),
    (r"simple key", r"", "not-indented"),
    (r"block sequence", r"did not find expected '-'", "dash"),
    (r"block mapping", r"did not find expected key", "indentation"),
    (r"", r"block sequence entries are not allowed", "list-on-key-line"),
    (r"", r"expected .document start", "indentation"),
)


def refusal(where: str, what: str, mark: Mark, start: Mark, lines: list[str]) -> Refused:
    """The mistake behind a complaint: `where` the reader was since `start`, `what` it met at `mark`."""
    fits = (code for place, found, code in _MISTAKES if re.search(place, where) and re.search(found, what))
    return _told(next(fits, "syntax"), mark, start, lines)


def _told(code: str, mark: Mark, start: Mark, lines: list[str]) -> Refused:
    """The mistake at the line that an author should look at, by what stands in it."""
    line = _line(lines, mark)
    if line[: mark.column + 1].strip() == "" and "\t" in line[: mark.column + 1]:
        return Refused("tab", mark)
    if code in ("quote-not-closed", "bracket"):
        at = start if _line(lines, start).strip() else _last_bracket(lines)
        return Refused(code, at, found=_line(lines, at).strip())
    if line.startswith("..."):
        return Refused("second-document", mark)
    if code == "not-indented":
        return _stray_line(start, lines)
    if code == "start-character":
        at = start if start.line == mark.line else mark
        return Refused(code, at, found=_line(lines, at)[at.column : at.column + 1] or line.strip()[:1])
    if code == "indentation":
        return _out_of_line(mark, lines)
    if code == "colon" and line.count(": ") + line.rstrip().endswith(":") < 2:
        return _stray_key(mark, lines)
    return Refused(code, mark)


def _last_bracket(lines: list[str]) -> Mark:
    """Where the last brackets begin: what has nothing inside is noticed behind the end of the file."""
    row = max((row for row, line in enumerate(lines) if re.search(r"[\[{]", line)), default=0)
    return Mark(row, max(0, *map(lines[row].rfind, "[{")))


def _out_of_line(mark: Mark, lines: list[str]) -> Refused:
    """A line that does not stand below its neighbours, or a text that goes on after its end."""
    value = re.match(r"(\s*(?:- +)?(?:[\w-]+: +)?)(['\"\[{])", _line(lines, mark)[: mark.column])
    if value and value[2] in "'\"":
        return Refused("quote-inside", mark)
    if value:
        return Refused("start-character", Mark(mark.line, len(value[1])), found=value[2])
    if any(line.startswith("...") for line in lines[: mark.line]):
        ended = next(number for number, line in enumerate(lines) if line.startswith("..."))
        return Refused("second-document", Mark(ended, 0))
    first = next((number for number, line in enumerate(lines) if re.match(r" *[^\s#]", line)), 0)
    if 0 == mark.column < indent(lines[first]):
        return Refused("indentation", Mark(first, indent(lines[first])))
    return Refused("indentation", mark)


def _stray_line(at: Mark, lines: list[str]) -> Refused:
    """A line without a key, by what its author most likely forgot."""
    line = _line(lines, at)
    above = next((lines[row] for row in range(at.line - 1, -1, -1) if lines[row].strip()), "")
    below_an_entry = above.lstrip().startswith("- ") and indent(above) == indent(line)
    if re.match(r"\s*-\S", line) or (below_an_entry and above.rstrip().endswith((".", "!", "?"))):
        return Refused("dash", at)
    code = "colon-without-space" if _KEY_AND_TEXT.match(line) else "not-indented"
    return Refused(code, at, found=line.strip())


def _stray_key(mark: Mark, lines: list[str]) -> Refused:
    """A key after a line that should have been one, or that stands too far in; or a text with a colon."""
    row = max(0, mark.line - 1)
    line, above = _line(lines, mark), lines[row]
    if not re.match(r"\s*[a-z_]+\s*:", line):
        return Refused("colon", mark)
    if indent(line) > indent(above):
        return Refused("indentation", Mark(mark.line, indent(line)))
    return _stray_line(Mark(row, indent(above)), lines)


def _line(lines: list[str], mark: Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""
