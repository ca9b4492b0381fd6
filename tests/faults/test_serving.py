"""A preview goes on whatever is saved, and shows the course again once it is whole."""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import COURSES, mend
from tests.faults.course import CHAOS, rounds
from tests.test_plugin import STORY, Preview, running

Edit = Callable[[Path, random.Random], None]


def break_a_line(content: Path, chance: random.Random) -> None:
    file = some(content, chance)
    lines = file.read_bytes().splitlines(keepends=True)
    place = chance.randrange(len(lines) + 1)
    file.write_bytes(b"".join((*lines[:place], chance.choice(WRONG), *lines[place:])))


def cut(content: Path, chance: random.Random) -> None:
    file = some(content, chance)
    data = file.read_bytes()
    file.write_bytes(data[: chance.randrange(len(data) + 1)])


def remove(content: Path, chance: random.Random) -> None:
    some(content, chance).unlink()


def add(content: Path, chance: random.Random) -> None:
    folder = chance.choice(["stories", "lessons", "checklists", "nowhere"])
    (content / folder).mkdir(exist_ok=True)
    (content / folder / f"new-{chance.randrange(9)}.yml").write_bytes(
        chance.choice(WRONG) * chance.randrange(1, 50)
    )


def rename_a_folder(content: Path, chance: random.Random) -> None:
    folder = content / chance.choice(["stories", "lessons"])
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}-{chance.randrange(9_999)}"))


def put_a_folder_in_the_place_of_a_file(content: Path, chance: random.Random) -> None:
    file = some(content, chance)
    file.unlink()
    file.mkdir()


def restore(content: Path, _chance: random.Random | None = None) -> None:
    """The course as it was, as when somebody changes to another branch."""
    for entry in content.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    shutil.copytree(COURSES / "tiny/content", content, dirs_exist_ok=True)


def some(content: Path, chance: random.Random) -> Path:
    files = sorted(file for file in content.rglob("*.yml") if file.is_file())
    if not files:
        restore(content)
        return some(content, chance)
    return chance.choice(files)


WRONG = (
    b"title: [\n",
    b"\ttab: 1\n",
    b"\x00\x01\n",
    b"summary: again\n",
    b"'\n",
    b"- - -\n",
    b"\xff\xfe\n",
    b"? a\n: b\n",
    b"---\n",
)
EDITS: tuple[Edit, ...] = (
    break_a_line,
    cut,
    remove,
    add,
    rename_a_folder,
    put_a_folder_in_the_place_of_a_file,
    restore,
)
ODD: tuple[Callable[[Path], object], ...] = (
    lambda content: (content / "stories/round").symlink_to(content),
    lambda content: (content / "stories/self.yml").symlink_to("self.yml"),
    lambda content: os.mkfifo(content / "stories/pipe.yml"),
    lambda content: (content / "stories/secret.yml").touch(0o000),
    lambda content: shutil.rmtree(content / "lessons"),
)
"""Links in circles, a pipe, a file that nobody may read, and a folder that is gone."""


def answers(preview: Preview) -> bool:
    try:
        return preview.answer("/")[0] in (200, 404, 500)
    except TimeoutError:
        return False


@pytest.mark.timeout(1800)
def test_a_preview_survives_whatever_is_saved_and_recovers(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(COURSES / "tiny", project)
    chance = random.Random(7)
    longest = 0.0
    with running(project) as preview:
        for number in range(rounds(12, 200)):
            chance.choice(EDITS)(project / "content", chance)
            assert answers(preview), f"after edit {number}"
            if number % 10 == 9:
                restore(project / "content")
                mend(project / "content/stories/the-cup-of-tea.yml", "put the kettle", f"put kettle {number}")
                mended = time.monotonic()
                assert shows(preview, f"She put kettle {number} on")
                longest = max(longest, time.monotonic() - mended)
    if CHAOS:
        print(f"longest until a mended course was shown: {longest:.2f} s")


def test_a_preview_survives_loops_pipes_and_folders_that_are_gone(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(COURSES / "tiny", project)
    with running(project) as preview:
        for number, put in enumerate(ODD):
            put(project / "content")
            mend(project / "content/stories/the-cup-of-tea.yml", "put the kettle", f"put kettle {number}")
            assert shows(preview, f"She put kettle {number} on", "unknown-id: lessons"), number
            restore(project / "content")
            assert shows(preview, "She put the kettle on"), number


def shows(preview: Preview, *texts: str) -> bool:
    return preview.shows(STORY, lambda page: any(text in page for text in texts))
