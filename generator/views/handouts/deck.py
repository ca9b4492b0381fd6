"""The slides of a workshop, for the room, with notes for the person who leads.

A slide says little: what happens now, one thing to remember, one thing to talk about. All that has to be read
at length stands in the workbook, and all that is to be said stands in the notes.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import AgendaItem, Checklist, Course, Exercise, Lesson, Story, Workshop
from generator.views.framework import FrameworkView, framework_view
from generator.views.handouts.guide import Part, guide
from generator.views.handouts.handout import Handout, handout
from generator.views.handouts.items import item_of
from generator.views.handouts.run_of_show import Session
from generator.views.handouts.square import Square, square
from generator.views.page import Pen, lines
from generator.wording import Wording

SAID = (
    *("deck_number", "deck_late", "deck_left", "deck_planned", "deck_end_of_slides"),
    *("deck_back", "deck_next", "deck_speaker", "deck_full", "deck_start", "deck_clock", "deck_coming"),
    *("deck_notes", "deck_slides", "deck_close", "deck_started"),
)
"""Words for the script of the deck."""
COMMITMENT = ("handout_i_will", "handout_for_whom", "handout_until", "handout_tell")
NOTHING = Markup()


@dataclass(frozen=True)
class Row:
    """A part of the session, as the agenda shows it."""

    title: str
    minutes: str


@dataclass(frozen=True)
class Slide:
    """What is on the wall at one time."""

    kind: str
    """`opening` and `statement` are set in larger letters, `plain` is not."""
    label: str
    """The line above the title."""
    title: str
    text: Markup = NOTHING
    points: tuple[Markup | str, ...] = ()
    numbered: bool = False
    facts: tuple[str, ...] = ()
    framework: FrameworkView | None = None
    rows: tuple[Row, ...] = ()
    square: Square | None = None


@dataclass(frozen=True)
class Stretch:
    """The slides of one part of the session, and what the guide says of it."""

    part: Part
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class DeckDocument:
    """Everything that the deck shows."""

    handout: Handout
    said: dict[str, object]
    """Words for the script."""
    summary: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class _Room:
    """What slides are made with."""

    course: Course
    workshop: Workshop
    pen: Pen
    words: Wording
    drawings: AbstractSet[str]
    address: str


def deck(
    course: Course,
    workshop: Workshop,
    pen: Pen,
    words: Wording,
    drawings: AbstractSet[str],
    address: str = "",
    at: Session | None = None,
) -> DeckDocument:
    """The slides of one workshop, for a session at a time and with a number of people."""
    room = _Room(course, workshop, pen, words, drawings, address)
    parts = guide(course, workshop, pen, words, address, at).parts
    return DeckDocument(
        handout=handout(
            course, words, "deck", workshop.id, workshop.title, audience="facilitator", address=address
        ),
        said=dict(words.forms(*SAID)),
        summary=workshop.summary,
        stretches=tuple(
            Stretch(part, tuple(_slides(room, part, place, len(parts)))) for place, part in enumerate(parts)
        ),
    )


def _slides(room: _Room, part: Part, place: int, total: int) -> Iterator[Slide]:
    if place == 0:
        yield from _opening(room)
    if place < total - 1:
        yield from _of_item(room, part)
    else:
        yield from _last(room, part)


def _opening(room: _Room) -> Iterator[Slide]:
    workshop, words = room.workshop, room.words
    summary = Markup.escape(workshop.summary)
    yield Slide("opening", room.course.settings.title, workshop.title, summary)
    if workshop.objectives:
        points = lines(workshop.objectives, room.pen)
        yield Slide("plain", workshop.title, words["workshop_objectives"], points=points)
    yield Slide("plain", workshop.title, words["handout_at_a_glance"], rows=tuple(_rows(room)))


def _rows(room: _Room) -> Iterator[Row]:
    for item in room.workshop.agenda:
        found = item_of(room.course, item)
        title = found[1].title if found else item.break_ or item.activity or ""
        yield Row(title, str(item.minutes))


def _of_item(room: _Room, part: Part) -> Iterator[Slide]:
    """The slides of one part; what comes a second time has its first slide only."""
    moment = part.moment
    found = item_of(room.course, moment.item)
    item = found[1] if found else None
    if isinstance(item, Lesson):
        made = _lesson(room, item)
    elif isinstance(item, Story):
        made = _story(room, item)
    elif isinstance(item, Exercise):
        made = _exercise(room, item, moment.item)
    elif isinstance(item, Checklist):
        made = _checklist(room, item, moment.item)
    else:
        made = _without_item(room, moment.item, moment.slot.title)
    first, *others = made
    yield first
    if moment.item.task and item:
        asked = lines(moment.item.task, room.pen)
        yield Slide("plain", item.title, room.words["deck_do"], points=asked)
    yield from () if part.told_at else others


def _lesson(room: _Room, lesson: Lesson) -> Iterator[Slide]:
    label = room.words["lesson"]
    yield Slide("opening", label, lesson.title, Markup.escape(lesson.summary))
    if lesson.framework:
        shown = framework_view(
            room.course.framework[lesson.framework], room.pen, room.words, room.drawings, at=f"of_{lesson.id}"
        )
        yield Slide("plain", lesson.title, shown.name, framework=shown)
    yield _to_remember(room, lesson.title, lesson.key_learning_point)


def _story(room: _Room, story: Story) -> Iterator[Slide]:
    """In three beats: what happened, what to talk about, what to take from it."""
    facts = tuple(filter(None, (story.where, story.sector)))
    yield Slide("opening", room.words["story"], story.title, Markup.escape(story.summary), facts=facts)
    if story.discussion_questions:
        questions = lines(story.discussion_questions, room.pen)
        yield Slide("plain", story.title, room.words["discussion"], points=questions, numbered=True)
    yield _to_remember(room, story.title, story.key_learning_point)


def _to_remember(room: _Room, title: str, point: str) -> Slide:
    return Slide("statement", title, room.words["key_learning_point"], room.pen.line(point))


def _exercise(room: _Room, exercise: Exercise, item: AgendaItem) -> Iterator[Slide]:
    words = room.words
    facts = (words.say("minutes", n=item.minutes), words[f"group_{exercise.group}"])
    yield Slide("opening", words["exercise"], exercise.title, room.pen.line(exercise.purpose), facts=facts)
    points = (
        words.say("deck_steps", n=len(exercise.steps), title=exercise.title),
        words[f"deck_{exercise.group}"],
        *((words.say("deck_have", things=", ".join(exercise.materials)),) if exercise.materials else ()),
        words.say("deck_time", n=item.minutes),
    )
    yield Slide("plain", exercise.title, words["deck_do"], points=points)


def _checklist(room: _Room, checklist: Checklist, item: AgendaItem) -> Iterator[Slide]:
    words, count = room.words, sum(len(dimension.statements) for dimension in checklist.dimensions)
    facts = (words.say("minutes", n=item.minutes), words.say("statements", n=count))
    summary = Markup.escape(checklist.summary)
    yield Slide("opening", words["checklist"], checklist.title, summary, facts=facts)
    points = tuple(words[f"deck_{line}"] for line in ("honest", "private", "circle"))
    yield Slide("plain", checklist.title, words["deck_answer"], points=points, facts=facts[:1])


def _without_item(room: _Room, item: AgendaItem, title: str) -> Iterator[Slide]:
    minutes = (room.words.say("minutes", n=item.minutes),)
    label = room.words["break"] if item.break_ else room.workshop.title
    yield Slide("opening", label, title, points=lines(item.task, room.pen), facts=minutes)


def _last(room: _Room, part: Part) -> Iterator[Slide]:
    """The end: people write what they mean to do before a closing round, in which they may say it."""
    words, address = room.words, room.address
    write = Markup.escape(words["deck_commit"])
    points = tuple(words[name] for name in COMMITMENT)
    commitment = Slide("plain", room.workshop.title, words["handout_commitment"], write, points)
    round_of_all = part.moment.item.activity is not None
    yield from (commitment, *_of_item(room, part)) if round_of_all else (*_of_item(room, part), commitment)
    thanks = Markup.escape(words["deck_thanks_text"])
    shown = square(address) if address else None
    yield Slide("opening", room.course.settings.title, words["deck_thanks"], thanks, square=shown)
