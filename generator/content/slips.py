"""What an author most likely did where reading stopped, by the lines around it."""

import re
from collections.abc import Iterator, Sequence

from generator.content.keys import Keys
from generator.content.lines import KEY, above, first_below, goes_on, has_bar, heads, indent, unclosed_quote
from generator.content.tree import Mark, Refused

SIGN = re.compile(r"( *)([‐‑‒–—−•‣●◦▪∙·*]|[0-9]{1,2}[.)])\s+(?=\S)")
"""What word processors put in front of the entries of a list."""
LIKE_A_BAR = frozenset("lI1!/¦ǀ‖")

_FRONT = re.compile(r"\s*(?:-\s+)*(?:-(?=[^\S \t]))?(?:[^\S \t]+)?(?:([A-Za-z_][\w-]*):[^\S\t]*)?")
_ODD = re.compile(r"[^\S \t]")
_WIDE_COLON = re.compile(r"( *(?:- +)*)([A-Za-z_][\w-]*)：")


def refine(refused: Refused, lines: Sequence[str], keys: Keys) -> Refused:
    """The mistake behind the one that stopped the reading, or that one."""
    looks = (_fence, _quote, _long_text, _sign, _shifted, _two_keys, _no_colon, _quotation)
    return next((found for look in looks if (found := look(refused, lines, keys))), refused)


def at_sight(lines: Sequence[str], keys: Keys) -> Iterator[Refused]:
    """Mistakes that each line shows by itself, before anything is read."""
    texts = heads(lines, keys.prose)
    for row, line in enumerate(lines):
        if texts[row] is None and not line.isascii():
            yield from _odd_space(row, line, keys)
            if (wide := _WIDE_COLON.match(line)) and wide[2] in keys.top | keys.inner:
                yield Refused("wide-colon", Mark(row, wide.end() - 1), key=wide[2])


def _odd_space(row: int, line: str, keys: Keys) -> Iterator[Refused]:
    """After a word that is no key, such a space belongs to a text: `- Well:\u00a0who asked?`."""
    if not (line.strip() and (front := _FRONT.match(line))):
        return
    end = front.end() if front[1] is None or front[1] in keys.top | keys.inner else front.end(1)
    if odd := _ODD.search(line, 0, end):
        found = f"U+{ord(odd[0]):04X}"
        yield Refused("special-space", Mark(row, odd.start()), found=found, until=str(front.end()))


def dashes_before_keys(lines: Sequence[str], keys: Keys) -> list[Refused]:
    """A dash before the first key of a file, and those before the other keys."""
    first = next((row for row, line in enumerate(lines) if re.match(r"\s*[^\s#]", line)), None)
    if first is None or not _is_dashed_key(lines[first], keys):
        return []
    texts = heads(lines)
    rows = (row for row, line in enumerate(lines) if texts[row] is None and _is_dashed_key(line, keys))
    return [
        Refused("dash-before-key", Mark(row, 0), key=(KEY.match(lines[row]) or [""] * 3)[2]) for row in rows
    ]


def _is_dashed_key(line: str, keys: Keys) -> bool:
    key = KEY.match(line)
    return key is not None and bool(re.fullmatch(r"- +", key[1])) and key[2] in keys.top


def _fence(refused: Refused, lines: Sequence[str], _: Keys) -> Refused | None:
    row = refused.mark.line
    line = lines[row] if row < len(lines) else ""
    return Refused("fence", Mark(row, indent(line))) if line.strip().startswith("```") else None


def _quote(refused: Refused, lines: Sequence[str], keys: Keys) -> Refused | None:
    """A quote further up that is never closed; what stopped the reading is only its consequence."""
    opened = unclosed_quote(lines, keys.prose, refused.mark.line + (refused.code == "quote-not-closed"))
    if opened is None or opened == refused.mark:
        return None
    return Refused("quote-not-closed", opened, found=lines[opened.line].strip())


def _long_text(refused: Refused, lines: Sequence[str], keys: Keys) -> Refused | None:
    """A text of several lines without the sign | after its key, or with text on the line of the sign."""
    row = refused.mark.line
    if refused.code == "start-character" and refused.details["found"] == "|":
        return Refused("text-on-bar-line", refused.mark)
    head = heads(lines, keys.prose)[row] if row < len(lines) else None
    if head is None and goes_on(lines, row):
        head = row
    key = KEY.fullmatch(lines[head]) if head is not None else None
    if head is None or key is None or key[2] not in keys.prose:
        return None
    return bar_problem(key, head)


