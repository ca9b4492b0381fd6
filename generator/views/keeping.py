"""What the learner's elements of a page need to keep what somebody enters, and to say so truthfully."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Course
from generator.views.page import Link, Pen
from generator.wording import Wording


@dataclass(frozen=True)
class Keeping:
    """Where answers are kept, and what is said about it."""

    site: str
    """The course's id, under which a browser keeps answers."""
    my_data: Link
    """To the page that shows everything that is kept."""
    said: Mapping[str, str | Mapping[str, str]]
    """How keeping went, in words for the page's scripts."""


def keeping(course: Course, pen: Pen, words: Wording) -> Keeping:
    """How one page keeps what is entered on it."""
    return Keeping(
        site=course.settings.id,
        my_data=Link(pen.to("my-data"), words["my_data_title"]),
        said=words.forms("kept_saved", "kept_visit", "kept_full", "kept_newer", "kept_broken"),
    )
