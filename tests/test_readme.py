"""What the documents tell is true."""

import re
import shutil
from pathlib import Path

import pytest

from generator import content
from generator.cli import commands

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_story_of_the_readme_is_a_story_without_a_problem(tmp_path: Path) -> None:
    name, text = re.findall(r"`content/(stories/[a-z-]+\.yml)`:\n\n```yaml\n(.*?)```", README, re.DOTALL)[0]
    assert len(text.splitlines()) == 10
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / name).write_text(text, "utf-8")
    loading = content.load(tmp_path / "content")
    assert [problem for problem in loading.problems if problem.place.file.endswith(name)] == []
    assert "the-umbrella" in loading.course.story


def test_the_readme_tells_every_command() -> None:
    assert set(re.findall(r"^\| `extramile ([\w-]+)", README, re.MULTILINE)) == set(commands.commands)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_links_and_make_targets_of_the_documents_are_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"\bmake (\w+)\b(?=`| {2,}#)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        assert link.startswith("story:") or (ROOT / link).exists(), link
