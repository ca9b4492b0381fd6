"""Sheets of one item each: a story, an exercise, a self-assessment, a framework, the digest of a lesson."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import count

from generator.model import Checklist, Course, Exercise, Framework, Lesson, Story
from generator.views.checklist import ChecklistPage, checklist_page
from generator.views.exercise import ExercisePage, exercise_page
from generator.views.framework import FrameworkView, framework_view
from generator.views.handouts.handout import Handout, handout
from generator.views.lesson import LessonPage, lesson_page
from generator.views.page import Pen, duration
from generator.views.story import StoryPage, story_page
from generator.wording import Wording

LINES_FOR_A_QUESTION = 4
"""Room below a question for discussion."""
LINES_FOR_NOTES = 6
"""Room for notes in a browser; on a PDF it reaches to the foot of the page."""
LINES_FOR_A_TURN = 1
"""Room to say a turn of a dialogue better."""


@dataclass(frozen=True)
class Row:
    """A statement with what each answer counts, reversed already."""

    id: str
    number: int
    text: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """The statements of one dimension."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ChecklistForm:
    """A self-assessment as a form: the answers at the head of the columns, a row for each statement."""

    page: ChecklistPage
    answers: tuple[str, ...]
    groups: tuple[Group, ...]
    columns: int


Content = StoryPage | ExercisePage | ChecklistForm | LessonPage | FrameworkView


@dataclass(frozen=True)
class Sheet:
    """One item on paper, as a section of a document. It says what the item's page says to its readers."""

    kind: str
    """The part of templates/handouts that lays it out."""
    id: str
    title: str
    anchor: str
    """Where it is in its document."""
    level: int
    """The level of its heading: 1 on a sheet of its own."""
    content: Content
    """What stands on it: as the item's page has it, where a page can say it."""
    lines: range = range(LINES_FOR_A_QUESTION)
    better: range = range(LINES_FOR_A_TURN)
    notes: range = range(LINES_FOR_NOTES)
    drawn: str = ""
    """Of a lesson with a framework: the place where its document draws that."""
    drawn_here: bool = True
    """Whether that place is on this sheet; a document draws a framework once."""


@dataclass(frozen=True)
class SheetDocument:
    """A document of one sheet."""

    handout: Handout
    sheet: Sheet


def anchor(kind: str, item: str) -> str:
    """Where the sheet of an item is in its document."""
    return f"{kind}-{item}"


def story_sheet(course: Course, story: Story, pen: Pen, words: Wording, level: int = 1) -> Sheet:
    """A story with its questions. What decided it is left for the readers to find."""
    page = story_page(course, story, pen, words)
    return Sheet("story", story.id, story.title, anchor("story", story.id), level, page)


def exercise_sheet(
    course: Course, exercise: Exercise, pen: Pen, words: Wording, level: int = 1, *, minutes: int = 0
) -> Sheet:
    """An exercise with the room that its author asks for; `minutes` are those that a session gives it."""
    page = exercise_page(course, exercise, pen, words)
    if minutes:
        page = replace(page, minutes=duration(minutes, words))
    return Sheet("exercise", exercise.id, exercise.title, anchor("exercise", exercise.id), level, page)


def checklist_sheet(course: Course, checklist: Checklist, pen: Pen, words: Wording, level: int = 1) -> Sheet:
    """A self-assessment with boxes to tick and room to score it by hand."""
    page = checklist_page(course, checklist, pen, words)
    groups = tuple(_groups(checklist))
    form = ChecklistForm(page, checklist.scale, groups, columns=len(checklist.scale) + 3)
    return Sheet("checklist", checklist.id, checklist.title, anchor("checklist", checklist.id), level, form)


def lesson_sheet(
    course: Course,
    lesson: Lesson,
    pen: Pen,
    words: Wording,
    drawings: AbstractSet[str],
    level: int = 1,
    *,
    drawn_here: bool = True,
) -> Sheet:
    """The digest of a lesson: what to take from it, its words, its framework, and room for notes."""
    page = lesson_page(course, lesson, pen, words, drawings)
    at = anchor("lesson", lesson.id)
    drawn = anchor("drawn", lesson.framework) if lesson.framework else ""
    return Sheet("lesson", lesson.id, lesson.title, at, level, page, drawn=drawn, drawn_here=drawn_here)


def framework_sheet(
    framework: Framework, pen: Pen, words: Wording, drawings: AbstractSet[str], level: int = 1
) -> Sheet:
    """A framework with its drawing."""
    view = framework_view(framework, pen, words, drawings)
    at = anchor("framework", framework.id)
    return Sheet("framework", framework.id, framework.name, at, level, view)


def sheet_document(course: Course, sheet: Sheet, words: Wording, address: str = "") -> SheetDocument:
    """A sheet as a document of its own."""
    return SheetDocument(handout(course, words, sheet.kind, sheet.id, sheet.title, address=address), sheet)


def _groups(checklist: Checklist) -> Iterator[Group]:
    """The statements numbered through all dimensions."""
    numbers = count(1)
    points = tuple(range(len(checklist.scale)))
    for dimension in checklist.dimensions:
        yield Group(
            dimension.name,
            tuple(
                Row(
                    statement.id,
                    next(numbers),
                    statement.text,
                    points[::-1] if statement.reverse else points,
                )
                for statement in dimension.statements
            ),
        )
