"""What the learner's elements of a page need to say how far somebody has come, and where to go on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Course, Lesson, Path
from generator.views.page import Pen
from generator.wording import Wording


@dataclass(frozen=True)
class Advance:
    """The way through lessons, for the page's scripts: only a browser knows what somebody has done of it."""

    site: str
    """The course's id, under which a browser keeps what was done."""
    way: Mapping[str, object]
    """The lessons in reading order with their titles, the paths through them, and where they lead."""
    said: Mapping[str, str | Mapping[str, str]]
    """How far it went, in words with gaps."""


def advance(
    course: Course, lessons: Iterable[Lesson], paths: Iterable[Path], pen: Pen, words: Wording
) -> Advance:
    """The way through these lessons along these paths."""
    return Advance(
        site=course.settings.id,
        way={
            "lessons": [(lesson.id, lesson.title) for lesson in lessons],
            "paths": [path.lessons for path in paths],
            "address": pen.to("lessons/{id}"),
            "recall": pen.to("recall"),
        },
        said=words.forms("continue_with", "continue_with_recall", *STATUSES),
    )


SCRIPTS = ("keeping", "learner", "progress-logic", "progress")
"""What a page runs that shows how far somebody has come."""

STATUSES = ("lessons_done", "lesson_new", "lesson_opened_on", "lesson_done_on", "lesson_done")
"""What is said of lessons, in the names that the scripts know."""


def ids(lessons: Sequence[str]) -> str:
    """The ids of lessons for an attribute of an element."""
    return " ".join(lessons)
