"""A checklist as a page: statements to answer, a result or room to score it by hand, and what to do next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.model import Band, Checklist, Course, Dimension, Statement
from generator.views.browse import ListPage, checklist_card, list_head
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Link, Pen
from generator.views.tags import tag_links
from generator.wording import Wording

HIGHEST_SCORE = 100
SCRIPTS = ("keeping", "learner", "records", "calendar", "assessment-logic", "self-assessment")
SAID = (
    *("checklist_answered", "checklist_open", "checklist_on", "checklist_last", "checklist_due"),
    *("checklist_then", "checklist_higher", "checklist_lower", "checklist_same", "checklist_incomparable"),
    *("checklist_not_enough", "checklist_edited", "checklist_no_answer"),
    *("checklist_shared_unfit", "checklist_shared_revised", "checklist_copied", "checklist_copy_by_hand"),
    *("checklist_remind", "checklist_remind_how", "checklist_nothing_brought"),
    *("checklist_clear_sure", "checklist_cleared"),
    *("date", "by_hand_area", "checklist_score"),
)
"""The words that the page's script says."""


@dataclass(frozen=True)
class Answer:
    """One radio button of a statement."""

    value: str
    """The place of the answer on the scale, from 0; a script reads the points from it."""
    label: str
    points: str
    """What it counts, in words, as people who score by hand need it: reversed already."""


@dataclass(frozen=True)
class Question:
    """A statement with its answers."""

    id: str
    """The author's id: stored answers are found by it."""
    anchor: str
    name: str
    """The name of the radio buttons."""
    number: str
    """`3 of 12.`"""
    text: str
    reverse: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Area:
    """A dimension: its questions, what they can add up to, and what helps where the score is low."""

    id: str
    anchor: str
    name: str
    questions: tuple[Question, ...]
    numbers: str
    """Which questions belong to it: `5 to 8`."""
    highest: int
    """The points of somebody who gives the best answer to every question."""
    lessons: tuple[Link, ...]
    exercises: tuple[Link, ...]


@dataclass(frozen=True)
class Level:
    """A band with both of its ends."""

    start: int
    """The lowest score of it; a script finds the advice by it."""
    scores: str
    """`40 to 69`"""
    label: str
    advice: Markup


@dataclass(frozen=True)
class ChecklistPage:
    """Everything that the page of a checklist shows."""

    head: Head
    up: Link
    """Back to the list."""
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    """What the page's script says, in words."""
    revision: int
    summary: str
    size: str
    """`12 statements`"""
    framework: str
    """The name of the framework that the areas measure, or empty."""
    lead_in: Markup
    areas: tuple[Area, ...]
    has_reversed: bool
    points_lost: str
    """By how much a statement without an answer lowers the highest possible points, in words."""
    levels: tuple[Level, ...]
    has_advice: bool
    """Whether any area has something to read or to practise."""
    retake_after: int
    """After how many days it is worth answering again; 0 where nobody says."""
    retake: str
    """When it is worth answering again, or empty."""
    lessons: tuple[Link, ...]
    """The lessons that this checklist goes with."""
    tags: tuple[Link, ...]


def checklist_page(course: Course, checklist: Checklist, pen: Pen, words: Wording) -> ChecklistPage:
    """The page of one checklist, its statements numbered through all dimensions."""
    areas = tuple(_areas(course, checklist, pen, words))
    return ChecklistPage(
        head=_head(checklist),
        up=Link(pen.to("checklists/index"), words["all_checklists"]),
        keeping=keeping(course, pen, words),
        said=words.forms(*SAID),
        revision=checklist.revision,
        summary=checklist.summary,
        size=words.say("statements", n=_count(checklist)),
        framework=course.framework[checklist.framework].name if checklist.framework else "",
        lead_in=pen.line(checklist.lead_in or ""),
        areas=areas,
        has_reversed=any(question.reverse for area in areas for question in area.questions),
        points_lost=words.say("checklist_points", n=len(checklist.scale) - 1),
        levels=tuple(_levels(checklist.bands, pen, words)),
        has_advice=any(area.lessons or area.exercises for area in areas),
        retake_after=checklist.retake_after_days or 0,
        retake=_retake(checklist.retake_after_days, words),
        lessons=tuple(
            Link(pen.to(f"lessons/{lesson.id}"), lesson.title)
            for lesson in course.lessons
            if lesson.checklist == checklist.id
        ),
        tags=tag_links(checklist.tags, pen),
    )


def _head(checklist: Checklist) -> Head:
    return Head(
        address=f"checklists/{checklist.id}",
        kind="checklist",
        id=checklist.id,
        title=checklist.title,
        description=checklist.summary,
        source=f"checklists/{checklist.id}.yml",
        tags=checklist.tags,
        weight=0.3,  # its statements use the words of many lessons
        draft=checklist.draft,
        scripts=SCRIPTS,
        styles=("assessment",),
    )


def checklists_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All checklists as cards."""
    return ListPage(
        head=list_head("checklists", words),
        introduction=words["checklists_introduction"],
        cards=tuple(checklist_card(checklist, pen, words) for checklist in course.checklists),
    )


def _count(checklist: Checklist) -> int:
    return sum(len(dimension.statements) for dimension in checklist.dimensions)


def _areas(course: Course, checklist: Checklist, pen: Pen, words: Wording) -> Iterator[Area]:
    first = 1
    for dimension in checklist.dimensions:
        yield _area(course, checklist, dimension, first, pen, words)
        first += len(dimension.statements)


def _area(
    course: Course, checklist: Checklist, dimension: Dimension, first: int, pen: Pen, words: Wording
) -> Area:
    last = first + len(dimension.statements) - 1
    return Area(
        id=dimension.id,
        anchor=f"area-{dimension.id}",
        name=dimension.name,
        questions=tuple(
            _question(checklist, statement, number, words)
            for number, statement in enumerate(dimension.statements, first)
        ),
        numbers=words.say("checklist_numbers", n=last - first + 1, first=first, last=last),
        highest=len(dimension.statements) * (len(checklist.scale) - 1),
        lessons=tuple(
            Link(pen.to(f"lessons/{lesson}"), course.lesson[lesson].title) for lesson in dimension.lessons
        ),
        exercises=tuple(
            Link(pen.to(f"exercises/{exercise}"), course.exercise[exercise].title)
            for exercise in dimension.exercises
        ),
    )


def _question(checklist: Checklist, statement: Statement, number: int, words: Wording) -> Question:
    points = range(len(checklist.scale))
    return Question(
        id=statement.id,
        anchor=f"statement-{statement.id}",
        name=f"{checklist.id}-{statement.id}",
        number=words.say("checklist_number", n=number, total=_count(checklist)),
        text=statement.text,
        reverse=statement.reverse,
        answers=tuple(
            Answer(str(value), label, words.say("checklist_points", n=counted))
            for value, label, counted in zip(
                points, checklist.scale, reversed(points) if statement.reverse else points, strict=True
            )
        ),
    )


def _levels(bands: tuple[Band, ...], pen: Pen, words: Wording) -> Iterator[Level]:
    """Each band up to the score below the next one; the last reaches to the highest score."""
    starts = [*(band.from_ for band in bands), HIGHEST_SCORE + 1]
    for band, (start, following) in zip(bands, pairwise(starts), strict=True):
        yield Level(
            start=start,
            scores=words.say("checklist_scores", first=start, last=following - 1),
            label=band.label,
            advice=pen.line(band.advice),
        )


def _retake(days: int | None, words: Wording) -> str:
    return words.say("checklist_retake", n=days) if days else ""
