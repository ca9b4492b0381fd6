"""What stands below a proposal shows what a stranger wrote, and nothing else."""

import re
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

SCRIPT = Path(__file__).parents[1] / ".ci/comment.py"
OURS = runpy.run_path(str(SCRIPT))
comment: Callable[[bytes, bytes], str] = OURS["comment"]
escape: Callable[[str], str] = OURS["escape"]
TAGS = {"p", "strong", "ul", "li"}


def html(body: str) -> str:
    """A comment as a forge shows it, without our own mark."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    return str(parser.render(body.partition("\n")[2]))


def tags(body: str) -> set[str]:
    return set(re.findall(r"<([a-z0-9]+)", html(body)))


HOSTILE = [
    "@team look at this",
    "[click](https://evil.example) ![x](https://evil.example/a.png)",
    "https://evil.example www.evil.example mailto:a@evil.example",
    "<img src=x onerror=alert(1)> <!-- <script>alert(1)</script>",
    "# heading #12 GH-12 owner/repo#3 https://github.com/o/r/issues/3",
    "* list\n1. list\n> quote\n| a | b |\n|---|---|\n```\ncode",
    "::error::forged\n::set-output name=a::b",
    "\x1b[31mred\u202eright to left\u2028line",
    "*bold* _it_ ~~gone~~ `code` $x$ \\@team",
    "&lt;b&gt; &#64;team",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_line_becomes_text(text: str) -> None:
    body = comment(text.encode(), b"")
    assert tags(body) <= TAGS
    shown = html(body)
    assert not re.search(r"@\w|#\w|https?://\w|\bwww\.\w|\bGH-\w", shown)
    assert "::error::" not in body.splitlines()
    assert "\x1b" not in body


@given(st.text(max_size=200), st.text(max_size=80))
def test_no_text_at_all_becomes_more_than_text(changes: str, outside: str) -> None:
    body = comment(changes.encode("utf-8", "replace"), outside.encode("utf-8", "replace"))
    assert tags(body) <= TAGS
    assert not re.search(r"@[A-Za-z0-9]|#\d|://\w", html(body))


def test_plain_words_are_shown_as_they_are() -> None:
    shown = html(comment("Lesson “Ask”: 12 minutes (before: 10).\n".encode(), b""))
    assert "<li>Lesson “Ask”: 12 minutes (before: 10).</li>" in shown


def test_where_nothing_changed_it_says_so() -> None:
    assert "Nothing that readers will notice." in comment(b"", b"")


def test_files_outside_of_the_course_are_named() -> None:
    assert "look twice" not in comment(b"One.", b"")
    body = comment(b"One.", b"Makefile\n.github/workflows/test.yml\n")
    assert "look twice" in body
    assert "<li>.github/workflows/test.yml</li>" in html(body)


@pytest.mark.parametrize("data", [b"x" * 10**6, b"line\n" * 10**5, b"\xff\xfe" * 10**5, b"\n" * 10**6])
def test_a_comment_is_never_longer_than_a_forge_takes(data: bytes) -> None:
    assert len(comment(data, data)) < 65_000


def test_what_is_cut_is_said_to_be() -> None:
    assert "the list is cut here" in html(comment(b"line\n" * 61, b""))
    assert "the list is cut here" not in html(comment(b"line\n" * 60, b""))


def test_it_runs_where_nothing_is_installed(tmp_path: Path) -> None:
    (tmp_path / "changes.txt").write_text("New. Story: “Tea”.\n", "utf-8")
    command = [sys.executable, "-I", "-S", str(SCRIPT), "changes.txt", "/dev/null"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert "Tea" in ran.stdout.decode()
