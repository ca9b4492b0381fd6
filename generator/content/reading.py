"""The content folder → sources that can be checked, and problems of files that cannot be read."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.content.characters import LARGEST_FILE, code_point, decode, kind_of, refuse, unwanted
from generator.content.keys import keys_of
from generator.content.naming import is_backup, is_id, is_like_ours, is_like_text, misfit
from generator.content.nearest import nearest
from generator.content.passes import Mistake, read_through
from generator.content.source import Source, plain, told
from generator.content.tree import Group, Mark, Node, Refused, Scalar, Sequence
from generator.model import FILES, FOLDERS, Location, Place, Problem, Severity

IMAGES = "images"
PUBLISHED = "published.yml"
"""The list of what has been published, which `published` reads."""

_REPOSITORY = ".git"
"""Where a content folder is a work tree of its own, git keeps sockets and links here."""
_TOLD_BEFORE = ("symlink", "not-a-file")
_HARMLESS = ("picture-elsewhere", "unexpected-file")
"""What is left out without a loss."""
_SINGLE = {"course.yml": "course", "glossary.yml": "glossary"}


Instead = Mapping[str, bytes]
"""What files would hold after a change, by their paths below content/."""
NOTHING: Instead = MappingProxyType({})


@dataclass(frozen=True)
class Found:
    """What the content folder holds: files that can be checked, problems of the rest."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[tuple[str, str, str], ...]
    """Kind, id and path of files that are there but cannot be read; others may refer to them."""
    images: tuple[str, ...]
    """Names of regular files in content/images."""


def find(folder: Path, shown: str, instead: Instead = NOTHING) -> Found:
    """Everything in a content folder. `shown` is the folder's name in messages."""
    gathered = _Gathered(folder, shown, instead)
    gathered.walk()
    return Found(
        tuple(gathered.sources),
        tuple(gathered.problems),
        tuple(gathered.unreadable),
        tuple(gathered.images),
    )


