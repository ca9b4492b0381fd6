"""The titles of what a browser can keep something of, for pages that show what is kept."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Checklist, Course, Exercise, Lesson, Story

MOST_TITLES = 400
"""Some 24 KB. A kind with too many is left out whole: then a title that is missing still tells something."""

Titles = Mapping[str, Mapping[str, str]]
"""By kind and id. What is kept of other kinds goes by its id, whose words are mostly those of its title."""


def titles(course: Course) -> Titles:
    """Of lessons, self-assessments and exercises, and of those stories that have something to fill in."""
    found: dict[str, dict[str, str]] = {}
    for kind, items in _by_kind(course):
        if sum(map(len, found.values())) + len(items) <= MOST_TITLES:
            found[kind] = {item.id: item.title for item in items}
    return found


def _by_kind(course: Course) -> Iterator[tuple[str, Sequence[Lesson | Checklist | Exercise | Story]]]:
    """Stories come last: they are the many."""
    yield "lesson", course.lessons
    yield "checklist", course.checklists
    yield "exercise", course.exercises
    yield "story", [story for story in course.stories if story.dialogue]
