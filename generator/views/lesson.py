"""A lesson as its page shows it."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Lesson, Story
from generator.views.browse import Card, checklist_card, exercise_card, story_card
from generator.views.framework import DRAWN_NOWHERE, FrameworkView, framework_view
from generator.views.keeping import Keeping, keeping
from generator.views.page import Figure, Head, Link, Pen, duration, figure, lines, unique_anchors
from generator.views.quick_check import Question, questions_of
from generator.views.relations import counterpart, entry_of, exercises_of, paths_of, stories_of
from generator.views.tags import tag_links
from generator.wording import Wording


@dataclass(frozen=True)
class SectionView:
    """A part of the lesson under its heading."""

    heading: str
    anchor: str
    body: Markup


@dataclass(frozen=True)
class PhraseView:
    """Words to use beside words to avoid."""

    say: Markup
    instead_of: Markup


@dataclass(frozen=True)
class NextStep:
    """Where a learning path leads after this lesson; at its end there is no lesson."""

    path: Link
    lesson: Link | None
    summary: str


@dataclass(frozen=True)
class LessonPage:
    """A lesson, answered for its template."""

    head: Head
    keeping: Keeping
    said: Mapping[str, str | Mapping[str, str]]
    """What the quick checks say, in words for their script."""
    done_on: str
    """On which day the lesson was done, in words with a gap."""
    summary: str
    minutes: str
    part_of: Link | None
    paths: tuple[Link, ...]
    on_the_paths: str
    """What is said before them."""
    objectives: tuple[Markup, ...]
    requires: tuple[Link, ...]
    opening: tuple[SectionView, ...]
    """The first section, with which the framework is shown."""
    framework: FrameworkView | None
    sections: tuple[SectionView, ...]
    """The other sections."""
    figure: Figure | None
    phrases: tuple[PhraseView, ...]
    key_learning_point: Markup
    questions: tuple[Question, ...]
    story_pairs: tuple[tuple[Card, Card], ...]
    stories: tuple[Card, ...]
    practice: tuple[Card, ...]
    action_steps: tuple[Markup, ...]
    next_steps: tuple[NextStep, ...]
    suggestions: tuple[Link, ...]
    sources: tuple[Markup, ...]
    tags: tuple[Link, ...]


def lesson_page(
    course: Course,
    lesson: Lesson,
    pen: Pen,
    words: Wording,
    drawings: AbstractSet[str] = DRAWN_NOWHERE,
) -> LessonPage:
    """The page of a lesson. Fields are filled in reading order, so that terms link at their first use."""
    stories = stories_of(course, lesson)
    pairs = tuple(_pairs(course, stories))
    paired = {story.id for pair in pairs for story in pair}
    steps = tuple(_next_steps(course, lesson, pen))
    headed = tuple(_headed(lesson, words))
    framework = course.framework[lesson.framework] if lesson.framework else None
    paths = tuple(Link(pen.to(f"paths/{path.id}"), path.title) for path in paths_of(course, lesson))
    return LessonPage(
        head=_head(lesson),
        keeping=keeping(course, pen, words),
        said=words.forms("check_choose", "check_yours", "check_answered"),
        done_on=words["lesson_done_on"],
        summary=lesson.summary,
        minutes=duration(lesson.minutes, words),
        part_of=_part_of(course, lesson, pen),
        paths=paths,
        on_the_paths=words.say("on_the_paths", n=len(paths)),
        objectives=lines(lesson.objectives, pen),
        requires=tuple(_link(course.lesson[id_], pen) for id_ in lesson.requires),
        opening=_sections(headed[:1], pen),
        framework=framework_view(framework, pen, words, drawings) if framework else None,
        sections=_sections(headed[1:], pen),
        figure=figure(lesson, pen),
        phrases=_phrases(lesson, pen),
        key_learning_point=pen.line(lesson.key_learning_point),
        questions=questions_of(lesson, pen, words),
        story_pairs=tuple((story_card(a, pen, words), story_card(b, pen, words)) for a, b in pairs),
        stories=tuple(story_card(story, pen, words) for story in stories if story.id not in paired),
        practice=tuple(_practice(course, lesson, pen, words)),
        action_steps=lines(lesson.action_steps, pen),
        next_steps=steps,
        suggestions=() if steps else _suggestions(course, lesson, pen),
        sources=lines(lesson.sources, pen),
        tags=tag_links(lesson.tags, pen),
    )


def _head(lesson: Lesson) -> Head:
    checks = ("quick-check",) if lesson.quick_check else ()
    return Head(
        address=f"lessons/{lesson.id}",
        kind="lesson",
        id=lesson.id,
        title=lesson.title,
        description=lesson.summary,
        source=f"lessons/{lesson.id}.yml",
        tags=lesson.tags,
        draft=lesson.draft,
        scripts=("keeping", "learner", *checks, "lesson-progress"),
    )


def _link(lesson: Lesson, pen: Pen) -> Link:
    return Link(pen.to(f"lessons/{lesson.id}"), lesson.title)


def _part_of(course: Course, lesson: Lesson, pen: Pen) -> Link | None:
    if lesson.framework is None:
        return None
    framework = course.framework[lesson.framework]
    return Link(pen.to(f"glossary#{entry_of(course, framework.id)}"), framework.name)


def _headed(lesson: Lesson, words: Wording) -> Iterator[tuple[str, str, str]]:
    """Heading, anchor and text of each section; a lesson of one body has one."""
    if lesson.body:
        yield words["the_idea"], "lesson", lesson.body
    anchors = unique_anchors(section.heading for section in lesson.sections)
    for section, anchor in zip(lesson.sections, anchors, strict=True):
        yield section.heading, anchor, section.body


def _sections(headed: tuple[tuple[str, str, str], ...], pen: Pen) -> tuple[SectionView, ...]:
    return tuple(SectionView(heading, anchor, pen.prose(body)) for heading, anchor, body in headed)


def _phrases(lesson: Lesson, pen: Pen) -> tuple[PhraseView, ...]:
    return tuple(
        PhraseView(pen.line(phrase.say), pen.line(phrase.instead_of or "")) for phrase in lesson.phrases
    )


def _pairs(course: Course, stories: tuple[Story, ...]) -> Iterator[tuple[Story, Story]]:
    """Stories of the lesson that stand in contrast, each pair once, the brighter one first."""
    seen: set[str] = set()
    for story in stories:
        other = counterpart(course, story)
        if other in stories and not {story.id, other.id} & seen:
            seen |= {story.id, other.id}
            yield (other, story) if other.outcome == "delight" else (story, other)


def _practice(course: Course, lesson: Lesson, pen: Pen, words: Wording) -> Iterator[Card]:
    for exercise in exercises_of(course, lesson):
        yield exercise_card(exercise, pen, words)
    if lesson.checklist is not None:
        yield checklist_card(course.checklist[lesson.checklist], pen, words)


def _next_steps(course: Course, lesson: Lesson, pen: Pen) -> Iterator[NextStep]:
    for path in paths_of(course, lesson):
        following = path.lessons[path.lessons.index(lesson.id) + 1 :][:1]
        after = course.lesson[following[0]] if following else None
        yield NextStep(
            path=Link(pen.to(f"paths/{path.id}"), path.title),
            lesson=_link(after, pen) if after else None,
            summary=after.summary if after else "",
        )


def _suggestions(course: Course, lesson: Lesson, pen: Pen) -> tuple[Link, ...]:
    """For a lesson outside every path: what builds on it, or teaches the same framework."""
    related = (
        other
        for other in course.lessons
        if lesson.id in other.requires
        or (other.framework is not None and other.framework == lesson.framework and other.id != lesson.id)
    )
    return tuple(_link(other, pen) for other in related)[:3]
