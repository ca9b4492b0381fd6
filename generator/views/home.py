"""The home page: what the course gives, and the ways in."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course
from generator.views.advance import SCRIPTS, Advance, advance
from generator.views.browse import (
    Card,
    checklist_card,
    exercise_card,
    lesson_card,
    path_card,
    story_card,
    workshop_card,
)
from generator.views.page import Head, Link, Pen, lines
from generator.views.relations import paths_by_length, reading_order
from generator.wording import Wording

SHOWN = 6
"""How many lessons the home page shows; the list of lessons shows all."""
SHOWN_OF_EACH_PRACTICE = 2


@dataclass(frozen=True)
class HomePage:
    """The front of the course, answered for its template."""

    head: Head
    summary: str
    begin: Link | None
    stories: Link
    objectives: tuple[Markup, ...]
    paths: tuple[Card, ...]
    advance: Advance
    featured: Card | None
    lessons: tuple[Card, ...]
    all_lessons: Link
    practice: tuple[Card, ...]
    all_exercises: Link
    all_checklists: Link
    workshops: tuple[Card, ...]
    all_workshops: Link
    share: Link


def home_page(course: Course, pen: Pen, words: Wording) -> HomePage:
    """The home page of a course."""
    lessons = reading_order(course)
    paths = paths_by_length(course)
    return HomePage(
        head=_head(course),
        summary=course.settings.summary or "",
        begin=Link(pen.to(f"lessons/{lessons[0].id}"), words["begin"]) if lessons else None,
        stories=Link(pen.to("stories/index"), words["browse_stories"]),
        objectives=lines(course.settings.objectives, pen),
        paths=tuple(path_card(course, path, pen, words) for path in paths),
        advance=advance(course, lessons, paths, pen, words),
        featured=_featured(course, pen, words),
        lessons=tuple(lesson_card(lesson, pen, words) for lesson in lessons[:SHOWN]),
        all_lessons=Link(pen.to("lessons/index"), words["all_lessons"]),
        practice=(
            *(exercise_card(item, pen, words) for item in course.exercises[:SHOWN_OF_EACH_PRACTICE]),
            *(checklist_card(item, pen, words) for item in course.checklists[:SHOWN_OF_EACH_PRACTICE]),
        ),
        all_exercises=Link(pen.to("exercises/index"), words["all_exercises"]),
        all_checklists=Link(pen.to("checklists/index"), words["all_checklists"]),
        workshops=tuple(workshop_card(item, pen, words) for item in course.workshops[:SHOWN]),
        all_workshops=Link(pen.to("workshops/index"), words["all_workshops"]),
        share=Link(pen.to("share"), words["share_your_story"]),
    )


def _head(course: Course) -> Head:
    return Head(
        address="index",
        kind="home",
        id="home",
        title=course.settings.title,
        description=course.settings.summary or course.settings.title,
        source="course.yml",
        hide=("navigation", "toc"),
        scripts=SCRIPTS,
    )


def _featured(course: Course, pen: Pen, words: Wording) -> Card | None:
    if course.settings.featured_story is None:
        return None
    return story_card(course.story[course.settings.featured_story], pen, words)
