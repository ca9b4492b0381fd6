"""How long each text is, and how easily it reads."""

import pytest

from generator.model import CourseSettings
from generator.prose import paragraphs
from generator.views.report.measures import Measure, measures
from tests.views.sample import course, exercise, lesson, path, story


def only(**items: object) -> Measure:
    (measure,) = measures(course(**items), paragraphs)
    return measure


def words(number: int) -> str:
    return "word " * number


@pytest.mark.parametrize(
    ("number", "length"), [(249, "short"), (250, ""), (500, ""), (501, "long")]
)  # fmt: skip
def test_a_story_has_250_to_500_words(number: int, length: str) -> None:
    measure = only(stories=[story("tea", body=words(number), action_steps=[words(90)])])
    assert (measure.words, measure.length) == (number, length)


@pytest.mark.parametrize(
    ("number", "length"), [(599, "short"), (600, ""), (900, ""), (901, "long")]
)  # fmt: skip
def test_a_lesson_has_600_to_900_words_in_all_of_its_sections(number: int, length: str) -> None:
    sections = [{"heading": "One two", "body": words(number - 2)}]
    measure = only(lessons=[lesson("one", body=None, sections=sections)])
    assert (measure.words, measure.length) == (number, length)


def test_other_texts_may_be_of_any_length_and_all_that_learners_read_is_counted() -> None:
    steps = [{"id": "s", "prompt": "Ask three people."}]
    measure = only(
        exercises=[exercise("a", title="T", purpose="Two words.", steps=steps, debrief="Not this.")]
    )
    assert (measure.words, measure.length) == (6, "")


def test_what_facilitators_read_and_where_a_story_comes_from_is_not_counted() -> None:
    plain = only(stories=[story("tea")])
    hard = "Organisational considerations necessitate reconciliation."
    assert only(stories=[story("tea", facilitator_notes=hard, source=hard, consent=hard)]) == plain
    assert only(stories=[story("tea", what_made_the_difference=hard)]).ease != plain.ease


def test_marks_of_markdown_and_addresses_are_no_words() -> None:
    body = "| One | *two* |\n|---|---|\n| [three](https://example.org/four/five) | six |"
    assert only(stories=[story("tea", body=body)]).words == 4


def test_the_hardest_text_comes_first_and_is_marked() -> None:
    hard = story("hard", body="Organisational considerations necessitate reconciliation. " * 100)
    found = measures(course(stories=[story("easy", body="We ask. " * 200), hard]), paragraphs)
    assert [(measure.id, measure.is_hard) for measure in found] == [("hard", True), ("easy", False)]


@pytest.mark.parametrize(("language", "scored"), [("en-GB", True), ("en", True), ("de", False)])
def test_reading_ease_is_that_of_english(language: str, scored: bool) -> None:
    settings = CourseSettings(title="T", id="t", language=language)
    assert (only(settings=settings, stories=[story("tea")]).ease is not None) == scored


def test_a_path_is_no_text() -> None:
    assert len(measures(course(lessons=[lesson("one")], paths=[path("p", "one")]), paragraphs)) == 1
