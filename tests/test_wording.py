"""The words of the interface, in the language of the course."""

import re
import string
from datetime import date
from pathlib import Path

import pytest

from generator.content import load_wording
from generator.wording import ProblemWords, Wording, is_language

OURS = load_wording(Path(__file__).parents[1] / "templates/wording", "en")
LESSONS = {
    "zero": "لا دروس",
    "one": "درس واحد",
    "two": "درسان",
    "few": "{n} دروس",
    "many": "{n} درسا",
    "other": "{n} درس",
}


def words(language: str = "en", **said: object) -> Wording:
    return Wording(language, said)  # type: ignore[arg-type]


def test_a_word_is_given_as_it_stands() -> None:
    assert words(hello="Hello, {who}")["hello"] == "Hello, {who}"


def test_gaps_are_filled() -> None:
    assert words(hello="Hello, {who}").say("hello", who="Ada") == "Hello, Ada"


def test_what_fills_a_gap_is_not_filled_again() -> None:
    assert words(hello="Hello, {who}").say("hello", who="{n} {who}") == "Hello, {n} {who}"


def test_a_word_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        words()["hello"]


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 stories"), (1, "1 story"), (2, "2 stories"), (1_000, "1000 stories")]
)
def test_english_has_two_forms(n: int, said: str) -> None:
    assert words(stories={"one": "{n} story", "other": "{n} stories"}).say("stories", n=n) == said


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "لا دروس"), (1, "درس واحد"), (2, "درسان"), (5, "5 دروس"), (11, "11 درسا"), (100, "100 درس")],
)
def test_arabic_has_six_forms(n: int, said: str) -> None:
    assert words("ar", lessons=LESSONS).say("lessons", n=n) == said


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 lekcja"), (2, "2 lekcje"), (5, "5 lekcji"), (22, "22 lekcje")]
)
def test_polish_has_forms_that_come_back(n: int, said: str) -> None:
    forms = {"one": "{n} lekcja", "few": "{n} lekcje", "many": "{n} lekcji", "other": "{n} lekcji"}

    assert words("pl", lessons=forms).say("lessons", n=n) == said


def test_a_form_that_a_language_lacks_is_the_usual_one() -> None:
    assert words("ja", lessons={"one": "one", "other": "{n}課"}).say("lessons", n=1) == "1課"


def test_forms_without_a_number_give_the_usual_one() -> None:
    assert words(stories={"one": "story", "other": "stories"})["stories"] == "stories"


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa-IR", "rtl"),
        ("ur", "rtl"),
        ("pt-BR", "ltr"),
        ("ja", "ltr"),
    ],
)
def test_a_language_runs_in_its_direction(language: str, direction: str) -> None:
    assert words(language).direction == direction


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "March 3, 2027"), ("en-GB", "3 March 2027"), ("de", "3. März 2027"), ("ja", "2027年3月3日")],
)
def test_a_day_is_said_in_the_language(language: str, said: str) -> None:
    assert words(language).day(date(2027, 3, 3)) == said


@pytest.mark.parametrize("language", ["en", "de", "ar", "pt-BR", "zh-Hant-TW", "sr-Latn", "fil"])
def test_languages_are_known_by_their_codes(language: str) -> None:
    assert is_language(language)


@pytest.mark.parametrize(
    "language", ["xx", "English", "", "en_GB", "e", "english-british", "../etc", "en-\x00"]
)
def test_what_is_no_code_of_a_language_is_none(language: str) -> None:
    assert not is_language(language)


def test_advice_has_another_form_where_a_gap_stays_empty() -> None:
    entry = ProblemWords("W", "did you mean {nearest}?", "H", "look at {found}")

    assert entry.mend_for({"nearest": "tea", "found": "tee"}) == "did you mean tea?"
    assert entry.mend_for({"nearest": "", "found": "tee"}) == "look at tee"


@pytest.mark.parametrize("name", sorted(OURS))
def test_each_of_our_words_can_be_said(name: str) -> None:
    forms = OURS.words[name]
    for text in [forms] if isinstance(forms, str) else forms.values():
        gaps = [gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None]

        assert all(re.fullmatch("[a-z_]+", gap) and gap not in ("self", "name") for gap in gaps)
        assert text == text.strip() or name.endswith("example")


@pytest.mark.parametrize("name", [name for name in sorted(OURS) if not isinstance(OURS.words[name], str)])
def test_each_of_our_numbers_has_the_forms_of_english(name: str) -> None:
    assert {"one", "other"} <= {*OURS.words[name]}
