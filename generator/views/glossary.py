"""The glossary as its page shows it: terms, and frameworks with their parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Framework, Term
from generator.views.page import Head, Link, Pen
from generator.wording import Wording


@dataclass(frozen=True)
class FrameworkPartView:
    """A part of a framework and what it asks of us."""

    name: str
    idea: Markup


@dataclass(frozen=True)
class Entry:
    """One word of the glossary, at its anchor."""

    anchor: str
    term: str
    meaning: Markup
    parts: tuple[FrameworkPartView, ...]
    lessons: tuple[Link, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """The glossary, answered for its template."""

    head: Head
    introduction: str
    entries: tuple[Entry, ...]


def glossary_page(course: Course, pen: Pen, words: Wording) -> GlossaryPage:
    """The glossary in alphabetical order; a framework that no term names gets an entry of its own."""
    entries = (*_terms(course, pen), *_frameworks(course, pen))
    return GlossaryPage(
        head=Head(
            address="glossary",
            kind="glossary",
            id="glossary",
            title=words["glossary"],
            description=words["glossary_introduction"],
            source="glossary.yml",
        ),
        introduction=words["glossary_introduction"],
        entries=tuple(sorted(entries, key=lambda entry: entry.term.casefold())),
    )


def _terms(course: Course, pen: Pen) -> Iterator[Entry]:
    for term in course.glossary.terms:
        framework = course.framework[term.framework] if term.framework else None
        yield Entry(
            anchor=term.id,
            term=term.term,
            meaning=pen.line(term.meaning),
            parts=_parts(framework, pen),
            lessons=_lessons(course, term, pen),
        )


def _frameworks(course: Course, pen: Pen) -> Iterator[Entry]:
    named = {term.framework for term in course.glossary.terms}
    for framework in course.settings.frameworks:
        if framework.id not in named:
            teaching = (lesson for lesson in course.lessons if lesson.framework == framework.id)
            yield Entry(
                anchor=framework.id,
                term=framework.name,
                meaning=pen.line(framework.idea),
                parts=_parts(framework, pen),
                lessons=tuple(Link(pen.to(f"lessons/{lesson.id}"), lesson.title) for lesson in teaching),
            )


def _parts(framework: Framework | None, pen: Pen) -> tuple[FrameworkPartView, ...]:
    parts = framework.parts if framework else ()
    return tuple(FrameworkPartView(part.name, pen.line(part.idea)) for part in parts)


def _lessons(course: Course, term: Term, pen: Pen) -> tuple[Link, ...]:
    """The lessons that a term names, then those that teach its framework."""
    teaching = (
        lesson.id for lesson in course.lessons if term.framework and lesson.framework == term.framework
    )
    return tuple(
        Link(pen.to(f"lessons/{id_}"), course.lesson[id_].title)
        for id_ in dict.fromkeys((*term.lessons, *teaching))
    )
