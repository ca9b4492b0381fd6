"""The example of each code is a mistake of that code, and is one no more where it is mended."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import FILES
from tests.mistakes.laying import HERE, SOUND, lay, problems, words

SHOWN = sorted(code for code, entry in words().problems.items() if entry.mistake)
NOT_SHOWN = {
    *("no-course-file", "folder-in-folder", "symlink", "not-a-file", "cannot-read", "too-large", "not-utf8"),
    *("not-text", "not-checked", "more", "character", "special-space", "line-too-long", "tab", "too-long"),
    *("nested-too-deep", "image-kind", "image-damaged", "image-too-heavy", "image-too-large"),
    *("image-name", "list-too-long", "paragraph-too-long", "too-many-parts", "several-lines"),
    *("address-gone", "published-damaged"),
}
"""What cannot be seen in a few lines."""
OF = {
    "story": "stories/tea.yml",
    "lesson": "lessons/listen.yml",
    "exercise": "exercises/practise.yml",
    "checklist": "checklists/listener.yml",
    "workshop": "workshops/morning.yml",
    "path": "paths/first.yml",
    "course": "course.yml",
    "glossary": "glossary.yml",
}
"""A file of each kind in the sound course."""


def test_a_file_of_every_kind_is_at_hand() -> None:
    assert OF.keys() == FILES.keys()


def test_every_code_has_an_example_where_lines_can_show_it() -> None:
    assert {*SHOWN} == words().problems.keys() - NOT_SHOWN


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_is_a_mistake_of_its_code_until_it_is_mended(code: str, tmp_path: Path) -> None:
    entry = words().problem(code)
    tries = zip(laid(code, entry.mistake), laid(code, entry.mended), strict=True)
    assert any(
        code in codes_of(*mistake, code, tmp_path) and code not in codes_of(*mended, code, tmp_path)
        for mistake, mended in tries
    )


def laid(code: str, example: str) -> Iterator[tuple[str, str]]:
    """The files in which the example may stand: their places and their texts."""
    sound = SOUND / "content"
    if example.startswith("content/"):
        yield example.removeprefix("content/"), (sound / OF["story"]).read_text("utf-8")
        return
    for at in (*OF.values(), "stories/rain.yml"):
        yield at, with_keys((sound / at).read_text("utf-8"), example)
        yield at, example


def with_keys(text: str, example: str) -> str:
    """A file with the lines of an example in the place of its own."""
    named = set(re.findall(r"^(?:- )?([A-Za-z_]+)(?=:| =)", example, re.MULTILINE)) | {"body"}
    parts = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    kept = [part for part in parts if part.partition(":")[0] not in {name.lower() for name in named}]
    return f"{example}\n{''.join(kept)}"


def codes_of(at: str, text: str, code: str, folder: Path) -> set[str]:
    """What an author is told of one file, in the sound course or in that of the code's own case."""
    shutil.rmtree(folder)
    lay(HERE / code if code in ACROSS_FILES else SOUND, folder)
    file = folder / "content" / at
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return {problem.code for problem in problems(folder) if problem.place.file == f"content/{at}"}


ACROSS_FILES = {
    *("link-to-draft", "private-name", "requires-circle", "redirect-twice"),
    *("revision-lowered", "counts-otherwise", "statement-reworded"),
}
"""What is a mistake only beside another file."""
