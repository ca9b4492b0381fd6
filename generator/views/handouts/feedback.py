"""What participants think of a session: one sheet without a name, which they hand in at its end.

It asks what somebody who leads can act on: whether people can use it, what helped, what to cut, and what
stands in the way. It is a sheet of its own, because the workbook goes home.
"""

from dataclasses import dataclass

from generator.model import Course, Workshop
from generator.views.handouts.handout import Handout, handout
from generator.wording import Wording

READY = ("feedback_ready_now", "feedback_ready_soon", "feedback_ready_help", "feedback_ready_no")
ASKED = ("feedback_helped", "feedback_less", "feedback_obstacle", "feedback_more")


@dataclass(frozen=True)
class FeedbackDocument:
    """Everything that the sheet shows."""

    handout: Handout
    ready: tuple[str, ...]
    """The answers to the first question, to tick."""
    asked: tuple[str, ...]
    """The questions that are answered in words."""
    room: range = range(3)


def feedback(course: Course, workshop: Workshop, words: Wording, address: str = "") -> FeedbackDocument:
    """The feedback sheet of one workshop. It asks the same of all, so that sessions can be compared."""
    return FeedbackDocument(
        handout=handout(course, words, "feedback", workshop.id, workshop.title, address=address),
        ready=tuple(words[name] for name in READY),
        asked=tuple(words[name] for name in ASKED),
    )
