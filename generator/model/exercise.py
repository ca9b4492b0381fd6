"""An exercise: steps to work through in writing, most of them ending in a dated commitment."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.text import (
    FacilitatorProse,
    FormerIds,
    Id,
    KeyProse,
    LessonId,
    Line,
    Meanings,
    Part,
    Plain,
    Prose,
)
from generator.model.values import Count, Days, Minutes, YesNo

Answer = Annotated[
    Literal["short", "long", "choice", "date", "table"],
    Meanings(
        (
            "One line.",
            "Several lines.",
            "One of the options.",
            "A day, and so a commitment to come back to.",
            "Rows to fill in below the columns.",
        )
    ),
]
Group = Annotated[
    Literal["alone", "pairs", "groups"],
    Meanings(("Each person alone.", "Two people together.", "A small group.")),
]
Outcome = Annotated[
    Literal["sheet", "agreement", "story"],
    Meanings(
        ("The answers, filled in.", "A document for several sides to sign.", "A story to send to the course.")
    ),
]
USUAL_CHECK_INS = (7, 30, 90)
"""After how many days a dated commitment is looked back at where its exercise does not say."""


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
    promise: Id | None = None
    """For `date`: the id of the step that says what is promised for it; else the last text before it."""
    heading: Plain | None = None
    """What the answer is called where it comes out as an agreement or a story: `By when`."""


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
    """After how many days to look back at what was planned: `[14]`. After a date, else `[7, 30, 90]`."""
    comes_out_as: Outcome = "sheet"
    """What the answers become: a filled `sheet`, an `agreement` to sign, or a `story` to send in."""
    signed_by: tuple[Id, ...] = Field(default=(), max_length=4)
    """For `agreement`: the ids of the steps that name those who sign it, such as `[we-need, we-deliver]`."""
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
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the exercise out of the published site."""

    @property
    def check_ins(self) -> tuple[int, ...]:
        """After how many days each commitment of the exercise is looked back at."""
        asks_for_day = any(step.answer == "date" for step in self.steps)
        return self.follow_up_days or (USUAL_CHECK_INS if asks_for_day else ())

    def promise_of(self, step: Step) -> Step | None:
        """The step in which the commitment of a dated one stands."""
        before = self.steps[: self.steps.index(step)]
        texts = [other for other in before if other.answer in ("short", "long")]
        named = [other for other in self.steps if other.id == step.promise]
        return next(iter(named or texts[-1:]), None)
