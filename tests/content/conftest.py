"""What the tests of reading share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content.source import Source
from tests.content.folders import source_of

Write = Callable[..., Path]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files into a content folder, seen from the folder above it. A course.yml is there anyway."""
    monkeypatch.chdir(tmp_path)

    def write(files: dict[str, str] | None = None) -> Path:
        for path, text in {"course.yml": "title: Kind\nid: kind\n", **(files or {})}.items():
            file = Path("content") / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return Path("content")

    return write


@pytest.fixture
def story() -> Callable[[str], Source]:
    """A story with this text as its file."""
    return lambda text: source_of("story", "tea", text)
