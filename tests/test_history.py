"""When texts were last changed, asked of real repositories."""

import os
import stat
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.history import UNKNOWN, last_changed, last_commit, unpack

WHO = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, day: str = "2027-03-01") -> None:
    when = f"{day}T12:00:00+00:00"
    variables = {**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", *WHO, *arguments], cwd=folder, env=variables, check=True, capture_output=True)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two stories of March, one of them mended in April, and a change elsewhere in May."""
    folder = tmp_path / "course"
    write(folder / "content/stories/first.yml", "one")
    write(folder / "content/stories/second.yml", "one")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Tell two stories")
    write(folder / "content/stories/first.yml", "two")
    git(folder, "commit", "-am", "Mend the first", day="2027-04-02")
    write(folder / "README.md", "three")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Say what this is", day="2027-05-03")
    return folder


def test_each_file_has_the_day_of_the_last_commit_that_touched_it(repository: Path) -> None:
    assert last_changed(repository / "content") == {
        "stories/first.yml": date(2027, 4, 2),
        "stories/second.yml": date(2027, 3, 1),
    }


def test_the_last_commit_to_some_folders_passes_over_changes_elsewhere(repository: Path) -> None:
    assert last_commit(repository / "content", repository / "content/stories") == 1_806_667_200


def test_a_folder_outside_any_repository_has_no_history(tmp_path: Path) -> None:
    assert last_changed(tmp_path) == {}
    assert last_commit(tmp_path) == UNKNOWN


def test_a_shallow_clone_has_no_history_to_trust(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    assert last_changed(tmp_path / "shallow/content") == {}
    assert last_commit(tmp_path / "shallow/content") == UNKNOWN


def test_a_broken_configuration_is_passed_over_in_silence(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (repository / ".git/config").write_text("AUTHORIZATION: basic c2VjcmV0")
    assert last_changed(repository / "content") == {}
    assert capfd.readouterr() == ("", "")


def test_a_machine_without_git_has_no_history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changed(repository / "content") == {}


def test_a_git_hook_that_runs_the_build_does_not_point_it_elsewhere(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    assert len(last_changed(repository / "content")) == 2


def test_programs_that_a_repository_names_in_its_configuration_are_not_started(
    repository: Path, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(stat.S_IRWXU)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "gpg.program",
        "core.sshCommand",
    ):
        git(repository, "config", name, str(trap))
    git(repository, "config", "log.showSignature", "true")
    assert last_changed(repository / "content")
    assert not (tmp_path / "sprung").exists()


def test_a_folder_is_had_as_it_was(repository: Path, tmp_path: Path) -> None:
    assert unpack(repository / "content", "HEAD~2", tmp_path / "before")
    assert (tmp_path / "before/stories/first.yml").read_text() == "one"
    assert not (tmp_path / "before/README.md").exists()


def test_a_link_in_a_proposal_is_not_written(repository: Path, tmp_path: Path) -> None:
    (repository / "content/stories/link.yml").symlink_to("/etc/hostname")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Link")
    assert unpack(repository / "content", "HEAD", tmp_path / "now")
    assert [file.name for file in sorted((tmp_path / "now/stories").iterdir())] == ["first.yml", "second.yml"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:content"])
def test_without_such_a_revision_there_is_nothing(repository: Path, tmp_path: Path, revision: str) -> None:
    assert not unpack(repository / "content", revision, tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_date_that_no_calendar_has_is_not_told(repository: Path) -> None:
    write(repository / "content/stories/third.yml", "one")
    git(repository, "add", ".")
    when = {
        **os.environ,
        "GIT_AUTHOR_DATE": "@9999999999999 +0000",
        "GIT_COMMITTER_DATE": "@9999999999999 +0000",
    }
    subprocess.run(
        ["git", *WHO, "commit", "-m", "Tell of the future"],
        cwd=repository,
        env=when,
        check=True,
        capture_output=True,
    )

    assert "stories/third.yml" not in last_changed(repository / "content")
    assert last_commit(repository / "content") == UNKNOWN


def test_a_file_with_the_name_of_a_mark_is_passed_over(repository: Path) -> None:
    write(repository / "content/:odd.yml", "one")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Name a file oddly")

    assert "stories/second.yml" in last_changed(repository / "content")


def test_files_of_a_course_are_not_taken_for_a_repository(repository: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", "--bare", repository, tmp_path / "bare"], check=True)

    assert last_commit(tmp_path / "bare") == UNKNOWN
