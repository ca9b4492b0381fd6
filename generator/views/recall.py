"""Recall practice: the page that brings back what was learned, and the cards that its script brings back."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Lesson
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Link, Pen
from generator.views.quick_check import Question, name_of, questions_of
from generator.views.relations import reading_order
from generator.wording import Wording

ADDRESS = "recall"
CARDS = "recall-cards"
"""The script with the cards of all lessons: it can be long, so the page loads it when the practice begins."""

BOXES = (1, 2, 3)
SAID = (
    *("recall_due", "recall_come_back", "recall_more_due", "recall_progress", "recall_point", "recall_check"),
    *("recall_to_lesson", "recall_well", "recall_box_cards", "recall_reminder", "recall_reminder_text"),
)
"""The words that only the script can finish."""

MOST_LESSONS = 30
"""With more lessons the page asks about the first ones only, so that it never grows too long to load."""


@dataclass(frozen=True)
class Recalled:
    """What a lesson that is done brings back."""

    id: str
    title: str
    href: str
    point: Markup
    checks: tuple[Question, ...]


@dataclass(frozen=True)
class Point:
    """A key learning point as a question with its answer."""

    question: str
    answer: Markup
    lesson: Link
    check: Link | None


@dataclass(frozen=True)
class Box:
    """One of the boxes in which cards wait."""

    name: str
    returns: str
    """When its cards come back."""


@dataclass(frozen=True)
class RecallPage:
    """Everything that the page of the recall practice shows."""

    head: Head
    course: str
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    """What the practice says, in words for its script."""
    checks: Mapping[str, tuple[str, ...]]
    """The names of the quick checks by the id of their lesson: what is due is known before the cards are."""
    boxes: tuple[Box, ...]
    lessons: Link
    points: tuple[Point, ...]
    more: str
    """Why not all lessons are there; empty where they are."""


def recalled(course: Course, pen: Pen, words: Wording) -> tuple[Recalled, ...]:
    """The cards of all lessons, in reading order. The pen is that of the page, where they are shown."""
    return tuple(_recalled(lesson, pen, words) for lesson in reading_order(course))


def recall_page(course: Course, pen: Pen, words: Wording) -> RecallPage:
    """The page with a question for each lesson, and room for the practice."""
    lessons = reading_order(course)
    first = lessons[:MOST_LESSONS]
    return RecallPage(
        head=_head(words),
        course=course.settings.title,
        keeping=keeping(course, pen, words),
        said=words.forms(*SAID),
        checks={lesson.id: tuple(map(name_of, lesson.quick_check)) for lesson in lessons},
        boxes=tuple(Box(words[f"recall_box_{n}"], words[f"recall_box_{n}_returns"]) for n in BOXES),
        lessons=Link(pen.to("lessons/index"), words["recall_to_lessons"]),
        points=tuple(_point(lesson, pen, words) for lesson in first),
        more=words.say("recall_more", n=len(lessons), shown=len(first)) if len(lessons) > len(first) else "",
    )


def _head(words: Wording) -> Head:
    return Head(
        address=ADDRESS,
        kind="recall",
        id="recall",
        title=words["recall_title"],
        description=words["recall_summary"],
        searchable=False,
        scripts=("keeping", "learner", "calendar", "recall-logic", "recall"),
        styles=("recall",),
    )


def _recalled(lesson: Lesson, pen: Pen, words: Wording) -> Recalled:
    return Recalled(
        id=lesson.id,
        title=lesson.title,
        href=pen.to(f"lessons/{lesson.id}"),
        point=pen.line(lesson.key_learning_point),
        checks=questions_of(lesson, pen, words),
    )


def _point(lesson: Lesson, pen: Pen, words: Wording) -> Point:
    there = f"lessons/{lesson.id}"
    return Point(
        question=words.say("recall_point", lesson=lesson.title),
        answer=pen.line(lesson.key_learning_point),
        lesson=Link(pen.to(there), words.say("recall_to_lesson", lesson=lesson.title)),
        check=Link(pen.to(f"{there}#quick-check"), words["recall_to_check"]) if lesson.quick_check else None,
    )
