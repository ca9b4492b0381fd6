"""The content folder → files that can be checked, and problems of the rest."""

import os
from pathlib import Path

import pytest

from generator.content.reading import IMAGES, Found, find
from tests.content.conftest import Write
from tests.content.folders import STORY


def found(content: Path) -> Found:
    return find(content, "content")


def told(content: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in found(content).problems]


def test_every_kind_is_found_in_its_folder(content: Write) -> None:
    folders = ("lessons", "stories", "exercises", "checklists", "workshops", "paths")
    reading = found(
        content({f"{folder}/a-1.yml": "title: A\n" for folder in folders} | {"glossary.yml": "terms: []\n"})
    )

    assert reading.problems == ()
    assert {(source.kind, source.id) for source in reading.sources} == {
        *(
            ("course", "course"),
            ("glossary", "glossary"),
            ("lesson", "a-1"),
            ("story", "a-1"),
            ("exercise", "a-1"),
        ),
        *(("checklist", "a-1"), ("workshop", "a-1"), ("path", "a-1")),
    }


def test_a_source_names_its_file_as_the_author_sees_it(content: Write) -> None:
    (source,) = (
        source for source in found(content({"stories/tea.yml": STORY})).sources if source.kind == "story"
    )

    assert (source.path, source.shown) == ("stories/tea.yml", "content/stories/tea.yml")


@pytest.mark.parametrize(
    "name",
    [
        "tea.yml~",
        ".tea.yml",
        "#tea.yml#",
        "tea.yml.orig",
        "tea.yml.rej",
        "tea.yml.BAK",
        ".DS_Store",
        "tea.yml.swp",
    ],
)
def test_what_editors_and_merges_leave_behind_is_passed_over(content: Write, name: str) -> None:
    assert told(content({f"stories/{name}": "x"})) == []


@pytest.mark.parametrize(
    "name",
    [
        "Tea.yml",
        "tea_time.yml",
        "tea--time.yml",
        "-tea.yml",
        "tea.YAML",
        "tea.yaml",
        "tea time.yml",
        "té.yml",
        ".yml~x.yml",
        "a" * 81 + ".yml",
    ],
)
def test_a_name_that_is_no_id_does_not_fit(content: Write, name: str) -> None:
    expected = [] if name.startswith(".") else [(code_of(name), f"content/stories/{name}")]

    assert told(content({f"stories/{name}": STORY})) == expected


def code_of(name: str) -> str:
    return "file-name" if name.endswith(".yml") else "file-name-ending"


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9", "index"])
def test_a_name_that_some_computers_need_is_refused_with_another(content: Write, name: str) -> None:
    (problem,) = found(content({f"stories/{name}.yml": STORY})).problems

    assert (problem.code, problem.details["nearest"]) == ("file-name-reserved", f"{name}-1.yml")


def test_names_that_are_no_text_are_shown_without_harm(content: Write) -> None:
    folder = content()
    (folder / "stories").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(folder / "stories") + b"/\xff.yml")).write_text(STORY)
    except OSError:
        return  # this file system knows only names that are text

    assert told(folder) == [("file-name", "content/stories/\\xff.yml")]


@pytest.mark.parametrize(
    "name",
    ["README.md", "LICENSE", "CNAME", ".gitkeep", "stories/README.md", "assets/a.css", "notes/LICENCE.txt"],
)
def test_files_that_no_author_takes_for_a_text_of_the_course_are_nobodys_business(
    content: Write, name: str
) -> None:
    assert told(content({name: "x"})) == []


@pytest.mark.parametrize("name", ["the-umbrella.yml", "the-umbrella.YML", "the-umbrella.yml.txt"])
@pytest.mark.parametrize(
    ("folder", "code"), [("", "wrong-place"), ("notes/", "unknown-folder"), ("images/", "wrong-place")]
)
def test_a_text_of_the_course_in_another_place_is_an_error(
    content: Write, folder: str, name: str, code: str
) -> None:
    (problem,) = found(content({folder + name: STORY})).problems

    assert (problem.code, problem.severity) == (code, "error")


@pytest.mark.parametrize("name", ["todo.txt", "todo", "The umbrella.docx", "notes/todo.txt", "notes/a.odt"])
def test_what_may_be_a_text_of_the_course_in_another_place_is_a_warning(content: Write, name: str) -> None:
    (problem,) = found(content({name: "x"})).problems

    assert problem.severity == "warning"


