"""Kinds of text, and the marks of fields."""

from typing import get_args

import pytest
from pydantic import ValidationError

from generator.model import (
    FILES,
    FOLDERS,
    KINDS,
    Audience,
    Exercise,
    Form,
    Kind,
    Lesson,
    Marked,
    Part,
    Reference,
    Story,
    Text,
    Workshop,
    marked,
)

ITEMS = [FILES[kind] for kind in KINDS]
STORY = {"id": "tea", "title": "T", "summary": "S", "body": "B", "key_learning_point": "K"}


def test_every_string_of_a_part_is_found_with_its_place_and_its_mark() -> None:
    data = {"title": "T", "body": "B", "dialogue": [{"who": "A", "says": "B"}], "lessons": ["l"]}

    assert [(text.at, text.mark.form) for text in marked(Story, data, Text)] == [
        (("title",), Form.PLAIN),
        (("body",), Form.PROSE),
        (("dialogue", 0, "who"), Form.PLAIN),
        (("dialogue", 0, "says"), Form.LINE),
    ]


def test_references_are_found_wherever_they_stand() -> None:
    data = {"agenda": [{"lesson": "a"}, {"break": "Tea"}, {"story": "b"}]}

    assert list(marked(Workshop, data, Reference)) == [
        Marked(("agenda", 0, "lesson"), "a", Reference("lesson")),
        Marked(("agenda", 2, "story"), "b", Reference("story")),
    ]


def test_a_key_that_is_a_word_of_python_is_found_as_authors_write_it() -> None:
    assert [text.at for text in marked(Workshop, {"agenda": [{"break": "Tea"}]}, Text)] == [
        ("agenda", 0, "break")
    ]


@pytest.mark.parametrize(
    "data", [None, "x", [], {"dialogue": "x"}, {"dialogue": [["x"]]}, {"gone": "x"}, {1: "x"}, {"title": 5}]
)
def test_data_of_any_shape_is_looked_at_without_harm(data: object) -> None:
    list(marked(Story, data, Text))


@pytest.mark.parametrize("part", ITEMS, ids=lambda part: part.__name__)
def test_what_is_for_facilitators_and_what_is_a_key_says_so(part: type[Part]) -> None:
    hidden = {"facilitator_notes", "debrief"}
    for name in hidden & part.model_fields.keys():
        assert [text.mark.audience for text in marked(part, {name: "x"}, Text)] == [Audience.FACILITATOR]


def test_a_sample_answer_is_a_key() -> None:
    data = {"sample_answers": [{"step": "a", "answer": "x"}]}

    assert [text.mark.audience for text in marked(Exercise, data, Text)] == [Audience.KEY]


def test_notes_in_an_agenda_are_for_facilitators() -> None:
    assert [text.mark.audience for text in marked(Workshop, {"agenda": [{"notes": "x"}]}, Text)] == [
        Audience.FACILITATOR
    ]


def test_every_kind_has_a_folder_and_no_two_the_same() -> None:
    assert tuple(FOLDERS) == get_args(Kind)
    assert len(set(FOLDERS.values())) == len(FOLDERS)


@pytest.mark.parametrize("id_", ["a", "a-b", "a1-2", "0"])
def test_an_id_is_small_letters_digits_and_single_hyphens(id_: str) -> None:
    assert Story.model_validate({**STORY, "id": id_}).id == id_


@pytest.mark.parametrize("id_", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "é", "a\n", "../a", "a" * 81])
def test_nothing_else_is_an_id(id_: str) -> None:
    with pytest.raises(ValidationError):
        Story.model_validate({**STORY, "id": id_})


def test_a_part_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Story.model_validate(STORY).title = "U"  # type: ignore[misc]


def test_a_part_has_no_unknown_keys() -> None:
    with pytest.raises(ValidationError):
        Lesson.model_validate({**STORY, "colour": "red"})


@pytest.mark.parametrize("part", FILES.values(), ids=lambda part: part.__name__)
def test_every_field_is_explained_to_authors(part: type[Part]) -> None:
    assert all(field.description for field in part.model_fields.values())
    assert part.__doc__
