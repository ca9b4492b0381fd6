"""Tags: the words by which readers find things, and the page that lists what carries each."""

import re
import unicodedata
from collections.abc import Iterable

from generator.views.page import Link, Pen


def tag_links(tags: Iterable[str], pen: Pen) -> tuple[Link, ...]:
    """A link for each tag to its section on the page of tags."""
    return tuple(Link(pen.to(f"tags#{tag_anchor(tag)}"), tag) for tag in tags)


def tag_anchor(tag: str) -> str:
    """The anchor of a tag in any script, from the tag alone: spellings that differ in case share one."""
    name = unicodedata.normalize("NFKC", tag).casefold()
    words = re.findall(r"[^\W_]+", name) or [f"{ord(character):x}" for character in name]
    return "-".join(["tag", *words])
