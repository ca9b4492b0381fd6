"""What the theme says in the words of the course: on every page, and where there is no page."""

from dataclasses import dataclass

from generator.views.page import Link, Pen
from generator.wording import Wording

PLACES = {
    "index": "home",
    "lessons/index": "all_lessons",
    "stories/index": "all_stories",
    "paths/index": "all_paths",
    "glossary": "glossary",
}
"""Where a reader without a page goes on, and the words for it."""


@dataclass(frozen=True)
class NotFound:
    """The page for addresses that lead nowhere."""

    title: str
    introduction: str
    search: str
    places: tuple[Link, ...]
    """Links from the top of the site."""


@dataclass(frozen=True)
class Theme:
    """The texts of the theme that are not about one page."""

    language: str
    """The language of the course: the theme may have fewer languages than there are courses."""
    dark: str
    light: str
    not_found: NotFound


def theme(root: Pen, words: Wording) -> Theme:
    """The texts of the theme, with links by the pen of the home page."""
    return Theme(
        language=words.language,
        dark=words["dark_colours"],
        light=words["light_colours"],
        not_found=NotFound(
            title=words["not_found_title"],
            introduction=words["not_found_introduction"],
            search=words["not_found_search"],
            places=tuple(Link(root.to(place), words[name]) for place, name in PLACES.items()),
        ),
    )
