"""The page that lists what can be printed: every page that is of use on paper, by kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Course
from generator.views.browse import (
    Card,
    checklist_card,
    exercise_card,
    lesson_card,
    story_card,
    workshop_card,
)
from generator.views.page import Head, Pen
from generator.wording import Wording


@dataclass(frozen=True)
class Shelf:
    """The sheets of one kind."""

    anchor: str
    heading: str
    sheets: tuple[Card, ...]


@dataclass(frozen=True)
class HandoutsPage:
    """Everything that the page of handouts shows."""

    head: Head
    shelves: tuple[Shelf, ...]
    """Only kinds of which the course has something."""


def handouts_page(course: Course, pen: Pen, words: Wording) -> HandoutsPage:
    """What can be printed from the browser. What people write on comes first."""
    shelves = (
        _shelf("exercises", (exercise_card(item, pen, words) for item in course.exercises), words),
        _shelf("checklists", (checklist_card(item, pen, words) for item in course.checklists), words),
        _shelf("stories", (story_card(item, pen, words) for item in course.stories), words),
        _shelf("lessons", (lesson_card(item, pen, words) for item in course.lessons), words),
        _shelf("workshops", (workshop_card(item, pen, words) for item in course.workshops), words),
    )
    return HandoutsPage(
        head=Head(
            address="handouts",
            kind="handouts",
            id="handouts",
            title=words["handouts_title"],
            description=words["handouts_summary"],
            searchable=False,
        ),
        shelves=tuple(shelf for shelf in shelves if shelf.sheets),
    )


def _shelf(kind: str, sheets: Iterable[Card], words: Wording) -> Shelf:
    return Shelf(kind, words[kind], tuple(sheets))
