from generator.views.page import Link, fingerprint
from generator.views.recall import MOST_LESSONS, recall_page, recalled
from tests.views.browser import ENGLISH, HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course, lesson, path

OPTIONS = ({"text": "Yes", "feedback": "Right.", "correct": True}, {"text": "No", "feedback": "Think."})
ASKED = lesson("a", quick_check=({"question": "Well?", "options": OPTIONS},))


def test_each_lesson_asks_for_its_point_in_reading_order() -> None:
    whole = course(lessons=(ASKED, lesson("b")), paths=(path("way", "b", "a"),))
    points = recall_page(whole, PlainPen(), WORDS).points
    assert [point.question for point in points] == ["recall_point B", "recall_point A"]
    assert [point.answer for point in points] == ["Listen.", "Listen."]
    assert [point.check for point in points] == [None, Link("/lessons/a#quick-check", "recall_to_check")]


def test_the_answer_is_there_for_those_who_open_it_without_scripts() -> None:
    page = shown(recall_page(course(lessons=(ASKED,)), PlainPen(), ENGLISH))
    question = page.one("details")
    assert question.one("summary").text == "What is the one thing to remember from “A”?"
    assert question.all("p")[0].text == "Listen."
    assert [link["href"] for link in question.all("a")] == ["/lessons/a", "/lessons/a#quick-check"]


def test_no_button_stands_on_the_page_before_scripts_put_it_there() -> None:
    page = shown(recall_page(course(lessons=(ASKED,)), PlainPen(), ENGLISH))
    in_templates = [button for part in page.all("template") for button in part.all("button")]
    assert in_templates
    assert page.all("button") == in_templates


def test_a_long_course_asks_about_its_first_lessons_and_says_why() -> None:
    text = "A point of some length, as authors write it when they have much to say about it. " * 2
    many = tuple(
        lesson(f"lesson-{n}", title="About service " * 4, key_learning_point=text) for n in range(500)
    )
    page = recall_page(course(lessons=many), PlainPen(), ENGLISH)
    assert len(page.points) == MOST_LESSONS
    assert page.more.startswith(f"These are the first {MOST_LESSONS} of 500 lessons")
    assert recall_page(course(lessons=many[:MOST_LESSONS]), PlainPen(), ENGLISH).more == ""


def test_a_lesson_that_is_done_brings_its_point_and_its_questions() -> None:
    (brought,) = recalled(course(lessons=(ASKED,)), PlainPen(), WORDS)
    (check,) = brought.checks
    assert (brought.id, brought.title, brought.href, brought.point) == ("a", "A", "/lessons/a", "Listen.")
    assert check.name == fingerprint("Well?", "Yes", "No")
    assert [(choice.text, choice.good) for choice in check.choices] == [("Yes", True), ("No", False)]


def test_a_question_in_other_words_is_a_new_card() -> None:
    reworded = lesson("a", quick_check=({"question": "So?", "options": OPTIONS},))
    (before,), (after,) = (recalled(course(lessons=(one,)), PlainPen(), WORDS) for one in (ASKED, reworded))
    assert before.checks[0].name != after.checks[0].name


def test_titles_stay_text() -> None:
    page = shown(recall_page(course(lessons=(lesson("a", title=HOSTILE),)), PlainPen(), ENGLISH))
    assert HOSTILE in page.one("summary").text


def test_the_page_stays_out_of_the_search() -> None:
    assert not recall_page(course(), PlainPen(), WORDS).head.searchable
