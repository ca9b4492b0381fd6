"""What every page has, whatever its kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup


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
        """The relative link from this page to an address such as `stories/giraffe-bread` or `glossary#real`."""

    def image(self, name: str) -> "Picture":
        """A picture of content/images, with its address from this page and its size."""


@dataclass(frozen=True)
class Picture:
    """A picture as a page shows it. Width and height in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Head:
    """What the engine, the theme and search engines are told about a page."""

    address: str
    """`lessons/empathy`, without ending; `index` is the home page, `lessons/index` a list."""
    kind: str
    """For scripts and tests: `lesson`, `story`, `home`, …"""
    id: str
    """The id of the item, or the name of the page."""
    title: str
    description: str
    source: str = ""
    """The author's file below content/; empty where a page has no file of its own."""
    tags: tuple[str, ...] = ()
    searchable: bool = True
    hide: tuple[str, ...] = ()
    """What the theme leaves out: `navigation`, `toc`."""


@dataclass(frozen=True)
class Link:
    """A link: where to, and its text."""

    href: str
    text: str


def unique_anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each heading, from its words, with a number where two would be the same."""
    raise NotImplementedError
