"""What has gone out to readers is asked for in the list of what has been published."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import COURSES

LISTED = Path(__file__).parents[1] / ".ci/listed"


def ran(content: Path) -> subprocess.CompletedProcess[str]:
    """What the script says of a course."""
    return subprocess.run([str(LISTED), str(content)], capture_output=True, text=True, check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A course of which nothing is listed."""
    return shutil.copytree(COURSES / "tiny/content", tmp_path / "content")


def test_what_the_list_lacks_is_shown_and_nothing_is_changed(content: Path) -> None:
    asked = ran(content)
    assert (asked.returncode, asked.stderr) == (1, "")
    assert "  - stories/the-cup-of-tea\n" in asked.stdout
    assert not (content / "published.yml").exists()


def test_the_list_that_is_shown_is_complete(content: Path) -> None:
    shown = ran(content).stdout.partition("```yaml\n")[2].partition("```")[0]
    (content / "published.yml").write_text(shown, "utf-8")
    again = ran(content)
    assert (again.returncode, again.stdout) == (0, "")


def test_a_course_that_cannot_be_published_says_why(content: Path) -> None:
    (content / "stories/the-cup-of-tea.yml").write_text("title: Tea\n", "utf-8")
    asked = ran(content)
    assert asked.returncode == 1
    assert "missing-key" in asked.stdout
