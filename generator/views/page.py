"""What every page has, whatever its kind."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from typing import Protocol

from markupsafe import Markup

from generator.model import Picture
from generator.wording import Wording

FIXED_ANCHORS = frozenset(
    {
        *("page_title", "objectives", "key-learning-point", "quick-check", "phrases", "stories", "exercises"),
        *("discussion", "action-steps", "source", "story", "difference", "dialogue", "contrast", "lessons"),
        *("lesson", "checklist", "next", "steps", "result", "agenda", "materials", "statements"),
    }
)
"""The anchors that templates give to sections; no heading of an author gets one of them."""


class Pen(Protocol):
    """Writes for one page: turns authors' Markdown into safe HTML and finds the way to other pages.

    A pen belongs to one page, because a glossary term is linked only where the page first uses it: call
    it in the order in which readers meet the texts.
    """

    def prose(self, text: str) -> Markup:
        """Paragraphs, lists, tables and pictures as HTML blocks."""

    def line(self, text: str) -> Markup:
        """One line of Markdown as HTML without a block around it."""

    def to(self, address: str) -> str:
        """The relative link from this page to an address: `stories/giraffe-bread`, `glossary#real`."""

    def file(self, path: str) -> str:
        """The relative link from this page to a file of the site: `handouts/story-giraffe-bread-a4.pdf`."""

    def image(self, name: str) -> Picture:
        """A picture of content/images, with its address from this page and its size."""


@dataclass(frozen=True)
class Head:
    """What the engine, the theme and search engines are told about a page."""

    address: str
    """`lessons/empathy`, without ending; `index` is the home page, `lessons/index` a list."""
    kind: str
    """For scripts and tests, and the name of the template: `lesson`, `story`, `home`, …"""
    id: str
    """The id of the item, or the name of the page."""
    title: str
    description: str
    source: str = ""
    """The author's file below content/; empty where a page has no file of its own."""
    tags: tuple[str, ...] = ()
    searchable: bool = True
    weight: float = 1
    """What a word found here counts for in a search: below 1, other pages come first."""
    indexed: bool = True
    """Whether search engines may show the page."""
    hide: tuple[str, ...] = ()
    """What the theme leaves out: `navigation`, `toc`."""
    draft: bool = False
    """Only a preview has the page."""
    scripts: tuple[str, ...] = ()
    """The scripts that the page runs, by their names in templates/scripts."""
    formerly: str = ""
    """What stored things of the page were called before, as data for its scripts; mostly empty."""
    styles: tuple[str, ...] = ()
    """The sheets of styles that only pages of its kind need, by their names in the theme's assets."""


class View(Protocol):
    """Everything that the template of one page asks for."""

    @property
    def head(self) -> Head:
        """What the engine is told about the page."""


@dataclass(frozen=True)
class Link:
    """A link: where to, and its text."""

    href: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A picture with the words that go with it."""

    picture: Picture | None
    alt: str
    """Empty for a picture that only decorates."""
    credit: str
    drawing: str = ""
    """The template that draws it, where it is no picture of content/images."""


class Illustrated(Protocol):
    """An item of the course that can carry a picture."""

    @property
    def image(self) -> str | None:
        """The name of a file in content/images."""

    @property
    def image_alt(self) -> str | None:
        """What the picture shows."""

    @property
    def image_credit(self) -> str | None:
        """Who made it."""


def figure(item: Illustrated, pen: Pen) -> Figure | None:
    """The picture of a lesson or a story, if it has one."""
    if item.image is None:
        return None
    return Figure(pen.image(item.image), item.image_alt or "", item.image_credit or "")


def lines(texts: Iterable[str], pen: Pen) -> tuple[Markup, ...]:
    """Several lines of Markdown, in their order."""
    return tuple(pen.line(text) for text in texts)


def duration(minutes: int, words: Wording) -> str:
    """A length of time in words: 45 minutes, 2 hours, 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.say("minutes", n=rest)
    if not rest:
        return words.say("hours", n=hours)
    return words.say(
        "hours_and_minutes", hours=words.say("hours", n=hours), minutes=words.say("minutes", n=rest)
    )


def unique_anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each heading, from its words, with a number where two would be the same."""
    taken = set(FIXED_ANCHORS)
    anchors = []
    for number, heading in enumerate(headings, start=1):
        wanted = _folded(heading) or f"section-{number}"
        numbered = (f"{wanted}-{n}" for n in count(2))
        anchor = next(name for name in chain([wanted], numbered) if name not in taken)
        taken.add(anchor)
        anchors.append(anchor)
    return tuple(anchors)


def _folded(text: str) -> str:
    """The words of a text in plain letters and digits, joined by hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower()))


def fingerprint(*texts: str) -> str:
    """A short name for texts that have no id: stored answers are found by it until the words change.

    Eight hexadecimal digits, the same on every machine.
    """
    return sha256("\0".join(texts).encode()).hexdigest()[:8]


def page_file(address: str) -> str:
    """The file of a page for the engine. It lies as deep as its address: some engines resolve links by it."""
    return f"{address}.md" if address.split("/")[-1] == "index" else f"{address}/index.md"
