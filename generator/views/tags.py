"""Tags: the words by which readers find things, and the page that lists what carries each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import FOLDERS, Course, Item, Kind, Path
from generator.views.page import Head, Link, Pen
from generator.wording import Wording


def tag_links(tags: Iterable[str], pen: Pen) -> tuple[Link, ...]:
    """A link for each tag to its section on the page of tags."""
    return tuple(Link(pen.to(f"tags#{tag_anchor(tag)}"), tag) for tag in tags)


def tag_anchor(tag: str) -> str:
    """The anchor of a tag on the page of tags."""
    return f"tag-{slug(tag)}"


def slug(text: str) -> str:
    """A text of any script as a name for addresses; spellings that differ in case share one.

    Signs stand by their numbers, so that C++ and C# are two.
    """
    name = unicodedata.normalize("NFKC", text).casefold()
    pieces = re.findall(r"[^\W_]+|[^\w\s-]|_", name)
    return "-".join(piece if piece.isalnum() else f"{ord(piece):x}" for piece in pieces) or "2d"


@dataclass(frozen=True)
class Tagged:
    """Something that carries a tag, and what it is."""

    link: Link
    label: str


@dataclass(frozen=True)
class TagSection:
    """A tag and everything that carries it."""

    anchor: str
    tag: str
    items: tuple[Tagged, ...]


@dataclass(frozen=True)
class TagsPage:
    """All tags of the course, answered for the template."""

    head: Head
    introduction: str
    sections: tuple[TagSection, ...]


def tags_page(course: Course, pen: Pen, words: Wording) -> TagsPage:
    """The page of tags in alphabetical order."""
    spelling: dict[str, str] = {}
    carrying: dict[str, list[Tagged]] = {}
    for kind, item, tags in _tagged(course):
        tagged = Tagged(Link(pen.to(f"{FOLDERS[kind]}/{item.id}"), item.title), words[kind])
        for anchor, tag in {tag_anchor(tag): tag for tag in tags}.items():
            spelling.setdefault(anchor, tag)
            carrying.setdefault(anchor, []).append(tagged)
    return TagsPage(
        head=Head(
            address="tags",
            kind="tags",
            id="tags",
            title=words["tags"],
            description=words["tags_introduction"],
            searchable=False,
        ),
        introduction=words["tags_introduction"],
        sections=tuple(
            TagSection(anchor, spelling[anchor], tuple(carrying[anchor])) for anchor in sorted(carrying)
        ),
    )


def _tagged(course: Course) -> Iterator[tuple[Kind, Item, tuple[str, ...]]]:
    for kind, items in course.items.items():
        for item in items:
            if not isinstance(item, Path):
                yield kind, item, item.tags
