"""What a course leaves out."""

import pytest

from generator.model import Checklist, Course, CourseSettings, Workshop
from generator.views.report.coverage import Gap, Practice, gaps, practice
from tests.views.sample import course, exercise, lesson, story

CHECK = {"question": "?", "options": [{"text": "A", "feedback": "F"}, {"text": "B", "feedback": "F"}]}
REAL = {
    "id": "real",
    "name": "REAL",
    "idea": "Four",
    "parts": [
        {"id": "respect", "name": "Respect", "idea": "I"},
        {"id": "empathy", "name": "Empathy", "idea": "I"},
    ],
}


def checklist(**fields: object) -> Checklist:
    """A checklist with one dimension, of this id and with these fields."""
    framework = fields.pop("framework", None)
    statements = [{"id": "s", "text": "I listen."}]
    return Checklist.model_validate(
        {
            "id": "check",
            "title": "Check",
            "summary": "S",
            "scale": ["Never", "Always"],
            "framework": framework,
            "dimensions": [{"id": "respect", "name": "Respect", "statements": statements, **fields}],
        }
    )


def taught(**items: object) -> Course:
    """A course that has the framework."""
    settings = CourseSettings.model_validate({"title": "T", "id": "t", "frameworks": [REAL]})
    return course(settings=settings, **items)


def found(kind: str, of: Course) -> list[str]:
    """What was found of a kind: the part that is meant, or else the title."""
    return [gap.what or gap.title for gap in gaps(of)[kind]]


@pytest.mark.parametrize(
    "practised", [{"quick_check": [CHECK]}, {"exercises": ["a"]}, {"checklist": "check"}]
)
def test_something_to_practise_counts_for_all_objectives_of_its_lesson(practised: dict[str, object]) -> None:
    of = course(
        lessons=[lesson("one", objectives=["Ask", "Wait"], **practised)],
        exercises=[exercise("a")],
        checklists=[checklist()],
    )
    assert found("objectives_without_practice", of) == []
    assert practice(of) == Practice(2, 0, 2)


def test_an_exercise_counts_that_names_the_lesson() -> None:
    of = course(lessons=[lesson("one", objectives=["Ask"])], exercises=[exercise("a", lessons=["one"])])
    assert found("objectives_without_practice", of) == []


def test_objectives_of_a_lesson_with_nothing_to_practise_are_without_practice() -> None:
    of = course(lessons=[lesson("one", objectives=["Ask", "Wait"]), lesson("two")])
    assert gaps(of)["objectives_without_practice"] == (
        Gap("lessons/one.yml", "lessons/one", "One", "Ask"),
        Gap("lessons/one.yml", "lessons/one", "One", "Wait"),
    )
    assert practice(of) == Practice(2, 0, 0)


def test_where_a_lesson_says_what_practises_what_that_alone_counts() -> None:
    named = [{"objective": 2, "quick_check": 1}]
    of = course(lessons=[lesson("one", objectives=["Ask", "Wait"], quick_check=[CHECK], practice=named)])
    assert found("objectives_without_practice", of) == ["Ask"]
    assert practice(of) == Practice(2, 1, 0)


def test_lessons_without_a_story_or_an_exercise_are_found() -> None:
    of = course(
        lessons=[lesson("one", stories=["tea"]), lesson("two"), lesson("three", exercises=["a"])],
        stories=[story("tea"), story("rain", lessons=["three"])],
        exercises=[exercise("a", lessons=["two"])],
    )
    assert found("lessons_without_story", of) == ["Two"]
    assert found("lessons_without_exercise", of) == ["One"]


def test_a_story_is_used_by_a_lesson_or_by_a_workshop() -> None:
    agenda = [{"minutes": 5, "story": "rain"}]
    workshop = Workshop.model_validate({"id": "w", "title": "W", "summary": "S", "agenda": agenda})
    of = course(
        lessons=[lesson("one", stories=["tea"])],
        stories=[story("tea"), story("rain"), story("snow")],
        workshops=[workshop],
    )
    assert found("stories_unused", of) == ["Snow"]


def test_a_dimension_names_a_lesson() -> None:
    assert found("dimensions_without_lesson", course(checklists=[checklist()])) == ["Respect"]
    told = course(lessons=[lesson("one")], checklists=[checklist(lessons=["one"])])
    assert found("dimensions_without_lesson", told) == []


def test_a_part_is_asked_about_by_the_dimension_with_its_id_where_the_checklist_names_the_framework() -> None:
    assert found("parts_without_statement", taught(checklists=[checklist()])) == ["Respect", "Empathy"]
    assert found("parts_without_statement", taught(checklists=[checklist(framework="real")])) == ["Empathy"]


def test_a_part_is_taught_by_a_lesson_of_its_framework_or_of_its_dimension() -> None:
    measured = [checklist(framework="real", lessons=["one"])]
    assert found("parts_without_lesson", taught()) == ["Respect", "Empathy"]
    assert found("parts_without_lesson", taught(lessons=[lesson("one", framework="real")])) == []
    assert found("parts_without_lesson", taught(lessons=[lesson("one")], checklists=measured)) == ["Empathy"]
