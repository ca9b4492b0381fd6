"""The content folder → sources that can be checked, and problems of files that cannot be read."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.characters import LARGEST_FILE, code_point, decode, kind_of, refuse, unwanted
from generator.content.mending import mended_line
from generator.content.naming import is_backup, is_id, misfit
from generator.content.nearest import nearest
from generator.content.source import Source, plain, told
from generator.content.tree import Group, Mark, Node, Refused, Scalar, Sequence
from generator.content.yamlfile import read
from generator.model import FOLDERS, Location, Place, Problem

IMAGES = "images"

_SINGLE = {"course.yml": "course", "glossary.yml": "glossary"}


@dataclass(frozen=True)
class Found:
    """What the content folder holds: files that can be checked, problems of the rest."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[tuple[str, str, str], ...]
    """Kind, id and path of files that are there but cannot be read; others may refer to them."""
    images: tuple[str, ...]
    """Names of regular files in content/images."""


def find(folder: Path, shown: str) -> Found:
    """Everything in a content folder. `shown` is the folder's name in messages."""
    gathered = _Gathered(folder, shown)
    gathered.walk()
    return Found(
        tuple(gathered.sources),
        tuple(gathered.problems),
        tuple(gathered.unreadable),
        tuple(gathered.images),
    )


class _Gathered:
    """What has been found so far."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder = folder
        self.shown = shown
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.unreadable: list[tuple[str, str, str]] = []
        self.images: list[str] = []

    def walk(self) -> None:
        kinds = {folder: kind for kind, folder in FOLDERS.items()}
        names = self._names("")
        if any(problem.code == "cannot-read" for problem in self.problems):
            return
        for name in names:
            if name in _SINGLE:
                self._file(_SINGLE[name], name.removesuffix(".yml"), name)
            elif self._is_folder(name):
                self._folder(name, kinds.get(name))
            elif self._is_link(name) or name.endswith((".yml", ".yaml")):
                self._stray(name)
        if "course.yml" not in {source.path for source in self.sources} | {
            path for *_, path in self.unreadable
        }:
            self._problem("no-course-file", "course.yml")

    def _stray(self, name: str) -> None:
        if not self._refuses_link(name):
            self._problem("wrong-place", name, nearest=nearest(name, _SINGLE))

    def _folder(self, name: str, kind: str | None) -> None:
        if self._refuses_link(name):
            return
        if name == IMAGES:
            self.images = [image for image in self._names(name) if self._is_image(f"{name}/{image}")]
        elif kind is not None:
            for file in self._names(name):
                self._item(kind, f"{name}/{file}")
        else:
            self._unknown_folder(name)

    def _unknown_folder(self, name: str) -> None:
        files = [file for file in self._names(name) if file.endswith((".yml", ".yaml"))]
        meant = nearest(name, [*FOLDERS.values(), IMAGES])
        for file in files:
            self._problem("unknown-folder", f"{name}/{file}", folder=name, nearest=meant)

    def _item(self, kind: str, path: str) -> None:
        name = path.partition("/")[2]
        if self._refuses_link(path):
            return
        if self._is_folder(path):
            self._problem("folder-in-folder", path)
        elif name.lower().endswith(".yaml") or (name.endswith(".yml") and not is_id(name[:-4])):
            self._misnamed(path, name)
        elif name.endswith(".yml"):
            self._file(kind, name[:-4], path)
        else:
            self._problem("unexpected-file", path, found=name)

    def _misnamed(self, path: str, name: str) -> None:
        code, suggestion = misfit(name)
        self._problem(code, path, found=name, nearest=suggestion)

    def _file(self, kind: str, name: str, path: str) -> None:
        try:
            text = decode(self._bytes(path))
        except Refused as refused:
            self._refuse(kind, name, path, refused, ())
            return
        lines = tuple(text.split("\n"))
        refusals = list(refuse(text))
        for refusal in refusals:
            self._refuse(kind, name, path, refusal, lines)
        if not refusals:
            self._parse(kind, name, path, text, lines)

    def _parse(self, kind: str, name: str, path: str, text: str, lines: tuple[str, ...]) -> None:
        try:
            node = read(text)
            if not isinstance(node, Group):
                raise _not_keys(node)
        except Refused as refused:
            self._refuse(kind, name, path, refused, lines)
            return
        source = Source(kind, name, path, f"{self.shown}/{path}", lines, node, _data(node))
        self.problems += _escaped_characters(source)
        self.sources.append(source)

    def _refuse(self, kind: str, name: str, path: str, refused: Refused, lines: tuple[str, ...]) -> None:
        if (kind, name, path) not in self.unreadable:
            self.unreadable.append((kind, name, path))
        shown = f"{self.shown}/{path}"
        mended = mended_line(refused, lines)
        self.problems.append(
            told(refused.code, shown, lines, refused.mark, details=refused.details, mended=mended)
        )

    def _bytes(self, path: str) -> bytes:
        """The bytes of a regular file of a sensible size. Raises Refused."""
        file = self.folder / path
        try:
            status = file.lstat()
            if stat.S_ISLNK(status.st_mode):
                raise Refused("symlink", Mark(0, 0))
            if not stat.S_ISREG(status.st_mode):
                raise Refused("not-a-file", Mark(0, 0))
            if status.st_size > LARGEST_FILE:
                size, most = f"{status.st_size // 1024}", f"{LARGEST_FILE // 1024}"
                raise Refused("too-large", Mark(0, 0), size=size, most=most)
            return file.read_bytes()
        except OSError:
            raise Refused("cannot-read", Mark(0, 0)) from None

    def _names(self, path: str) -> list[str]:
        try:
            names = sorted(os.listdir(self.folder / path))  # noqa: PTH208 - names, not paths
        except OSError:
            self._problem("cannot-read", path)
            return []
        for name in names:
            if not _is_utf8(name):
                shown = os.fsencode(name).decode("utf-8", "backslashreplace")
                self._problem("file-name", f"{path}/{shown}".strip("/"), found=shown, nearest="")
        return [name for name in names if _is_utf8(name) and not is_backup(name)]

    def _is_folder(self, path: str) -> bool:
        return (self.folder / path).is_dir()

    def _is_link(self, path: str) -> bool:
        return (self.folder / path).is_symlink()

    def _is_image(self, path: str) -> bool:
        return not self._refuses_link(path)

    def _refuses_link(self, path: str) -> bool:
        if self._is_link(path):
            self._problem("symlink", path)
        return self._is_link(path)

    def _problem(self, code: str, path: str, **details: str) -> None:
        shown = f"{self.shown}/{path}".rstrip("/")
        severity = "warning" if code == "unexpected-file" else "error"
        self.problems.append(Problem(code, Place(shown), details, severity))  # type: ignore[arg-type]


def _not_keys(node: Node | None) -> Refused:
    if node is None:
        return Refused("file-empty", Mark(0, 0))
    code = "file-is-list" if isinstance(node, Sequence) else "file-is-text"
    return Refused(code, node.start)


def _data(node: Group) -> dict[str, object]:
    return {name: plain(entry.value) for name, entry in node.entries.items()}


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
