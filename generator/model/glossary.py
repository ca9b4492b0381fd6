"""The glossary: words of the course and what they mean here."""

from generator.model.text import FrameworkId, Id, LessonId, Line, Part, Plain


class Term(Part):
    """A word with its meaning. It is linked where a page first uses it."""

    id: Id
    """A short name that never changes: the address of the term."""
    term: Plain
    """The word as it stands in a sentence."""
    meaning: Line
    """What it means in this course, in one or two sentences."""
    also: tuple[Plain, ...] = ()
    """Other forms to link, such as the plural."""
    lessons: tuple[LessonId, ...] = ()
    """Where to read more."""
    framework: FrameworkId | None = None
    """The framework that the term names."""


class Glossary(Part):
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()
    """The terms."""
