"""What a page tells those who find it, link to it or print it: search engines, feed readers, paper."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import FOLDERS, KINDS, Course, Item
from generator.views.addresses import To, ways
from generator.views.feed import FEED
from generator.views.linked_data import Data, course_data, graph, item_data, trail
from generator.views.page import Head, Pen
from generator.wording import Wording

LONGEST_DESCRIPTION = 160
"""How much of a description search engines show."""
WITH_FEED = frozenset({"home", "stories"})
"""The pages that tell feed readers of the stories."""


@dataclass(frozen=True)
class Metadata:
    """What stands in the head of a page and on its last printed line."""

    description: str
    linked_data: Data
    feed: str
    """The feed of stories from the top of the site, on pages that tell of it."""
    day: str
    """When the text was last changed, as `2027-03-01`; empty where nobody knows."""
    changed: str
    """The same as a sentence."""
    title: str
    """The title of the page, and that of the course."""
    address: str
    """The full address of the page; empty where the course does not say where it is published."""
    licence: str


@dataclass(frozen=True)
class Describer:
    """Tells of the pages of one course."""

    course: Course
    words: Wording
    items: Mapping[str, Item]
    """What has a page of its own, by its address."""
    root: Pen
    """The pen of the home page, without terms."""
    days: Mapping[str, date]
    """When each author's file was last changed."""
    site: str
    """Where the course is published, ending in a slash, or empty."""

    def describe(self, head: Head, pen: Pen) -> Metadata:
        """What a page tells; its pen finds the way where the site has no address of its own."""
        day = self.days.get(head.source)
        to = ways(self.site, self.root, pen)
        return Metadata(
            description=brief(head.description),
            linked_data=self._linked_data(head, to),
            feed=FEED if head.kind in WITH_FEED else "",
            day=day.isoformat() if day else "",
            changed=self.words.say("changed", day=self.words.day(day)) if day else "",
            title=self._title(head),
            address=to(head.address) if self.site else "",
            licence=self.words.say("licence_line", licence=self.course.settings.licence),
        )

    def _title(self, head: Head) -> str:
        course = self.course.settings.title
        if head.title == course:
            return course
        return self.words.say("page_of_course", page=head.title, course=course)

    def _linked_data(self, head: Head, to: To) -> Data:
        item = self.items.get(head.address)
        return graph(
            course_data(self.course, to, self.root) if head.kind == "home" else None,
            item_data(self.course, item, head, to, self.root) if item else None,
            trail(self.course, head, to, self.words),
        )


def describer(course: Course, words: Wording, root: Pen, days: Mapping[str, date], site: str) -> Describer:
    """The describer of a course that is published at this address."""
    items = {f"{FOLDERS[kind]}/{item.id}": item for kind in KINDS for item in course.items[kind]}
    return Describer(course, words, items, root, days, site)


def brief(text: str) -> str:
    """A text in one line, cut between words where it is longer than search engines show."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_DESCRIPTION:
        return line
    short = textwrap.shorten(line, LONGEST_DESCRIPTION, placeholder="…")
    return short if len(short) > 1 else f"{line[: LONGEST_DESCRIPTION - 1]}…"
