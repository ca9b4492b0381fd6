"""What can be told of a text line by line, whether or not it can be read as a whole."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.content.tree import Mark

KEY = re.compile(r"( *(?:- +)*)([A-Za-z_][\w-]*):(?= |$) *(.*)")
"""A line with a key: what stands in front, the key, the value."""

_BAR = re.compile(r"[|>][-+0-9]{0,2}\s*(?:\s#.*)?")
_OPENING = re.compile(r"""( *(?:- +)*(?:[A-Za-z_][\w-]*: +)?)(["'])""")
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*+"'), "'": re.compile(r"(?:[^']|'')*+'")}


def indent(line: str) -> int:
    """How many spaces stand in front of a line."""
    return len(line) - len(line.lstrip(" "))


def has_bar(value: str) -> bool:
    """Whether what stands after a colon says that a text begins on the next line."""
    return bool(_BAR.fullmatch(value))


def heads(lines: Sequence[str], prose: frozenset[str] = frozenset()) -> list[int | None]:
    """For each line the line of the key whose text it belongs to, or None.

    Such a text begins with the sign `|` or stands below a key of `prose`.
    """
    found: list[int | None] = []
    head, column = None, 0
    for row, line in enumerate(lines):
        if head is not None and line.strip() and indent(line) <= column:
            head = None
        found.append(head)
        if head is None and (key := KEY.fullmatch(line)):
            below = key[2] in prose and key[3][:1] not in tuple("\"'[{")
            head = row if has_bar(key[3]) or below else None
            column = len(key[1])
    return found


def above(lines: Sequence[str], row: int) -> int | None:
    """The nearest line above that is not empty."""
    return next((other for other in range(row - 1, -1, -1) if lines[other].strip()), None)


def first_below(lines: Sequence[str], row: int) -> int | None:
    """The nearest line below that is not empty."""
    return next((other for other in range(row + 1, len(lines)) if lines[other].strip()), None)


def goes_on(lines: Sequence[str], row: int) -> bool:
    """Whether the text of a line goes on in the next one."""
    start = re.match(r" *(?:- +(?=[\w-]+: ))?", lines[row]) if row < len(lines) else None
    below = first_below(lines, row)
    return start is not None and below is not None and indent(lines[below]) > len(start[0])


def unclosed_quote(lines: Sequence[str], prose: frozenset[str], until: int) -> Mark | None:
    """The first quote before a line that opens a text and is closed nowhere it could be."""
    texts = heads(lines, prose)
    row = 0
    while row < min(until, len(lines)):
        opening = _OPENING.match(lines[row])
        if opening and opening[1].strip() and texts[row] is None:
            end = _end(lines, row, opening)
            if end is None:
                return Mark(row, opening.start(2))
            row = end
        row += 1
    return None


def closes(text: str, quote: str) -> bool:
    """Whether a text that follows an opening quote holds the closing one."""
    return bool(_CLOSING[quote].match(text))


def as_written(column: int, read: str, written: str) -> int:
    """A column of a mended line, in the line as its author wrote it."""
    pairs = zip(read, written, strict=False)
    same = next(
        (number for number, (one, other) in enumerate(pairs) if one != other), min(len(read), len(written))
    )
    if column <= same:
        return column
    if written.endswith(read[column:]):
        return len(written) - len(read[column:])
    return same


def _end(lines: Sequence[str], row: int, opening: re.Match[str]) -> int | None:
    """The line in which a quote is closed, or None where the next key or entry comes first."""
    if closes(lines[row][opening.end() :], opening[2]):
        return row
    column = indent(lines[row])
    below = takewhile(lambda line: not line.strip() or indent(line) > column, lines[row + 1 :])
    for number, line in enumerate(below, row + 1):
        if closing := _CLOSING[opening[2]].match(line):
            return number if re.fullmatch(r"\s*(?:[#,\]}].*)?", line[closing.end() :]) else None
    return None
