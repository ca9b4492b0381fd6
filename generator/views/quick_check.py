"""Quick checks of a lesson as questions to answer, on the page of the lesson and in recall practice."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Lesson, Option, QuickCheck
from generator.views.page import Pen, fingerprint
from generator.wording import Wording


@dataclass(frozen=True)
class Choice:
    """One answer, with what to tell who chose it."""

    name: str
    """By which stored answers find it, until its words change."""
    text: Markup
    good: bool
    verdict: str
    feedback: Markup


@dataclass(frozen=True)
class Question:
    """A quick check as a group of radio buttons."""

    name: str
    """By which stored answers find it, until its words or those of its choices change."""
    text: Markup
    choices: tuple[Choice, ...]


def questions_of(lesson: Lesson, pen: Pen, words: Wording) -> tuple[Question, ...]:
    """The quick checks of a lesson, in its order."""
    return tuple(_question(check, pen, words) for check in lesson.quick_check)


def name_of(check: QuickCheck) -> str:
    """Under which an answer is kept. Two checks can ask the same of different choices: "What do you say?"."""
    return fingerprint(check.question, *(option.text for option in check.options))


def _question(check: QuickCheck, pen: Pen, words: Wording) -> Question:
    text = pen.line(check.question)
    return Question(name_of(check), text, tuple(_choice(option, pen, words) for option in check.options))


def _choice(option: Option, pen: Pen, words: Wording) -> Choice:
    return Choice(
        name=fingerprint(option.text),
        text=pen.line(option.text),
        good=option.correct,
        verdict=words["answer_good"] if option.correct else words["answer_not_yet"],
        feedback=pen.line(option.feedback),
    )
