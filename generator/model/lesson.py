"""A lesson: one idea, opened by a situation, shown, practised and taken into the next day."""

from pydantic import Field

from generator.model.text import (
    ChecklistId,
    ExerciseId,
    FacilitatorProse,
    FormerIds,
    FrameworkId,
    Id,
    ImageName,
    LessonId,
    Line,
    Part,
    Plain,
    Prose,
    StoryId,
)
from generator.model.values import Count, Day, Minutes, YesNo

MINUTES_WHEN_NOT_SAID = 10


class Section(Part):
    """A part of a lesson under a heading of its own."""

    heading: Plain
    """The heading, in a few words."""
    body: Prose
    """The text of the section. Markdown."""


class Option(Part):
    """One answer to choose in a quick check."""

    text: Line
    """The answer."""
    feedback: Line
    """What to tell a learner who chose it: why it is good, or what it overlooks."""
    correct: YesNo = False
    """`true` for a good answer."""


class QuickCheck(Part):
    """A question by which learners see whether the idea has arrived."""

    question: Line
    """The question, or the situation to decide."""
    options: tuple[Option, ...] = Field(min_length=2, max_length=8)
    """Two or more answers, at least one of them good."""


class Practice(Part):
    """What practises an objective: exactly one of quick_check, exercise, checklist."""

    objective: Count
    """The number of the objective in its list: 1 is the first."""
    quick_check: Count | None = None
    """The number of a quick check of this lesson: 1 is the first."""
    exercise: ExerciseId | None = None
    """An exercise that practises it."""
    checklist: ChecklistId | None = None
    """A self-assessment that asks about it."""


class Phrase(Part):
    """Words that serve a customer, beside the words they replace."""

    say: Line
    """What to say."""
    instead_of: Line | None = None
    """What people often say instead."""


class Lesson(Part):
    """Ten to twenty minutes on one idea."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the lesson."""
    summary: Plain
    """One sentence that says what the lesson is about; it stands on cards and in search results."""
    key_learning_point: Line
    """The one thing to remember, in one sentence."""
    body: Prose | None = None
    """The text of the lesson in one piece. Markdown. Use this or `sections`."""
    sections: tuple[Section, ...] = ()
    """The text of the lesson in parts, each with a heading. Use this or `body`."""
    minutes: Minutes = MINUTES_WHEN_NOT_SAID
    """How long a learner needs for it."""
    objectives: tuple[Line, ...] = ()
    """What a learner can do afterwards; begin each with a verb that others can observe."""
    action_steps: tuple[Line, ...] = ()
    """What a reader can do tomorrow."""
    requires: tuple[LessonId, ...] = ()
    """The lessons to take before this one."""
    framework: FrameworkId | None = None
    """The framework that the lesson teaches, by its id in course.yml."""
    stories: tuple[StoryId, ...] = ()
    """The stories that show the idea at work."""
    exercises: tuple[ExerciseId, ...] = ()
    """The exercises that practise it."""
    checklist: ChecklistId | None = None
    """The self-assessment that goes with it."""
    quick_check: tuple[QuickCheck, ...] = ()
    """One or more questions with feedback for each answer."""
    practice: tuple[Practice, ...] = ()
    """What practises which objective, for the report to those who look after the course."""
    phrases: tuple[Phrase, ...] = ()
    """Words to use, beside the words to avoid."""
    image: ImageName | None = None
    """A picture: the name of a file in content/images."""
    image_alt: Plain | None = None
    """What the picture shows, for readers who cannot see it."""
    image_credit: Plain | None = None
    """Who made the picture, and its licence."""
    sources: tuple[Line, ...] = ()
    """Where facts in the lesson come from."""
    tags: tuple[Plain, ...] = Field(default=(), max_length=12)
    """Words by which readers find the lesson."""
    review_by: Day | None = None
    """The day by which someone should read the lesson again: `2027-06-30`."""
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the lesson out of the published site."""
    facilitator_notes: FacilitatorProse | None = None
    """Notes for the person who teaches the lesson in a room. Trainees never see them."""
