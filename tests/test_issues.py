"""A story comes as an issue: what somebody wrote into the form becomes the file of a story."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator import issues
from generator.content import load
from generator.model import Story
from tests.conftest import Command
from tests.views.browser import ENGLISH as WORDS

ROOT = Path(__file__).parents[1]
FORM = ROOT / ".github/ISSUE_TEMPLATE/story.yml"
ANSWERS = {
    "body": "It was *late*.\r\n\r\n### Not a label\r\n\r\nHe came back.",
    "what_made_the_difference": "_No response_",
    "key_learning_point": "Look up.",
    "discussion_questions": "- Who?\r\n2. Why?",
    "title": "A strap: at closing time",
    "summary": "A shop is about\r\nto close.",
    "outcome": WORDS["story_is_mixed"],
    "told_as": WORDS["story_is_fictional"],
    "source": "I was there.",
    "consent": "Nobody can be recognised.",
}


def body(**changed: str) -> str:
    """The text of an issue, as GitHub makes it of the answers."""
    answers = {**ANSWERS, **changed}
    return "\r\n\r\n".join(
        f"### {WORDS[f'share_field_{key}']}\r\n\r\n{text}" for key, text in answers.items()
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "content/stories").mkdir(parents=True)
    (tmp_path / "content/course.yml").write_text("title: Service\nid: service\n", "utf-8")
    return tmp_path


def test_the_form_of_this_repository_asks_what_the_site_asks() -> None:
    assert FORM.read_text("utf-8") == issues.form(WORDS)


def test_github_understands_the_form() -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-issue-forms",
        str(FORM),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_answer_becomes_a_key_in_the_order_of_the_file() -> None:
    story = issues.story(body(), WORDS)
    assert list(story) == sorted(story, key=list(Story.model_fields).index)
    assert story == {
        "title": "A strap: at closing time",
        "summary": "A shop is about to close.",
        "body": "It was *late*.\n\n### Not a label\n\nHe came back.",
        "key_learning_point": "Look up.",
        "outcome": "mixed",
        "discussion_questions": ["Who?", "Why?"],
        "source": "I was there.",
        "told_as": "fictional",
        "consent": "Nobody can be recognised.",
    }


def test_a_label_inside_an_answer_counts_once() -> None:
    story = issues.story(body(consent="Yes.\n### Title\nOther"), WORDS)
    assert (story["title"], story["consent"]) == ("A strap: at closing time", "Yes. ### Title Other")


@pytest.mark.parametrize(
    "text", ["", "Hello", "### Title", "### \n### \n", "\x00" * 99, "### Nothing\n\nof ours"]
)
def test_other_texts_give_no_story(text: str) -> None:
    assert issues.story(text, WORDS) == {}


def test_the_command_writes_a_file_that_passes(course: Path, run: Command) -> None:
    (course / "issue.md").write_bytes(body().encode())
    result = run(course, "extramile", "story-from-issue", "issue.md")
    assert (result.returncode, result.stdout) == (0, "content/stories/a-strap-at-closing-time.yml\n")
    (story,) = load(course / "content").course.stories
    assert story.body == "It was *late*.\n\n### Not a label\n\nHe came back."


def test_what_is_wrong_is_told_and_the_file_is_there_to_be_mended(course: Path, run: Command) -> None:
    hostile = body(
        body="<script>x</script>\n\n[a](javascript:x) ring 020 7946 0958", title="../../Etc: passwd"
    )
    (course / "issue.md").write_bytes(hostile.encode())
    result = run(course, "extramile", "story-from-issue", "issue.md")
    assert result.returncode == 1
    for code in ("html", "link-scheme", "private-phone"):
        assert f" {code}: " in result.stdout
    assert [file.name for file in (course / "content/stories").iterdir()] == ["etc-passwd.yml"]


def test_nothing_is_written_over(course: Path, run: Command) -> None:
    (course / "issue.md").write_bytes(body().encode())
    file = course / "content/stories/a-strap-at-closing-time.yml"
    file.write_text("mine", "utf-8")
    assert run(course, "extramile", "story-from-issue", "issue.md").returncode == 1
    assert file.read_text("utf-8") == "mine"


def test_a_story_without_a_title_asks_for_a_name(course: Path, run: Command) -> None:
    (course / "issue.md").write_text("Hello", "utf-8")
    result = run(course, "extramile", "story-from-issue", "issue.md")
    assert (result.returncode, "--id" in result.stderr) == (1, True)
