"""The course as frozen types. This package imports nothing else of the generator."""

from generator.model.checklist import Band, Checklist, Dimension, Statement
from generator.model.course import (
    FILES,
    LANGUAGE_PATTERN,
    Course,
    CourseSettings,
    Framework,
    FrameworkPart,
    Item,
    Lms,
)
from generator.model.exercise import Exercise, SampleAnswer, Step
from generator.model.glossary import Glossary, Term
from generator.model.lesson import Lesson, Option, Phrase, Practice, QuickCheck, Section
from generator.model.path import Path
from generator.model.picture import Picture, Size
from generator.model.problem import Place, Problem, Severity
from generator.model.published import Published, PublishedStatement
from generator.model.story import TOLD_BY_CHOICE, TOLD_IN_WORDS, Kept, Story, Turn
from generator.model.text import (
    FOLDERS,
    ID_PATTERN,
    KINDS,
    LONGEST_TEXT,
    Audience,
    Form,
    Kind,
    Location,
    Marked,
    Meanings,
    Part,
    Reference,
    Text,
    marked,
)
from generator.model.workshop import AgendaItem, Workshop

__all__ = [
    "FILES",
    "FOLDERS",
    "ID_PATTERN",
    "KINDS",
    "LANGUAGE_PATTERN",
    "LONGEST_TEXT",
    "TOLD_BY_CHOICE",
    "TOLD_IN_WORDS",
    "AgendaItem",
    "Audience",
    "Band",
    "Checklist",
    "Course",
    "CourseSettings",
    "Dimension",
    "Exercise",
    "Form",
    "Framework",
    "FrameworkPart",
    "Glossary",
    "Item",
    "Kept",
    "Kind",
    "Lesson",
    "Lms",
    "Location",
    "Marked",
    "Meanings",
    "Option",
    "Part",
    "Path",
    "Phrase",
    "Picture",
    "Place",
    "Practice",
    "Problem",
    "Published",
    "PublishedStatement",
    "QuickCheck",
    "Reference",
    "SampleAnswer",
    "Section",
    "Severity",
    "Size",
    "Statement",
    "Step",
    "Story",
    "Term",
    "Text",
    "Turn",
    "Workshop",
    "marked",
]
