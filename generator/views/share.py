"""The page that asks readers for stories: a form that makes the file of one, and other ways to send it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import TOLD_BY_CHOICE, Course, CourseSettings
from generator.schemas import Schema, schema_of
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Link, Pen
from generator.views.wanted import Wanted, sectors, wanted
from generator.wording import Wording

PARTS: Mapping[str, tuple[str, ...]] = {
    "scene": ("body", "what_made_the_difference"),
    "point": ("key_learning_point", "discussion_questions", "action_steps"),
    "card": ("title", "summary", "outcome", "where", "sector", "lessons"),
    "origin": ("told_as", "source", "source_url", "consent", "privacy_checked", "told_by", "review_by"),
}
"""The keys of a story that the form asks for, in the order in which they are easiest to answer."""
ROWS = {"prose": 5, "line": 2, "list": 3}
"""The height of a box, and the room on paper, by what stands in it."""
MOST_ROWS = {"body": 12}
MARKS = ("stress", "strong", "list", "quote", "link")
SAID = (
    *(
        "share_needed_there",
        "share_wrong",
        "share_advice",
        "share_ready",
        "share_clear_sure",
        "share_cleared",
    ),
    *("share_from_exercise", "share_from_exercise_taken", "share_wanted", "share_sending_file"),
    *("share_paste", "share_paste_too", "share_not_copied", "share_copied", "share_downloaded"),
    *("share_mail_paste",),
    *("told_as_real", "told_as_composite", "told_as_fictional", "told_by", "consent"),
)
"""What the form says, in words for its script."""
TOLD = (
    *(
        "missing-key",
        "outcome-not-said",
        "too-long",
        "too-large",
        "too-many-parts",
        "list-too-long",
        "not-a-day",
        "no-such-day",
    ),
    *("not-a-web-address", "link-hides-address", "link-scheme", "link-target", "link-with-space"),
    *("unknown-id", "html", "html-break", "image-unknown", "attributes", "include"),
    *("source-not-said", "questions-not-said", "shown-as-it-stands", "consent-not-said", "review-due"),
)
"""The codes of what can be wrong with what is typed into the form."""
PRIVATE = (
    *("private-email", "private-phone", "private-card", "private-account", "private-order"),
    *("private-identity", "private-number", "private-name"),
)
"""The codes of what may belong to a private person. The form has a place for the reason why it may stay."""


@dataclass(frozen=True)
class Option:
    """One of several answers to choose from."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One question of the form."""

    key: str
    """Of the story that the answer becomes."""
    control: str
    """`line` for one line, `area` for several, `choice`, `several`, `day`, `url`, or `kept` for reasons."""
    name: str
    hint: str
    needed: bool
    lines: range
    """One for each ruled line on paper."""
    options: tuple[Option, ...] = ()
    """To choose from; for a `line`, answers to take or leave."""


@dataclass(frozen=True)
class FormPart:
    """Questions that belong together."""

    name: str
    heading: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Proposing:
    """The page of the course's repository on which a new file is written."""

    host: str
    """`github` or `gitlab`."""
    address: str
    label: str


@dataclass(frozen=True)
class SharePage:
    """The form, and what differs from course to course; the rest of the page is words of the interface."""

    head: Head
    course: str
    stories: str
    """The way to the stories, as examples."""
    guide: Link
    """To the guide for authors."""
    wanted: Wanted
    """The stories that the course lacks most."""
    keeping: Keeping
    parts: tuple[FormPart, ...]
    said: Mapping[str, str | Mapping[str, str]]
    told: Mapping[str, str]
    """What can be wrong, in words by code."""
    denied: tuple[str, ...]
    """The names that the course keeps out of stories."""
    needed: tuple[str, ...]
    marks: tuple[Option, ...]
    """The signs of Markdown that the form knows, each with what it is for."""
    outcomes: tuple[Option, ...]
    exercises: Mapping[str, str]
    """The titles of the exercises that come out as a story, by their ids."""
    proposing: Proposing | None
    """None for a course that is kept elsewhere, or nowhere."""
    licence: str


