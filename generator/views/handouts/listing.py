"""Where handouts are to be had: the page that lists them all, and the links on the page of an item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.views.handouts.handout import FACILITATORS, PrintedFile, Prints
from generator.views.page import Head, Link, Pen
from generator.wording import Wording

KINDS = ("workbook", "feedback", "exercise", "checklist", "story", "framework")
"""The kinds of handout, those for a whole session first."""
DOCUMENTS_OF = {
    "story": ("story",),
    "exercise": ("exercise",),
    "checklist": ("checklist",),
    "workshop": ("workbook", "feedback"),
}
"""The kinds of handout that the page of an item offers."""


@dataclass(frozen=True)
class FileLink:
    """A file, and what to know before fetching it."""

    link: Link
    facts: str
    """Its pages and its size."""
    type: str = "application/pdf"


@dataclass(frozen=True)
class PrintLinks:
    """Where one handout is to be had."""

    name: str
    title: str
    label: str
    """What stands before the links on the page of its item."""
    sheet: Link
    """The print HTML, which a browser shows and prints."""
    files: tuple[FileLink, ...]


@dataclass(frozen=True)
class Shelf:
    """The handouts of one kind."""

    anchor: str
    heading: str
    handouts: tuple[PrintLinks, ...]


@dataclass(frozen=True)
class HandoutsPage:
    """Everything that the page of handouts shows."""

    head: Head
    has_files: bool
    """Whether there are PDFs; a preview makes none."""
    shelves: tuple[Shelf, ...]
    """Only kinds of which the course has something."""
    lead: Link | None
    """To what there is for those who lead, where the course publishes that."""


def handouts_page(prints: Sequence[Prints], pen: Pen, words: Wording) -> HandoutsPage:
    """All that the course has on paper for those who take part, and the way to what there is for others."""
    is_public = any(each.handout.folder == FACILITATORS for each in prints)
    return HandoutsPage(
        head=Head(
            address="handouts",
            kind="handouts",
            id="handouts",
            title=words["handouts_title"],
            description=words["handouts_summary"],
            searchable=False,
        ),
        has_files=any(each.files for each in prints),
        shelves=tuple(_shelves(prints, pen, words)),
        lead=Link(pen.to(FACILITATORS), words["facilitators_link"]) if is_public else None,
    )


def print_links(prints: Sequence[Prints], head: Head, pen: Pen, words: Wording) -> tuple[PrintLinks, ...]:
    """Where the handouts of an item's page are to be had; most pages have none."""
    names = [f"{kind}-{head.id}" for kind in DOCUMENTS_OF.get(head.kind, ())]
    return tuple(links_to(each, pen, words) for name in names for each in prints if each.handout.name == name)


def _shelves(prints: Sequence[Prints], pen: Pen, words: Wording) -> Iterator[Shelf]:
    for kind in KINDS:
        mine = tuple(links_to(each, pen, words) for each in prints if each.handout.kind == kind)
        if mine:
            yield Shelf(f"{kind}-handouts", words[f"handouts_{kind}"], mine)


def links_to(prints: Prints, pen: Pen, words: Wording) -> PrintLinks:
    """Where one handout is to be had, from the page of a pen."""
    return PrintLinks(
        name=prints.handout.name,
        title=prints.handout.title,
        label=words[
            f"print_{kind}" if (kind := prints.handout.kind) in DOCUMENTS_OF["workshop"] else "print_this"
        ],
        sheet=Link(
            pen.file(prints.handout.sheet),
            words["handouts_slides" if prints.handout.kind == "deck" else "handouts_sheet"],
        ),
        files=(*(_file(file, pen, words) for file in prints.files), *_kit(prints, pen, words)),
    )


def _kit(prints: Prints, pen: Pen, words: Wording) -> Iterator[FileLink]:
    if prints.kit:
        size = words.say("handouts_kit_size", kilobytes=prints.kit.kilobytes)
        yield FileLink(Link(pen.file(prints.kit.path), words["handouts_kit"]), size, "application/zip")


def _file(file: PrintedFile, pen: Pen, words: Wording) -> FileLink:
    paper = words[f"paper_{file.paper}"]
    how = "handouts_form" if file.form else "handouts_large" if file.large else ""
    text = words.say(how, paper=paper) if how else paper
    size = words.say("handouts_size", n=file.pages, kilobytes=file.kilobytes)
    return FileLink(Link(pen.file(file.path), text), size)
