"""A learning path as its page shows it."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Lesson, Path
from generator.views.advance import SCRIPTS, Advance, advance, ids
from generator.views.page import Head, Link, Pen, duration
from generator.views.relations import exercises_of, path_minutes, stories_of
from generator.wording import Wording


@dataclass(frozen=True)
class Stage:
    """One lesson on the way, with what is met along it."""

    id: str
    lesson: Link
    minutes: str
    summary: str
    requires: tuple[Link, ...]
    stories: tuple[Link, ...]
    practice: tuple[Link, ...]


@dataclass(frozen=True)
class PathPage:
    """A learning path, answered for its template."""

    head: Head
    up: Link
    summary: str
    audience: Markup
    facts: tuple[str, ...]
    first: Link | None
    """The first lesson; none where the preview has no lesson to show."""
    stages: tuple[Stage, ...]
    leads_through: str
    """The ids of the lessons."""
    advance: Advance


def path_page(course: Course, path: Path, pen: Pen, words: Wording) -> PathPage:
    """The page of a learning path: its lessons in order, and what they ask and give."""
    lessons = tuple(course.lesson[id_] for id_ in path.lessons)
    return PathPage(
        head=_head(path),
        up=Link(pen.to("paths/index"), words["all_paths"]),
        summary=path.summary,
        audience=pen.line(path.audience or ""),
        facts=(
            words.say("lesson_count", n=len(lessons)),
            duration(path_minutes(course, path), words),
        ),
        first=_first(lessons, pen, words),
        stages=tuple(_stage(course, lesson, pen, words) for lesson in lessons),
        leads_through=ids(path.lessons),
        advance=advance(course, lessons, (path,), pen, words),
    )


def _head(path: Path) -> Head:
    return Head(
        address=f"paths/{path.id}",
        kind="path",
        id=path.id,
        title=path.title,
        description=path.summary,
        source=f"paths/{path.id}.yml",
        draft=path.draft,
        scripts=SCRIPTS,
    )


def _first(lessons: tuple[Lesson, ...], pen: Pen, words: Wording) -> Link | None:
    if not lessons:
        return None
    return Link(pen.to(f"lessons/{lessons[0].id}"), words.say("begin_with", title=lessons[0].title))


def _stage(course: Course, lesson: Lesson, pen: Pen, words: Wording) -> Stage:
    checklist = [course.checklist[lesson.checklist]] if lesson.checklist else []
    return Stage(
        id=lesson.id,
        lesson=Link(pen.to(f"lessons/{lesson.id}"), lesson.title),
        minutes=duration(lesson.minutes, words),
        summary=lesson.summary,
        requires=tuple(Link(pen.to(f"lessons/{id_}"), course.lesson[id_].title) for id_ in lesson.requires),
        stories=tuple(
            Link(pen.to(f"stories/{story.id}"), story.title) for story in stories_of(course, lesson)
        ),
        practice=(
            *(Link(pen.to(f"exercises/{item.id}"), item.title) for item in exercises_of(course, lesson)),
            *(Link(pen.to(f"checklists/{item.id}"), item.title) for item in checklist),
        ),
    )
