"""The file of a told story passes every check of the course, whatever was typed."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.content import dump, load
from generator.model import TOLD_BY_CHOICE, TOLD_IN_WORDS, Form, Story
from generator.prose import words
from generator.schemas import schema_of
from tests.javascript.node import evaluate

SETTINGS = "title: Service\nid: service\n"
HOSTILE = (
    "\"quoted\" and 'quoted'",
    "a: b",
    "key:",
    "# no remark",
    "- no list",
    "no",
    "~",
    "012",
    "12:30",
    "2027-02-03",
    "1_000",
    "| bar",
    "> fold",
    "    code",
    "\ttab\tand\ttab",
    "`code` *star* _line_ [text](javascript:x) ![picture](x.png)",
    "<img src=x onerror=alert(1)> </textarea> <!-- remark --> <https://a.example>",
    "{#id} {: .x } {a=b} {{ 7*7 }} {% raw %}",
    "--8<-- file",
    "&amp; &#8203; &lt;",
    "1. one\n2. two",
    "===\n---\n***",
    "~~~\ncode\n~~~",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[x]: https://a.example",
    "back\\slash\\",
    "“curly”",
    'stray"',
    "مرحبا بكم في خدمتنا",
    "👩\u200d🚒 🇬🇧 👍🏽",
    "zero\u200bwidth \u202eturned\u202c \x1b[31m \x00 \ud800 \ue000 \ufffe \ufeff",
    "\u200djoined a\ufe0f\u200d \u3164\u200d e"
    + "\u0301" * 20
    + " ❤\ufe0f\u200d🔥 葛\U000e0100 ᠠ\u180b x\U000e0100 \u180b\u200c",
    "one\u2028two\u2029three\x85four\rfive\r\nsix\x0bseven",
    "no\u00a0break \u3000 wide",
    "<<<<<<< HEAD\n=======\n>>>>>>> theirs",
    "--- \n...\n--- a",
    "x" * 4_500,
    "word " * 1_500,
    "'",
    "\u200d",
    "%",
    "=",
    "<<",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec=None), max_size=60),
    st.lists(st.sampled_from(HOSTILE[:35]) | st.text(max_size=20), max_size=4).map("\n".join),
    st.text("'\"`:#-|>{}[]()&*!%@,?~=<\\ \n\tab01é", max_size=40),
)
REQUIRED = ("title", "summary", "body", "key_learning_point")
stories = st.fixed_dictionaries(
    dict.fromkeys(REQUIRED, texts),
    optional={
        **{key: texts for key in TOLD_IN_WORDS if key not in REQUIRED},
        **{key: st.sampled_from(values) for key, values in TOLD_BY_CHOICE.items()},
    },
)


def written(answers: list[dict[str, str]]) -> list[dict[str, Any]]:
    """The files of told stories, written by the page's script in one run."""
    files: list[dict[str, Any]] = evaluate(
        "story-file.js", "given.map((each) => page.storyFile(each))", answers
    )
    return files


def loaded(folder: Path, files: list[dict[str, Any]]) -> Any:
    """A course of these stories, and everything that is wrong with it."""
    (folder / "stories").mkdir(parents=True)
    (folder / "course.yml").write_text(SETTINGS, "utf-8")
    for number, file in enumerate(files):
        (folder / f"stories/story-{number}.yml").write_text(file["text"], "utf-8")
    return load(folder, spoken={"en"})


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(stories, min_size=30, max_size=60))
def test_every_file_passes_the_checks_and_is_written_as_the_course_writes_it(
    tmp_path_factory: pytest.TempPathFactory, told: list[dict[str, str]]
) -> None:
    files = [file for file in written(told) if not file["missing"] and not file["tooLong"]]
    read = loaded(tmp_path_factory.mktemp("told"), files)
    wrong = [(problem.code, problem.excerpt) for problem in read.problems if problem.severity == "error"]
    assert [each for each in wrong if not each[0].startswith("private-")] == []
    again = dump(read.course)
    for number, file in enumerate(files):
        if f"stories/story-{number}.yml" in read.broken:
            continue
        as_usual = file["text"].replace("\noutcome: delight\n", "\n")
        assert again[f"stories/story-{number}.yml"] == as_usual


def shown(read: Any, number: int, key: str, form: Form) -> str:
    """The words that readers see of a text."""
    text = getattr(read.course.story[f"story-{number}"], key)
    return " ".join((words(text) if form is not Form.PLAIN else text).split())


def test_readers_see_what_was_typed_and_nothing_more(tmp_path: Path) -> None:
    typed = [text for text in HOSTILE if len(text) < 200 and text.isprintable() and not set("{}") & set(text)]
    told = [dict.fromkeys(REQUIRED, text) for text in typed if text != "\u200d"]
    read = loaded(tmp_path / "content", written(told))
    for number, answers in enumerate(told):
        expected = " ".join(answers["body"].split())
        assert shown(read, number, "title", Form.PLAIN) == expected
        assert shown(read, number, "body", Form.PROSE) == expected
        assert shown(read, number, "key_learning_point", Form.LINE) == expected


def test_paragraphs_and_entries_stay_apart(tmp_path: Path) -> None:
    told = {
        **dict.fromkeys(REQUIRED, "A text"),
        "body": "She rang.\nI came.\n\n\n  He left.",
        "discussion_questions": "Who?\n\nWhy?\n",
        "tags": "rain\nbus",
        "outcome": "mixed",
    }
    story = loaded(tmp_path / "content", written([told])).course.story["story-0"]
    assert story.body == "She rang.\n\nI came.\n\nHe left."
    assert story.discussion_questions == ("Who?", "Why?")
    assert (story.tags, story.outcome) == (("rain", "bus"), "mixed")


def test_what_is_missing_or_too_long_is_told() -> None:
    empty, unseen, long = written(
        [{}, {**dict.fromkeys(REQUIRED, "x"), "title": " \u200b\n"}, {**dict.fromkeys(REQUIRED, "x" * 201)}]
    )
    assert empty["missing"] == list(REQUIRED)
    assert unseen["missing"] == ["title"]
    assert long["tooLong"] == {"title": 201, "summary": 201}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("An umbrella for the last bus", "an-umbrella-for-the-last-bus.yml"),
        ("Café «Größe»!", "cafe-grosse.yml"),
        ("المظلة", "my-story.yml"),
        ("", "my-story.yml"),
        ("Con", "story-con.yml"),
        ("../../etc/passwd", "etc-passwd.yml"),
        ("x " * 90, "my-story.yml"),
    ],
)
def test_the_name_of_the_file_comes_from_the_title(title: str, name: str) -> None:
    assert written([{"title": title}])[0]["name"] == name


def test_the_script_knows_the_keys_of_a_story_in_their_order() -> None:
    keys = evaluate("story-file.js", "Object.keys(page.writing.KEYS)")
    told = {*TOLD_IN_WORDS, *TOLD_BY_CHOICE, "lessons", "source_url", "review_by", "privacy_checked"}
    assert keys == [key for key in Story.model_fields if key in told]


def test_the_script_knows_how_much_each_key_holds() -> None:
    keys = evaluate(
        "story-file.js", "Object.keys(page.writing.KEYS).map((key) => [key, page.writing.most(key)])"
    )
    properties = schema_of("story")["properties"]
    for key, most in keys:
        text = properties[key].get("items", properties[key])
        assert most == text.get("maxLength", most), key
