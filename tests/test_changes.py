"""What readers notice between two versions of a course."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Command, mend
from tests.test_history import git

LESSON = "lessons/listen-first.yml"
STORY = "stories/the-cup-of-tea.yml"
CHECKLIST = "checklists/good-listener.yml"


@pytest.fixture
def old(tiny: Path) -> Path:
    """The tiny course, before."""
    shutil.copytree(tiny / "content", tiny / "before")
    return tiny


def told(project: Path, run: Command) -> list[str]:
    ran = run(project, "extramile", "changes", "before", "content")
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


def test_where_nothing_changed_there_is_nothing_to_say(old: Path, run: Command) -> None:
    assert told(old, run) == []


def test_what_is_new_and_what_is_gone_is_told(old: Path, run: Command) -> None:
    shutil.copy(old / "content" / STORY, old / "content/stories/another.yml")
    mend(old / "content/stories/another.yml", "title: ", "title: Another ")
    (line,) = told(old, run)
    assert line.startswith("New. Story: “Another ")
    shutil.copy(old / "content/stories/another.yml", old / "before/stories/another.yml")
    (old / "content/stories/another.yml").unlink()
    gone, address = told(old, run)
    assert gone.startswith("Gone. Story: “Another ")
    assert "stories/another then leads nowhere" in address
    assert "redirect_from: [another]" in address


def test_a_text_that_moved_is_told_once_with_both_addresses(old: Path, run: Command) -> None:
    file = old / "before/stories/tea-time.yml"
    shutil.copy(old / "content" / STORY, file)
    moved = file.read_text("utf-8").replace("summary: ", "summary: Well, ", 1) + "redirect_from: [tea-time]\n"
    (old / "content/stories/four-o-clock.yml").write_text(moved, "utf-8")
    address, texts = told(old, run)
    assert address.endswith("is stories/four-o-clock now. The one before, stories/tea-time, leads on.")
    assert texts.endswith("changed in summary.")


def test_no_address_is_missed_where_a_draft_goes(old: Path, run: Command) -> None:
    draft = (old / "content" / STORY).read_text("utf-8") + "draft: true\n"
    (old / "before/stories/another.yml").write_text(draft, "utf-8")
    (line,) = told(old, run)
    assert line.startswith("Gone. Story: ")


def test_minutes_are_told_before_and_after(old: Path, run: Command) -> None:
    mend(old / "content" / LESSON, "minutes: 10", "minutes: 1")
    (line,) = told(old, run)
    assert line.startswith("Lesson “")
    assert line.endswith("”: 1 minute. Before: 10 minutes.")


def test_a_new_revision_of_a_checklist_is_told_and_so_is_one_that_may_be_missing(
    old: Path, run: Command
) -> None:
    file = old / "content" / CHECKLIST
    text = file.read_text("utf-8")
    statement = next(line for line in text.splitlines() if "text:" in line)
    file.write_text(text.replace(statement, f"{statement} now"), "utf-8")
    assert any("it is still revision 1" in line for line in told(old, run))
    file.write_text(f"{file.read_text('utf-8')}\nrevision: 2\n", "utf-8")
    assert any("revision 2. Before: 1." in line for line in told(old, run))


def test_a_draft_and_a_new_title_are_told(old: Path, run: Command) -> None:
    mend(old / "content" / STORY, "title: ", "title: New ")
    with (old / "content" / STORY).open("a", encoding="utf-8") as file:
        file.write("draft: true\n")
    lines = told(old, run)
    assert any("the title was “" in line for line in lines)
    assert any("a draft from now on" in line for line in lines)


def test_other_changes_are_told_by_their_keys(old: Path, run: Command) -> None:
    mend(old / "content" / STORY, "summary: ", "summary: Well, ")
    (line,) = told(old, run)
    assert line.endswith("changed in summary.")


def test_a_file_that_cannot_be_read_is_named(old: Path, run: Command) -> None:
    mend(old / "content" / STORY, "title: ", "titel: ")
    assert told(old, run)[0] == f"Story: the file {STORY} has a mistake to mend first."


def test_a_hostile_title_stays_on_its_line(old: Path, run: Command) -> None:
    mend(old / "content" / STORY, "title: ", r'title: "\x1b[2J\n::error::' + "x" * 150 + '" #')
    assert all(line.isprintable() and len(line) < 300 for line in told(old, run))


def test_two_revisions_are_compared(tiny: Path, run: Command) -> None:
    git(tiny, "init", "--quiet")
    git(tiny, "add", ".")
    git(tiny, "commit", "-m", "Begin")
    mend(tiny / "content" / LESSON, "minutes: 10", "minutes: 12")
    assert run(tiny, "extramile", "changes", "HEAD", "content").stdout.endswith(
        "12 minutes. Before: 10 minutes.\n"
    )
    git(tiny, "commit", "-am", "Take more time")
    assert "12 minutes" in run(tiny, "extramile", "changes", "HEAD~1", "HEAD").stdout


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD"])
def test_what_is_neither_a_course_nor_a_revision_is_refused(tiny: Path, run: Command, revision: str) -> None:
    ran = run(tiny, "extramile", "changes", "--", revision, "content")
    assert ran.returncode == 2
    assert "neither a folder with a course nor a revision" in ran.stderr
