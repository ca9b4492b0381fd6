"""The answer key of a workshop, on its own: sample answers, good choices, and how to score."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Checklist, Course, Exercise, Lesson, Story, Workshop
from generator.views.checklist import Level, checklist_page
from generator.views.handouts.answers import Answered, better_lines, quick_checks, sample_answers
from generator.views.handouts.handout import Handout, handout
from generator.views.handouts.items import Led, items
from generator.views.handouts.sheets import anchor
from generator.views.page import Pen
from generator.wording import Wording


@dataclass(frozen=True)
class Worth:
    """An answer of a scale, and what it counts."""

    label: str
    points: int
    turned: int
    """What it counts where a high answer is a bad sign."""


@dataclass(frozen=True)
class Scored:
    """How the answers of a self-assessment count."""

    answers: tuple[Worth, ...]
    reversed_numbers: str
    """The numbers of the statements of which that is true, or empty."""
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Solved:
    """The answers to one item."""

    kind: str
    title: str
    anchor: str
    in_workbook: str
    """Where its sheet is in the workbook."""
    answered: tuple[Answered, ...]
    scored: Scored | None


@dataclass(frozen=True)
class KeyDocument:
    """Everything that the answer key shows."""

    handout: Handout
    summary: str
    solved: tuple[Solved, ...]


def key(course: Course, workshop: Workshop, pen: Pen, words: Wording, address: str = "") -> KeyDocument:
    """The key of one workshop, in the order of its agenda. What has no answers is left out."""
    return KeyDocument(
        handout=handout(
            course,
            words,
            "key",
            workshop.id,
            workshop.title,
            audience="key",
            address=address,
            companion=f"workbook-{workshop.id}",
        ),
        summary=workshop.summary,
        solved=tuple(_solved(course, workshop, pen, words)),
    )


def _solved(course: Course, workshop: Workshop, pen: Pen, words: Wording) -> Iterator[Solved]:
    for kind, item in items(course, workshop):
        answered = tuple(_answered(item, pen, words))
        scored = _scored(course, item, pen, words) if isinstance(item, Checklist) else None
        if answered or scored:
            place = anchor(kind, item.id)
            yield Solved(kind, item.title, f"key-{place}", place, answered, scored)


def _answered(item: Led, pen: Pen, words: Wording) -> Iterator[Answered]:
    if isinstance(item, Lesson):
        yield from quick_checks(item, pen, words)
    elif isinstance(item, Story):
        yield from better_lines(item, pen, words)
    elif isinstance(item, Exercise):
        yield from sample_answers(item, pen, words)


def _scored(course: Course, checklist: Checklist, pen: Pen, words: Wording) -> Scored:
    points = range(len(checklist.scale))
    statements = [statement for dimension in checklist.dimensions for statement in dimension.statements]
    turned = [str(number) for number, statement in enumerate(statements, 1) if statement.reverse]
    return Scored(
        answers=tuple(map(Worth, checklist.scale, points, reversed(points))),
        reversed_numbers=", ".join(turned),
        levels=checklist_page(course, checklist, pen, words).levels,
    )
