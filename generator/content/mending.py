"""An author's line as it should be, where a mistake leaves no doubt."""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.content.keys import Keys
from generator.content.lines import KEY, above, first_below, goes_on, has_bar, heads, indent
from generator.content.tree import Refused

_UNKNOWN = Keys()
_KEY_IN_FRONT = re.compile(r" *([A-Za-z_][\w-]*):(?= |$)")


def mended_line(refused: Refused, lines: Sequence[str], keys: Keys = _UNKNOWN) -> str | None:
    """The author's line as it should be, where the mistake leaves no doubt."""
    row = refused.mark.line
    if row >= len(lines) or refused.code not in _MENDERS:
        return None
    mended = _MENDERS[refused.code](refused, lines, keys)
    return mended if mended != lines[row] else None


def replacement(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    """What to read in place of a line, so that reading can go on: the mended line, or nothing at all."""
    line = lines[refused.mark.line] if refused.mark.line < len(lines) else ""
    ends_nothing = refused.code == "second-document" and line.strip() in ("---", "...")
    return "" if ends_nothing or refused.code == "fence" else mended_line(refused, lines, keys)


def in_quotes(line: str, start: int, end: int, *, outer: int = 0) -> str:
    """A part of a line in double quotes, in place of `outer` characters on each side of it."""
    escaped = line[start:end].replace("\\", "\\\\").replace('"', '\\"')
    return f'{line[: start - outer]}"{escaped}"{line[end + outer :]}'


def _quoted(refused: Refused, lines: Sequence[str], _: Keys) -> str | None:
    row = refused.mark.line
    return None if goes_on(lines, row) else _quoted_line(lines[row], refused.mark.column)


def _emphasis_quoted(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    found = lines[refused.mark.line][refused.mark.column :]
    return _quoted(refused, lines, keys) if re.match(r"\*[^\s*][^*]*\*(\s|$)", found) else None


def _dash_of_key_quoted(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    key = _KEY_IN_FRONT.match(lines[refused.mark.line])
    return _quoted(refused, lines, keys) if key and key[1] in keys.single else None


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


def _closed(refused: Refused, lines: Sequence[str], _: Keys) -> str | None:
    """The missing quote at the end of the line, where the text does not go on in the next."""
    line, column = lines[refused.mark.line].rstrip(), refused.mark.column
    opened = re.fullmatch(r" *(?:- +)*(?:[A-Za-z_][\w-]*: +)?", line[:column]) and line[:column].strip()
    alone = line[column : column + 1] not in line[column + 1 :] and not line.endswith("\\")
    return line + line[column] if opened and alone and not goes_on(lines, refused.mark.line) else None


def _with_backslashes(refused: Refused, lines: Sequence[str], _: Keys) -> str | None:
    line = lines[refused.mark.line]
    return None if "\\\\" in line else re.sub(r'\\(?!")', r"\\\\", line)


def _with_dash(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    return re.sub(r"^(\s*)-?", r"\1- ", lines[refused.mark.line])


def _with_hyphen(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    line = lines[refused.mark.line].lstrip()
    return " " * refused.mark.column + "- " + line[len(refused.details["found"]) :].lstrip()


def _with_space(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    return lines[refused.mark.line].replace(":", ": ", 1)


def _with_colon(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    line = lines[refused.mark.line]
    after_text = _text_above(lines, refused.mark.line, keys) is not None
    sure = "=" in line.split(refused.details["key"], 1)[1][:3] or not after_text or line.count(" ") == 1
    return re.sub(r"^( *[\w-]+)\s*=?\s*", r"\1: ", line) if sure else None


def _with_ordinary_spaces(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    line = lines[refused.mark.line]
    end = int(refused.details["until"])
    front = re.sub(r"[^\S \t]", " ", line[:end])
    return re.sub(r"([-:]) +$", r"\1 ", front) + line[end:]


def _with_ordinary_colon(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    line, column = lines[refused.mark.line], refused.mark.column
    return f"{line[:column]}: {line[column + 1 :].lstrip()}".rstrip()


def _with_bar(refused: Refused, lines: Sequence[str], _: Keys) -> str | None:
    key = KEY.fullmatch(lines[refused.mark.line])
    if key is None or (refused.code == "bar-missing" and key[3].strip()):
        return None
    return f"{key[1]}{key[2]}: |"


def _without_dash(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    return lines[refused.mark.line].lstrip()[1:].lstrip()


def _moved(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    """A line below its neighbours, where it is clear which they are."""
    row = refused.mark.line
    column = _column(lines, row, keys)
    return None if column is None else " " * column + lines[row].lstrip()


def _moved_into_text(refused: Refused, lines: Sequence[str], keys: Keys) -> str | None:
    column = _text_above(lines, refused.mark.line, keys)
    return None if column is None else " " * column + lines[refused.mark.line].lstrip()


def _column(lines: Sequence[str], row: int, keys: Keys) -> int | None:
    """Where a line should begin: where keys of the file do, or where the line above does, or two further."""
    key = _KEY_IN_FRONT.match(lines[row].lstrip())
    if key and key[1] in keys.top - keys.inner:
        return 0
    other = above(lines, row)
    if other is None:
        return 0 if key and key[1] in keys.top else None
    if (column := _text_above(lines, row, keys)) is not None:
        return column
    opening = KEY.fullmatch(lines[other])
    if opening and (not opening[3].strip() or has_bar(opening[3])):
        return len(opening[1]) + 2
    if (entry := re.match(r"( *)- +", lines[other])) and lines[row].lstrip().startswith("- "):
        return len(entry[1])
    beside = key and opening and (opening[1] or key[1] in keys.top)
    return len(opening[1]) if opening and beside else None


def _text_above(lines: Sequence[str], row: int, keys: Keys) -> int | None:
    """The column of the text of several lines that a line stands below, if it does."""
    other = above(lines, row)
    while other is not None and lines[other].startswith("#"):
        other = above(lines, other)
    if other is None:
        return None
    if (head := heads(lines[:row], keys.prose)[other]) is not None:
        first = first_below(lines, head)
        return indent(lines[first]) if first is not None else None
    key = KEY.fullmatch(lines[other])
    begins = key and (has_bar(key[3]) or (key[2] in keys.prose and not key[3].strip()))
    return len(key[1]) + 2 if key and begins else None


def _in_line_with(refused: Refused, lines: Sequence[str], _: Keys) -> str:
    other = lines[int(refused.details["other"]) - 1]
    return " " * indent(other) + lines[refused.mark.line].lstrip()


_MENDERS: Mapping[str, Callable[[Refused, Sequence[str], Keys], str | None]] = {
    "colon": _quoted,
    "start-character": _quoted,
    "quote-inside": _quoted,
    "braces": _quoted,
    "alias": _emphasis_quoted,
    "list-on-key-line": _dash_of_key_quoted,
    "quote-not-closed": _closed,
    "backslash": _with_backslashes,
    "dash": _with_dash,
    "dash-sign": _with_hyphen,
    "dash-before-key": _without_dash,
    "colon-without-space": _with_space,
    "colon-missing": _with_colon,
    "special-space": _with_ordinary_spaces,
    "wide-colon": _with_ordinary_colon,
    "bar-missing": _with_bar,
    "bar-mistaken": _with_bar,
    "tab": _moved,
    "indentation": _moved,
    "not-indented": _moved_into_text,
    "first-line-deeper": _in_line_with,
    "hash-not-indented": _moved,
}
