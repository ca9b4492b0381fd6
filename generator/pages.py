"""Views → Markdown pages: the door to Jinja.

A page is Markdown only in its headings; everything else stands in raw HTML blocks, so that no second
parser ever runs over an author's text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Course
from generator.views.page import Picture
from generator.wording import Wording


@dataclass(frozen=True)
class Page:
    """A page for the engine: Markdown with front matter."""

    path: str
    """`lessons/empathy.md`"""
    text: str
    source: str = ""
    """The author's file below content/ (`lessons/empathy.yml`), or empty."""


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    pictures: Mapping[str, Picture],
    changed: Mapping[str, str],
    directory_urls: bool = True,
) -> tuple[Page, ...]:
    """Every page of the course, in a fixed order."""
    raise NotImplementedError
