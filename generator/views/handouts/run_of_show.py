"""The run of show: an agenda by the clock, what to give up when it is late, and what to print for a group."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import AgendaItem, Course, Exercise, Workshop
from generator.views.handouts.cards import has_cards
from generator.views.handouts.items import items, named
from generator.views.page import Pen, duration
from generator.views.workshop import Slot, workshop_page
from generator.wording import Wording

START = 9 * 60
"""When a session begins of which nothing else is said, in minutes after midnight."""
PEOPLE_WHEN_NOT_SAID = 12
DAY = 24 * 60
GRACE = 2
"""Minutes of delay that people catch up without anybody doing anything."""
MOST_IN_A_GROUP = 4
MOST_COLUMNS = 4
"""Cuts that find room in the table of the run of show."""
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
SPARE = 1
"""Workbooks above the number of people."""


@dataclass(frozen=True)
class Session:
    """When a workshop begins, and how many people come."""

    start: int
    """In minutes after midnight."""
    people: int

    def at(self, minute: int) -> "Time":
        """The time so many minutes after the beginning."""
        return Time(minute, clock(self.start + minute))


@dataclass(frozen=True)
class Time:
    """A time of the session: by the clock, and in minutes after its beginning."""

    minute: int
    clock: str


@dataclass(frozen=True)
class Mark:
    """What to give up if a part has not begun by a time."""

    step: int
    """The number under which it stands in the list of what to give up."""
    after: Time
    advice: str


@dataclass(frozen=True)
class Moment:
    """A part of the session."""

    number: int
    slot: Slot
    """The part as the page of the workshop shows it."""
    item: AgendaItem
    start: Time
    end: Time
    latest: Time
    """If it begins later, the session ends late, whatever is cut."""
    marks: tuple[Mark, ...]
    """What to give up from here on, the first first. Empty where nothing can be given up."""

    @property
    def shortest(self) -> int:
        """The fewest minutes that still work; 0 where it cannot be shortened."""
        fewest = _shortest(self.item)
        return fewest if fewest < self.item.minutes else 0

    def mark(self, cut: "Cut") -> Mark | None:
        """When something is given up, as far as it is still ahead."""
        return next((mark for mark in self.marks if mark.step == cut.step), None)


@dataclass(frozen=True)
class Cut:
    """Something that can be given up, and the minutes that it saves."""

    step: int
    what: str
    saves: str


@dataclass(frozen=True)
class Count:
    """How many of something to print: one for every `share` people, rounded up, and some spare."""

    what: str
    whom: str
    share: int
    """For how many people one is enough; 0 where one is enough for the room."""
    spare: int
    copies: int
    """For the number of people at hand."""


@dataclass(frozen=True)
class RunOfShow:
    """Everything that somebody who leads wants to see on one sheet."""

    begin: Time
    end: Time
    length: str
    shortest: str
    """The length after every cut, or empty where there is none."""
    people: int
    groups: str
    """Into which groups so many people fall."""
    together: int
    """How many people are in a group at the most."""
    moments: tuple[Moment, ...]
    cuts: tuple[Cut, ...]
    """What to give up, the first first."""
    columns: tuple[Cut, ...]
    """Those that have a column in the table."""
    to_print: tuple[Count, ...]
    in_place_of_workbooks: tuple[str, ...]
    """The sheets that the workbook holds, for those who print none: each of them for each person."""
    also_named: tuple[str, ...]
    """The sheets that texts of the workshop lead to although they are not on its agenda."""
    each_needs: tuple[str, ...]
    """What exercises ask everybody for, each thing once, as far as the workshop does not name it."""


def session(workshop: Workshop, start: str = "", people: int = 0) -> Session:
    """A session that begins at a time such as `09:30`; ValueError for what is no time.

    Without a number of people it is the highest that the workshop is made for.
    """
    return Session(_minutes(start) if start else START, people or _most(workshop.group_size or ""))


def run_of_show(
    course: Course, workshop: Workshop, pen: Pen, words: Wording, at: Session | None = None
) -> RunOfShow:
    """The run of show of a workshop, at nine for its own group unless something else is said."""
    held = at or session(workshop)
    page = workshop_page(course, workshop, pen, words)
    cuts = tuple(_cuts(workshop, page.slots, words))
    total, fewest = page.total, sum(map(_fewest, workshop.agenda))
    return RunOfShow(
        begin=held.at(0),
        end=held.at(total),
        length=duration(total, words),
        shortest=duration(fewest, words) if fewest < total else "",
        people=held.people,
        groups=_groups(held.people, _together(workshop), words),
        together=_together(workshop),
        moments=tuple(_moments(workshop, page.slots, held, words)),
        cuts=cuts,
        columns=cuts[:MOST_COLUMNS],
        to_print=tuple(_to_print(course, workshop, held.people, words)),
        in_place_of_workbooks=tuple(_in_place_of_workbooks(course, workshop, words)),
        also_named=tuple(
            words.say("run_sheet", kind=words[kind], title=item.title)
            for kind, item in named(course, workshop)
        ),
        each_needs=tuple(_each_needs(course, workshop)),
    )


def clock(minutes: int) -> str:
    """A time of day, from minutes after midnight."""
    hours, rest = divmod(minutes % DAY, 60)
    return f"{hours:02}:{rest:02}"


def is_time(text: str) -> bool:
    """Whether a text is a time of day, such as `09:30`."""
    return _TIME.fullmatch(text) is not None


def _minutes(text: str) -> int:
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    return int(found[1]) * 60 + int(found[2])


def _most(group_size: str) -> int:
    """The highest number that a text such as "6 to 16" names."""
    numbers = map(int, re.findall(r"\d{1,3}", group_size))
    return max(numbers, default=0) or PEOPLE_WHEN_NOT_SAID


def _fewest(item: AgendaItem) -> int:
    return 0 if item.skip_if_late else _shortest(item)


def _shortest(item: AgendaItem) -> int:
    return min(item.min_minutes or item.minutes, item.minutes)


def _moments(workshop: Workshop, slots: tuple[Slot, ...], held: Session, words: Wording) -> Iterator[Moment]:
    agenda, start = workshop.agenda, 0
    total = sum(item.minutes for item in agenda)
    for place, (item, slot) in enumerate(zip(agenda, slots, strict=True)):
        yield Moment(
            number=place + 1,
            slot=slot,
            item=item,
            start=held.at(start),
            end=held.at(start + item.minutes),
            latest=held.at(latest := total - sum(map(_fewest, agenda[place:]))),
            marks=tuple(_marks(agenda, place, slots, (start, latest), held, words)),
        )
        start += item.minutes


def _marks(
    agenda: tuple[AgendaItem, ...],
    place: int,
    slots: tuple[Slot, ...],
    between: tuple[int, int],
    held: Session,
    words: Wording,
) -> Iterator[Mark]:
    """What to give up if it is later here than planned: what can be left out, then the length of the rest.

    Each mark names the time up to which the ones before it are enough. It lies between the time that is
    planned and the latest that is possible.
    """
    start, latest = between
    caught_up = GRACE
    skipped = list(_skipped(agenda))
    for step, number in enumerate(skipped, 1):
        if number >= place:
            said = "run_skip_this" if number == place else "run_skip"
            yield Mark(
                step, held.at(min(start + caught_up, latest)), words.say(said, title=slots[number].title)
            )
            caught_up += agenda[number].minutes
    if any(_saved(item) for item in agenda[place:]):
        yield Mark(len(skipped) + 1, held.at(min(start + caught_up, latest)), words["run_shorten"])


def _cuts(workshop: Workshop, slots: tuple[Slot, ...], words: Wording) -> Iterator[Cut]:
    """What to give up, in the order in which it is given up."""
    skipped = list(_skipped(workshop.agenda))
    for step, number in enumerate(skipped, 1):
        what = words.say("run_leave_out", title=slots[number].title)
        yield Cut(step, what, words.say("minutes", n=workshop.agenda[number].minutes))
    if saved := sum(map(_saved, workshop.agenda)):
        yield Cut(len(skipped) + 1, words["run_hold"], words.say("minutes", n=saved))


def _skipped(agenda: tuple[AgendaItem, ...]) -> Iterator[int]:
    """The places of what can be left out."""
    return (place for place, item in enumerate(agenda) if item.skip_if_late)


def _saved(item: AgendaItem) -> int:
    """The minutes that the shortest form of a part saves, if the part is not left out."""
    return 0 if item.skip_if_late else item.minutes - _shortest(item)


def _together(workshop: Workshop) -> int:
    return workshop.in_groups_of or MOST_IN_A_GROUP


def _groups(people: int, together: int, words: Wording) -> str:
    """How people sit: in groups of so many or one fewer, as far as their number allows."""
    groups = -(-people // together)
    smaller, larger_groups = divmod(people, groups)
    if larger_groups:
        return words.say("run_groups_mixed", n=groups, smaller=smaller, larger=smaller + 1)
    return words.say("run_groups", n=groups, size=smaller)


def _to_print(course: Course, workshop: Workshop, people: int, words: Wording) -> Iterator[Count]:
    """The documents of the workshop, those that every session needs first."""
    yield _count(words["handout_workbook"], "person", people, words, spare=SPARE)
    yield _count(words["handout_feedback"], "person", people, words)
    yield _count(words["handout_guide"], "leader", people, words)
    yield _count(words["handout_key"], "leader", people, words)
    if has_cards(course, workshop):
        yield _count(words["run_cards"], "group", people, words, together=_together(workshop))


def _in_place_of_workbooks(course: Course, workshop: Workshop, words: Wording) -> Iterator[str]:
    """Everybody writes, in pairs and groups too. Lessons have no sheet of their own."""
    for kind, item in items(course, workshop):
        if kind != "lesson":
            yield words.say("run_sheet", kind=words[kind], title=item.title)


def _count(
    what: str, whom: str, people: int, words: Wording, *, spare: int = 0, together: int = MOST_IN_A_GROUP
) -> Count:
    share = {"person": 1, "group": together, "leader": 0}[whom]
    copies = (-(-people // share) if share else 1) + spare
    return Count(what, words[f"run_for_{whom}"], share, spare, copies)


def _each_needs(course: Course, workshop: Workshop) -> Iterator[str]:
    seen = {thing.casefold() for thing in workshop.materials}
    for _, item in items(course, workshop):
        for thing in item.materials if isinstance(item, Exercise) else ():
            if thing.casefold() not in seen:
                seen.add(thing.casefold())
                yield thing
