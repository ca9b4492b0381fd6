"""Handouts → one zip of each workshop for those who lead it, and one for those who take part.

A kit holds what the handouts hold and nothing of the machine that packed it: no dates, no owners, its files
in the order of their names. The same course gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.layout import environment
from generator.model import Course, Workshop
from generator.views.handouts.handout import FACILITATORS, FOLDER, Handout, Prints
from generator.views.handouts.kit import contents, read_me, tray_of
from generator.views.handouts.run_of_show import run_of_show
from generator.views.page import Pen
from generator.wording import Wording

_PICTURE = re.compile(r'src="\.\./images/([^"]+)"')
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows."""
READABLE = 0o100644 << 16
UNIX = 3
BESIDE_SLIDES = ("deck.css", "deck-logic.js", "deck.js", "drawing.css", "fonts/")
"""What slides need beside them, by the beginnings of its names."""


@dataclass(frozen=True)
class Kit:
    """A zip, and the handout that it is listed with: the first of those in it."""

    handout: Handout
    path: str
    data: bytes


@dataclass(frozen=True)
class Stock:
    """What kits are packed from."""

    course: Course
    words: Wording
    templates: Path
    pen: Pen
    prints: Sequence[Prints]
    files: Mapping[str, bytes]
    """All files of all handouts, by their paths from the top of the site."""
    pictures: Mapping[str, bytes]
    """The pictures of the course, by their names."""


def pack(stock: Stock) -> tuple[Kit, ...]:
    """The kits of all workshops; none where no PDFs were made."""
    if not any(each.files for each in stock.prints):
        return ()
    return tuple(
        _kit(stock, workshop, for_leaders=for_leaders)
        for workshop in stock.course.workshops
        for for_leaders in (True, False)
    )


def _kit(stock: Stock, workshop: Workshop, *, for_leaders: bool) -> Kit:
    held = contents(stock.course, workshop, stock.prints, for_leaders=for_leaders)
    note = _note(stock, workshop, held, for_leaders=for_leaders)
    data = zipped({"README.txt": note.encode(), **dict(_papers(stock, held)), **dict(_slides(stock, held))})
    folder, kind = (FACILITATORS, "kit") if for_leaders else (FOLDER, "participants")
    first = next(each.handout for each in held if (each.handout.audience == "trainee") != for_leaders)
    return Kit(first, f"{folder}/{kind}-{workshop.id}.zip", data)


def _papers(stock: Stock, held: Sequence[Prints]) -> Iterator[tuple[str, bytes]]:
    """The PDFs, each in the folder of its paper or its purpose."""
    for each in held:
        for file in each.files:
            yield f"{tray_of(file)}/{file.path.rpartition('/')[2]}", stock.files[file.path]


def _slides(stock: Stock, held: Sequence[Prints]) -> Iterator[tuple[str, bytes]]:
    """The slides, with all that they need to run from a USB stick."""
    decks = [each.handout for each in held if each.handout.kind == "deck"]
    for deck in decks:
        yield f"slides/{deck.name}.html", stock.files[deck.sheet]
        for name in _PICTURE.findall(stock.files[deck.sheet].decode()):
            yield f"images/{name}", stock.pictures[name]
    for path, data in stock.files.items() if decks else ():
        name = path.removeprefix(f"{FACILITATORS}/")
        if name != path and name.startswith(BESIDE_SLIDES):
            yield f"slides/{name}", data


def _note(stock: Stock, workshop: Workshop, held: Sequence[Prints], *, for_leaders: bool) -> str:
    """The note in a kit. It is plain text, so what the template escapes is given back its letters."""
    show = run_of_show(stock.course, workshop, stock.pen, stock.words) if for_leaders else None
    page = read_me(workshop, held, stock.words, show)
    template = environment(stock.templates).get_template("handouts/read-me.txt.jinja")
    return unescape(template.render(page=page, words=stock.words))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files: the same bytes on every day and every machine."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, LONG_AGO)
            entry.external_attr, entry.create_system, entry.compress_type = READABLE, UNIX, ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return made.getvalue()
