"""Stories that the course still lacks, for readers who could tell one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Course
from generator.views.page import Pen
from generator.views.relations import reading_order, stories_of
from generator.wording import Wording

ENOUGH = 3
"""With so many stories a lesson asks for no more."""
MOST_LESSONS, MOST_SECTORS = 3, 6
FORM = "write"
"""The anchor of the form on its page."""


@dataclass(frozen=True)
class WantedLesson:
    """A lesson that has few stories, or none."""

    title: str
    idea: str
    """What a story for it should show."""
    stories: str
    """How many it has, in words."""
    href: str
    """To the form, filled in as far as the lesson goes."""
    label: str
    """What the link says, with the title, for those who hear links alone."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for."""

    lessons: tuple[WantedLesson, ...]
    sectors: tuple[str, ...]
    """Fields of work from which no story comes yet."""
    balance: str
    """Which kind of ending is told too seldom; empty where none is."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.lessons or self.sectors or self.balance)


def wanted(course: Course, pen: Pen, words: Wording) -> Wanted:
    """The stories that the course lacks most."""
    return Wanted(
        tuple(_lessons(course, pen, words)),
        tuple(_untold(course, words))[:MOST_SECTORS],
        _balance(course, words),
    )


def _lessons(course: Course, pen: Pen, words: Wording) -> Iterator[WantedLesson]:
    """Those with the fewest stories first, and else in the order in which they are read."""
    counted = [(len(stories_of(course, lesson)), lesson) for lesson in reading_order(course)]
    few = sorted((pair for pair in counted if pair[0] < ENOUGH), key=lambda pair: pair[0])
    for number, lesson in few[:MOST_LESSONS]:
        yield WantedLesson(
            title=lesson.title,
            idea=lesson.summary,
            stories=words.say("wanted_has", n=number) if number else words["wanted_none"],
            href=f"{pen.to('share')}?lesson={lesson.id}#{FORM}",
            label=words.say("wanted_tell", title=lesson.title),
        )


def sectors(course: Course, words: Wording) -> tuple[str, ...]:
    """Names of fields of work: those that stories of the course bear, then those that none comes from yet."""
    told = {story.sector.casefold(): story.sector for story in course.stories if story.sector}
    return (*told.values(), *_untold(course, words))


def _untold(course: Course, words: Wording) -> Iterator[str]:
    told = {story.sector.casefold() for story in course.stories if story.sector}
    common = (sector.strip() for sector in words["wanted_sector_names"].split(";"))
    return (sector for sector in common if sector.casefold() not in told)


def _balance(course: Course, words: Wording) -> str:
    """Asks for letdowns where there are twice as many delights or more, and the other way round."""
    number = Counter(story.outcome for story in course.stories)
    delights, letdowns = number["delight"], number["letdown"]
    if not course.stories or max(delights, letdowns) < 2 * min(delights, letdowns) or delights == letdowns:
        return ""
    name = "wanted_letdowns" if delights > letdowns else "wanted_delights"
    return words.say(name, delights=delights, letdowns=letdowns)
