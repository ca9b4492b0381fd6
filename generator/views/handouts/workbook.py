"""The participant workbook of a workshop: everything that somebody writes on or takes home, in order."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import AgendaItem, Course, Workshop
from generator.views.handouts.handout import Handout, handout
from generator.views.handouts.sheets import (
    Sheet,
    anchor,
    checklist_sheet,
    exercise_sheet,
    lesson_sheet,
    story_sheet,
)
from generator.views.handouts.square import Square, square
from generator.views.page import Pen
from generator.views.workshop import WorkshopPage, workshop_page
from generator.wording import Wording

LEVEL = 2
"""The level of the headings of sheets: the title of the workbook stands above."""


@dataclass(frozen=True)
class Entry:
    """A row of the session at a glance; what has a sheet has its place."""

    start: str
    minutes: int
    label: str
    title: str
    anchor: str


@dataclass(frozen=True)
class WorkbookDocument:
    """Everything that the workbook shows. Nothing of it is for those who lead."""

    handout: Handout
    page: WorkshopPage
    objectives: tuple[Markup, ...]
    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...]
    commitment: tuple[tuple[str, range], ...]
    """What the commitment asks, and the lines for it."""
    square: Square | None
    note_lines: range = range(22)


def workbook(
    course: Course,
    workshop: Workshop,
    pen: Pen,
    words: Wording,
    drawings: AbstractSet[str],
    address: str = "",
) -> WorkbookDocument:
    """The workbook of one workshop. A pen knows the places of its sheets (`places`)."""
    page = workshop_page(course, workshop, pen, words)
    return WorkbookDocument(
        handout=handout(course, words, "workbook", workshop.id, workshop.title, address=address),
        page=page,
        objectives=page.objectives,
        entries=tuple(_entries(workshop, page)),
        sheets=tuple(_sheets(course, workshop, pen, words, drawings)),
        commitment=tuple((words[name], range(lines)) for name, lines in COMMITMENT.items()),
        square=square(address) if address else None,
    )


COMMITMENT = {
    "handout_i_will": 4,
    "handout_for_whom": 1,
    "handout_until": 1,
    "handout_notice": 3,
    "handout_tell": 1,
}
"""What the last page asks of everybody, and the room for it."""


def places(workshop: Workshop) -> dict[str, str]:
    """Where the workbook has what pages of the course have, by their addresses."""
    folders = {"lesson": "lessons", "story": "stories", "exercise": "exercises", "checklist": "checklists"}
    named = (_named(item) for item in workshop.agenda)
    return {f"{folders[kind]}/{item}": anchor(kind, item) for kind, item in filter(None, named)}


def _named(item: AgendaItem) -> tuple[str, str] | None:
    """The kind and the id of what an item of the agenda has a sheet for."""
    kinds = ("lesson", "story", "exercise", "checklist")
    return next(((kind, getattr(item, kind)) for kind in kinds if getattr(item, kind)), None)


def _entries(workshop: Workshop, page: WorkshopPage) -> Iterator[Entry]:
    for item, slot in zip(workshop.agenda, page.slots, strict=True):
        named = _named(item)
        yield Entry(slot.start, slot.minutes, slot.label, slot.title, anchor(*named) if named else "")


def _sheets(
    course: Course, workshop: Workshop, pen: Pen, words: Wording, drawings: AbstractSet[str]
) -> Iterator[Sheet]:
    """A sheet for each item that has one; what comes twice has one sheet, and a framework one drawing."""
    drawn: set[str] = set()
    for kind, name in dict.fromkeys(filter(None, map(_named, workshop.agenda))):
        if kind == "lesson":
            framework = course.lesson[name].framework or ""
            yield lesson_sheet(
                course, course.lesson[name], pen, words, drawings, LEVEL, drawn_here=framework not in drawn
            )
            drawn.add(framework)
        elif kind == "story":
            yield story_sheet(course, course.story[name], pen, words, LEVEL)
        elif kind == "exercise":
            minutes = sum(item.minutes for item in workshop.agenda if item.exercise == name)
            yield exercise_sheet(course, course.exercise[name], pen, words, LEVEL, minutes=minutes)
        else:
            yield checklist_sheet(course, course.checklist[name], pen, words, LEVEL)
