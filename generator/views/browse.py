"""Cards, and the pages that are lists of cards."""

from dataclasses import dataclass

from generator.model import Checklist, Course, Exercise, Lesson, Path, Story, Workshop
from generator.views.page import Head, Link, Pen, duration
from generator.wording import Wording


@dataclass(frozen=True)
class Card:
    """An item of the course in short, as a link to its page."""

    kind: str
    link: Link
    summary: str
    label: str
    """What it is, in a word or two: Story of delight, Lesson."""
    facts: tuple[str, ...] = ()
    """15 minutes, Hong Kong, In pairs."""
    outcome: str = ""
    """For stories: `delight`, `letdown` or `mixed`; it picks the sign beside the label."""
    lessons: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()


@dataclass(frozen=True)
class CardGroup:
    """Cards under one heading."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ListPage:
    """A page that lists items of one kind, in groups or as one row of cards."""

    head: Head
    introduction: str
    cards: tuple[Card, ...] = ()
    groups: tuple[CardGroup, ...] = ()


def lesson_card(lesson: Lesson, pen: Pen, words: Wording) -> Card:
    """A lesson in short."""
    return Card(
        kind="lesson",
        link=Link(pen.to(f"lessons/{lesson.id}"), lesson.title),
        summary=lesson.summary,
        label=words["lesson"],
        facts=(duration(lesson.minutes, words),),
    )


def story_card(story: Story, pen: Pen, words: Wording) -> Card:
    """A story in short, with the sign of its outcome."""
    return Card(
        kind="story",
        link=Link(pen.to(f"stories/{story.id}"), story.title),
        summary=story.summary,
        label=words[f"outcome_{story.outcome}"],
        facts=tuple(fact for fact in (story.sector, story.where) if fact),
        outcome=story.outcome,
    )


def exercise_card(exercise: Exercise, pen: Pen, words: Wording) -> Card:
    """An exercise in short."""
    return Card(
        kind="exercise",
        link=Link(pen.to(f"exercises/{exercise.id}"), exercise.title),
        summary=pen.line(exercise.purpose),
        label=words["exercise"],
        facts=(duration(exercise.minutes, words), words[f"group_{exercise.group}"]),
    )


def checklist_card(checklist: Checklist, pen: Pen, words: Wording) -> Card:
    """A self-assessment in short."""
    statements = sum(len(dimension.statements) for dimension in checklist.dimensions)
    return Card(
        kind="checklist",
        link=Link(pen.to(f"checklists/{checklist.id}"), checklist.title),
        summary=checklist.summary,
        label=words["checklist"],
        facts=(words.say("statements", n=statements),),
    )


def workshop_card(workshop: Workshop, pen: Pen, words: Wording) -> Card:
    """A workshop in short."""
    minutes = sum(item.minutes for item in workshop.agenda)
    facts = (duration(minutes, words), workshop.group_size and words.say("people", group=workshop.group_size))
    return Card(
        kind="workshop",
        link=Link(pen.to(f"workshops/{workshop.id}"), workshop.title),
        summary=workshop.summary,
        label=words["workshop"],
        facts=tuple(fact for fact in facts if fact),
    )


def path_card(course: Course, path: Path, pen: Pen, words: Wording) -> Card:
    """A learning path in short, with its length."""
    minutes = sum(course.lesson[id_].minutes for id_ in path.lessons)
    return Card(
        kind="path",
        link=Link(pen.to(f"paths/{path.id}"), path.title),
        summary=path.summary,
        label=words["path"],
        facts=(words.say("lesson_count", n=len(path.lessons)), duration(minutes, words)),
    )
