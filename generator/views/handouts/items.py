"""What a workshop is made of: the items of the course that its agenda names."""

import re
from collections.abc import Iterator, Mapping

from generator.model import AgendaItem, Checklist, Course, Exercise, Lesson, Story, Workshop

Led = Lesson | Story | Exercise | Checklist

_LINK = re.compile(r"\]\((story|exercise|checklist):([a-z0-9-]+)")
"""To what has a sheet of its own."""


def item_of(course: Course, entry: AgendaItem) -> tuple[str, Led] | None:
    """The kind of an entry of the agenda and the item that it names; breaks and activities name none."""
    if entry.lesson:
        return "lesson", course.lesson[entry.lesson]
    if entry.story:
        return "story", course.story[entry.story]
    if entry.exercise:
        return "exercise", course.exercise[entry.exercise]
    return ("checklist", course.checklist[entry.checklist]) if entry.checklist else None


def items(course: Course, workshop: Workshop) -> Iterator[tuple[str, Led]]:
    """The items of a workshop in its order, each once."""
    found = filter(None, (item_of(course, entry) for entry in workshop.agenda))
    yield from {(kind, item.id): (kind, item) for kind, item in found}.values()


def named(course: Course, workshop: Workshop) -> Iterator[tuple[str, Led]]:
    """What the texts of a workshop lead to beside its agenda, for preparation or for later, each once."""
    on_agenda = {(kind, item.id) for kind, item in items(course, workshop)}
    texts = (workshop.before, workshop.facilitator_notes, workshop.follow_up)
    notes = (entry.notes for entry in workshop.agenda)
    links = _LINK.findall("\n".join(filter(None, (*texts, *notes))))
    known: Mapping[str, Mapping[str, Led]] = {
        "story": course.story,
        "exercise": course.exercise,
        "checklist": course.checklist,
    }
    for kind, name in dict.fromkeys(links):
        if (kind, name) not in on_agenda:
            yield kind, known[kind][name]
