"""HTML of handouts → tagged PDF files; the door to Typst.

Texts reach Typst as JSON, never as markup, and nothing of them is evaluated. It sees one folder, which holds
the layout, its theme and the pictures of the course, and no network.
"""

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

from typst import Compiler, TypstError

from generator.typesetting.fields import name_fields
from generator.typesetting.shelf import Shelf
from generator.typesetting.tree import Tree, Unlisted, as_json, parse
from generator.typesetting.typeset import Paper, Print, Setting, Typeset

__all__ = [
    "NoGlyph",
    "Paper",
    "Print",
    "Setting",
    "Tree",
    "Typeset",
    "Typesetter",
    "Unlisted",
    "parse",
    "typesetter",
]

SQUEEZES = (0.97, 0.94, 0.88, 0.82)
"""How much smaller a sheet can be set whose last page would be nearly empty."""
LONG = 4
"""From how many pages on a sheet could be two pages longer on one paper than on the other."""
NEARLY_EMPTY = 0.42
"""A last page whose contents end above this part of its height is nearly empty."""

SEEN = ("layout.typ", "cards.typ", "deck.typ", "theme.json", "drawing.css")
"""The files of templates/handouts that decide how a document looks, besides its fonts."""
PICTURES = "images"
REPORT = "report"
"""The label by which the layout's report is found."""
PLAIN = Setting()

_UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


