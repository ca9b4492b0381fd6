"""Writes down which files a process touches, what it starts and whom it calls; imported by that process."""

import json
import os
import sys
from pathlib import Path

CALLS = ("socket.", "http.", "urllib.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "ssl.")
STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn")
CHANGES = {"os.remove": 1, "os.rmdir": 1, "os.mkdir": 2, "os.chmod": 2, "os.truncate": 0, "os.utime": 3}
"""What changes one file, and where the folder is given from which its name counts."""
MOVES = ("os.rename", "os.link", "os.symlink")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def listen(record: str) -> None:
    """From here on, every deed becomes a line: its kind (calls, starts, writes, reads), and of what."""
    lines = Path(record).open("a", buffering=1, encoding="utf-8")  # noqa: SIM115 - open as long as the process

    def write(deed: str, of: object) -> None:
        lines.write(json.dumps([deed, str(of)]) + "\n")

    def heard(event: str, given: tuple[object, ...]) -> None:
        if event.startswith(CALLS):
            write("calls", event)
        elif event.startswith(STARTS):
            write("starts", given[0] if given else event)
        elif event == "open" and isinstance(given[0], str | bytes):
            write(
                "writes" if isinstance(given[2], int) and given[2] & WRITING else "reads", _opened(given[0])
            )
        elif event in CHANGES and isinstance(given[0], str | bytes):
            write("writes", _named(given[0], given[CHANGES[event]]))
        elif event in MOVES:
            write("writes", _named(given[1]))

    sys.addaudithook(heard)


def _opened(path: str | bytes) -> Path:
    """The file behind a path, and behind every link."""
    return Path(os.fsdecode(path)).resolve()


def _named(path: object, folder: object = None) -> Path:
    """A path from the root. A link at its end stays one: it is itself what is moved or removed."""
    base = Path(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else Path()
    name = Path(os.fsdecode(path) if isinstance(path, bytes) else str(path))
    return (base / name).parent.resolve() / name.name
