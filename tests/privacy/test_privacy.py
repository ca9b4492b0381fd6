"""How much that is private is found, and how often something harmless is taken for it.

`seeded.txt` holds a private thing a line, `clean.txt` a harmless text a line; both are written for this test.
"""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from generator.content.private import RULES, findings
from generator.scripts import lean
from tests.javascript.node import SCRIPTS, evaluate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DENIED = ("Lindqvist", "Marta Lindqvist", "Acme Foods", "王小明")
LEAST_RECALL, MOST_FALSE = 0.95, 1 / 50
STORIES = sorted((ROOT / "content").rglob("*.yml"))

CLEAN = (HERE / "clean.txt").read_text("utf-8").splitlines()
SEEDED = [
    tuple(line.split(" | ", 2)) for line in (HERE / "seeded.txt").read_text("utf-8").splitlines() if line
]


def is_found(private: str, text: str) -> bool:
    """Whether the story would be held back until somebody has looked at this very place."""
    start = text.index(private)
    end = start + len(private)
    return any(found.start < end and start < found.end for found in findings(text, DENIED))


def test_the_corpus_is_large_enough() -> None:
    assert len(SEEDED) >= 60
    assert len(CLEAN) >= 100
    assert {code for code, _, _ in SEEDED} == {rule.code[8:] for rule in RULES if rule.code} | {"name"}


def test_what_is_private_is_found() -> None:
    found = sum(is_found(private, text) for _, private, text in SEEDED)

    assert found / len(SEEDED) >= LEAST_RECALL
    assert f"| found | {found} of {len(SEEDED)} |" in (HERE / "README.md").read_text("utf-8")


def test_what_is_harmless_is_let_through() -> None:
    texts = [*CLEAN, *(file.read_text("utf-8") for file in STORIES)]
    wrong = [text for text in texts if findings(text, DENIED)]

    assert len(wrong) / len(texts) <= MOST_FALSE
    assert f"| false alarms | {len(wrong)} of {len(CLEAN)} |" in (HERE / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("Write to m.keller@postfach.de.", "private-email", "m.keller@postfach.de"),
        ("Ring +49 (0)30 1234567, any time", "private-phone", "+49 (0)30 1234567"),
        ("4111 1111 1111 1111 12/27", "private-card", "4111 1111 1111 1111"),
        ("DE89 3704 0044 0532 0130 00 AND SO ON", "private-account", "DE89 3704 0044 0532 0130 00"),
        ("order no. 4711-88213: late", "private-order", "4711-88213"),
        ("SSN 078-05-1120", "private-identity", "078-05-1120"),
        ("MARTA LINDQVIST's cake", "private-name", "MARTA LINDQVIST's"),
    ],
)
def test_a_finding_is_the_private_part_and_no_more(text: str, code: str, found: str) -> None:
    (only,) = findings(text, DENIED)

    assert (only.code, only.found) == (code, found)
    assert text[only.start : only.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",
        "DE89 3704 0044 0532 0130 01",
    ],
)
def test_a_number_whose_sum_is_wrong_is_no_card_and_no_account(text: str) -> None:
    assert not {"private-card", "private-account"} & {found.code for found in findings(text)}


@pytest.mark.parametrize("text", ["Lindqvistson came", "Old McLindqvist came"])
def test_a_name_is_a_word_of_its_own(text: str) -> None:
    assert findings(text, DENIED) == ()


def test_an_empty_name_is_nobody() -> None:
    assert findings("Nobody came", ("", " ")) == ()


def test_the_page_knows_the_same_rules() -> None:
    rules = evaluate("privacy-logic.js", "page.RULES.map((rule) => ({ ...rule, check: rule.check?.name }))")

    assert [{"any_case": False, "check": "", **_named(rule)} for rule in rules] == list(map(asdict, RULES))


def _named(rule: dict[str, object]) -> dict[str, object]:
    return {{"anyCase": "any_case"}.get(name, name): value for name, value in rule.items()}


@pytest.mark.parametrize("script", ["as it is written", "as it is published"])
def test_the_page_finds_the_same(script: str, tmp_path: Path) -> None:
    written = (SCRIPTS / "privacy-logic.js").read_text("utf-8")
    file = tmp_path / "privacy-logic.js"
    file.write_text(written if script == "as it is written" else lean(written), "utf-8")
    texts = [*CLEAN, *(text for *_, text in SEEDED), *(file.read_text("utf-8") for file in STORIES)]
    texts += ["\n".join(text for *_, text in SEEDED), "👩‍🚒 ring 020 7946 0958 👍🏽"]

    on_the_page = evaluate(
        str(file), "given.texts.map((text) => page.privacyFindings(text, given.denied))",
        {"texts": texts, "denied": DENIED},
    )  # fmt: skip

    for text, found in zip(texts, on_the_page, strict=True):
        here = [{**asdict(each), **_in_units(text, each.start, each.end)} for each in findings(text, DENIED)]
        assert found == here


def _in_units(text: str, start: int, end: int) -> dict[str, int]:
    """Places as JavaScript counts them: a sign beyond the first 65,536 counts twice."""
    before, within = (len(part.encode("utf-16-le")) // 2 for part in (text[:start], text[start:end]))
    return {"start": before, "end": before + within}


def test_every_pattern_has_at_most_one_group_and_means_the_same_in_both_languages() -> None:
    for rule in RULES:
        assert re.compile(rule.pattern).groups <= 1
        assert not re.search(r"\\[wbdBDWS]|\(\?P|\(\?i", rule.pattern.replace(r"[^\s", ""))