def share_page(course: Course, pen: Pen, words: Wording) -> SharePage:
    """The page "Tell your story"."""
    parts = tuple(_parts(course, words))
    return SharePage(
        head=_head(words),
        course=course.settings.title,
        stories=pen.to("stories/index"),
        guide=Link(pen.to("guide/index"), words["guide"]),
        wanted=wanted(course, pen, words),
        keeping=keeping(course, pen, words),
        parts=parts,
        said=words.forms(*SAID),
        told={code: _told(code, words) for code in (*TOLD, *PRIVATE)},
        denied=course.settings.private_names,
        needed=tuple(field.key for part in parts for field in part.fields if field.needed),
        marks=tuple(
            Option(words[f"share_mark_{mark}_example"], words[f"share_mark_{mark}"]) for mark in MARKS
        ),
        outcomes=tuple(Option(each, words[f"outcome_{each}"]) for each in TOLD_BY_CHOICE["outcome"]),
        exercises={
            exercise.id: exercise.title for exercise in course.exercises if exercise.comes_out_as == "story"
        },
        proposing=_proposing(course.settings, words),
        licence=words.say("share_licence", licence=course.settings.licence),
    )


def _told(code: str, words: Wording) -> str:
    entry = words.problem(code)
    return f"{entry.what}; {words['share_keep_how']}" if code in PRIVATE else entry.beside_field


def _head(words: Wording) -> Head:
    return Head(
        address="share",
        kind="share",
        id="share",
        title=words["share_title"],
        description=words["share_summary"],
        scripts=(
            "keeping",
            "learner",
            "story-file",
            "story-text",
            "privacy-logic",
            "story-form-logic",
            "story-form",
        ),
        styles=("writing", "share"),
    )


def _parts(course: Course, words: Wording) -> Iterator[FormPart]:
    schema = schema_of("story")
    for name, keys in PARTS.items():
        fields = (_field(key, schema, course, words) for key in keys if key != "lessons" or course.lessons)
        yield FormPart(name, words[f"share_part_{name}"], tuple(fields))


def _field(key: str, schema: Schema, course: Course, words: Wording) -> Field:
    """A question, as the schema of stories has its key."""
    said = schema["properties"][key]
    kind = "list" if "items" in said else said.get("x-form", "")
    return Field(
        key=key,
        control=_control(said),
        name=words[f"share_field_{key}"],
        hint=words[f"share_hint_{key}"],
        needed=key in schema["required"] or key in TOLD_BY_CHOICE,
        lines=range(MOST_ROWS.get(key, ROWS.get(kind, 1))),
        options=tuple(_options(key, said, course, words)),
    )


def _control(said: Schema) -> str:
    if "items" in said:
        if said["items"]["type"] == "object":
            return "kept"
        return "several" if "x-reference" in said["items"] else "area"
    if "enum" in said:
        return "choice"
    if said.get("format") == "date":
        return "day"
    return {"plain": "line", "url": "url"}.get(said["x-form"], "area")


def _options(key: str, said: Schema, course: Course, words: Wording) -> Iterator[Option]:
    """The answers to choose from. The writer chooses how a story ended: no default may do it."""
    yield from (Option(value, words[f"story_is_{value}"]) for value in said.get("enum", ()))
    if key == "lessons":
        yield from (Option(lesson.id, lesson.title) for lesson in course.lessons)
    if key == "sector":
        yield from (Option(name, name) for name in sectors(course, words))


def _proposing(settings: CourseSettings, words: Wording) -> Proposing | None:
    repository = (settings.repository or "").removesuffix("/").removesuffix(".git")
    host = urlsplit(repository).hostname or ""
    folder = f"new/{settings.branch}/content/stories"
    if host == "github.com":
        return Proposing("github", f"{repository}/{folder}", words["share_propose_github"])
    if host == "gitlab.com" or host.startswith("gitlab."):
        return Proposing("gitlab", f"{repository}/-/{folder}", words["share_propose_gitlab"])
    return None
