"""What a kit of a workshop says about itself: what to print how often, and what is where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Course, Workshop
from generator.views.handouts.handout import PrintedFile, Prints, own_documents
from generator.views.handouts.items import items, named
from generator.views.handouts.run_of_show import RunOfShow
from generator.wording import Wording


@dataclass(frozen=True)
class Packed:
    """A document of a kit: the folder that it is in, and how often to print it."""

    path: str
    title: str
    facts: str


@dataclass(frozen=True)
class Tray:
    """A folder of a kit."""

    name: str
    about: str
    holds: tuple[Packed, ...]


@dataclass(frozen=True)
class ReadMe:
    """Everything that the note in a kit says."""

    title: str
    summary: str
    about: str
    show: RunOfShow | None
    """What to print for how many people; those who take part print for themselves."""
    trays: tuple[Tray, ...]
    slides: str
    """The name of the file with the slides, or empty."""
    foot: tuple[str, ...]


TRAYS = ("a4", "letter", "large-print", "on-screen")
"""The folders of a kit, in the order in which the note names them."""


def tray_of(file: PrintedFile) -> str:
    """The folder in which a file of a kit lies."""
    return "on-screen" if file.form else "large-print" if file.large else file.paper


def contents(
    course: Course, workshop: Workshop, prints: Sequence[Prints], *, for_leaders: bool
) -> tuple[Prints, ...]:
    """The handouts of a workshop: its own documents, then the sheets of its agenda and of what it names."""
    mine = [(kind, item.id) for kind, item in (*items(course, workshop), *named(course, workshop))]
    frameworks = {getattr(item, "framework", None) for _, item in items(course, workshop)}
    names = {f"{kind}-{id_}" for kind, id_ in mine} | {f"framework-{name}" for name in frameworks if name}
    own = own_documents(workshop, prints)
    sheets = [each for each in prints if each.handout.name in names]
    return tuple(each for each in (*own, *sheets) if for_leaders or each.handout.audience == "trainee")


def read_me(
    workshop: Workshop,
    held: Sequence[Prints],
    words: Wording,
    show: RunOfShow | None,
) -> ReadMe:
    """The note of one kit."""
    deck = next((each.handout for each in held if each.handout.kind == "deck"), None)
    return ReadMe(
        title=workshop.title,
        summary=workshop.summary,
        about=words["kit_for_leaders" if show else "kit_for_trainees"],
        show=show,
        trays=tuple(_trays(held, words)),
        slides=f"{deck.name}.html" if deck else "",
        foot=tuple(filter(None, (*held[0].handout.foot, held[0].handout.address))),
    )


def _trays(held: Sequence[Prints], words: Wording) -> Iterator[Tray]:
    for name in TRAYS:
        inside = tuple(
            Packed(
                file.path.rpartition("/")[2],
                f"{_kind(each, words)}: {each.handout.title}",
                words.say("kit_pages", n=file.pages),
            )
            for each in held
            for file in each.files
            if tray_of(file) == name
        )
        if inside:
            yield Tray(name, words[f"kit_{name}"], inside)


def _kind(prints: Prints, words: Wording) -> str:
    """What kind of handout it is: a document of a workshop, or a sheet about something."""
    kind = prints.handout.kind
    return words.get(f"handout_{kind}") or words[kind]
