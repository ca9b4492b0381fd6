"""A workshop as a page: what its facilitator sees at a glance, and what participants may read too."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import AgendaItem, Course, Workshop
from generator.views.browse import ListPage, list_head, workshop_card
from generator.views.page import Head, Link, Pen, duration, lines
from generator.views.tags import tag_links
from generator.wording import Wording


@dataclass(frozen=True)
class Slot:
    """A row of the agenda."""

    start: str
    """The running time, from 0:00."""
    minutes: int
    title: str
    href: str
    """The way to the page of what is done, or empty for breaks and activities."""
    kind: str
    """`lesson`, `story`, `exercise`, `checklist`, `break` or `activity`."""
    label: str
    """The kind in words."""
    shortest: str
    """The fewest minutes that still work, or empty."""
    can_be_skipped: bool


@dataclass(frozen=True)
class WorkshopPage:
    """Everything that the page of a workshop shows."""

    head: Head
    up: Link
    """Back to the list."""
    summary: str
    length: str
    shortest: str
    """The length after every cut that the agenda allows, or empty where it allows none."""
    group_size: str
    audience: Markup
    room: Markup
    materials: tuple[str, ...]
    objectives: tuple[Markup, ...]
    slots: tuple[Slot, ...]
    end: str
    """The running time at which it is over."""
    total: int
    before: Markup
    follow_up: Markup
    lead: Link | None
    """To what there is for those who lead it, where the course publishes that."""
    tags: tuple[Link, ...]


def workshop_page(course: Course, workshop: Workshop, pen: Pen, words: Wording) -> WorkshopPage:
    """The page of one workshop. Notes on how to lead it belong to the facilitator's guide, not here."""
    total = sum(item.minutes for item in workshop.agenda)
    shortest = sum(_fewest(item) for item in workshop.agenda)
    return WorkshopPage(
        head=Head(
            address=f"workshops/{workshop.id}",
            kind="workshop",
            id=workshop.id,
            title=workshop.title,
            description=workshop.summary,
            source=f"workshops/{workshop.id}.yml",
            tags=workshop.tags,
            weight=0.5,  # made of lessons and exercises that have pages of their own
            draft=workshop.draft,
        ),
        up=Link(pen.to("workshops/index"), words["all_workshops"]),
        summary=workshop.summary,
        length=duration(total, words),
        shortest=duration(shortest, words) if shortest < total else "",
        group_size=workshop.group_size or "",
        audience=pen.line(workshop.audience or ""),
        room=pen.line(workshop.room or ""),
        materials=workshop.materials,
        objectives=lines(workshop.objectives, pen),
        slots=tuple(_slots(course, workshop, pen, words)),
        end=_clock(total),
        total=total,
        before=pen.prose(workshop.before or ""),
        follow_up=pen.prose(workshop.follow_up or ""),
        lead=_lead(course, workshop, pen, words),
        tags=tag_links(workshop.tags, pen),
    )


def _lead(course: Course, workshop: Workshop, pen: Pen, words: Wording) -> Link | None:
    if course.settings.facilitator_kit != "public":
        return None
    return Link(pen.to(f"facilitators#workshop-{workshop.id}"), words["facilitators_link"])


def workshops_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All workshops as cards."""
    return ListPage(
        head=list_head("workshops", words),
        introduction=words["workshops_introduction"],
        cards=tuple(workshop_card(workshop, pen, words) for workshop in course.workshops),
    )


def _slots(course: Course, workshop: Workshop, pen: Pen, words: Wording) -> Iterator[Slot]:
    start = 0
    for item in workshop.agenda:
        kind, address, title = _subject(course, item)
        yield Slot(
            start=_clock(start),
            minutes=item.minutes,
            title=title,
            href=pen.to(address) if address else "",
            kind=kind,
            label=words[kind],
            shortest=str(item.min_minutes or ""),
            can_be_skipped=item.skip_if_late,
        )
        start += item.minutes


def _subject(course: Course, item: AgendaItem) -> tuple[str, str, str]:
    """What an item is about: its kind, the address of its page if it has one, and its title."""
    if item.lesson:
        return "lesson", f"lessons/{item.lesson}", course.lesson[item.lesson].title
    if item.story:
        return "story", f"stories/{item.story}", course.story[item.story].title
    if item.exercise:
        return "exercise", f"exercises/{item.exercise}", course.exercise[item.exercise].title
    if item.checklist:
        return "checklist", f"checklists/{item.checklist}", course.checklist[item.checklist].title
    if item.break_:
        return "break", "", item.break_
    return "activity", "", item.activity or ""


def _fewest(item: AgendaItem) -> int:
    return 0 if item.skip_if_late else item.min_minutes or item.minutes


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02}"
