"""An exercise as a page: what to do, with room to write below each step, and what becomes of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import TOLD_BY_CHOICE, Course, Exercise, Step, Story
from generator.views.browse import ListPage, exercise_card, list_head
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Link, Pen, duration
from generator.views.relations import lessons_of
from generator.views.tags import tag_links
from generator.wording import Wording

LINES_WHEN_NOT_SAID = {"short": 1, "long": 5, "choice": 0, "date": 1, "table": 2}
"""Room on paper, by kind of answer; in a table, for each cell."""
SAID = (
    *("worksheet_answered", "worksheet_clear_sure", "worksheet_cleared", "worksheet_brought"),
    *("worksheet_not_ours", "worksheet_not_answered"),
)
SAID_OF_DATES = (
    *(
        "worksheet_check_ins",
        "worksheet_calendar_today",
        "worksheet_calendar_later",
        "worksheet_calendar_text",
    ),
    *("worksheet_due", "worksheet_promised", "worksheet_rate_elsewhere", "worksheet_reviewed"),
    *("rating_kept", "rating_partly", "rating_not-yet", "rating_none"),
)
SAID_OF_STORIES = ("story_missing", "story_too_long", "story_copied", "story_not_copied")
RATINGS = ("kept", "partly", "not-yet")
"""How a commitment can have gone."""


@dataclass(frozen=True)
class Choice:
    """One radio button of a step."""

    value: str
    """What is kept: the author's words, which may move to another place; in a story, the value of its key."""
    label: str


