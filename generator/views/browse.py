"""Cards, and the pages that are lists of cards."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Checklist, Course, Exercise, Lesson, Path, Story, Workshop
from generator.views.advance import SCRIPTS, Advance, advance, ids
from generator.views.filters import OUTCOMES, Filter, filters, lesson_traits, limits_of, query, story_traits
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
    draft: bool = False
    facts: tuple[str, ...] = ()
    """15 minutes, Hong Kong, In pairs."""
    outcome: str = ""
    """For stories: `delight`, `letdown` or `mixed`; it picks the sign beside the label."""
    lessons: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    found_by: str = ""
    """In a list that can be filtered: what finds the card, as the query of an address."""
    leads_through: str = ""
    """For paths: the ids of its lessons; the first fact of the card is their number."""


@dataclass(frozen=True)
class CardGroup:
    """Cards under one heading; the only group of a list can go without."""

    anchor: str
    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ListPage:
    """A page that lists items of one kind."""

    head: Head
    introduction: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class PathsPage(ListPage):
    """The list of learning paths, which shows how far a learner has come on each."""

    advance: Advance


@dataclass(frozen=True)
class Finder:
    """A page that lists items of one kind, with filters where they can leave something out."""

    head: Head
    introduction: str
    filters: tuple[Filter, ...]
    tally: str
    """How many items there are: 8 stories."""
    tally_of_some: str
    """How many of them are shown, with the gap {shown} for the script."""
    groups: tuple[CardGroup, ...]


def lesson_card(lesson: Lesson, pen: Pen, words: Wording) -> Card:
    """A lesson in short."""
    return Card(
        kind="lesson",
        link=Link(pen.to(f"lessons/{lesson.id}"), lesson.title),
        summary=lesson.summary,
        draft=lesson.draft,
        label=words["lesson"],
        facts=(duration(lesson.minutes, words),),
    )


def story_card(story: Story, pen: Pen, words: Wording) -> Card:
    """A story in short, with the sign of its outcome."""
    return Card(
        kind="story",
        link=Link(pen.to(f"stories/{story.id}"), story.title),
        summary=story.summary,
        draft=story.draft,
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
        draft=exercise.draft,
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
        draft=checklist.draft,
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
        draft=workshop.draft,
        label=words["workshop"],
        facts=tuple(fact for fact in facts if fact),
    )


def path_card(course: Course, path: Path, pen: Pen, words: Wording) -> Card:
    """A learning path in short, with its length."""
    return Card(
        kind="path",
        link=Link(pen.to(f"paths/{path.id}"), path.title),
        summary=path.summary,
        draft=path.draft,
        label=words["path"],
        facts=(
            words.say("lesson_count", n=len(path.lessons)),
            duration(path_minutes(course, path), words),
        ),
        leads_through=ids(path.lessons),
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


def paths_page(course: Course, pen: Pen, words: Wording) -> PathsPage:
    """All learning paths, the shortest first."""
    return PathsPage(
        head=replace(list_head("paths", words), scripts=SCRIPTS),
        introduction=words["paths_introduction"],
        cards=tuple(path_card(course, path, pen, words) for path in paths_by_length(course)),
        advance=advance(course, (), (), pen, words),
    )


def lessons_page(course: Course, pen: Pen, words: Wording) -> Finder:
    """All lessons, in the order of the longest path."""
    lessons = reading_order(course)
    limits = limits_of(lessons)
    traits = [lesson_traits(course, lesson, limits, words) for lesson in lessons]
    cards = tuple(
        replace(_full_lesson_card(course, lesson, pen, words), found_by=query(found))
        for lesson, found in zip(lessons, traits, strict=True)
    )
    return _finder("lessons", [CardGroup("", "", cards)], filters(traits, words), words)


def stories_page(course: Course, pen: Pen, words: Wording) -> Finder:
    """All stories by how they ended for the customer, each with its lessons and tags."""
    lessons = [lessons_of(course, story) for story in course.stories]
    traits = [
        story_traits(course, story, belongs, words)
        for story, belongs in zip(course.stories, lessons, strict=True)
    ]
    cards = [
        replace(_full_story_card(story, belongs, pen, words), found_by=query(found))
        for story, belongs, found in zip(course.stories, lessons, traits, strict=True)
    ]
    return _finder("stories", _by_outcome(cards, words), filters(traits, words), words)


def _finder(name: str, groups: Iterable[CardGroup], offered: tuple[Filter, ...], words: Wording) -> Finder:
    shown = tuple(group for group in groups if group.cards)
    total = sum(len(group.cards) for group in shown)
    return Finder(
        head=replace(
            list_head(name, words),
            hide=("navigation", "toc"),
            scripts=("browse-logic", "browse") if offered else (),
        ),
        introduction=words[f"{name}_introduction"],
        filters=offered,
        tally=words.say(f"{name}_tally", n=total),
        tally_of_some=words.say(f"{name}_tally_of_some", n=total, shown="{shown}"),
        groups=shown,
    )


def _by_outcome(cards: Sequence[Card], words: Wording) -> Iterator[CardGroup]:
    for outcome in OUTCOMES:
        yield CardGroup(
            outcome, words[f"stories_of_{outcome}"], tuple(card for card in cards if card.outcome == outcome)
        )


def _full_lesson_card(course: Course, lesson: Lesson, pen: Pen, words: Wording) -> Card:
    """Among lessons, what a card is goes without saying: its length stands in that place."""
    return replace(
        lesson_card(lesson, pen, words),
        label=duration(lesson.minutes, words),
        facts=(course.framework[lesson.framework].name,) if lesson.framework else (),
        tags=tag_links(lesson.tags, pen),
    )


def _full_story_card(story: Story, lessons: Iterable[Lesson], pen: Pen, words: Wording) -> Card:
    return replace(
        story_card(story, pen, words),
        lessons=tuple(Link(pen.to(f"lessons/{lesson.id}"), lesson.title) for lesson in lessons),
        tags=tag_links(story.tags, pen),
    )
