"""When the texts of a course were last changed; the door to git.

Where there is no answer to trust (no git, no repository, a shallow clone, a broken configuration), nothing
is said and nothing fails. What the repository's own configuration could start (pagers, watchers, signature
checks, downloads) stays off: proposals from strangers are built by the same call.
"""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

UNKNOWN = 946_684_800
"""The moment that stands for "no commit is known": the first second of the year 2000."""

CENTURY = range(2000, 2100)
"""The years that are told; engines and zip files stumble over others."""
LATEST = 4_102_444_800
"""The first second after them."""

_SETTINGS = (
    "core.fsmonitor=false",
    "log.showSignature=false",
    "core.quotePath=true",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)
"""The last one keeps files of a content folder from being taken for a repository with settings of its own."""
_QUIET = tuple(word for setting in _SETTINGS for word in ("-c", setting))


def last_changed(folder: Path) -> Mapping[str, date]:
    """The day of the last commit to each file below a folder, by its path from there."""
    if not _complete(folder):
        return {}
    return _first_days(_git(folder, "log", "--relative", "--name-only", "--format=:%cs", "--", "."))


def last_commit(*folders: Path) -> int:
    """The second, since 1970, of the last commit that touched one of the folders."""
    return max((_last_commit(folder) for folder in folders), default=UNKNOWN)


def unpack(folder: Path, revision: str, into: Path) -> bool:
    """Writes a folder as it was at a revision; whether there is such a revision that has it.

    Files alone are written, below the new folder alone: a link in a proposal leads nowhere.
    """
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    packed = _output(folder, "archive", "--format=tar", commit.strip()) if commit else b""
    if not packed:
        return False
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isreg() else None
            if file and ".." not in Path(member.name).parts:
                (into / member.name).parent.mkdir(parents=True, exist_ok=True)
                (into / member.name).write_bytes(file.read())
    return True


def _last_commit(folder: Path) -> int:
    if not _complete(folder):
        return UNKNOWN
    second = int(_git(folder, "log", "-1", "--format=%ct", "--", ".").strip() or UNKNOWN)
    return second if UNKNOWN <= second < LATEST else UNKNOWN


def _complete(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == "false"


def _first_days(lines: str) -> Mapping[str, date]:
    """Reads `:2027-03-01` and the names below it, newest first: the first day that names a file counts.

    Commits bear whatever date their authors set, and files whatever name: what is no day is passed over.
    """
    days: dict[str, date] = {}
    day: date | None = None
    for line in filter(None, lines.splitlines()):
        if line.startswith(":"):
            day = _day(line[1:])
        elif day:
            days.setdefault(line, day)
    return days


def _day(text: str) -> date | None:
    with suppress(ValueError):
        day = date.fromisoformat(text)
        return day if CENTURY.start <= day.year < CENTURY.stop else None
    return None


def _git(folder: Path, *arguments: str) -> str:
    """What git prints, or nothing where it fails."""
    return _output(folder, *arguments).decode("utf-8", "replace")


def _output(folder: Path, *arguments: str) -> bytes:
    command = ["git", "--no-pager", *_QUIET, *arguments]
    try:
        ran = subprocess.run(  # noqa: S603 - the arguments are ours
            command, cwd=folder, env=_environment(os.environ.items()), stdin=subprocess.DEVNULL,
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return ran.stdout if ran.returncode == 0 else b""


def _environment(variables: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The variables without those that point git to another repository, as inside a git hook."""
    kept = {name: value for name, value in variables if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
