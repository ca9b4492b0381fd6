"""Answers that trainees do not see: for the facilitator's guide and the answer key."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Exercise, Lesson, Story
from generator.views.page import Pen
from generator.wording import Wording


@dataclass(frozen=True)
class Answered:
    """A question with a good answer."""

    number: str
    """`Step 3`: what it is called on the sheet."""
    question: Markup
    choice: Markup
    """The option that is a good answer; empty where people write their own."""
    answer: Markup
    """A good answer, or why the choice is one."""


def sample_answers(exercise: Exercise, pen: Pen, words: Wording) -> Iterator[Answered]:
    """In the order of the steps, each under the number that its step has on the sheet."""
    answers = {sample.step: sample.answer for sample in exercise.sample_answers}
    for number, step in enumerate(exercise.steps, 1):
        if step.id in answers:
            called, question = words.say("key_step", number=number), pen.line(step.prompt)
            yield Answered(called, question, Markup(), pen.prose(answers[step.id]))


def better_lines(story: Story, pen: Pen, words: Wording) -> Iterator[Answered]:
    """The turns of a dialogue that could have been said better."""
    for number, turn in enumerate(story.dialogue, 1):
        if turn.better:
            called, said = words.say("key_turn", number=number, who=turn.who), pen.line(turn.says)
            yield Answered(called, said, Markup(), pen.prose(turn.better))


def quick_checks(lesson: Lesson, pen: Pen, words: Wording) -> Iterator[Answered]:
    """The good choices of each question, and what is said to those who make them."""
    for number, check in enumerate(lesson.quick_check, 1):
        for option in check.options:
            if option.correct:
                called, question = words.say("key_question", number=number), pen.line(check.question)
                yield Answered(called, question, pen.line(option.text), pen.line(option.feedback))
