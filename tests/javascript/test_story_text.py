"""What is typed into the form of a story is shown on its page as in the preview, and passes every check."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.content import dump
from generator.prose import Scribe
from tests.javascript.node import evaluate, scripts
from tests.javascript.test_story_file import HOSTILE, REQUIRED, loaded, stories, texts

MARKED = (
    "*late*",
    "**never** and _late_ and __very__",
    "(*so*) said “**she**”.",
    "a*b*c **x**y *un closed",
    "*a**b* ***both*** **a *b* c**",
    "[the hotel](https://hotel.example/a_b_c?x=1&copy;=2)",
    "wow![a](https://a.example) and [*b*](https://b.example)",
    "[x](javascript:alert(1)) [y](story:tea) [z](//a) [w](https://u@a.example)",
    "[ß](https://ü.example/ö)[n](HTTP://A.EXAMPLE)",
    r"\*not\* \\ \[no\](https://a.example) back\slash",
    "- one",
    "* two",
    "• three *late*",
    "1. first",
    "2) second",
    "12. not a list",
    "> said",
    ">> twice",
    "- > - nested",
    "1. # heading",
    "-",
    "--",
    "*",
    "**",
    "`*a*` `[b](https://b.example)`",
    "[a](https://b.example/`)`",
    "*" + "x" * 1_890 + "*",
    "[" + "&" * 1_800 + "](https://a.example)",
)
written_texts = st.one_of(
    texts,
    st.sampled_from(MARKED),
    st.lists(st.sampled_from(MARKED + HOSTILE[:35]), max_size=6).map("\n".join),
    st.lists(st.sampled_from(MARKED + HOSTILE[:35]), max_size=4).map(" ".join),
    st.text("*_[]()\\!<>-1.# \nab\"'é😀https://.", max_size=50),
)
answers = st.builds(
    lambda one, other: {**one, **other},
    stories,
    st.fixed_dictionaries(
        {"body": written_texts, "key_learning_point": written_texts},
        optional={
            "what_made_the_difference": written_texts,
            "discussion_questions": written_texts,
            "lessons": st.just("listen"),
            "source_url": st.sampled_from(
                ("https://a.example/b?c=d#e", "http://ä.example/(ö)", "no", "https://u@b")
            ),
            "review_by": st.sampled_from(("2027-02-28", "2031-12-01")),
        },
    ),
)
LESSON = "title: Listen\nsummary: Listen.\nbody: Listen.\nkey_learning_point: Listen.\n"
FILES = """given.map((answers) => {
  const { lightly, blocks, wrongAddress } = page;
  const { storyFile } = require(%r);
  const { findings } = require(%r);
  const found = findings(answers, []);
  const kept = { privacy_checked: found.map((each) => each + "\\tIt is made up.").join("\\n") };
  const wrong = answers.source_url ? wrongAddress(answers.source_url) : "";
  return { ...storyFile({ ...answers, ...kept }, lightly), wrong, blocks: blocks(answers.body) };
})"""

BESIDE = (str(scripts() / "story-file.js"), str(scripts() / "story-form-logic.js"))


def written(told: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The files of told stories, and what the preview shows of their texts, in one run."""
    files: list[dict[str, Any]] = evaluate("story-text.js", FILES % BESIDE, told)
    return files


def with_lesson(folder: Path, files: list[dict[str, Any]]) -> Any:
    """The course of these stories, with the lesson that some of them name."""
    (folder / "lessons").mkdir(parents=True)
    (folder / "lessons/listen.yml").write_text(LESSON, "utf-8")
    return loaded(folder, files)


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(answers, min_size=30, max_size=60))
def test_every_file_of_the_form_passes_the_checks_and_is_shown_as_in_the_preview(
    tmp_path_factory: pytest.TempPathFactory, told: list[dict[str, str]]
) -> None:
    files = [
        file for file in written(told) if not file["missing"] and not file["tooLong"] and not file["wrong"]
    ]
    read = with_lesson(tmp_path_factory.mktemp("told") / "content", files)
    assert [(problem.code, problem.excerpt) for problem in read.errors] == []
    again = dump(read.course)
    for number, file in enumerate(files):
        assert again[f"stories/story-{number}.yml"] == file["text"].replace("\noutcome: delight\n", "\n")
        body = read.course.story[f"story-{number}"].body
        assert plain(Scribe("x", smart_quotes=False).prose(body)) == plain(as_html(file["blocks"]))


def as_html(blocks: list[dict[str, Any]]) -> str:
    """What the preview shows, as HTML."""
    return "".join(_block(block["kind"], block["lines"]) for block in blocks)


def _block(kind: str, lines: list[list[dict[str, str]]]) -> str:
    inner = {"p": "", "ul": "li", "ol": "li", "blockquote": "p"}[kind]
    return f"<{kind}>{''.join(_wrapped(inner, line) for line in lines)}</{kind}>"


def _wrapped(tag: str, line: list[dict[str, str]]) -> str:
    text = "".join(_marked(part) for part in line)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _marked(part: dict[str, str]) -> str:
    text = html.escape(part["text"], quote=False)
    return text if part["kind"] == "text" else f"<{part['kind']}>{text}</{part['kind']}>"


def plain(markup: str) -> str:
    """HTML without what the two write differently: attributes, spaces between blocks, quotes as signs."""
    bare = re.sub(r"<(\w+) [^<>]*>", r"<\1>", markup)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r">\s+<(?=/?(?:p|ul|ol|li|blockquote)>)", "><", bare)))


def test_an_example_has_everything() -> None:
    (file,) = written([{**dict.fromkeys(REQUIRED, "A text"), "body": "\n".join(EXAMPLE)}])
    kinds = [block["kind"] for block in file["blocks"]]
    assert kinds == ["p", "ul", "ol", "blockquote", "p"]
    assert plain(as_html(file["blocks"])) == (
        "<p>It was <em>late</em>, <strong>very</strong>.</p><ul><li>a</li><li>b</li></ul>"
        "<ol><li>one</li><li>two</li></ol><blockquote><p>Leave it.</p></blockquote>"
        "<p>See <a>the hotel</a>. 12 * 3 < 40</p>"
    )


EXAMPLE = (
    *("It was *late*, __very__.", "", "- a", "- b", "1. one", "2) two", "> Leave it."),
    "See [the hotel](https://hotel.example/a). 12 * 3 < 40",
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("It was <em>late</em>.", ["html"]),
        ("One<br>two", ["html-break"]),
        ("![cat](cat.png)", ["image-unknown"]),
        ("Read [the other] (story:rain).", ["link-with-space"]),
        ("The [porter](https://a.example){: .big}", ["attributes"]),
        ('--8<-- "x"', ["include"]),
        ("[a](mailto:a@b.example)", ["link-scheme"]),
        ("[a](javascript:x)", ["link-scheme"]),
        ("[a](rain.html)", ["link-target"]),
        ("[a](story:rain)", ["unknown-id"]),
        ("[a](https://bank.example@elsewhere.example/)", ["link-hides-address"]),
        ("[a](https://)", ["link-target"]),
        ("5 < 6 > 4, {sic}, [sic], *so* and a_b_c", []),
        ("[a](https://a.example)", []),
        (r"\<b>", []),
    ],
)
def test_what_would_not_be_shown_is_told(typed: str, codes: list[str]) -> None:
    found = evaluate("story-text.js", "page.complaints(given)", typed)
    assert [one["code"] for one in found] == codes
