"""Something new is begun beside what is there, and never in its place."""

import json
from pathlib import Path

import pytest

from generator.content import load
from generator.model import FILES, KINDS
from generator.schemas import for_vscode
from tests.conftest import Command, all_bytes

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a course was begun."""
    from generator.cli import run

    folder = tmp_path_factory.mktemp("harbour")
    assert run(["new", "course", "Service at the harbour", "--content", str(folder / "content")]) == 0
    return folder


def test_a_new_course_has_one_of_each_of_what_a_course_begins_with(harbour: Path) -> None:
    loading = load(harbour / "content", spoken=["en"])
    course = loading.course
    assert loading.problems == ()
    assert (course.settings.title, course.settings.id) == ("Service at the harbour", "service-at-the-harbour")
    assert [
        len(items) for items in (course.lessons, course.stories, course.paths, course.glossary.terms)
    ] == [1] * 4


def test_files_of_a_new_course_lead_editors_to_their_schemas(harbour: Path) -> None:
    for file in (harbour / "content").rglob("*.yml"):
        line = file.read_text("utf-8").splitlines()[0]
        assert (file.parent / line.partition("$schema=")[2]).resolve().is_file(), file
    settings = json.loads((harbour / ".vscode/settings.json").read_text("utf-8"))
    assert all((harbour / schema).is_file() for schema in settings["yaml.schemas"])


def test_the_repository_tells_editors_the_same() -> None:
    for path, text in for_vscode("content").items():
        assert (ROOT / path).read_text("utf-8") == text
    assert len(json.loads(for_vscode("content")[".vscode/settings.json"])["yaml.schemas"]) == len(FILES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_named_after_its_title(kind: str, tiny: Path, run: Command) -> None:
    begun = run(tiny, "extramile", "new", kind, "Zoë’s “Grüße” & more")
    assert begun.returncode == 0
    assert begun.stdout.endswith("/zoes-gruesse-more.yml\n")
    assert (tiny / begun.stdout.strip()).is_file()
    assert run(tiny, "extramile", "check").returncode == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["story", "The cup of tea"], "content/stories/the-cup-of-tea.yml is there already"),
        (["course", "Another"], "content is not empty"),
        (["story", "信任"], "add one such as --id my-story"),
        (["story", "T", "--id", "../out"], "no file name can be made of '../out'"),
        (["story", "T", "--content", "nowhere"], "no course here"),
    ],
)
def test_nothing_that_is_there_is_written_over(
    command: list[str], told: str, tiny: Path, run: Command
) -> None:
    before = all_bytes(tiny)
    refused = run(tiny, "extramile", "new", *command)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert told in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert all_bytes(tiny) == before


def test_a_path_waits_for_a_lesson(tmp_path: Path, run: Command) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text("title: T\nid: t\n")
    assert "extramile new lesson" in run(tmp_path, "extramile", "new", "path", "First").stderr


def test_a_term_is_added_once(tiny: Path, run: Command) -> None:
    assert run(tiny, "extramile", "new", "term", "Regular guest").stdout == "content/glossary.yml\n"
    assert "term: Regular guest" in (tiny / "content/glossary.yml").read_text("utf-8")
    assert "already" in run(tiny, "extramile", "new", "term", "Regular guest").stderr
