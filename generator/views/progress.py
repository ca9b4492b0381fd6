"""The page to tick while going through the course: each learning path with its lessons, and what was done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Course, Lesson
from generator.views.advance import SCRIPTS, STATUSES, ids
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Link, Pen, duration
from generator.views.relations import paths_by_length, paths_of
from generator.views.titles import titles
from generator.wording import Wording


@dataclass(frozen=True)
class Stage:
    """A lesson of a path, with its box to tick."""

    number: int
    lesson: str
    """Its id."""
    control: str
    link: Link
    length: int
    minutes: str
    done: str
    """What the box says: `Done: Empathy`."""


@dataclass(frozen=True)
class Journey:
    """A learning path with its lessons, or the lessons that are on no path."""

    anchor: str
    link: Link | None
    title: str
    summary: str
    stages: tuple[Stage, ...]
    leads_through: str
    """The ids of the lessons."""
    count: str
    minutes: str


@dataclass(frozen=True)
class ProgressPage:
    """Everything that the page of progress shows."""

    head: Head
    course: str
    journeys: tuple[Journey, ...]
    titles: Mapping[str, Mapping[str, str]]
    """Of what can stand on the record beside lessons."""
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    said_on_record: Mapping[str, str | Mapping[str, str]]


def progress_page(course: Course, pen: Pen, words: Wording) -> ProgressPage:
    """A tick list for each learning path, and the record of what was done."""
    return ProgressPage(
        head=Head(
            address="progress",
            kind="progress",
            id="progress",
            title=words["progress_title"],
            description=words["progress_summary"],
            searchable=False,
            scripts=(*SCRIPTS, "record"),
            styles=("record",),
        ),
        course=course.settings.title,
        journeys=tuple(_journeys(course, pen, words)),
        titles={kind: found for kind, found in titles(course).items() if kind in ("checklist", "exercise")},
        keeping=keeping(course, pen, words),
        # What is not begun has room for a date by hand.
        said={**words.forms(*STATUSES), "lesson_new": ""},
        said_on_record=words.forms(
            "lessons_done", "minutes", "hours", "hours_and_minutes", "record_lessons_in"
        ),
    )


def _journeys(course: Course, pen: Pen, words: Wording) -> Iterator[Journey]:
    for path in paths_by_length(course):
        yield _journey(
            f"path-{path.id}",
            path.title,
            path.summary,
            Link(pen.to(f"paths/{path.id}"), words["progress_open_path"]),
            [course.lesson[lesson] for lesson in path.lessons],
            pen,
            words,
        )
    if alone := [lesson for lesson in course.lessons if not paths_of(course, lesson)]:
        yield _journey(
            "other-lessons",
            words["progress_other_lessons"],
            words["progress_other_lessons_are"],
            None,
            alone,
            pen,
            words,
        )


def _journey(
    anchor: str,
    title: str,
    summary: str,
    link: Link | None,
    lessons: Sequence[Lesson],
    pen: Pen,
    words: Wording,
) -> Journey:
    return Journey(
        anchor=anchor,
        link=link,
        title=title,
        summary=summary,
        stages=tuple(
            _stage(anchor, lesson, number, pen, words) for number, lesson in enumerate(lessons, start=1)
        ),
        leads_through=ids([lesson.id for lesson in lessons]),
        count=words.say("lesson_count", n=len(lessons)),
        minutes=duration(sum(lesson.minutes for lesson in lessons), words),
    )


def _stage(journey: str, lesson: Lesson, number: int, pen: Pen, words: Wording) -> Stage:
    return Stage(
        number=number,
        lesson=lesson.id,
        control=f"{journey}-{lesson.id}",
        link=Link(pen.to(f"lessons/{lesson.id}"), lesson.title),
        length=lesson.minutes,
        minutes=duration(lesson.minutes, words),
        done=words.say("progress_done", lesson=lesson.title),
    )
