from generator.views.page import fingerprint
from generator.views.quick_check import Question, questions_of
from tests.views.sample import WORDS, PlainPen, lesson

YES = {"text": "Yes", "feedback": "Right.", "correct": True}
NO = {"text": "No", "feedback": "Think again."}
PERHAPS = {"text": "Perhaps", "feedback": "When?"}


def asked(*checks: object) -> tuple[Question, ...]:
    """The questions of a lesson with these quick checks."""
    return questions_of(lesson("a", quick_check=checks), PlainPen(), WORDS)


def test_a_choice_carries_its_verdict() -> None:
    (question,) = asked({"question": "Well?", "options": (YES, NO)})
    assert [(choice.good, choice.verdict, choice.feedback) for choice in question.choices] == [
        (True, "answer_good", "Right."),
        (False, "answer_not_yet", "Think again."),
    ]


def test_a_choice_is_found_by_its_words_wherever_it_stands_and_whatever_is_told_of_it() -> None:
    (before,) = asked({"question": "Well?", "options": (YES, NO)})
    (after,) = asked({"question": "Well?", "options": ({**NO, "feedback": "Why?"}, YES)})
    assert [choice.name for choice in after.choices] == [choice.name for choice in before.choices][::-1]
    assert before.choices[0].name == fingerprint("Yes")


def test_a_question_has_another_name_when_its_words_or_its_choices_change() -> None:
    questions = asked(
        {"question": "Well?", "options": (YES, NO)},
        {"question": "Well then?", "options": (YES, NO)},
        {"question": "Well?", "options": (YES, PERHAPS)},
    )
    assert len({question.name for question in questions}) == 3
