"""The words of the interface, read from files."""

from pathlib import Path

import pytest

from generator.content import load_wording
from generator.content.wordingfile import FALLBACK

TEMPLATES = Path(__file__).parents[2] / "templates/wording"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "problems").mkdir()
    (tmp_path / "en.yml").write_text("hello: Hello\nbye: Bye\n")
    (tmp_path / "de.yml").write_text("hello: Guten Tag\n")
    (tmp_path / "problems/en.yml").write_text(
        "colon: {what: A, mend: B, help: C}\ntab: {what: D, mend: E, help: F}\n"
    )
    (tmp_path / "problems/de.yml").write_text("tab: {what: G, mend: H, help: I}\n")
    return tmp_path


def test_words_are_those_of_the_language(folder: Path) -> None:
    assert load_wording(folder, "de")["hello"] == "Guten Tag"


def test_english_stands_in_for_a_missing_word(folder: Path) -> None:
    assert load_wording(folder, "de")["bye"] == "Bye"


def test_english_stands_in_for_a_missing_language(folder: Path) -> None:
    words = load_wording(folder, "ar")

    assert (words["hello"], words.language) == ("Hello", "ar")


def test_messages_are_translated_code_by_code(folder: Path) -> None:
    words = load_wording(folder, "de")

    assert (words.problem("tab").what, words.problem("colon").what) == ("G", "A")


def test_a_language_may_have_no_messages_of_its_own(folder: Path) -> None:
    (folder / "problems/de.yml").unlink()

    assert load_wording(folder, "de").problem("tab").what == "D"


def test_words_like_yes_and_no_stay_words(folder: Path) -> None:
    (folder / "en.yml").write_text("yes: yes\nno: no\non: 12:30\n")

    assert dict(load_wording(folder, "en")) == {"yes": "yes", "no": "no", "on": "12:30"}


def test_our_own_words_are_there() -> None:
    words = load_wording(TEMPLATES, FALLBACK)

    assert len(words) > 100
    assert len(words.problems) > 80