def bar_problem(key: re.Match[str], row: int) -> Refused | None:
    """What is wrong with the line of a key whose text stands below."""
    value, mark = key[3].strip(), Mark(row, key.start(2))
    if has_bar(value) or value[:1] in ('"', "'"):
        return None
    if value in LIKE_A_BAR:
        return Refused("bar-mistaken", Mark(row, key.start(3)), key=key[2], found=value)
    if value[:1] in ("|", ">"):
        return Refused("text-on-bar-line", Mark(row, key.start(3)))
    return Refused("bar-missing", mark, key=key[2])


def _sign(refused: Refused, lines: Sequence[str], _: Keys) -> Refused | None:
    """An entry of a list that begins with a sign of a word processor, the first of several."""
    row = refused.mark.line
    if row >= len(lines) or not SIGN.match(lines[row]) or heads(lines)[row] is not None:
        return None
    first = row
    while (other := above(lines, first)) is not None and SIGN.match(lines[other]):
        first = other
    listed = other is not None and (lines[other].rstrip().endswith(":") or lines[other].lstrip()[:2] == "- ")
    return _of_sign(first, lines) if listed else None


def _of_sign(row: int, lines: Sequence[str]) -> Refused | None:
    sign = SIGN.match(lines[row])
    return Refused("dash-sign", Mark(row, sign.start(2)), found=sign[2]) if sign else None


def _shifted(refused: Refused, lines: Sequence[str], _: Keys) -> Refused | None:
    """A line of a text that does not stand below the others."""
    row = refused.mark.line
    if row >= len(lines) or not lines[row].startswith(" "):
        return None
    texts = heads(lines)
    if (head := texts[row]) is None:
        return _remark_in_text(row, lines, texts)
    first = first_below(lines, head)
    key = KEY.fullmatch(lines[head])
    if first is None or key is None or indent(lines[first]) <= indent(lines[row]):
        return None
    if indent(lines[first]) <= len(key[1]) + 2:
        return Refused("indentation", Mark(row, indent(lines[row])))
    return Refused("first-line-deeper", Mark(first, indent(lines[first])), other=str(row + 1))


def _remark_in_text(row: int, lines: Sequence[str], texts: list[int | None]) -> Refused | None:
    """A line with # in the first column, which ends the text above it unseen."""
    remark, other = None, above(lines, row)
    while other is not None and lines[other].startswith("#"):
        remark, other = other, above(lines, other)
    if remark is None or other is None or texts[other] is None:
        return None
    return Refused("hash-not-indented", Mark(remark, 0))


def _two_keys(refused: Refused, lines: Sequence[str], keys: Keys) -> Refused | None:
    """A second key on the line of another."""
    row = refused.mark.line
    key = KEY.fullmatch(lines[row]) if refused.code == "colon" and row < len(lines) else None
    for found in re.finditer(r"[,;\s]([a-z_]+):(?=\s|$)", key[3]) if key else ():
        known = keys.inner if key and key[1] else keys.top
        if key and found[1] in known and key[2] in known:
            return Refused("two-keys", Mark(row, key.start(3) + found.start(1)), found=found[1])
    return None


def _no_colon(refused: Refused, lines: Sequence[str], keys: Keys) -> Refused | None:
    """A key of the file without its colon: `outcome = delight`, `outcome delight`."""
    row = refused.mark.line
    if refused.code not in ("not-indented", "syntax", "colon") or row >= len(lines):
        return None
    match = re.match(r"([a-z_]+)(?:\s*=\s*|\s+)\S", lines[row])
    if match is None or match[1] not in keys.top:
        return None
    return Refused("colon-missing", Mark(row, 0), key=match[1])


def _quotation(refused: Refused, lines: Sequence[str], _: Keys) -> Refused | None:
    """A text that begins with a quotation and goes on with a dash: `- "Leave it" - what?`."""
    before = lines[refused.mark.line][: refused.mark.column] if refused.mark.line < len(lines) else ""
    quoted = re.match(r"""\s*(?:-\s+|[\w-]+:\s+)(["'])""", before)
    if refused.code != "list-on-key-line" or quoted is None:
        return None
    return Refused("quote-inside", refused.mark)
