"""Swaps a finished folder for a published one, so that readers meet the old whole or the new whole.

The new folder grows in a work folder beside the published one, on the same file system. The work folder is
the lock as well: two builds of one folder wait for each other, and what a killed build left behind is swept
by the next one.
"""

import ctypes
import errno
import fcntl
import os
import re
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

OF_THE_MACHINE = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EBUSY,
)
"""Errors that no program can mend: no space left, no right to write, …"""
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class NotPublished(Exception):
    """A folder cannot be replaced. The message says why, in one line."""


class Stopped(BaseException):
    """Someone asked the program to stop: by Ctrl-C, a signal, or by closing its terminal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


def heed_signals() -> None:
    """From here on, the signals to stop raise Stopped, once. What `nohup` switched off stays off."""
    for number in STOPPING:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def leave_in_peace() -> None:
    """From here on, signals to stop do nothing: all is done, and the interpreter is about to end."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def _stop(number: int, _frame: object) -> None:
    leave_in_peace()
    raise Stopped(number)


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site that a build wrote, and may be replaced by a new one."""
    return all((folder / name).is_file() for name in ("404.html", "search/search_index.json"))


def keep_apart(folder: Path, content: Path) -> None:
    """Refuses a folder inside the content folder, which the next build would read as part of the course."""
    if folder.resolve().is_relative_to(content.resolve()):
        raise NotPublished(f"{folder} is inside the content folder {content}; name a folder outside of it")


@contextmanager
def replacing(folder: Path, *, ours: Callable[[Path], bool] = is_site) -> Iterator[Path]:
    """An empty folder to write to; when the block ends well, it takes the place of `folder`."""
    folder = folder.resolve()
    _refuse_foreign(folder, ours)
    with _told(folder), _workshop(folder) as workshop:
        fresh = workshop / "new"
        fresh.mkdir()
        _admit(fresh, as_to=folder)
        yield fresh
        _refuse_foreign(folder, ours)
        with undisturbed():
            _put(fresh, folder, spare=workshop / "old")


def put(file: Path, data: bytes) -> None:
    """Writes a file whole or not at all: what was there before stays until the new one is complete."""
    with _told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        growing = file.with_name(f".{file.name}.{os.getpid()}")
        growing.write_bytes(data)
        if file.is_file():
            shutil.copymode(file, growing)
        growing.replace(file)


def put_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replaces what a folder holds by these files."""
    with replacing(folder, ours=_is_kit) as fresh:
        for name, data in files.items():
            put(fresh / name, data)


def _is_kit(folder: Path) -> bool:
    """Whether a folder holds handouts that a build wrote, and may be replaced by new ones."""
    return (folder / "print.css").is_file() and (folder / "fonts").is_dir()


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Says in one line what the machine does not allow."""
    try:
        yield
    except OSError as error:
        if error.errno not in OF_THE_MACHINE:
            raise
        raise NotPublished(f"{error.strerror}: {folder}") from None


def _refuse_foreign(folder: Path, ours: Callable[[Path], bool]) -> None:
    """Protects what the program did not write, such as a home folder or a work tree of git."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotPublished(f"{folder} is a file, not a folder")
    if folder.is_mount() or str(folder) in _mount_points():
        raise NotPublished(f"{folder} is a mount point; name a folder inside it")
    if (folder / ".git").exists() or (any(folder.iterdir()) and not ours(folder)):
        raise NotPublished(f"{folder} holds files that extramile did not write; name another folder")


def _mount_points() -> set[str]:
    """The folders that no rename can replace, as Linux lists them; `is_mount` misses some of them."""
    table = Path("/proc/self/mountinfo")
    lines = table.read_text("utf-8", "surrogateescape").splitlines() if table.exists() else []
    return {re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), line.split()[4]) for line in lines}


def _admit(fresh: Path, as_to: Path) -> None:
    """Lets those into the new folder who may enter the old one."""
    if not as_to.exists():
        return
    old = as_to.stat()
    with suppress(PermissionError):
        os.chown(fresh, -1, old.st_gid)
    fresh.chmod(stat.S_IMODE(old.st_mode) | stat.S_IRWXU)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """The work folder beside a folder, empty and ours alone; it is gone afterwards."""
    workshop = folder.with_name(f".{folder.name}.extramile")
    lock = _locked(workshop, folder)
    try:
        _empty(workshop)
        yield workshop
    finally:
        with undisturbed():
            shutil.rmtree(workshop, ignore_errors=True)
            os.close(lock)


def _locked(workshop: Path, folder: Path) -> int:
    """An open handle that holds the lock; waits for another build that has it, and says so once."""
    waiting = f"extramile: waiting for another build of {folder}"
    while True:
        try:
            handle = _opened(workshop)
        except FileNotFoundError:
            continue  # the other build has swept the folder away before we came in
        if waiting and not _is_free(handle):
            print(waiting, file=sys.stderr)
            waiting = ""
        fcntl.flock(handle, fcntl.LOCK_EX)
        if _same(handle, workshop):
            return handle
        os.close(handle)  # the other build has swept the folder away while we waited


def _is_free(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _opened(workshop: Path) -> int:
    try:
        with suppress(FileExistsError):
            workshop.mkdir(parents=True)
        return os.open(workshop, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise NotPublished(f"{error.strerror}: {workshop}") from None


def _same(handle: int, workshop: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), workshop.stat())
    except FileNotFoundError:
        return False


def _empty(workshop: Path) -> None:
    for entry in workshop.iterdir():
        shutil.rmtree(entry)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals to stop wait until the block is through.

    To block them would keep them from this thread alone; the system then hands them to another one.
    """
    waiting: list[int] = []
    heeded = [number for number in STOPPING if signal.getsignal(number) is _stop]
    for number in heeded:
        signal.signal(number, lambda came, _frame: waiting.append(came))
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, _stop)
        if waiting:
            _stop(waiting[0], None)


def _put(fresh: Path, folder: Path, *, spare: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchange(fresh, folder):
        _exchange_in_two_steps(fresh, folder, spare)


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step of the kernel; False where the system cannot."""
    names = (os.fsencode(one), os.fsencode(other))
    libc = ctypes.CDLL(None)
    if sys.platform == "darwin":
        swap_flag = 2
        return hasattr(libc, "renamex_np") and libc.renamex_np(*names, swap_flag) == 0
    here, exchange_flag = -100, 2
    return hasattr(libc, "renameat2") and libc.renameat2(here, names[0], here, names[1], exchange_flag) == 0


def _exchange_in_two_steps(fresh: Path, folder: Path, spare: Path) -> None:
    folder.rename(spare)
    try:
        fresh.rename(folder)
    except OSError:
        spare.rename(folder)
        raise
