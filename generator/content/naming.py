"""The names of files: which are ids, and what an author may have meant by others."""

import re
import unicodedata
from collections.abc import Sequence

from generator.model import ID_PATTERN

LONGEST_ID = 80

_ANY = re.IGNORECASE | re.DOTALL  # the name of a file can hold a line break
_BACKUPS = re.compile(r"\.|#|~\$|.*(~|\.orig|\.rej|\.bak|\.swp|\.tmp)$", _ANY)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(\..*)?", _ANY)
_UNMENTIONED = re.compile(
    r"(README|LICEN[CS]E|COPYING|CNAME|AUTHORS|CHANGELOG|Makefile)\b.*|Thumbs\.db|desktop\.ini", _ANY
)
_LIKE_OURS = re.compile(r"(.+?)\.ya?ml(?:\.txt)?", _ANY)
_PLAIN_TEXT = re.compile(r"(.+)\.txt|([^.]+)", _ANY)
_DOCUMENT = re.compile(r"(.+)\.(?:docx?|odt|rtf|pages)", _ANY)
_PICTURE = re.compile(r".+\.(?:png|jpe?g|webp|gif|heic|svg|bmp|tiff?)", _ANY)
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "ł": "l"}
)
"""How letters are written where only a to z are at hand."""


def is_backup(name: str) -> bool:
    """Whether an editor, a merge or the computer left this file behind."""
    return bool(_BACKUPS.match(name))


def is_id(name: str) -> bool:
    """Whether a name without its ending can be the id and the address of an item."""
    return bool(re.fullmatch(ID_PATTERN, name)) and len(name) <= LONGEST_ID and not _RESERVED.fullmatch(name)


def is_like_ours(name: str) -> bool:
    """Whether a file says that it belongs to the course, even if its ending is not quite right."""
    return bool(_LIKE_OURS.fullmatch(name))


def is_like_text(name: str) -> bool:
    """Whether a file may hold a text that its author takes for a part of the course."""
    if _UNMENTIONED.fullmatch(name):
        return False
    return any(each.fullmatch(name) for each in (_LIKE_OURS, _PLAIN_TEXT, _DOCUMENT))


def misfit(name: str, others: Sequence[str]) -> tuple[str, str] | None:
    """The problem with the name of a file in the folder of a kind, and what it should be.

    None where nothing is to be said about it. `others` are the names beside it.
    """
    if _UNMENTIONED.fullmatch(name):
        return None
    if _PICTURE.fullmatch(name):
        return "picture-elsewhere", ""
    if document := _DOCUMENT.fullmatch(name):
        return "document", _suggestion(document[1])
    if not is_like_text(name):
        return "unexpected-file", ""
    return _misnamed(name, others)


def _misnamed(name: str, others: Sequence[str]) -> tuple[str, str]:
    match = _LIKE_OURS.fullmatch(name) or _PLAIN_TEXT.fullmatch(name)
    bare = next(filter(None, match.groups())) if match else name
    better = _suggestion(bare)
    if better in others:
        return "file-twice", better
    if _RESERVED.fullmatch(bare):
        return "file-name-reserved", better
    return "file-name" if name.endswith(".yml") else "file-name-ending", better


def _suggestion(bare: str) -> str:
    """The name of a file that fits, made of the letters of another."""
    better = id_of(bare)
    return f"{better}.yml" if better else ""


def id_of(text: str) -> str:
    """An id made of the letters of a text; nothing where none of them can be written as a to z."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    folded = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()
    mended = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:LONGEST_ID].strip("-")
    return f"{mended}-1" if _RESERVED.fullmatch(mended) else mended
