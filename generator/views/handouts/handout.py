"""What every handout has, whatever is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from generator.model import Course, Workshop
from generator.wording import Wording

Audience = Literal["trainee", "facilitator", "key"]
SOURCES = {
    "exercise": "exercises/{}.yml",
    "checklist": "checklists/{}.yml",
    "story": "stories/{}.yml",
    "framework": "course.yml",
    "feedback": "workshops/{}.yml",
}
"""The files that single sheets are made of; all other documents are made of a workshop's."""
FORMS = ("exercise", "checklist")
"""The kinds of document that can be filled in on a screen."""
FOLDER = "handouts"
"""Where trainees' documents lie, from the top of the site."""
FACILITATORS = "facilitators"
"""Where documents for those who lead lie, where the course publishes them."""


@dataclass(frozen=True)
class Handout:
    """A document on paper: what its head says, what stands on each of its pages."""

    name: str
    """`story-giraffe-bread`: its files are called after it."""
    kind: str
    """Its template in templates/handouts, and the group in which it is listed."""
    id: str
    """The id of the item that it is about."""
    title: str
    source: str
    """The author's file below content/."""
    audience: Audience
    language: str
    direction: str
    author: str
    running: str
    """At the head of all pages but the first."""
    foot: tuple[str, ...]
    """At the foot of all pages."""
    numbers: str
    """`{n} of {total}`: the layout fills it."""
    address: str = ""
    """The full address of the page that it belongs to; empty where the course is published nowhere."""

    companion: str = ""
    """The name of the document to whose pages this one refers, or empty."""

    @property
    def has_large_print(self) -> bool:
        """Whether it comes in large print as well: sheets for a single item do."""
        return self.kind in SOURCES

    @property
    def is_form(self) -> bool:
        """Whether it can be filled in on a screen as well."""
        return self.kind in FORMS

    @property
    def folder(self) -> str:
        """Where its files lie, from the top of the site."""
        return FOLDER if self.audience == "trainee" else FACILITATORS

    @property
    def sheet(self) -> str:
        """The path of its print HTML."""
        return f"{self.folder}/{self.name}.html"


@dataclass(frozen=True)
class PrintedFile:
    """A handout in PDF, as a list tells of it."""

    path: str
    paper: str
    """`a4` or `letter`."""
    large: bool
    pages: int
    kilobytes: int
    form: bool = False
    """Whether it is to be filled in on a screen."""


@dataclass(frozen=True)
class KitFile:
    """All handouts of a workshop in one file, as a list tells of it."""

    path: str
    kilobytes: int


@dataclass(frozen=True)
class Prints:
    """A handout, and the files in which it can be had."""

    handout: Handout
    files: tuple[PrintedFile, ...] = ()
    """None where no PDFs are made, as in a preview."""
    kit: KitFile | None = None
    """The zip of the workshop that this is the first handout of."""


def own_documents(workshop: Workshop, prints: Iterable[Prints]) -> tuple[Prints, ...]:
    """The handouts of a workshop that are about nothing else; a story can have its id as well."""
    return tuple(each for each in prints if each.handout.source == f"workshops/{workshop.id}.yml")


class Document(Protocol):
    """Everything that the template of one handout asks for."""

    @property
    def handout(self) -> Handout:
        """What the head of the document says."""


def handout(
    course: Course,
    words: Wording,
    kind: str,
    item: str,
    title: str,
    *,
    audience: Audience = "trainee",
    running: str = "",
    address: str = "",
    companion: str = "",
) -> Handout:
    """The handout of one kind about one item of the course."""
    settings = course.settings
    licence = words.say("licence_line", licence=settings.licence)
    return Handout(
        name=f"{kind}-{item}",
        kind=kind,
        id=item,
        title=title,
        source=SOURCES.get(kind, "workshops/{}.yml").format(item),
        audience=audience,
        language=words.language,
        direction=words.direction,
        author=settings.title,
        running=running or title,
        foot=(settings.title, licence),
        numbers=words["handout_numbers"],
        address=address,
        companion=companion,
    )
