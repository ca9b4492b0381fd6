"""The schemas say of the files of a course what the model says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.content import MODELINE, load, load_wording
from generator.model import FILES, FOLDERS
from generator.schemas import Schema, as_files, for_editors, schema_of, walk
from tests.conftest import COURSES
from tests.content.folders import CHECKLIST, EXERCISE, LESSON, STORY, WORKSHOP

ROOT = Path(__file__).parent.parent
WORDS = load_wording(ROOT / "templates/wording", "en")
COMMITTED = ROOT / "schema"
SMALLEST = {
    "course": "title: T\nid: t\n",
    "glossary": "terms: [{id: t, term: T, meaning: M}]\n",
    "lesson": LESSON,
    "story": STORY,
    "exercise": EXERCISE,
    "checklist": CHECKLIST,
    "workshop": WORKSHOP,
    "path": "title: T\nsummary: S\nlessons: [a]\n",
}


def files() -> Iterator[tuple[str, Path]]:
    """The files of the course, and of the tiny ones that are sound."""
    for folder in (ROOT / "content", *sorted(COURSES.glob("*/content"))):
        yield from ((kind, folder / f"{kind}.yml") for kind in ("course", "glossary"))
        yield from ((kind, file) for kind in FOLDERS for file in folder.glob(f"{FOLDERS[kind]}/*.yml"))


def complaints(kind: str, text: str) -> list[str]:
    """What is said of values that are taken as texts, as the course takes them."""
    validator = Draft7Validator(for_editors(kind, WORDS))
    data = json.loads(json.dumps(yaml.load(text, Loader=yaml.BaseLoader)).replace(': ""', ": null"))
    return [error.message for error in validator.iter_errors(data)]


def complaints_elsewhere(kind: str, text: str) -> list[str]:
    """What an editor says that takes numbers and yes or no for what they are."""
    validator = Draft7Validator(for_editors(kind, WORDS))
    data = json.loads(json.dumps(yaml.safe_load(text), default=str))  # days as the texts that they are
    return [error.message for error in validator.iter_errors(data)]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """Otherwise: `extramile schema`."""
    assert {file.name: file.read_text("utf-8") for file in COMMITTED.glob("*.json")} == as_files(WORDS)


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one_of_its_draft(kind: str) -> None:
    Draft7Validator.check_schema(for_editors(kind, WORDS))
    assert for_editors(kind, WORDS)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", FILES)
def test_every_key_has_a_type_and_says_what_it_is_for(kind: str) -> None:
    for path, schema, _ in walk(schema_of(kind)):
        assert schema["description"], path
        assert schema["type"] in ("string", "integer", "boolean", "array", "object"), path
        assert not {"$ref", "anyOf", "ge", "le"} & schema.keys(), path


@pytest.mark.parametrize("kind", FILES)
def test_every_key_of_the_model_is_in_the_schema_of_its_kind(kind: str) -> None:
    keys = {field.alias or name for name, field in FILES[kind].model_fields.items()}
    assert schema_of(kind)["properties"].keys() == keys - ({"id"} if kind in FOLDERS else set())


@pytest.mark.parametrize(("kind", "file"), [pytest.param(*each, id=str(each[1])) for each in files()])
def test_every_file_of_a_sound_course_fits_its_schema(kind: str, file: Path) -> None:
    if file.exists():
        assert complaints(kind, file.read_text("utf-8")) == []
        assert complaints_elsewhere(kind, file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "title: 2024",
        "title: true",
        "title: 1.10",
        "draft: 'true'",
        "where:",
        "told_as:",
        "draft: false",
        "review_by: 2027-06-30",
        "review_by: '2027-06-30'",
        "tags: [2024, 7-Eleven]",
    ],
)
def test_values_are_taken_as_loosely_as_the_course_takes_them(line: str, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    text = "".join(f"{row}\n" for row in STORY.splitlines() if not row.startswith(f"{key}:")) + f"{line}\n"
    (tmp_path / "stories").mkdir()
    (tmp_path / "course.yml").write_text("title: T\nid: t\n")
    (tmp_path / "stories/tea.yml").write_text(text)
    assert load(tmp_path).errors == ()
    assert complaints("story", text) == complaints_elsewhere("story", text) == []


def test_a_number_may_stand_in_quotes() -> None:
    assert complaints_elsewhere("lesson", LESSON.replace("minutes: 5", "minutes: '5'")) == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("story", "outcom: delight"),
        ("story", "id: tea"),
        ("story", "outcome: happy"),
        ("story", "lessons: Listen first"),
        ("story", "lessons: [Listen first]"),
        ("story", "dialogue: [{who: Ada}]"),
        ("story", "title:"),
        ("story", "tags:"),
        ("lesson", "minutes: 0"),
        ("lesson", "minutes: ten"),
        ("lesson", "draft: maybe"),
    ],
)
def test_what_is_no_key_or_no_value_of_it_is_told_in_the_editor(kind: str, line: str) -> None:
    rest = [row for row in SMALLEST[kind].splitlines() if row.partition(":")[0] != line.partition(":")[0]]
    assert complaints_elsewhere(kind, "\n".join([*rest, line])) != []


@pytest.mark.parametrize("kind", FILES)
def test_a_key_that_is_required_is_missed(kind: str) -> None:
    data = yaml.load(SMALLEST[kind], Loader=yaml.BaseLoader)
    for key in schema_of(kind).get("required", ()):
        without = yaml.safe_dump({name: value for name, value in data.items() if name != key})
        assert any(f"'{key}' is a required property" in said for said in complaints(kind, without))


def described(schema: Schema) -> Iterator[dict[str, Any]]:
    return (inner for _, inner, _ in walk(schema) if inner["type"] != "object")


def test_texts_to_hover_over_begin_with_what_the_model_says_of_a_key() -> None:
    story = for_editors("story", WORDS)["properties"]
    assert (
        story["outcome"]["markdownDescription"].splitlines()[0]
        == schema_of("story")["properties"]["outcome"]["description"]
    )
    assert "`letdown`: The customer was let down." in story["outcome"]["markdownDescription"]
    assert "`content/lessons`" in story["lessons"]["markdownDescription"]
    assert all(
        len(each["enumDescriptions"]) == len(each["enum"])
        for each in described(schema_of("exercise"))
        if "enum" in each
    )


def test_a_file_that_leads_editors_to_a_schema_leads_to_the_one_of_its_kind() -> None:
    leading = 0
    for kind, file in files():
        first = file.read_text("utf-8").partition("\n")[0] if file.exists() else ""
        if first.startswith(MODELINE):
            leading += 1
            assert (file.parent / first.removeprefix(MODELINE)).resolve() == COMMITTED / f"{kind}.json"
    assert leading > len(FILES)
