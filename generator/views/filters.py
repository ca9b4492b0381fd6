"""Filters: by what readers can narrow a list, and by what each of its items is found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import urlencode

from generator.model import Course, Lesson, Story
from generator.views.relations import paths_of
from generator.views.tags import slug
from generator.wording import Wording

NAMES = ("outcome", "minutes", "sector", "path", "framework", "lesson", "tag")
"""The filters as they stand in the address of a page, in the order in which readers meet them."""
OUTCOMES = ("delight", "letdown", "mixed")
LENGTHS = (10, 15, 20, 30, 45, 60)
"""Minutes that a reader may have for a lesson."""
ROOM = 12
"""So many options stand open; the filters after them wait behind their names."""


@dataclass(frozen=True)
class Trait:
    """Something by which an item is found: a filter, a value of it, and how the value reads."""

    filter: str
    value: str
    label: str
    rank: int = 0
    """Orders the values of a filter; those of one rank stand in alphabetical order."""


@dataclass(frozen=True)
class Option:
    """A value of a filter, and how many items have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Filter:
    """One question that narrows a list."""

    name: str
    label: str
    options: tuple[Option, ...]
    open: bool
    """Whether its options are shown before anybody asks for them."""


def query(traits: Iterable[Trait]) -> str:
    """What finds an item, written as the query of an address: `outcome=delight&tag=trust`."""
    return urlencode([(trait.filter, trait.value) for trait in traits])


def story_traits(
    course: Course, story: Story, lessons: Sequence[Lesson], words: Wording
) -> tuple[Trait, ...]:
    """By what a story is found; `lessons` are those that it belongs to."""
    outcome = Trait("outcome", story.outcome, words[f"ended_{story.outcome}"], OUTCOMES.index(story.outcome))
    sector = (Trait("sector", slug(story.sector), story.sector),) if story.sector else ()
    belongs = (Trait("lesson", lesson.id, lesson.title) for lesson in lessons)
    return (outcome, *sector, *_paths(course, lessons), *belongs, *_tags(story))


def lesson_traits(course: Course, lesson: Lesson, limits: Sequence[int], words: Wording) -> tuple[Trait, ...]:
    """By what a lesson is found; `limits` are the lengths that tell lessons apart."""
    framework = course.framework[lesson.framework] if lesson.framework else None
    teaches = (Trait("framework", framework.id, framework.name),) if framework else ()
    return (*_lengths(lesson, limits, words), *_paths(course, [lesson]), *teaches, *_tags(lesson))


def limits_of(lessons: Sequence[Lesson]) -> tuple[int, ...]:
    """The lengths that tell lessons apart: some last longer, and none has the same lessons as another."""
    fitting = {sum(lesson.minutes <= limit for lesson in lessons): limit for limit in reversed(LENGTHS)}
    return tuple(sorted(limit for count, limit in fitting.items() if 0 < count < len(lessons)))


def filters(items: Sequence[Sequence[Trait]], words: Wording) -> tuple[Filter, ...]:
    """The filters that can leave out some of these items."""
    options = {name: _options(name, items) for name in NAMES}
    useful = [name for name in NAMES if any(option.count < len(items) for option in options[name])]
    shown = accumulate(len(options[name]) for name in useful)
    return tuple(
        Filter(name, words[f"filter_{name}"], options[name], open=so_far <= ROOM)
        for name, so_far in zip(useful, shown, strict=True)
    )


def _options(name: str, items: Sequence[Sequence[Trait]]) -> tuple[Option, ...]:
    """The values of a filter. Of several spellings the first counts."""
    found = [{trait.value: trait for trait in traits if trait.filter == name} for traits in items]
    counts = Counter(value for values in found for value in values)
    spelt = {value: trait for values in reversed(found) for value, trait in values.items()}
    ordered = sorted(spelt.values(), key=lambda trait: (trait.rank, trait.label.casefold()))
    return tuple(Option(trait.value, trait.label, counts[trait.value]) for trait in ordered)


def _lengths(lesson: Lesson, limits: Sequence[int], words: Wording) -> Iterator[Trait]:
    for limit in limits:
        if lesson.minutes <= limit:
            yield Trait("minutes", f"{limit}", words.say("up_to_minutes", n=limit), limit)
    for longest in limits[-1:]:
        if lesson.minutes > longest:
            label = words.say("more_than_minutes", n=longest)
            yield Trait("minutes", f"over-{longest}", label, longest + 1)


def _paths(course: Course, lessons: Iterable[Lesson]) -> Iterator[Trait]:
    paths = {path.id: path.title for lesson in lessons for path in paths_of(course, lesson)}
    return (Trait("path", id_, title) for id_, title in paths.items())


def _tags(item: Lesson | Story) -> Iterator[Trait]:
    tags = {slug(tag): tag for tag in reversed(item.tags)}
    return (Trait("tag", value, tag) for value, tag in tags.items())