@pytest.mark.parametrize("name", ["tea.pdf", "tea.html", "tea.css"])
def test_a_file_of_another_kind_among_stories_is_a_warning(content: Write, name: str) -> None:
    (problem,) = found(content({f"stories/{name}": "x"})).problems

    assert (problem.code, problem.severity) == ("unexpected-file", "warning")


def test_a_file_that_can_be_mended_is_checked_to_its_end_and_stays_broken(content: Write) -> None:
    reading = found(content({"stories/tea.yml": "title: a: b\nsumary: x\n"}))
    (story,) = (source for source in reading.sources if source.kind == "story")

    assert [problem.code for problem in reading.problems] == ["colon"]
    assert (story.data, reading.unreadable) == ({"title": "a: b", "sumary": "x"}, ())
    assert (story.lines[0], story.written[0]) == ('title: "a: b"', "title: a: b")


def test_pictures_are_listed_by_name_and_links_among_them_refused(content: Write) -> None:
    folder = content({"images/a.png": "x", "images/b.jpg": "x"})
    (folder / "images/c.png").symlink_to("a.png")
    reading = found(folder)

    assert reading.images == ("a.png", "b.jpg")
    assert [problem.code for problem in reading.problems] == ["symlink"]


@pytest.mark.parametrize("folder", ["stories", IMAGES, "lessons"])
def test_a_folder_that_is_a_link_is_not_followed(content: Write, folder: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/tea.yml").write_text(STORY)
    there = content()
    (there / folder).symlink_to(tmp_path / "elsewhere")
    reading = found(there)

    assert [(problem.code, problem.place.file) for problem in reading.problems] == [
        ("symlink", f"content/{folder}")
    ]
    assert [source.kind for source in reading.sources] == ["course"]
    assert reading.images == ()


def test_a_link_in_place_of_course_yml_is_not_followed(content: Write, tmp_path: Path) -> None:
    folder = content()
    (folder / "course.yml").rename(tmp_path / "course.yml")
    (folder / "course.yml").symlink_to(tmp_path / "course.yml")

    assert told(folder) == [("symlink", "content/course.yml")]


def test_a_link_that_leads_nowhere_is_a_link_all_the_same(content: Write) -> None:
    folder = content({"stories/tea.yml": STORY})
    (folder / "stories/milk.yml").symlink_to("gone.yml")

    assert told(folder) == [("symlink", "content/stories/milk.yml")]


def test_a_pipe_is_not_waited_for(content: Write) -> None:
    folder = content({"stories/tea.yml": STORY})
    os.mkfifo(folder / "stories/milk.yml")

    assert told(folder) == [("not-a-file", "content/stories/milk.yml")]


def test_a_folder_called_like_a_story_is_no_story(content: Write) -> None:
    assert told(content({"stories/tea.yml/x.yml": STORY})) == [
        ("folder-in-folder", "content/stories/tea.yml")
    ]


@pytest.mark.parametrize("name", ["course.yml", "glossary.yml"])
def test_a_folder_in_place_of_a_file_is_told(name: str, content: Write) -> None:
    folder = content({"stories/tea.yml": STORY})
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()

    assert told(folder) == [("not-a-file", f"content/{name}")]


def test_a_folder_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    assert [problem.code for problem in find(tmp_path / "gone", "gone").problems] == ["cannot-read"]


def test_a_file_that_cannot_be_read_is_there_for_others_to_name(content: Write) -> None:
    reading = found(content({"stories/tea.yml": "title: [\n"}))

    assert reading.unreadable == (("story", "tea", "stories/tea.yml"),)


def test_a_file_with_many_unwanted_characters_is_there_once(content: Write) -> None:
    reading = found(content({"stories/tea.yml": "title: \u200b\u200b\n"}))

    assert len(reading.problems) == 2
    assert len(reading.unreadable) == 1


def test_a_character_that_only_the_value_holds_is_found(content: Write) -> None:
    reading = found(content({"stories/tea.yml": 'title: T\nlist: [x, "a\\u202eb"]\n'}))

    assert [(problem.code, problem.field) for problem in reading.problems] == [("character", ("list", 1))]
