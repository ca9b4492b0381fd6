"""Lays an author's mistake over the sound course, and says what the author is told."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from generator.content import load, load_wording
from generator.model import Problem
from generator.notices import as_text
from generator.wording import Wording

HERE = Path(__file__).parent
SOUND = HERE / "sound"
TEMPLATES = HERE.parents[1] / "templates"
DRAWINGS = {"giraffe-bread", "the-uneven-office"}


@cache
def words() -> Wording:
    return load_wording(TEMPLATES / "wording", "en")


def cases() -> list[Path]:
    """The folders that hold a mistake each."""
    folders = (folder for folder in HERE.iterdir() if folder.is_dir() and folder.name[0] not in "_.")
    return sorted(folder for folder in folders if folder != SOUND)


def code_of(case: str, codes: Mapping[str, object]) -> str:
    """The code whose name the folder bears, the longest where several fit; nothing where none does."""
    return max((code for code in codes if f"{case}-".startswith(f"{code}-")), key=len, default="")


def lay(case: Path, folder: Path) -> None:
    """Lays the sound course into an empty folder, and a mistake over it."""
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    if (case / "content").is_dir():
        shutil.copytree(case / "content", folder / "content", dirs_exist_ok=True)
    if case.name in BUILT_HERE:
        BUILT_HERE[case.name](folder / "content")


def problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the course in a folder, with paths as seen from there."""
    with standing_in(folder):
        found = load(Path("content"), spoken={"en"}, drawings=DRAWINGS, today=date(2027, 1, 1))
        return found.problems


def told(case: Path, folder: Path) -> str:
    """What an author is told who made this mistake, read in an empty folder."""
    lay(case, folder)
    return as_lines(problems(folder))


def as_lines(found: Iterable[Problem]) -> str:
    return "".join(f"{line}\n" for line in as_text(found, words()))


@contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _instead(old: str, new: bytes) -> Callable[[Path], None]:
    """Writes bytes, which git or an editor might change, into the story."""

    def write(content: Path) -> None:
        story = content / "stories/tea.yml"
        data = story.read_bytes()
        assert old.encode() in data
        story.write_bytes(data.replace(old.encode(), new))

    return write


def _as_utf16(content: Path) -> None:
    story = content / "stories/tea.yml"
    story.write_text(story.read_text("utf-8"), "utf-16")


def _link(content: Path) -> None:
    (content / "stories/elsewhere.yml").symlink_to(content / "stories/tea.yml")


def _link_to_folder(content: Path) -> None:
    (content / "paths").rename(content.parent / "paths")
    (content / "paths").symlink_to(content.parent / "paths")


def _link_to_image(content: Path) -> None:
    (content / "images/kettle.png").symlink_to(content / "images/queue.png")


def _pipe(content: Path) -> None:
    os.mkfifo(content / "stories/pipe.yml")


def _large(content: Path) -> None:
    with (content / "stories/tea.yml").open("a") as story:
        story.write("# again\n" * 40_000)


def _heavy(content: Path) -> None:
    (content / "images/heavy.png").write_bytes(bytes(4 * 1024**2))


def _many_pixels(content: Path) -> None:
    Image.new("1", (8_000, 6_000)).save(content / "images/large.png")


def _word(content: Path) -> None:
    with zipfile.ZipFile(content / "stories/new.yml", "w") as document:
        document.writestr("word/document.xml", "<w:document/>")


def _rows(content: Path) -> None:
    with (content / "stories/tea.yml").open("a") as story:
        story.write("facilitator_notes: |\n" + "  - a\n" * 2_000)


def _entries(content: Path) -> None:
    with (content / "stories/tea.yml").open("a") as story:
        story.write("action_steps:\n" + "  - Put the kettle on.\n" * 1_001)


def _spaces_in_a_name(content: Path) -> None:
    (content / "images/queue.png").rename(content / "images/a queue.png")
    story = content / "stories/tea.yml"
    story.write_text(story.read_text("utf-8") + "image: a queue.png\nimage_alt: A queue\n", "utf-8")


def _alike(content: Path) -> None:
    shutil.copy(content / "images/queue.png", content / "images/Queue.png")


def _hidden_link(content: Path) -> None:
    (content / "stories/.around").symlink_to(".")


def _png_called_jpg(content: Path) -> None:
    (content / "images/queue.png").rename(content / "images/queue.jpg")


BUILT_HERE: Mapping[str, Callable[[Path], None]] = {
    "no-course-file": lambda content: (content / "course.yml").unlink(),
    "cannot-read": shutil.rmtree,
    "symlink": _link,
    "symlink-folder": _link_to_folder,
    "symlink-image": _link_to_image,
    "not-a-file": _pipe,
    "too-large": _large,
    "not-utf8": _instead("The cup of tea", "Café".encode("latin-1")),
    "not-utf8-utf-16": _as_utf16,
    "character-invisible": _instead("cup of tea", "cup\u200b of tea".encode()),
    "character-control": _instead("cup of tea", b"cup\x1b[31m of tea"),
    "character-direction": _instead("cup of tea", "cup \u202eaet fo".encode()),
    "character-line-break": _instead("cup of tea", "cup # of\u2028draft: true".encode()),
    "character-broken": _instead("cup of tea", "cup\ufffe of tea".encode()),
    "line-too-long": _instead("listened.", b"listened. " * 600),
    "paragraph-too-long": _instead("She put the kettle", b"She put the kettle\n  on. " * 400),
    "several-lines": _instead("The cup of tea", b'"The cup\\nof tea"'),
    "too-many-parts": _rows,
    "list-too-long": _entries,
    "image-name": _spaces_in_a_name,
    "file-twice-picture": _alike,
    "symlink-hidden": _hidden_link,
    "not-text": _word,
    "image-damaged-other-kind": _png_called_jpg,
    "image-too-heavy": _heavy,
    "image-too-large": _many_pixels,
}
"""What git or an editor would mangle, and what takes much room."""
