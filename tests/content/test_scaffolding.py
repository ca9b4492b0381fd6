"""New files say what belongs where, and are whole files of their kind."""

import re
from pathlib import Path

import pytest
import yaml

from generator.content import load, load_wording, scaffold, with_term
from generator.content.misread import STILL_TO_WRITE
from generator.model import FILES, FOLDERS, KINDS, Kind
from generator.schemas import schema_of, walk
from tests.content.conftest import Write

WORDS = load_wording(Path(__file__).parents[2] / "templates/wording", "en")


def begun(kind: str, title: str = "The umbrella") -> str:
    return scaffold(kind, title, WORDS, name="kind", lessons=["listen"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_has_nothing_to_mend_but_what_is_still_to_be_written(kind: Kind, content: Write) -> None:
    folder = content({f"{FOLDERS[kind]}/new.yml": begun(kind), "lessons/listen.yml": begun("lesson")})
    problems = load(folder, drafts=True).problems
    assert {problem.code for problem in problems} == {"still-to-write"}
    assert {problem.severity for problem in problems} == {"warning"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_stays_out_of_the_published_site(kind: Kind, content: Write) -> None:
    folder = content({f"{FOLDERS[kind]}/new.yml": begun(kind), "lessons/listen.yml": begun("lesson")})
    assert load(folder).course.items[kind] == ()


def test_a_new_course_has_nothing_to_mend(content: Write) -> None:
    assert load(content({"course.yml": begun("course")})).problems == ()


@pytest.mark.parametrize("kind", sorted(FILES.keys() - {"glossary"}))
def test_every_key_stands_in_a_new_file_below_what_it_is_for(kind: str) -> None:
    text = re.sub(r"[#\s]+", " ", begun(kind))
    for path, schema, _ in walk(schema_of(kind)):
        if path[-1] != "draft" or kind == "course":
            assert re.sub(r"[#\s]+", " ", schema["description"]) in text, path
        assert re.search(rf"^[# -]*{path[-1]}:", begun(kind), re.MULTILINE), path


@pytest.mark.parametrize("kind", sorted(FILES.keys() - {"glossary"}))
def test_keys_that_are_switched_on_are_keys_of_the_kind(kind: str) -> None:
    switched_on = re.sub(r"^#(?! )", "", begun(kind), flags=re.MULTILINE)
    while (again := re.sub(r"^( *)#(?! )", r"\1", switched_on, flags=re.MULTILINE)) != switched_on:
        switched_on = again
    data = yaml.safe_load(switched_on)
    assert data.keys() == schema_of(kind)["properties"].keys()


@pytest.mark.parametrize("title", ["Late again: a letter", "#printer", "It's @home", 'Say "no"', "1984"])
def test_any_title_can_be_given(title: str) -> None:
    assert yaml.load(begun("story", title), Loader=yaml.BaseLoader)["title"] == title


def test_a_file_says_where_its_schema_is_if_it_has_one() -> None:
    text = scaffold("story", "T", WORDS, schema="../../schema/story.json")
    assert text.startswith("# yaml-language-server: $schema=../../schema/story.json\n")
    assert "$schema" not in scaffold("story", "T", WORDS)


@pytest.mark.parametrize("before", ["", "terms:\n", "terms:\n- id: a\n  term: A\n  meaning: B\n"])
def test_a_term_is_put_at_the_end_of_the_glossary(before: str) -> None:
    terms = yaml.safe_load(with_term(before, "new", "New"))["terms"]
    assert terms[-1] == {"id": "new", "term": "New", "meaning": STILL_TO_WRITE}
    assert len(terms) == 1 + before.count("id:")
