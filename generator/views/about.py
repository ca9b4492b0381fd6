"""The page about the course: its licence, its sources, how its stories are told, what it keeps of readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from generator.model import Course, Lesson, Story
from generator.model.story import ToldAs
from generator.views.page import Head, Link, Pen, lines
from generator.wording import Wording


@dataclass(frozen=True)
class Source:
    """Where something comes from."""

    text: Markup
    href: str
    """The address of the source, or empty."""


@dataclass(frozen=True)
class Sourced:
    """A story or a lesson with its sources."""

    link: Link
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class AboutPage:
    """Everything that the page about the course shows."""

    head: Head
    introduction: str
    told: tuple[str, ...]
    """How many stories are real, drawn from several cases, or invented."""
    licence: Link
    """The licence of the texts; without an address where the course gives none."""
    repository: str
    guide: Link
    """To the guide for those who would write for the course."""
    my_data: Link
    """To the page that shows what is kept of a reader."""
    prefix: str
    """How the names begin under which a browser keeps answers."""
    sources: tuple[Markup, ...]
    """The sources of the course as a whole."""
    stories: tuple[Sourced, ...]
    lessons: tuple[Sourced, ...]


def about_page(course: Course, pen: Pen, words: Wording) -> AboutPage:
    """The page about the course as a whole."""
    settings = course.settings
    return AboutPage(
        head=Head(
            address="about",
            kind="about",
            id="about",
            title=words["about_title"],
            description=words.say("about_summary", course=settings.title),
        ),
        introduction=settings.summary or words.say("about_summary", course=settings.title),
        told=tuple(_told(course, words)),
        licence=Link(settings.licence_url or "", settings.licence),
        repository=settings.repository or "",
        guide=Link(pen.to("guide/index"), words["guide"]),
        my_data=Link(pen.to("my-data"), words["about_privacy_my_data"]),
        prefix=f"{settings.id}:",
        sources=lines(settings.sources, pen),
        stories=tuple(_sourced_stories(course, pen)),
        lessons=tuple(_sourced_lessons(course, pen)),
    )


def _told(course: Course, words: Wording) -> Iterator[str]:
    for way in get_args(ToldAs):
        if count := sum(story.told_as == way for story in course.stories):
            yield words.say(f"about_told_{way}", n=count)


def _sourced_stories(course: Course, pen: Pen) -> Iterator[Sourced]:
    for story in course.stories:
        if sources := tuple(_sources_of(story, pen)):
            yield Sourced(Link(pen.to(f"stories/{story.id}"), story.title), sources)


def _sources_of(story: Story, pen: Pen) -> Iterator[Source]:
    if story.source:
        yield Source(pen.line(story.source), story.source_url or "")
    elif story.source_url:
        yield Source(Markup(), story.source_url)


def _sourced_lessons(course: Course, pen: Pen) -> Iterator[Sourced]:
    for lesson in course.lessons:
        if lesson.sources:
            yield _sourced_lesson(lesson, pen)


def _sourced_lesson(lesson: Lesson, pen: Pen) -> Sourced:
    link = Link(pen.to(f"lessons/{lesson.id}"), lesson.title)
    return Sourced(link, tuple(Source(source, "") for source in lines(lesson.sources, pen)))
