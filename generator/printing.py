"""The handouts of a course as files: which are made, in which order, and what is kept of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from generator import handouts, typesetting
from generator.handouts import Printable
from generator.kits import Kit, Stock, pack
from generator.publishing import undisturbed
from generator.typesetting import NoGlyph, Paper, Print, Setting, Typeset, Typesetter
from generator.views.handouts.handout import FACILITATORS, Handout, KitFile, PrintedFile, Prints

SHELF = Path(".cache/extramile/handouts")
"""Where documents are kept between runs, in the folder that we work in."""

Count = Callable[[int, int], None]
"""Told how many files are done, of how many."""


def in_silence(_done: int, _all: int) -> None:
    """Counts for nobody."""


@dataclass(frozen=True)
class Choice:
    """What is set in PDF: on which papers, in which sizes, and which documents."""

    papers: Sequence[Paper] = ("a4", "letter")
    sizes: Sequence[Print] = ("normal", "large")
    names: frozenset[str] = frozenset()
    """The names of documents, or the ids of what they are about; none means all."""
    count: Count = in_silence

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out, so that kits can be packed."""
        return (
            not self.names and set(self.papers) == {"a4", "letter"} and set(self.sizes) == {"normal", "large"}
        )

    def takes(self, handout: Handout) -> bool:
        """Whether a document is wanted."""
        return not self.names or bool(self.names & {handout.name, handout.id})

    def settings(self, handout: Handout) -> Iterator[Setting]:
        """How a document is set. Only single sheets come in large print, unless nothing else is asked for."""
        for size, paper in product(self.sizes, self.papers):
            if size in ("normal", *self.sizes[:1]) or handout.has_large_print:
                yield Setting(paper, size)
            if size == "normal" and handout.is_form:
                yield Setting(paper, size, form=True)


NO_PDFS = Choice(papers=())
"""The print HTML alone."""


@dataclass(frozen=True)
class Printed:
    """A handout in PDF."""

    handout: Handout
    setting: Setting
    made: Typeset

    @property
    def name(self) -> str:
        """The name of its file. The paper stands between: the id of another item can end with `-large`."""
        how = "-form" if self.setting.form else "-large" if self.setting.size == "large" else ""
        return f"{self.handout.name}-{self.setting.paper}{how}.pdf"

    def as_listed(self) -> PrintedFile:
        """What a list tells of it."""
        return PrintedFile(
            path=f"{self.handout.folder}/{self.name}",
            paper=self.setting.paper,
            large=self.setting.size == "large",
            form=self.setting.form,
            pages=self.made.pages,
            kilobytes=_kilobytes(self.made.pdf),
        )


@dataclass(frozen=True)
class Unprinted:
    """A handout that cannot be set, and the characters that no font has."""

    handout: Handout
    characters: str


@dataclass(frozen=True)
class Run:
    """The handouts of a course: print HTML, and what was set of it."""

    sheets: tuple[Printable, ...]
    printed: tuple[Printed, ...] = ()
    unprinted: tuple[Unprinted, ...] = ()
    kits: tuple[Kit, ...] = ()
    """All of a workshop in one file; none where only some handouts were asked for."""

    @property
    def names(self) -> frozenset[str]:
        """What the handouts can be asked for by: their names, and the ids of what they are about."""
        return frozenset(name for sheet in self.sheets for name in (sheet.handout.name, sheet.handout.id))

    def only(self, takes: Callable[[Handout], bool]) -> "Run":
        """Some of them."""
        return Run(
            tuple(sheet for sheet in self.sheets if takes(sheet.handout)),
            tuple(printed for printed in self.printed if takes(printed.handout)),
            tuple(failed for failed in self.unprinted if takes(failed.handout)),
            tuple(kit for kit in self.kits if takes(kit.handout)),
        )

    def prints(self) -> tuple[Prints, ...]:
        """Each handout with its files, for lists and links."""
        return tuple(
            Prints(
                sheet.handout,
                tuple(p.as_listed() for p in self.printed if p.handout == sheet.handout),
                next((_as_listed(kit) for kit in self.kits if kit.handout == sheet.handout), None),
            )
            for sheet in self.sheets
        )

    def documents(self) -> Iterator[tuple[str, str, str]]:
        """Every file of a handout: the author's file, the name of the handout, and the path of the file."""
        for prints in self.prints():
            handout = prints.handout
            kits = [prints.kit.path] if prints.kit else []
            paths = [handout.sheet, *(file.path for file in prints.files), *kits]
            yield from ((handout.source, handout.name, path) for path in paths)

    def files(self, templates: Path) -> Mapping[str, bytes]:
        """All files by their paths from the top of the site, with what the print HTML needs."""
        folders = sorted({sheet.handout.folder for sheet in self.sheets})
        return {
            **{
                f"{folder}/{name}": data
                for folder in folders
                for name, data in handouts.dress(templates, slides=folder == FACILITATORS).items()
            },
            **{sheet.handout.sheet: sheet.html.encode() for sheet in self.sheets},
            **{f"{printed.handout.folder}/{printed.name}": printed.made.pdf for printed in self.printed},
            **{kit.path: kit.data for kit in self.kits},
        }


