"""The form of a story tells in its own place what the checks of the course would tell of the file."""

import re
from typing import Any

import pytest

from generator.views.share import PRIVATE, TOLD
from tests.javascript.node import evaluate
from tests.mistakes.laying import cases, words

NEEDED = ["body", "key_learning_point", "title", "summary", "outcome", "told_as"]
GOOD = {
    **dict.fromkeys(NEEDED, "A text"),
    "outcome": "mixed",
    "told_as": "fictional",
    "source": "I was there.",
    "discussion_questions": "Why?",
}
TYPED = {
    "missing-key": {"title": "  "},
    "outcome-not-said": {"outcome": ""},
    "too-long": {"title": "x" * 201},
    "too-large": {"action_steps": "\n".join(["x" * 900] * 300)},
    "not-a-day": {"review_by": "30 June 2031"},
    "no-such-day": {"review_by": "2031-02-30"},
    "not-a-web-address": {"source_url": "hotel.example"},
    "link-hides-address": {"source_url": "https://bank.example@elsewhere.example/"},
    "link-scheme": {"body": "[a](javascript:alert)"},
    "link-target": {"source": "[a](rain.html)"},
    "link-with-space": {"body": "[a] (https://a.example)"},
    "unknown-id": {"body": "[a](story:rain)"},
    "html": {"key_learning_point": "<b>Ask</b>"},
    "html-break": {"discussion_questions": "Who?<br>Why?"},
    "image-unknown": {"body": "![a](a.png)"},
    "attributes": {"action_steps": "Ask{: .big}"},
    "too-many-parts": {"body": "a\n" * 2_001},
    "list-too-long": {"action_steps": "a\n" * 1_001},
    "consent-not-said": {"consent": "", "told_as": "real"},
    "private-email": {"body": "She wrote to ruth_keller@postfach.de."},
    "private-phone": {"body": "She rang 020 7946 0958."},
    "private-card": {"summary": "It was 4111 1111 1111 1111."},
    "private-account": {"body": "To DE89 3704 0044 0532 0130 00."},
    "private-order": {"discussion_questions": "Order no. 4711-88213?"},
    "private-identity": {"told_by": "Passport 078-05-1120"},
    "private-number": {"source": "The screen showed 40012345678."},
    "private-name": {"where": "At Lindqvist"},
    "include": {"what_made_the_difference": "--8<-- x"},
}
"""What is typed, by the code that the form then tells."""
ADVISED = {
    "source-not-said": {"source": ""},
    "questions-not-said": {"discussion_questions": ""},
    "review-due": {"review_by": "2027-01-31"},
    "shown-as-it-stands": {"summary": "A *wet* day"},
}
WRITTEN_BY_US = "one writer makes the whole file, and puts quotes, bars, dashes and spaces where they belong"
NOT_ASKED = "the form does not ask for this key"
CHOSEN = "the answer is chosen from those that there are"
CLEANED = "the writer leaves it out"
NAMED = "the name of the file is made from the title"
A_FILE = "the file has just been written, as text"
ESCAPED = "an image or a link of this kind is told as another code"
NEVER: dict[str, str] = {
    **dict.fromkeys(
        (
            *(
                "alias",
                "backslash",
                "bar-mistaken",
                "bar-missing",
                "braces",
                "bracket",
                "colon",
                "colon-missing",
            ),
            *(
                "colon-without-space",
                "comma-in-brackets",
                "curly-quotes",
                "cut-by-hash",
                "dash",
                "dash-before-key",
            ),
            *("dash-sign", "duplicate-key", "entry-too-far-in", "fence", "file-empty", "file-is-list"),
            *("file-is-text", "first-line-deeper", "hash-not-indented", "hidden-by-hash", "indentation"),
            *("key-too-long", "line-too-long", "list-expected", "list-on-key-line", "merge-conflict"),
            *("not-indented", "quote-inside", "quote-not-closed", "reads-like-a-value", "second-document"),
            *("special-space", "start-character", "stray-quote", "syntax", "tab", "tag", "text-expected"),
            *("text-on-bar-line", "two-keys", "unknown-key", "wide-colon", "id-key", "empty", "more"),
        ),
        WRITTEN_BY_US,
    ),
    **dict.fromkeys(
        (
            *("image-damaged", "image-kind", "image-target", "image-too-heavy", "image-too-large"),
            *("image-without-alternative", "not-yes-or-no", "refers-to-itself", "too-many", "turn-as-line"),
            "still-to-write",
        ),
        NOT_ASKED,
    ),
    **dict.fromkeys(("unknown-value", "listed-twice"), CHOSEN),
    "character": CLEANED,
    "kept-in-vain": "a reason is written only for what stands in the story",
    **dict.fromkeys(("several-lines", "paragraph-too-long"), WRITTEN_BY_US),
    **dict.fromkeys(
        (
            "image-name",
            "image-and-drawing",
            "drawing-unknown",
            "redirect-in-use",
            "redirect-reserved",
            "redirect-twice",
        ),
        NOT_ASKED,
    ),
    **dict.fromkeys(("link-with-ending", "link-to-draft"), ESCAPED),
    "nested-too-deep": "quotations and lists of the form have one level",
    **dict.fromkeys(
        ("file-name", "file-name-ending", "file-name-reserved", "file-twice", "folder-in-folder"), NAMED
    ),
    **dict.fromkeys(
        (
            "not-a-file",
            "not-text",
            "not-utf8",
            "picture-elsewhere",
            "symlink",
            "unexpected-file",
            "cannot-read",
            "document",
        ),
        A_FILE,
    ),
}
"""The codes that no file of the form can have, and why."""


