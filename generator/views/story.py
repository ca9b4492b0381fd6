"""A story as its page shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model import Course, Story, Turn
from generator.views.browse import Card, lesson_card
from generator.views.keeping import Keeping, keeping
from generator.views.page import Figure, Head, Link, Pen, figure, fingerprint, lines
from generator.views.relations import counterpart, lessons_of
from generator.views.tags import tag_links
from generator.wording import Wording

SAID = ("heard_good", "heard_better", "heard_same", "heard_otherwise", "dialogue_again_sure")
"""What the practice of a dialogue says, in the names that its script knows."""


@dataclass(frozen=True)
class Spoken:
    """One turn of a dialogue; `better` is empty where nothing needs to be said better."""

    name: str
    """By which stored answers find it, until its words change; empty for customers, whom nobody judges."""
    who: str
    says: Markup
    better: Markup


@dataclass(frozen=True)
class Side:
    """One of two stories that stand side by side. The story of the page itself has no address."""

    title: str
    href: str
    outcome: str
    outcome_label: str
    summary: str
    difference: Markup
    key_learning_point: Markup


@dataclass(frozen=True)
class StoryPage:
    """A story, answered for its template."""

    head: Head
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    """What the practice says, in words for its script."""
    up: Link
    outcome: str
    outcome_label: str
    facts: tuple[str, ...]
    """The sector and the place."""
    summary: str
    body: Markup
    figure: Figure | None
    difference: Markup
    key_learning_point: Markup
    dialogue: tuple[Spoken, ...]
    practised: bool
    """Whether some of its turns are there to be judged."""
    questions: tuple[Markup, ...]
    action_steps: tuple[Markup, ...]
    contrast: tuple[Side, ...]
    """Two sides, this story first; or none."""
    lessons: tuple[Card, ...]
    source: Markup
    source_link: Link | None
    origin: tuple[str, ...]
    """Told as what, by whom, with whose consent, under which licence."""
    tags: tuple[Link, ...]


def story_page(course: Course, story: Story, pen: Pen, words: Wording) -> StoryPage:
    """The page of a story. Fields are filled in reading order, so that terms link at their first use."""
    serving = _serving(story)
    return StoryPage(
        head=_head(story, practised=bool(serving)),
        keeping=keeping(course, pen, words),
        said=words.forms(*SAID),
        up=Link(pen.to("stories/index"), words["all_stories"]),
        outcome=story.outcome,
        outcome_label=words[f"outcome_{story.outcome}"],
        facts=tuple(fact for fact in (story.sector, story.where) if fact),
        summary=story.summary,
        body=pen.prose(story.body),
        figure=_figure(story, pen),
        difference=pen.prose(story.what_made_the_difference or ""),
        key_learning_point=pen.line(story.key_learning_point),
        dialogue=tuple(_spoken(turn, serving, pen) for turn in story.dialogue),
        practised=bool(serving),
        questions=lines(story.discussion_questions, pen),
        action_steps=lines(story.action_steps, pen),
        contrast=_contrast(course, story, pen, words),
        lessons=tuple(lesson_card(lesson, pen, words) for lesson in lessons_of(course, story)),
        source=pen.line(story.source or ""),
        source_link=_source_link(story, words),
        origin=tuple(_origin(course, story, words)),
        tags=tag_links(story.tags, pen),
    )


def _figure(story: Story, pen: Pen) -> Figure | None:
    """Its picture, or the drawing that it names."""
    if story.drawing is None:
        return figure(story, pen)
    drawing = f"illustrations/{story.drawing}.svg"
    return Figure(None, story.image_alt or "", story.image_credit or "", drawing)


def _serving(story: Story) -> frozenset[str]:
    """Who serves: whoever could have said something better, and those of whom the story says so."""
    return frozenset(turn.who for turn in story.dialogue if turn.better or turn.staff)


def _spoken(turn: Turn, serving: frozenset[str], pen: Pen) -> Spoken:
    name = fingerprint(turn.who, turn.says) if turn.who in serving else ""
    return Spoken(name, turn.who, pen.line(turn.says), pen.line(turn.better or ""))


def _head(story: Story, *, practised: bool) -> Head:
    return Head(
        address=f"stories/{story.id}",
        kind="story",
        id=story.id,
        title=story.title,
        description=story.summary,
        source=f"stories/{story.id}.yml",
        tags=story.tags,
        hide=("navigation",),
        draft=story.draft,
        scripts=("keeping", "learner", "dialogue-practice") if practised else (),
    )


def _contrast(course: Course, story: Story, pen: Pen, words: Wording) -> tuple[Side, ...]:
    other = counterpart(course, story)
    if other is None:
        return ()
    return (_side(story, "", pen, words), _side(other, pen.to(f"stories/{other.id}"), pen, words))


def _side(story: Story, href: str, pen: Pen, words: Wording) -> Side:
    return Side(
        title=story.title,
        href=href,
        outcome=story.outcome,
        outcome_label=words[f"outcome_{story.outcome}"],
        summary=story.summary,
        difference=pen.prose(story.what_made_the_difference or ""),
        key_learning_point=pen.line(story.key_learning_point),
    )


def _source_link(story: Story, words: Wording) -> Link | None:
    if story.source_url is None:
        return None
    host = (urlsplit(story.source_url).hostname or "").removeprefix("www.")
    return Link(story.source_url, words.say("read_at", host=host))


def _origin(course: Course, story: Story, words: Wording) -> Iterator[str]:
    if story.told_as:
        yield words[f"told_as_{story.told_as}"]
    if story.told_by:
        yield words.say("told_by", who=story.told_by)
    if story.consent:
        yield words.say("consent", consent=story.consent)
    yield words.say("licence_line", licence=course.settings.licence)
