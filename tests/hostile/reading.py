"""Reads one document as the only file of a course beside its settings."""

import io
import shutil
from pathlib import Path

from generator.content import load
from generator.notices import as_printed
from tests.mistakes.laying import words

COURSE = "title: Kind service\nid: kind-service\n"


def read(folder: Path, path: str, data: bytes) -> str:
    """What is wrong with how a document is read; nothing where it is a course or problems with places."""
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    file = content / path
    file.parent.mkdir(parents=True)
    (content / "course.yml").write_text(COURSE, "utf-8")
    file.write_bytes(data)
    loading = load(content, spoken={"en"})
    if any(problem.place.line < 1 or not problem.place.file for problem in loading.problems):
        return "a problem without a place"
    printed = as_printed(loading.problems, words(), io.StringIO())
    if "\x1b" in printed or "\x00" in printed or any(line.startswith("::") for line in printed.split("\n")):
        return "the log is not safe"
    return ""
