"""What was called otherwise once: old addresses lead on, and what learners stored follows the new name."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import FOLDERS, Course, Kind
from generator.views.page import Head, Pen
from generator.wording import Wording

STORED: Mapping[str, tuple[str, ...]] = {
    "lesson": ("lesson", "recall"),
    "story": ("story",),
    "exercise": ("exercise",),
    "checklist": ("checklist",),
}
"""What browsers keep of an item of a kind: the kinds of things of keeping.js."""
SCRIPTS = ("keeping", "records", "formerly")
"""What brings stored things to their new names, before any other script looks for them."""

ICON = "assets/images/favicon.png"
"""The theme's sign in the tab, from the top of the site."""


@dataclass(frozen=True)
class Move:
    """An item that had another id."""

    kind: Kind
    old: str
    id: str
    title: str

    @property
    def address(self) -> str:
        """The address of its page now."""
        return f"{FOLDERS[self.kind]}/{self.id}"

    @property
    def former(self) -> str:
        """The address of its page then."""
        return f"{FOLDERS[self.kind]}/{self.old}"


@dataclass(frozen=True)
class MovedPage:
    """What stands at an old address."""

    path: str
    """The file, from the top of the site."""
    href: str
    """The way on."""
    canonical: str
    icon: str
    """Without one, browsers ask the host for its own, which need not be there."""
    title: str
    language: str
    direction: str


def moves(course: Course) -> Iterator[Move]:
    """Every former id of a course, with the item that leads on from it."""
    for kind, items in course.items.items():
        for item in items:
            yield from (Move(kind, old, item.id, item.title) for old in item.redirect_from)


def moved_page(move: Move, pen: Pen, words: Wording, canonical: str) -> MovedPage:
    """The page at the old address of an item. The pen is one of that address."""
    return _moved(move, f"{move.former}/index.html", pen.to(move.address), canonical, words)


def moved_sheet(move: Move, former: str, sheet: str, pen: Pen, words: Wording) -> MovedPage:
    """The page at the old address of a handout; the pen is one of the top of the site."""
    href = pen.file(sheet).rpartition("/")[2]
    return _moved(move, former, href, href, words)


def _moved(move: Move, path: str, href: str, canonical: str, words: Wording) -> MovedPage:
    icon = "../" * path.count("/") + ICON
    return MovedPage(path, href, canonical or href, icon, move.title, words.language, words.direction)


def following(head: Head, course: Course) -> Head:
    """The head of a page that looks for stored things, with what they were called before."""
    if "keeping" not in head.scripts:
        return head
    own = head.kind in STORED
    names = {
        f"{thing}:{move.old}": move.id
        for move in moves(course)
        if not own or (move.kind, move.id) == (head.kind, head.id)
        for thing in STORED.get(move.kind, ())
    }
    if not names:
        return head
    scripts = tuple(dict.fromkeys((*SCRIPTS, *head.scripts)))
    formerly = json.dumps({"site": course.settings.id, "moves": names}, separators=(",", ":"))
    return replace(head, scripts=scripts, formerly=formerly)
