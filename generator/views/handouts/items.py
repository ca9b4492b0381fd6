"""What a workshop is made of: the items of the course that its agenda names."""

from collections.abc import Iterator

from generator.model import AgendaItem, Checklist, Course, Exercise, Lesson, Story, Workshop

Led = Lesson | Story | Exercise | Checklist


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
