"""Bytes → text: what may stand in a file at all, before anything reads it."""

import re
import unicodedata
from collections.abc import Iterator

from generator.content.tree import Mark, Refused

LARGEST_FILE = 256 * 1024
LONGEST_LINE = 5_000

MOST_SIGNS = 8
"""So many signs stand above and below one letter in the scripts that need most."""

_JOINERS = "\u200c\u200d"
"""Invisible, but part of how Persian and many emoji are written."""
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
"""Invisible, though Unicode counts them among letters, signs and symbols."""
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Invisible, and choose a form of the one sign in front of them."""
_UNSEEN = re.compile(f"[{_JOINERS}{_FILLERS}{_SELECTORS}]")
_IDLE = re.compile(
    f"[{_FILLERS}]"
    f"|(?<![^\x00-\xa0{_JOINERS}])[{_JOINERS}]"
    f"|(?<![0-9#*])(?<![^\x00-\xa0{_JOINERS}{_SELECTORS}])[{_SELECTORS}]"
)
"""What cannot be seen and has no sign in front of it on which it could work: so texts hide in texts."""
_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
_KEY = re.compile(r"[\w-]{1,60}(?=:)")
_PACKED = {
    "Word": b"word/",
    "LibreOffice": b"opendocument",
    "Excel": b"xl/",
    "PowerPoint": b"ppt/",
    "Pages": b"Index/",
}
_DOCUMENTS = {
    "Word": b"\xd0\xcf\x11\xe0",
    "RTF": b"{\\rtf",
    "PDF": b"%PDF-",
    "PNG": b"\x89PNG",
    "JPEG": b"\xff\xd8\xff",
}
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) |^={7}$", re.MULTILINE)


def decode(data: bytes) -> str:
    """The text of a file, with line ends as `\\n` and without a byte order mark. Raises Refused."""
    if document := _document(data):
        raise Refused("not-text", Mark(0, 0), found=document)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("not-utf8", Mark(0, 0), found="UTF-16")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise Refused("not-utf8", _mark_at(before, len(before)), found=f"0x{data[error.start]:02X}") from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _document(data: bytes) -> str:
    """The name of the program or the format that a file was made with, where it is known not to be text."""
    if data.startswith(b"PK\x03\x04"):
        return next((name for name, sign in _PACKED.items() if sign in data[:4_000]), "ZIP")
    return next((name for name, sign in _DOCUMENTS.items() if data.startswith(sign)), "")


def refuse(text: str) -> Iterator[Refused]:
    """Everything in the text of a file that no author means to write there."""
    if conflict := _CONFLICT.search(text):
        yield Refused("merge-conflict", _mark_at(text, conflict.start()))
        return
    for offset, character in unwanted(text):
        mark = _mark_at(text, offset)
        yield Refused("character", mark, found=code_point(character), what=kind_of(character))
    yield from _long_lines(text)


def _long_lines(text: str) -> Iterator[Refused]:
    key = ""
    for number, line in enumerate(text.split("\n")):
        key = match[0] if (match := _KEY.match(line)) else key
        if len(line) > LONGEST_LINE:
            found = line.strip()[:30]
            yield Refused("line-too-long", Mark(number, 0), key=key, most=str(LONGEST_LINE), found=found)


def unwanted(text: str) -> Iterator[tuple[int, str]]:
    """Characters that nobody sees, or that change what others see, with their positions in the text."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return
    idle = {found.start() for found in _IDLE.finditer(text)}
    signs = 0
    for offset, character in enumerate(text):
        signs = signs + 1 if character >= "\u0300" and unicodedata.category(character) in ("Mn", "Me") else 0
        if offset in idle or signs == MOST_SIGNS + 1 or _is_unwanted(character):
            yield offset, character


def kind_of(character: str) -> str:
    """Which words describe an unwanted character: the ending of a name in the table of words."""
    if character in "\r\u0085\u2028\u2029":
        return "line-break"
    if _UNSEEN.match(character):
        return "invisible"
    category = unicodedata.category(character)
    return {"Cf": "invisible", "Cc": "control", "Mn": "pile", "Me": "pile"}.get(category, "broken")


def code_point(character: str) -> str:
    """A character by its number: U+200B."""
    return f"U+{ord(character):04X}"


def _is_unwanted(character: str) -> bool:
    if character.isprintable():
        return character == "\ufffd"
    category = unicodedata.category(character)
    if category == "Cf":
        return character not in _JOINERS + _VISIBLE_FORMATS
    if category == "Cn":
        return ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return category in ("Cc", "Cs", "Co", "Zl", "Zp") and character not in "\n\t"


def _mark_at(text: str, offset: int) -> Mark:
    line = text.count("\n", 0, offset)
    return Mark(line, offset - (text.rfind("\n", 0, offset) + 1))
