"""A tiny course for each feature: all of them are sound."""

from pathlib import Path

import pytest

from generator.content import load
from generator.content.writing import dump
from generator.model import FOLDERS, Course, Kind, Part, Text, marked

HERE = Path(__file__).parent
COURSES = sorted(folder.parent for folder in HERE.glob("*/content"))


def course(name: str, *, drafts: bool = False) -> Course:
    return load(HERE / name / "content", drafts=drafts).course


def texts(part: Part) -> list[str]:
    data = part.model_dump(mode="json", by_alias=True)
    return [text.value for text in marked(type(part), data, Text)]


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_the_course_has_nothing_to_mend(folder: Path) -> None:
    told = {problem.code for problem in load(folder / "content", drafts=True).problems}

    assert told == ({"shown-as-it-stands"} if folder.name == "hostile-text" else set())


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_the_course_is_the_same_when_it_is_written_and_read_again(folder: Path, tmp_path: Path) -> None:
    read = load(folder / "content", drafts=True)
    for path, text in dump(read.course).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    for name, data in read.images.items():
        (tmp_path / "images").mkdir(exist_ok=True)
        (tmp_path / "images" / name).write_bytes(data)

    assert load(tmp_path, drafts=True).course == read.course


def test_stories_in_contrast_name_each_other_or_not() -> None:
    contrast = {story.id: story.contrast for story in course("contrast").stories}

    assert contrast == {"good-desk": "bad-desk", "bad-desk": "good-desk", "one-way": "good-desk"}


def test_pictures_of_fields_and_of_texts_are_there_and_no_others() -> None:
    assert load(HERE / "images/content").images.keys() == {"desk.webp", "door.jpg", "queue.png"}


def test_nothing_of_a_draft_is_left() -> None:
    published = course("drafts")

    assert "UNPUBLISHED" not in published.model_dump_json()
    assert '"hidden"' not in published.model_dump_json()
    assert [path.id for path in published.paths] == ["shown"]
    assert published.settings.featured_story is None


def test_drafts_are_there_for_their_authors() -> None:
    whole = course("drafts", drafts=True)

    assert {item.id for items in whole.items.values() for item in items} == {"shown", "hidden", "only-drafts"}


def test_an_empty_course_is_a_course() -> None:
    assert not any(course("empty").items.values())


@pytest.mark.parametrize("kind", FOLDERS)
def test_the_hostile_course_is_hostile_in_every_text(kind: Kind) -> None:
    for item in course("hostile-text").items[kind]:
        said = [text for text in texts(item) if len(text) > 40]

        assert len(said) >= 3
        assert all("{{ 7*7 }}" in text and "script>" in text and "&amp;" in text for text in said)
