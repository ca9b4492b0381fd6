"""A workshop: an agenda in minutes for a group in a room."""

from pydantic import Field

from generator.model.text import (
    ChecklistId,
    ExerciseId,
    FacilitatorProse,
    FormerIds,
    Id,
    LessonId,
    Line,
    Part,
    Plain,
    Prose,
    StoryId,
)
from generator.model.values import Count, Minutes, YesNo


class AgendaItem(Part):
    """One item of the agenda: exactly one of lesson, story, exercise, checklist, break, activity."""

    minutes: Minutes
    """How long it takes."""
    lesson: LessonId | None = None
    """A lesson to teach."""
    story: StoryId | None = None
    """A story to discuss."""
    exercise: ExerciseId | None = None
    """An exercise to do."""
    checklist: ChecklistId | None = None
    """A self-assessment to fill in."""
    break_: Plain | None = Field(default=None, alias="break")
    """A break, and what it is called: Coffee."""
    activity: Plain | None = None
    """Anything else, by name: Welcome, Round of answers."""
    task: tuple[Line, ...] = ()
    """What people are asked to do, a line for each step. It stands on the slide for all to see."""
    min_minutes: Minutes | None = None
    """The shortest that still works when time is short."""
    notes: FacilitatorProse | None = None
    """How to lead it: what to say, to ask, to expect. Trainees never see it."""
    skip_if_late: YesNo = False
    """`true` for what can be left out first."""


class Workshop(Part):
    """A session that a facilitator runs with a group."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the workshop."""
    summary: Plain
    """One sentence that says what people take home."""
    agenda: tuple[AgendaItem, ...] = Field(min_length=1, max_length=60)
    """What happens, in order, with minutes."""
    minutes: Minutes | None = None
    """The length of the whole. The minutes of the agenda must add up to it."""
    objectives: tuple[Line, ...] = ()
    """What participants can do afterwards."""
    audience: Line | None = None
    """Whom it is for."""
    group_size: Plain | None = None
    """How many people: 6 to 16."""
    in_groups_of: Count | None = None
    """How many people work together where the agenda speaks of groups. Without it, three or four."""
    room: Line | None = None
    """What the room must offer."""
    materials: tuple[Plain, ...] = ()
    """What to bring and to print."""
    before: Prose | None = None
    """What to do beforehand. Markdown."""
    follow_up: Prose | None = None
    """What happens after the workshop. Markdown."""
    facilitator_notes: FacilitatorProse | None = None
    """Notes on the whole, for the person who leads it. Trainees never see them."""
    tags: tuple[Plain, ...] = Field(default=(), max_length=12)
    """Words by which readers find the workshop."""
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the workshop out of the published site."""
