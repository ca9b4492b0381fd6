"""The glossary as its page shows it: terms, and frameworks with their parts."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Course, Term
from generator.views.framework import DRAWN_NOWHERE, FrameworkView, framework_view
from generator.views.page import Head, Link, Pen
from generator.views.relations import entry_of, framework_of
from generator.wording import Wording


@dataclass(frozen=True)
class Entry:
    """One word of the glossary, at its anchor."""

    anchor: str
    term: str
    meaning: Markup
    framework: FrameworkView | None
    lessons: tuple[Link, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """The glossary, answered for its template."""

    head: Head
    introduction: str
    entries: tuple[Entry, ...]


def glossary_page(
    course: Course, pen: Pen, words: Wording, drawings: AbstractSet[str] = DRAWN_NOWHERE
) -> GlossaryPage:
    """The glossary in alphabetical order; a framework that no term names gets an entry of its own."""
    entries = (*_terms(course, pen, words, drawings), *_frameworks(course, pen, words, drawings))
    return GlossaryPage(
        head=Head(
            address="glossary",
            kind="glossary",
            id="glossary",
            title=words["glossary"],
            description=words["glossary_introduction"],
            source="glossary.yml",
            weight=10,  # whoever looks for a word wants to know what it means
        ),
        introduction=words["glossary_introduction"],
        entries=tuple(sorted(entries, key=lambda entry: entry.term.casefold())),
    )


def _terms(course: Course, pen: Pen, words: Wording, drawings: AbstractSet[str]) -> Iterator[Entry]:
    for term in course.glossary.terms:
        framework = framework_of(course, term)
        yield Entry(
            anchor=term.id,
            term=term.term,
            meaning=pen.line(term.meaning),
            framework=framework_view(framework, pen, words, drawings, at=term.id) if framework else None,
            lessons=_lessons(course, term, pen),
        )


def _frameworks(course: Course, pen: Pen, words: Wording, drawings: AbstractSet[str]) -> Iterator[Entry]:
    named = {term.framework or term.id for term in course.glossary.terms}
    for framework in course.settings.frameworks:
        if framework.id not in named:
            teaching = (lesson for lesson in course.lessons if lesson.framework == framework.id)
            anchor = entry_of(course, framework.id)
            yield Entry(
                anchor=anchor,
                term=framework.name,
                meaning=pen.line(framework.idea),
                framework=framework_view(framework, pen, words, drawings, at=anchor),
                lessons=tuple(Link(pen.to(f"lessons/{lesson.id}"), lesson.title) for lesson in teaching),
            )


def _lessons(course: Course, term: Term, pen: Pen) -> tuple[Link, ...]:
    """The lessons that a term names, then those that teach its framework."""
    framework = framework_of(course, term)
    teaching = (lesson.id for lesson in course.lessons if framework and lesson.framework == framework.id)
    return tuple(
        Link(pen.to(f"lessons/{id_}"), course.lesson[id_].title)
        for id_ in dict.fromkeys((*term.lessons, *teaching))
    )
