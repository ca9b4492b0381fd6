"""An author's line as it should be, where a mistake leaves no doubt."""

import re

from generator.content.tree import Refused


def mended_line(refused: Refused, lines: tuple[str, ...]) -> str | None:
    """The author's line as it should be, where the mistake leaves no doubt."""
    row = refused.mark.line
    line = lines[row] if row < len(lines) else ""
    match refused.code:
        case "colon" | "start-character" | "quote-inside" | "braces":
            return None if _goes_on(lines, row) else _quoted_line(line, refused.mark.column)
        case "alias":
            emphasis = re.match(r"\*[^\s*][^*]*\*(\s|$)", line[refused.mark.column :])
            return _quoted_line(line, refused.mark.column) if emphasis and not _goes_on(lines, row) else None
        case "dash":
            return re.sub(r"^(\s*)-?", r"\1- ", line)
        case "colon-without-space":
            return re.sub(r":", ": ", line, count=1)
        case "tab":
            return re.sub(r"^[ \t]+", lambda start: start[0].replace("\t", "  "), line)
    return None


def _quoted_line(line: str, column: int) -> str | None:
    """A line with its value in double quotes; None where it is in doubt what the value is.

    The column is where the reading of the line stopped.
    """
    match = re.fullmatch(r"(\s*(?:- +(?:[\w-]+: +)?|[\w-]+: +))(\S.*?)\s*", line)
    if not match or column < match.end(1):
        return None
    if match[2][0] in "[{" and match[2][:2] != "{{" and column != match.end(1):
        return None
    value = _without_quotes(match[2], line[column - 1 : column + 1])
    if value is None:
        return None
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[1]}"{escaped}"'


def _goes_on(lines: tuple[str, ...], row: int) -> bool:
    """Whether the text of a line goes on in the next one."""
    start = re.match(r"\s*(?:- +(?=[\w-]+: ))?", lines[row])
    after = lines[row + 1] if row + 1 < len(lines) else ""
    return start is not None and bool(after.strip()) and len(after) - len(after.lstrip()) > len(start[0])


def _without_quotes(value: str, at_stop: str) -> str | None:
    """The text that stands in quotes, straight or curly, or in none."""
    if (value[0], value[-1]) in (("“", "”"), ("„", "“")) and len(value) > 1:
        return value[1:-1]
    if value[0] not in "'\"":
        return value
    closed = len(value) > 1 and value[0] == value[-1]
    ended_before_a_space = at_stop.startswith(" ")
    if closed == ended_before_a_space:
        return None
    return value[1:-1] if closed else value


def in_quotes(line: str, start: int, end: int, *, outer: int = 0) -> str:
    """A part of a line in double quotes, in place of `outer` characters on each side of it."""
    escaped = line[start:end].replace("\\", "\\\\").replace('"', '\\"')
    return f'{line[: start - outer]}"{escaped}"{line[end + outer :]}'
