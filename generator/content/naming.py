"""The names of files: which are ids, and what an author may have meant by others."""

import re
import unicodedata

from generator.model import ID_PATTERN

LONGEST_ID = 80

_BACKUPS = re.compile(r"\.|#|.*(~|\.orig|\.rej|\.bak|\.swp|\.tmp)$", re.IGNORECASE)
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(\..*)?", re.IGNORECASE)


def is_backup(name: str) -> bool:
    """Whether an editor, a merge or the computer left this file behind."""
    return bool(_BACKUPS.match(name))


def is_id(name: str) -> bool:
    """Whether a name without its ending can be the id and the address of an item."""
    return bool(re.fullmatch(ID_PATTERN, name)) and len(name) <= LONGEST_ID and not _RESERVED.fullmatch(name)


def misfit(name: str) -> tuple[str, str]:
    """The problem with the name of a file, and a better name, or nothing."""
    bare = unicodedata.normalize("NFKD", name.rsplit(".", 1)[0]).encode("ascii", "ignore").decode()
    mended = re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")[:LONGEST_ID].strip("-")
    reserved = _RESERVED.fullmatch(mended)
    suggestion = f"{mended}-1" if reserved else mended
    return "file-name-reserved" if reserved else "file-name", f"{suggestion}.yml" if suggestion else ""