class _Gathered:
    """What has been found so far."""

    def __init__(self, folder: Path, shown: str, instead: Instead) -> None:
        self.folder = folder
        self.instead = instead
        self.shown = shown
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.unreadable: list[tuple[str, str, str]] = []
        self.images: list[str] = []

    def walk(self) -> None:
        kinds = {folder: kind for kind, folder in FOLDERS.items()}
        self._refuse_what_is_no_file("")
        names = self._names("")
        if any(problem.code == "cannot-read" for problem in self.problems):
            return
        for name in names:
            if name in _SINGLE:
                self._file(_SINGLE[name], name.removesuffix(".yml"), name)
            elif self._is_folder(name):
                self._folder(name, kinds.get(name))
            elif is_like_text(name) and name != PUBLISHED:
                self._stray(name)
        if "course.yml" not in {source.path for source in self.sources} | {
            path for *_, path in self.unreadable
        }:
            self._problem("no-course-file", "course.yml")

    def _refuse_what_is_no_file(self, path: str) -> None:
        """Refuses links, pipes and devices wherever they hide: others walk through the folder as well.

        A link into nowhere with the name of a backup is how an editor marks a file that is open in it.
        """
        for entry in sorted(_entries(self.folder / path), key=lambda entry: entry.name):
            below = f"{path}/{entry.name}".strip("/")
            if entry.is_symlink():
                if Path(entry).exists() or not is_backup(entry.name):
                    self._problem("symlink", _printable(below))
            elif entry.is_dir():
                if below != _REPOSITORY:
                    self._refuse_what_is_no_file(below)
            elif not entry.is_file():
                self._problem("not-a-file", _printable(below))

    def _stray(self, path: str) -> None:
        """A file outside the folders of the kinds. What does not even look like one of ours is a warning."""
        if self._is_link(path):
            return
        name = path.rpartition("/")[2]
        meant = "" if "/" in path else nearest(name, _SINGLE)
        sure = meant or is_like_ours(name)
        self._problem("wrong-place", path, "error" if sure else "warning", nearest=meant)

    def _folder(self, name: str, kind: str | None) -> None:
        if self._is_link(name):
            return
        files = self._names(name)
        if name == IMAGES:
            self.images = [image for image in files if not self._is_link(f"{name}/{image}")]
            self._refuse_alike()
            for image in filter(is_like_ours, self.images):
                self._stray(f"{name}/{image}")
        elif kind is not None:
            for file in files:
                self._item(kind, f"{name}/{file}", files)
        else:
            self._unknown_folder(name, files)

    def _refuse_alike(self) -> None:
        """Pictures whose names only some computers can tell apart."""
        seen: dict[str, str] = {}
        for image in self.images:
            if (other := seen.setdefault(image.lower(), image)) != image:
                self._problem("file-twice", f"{IMAGES}/{image}", found=image, nearest=other)

    def _unknown_folder(self, name: str, files: list[str]) -> None:
        meant = nearest(name, [*FOLDERS.values(), IMAGES])
        for file in filter(is_like_text, files):
            severity: Severity = "error" if meant or is_like_ours(file) else "warning"
            self._problem("unknown-folder", f"{name}/{file}", severity, folder=name, nearest=meant)

    def _item(self, kind: str, path: str, beside: list[str]) -> None:
        name = path.partition("/")[2]
        if self._is_link(path):
            return
        if self._is_folder(path):
            self._problem("folder-in-folder", path)
        elif name.endswith(".yml") and is_id(name[:-4]):
            self._file(kind, name[:-4], path)
        elif wrong := misfit(name, beside):
            code, better = wrong
            severity: Severity = "warning" if code in _HARMLESS else "error"
            self._problem(code, path, severity, found=name, nearest=better, folder=f"{self.shown}/{IMAGES}")

    def _file(self, kind: str, name: str, path: str) -> None:
        try:
            text = decode(self._bytes(path))
        except Refused as refused:
            if refused.code not in _TOLD_BEFORE or (self._is_folder(path) and not self._is_link(path)):
                self._refuse(path, Mistake(refused, None), ())
            self.unreadable.append((kind, name, path))
            return
        lines = tuple(text.split("\n"))
        refusals = list(refuse(text))
        for refusal in refusals:
            self._refuse(path, Mistake(refusal, None), lines)
        if refusals:
            self.unreadable.append((kind, name, path))
        else:
            self._parse(kind, name, path, lines)

    def _parse(self, kind: str, name: str, path: str, lines: tuple[str, ...]) -> None:
        """A file with certain mends is checked to its end all the same; its mistakes keep it broken."""
        outcome = read_through(lines, keys_of(FILES[kind]))
        for mistake in outcome.mistakes:
            self._refuse(path, mistake, lines)
        if outcome.root is None:
            self.unreadable.append((kind, name, path))
            return
        data, shown = _data(outcome.root), f"{self.shown}/{path}"
        source = Source(kind, name, path, shown, outcome.lines, outcome.root, data, lines)
        self.problems += _escaped_characters(source)
        self.sources.append(source)

    def _refuse(self, path: str, mistake: Mistake, lines: tuple[str, ...]) -> None:
        shown, refused = f"{self.shown}/{path}", mistake.refused
        self.problems.append(
            told(refused.code, shown, lines, refused.mark, details=refused.details, mended=mistake.mended)
        )

    def _bytes(self, path: str) -> bytes:
        data = contents(self.folder / path)
        return self.instead.get(path, data)

    def _names(self, path: str) -> list[str]:
        try:
            names = sorted(os.listdir(self.folder / path))  # noqa: PTH208 - names, not paths
        except OSError:
            self._problem("cannot-read", path)
            return []
        for name in names:
            if not _is_utf8(name):
                shown = _printable(name)
                self._problem("file-name", f"{path}/{shown}".strip("/"), found=shown, nearest="")
        return [name for name in names if _is_utf8(name) and not is_backup(name)]

    def _is_folder(self, path: str) -> bool:
        return (self.folder / path).is_dir()

    def _is_link(self, path: str) -> bool:
        return (self.folder / path).is_symlink()

    def _problem(self, code: str, path: str, severity: Severity = "error", **details: str) -> None:
        shown = f"{self.shown}/{path}".rstrip("/")
        self.problems.append(Problem(code, Place(shown), details, severity))


def contents(file: Path) -> bytes:
    """The bytes of a regular file of a sensible size. Raises Refused."""
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused("symlink" if stat.S_ISLNK(status.st_mode) else "not-a-file", Mark(0, 0))
        if status.st_size > LARGEST_FILE:
            size, most = f"{status.st_size // 1024}", f"{LARGEST_FILE // 1024}"
            raise Refused("too-large", Mark(0, 0), size=size, most=most)
        return file.read_bytes()
    except OSError:
        raise Refused("cannot-read", Mark(0, 0)) from None


def _data(node: Group) -> dict[str, object]:
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder; nothing where it cannot be read, which is said elsewhere."""
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _printable(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _escaped_characters(source: Source) -> Iterator[Problem]:
    """Characters that a value holds although the file does not show them: `"\\0"`."""
    for at, scalar in _scalars(source.root, ()):
        for _, character in unwanted(scalar.text or ""):
            details = {"found": code_point(character), "what": kind_of(character)}
            yield source.problem("character", at, **details)
            break


def _scalars(node: Node, at: Location) -> Iterator[tuple[Location, Scalar]]:
    if isinstance(node, Scalar):
        yield at, node
        return
    children: Iterable[tuple[str | int, Node]]
    if isinstance(node, Sequence):
        children = enumerate(node.items)
    else:
        children = ((name, entry.value) for name, entry in node.entries.items())
    for step, child in children:
        yield from _scalars(child, (*at, step))