def problems(answers: dict[str, str]) -> list[dict[str, Any]]:
    """What the form finds wrong with answers."""
    found: list[dict[str, Any]] = evaluate(
        "story-form-logic.js",
        "page.problems(given.answers, given.needed, ['Lindqvist'], '2027-02-01')",
        {"answers": answers, "needed": NEEDED},
    )
    return found


def raised() -> set[str]:
    """Every code that an author of a story is told in one of the mistakes that the course has as examples."""
    lines = "".join((case / "expected.txt").read_text("utf-8") for case in cases())
    found = re.findall(r"^content/stories/.*?:\d+:\d+: (?:warning )?([a-z0-9-]+): ", lines, re.MULTILINE)
    return {*found}


def test_each_code_of_a_story_has_its_words_in_the_form_or_cannot_be() -> None:
    assert {*NEVER} & {*TOLD, *PRIVATE} == set()
    assert raised() - {*TOLD, *PRIVATE} - {*NEVER} == set()
    assert {*NEVER} <= words().problems.keys()


def test_each_code_of_the_form_can_be_told() -> None:
    assert {*TYPED} | {*ADVISED} == {*TOLD, *PRIVATE}


def test_a_good_story_has_no_problem() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(("code", "typed"), TYPED.items(), ids=list(TYPED))
def test_what_would_not_pass_is_told_beside_its_field(code: str, typed: dict[str, str]) -> None:
    found = [(one["key"], one["code"]) for one in problems({**GOOD, **typed}) if not one.get("advice")]
    key = next(iter(typed))
    assert found == [("body" if code == "too-large" else key, code)]


@pytest.mark.parametrize(("code", "typed"), ADVISED.items(), ids=list(ADVISED))
def test_what_would_make_it_better_is_advice(code: str, typed: dict[str, str]) -> None:
    assert [(one["code"], one["advice"]) for one in problems({**GOOD, **typed})] == [(code, True)]


@pytest.mark.parametrize(("code", "typed"), [*TYPED.items(), *ADVISED.items()], ids=[*TYPED, *ADVISED])
def test_every_gap_of_the_words_is_filled(code: str, typed: dict[str, str]) -> None:
    (told,) = [one for one in problems({**GOOD, **typed}) if one["code"] == code]
    gaps = re.findall(r"{(\w+)}", words().problem(code).beside_field)
    assert {*gaps} <= {*told, "field"}


def test_only_some_problems_of_a_text_are_told_at_once() -> None:
    assert len(problems({**GOOD, "body": "<b>a</b> " * 50})) == 3


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("github", "https://a.example/new?filename=a-b.yml&value=title%3A+%C3%A4+%26+b%0A"),
        ("gitlab", "https://a.example/new?file_name=a-b.yml&content=title%3A+%C3%A4+%26+b%0A"),
    ],
)
def test_the_page_for_a_new_file_gets_its_name_and_its_text(host: str, address: str) -> None:
    assert proposed(host, "title: ä & b\n") == {"href": address, "paste": False}


def proposed(host: str, text: str) -> Any:
    """Where a file can be proposed."""
    return evaluate(
        "story-form-logic.js",
        "page.proposing(given.host, 'https://a.example/new', given.file)",
        {"host": host, "file": {"name": "a-b.yml", "text": text}},
    )


def test_a_long_story_is_pasted() -> None:
    assert proposed("github", "x" * 7_900) != proposed("github", "x" * 8_000)
    assert proposed("github", "ä" * 1_400) == {
        "href": "https://a.example/new?filename=a-b.yml",
        "paste": True,
    }


@pytest.mark.parametrize(("size", "paste"), [(1_000, False), (2_000, True)])
def test_an_email_holds_a_short_story(size: int, paste: bool) -> None:
    given = {"file": {"text": "a\n" + "x" * size}}
    mail = evaluate("story-form-logic.js", "page.mailing('A & B', given.file, 'Paste it.')", given)
    assert mail["paste"] == paste
    assert mail["href"].startswith(
        "mailto:?subject=A%20%26%20B&body=" + ("Paste%20it." if paste else "a%0D%0Axx")
    )


def test_what_looks_private_may_stay_with_a_reason() -> None:
    told = {**GOOD, "body": "She rang 020 7946-0958 twice.", "told_by": "020 7946-0958"}
    given = [told, {**told, "privacy_checked": "020 7946-0958\tIt is made up."}]
    found = evaluate("story-form-logic.js", "page.findings(given, [])", told)
    assert found == ["020 7946-0958"]
    assert [[one["code"] for one in problems(each)] for each in given] == [["private-phone"] * 2, []]
    assert [one["key"] for one in problems(given[0])] == ["body", "told_by"]
