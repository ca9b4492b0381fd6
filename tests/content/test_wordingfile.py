"""The words of the interface, read from files."""

from pathlib import Path

import pytest

from generator.content import WordingUnreadable, load_wording
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


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("en.yml", "hello: [Hello\n", ":1:8: bracket: hello: [Hello"),
        ("en.yml", "hello: Hello\nbye: a: b\n", ":2:7: colon"),
        ("en.yml", "- Hello\n", ":1:1: keys are expected"),
        ("en.yml", "a: b\nhello: [Hello]\n", ":2:1: a text, or a group of texts, is expected"),
        ("en.yml", "hello: {one: Hello}\n", ":1:1: missing or not known: other"),
        ("en.yml", "hello:\n", ":1:1: a text, or a group of texts, is expected"),
        ("problems/en.yml", "tab: {what: A, mend: B}\n", ":1:1: missing or not known: help"),
        ("problems/en.yml", "tab: {what: A, mend: B, help: C, x: D}\n", ":1:1: missing or not known: x"),
        ("problems/en.yml", "tab: Tab\n", ":1:1: a text, or a group of texts, is expected"),
    ],
)
def test_a_broken_file_of_words_is_named_with_its_line(folder: Path, name: str, text: str, told: str) -> None:
    (folder / name).write_text(text)

    with pytest.raises(WordingUnreadable) as caught:
        load_wording(folder, "en")

    assert str(caught.value) == f"{folder / name}{told}"


def test_words_that_are_no_text_are_named(folder: Path) -> None:
    (folder / "en.yml").write_bytes(b"hello: caf\xe9\n")

    with pytest.raises(WordingUnreadable, match=r"en\.yml:1:11: not-utf8"):
        load_wording(folder, "en")


def test_our_own_words_are_there() -> None:
    words = load_wording(TEMPLATES, FALLBACK)

    assert len(words) > 100
    assert len(words.problems) > 80


def test_the_guide_is_translated_page_by_page(folder: Path) -> None:
    (folder / "guide").mkdir()
    page = "{title: T, summary: S, sections: [{heading: H, body: B}]}"
    (folder / "guide/en.yml").write_text(f"telling: {page}\nreview: {page}\n")
    (folder / "guide/de.yml").write_text("telling: {title: Erzählen, summary: S, sections: []}\n")

    guide = load_wording(folder, "de").guide
    assert (guide["telling"].title, guide["review"].sections[0].heading) == ("Erzählen", "H")


@pytest.mark.parametrize(
    "page", ["T", "{title: T, summary: S}", "{title: T, summary: S, sections: [{body: B}]}"]
)
def test_a_page_of_the_guide_that_lacks_something_is_told(folder: Path, page: str) -> None:
    (folder / "guide").mkdir()
    (folder / "guide/en.yml").write_text(f"telling: {page}\n")

    with pytest.raises(WordingUnreadable, match=r"guide/en\.yml:1:1: missing or not known: "):
        load_wording(folder, "en")
