"""An exercise as a page: what to do, with room to write below each step."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Exercise, Step
from generator.views.browse import ListPage, exercise_card, list_head
from generator.views.page import Head, Link, Pen, duration
from generator.views.relations import lessons_of
from generator.views.tags import tag_links
from generator.wording import Wording

LINES_WHEN_NOT_SAID = {"short": 1, "long": 5, "choice": 0, "date": 1, "table": 2}
"""Room on paper, by kind of answer; in a table, for each cell."""


@dataclass(frozen=True)
class Choice:
    """One radio button of a step."""

    value: str
    label: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table to fill in: the name of its control, its column, and both as its label."""

    name: str
    column: str
    label: str


@dataclass(frozen=True)
class Row:
    """A row of a table to fill in."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Task:
    """A step with room to answer it."""

    name: str
    """The author's id: stored answers are found by it."""
    anchor: str
    control: str
    """The id of the control, for its label."""
    prompt: Markup
    answer: str
    lines: range
    """One for each ruled line on paper."""
    height: int
    """The lines of a text box on the screen."""
    choices: tuple[Choice, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ExercisePage:
    """Everything that the page of an exercise shows."""

    head: Head
    up: Link
    """Back to the list."""
    site: str
    """The course's id, under which a browser keeps answers."""
    purpose: Markup
    minutes: str
    group: str
    materials: tuple[str, ...]
    follow_up: tuple[str, ...]
    """After how many days to look back."""
    introduction: Markup
    tasks: tuple[Task, ...]
    lessons: tuple[Link, ...]
    """The lessons that it practises, and those that send their readers to it."""
    checklists: tuple[Link, ...]
    """The checklists that recommend it."""
    tags: tuple[Link, ...]


def exercise_page(course: Course, exercise: Exercise, pen: Pen, words: Wording) -> ExercisePage:
    """The page of one exercise. The debrief and the sample answers are not for its readers."""
    purpose = pen.line(exercise.purpose)
    return ExercisePage(
        head=Head(
            address=f"exercises/{exercise.id}",
            kind="exercise",
            id=exercise.id,
            title=exercise.title,
            description=purpose.striptags(),
            source=f"exercises/{exercise.id}.yml",
            tags=exercise.tags,
            draft=exercise.draft,
        ),
        up=Link(pen.to("exercises/index"), words["all_exercises"]),
        site=course.settings.id,
        purpose=purpose,
        minutes=duration(exercise.minutes, words),
        group=words[f"group_{exercise.group}"],
        materials=exercise.materials,
        follow_up=tuple(words.say("exercise_after_days", n=days) for days in exercise.follow_up_days),
        introduction=pen.prose(exercise.introduction or ""),
        tasks=tuple(_task(step, pen, words) for step in exercise.steps),
        lessons=tuple(
            Link(pen.to(f"lessons/{lesson.id}"), lesson.title) for lesson in lessons_of(course, exercise)
        ),
        checklists=tuple(
            Link(pen.to(f"checklists/{checklist.id}"), checklist.title)
            for checklist in course.checklists
            if any(exercise.id in dimension.exercises for dimension in checklist.dimensions)
        ),
        tags=tag_links(exercise.tags, pen),
    )


def exercises_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All exercises as cards."""
    return ListPage(
        head=list_head("exercises", words),
        introduction=words["exercises_introduction"],
        cards=tuple(exercise_card(exercise, pen, words) for exercise in course.exercises),
    )


def _task(step: Step, pen: Pen, words: Wording) -> Task:
    lines = step.lines or LINES_WHEN_NOT_SAID[step.answer]
    return Task(
        name=step.id,
        anchor=f"step-{step.id}",
        control=f"answer-{step.id}",
        prompt=pen.line(step.prompt),
        answer=step.answer,
        lines=range(lines),
        height=lines,
        choices=tuple(Choice(str(value), label) for value, label in enumerate(step.options)),
        columns=step.columns,
        rows=tuple(_row(step, number, words) for number in range(1, step.rows + 1)),
    )


def _row(step: Step, number: int, words: Wording) -> Row:
    return Row(
        number,
        tuple(
            Cell(f"{step.id}.{number}.{place}", column, words.say("exercise_cell", column=column, row=number))
            for place, column in enumerate(step.columns, 1)
        ),
    )
