"""A case story: something that happened to a customer, and what can be learned from it."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.model.text import (
    DrawingId,
    FacilitatorProse,
    FormerIds,
    Id,
    ImageName,
    LessonId,
    Line,
    Meanings,
    Part,
    Plain,
    Prose,
    StoryId,
    Url,
)
from generator.model.values import Day, YesNo

Outcome = Literal["delight", "letdown", "mixed"]
ToldAs = Literal["real", "composite", "fictional"]
TOLD_IN_WORDS = (
    *("title", "summary", "body", "key_learning_point", "where", "sector", "what_made_the_difference"),
    *("discussion_questions", "action_steps", "source", "told_by", "consent", "tags"),
)
"""The keys of a story that somebody who tells it fills in with words."""
TOLD_BY_CHOICE: Mapping[str, tuple[str, ...]] = {"outcome": get_args(Outcome), "told_as": get_args(ToldAs)}
"""The keys of a story that somebody who tells it chooses a value for."""


class Turn(Part):
    """One turn of a dialogue."""

    who: Plain
    """Who speaks: a first name or a role."""
    says: Line
    """The words."""
    better: Line | None = None
    """For a turn that went badly: words that would have served the customer."""
    staff: YesNo = False
    """`true` says that the speaker serves, once for each speaker who has no turn with `better`."""


class Kept(Part):
    """Something in a story that looks private and may stay."""

    keep: Plain
    """The address, number or name, as it stands in the story."""
    because: Plain
    """Why it may be published: whose it is, and who agreed."""


class Story(Part):
    """A story of good or bad service, told as a scene, with what to learn from it."""

    id: Id
    """The file name without its ending."""
    title: Plain
    """The name of the story, as short as a headline."""
    summary: Plain
    """One sentence that makes people want to read on; it stands on cards and in search results."""
    body: Prose
    """What happened, told as a scene. Markdown, 250 to 500 words."""
    key_learning_point: Line
    """The one thing to remember, in one sentence."""
    outcome: Annotated[
        Outcome,
        Meanings(
            (
                "The customer was glad, and tells others.",
                "The customer was let down.",
                "Some of it went well and some did not, or it ended better than it began.",
            )
        ),
    ] = "delight"
    """How the customer came out of it: `delight`, `letdown` or `mixed`."""
    where: Plain | None = None
    """The place, such as a town or a country."""
    sector: Plain | None = None
    """The field of work, such as health care, retail or hospitality."""
    what_made_the_difference: Prose | None = None
    """What one person or one organisation did, or failed to do, that decided the outcome."""
    discussion_questions: tuple[Line, ...] = ()
    """Two or three questions, or more, without a single right answer."""
    action_steps: tuple[Line, ...] = ()
    """What a reader can do tomorrow."""
    lessons: tuple[LessonId, ...] = ()
    """The lessons that the story belongs to."""
    contrast: StoryId | None = None
    """A story with the opposite outcome, to be read side by side."""
    dialogue: tuple[Turn, ...] = ()
    """The words that were spoken, turn by turn, for practice."""
    image: ImageName | None = None
    """A picture: the name of a file in content/images."""
    drawing: DrawingId | None = None
    """In place of `image`, a drawing that comes with the site, by its name in templates/illustrations."""
    image_alt: Plain | None = None
    """What the picture or the drawing shows, for readers who cannot see it. Both need it."""
    image_credit: Plain | None = None
    """Who made the picture, and its licence."""
    source: Line | None = None
    """Where the story comes from: a person, an article, a report."""
    source_url: Url | None = None
    """The address of the source."""
    told_by: Plain | None = None
    """Who tells the story here."""
    told_as: (
        Annotated[
            ToldAs,
            Meanings(
                (
                    "It happened so; names may be changed.",
                    "Drawn from several cases that happened.",
                    "Made up, to show an idea.",
                )
            ),
        ]
        | None
    ) = None
    """`real` (it happened so), `composite` (drawn from several cases) or `fictional`."""
    consent: Plain | None = None
    """Who agreed that the story may be told, and when; or that nobody can be recognised."""
    privacy_checked: tuple[Kept, ...] = ()
    """What looks private in the story and may stay all the same, each with the reason."""
    review_by: Day | None = None
    """The day by which someone should read the story again: `2027-06-30`."""
    tags: tuple[Plain, ...] = Field(default=(), max_length=12)
    """Words by which readers find the story."""
    redirect_from: FormerIds = ()
    """The ids that it had before, if its file got another name: their addresses and answers lead here."""
    draft: YesNo = False
    """`true` keeps the story out of the published site."""
    facilitator_notes: FacilitatorProse | None = None
    """Notes for the person who leads a discussion of the story. Trainees never see them."""