@dataclass(frozen=True)
class Commitment:
    """What a dated step asks for: something is promised for a day, and looked back at."""

    promise: str
    """The step in which the promise stands; empty where none does."""
    check_ins: tuple[tuple[int, str], ...]
    """After how many days to look back, in figures and in words."""
    ratings: tuple[Choice, ...]


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
    heading: Markup
    """What the answer is called in a document."""
    answer: str
    lines: range
    """One for each ruled line on paper."""
    height: int
    """The lines of a text box on the screen."""
    choices: tuple[Choice, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    commitment: Commitment | None


@dataclass(frozen=True)
class Document:
    """What the answers come out as: an agreement to sign or a story to send in."""

    kind: str
    title: str
    open: str
    """What the button says that shows it."""
    sides: tuple[Task, ...]
    """The steps that name who signs it."""
    parts: tuple[Task, ...]
    share: str
    """The way to the page that says how to send a story."""


@dataclass(frozen=True)
class ExercisePage:
    """Everything that the page of an exercise shows."""

    head: Head
    up: Link
    """Back to the list."""
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    """Words for the page's scripts."""
    purpose: Markup
    minutes: str
    group: str
    materials: tuple[str, ...]
    follow_up: tuple[str, ...]
    """After how many days to look back."""
    introduction: Markup
    tasks: tuple[Task, ...]
    document: Document | None
    lessons: tuple[Link, ...]
    """The lessons that it practises, and those that send their readers to it."""
    checklists: tuple[Link, ...]
    """The checklists that recommend it."""
    tags: tuple[Link, ...]


def exercise_page(course: Course, exercise: Exercise, pen: Pen, words: Wording) -> ExercisePage:
    """The page of one exercise. The debrief and the sample answers are not for its readers."""
    purpose = pen.line(exercise.purpose)
    introduction = pen.prose(exercise.introduction or "")
    tasks = tuple(_task(exercise, step, pen, words) for step in exercise.steps)
    asks_for_day = any(step.answer == "date" for step in exercise.steps)
    tells = exercise.comes_out_as == "story"
    return ExercisePage(
        head=_head(exercise, purpose.striptags(), _scripts(asks_for_day, tells)),
        up=Link(pen.to("exercises/index"), words["all_exercises"]),
        keeping=keeping(course, pen, words),
        said=words.forms(*SAID, *(SAID_OF_DATES * asks_for_day), *(SAID_OF_STORIES * tells)),
        purpose=purpose,
        minutes=duration(exercise.minutes, words),
        group=words[f"group_{exercise.group}"],
        materials=exercise.materials,
        follow_up=tuple(words.say("exercise_after_days", n=days) for days in exercise.check_ins),
        introduction=introduction,
        tasks=tasks,
        document=_document(exercise, tasks, pen, words),
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


def _head(exercise: Exercise, description: str, scripts: tuple[str, ...]) -> Head:
    return Head(
        address=f"exercises/{exercise.id}",
        kind="exercise",
        id=exercise.id,
        title=exercise.title,
        description=description,
        source=f"exercises/{exercise.id}.yml",
        tags=exercise.tags,
        draft=exercise.draft,
        scripts=scripts,
        styles=("writing", "worksheet"),
    )


def exercises_page(course: Course, pen: Pen, words: Wording) -> ListPage:
    """All exercises as cards."""
    return ListPage(
        head=list_head("exercises", words),
        introduction=words["exercises_introduction"],
        cards=tuple(exercise_card(exercise, pen, words) for exercise in course.exercises),
    )


def _scripts(asks_for_day: bool, tells: bool) -> tuple[str, ...]:
    dates = ("calendar", "worksheet-logic", "commitments") if asks_for_day else ("worksheet-logic",)
    stories = ("story-file", "story-buttons") if tells else ()
    return ("keeping", "learner", "records", *dates, *stories, "worksheet")


def _task(exercise: Exercise, step: Step, pen: Pen, words: Wording) -> Task:
    lines = step.lines or LINES_WHEN_NOT_SAID[step.answer]
    prompt = pen.line(step.prompt)
    return Task(
        name=step.id,
        anchor=f"step-{step.id}",
        control=f"answer-{step.id}",
        prompt=prompt,
        heading=escape(step.heading) if step.heading else prompt,
        answer=step.answer,
        lines=range(lines),
        height=lines,
        choices=_choices(exercise, step, words),
        columns=step.columns,
        rows=tuple(_row(step, number, words) for number in range(1, step.rows + 1)),
        commitment=_commitment(exercise, step, words) if step.answer == "date" else None,
    )


def _choices(exercise: Exercise, step: Step, words: Wording) -> tuple[Choice, ...]:
    key = step.id.replace("-", "_")
    if exercise.comes_out_as == "story" and key in TOLD_BY_CHOICE:
        return tuple(Choice(value, words[f"story_is_{value}"]) for value in step.options)
    return tuple(Choice(option, option) for option in step.options)


def _commitment(exercise: Exercise, step: Step, words: Wording) -> Commitment:
    promise = exercise.promise_of(step)
    return Commitment(
        promise=promise.id if promise else "",
        check_ins=tuple((days, words.say("exercise_after_days", n=days)) for days in exercise.check_ins),
        ratings=tuple(Choice(rating, words[f"rating_{rating}"]) for rating in RATINGS),
    )


def _document(exercise: Exercise, tasks: tuple[Task, ...], pen: Pen, words: Wording) -> Document | None:
    if exercise.comes_out_as == "sheet":
        return None
    by_name = {task.name: task for task in tasks}
    return Document(
        kind=exercise.comes_out_as,
        title=words[f"{exercise.comes_out_as}_title"],
        open=words[f"{exercise.comes_out_as}_open"],
        sides=tuple(by_name[name] for name in exercise.signed_by),
        parts=_parts(exercise, tasks),
        share=pen.to("share"),
    )


def _parts(exercise: Exercise, tasks: tuple[Task, ...]) -> tuple[Task, ...]:
    """What stands in a document: an agreement in the order of its steps, a story in that of its file."""
    if exercise.comes_out_as == "story":
        keys = list(Story.model_fields)
        return tuple(sorted(tasks, key=lambda task: keys.index(task.name.replace("-", "_"))))
    return tuple(task for task in tasks if task.name not in exercise.signed_by)


def _row(step: Step, number: int, words: Wording) -> Row:
    return Row(
        number,
        tuple(
            Cell(f"{step.id}.{number}.{place}", column, words.say("exercise_cell", column=column, row=number))
            for place, column in enumerate(step.columns, 1)
        ),
    )
