"""An exercise: steps to work through in writing, most of them ending in a dated commitment."""

from typing import Literal

from pydantic import Field

from generator.model.text import FacilitatorProse, Id, KeyProse, LessonId, Line, Part, Plain, Prose
from generator.model.values import Count, Days, Minutes, YesNo

Answer = Literal["short", "long", "choice", "date", "table"]
Group = Literal["alone", "pairs", "groups"]


class Step(Part):
    """One prompt with room to answer it."""

    id: Id
    """A short name that never changes: stored answers are found by it."""
    prompt: Line
    """What to do or to answer."""
    answer: Answer = "long"
    """The kind of answer: `short`, `long`, `choice`, `date` or `table`."""
    lines: Count | None = None
    """Room on paper: the number of ruled lines."""
    options: tuple[Plain, ...] = ()
    """For `choice`: what there is to choose from."""
    columns: tuple[Plain, ...] = ()
    """For `table`: the headings of its columns."""
    rows: Count = 3
    """For `table`: the number of rows to fill in."""


class SampleAnswer(Part):
    """A good answer to one step, for the answer key."""

    step: Id
    """The id of the step."""
    answer: KeyProse
    """One good answer. Trainees never see it."""


class Exercise(Part):
    """Something to practise, alone or with others."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the exercise."""
    purpose: Line
    """What it is good for, in one or two sentences."""
    minutes: Minutes
    """How long it takes."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """What to do, in order."""
    group: Group = "alone"
    """`alone`, `pairs` or `groups`."""
    materials: tuple[Plain, ...] = ()
    """What to have at hand."""
    follow_up_days: tuple[Days, ...] = Field(default=(), max_length=6)
    """After how many days to look back at what was planned: `[14]` or `[7, 30, 90]`."""
    debrief: FacilitatorProse | None = None
    """How to talk it over in a room. Trainees never see it."""
    sample_answers: tuple[SampleAnswer, ...] = ()
    """Good answers for the answer key. Trainees never see them."""
    lessons: tuple[LessonId, ...] = ()
    """The lessons that the exercise practises."""
    introduction: Prose | None = None
    """What to read before the first step. Markdown."""
    tags: tuple[Plain, ...] = Field(default=(), max_length=12)
    """Words by which readers find the exercise."""
    draft: YesNo = False
    """`true` keeps the exercise out of the published site."""
