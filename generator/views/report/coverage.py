"""What a course leaves out: objectives that nothing practises, stories that nothing uses, and the like."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import FOLDERS, Checklist, Course, Dimension, Framework, Lesson
from generator.views.relations import exercises_of, lessons_of, stories_of


@dataclass(frozen=True)
class Gap:
    """Something that is missing, and where an author would add it."""

    file: str
    """The author's file below content/."""
    address: str
    """The page of the site on which it would show."""
    title: str
    """The title of the item, or the name of the framework."""
    what: str = ""
    """The part of it that is meant, in the author's words: an objective, a dimension, a part."""


@dataclass(frozen=True)
class Practice:
    """How many objectives are practised, and how surely that is known."""

    objectives: int
    named: int
    """A lesson says with its key `practice` what practises it."""
    as_a_whole: int
    """The lesson has something to practise, and does not say for which of its objectives."""


def gaps(course: Course) -> Mapping[str, tuple[Gap, ...]]:
    """Everything that is missing, by the kind of gap; kinds without a gap are there as well."""
    return {name: tuple(find(course)) for name, find in _FINDERS.items()}


def practice(course: Course) -> Practice:
    """The figures of all lessons together."""
    named = sum(len(_named(lesson)) for lesson in course.lessons)
    as_a_whole = sum(
        len(lesson.objectives) for lesson in course.lessons if _is_practised_whole(course, lesson)
    )
    return Practice(sum(len(lesson.objectives) for lesson in course.lessons), named, as_a_whole)


def _objectives_without_practice(course: Course) -> Iterator[Gap]:
    """Where a lesson says what practises what, that alone counts; otherwise anything to practise counts."""
    for lesson in course.lessons:
        if not _is_practised_whole(course, lesson):
            for number, objective in enumerate(lesson.objectives, start=1):
                if number not in _named(lesson):
                    yield _of_lesson(lesson, objective)


def _objectives(lessons: Sequence[Lesson]) -> int:
    return sum(len(lesson.objectives) for lesson in lessons)


def _named(lesson: Lesson) -> frozenset[int]:
    """The numbers of the objectives of which the lesson says what practises them."""
    return frozenset(practice.objective for practice in lesson.practice)


def _is_practised_whole(course: Course, lesson: Lesson) -> bool:
    has = lesson.quick_check or lesson.checklist or exercises_of(course, lesson)
    return bool(has) and not lesson.practice


def _lessons_without_story(course: Course) -> Iterator[Gap]:
    return (_of_lesson(lesson) for lesson in course.lessons if not stories_of(course, lesson))


def _lessons_without_exercise(course: Course) -> Iterator[Gap]:
    return (_of_lesson(lesson) for lesson in course.lessons if not exercises_of(course, lesson))


def _stories_unused(course: Course) -> Iterator[Gap]:
    told = {item.story for workshop in course.workshops for item in workshop.agenda}
    for story in course.stories:
        if story.id not in told and not lessons_of(course, story):
            yield Gap(f"stories/{story.id}.yml", f"stories/{story.id}", story.title)


def _dimensions_without_lesson(course: Course) -> Iterator[Gap]:
    for checklist in course.checklists:
        for dimension in checklist.dimensions:
            if not dimension.lessons:
                yield _of_checklist(checklist, dimension)


def _parts_without_statement(course: Course) -> Iterator[Gap]:
    for framework in course.settings.frameworks:
        measured = _measured(course, framework)
        for part in framework.parts:
            if part.id not in measured:
                yield _of_framework(framework, part.name)


def _parts_without_lesson(course: Course) -> Iterator[Gap]:
    for framework in course.settings.frameworks:
        if any(lesson.framework == framework.id for lesson in course.lessons):
            continue
        measured = _measured(course, framework)
        for part in framework.parts:
            if not any(dimension.lessons for dimension in measured.get(part.id, ())):
                yield _of_framework(framework, part.name)


def _measured(course: Course, framework: Framework) -> Mapping[str, tuple[Dimension, ...]]:
    """The dimensions of its checklists by the part that they measure: both have the same id."""
    measures = [checklist for checklist in course.checklists if checklist.framework == framework.id]
    dimensions = [dimension for checklist in measures for dimension in checklist.dimensions]
    return {
        part.id: found
        for part in framework.parts
        if (found := tuple(dimension for dimension in dimensions if dimension.id == part.id))
    }


def _of_lesson(lesson: Lesson, what: str = "") -> Gap:
    address = f"{FOLDERS['lesson']}/{lesson.id}"
    return Gap(f"{address}.yml", address, lesson.title, what)


def _of_checklist(checklist: Checklist, dimension: Dimension) -> Gap:
    address = f"{FOLDERS['checklist']}/{checklist.id}"
    return Gap(f"{address}.yml", address, checklist.title, dimension.name)


def _of_framework(framework: Framework, what: str) -> Gap:
    return Gap("course.yml", "glossary", framework.name, what)


_FINDERS: Mapping[str, Callable[[Course], Iterator[Gap]]] = {
    "objectives_without_practice": _objectives_without_practice,
    "lessons_without_story": _lessons_without_story,
    "lessons_without_exercise": _lessons_without_exercise,
    "stories_unused": _stories_unused,
    "dimensions_without_lesson": _dimensions_without_lesson,
    "parts_without_statement": _parts_without_statement,
    "parts_without_lesson": _parts_without_lesson,
}
"""Each kind of gap, in the order in which it is told."""
