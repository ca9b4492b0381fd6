"""The page to print and tick while going through the course: each learning path with its lessons."""

from dataclasses import dataclass

from generator.model import Course, Lesson, Path
from generator.views.page import Head, Link, Pen, duration
from generator.wording import Wording


@dataclass(frozen=True)
class Stage:
    """A lesson of a path, with its box to tick."""

    number: int
    control: str
    link: Link
    minutes: str
    done: str
    """What the box says: `Done: Empathy`."""


@dataclass(frozen=True)
class Journey:
    """A learning path with its lessons."""

    anchor: str
    link: Link
    title: str
    summary: str
    stages: tuple[Stage, ...]
    minutes: str


@dataclass(frozen=True)
class ProgressPage:
    """Everything that the page of progress shows."""

    head: Head
    course: str
    journeys: tuple[Journey, ...]


def progress_page(course: Course, pen: Pen, words: Wording) -> ProgressPage:
    """A tick list for each learning path."""
    return ProgressPage(
        head=Head(
            address="progress",
            kind="progress",
            id="progress",
            title=words["progress_title"],
            description=words["progress_summary"],
            searchable=False,
        ),
        course=course.settings.title,
        journeys=tuple(_journey(course, path, pen, words) for path in course.paths),
    )


def _journey(course: Course, path: Path, pen: Pen, words: Wording) -> Journey:
    lessons = [course.lesson[lesson] for lesson in path.lessons]
    return Journey(
        anchor=f"path-{path.id}",
        link=Link(pen.to(f"paths/{path.id}"), words["progress_open_path"]),
        title=path.title,
        summary=path.summary,
        stages=tuple(
            _stage(path, lesson, number, pen, words) for number, lesson in enumerate(lessons, start=1)
        ),
        minutes=duration(sum(lesson.minutes for lesson in lessons), words),
    )


def _stage(path: Path, lesson: Lesson, number: int, pen: Pen, words: Wording) -> Stage:
    return Stage(
        number=number,
        control=f"{path.id}-{lesson.id}",
        link=Link(pen.to(f"lessons/{lesson.id}"), lesson.title),
        minutes=duration(lesson.minutes, words),
        done=words.say("progress_done", lesson=lesson.title),
    )
