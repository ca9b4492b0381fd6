"""A self-assessment checklist: statements on a scale, scored for each dimension."""

from pydantic import Field

from generator.model.text import ExerciseId, FormerIds, FrameworkId, Id, LessonId, Line, Part, Plain
from generator.model.values import Count, Days, Percent, YesNo


class Statement(Part):
    """One statement to agree with more or less."""

    id: Id
    """A short name that never changes: stored answers are found by it."""
    text: Plain
    """The statement, in the words of the person who answers."""
    reverse: YesNo = False
    """`true` where a high answer is a bad sign; it then counts the other way round."""


class Dimension(Part):
    """Statements that belong together and get one score."""

    id: Id
    """A short name that never changes."""
    name: Plain
    """What the score is about."""
    statements: tuple[Statement, ...] = Field(min_length=1)
    """The statements, three or four as a rule."""
    lessons: tuple[LessonId, ...] = ()
    """What to read when this score is the lowest."""
    exercises: tuple[ExerciseId, ...] = ()
    """What to practise when this score is the lowest."""


class Band(Part):
    """What to tell people whose score lies at or above a number."""

    from_: Percent = Field(alias="from")
    """The lowest score of the band, 0 to 100."""
    label: Plain
    """A name for the band, kind and honest."""
    advice: Line
    """What to do next."""


class Checklist(Part):
    """A self-assessment that a learner fills in alone and comes back to."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the checklist."""
    summary: Plain
    """One sentence that says what it helps to see."""
    scale: tuple[Plain, ...] = Field(min_length=2, max_length=7)
    """The answers to choose from, lowest first, such as Never to Always."""
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    """Groups of statements, each with a score."""
    lead_in: Line | None = None
    """What to think of while answering, such as "In the last month, how often …"."""
    framework: FrameworkId | None = None
    """The framework whose parts the dimensions measure."""
    bands: tuple[Band, ...] = ()
    """Advice by score. The first starts at 0."""
    revision: Count = 1
    """Raise it by one when a statement changes its meaning."""
    retake_after_days: Days | None = None
    """When it is worth answering again."""
    tags: tuple[Plain, ...] = Field(default=(), max_length=12)
    """Words by which readers find the checklist."""
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the checklist out of the published site."""
