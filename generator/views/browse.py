"""Cards, and the pages that are lists of cards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Checklist, Course, Exercise, Lesson, Path, Story, Workshop
from generator.views.page import Head, Link, Pen, duration
from generator.views.relations import lessons_of, path_minutes, paths_by_length, reading_order
from generator.views.tags import tag_links
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
    return Card(
        kind="path",
        link=Link(pen.to(f"paths/{path.id}"), path.title),
        summary=path.summary,
        label=words["path"],
        facts=(
            words.say("lesson_count", n=len(path.lessons)),
            duration(path_minutes(course, path), words),
        ),
    )


def list_head(name: str, words: Wording) -> Head:
    """The head of a list such as `lessons`, with its name and introduction from the wording."""
    return Head(
        address=f"{name}/index",
        kind=name,
        id=name,
        title=words[name],
        description=words[f"{name}_introduction"],
        searchable=False,
        hide=("navigation",),
    )


def paths_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All learning paths, the shortest first."""
    return ListPage(
        head=list_head("paths", words),
        introduction=words["paths_introduction"],
        cards=tuple(path_card(course, path, pen, words) for path in paths_by_length(course)),
    )


def lessons_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All lessons, in the order of the longest path."""
    return ListPage(
        head=list_head("lessons", words),
        introduction=words["lessons_introduction"],
        cards=tuple(lesson_card(lesson, pen, words) for lesson in reading_order(course)),
    )


def stories_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All stories by how they ended for the customer, each with its lessons and tags."""
    return ListPage(
        head=list_head("stories", words),
        introduction=words["stories_introduction"],
        groups=tuple(_stories_by_outcome(course, pen, words)),
    )


def _stories_by_outcome(course: Course, pen: Pen, words: Wording) -> Iterator[CardGroup]:
    for outcome in ("delight", "letdown", "mixed"):
        stories = [story for story in course.stories if story.outcome == outcome]
        cards = tuple(_full_story_card(course, story, pen, words) for story in stories)
        if cards:
            yield CardGroup(outcome, words[f"stories_of_{outcome}"], cards)


def _full_story_card(course: Course, story: Story, pen: Pen, words: Wording) -> Card:
    lessons = lessons_of(course, story)
    return replace(
        story_card(story, pen, words),
        lessons=tuple(Link(pen.to(f"lessons/{lesson.id}"), lesson.title) for lesson in lessons),
        tags=tag_links(story.tags, pen),
    )
