"""The page that asks readers for their own stories, and says how to send one."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Course, CourseSettings
from generator.views.page import Head, Link, Pen
from generator.wording import Wording


@dataclass(frozen=True)
class SharePage:
    """What differs from course to course; the rest of the page is in the words of the interface."""

    head: Head
    course: str
    stories: str
    """The way to the stories, as examples."""
    guide: Link
    """To the guide for authors."""
    new_file: str
    """Where to write a new story on GitHub; empty for a course that is not kept there."""


def share_page(course: Course, pen: Pen, words: Wording) -> SharePage:
    """The page "Tell your story"."""
    return SharePage(
        head=Head(
            address="share",
            kind="share",
            id="share",
            title=words["share_title"],
            description=words["share_summary"],
        ),
        course=course.settings.title,
        stories=pen.to("stories/index"),
        guide=Link(pen.to("guide/index"), words["guide"]),
        new_file=_new_file(course.settings),
    )


def _new_file(settings: CourseSettings) -> str:
    repository = (settings.repository or "").removesuffix("/").removesuffix(".git")
    on_github = urlsplit(repository).hostname == "github.com"
    return f"{repository}/new/{settings.branch}/content/stories" if on_github else ""