def _as_listed(kit: Kit) -> KitFile:
    return KitFile(kit.path, _kilobytes(kit.data))


def _kilobytes(data: bytes) -> int:
    return max(1, round(len(data) / 1024))


def run(source: handouts.Source, pictures: Mapping[str, bytes], choice: Choice) -> Run:
    """The handouts as print HTML and in PDF. Those made before are found on the shelf."""
    sheets = handouts.render(source)
    wanted = {sheet.handout.name for sheet in sheets if choice.takes(sheet.handout)}
    companions = {sheet.handout.companion for sheet in sheets if sheet.handout.name in wanted}
    needed = (sheet for sheet in sheets if sheet.handout.name in wanted | companions)
    tasks = [(sheet, setting) for sheet in needed for setting in choice.settings(sheet.handout)]
    whole = _set(source, pictures, tasks, choice.count) if tasks else Run(())
    made = replace(whole, sheets=sheets).only(lambda handout: handout.name in wanted)
    return replace(made, kits=_packed(source, made, pictures)) if choice.is_everything else made


def _packed(source: handouts.Source, made: Run, pictures: Mapping[str, bytes]) -> tuple[Kit, ...]:
    laid_out = (source.course, source.words, source.templates, source.pen())
    return pack(Stock(*laid_out, made.prints(), made.files(source.templates), pictures))


def _set(
    source: handouts.Source,
    pictures: Mapping[str, bytes],
    tasks: Sequence[tuple[Printable, Setting]],
    count: Count,
) -> Run:
    """Sets documents one after the other, and counts them."""
    printed: list[Printed] = []
    unprinted: dict[str, Unprinted] = {}
    with typesetting.typesetter(source.templates, pictures, SHELF) as typesetter:
        for done, (sheet, setting) in enumerate(tasks):
            count(done, len(tasks))
            try:
                printed.append(_printed(typesetter, sheet, setting, printed))
            except NoGlyph as missing:
                unprinted[sheet.handout.name] = Unprinted(sheet.handout, missing.characters)
    count(len(tasks), len(tasks))
    return Run((), tuple(printed), tuple(unprinted.values()))


def _printed(
    typesetter: Typesetter, sheet: Printable, setting: Setting, before: Iterable[Printed]
) -> Printed:
    """One document in PDF; what it tells of pages elsewhere is taken from the companion as it was set."""
    elsewhere = next(
        (p.made.places for p in before if p.handout.name == sheet.handout.companion and p.setting == setting),
        {},
    )
    made = typesetter.set(sheet.html, setting.referring(elsewhere))
    if setting.form:
        with undisturbed():  # what it stands on takes its time to load, and aborts when a signal meets it
            from generator.fillable import fillable

        made = replace(made, pdf=fillable(made.pdf))
    return Printed(sheet.handout, setting, made)