class NoGlyph(Exception):
    """No font that comes with the program has these characters."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


class _Sheet(TypedDict):
    """Where a sheet ends: the height of its last words on their page, from 0 at the top to 1."""

    id: str
    page: int
    foot: float


class _Report(TypedDict):
    """What the layout tells of a document that it has set."""

    pages: int
    foot: float
    places: list[tuple[str, int]]
    begins: list[tuple[str, int]]
    ends: list[_Sheet]


@dataclass(frozen=True)
class _Made:
    """A document as it was set, and how far which of its sheets were squeezed for that."""

    squeezed: Mapping[str, float]
    pdf: bytes
    report: _Report

    @property
    def nearly_empty(self) -> list[str]:
        """The sheets of several pages whose last page is nearly empty."""
        return [
            end["id"]
            for end in self.report["ends"]
            if self.lengths[end["id"]] > 1 and end["foot"] < NEARLY_EMPTY
        ]

    @property
    def lengths(self) -> dict[str, int]:
        """How many pages each sheet has."""
        begins = dict(self.report["begins"])
        return {end["id"]: end["page"] - begins[end["id"]] + 1 for end in self.report["ends"]}


class Typesetter:
    """Sets handouts; make one for a run, as it keeps what it has read."""

    def __init__(self, folder: Path, shelf: Shelf | None = None) -> None:
        self._compiler = Compiler(
            folder / "layout.typ", root=folder, font_paths=[folder / "fonts"], ignore_system_fonts=True
        )
        self._folder = folder
        self._shelf = shelf
        self._made_with = _digest(_machinery(folder))
        self._tree: Tree | None = None
        self._found: dict[str, _Made] = {}

    def set(self, html: str, setting: Setting = PLAIN) -> Typeset:
        """The document in PDF/UA-1, from the shelf if it was made before, or NoGlyph."""
        tree = _tree(html, setting.form)
        if self._shelf is None:
            return self._set(tree, setting)
        key = self._key(tree, setting)
        if (made := self._shelf.get(key)) is None:
            made = self._set(tree, setting)
            self._shelf.put(key, made)
        return made

    def _key(self, tree: Tree, setting: Setting) -> str:
        """Changes with everything that a document is made of."""
        pictures = ((self._folder / path).read_bytes() for path in sorted(tree.pictures))
        return _digest([self._made_with.encode(), as_json(tree).encode(), repr(setting).encode(), *pictures])

    def _set(self, tree: Tree, setting: Setting) -> Typeset:
        """A document on one paper, none of whose sheets is much longer or shorter than on the other."""
        made = self._settled(tree, setting)
        if made.squeezed or max(made.lengths.values(), default=1) >= LONG:
            other = self._settled(tree, setting.on_the_other_paper())
            made = self._evened(tree, setting, made, other.lengths)
        return Typeset(made.pdf, made.report["pages"], dict(made.report["places"]))

    def _evened(self, tree: Tree, setting: Setting, made: "_Made", there: Mapping[str, int]) -> "_Made":
        """The document with other squeezes, where a sheet would differ by more than a page."""
        for squeeze in SQUEEZES:
            uneven = {sheet: pages - there[sheet] for sheet, pages in made.lengths.items()}
            changed = {sheet: squeeze for sheet, more in uneven.items() if more > 1}
            changed |= {sheet: 1.0 for sheet, more in uneven.items() if more < -1 and sheet in made.squeezed}
            if not changed:
                break
            made = self._made(tree, setting, {**made.squeezed, **changed})
        return made

    def _settled(self, tree: Tree, setting: Setting) -> "_Made":
        """A sheet whose last page would be nearly empty is squeezed, as far as needed to spare that page.

        What was found for the one paper is kept until the other is asked for.
        """
        if tree is not self._tree:
            self._tree, self._found = tree, {}
        if repr(setting) not in self._found:
            made = self._made(tree, setting, {})
            sparing = {sheet: self._sparing(tree.only(sheet), setting, sheet) for sheet in made.nearly_empty}
            squeezed = {sheet: squeeze for sheet, squeeze in sparing.items() if squeeze}
            self._found[repr(setting)] = self._made(tree, setting, squeezed) if squeezed else made
        return self._found[repr(setting)]

    def _sparing(self, alone: Tree, setting: Setting, sheet: str) -> float | None:
        """How far to squeeze a sheet, or None where nothing spares its last page.

        A sheet begins a page wherever it stands, so that it is tried alone; without the title of its document
        it could not be accessible.
        """
        tried = (
            (squeeze, self._made(alone, setting, {sheet: squeeze}, accessible=False)) for squeeze in SQUEEZES
        )
        return next((squeeze for squeeze, made in tried if not made.nearly_empty), None)

    def _made(
        self, tree: Tree, setting: Setting, squeezed: Mapping[str, float], *, accessible: bool = True
    ) -> "_Made":
        language, _, region = tree.language.partition("-")
        given = {
            "paper": setting.paper,
            "size": setting.size,
            "form": setting.form,
            "elsewhere": dict(setting.elsewhere),
            "squeezed": squeezed,
            "language": language,
            "region": region.lower() if len(region) == 2 else None,
        }
        text = f'{json.dumps(given)[:-1]}, "tree": {as_json(tree)}}}'
        try:
            pdf = self._compiler.compile(
                sys_inputs={"given": text}, pdf_standards=["ua-1"] if accessible else []
            )
        except TypstError as error:
            if unshown := _UNSHOWN.findall(str(error.diagnostic)):
                raise NoGlyph("".join(dict.fromkeys("".join(map(_unescaped, unshown))))) from None
            raise
        assert isinstance(pdf, bytes)
        report = self._compiler.query(f"<{REPORT}>", field="value", one=True)
        return _Made(squeezed, pdf, json.loads(report))


@lru_cache(maxsize=2)
def _tree(html: str, form: bool) -> Tree:
    """The tree of a handout, kept while it is set on one paper after the other."""
    tree = parse(html)
    if form:
        name_fields(tree)
    return tree


def _unescaped(shown: str) -> str:
    """A text from a message, whose marks, quotes and unseen signs are written out there."""
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[2], shown)


def _machinery(folder: Path) -> Iterator[bytes]:
    """Everything that decides how a document looks, besides the document."""
    yield version("typst").encode()
    for file in (*sorted(Path(__file__).parent.glob("*.py")), *sorted(folder.rglob("*"))):
        if file.is_file() and file.parent.name != PICTURES:
            yield file.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    """One name for many parts, wherever one ends and the next begins."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


@contextmanager
def typesetter(
    templates: Path, pictures: Mapping[str, bytes], shelf: Path | None = None
) -> Iterator[Typesetter]:
    """A typesetter with the layout of the templates, which can show these pictures of content/images.

    What it has set before it finds in the folder `shelf`.
    """
    with tempfile.TemporaryDirectory(prefix="extramile-") as name:
        folder = Path(name)
        for file in SEEN:
            shutil.copyfile(templates / "handouts" / file, folder / file)
        (folder / "fonts").symlink_to(templates.absolute() / "handouts" / "fonts")
        (folder / PICTURES).mkdir()
        for picture, data in pictures.items():
            (folder / PICTURES / picture).write_bytes(data)
        kept = Shelf(shelf) if shelf else None
        yield Typesetter(folder, kept)
        if kept:
            kept.sweep()
