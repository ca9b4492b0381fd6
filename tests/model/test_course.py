"""The whole course."""

import pytest
from pydantic import ValidationError

from generator.model import KINDS, Course, CourseSettings, Place, Problem

COURSE = Course.model_validate(
    {
        "settings": {
            "title": "Kind",
            "id": "kind",
            "frameworks": [
                {
                    "id": "f",
                    "name": "F",
                    "idea": "I",
                    "parts": [{"id": n, "name": n, "idea": n} for n in ("a", "b")],
                }
            ],
        },
        "lessons": [{"id": "l", "title": "T", "summary": "S", "body": "B", "key_learning_point": "K"}],
        "stories": [{"id": "s", "title": "T", "summary": "S", "body": "B", "key_learning_point": "K"}],
        "exercises": [
            {"id": "e", "title": "T", "purpose": "P", "minutes": 5, "steps": [{"id": "a", "prompt": "P"}]}
        ],
        "checklists": [
            {
                "id": "c",
                "title": "T",
                "summary": "S",
                "scale": ["a", "b"],
                "dimensions": [{"id": "d", "name": "D", "statements": [{"id": "s", "text": "S"}]}],
            }
        ],
    }
)


def test_items_are_found_by_their_ids() -> None:
    assert COURSE.lesson["l"] is COURSE.lessons[0]
    assert COURSE.story["s"] is COURSE.stories[0]
    assert COURSE.exercise["e"] is COURSE.exercises[0]
    assert COURSE.checklist["c"] is COURSE.checklists[0]
    assert COURSE.framework["f"] is COURSE.settings.frameworks[0]


def test_items_are_found_by_their_kinds() -> None:
    assert tuple(COURSE.items) == KINDS
    assert COURSE.items["story"] == COURSE.stories


def test_two_courses_of_the_same_content_are_equal() -> None:
    assert Course.model_validate(COURSE.model_dump(by_alias=True)) == COURSE


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "zh-Hant-TW", "fil"])
def test_a_language_is_a_code(language: str) -> None:
    assert CourseSettings(title="T", id="t", language=language).language == language


@pytest.mark.parametrize(
    "language", ["", "English", "EN", "en_GB", "../x", "e", "en-", "en\n", "en" + "-abc" * 20]
)
def test_nothing_else_is_a_language(language: str) -> None:
    with pytest.raises(ValidationError):
        CourseSettings(title="T", id="t", language=language)


@pytest.mark.parametrize("branch", ["-x y", "a b", "a;b", "$(x)", "", "a\n"])
def test_a_branch_is_a_word(branch: str) -> None:
    with pytest.raises(ValidationError):
        CourseSettings(title="T", id="t", branch=branch)


def test_problems_stand_in_the_order_of_their_places() -> None:
    places = [Place("b.yml", 1, 1), Place("a.yml", 2, 1), Place("a.yml", 1, 9), Place("a.yml", 1, 2)]

    assert sorted(places) == places[::-1]


def test_a_problem_is_an_error_unless_it_says_otherwise() -> None:
    assert Problem("colon", Place("a.yml")).severity == "error"
