"""The facilitator's guide to a workshop: from the preparation to the notes on how it went."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Exercise, Lesson, Story, Workshop
from generator.views.handouts.answers import Answered, better_lines, sample_answers
from generator.views.handouts.handout import Handout, handout
from generator.views.handouts.items import Led, item_of, items
from generator.views.handouts.run_of_show import Moment, RunOfShow, Session, run_of_show
from generator.views.handouts.sheets import anchor
from generator.views.page import Pen, lines
from generator.views.workshop import WorkshopPage, workshop_page
from generator.wording import Wording

LINES_FOR_A_LOOK_BACK = 3
MANY_PARTS = 10
"""From how many parts on their table takes so much of the page that each question has a line less."""


@dataclass(frozen=True)
class Part:
    """How to lead one part of the session. What an author has not written is empty."""

    moment: Moment
    anchor: str
    in_workbook: str
    """Where its sheet is in the workbook, or empty."""
    told_at: str
    """The number of the part that says the same already, as the item comes twice; or empty."""
    notes: Markup
    """How to lead it in this workshop."""
    point: Markup
    """What to arrive at."""
    difference: Markup
    """What decided a story."""
    questions: tuple[Markup, ...]
    """For discussion."""
    answered: tuple[Answered, ...]
    """Answers to expect."""


@dataclass(frozen=True)
class More:
    """How to lead an item where it has a session of its own."""

    kind: str
    title: str
    notes: Markup


@dataclass(frozen=True)
class GuideDocument:
    """Everything that the guide shows."""

    handout: Handout
    page: WorkshopPage
    show: RunOfShow
    notes: Markup
    """Notes on the whole."""
    parts: tuple[Part, ...]
    more: tuple[More, ...]
    """What lessons and stories say of a session of their own, and how to talk exercises over."""
    look_back: tuple[str, ...]
    """What the form for the time after the session asks."""
    room: range
    """The lines for each answer: the form is one page."""


LOOK_BACK = ("guide_woke_up", "guide_ran_over", "guide_surprised", "guide_change", "guide_promised")


def guide(
    course: Course,
    workshop: Workshop,
    pen: Pen,
    words: Wording,
    address: str = "",
    at: Session | None = None,
) -> GuideDocument:
    """The guide to one workshop, for a session at a time and with a number of people."""
    show = run_of_show(course, workshop, pen, words, at)
    return GuideDocument(
        handout=handout(
            course,
            words,
            "guide",
            workshop.id,
            workshop.title,
            audience="facilitator",
            address=address,
            companion=f"workbook-{workshop.id}",
        ),
        page=workshop_page(course, workshop, pen, words),
        show=show,
        notes=pen.prose(workshop.facilitator_notes or ""),
        parts=tuple(_parts(course, show, pen, words)),
        more=tuple(_more(course, workshop, pen)),
        look_back=tuple(words[name] for name in LOOK_BACK),
        room=range(LINES_FOR_A_LOOK_BACK - (len(show.moments) > MANY_PARTS)),
    )


def _parts(course: Course, show: RunOfShow, pen: Pen, words: Wording) -> Iterator[Part]:
    """A part for each moment; what belongs to an item stands where the item first comes."""
    told: dict[str, str] = {}
    for moment in show.moments:
        found = item_of(course, moment.item)
        place = anchor(found[0], found[1].id) if found else ""
        item = found[1] if found and place not in told else None
        yield _part(moment, place, told.get(place, ""), item, pen, words)
        if place:
            told.setdefault(place, str(moment.number))


def _part(moment: Moment, place: str, told_at: str, item: Led | None, pen: Pen, words: Wording) -> Part:
    taught = item if isinstance(item, Lesson | Story) else None
    story = item if isinstance(item, Story) else None
    return Part(
        moment=moment,
        anchor=f"part-{moment.number}",
        in_workbook=place,
        told_at=told_at,
        notes=pen.prose(moment.item.notes or ""),
        point=pen.line(taught.key_learning_point if taught else ""),
        difference=pen.prose((story and story.what_made_the_difference) or ""),
        questions=lines(story.discussion_questions if story else (), pen),
        answered=tuple(_answered(item, pen, words)),
    )


def _more(course: Course, workshop: Workshop, pen: Pen) -> Iterator[More]:
    for kind, item in items(course, workshop):
        if notes := _with_more_time(item):
            yield More(kind, item.title, pen.prose(notes))


def _with_more_time(item: Led) -> str | None:
    if isinstance(item, Exercise):
        return item.debrief
    return item.facilitator_notes if isinstance(item, Lesson | Story) else None


def _answered(item: Led | None, pen: Pen, words: Wording) -> Iterator[Answered]:
    """Answers to what stands in the workbook; the quick checks of a lesson do not."""
    if isinstance(item, Exercise):
        yield from sample_answers(item, pen, words)
    elif isinstance(item, Story):
        yield from better_lines(item, pen, words)
