"""The course → files."""

from generator.content.writing import dump
from generator.model import Checklist, Course, Story

SETTINGS = {"title": "Kind", "id": "kind"}
STORY = Story(
    id="tea", title="no", summary="It's: a #1", body="One.\n\nTwo.", key_learning_point="K", tags=("1.10",)
)


def course(**fields: object) -> Course:
    return Course.model_validate({"settings": SETTINGS, **fields})


def test_an_empty_course_is_one_file() -> None:
    assert dump(course()) == {"course.yml": "title: Kind\nid: kind\n"}


def test_an_item_is_a_file_in_the_folder_of_its_kind_named_by_its_id() -> None:
    assert dump(course(stories=[STORY])).keys() == {"course.yml", "stories/tea.yml"}


def test_keys_stand_in_the_order_of_the_model_and_texts_as_authors_write_them() -> None:
    assert dump(course(stories=[STORY]))["stories/tea.yml"] == (
        "title: 'no'\n"
        "summary: 'It''s: a #1'\n"
        "body: |-\n"
        "  One.\n"
        "\n"
        "  Two.\n"
        "key_learning_point: K\n"
        "tags:\n"
        "  - '1.10'\n"
    )


def test_what_is_as_usual_is_left_out() -> None:
    written = dump(course(stories=[STORY.model_copy(update={"outcome": "delight", "draft": False})]))

    assert "outcome" not in written["stories/tea.yml"]
    assert "draft" not in written["stories/tea.yml"]


def test_keys_that_are_words_of_python_are_written_as_authors_know_them() -> None:
    checklist = Checklist.model_validate(
        {
            "id": "a",
            "title": "T",
            "summary": "S",
            "scale": ["a", "b"],
            "dimensions": [{"id": "d", "name": "D", "statements": [{"id": "s", "text": "S"}]}],
            "bands": [{"from": 0, "label": "L", "advice": "A"}],
        }
    )

    assert "  - from: 0\n" in dump(course(checklists=[checklist]))["checklists/a.yml"]


def test_every_script_is_written_as_it_is() -> None:
    assert "title: 🦒 مرحبا\n" in dump(course(settings={"title": "🦒 مرحبا", "id": "kind"}))["course.yml"]


def test_a_glossary_without_terms_is_no_file() -> None:
    assert "glossary.yml" not in dump(course())
    assert "glossary.yml" in dump(course(glossary={"terms": [{"id": "a", "term": "a", "meaning": "M"}]}))
