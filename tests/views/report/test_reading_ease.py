"""Sentences, words and syllables, and the score that they give."""

import pytest

from generator.views.report.reading_ease import reading_ease, syllables, words_of

SPOKEN = {
    1: """the and you said asked called moved make takes whole world thought through health strength don't
        eyes queue shelf loaf stayed tried played names time's choice screamed house known""",
    2: """table people little letter handled wanted needed boxes changes houses didn't isn't couldn't being
        trying nation special patient question every business colleague minute reply answer careful safely
        nameless someone loyal beyond quiet giant lion centre promise before engine saying staying""",
    3: """manager customer another remember already radio easier family idea area agreement everything
        employer attention decision musician relation actual together beautiful seriously curious realism""",
    4: "reality everybody information apology responsible emergency conversation America's society usually",
}
"""Words by how many syllables a dictionary of pronunciation gives them."""


def test_syllables_are_counted_nearly_as_a_dictionary_counts_them() -> None:
    told = [(word, number) for number, words in SPOKEN.items() for word in words.split()]
    wrong = [word for word, number in told if syllables(word.lower()) != number]
    assert len(wrong) <= len(told) * 0.05, wrong


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The cat sat on the mat.", 116),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69),
    ],
)
def test_scores_are_those_that_are_published(text: str, published: int) -> None:
    """Source: https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests"""
    assert reading_ease([text]) == published


def test_long_words_and_long_sentences_are_harder_to_read() -> None:
    easy = reading_ease(["We ask. Then we wait."])
    assert easy is not None
    assert easy > (reading_ease(["We ask and then we wait."]) or 0)
    assert (reading_ease(["Organisational considerations necessitate reconciliation."]) or 0) < 0


def test_a_paragraph_without_a_full_stop_is_a_sentence() -> None:
    assert reading_ease(["We ask", "We wait"]) == reading_ease(["We ask. We wait."])


@pytest.mark.parametrize(
    "text",
    [
        "Mr Tan said no. She left.",
        "Mr. Tan said no. She left!",
        "“Mr Tan said no.” She left …",
        "Mr Tan said no?! (She left.)",
    ],
)
def test_sentences_end_where_readers_pause(text: str) -> None:
    assert reading_ease([text]) == reading_ease(["Mr Tan said no", "She left"])


def test_a_price_or_a_web_address_ends_no_sentence() -> None:
    assert len(words_of("It costs 3.50 at example.org now")) == 8
    assert reading_ease(["It costs 3.50 at example.org now"]) == reading_ease(
        ["It costs 3 50 at example org now"]
    )


def test_a_figure_counts_a_syllable_for_each_digit() -> None:
    assert syllables("2012") == 4


@pytest.mark.parametrize("texts", [[], [""], ["…"], ["? !"]])
def test_where_there_is_nothing_to_read_there_is_no_score(texts: list[str]) -> None:
    assert reading_ease(texts) is None
