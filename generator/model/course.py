"""The whole course: its settings and every item, linked by ids that are known to exist."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from generator.model.checklist import Checklist
from generator.model.exercise import Exercise
from generator.model.glossary import Glossary
from generator.model.lesson import Lesson
from generator.model.path import Path
from generator.model.story import Story
from generator.model.text import Id, Kind, Line, Meanings, Part, Plain, StoryId, Url
from generator.model.values import Minutes, Percent, YesNo
from generator.model.workshop import Workshop

LANGUAGE_PATTERN = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"


class FrameworkPart(Part):
    """One part of a framework."""

    id: Id
    """A short name that never changes."""
    name: Plain
    """The word or phrase that people remember."""
    idea: Line
    """What it asks of us, in one or two sentences."""


class Framework(Part):
    """A named set of ideas that lessons teach and checklists measure."""

    id: Id
    """A short name that never changes."""
    name: Plain
    """The name of the framework."""
    idea: Line
    """What it is for, in one or two sentences."""
    parts: tuple[FrameworkPart, ...] = Field(min_length=2)
    """Its parts, in order."""


class Lms(Part):
    """Defaults for packages that a learning management system plays."""

    completion: Annotated[
        Literal["pages", "checklists", "manual"],
        Meanings(
            (
                "Every required page was opened.",
                "Every checklist was answered.",
                "The learner says so.",
            )
        ),
    ] = "pages"
    """What counts as done: every required page opened, every checklist answered, or the learner's word."""
    send_score: YesNo = False
    """`true` reports a score. Off by default: scores lock learners out of some systems."""
    mastery_score: Percent | None = None
    """The score that counts as passed, where scores are sent."""
    minutes: Minutes | None = None
    """The typical learning time, where the sum of the lessons is not meant."""


class CourseSettings(Part):
    """What course.yml says about the course as a whole."""

    title: Plain
    """The name of the course."""
    id: Id
    """A short name that never changes: answers in learners' browsers are kept under it."""
    summary: Plain | None = None
    """One sentence that says what the course gives its readers."""
    objectives: tuple[Line, ...] = ()
    """What a reader can do after the course."""
    language: str = Field(default="en", pattern=rf"^{LANGUAGE_PATTERN}$", max_length=40)
    """The language of the course as a code: `en`, `de`, `pt-BR`."""
    licence: Plain = "CC BY 4.0"
    """The licence of the course's texts."""
    licence_url: Url | None = None
    """The address of the licence."""
    site_url: Url | None = None
    """The address at which the course is published."""
    repository: Url | None = None
    """The address of the repository where authors propose changes."""
    branch: str = Field(default="main", pattern=r"^[A-Za-z0-9._/-]+$", max_length=100)
    """The branch that is published."""
    frameworks: tuple[Framework, ...] = ()
    """The frameworks that the course teaches."""
    featured_story: StoryId | None = None
    """The story that the home page begins with."""
    private_names: tuple[Plain, ...] = ()
    """Names that must not stand in stories, such as those of customers. The list is public itself."""
    facilitator_kit: Annotated[
        Literal["separate", "public"],
        Meanings(("Guides and keys are a folder of their own.", "They stand on the site as well.")),
    ] = "separate"
    """`separate` keeps guides and keys out of the site; `public` publishes them under /facilitators/."""
    sources: tuple[Line, ...] = ()
    """Sources of the course as a whole, for the page about it."""
    lms: Lms = Lms()
    """Defaults for packages that a learning management system plays."""


FILES: Mapping[str, type[Part]] = {
    "course": CourseSettings,
    "glossary": Glossary,
    "lesson": Lesson,
    "story": Story,
    "exercise": Exercise,
    "checklist": Checklist,
    "workshop": Workshop,
    "path": Path,
}
"""What stands in each kind of file."""

Item = Lesson | Story | Exercise | Checklist | Workshop | Path


class Course(Part):
    """A complete course. Every id in it names something that is there."""

    settings: CourseSettings
    """What course.yml says."""
    lessons: tuple[Lesson, ...] = ()
    """All lessons, by id."""
    stories: tuple[Story, ...] = ()
    """All stories, by id."""
    exercises: tuple[Exercise, ...] = ()
    """All exercises, by id."""
    checklists: tuple[Checklist, ...] = ()
    """All checklists, by id."""
    workshops: tuple[Workshop, ...] = ()
    """All workshops, by id."""
    paths: tuple[Path, ...] = ()
    """All paths, by id."""
    glossary: Glossary = Glossary()
    """The glossary."""

    @cached_property
    def items(self) -> Mapping[Kind, tuple[Item, ...]]:
        """All items by kind."""
        return {
            "lesson": self.lessons,
            "story": self.stories,
            "exercise": self.exercises,
            "checklist": self.checklists,
            "workshop": self.workshops,
            "path": self.paths,
        }

    @cached_property
    def lesson(self) -> Mapping[str, Lesson]:
        """Lessons by id."""
        return {item.id: item for item in self.lessons}

    @cached_property
    def story(self) -> Mapping[str, Story]:
        """Stories by id."""
        return {item.id: item for item in self.stories}

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Exercises by id."""
        return {item.id: item for item in self.exercises}

    @cached_property
    def checklist(self) -> Mapping[str, Checklist]:
        """Checklists by id."""
        return {item.id: item for item in self.checklists}

    @cached_property
    def framework(self) -> Mapping[str, Framework]:
        """Frameworks by id."""
        return {item.id: item for item in self.settings.frameworks}
