"""What an author may have meant."""

import pytest

from generator.content.nearest import is_sure, nearest
from generator.model import Story

KEYS = ("title", "summary", "key_learning_point", "lessons", "where")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("key learning point", "key_learning_point"),
        ("key-learning-point", "key_learning_point"),
        ("“lessons”", "lessons"),
        ("lesson", "lessons"),
        ("learning point", "key_learning_point"),
        ("points", "key_learning_point"),
        ("whera", "where"),
        ("weather", ""),
        ("key", ""),
        ("zebra", ""),
        ("", ""),
        ("t" * 100_000, ""),
    ],
)
def test_the_nearest_word_is_named_where_one_is_near(word: str, meant: str) -> None:
    assert nearest(word, KEYS) == meant


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest("title", []) == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("sumary", "summary"),
        ("Title", "title"),
        ("awnser", "answer"),
        ("“listen”", "listen"),
        ("Key Learning Point", "key_learning_point"),
    ],
)
def test_a_slip_of_the_fingers_is_sure(word: str, meant: str) -> None:
    assert is_sure(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("weather", "where"), ("tee", "tea"), ("insted", "instead_of"), ("lose", "rose-garden")],
)
def test_another_word_is_not_sure_however_near(word: str, meant: str) -> None:
    assert not is_sure(word, meant)


@pytest.mark.parametrize("word", ["date", "story", "text", "author", "name"])
def test_no_key_of_a_story_is_named_for_a_word_that_is_only_a_little_like_it(word: str) -> None:
    assert nearest(word, Story.model_fields) == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [("questions", "discussion_questions"), ("credit", "image_credit"), ("notes", "facilitator_notes")],
)
def test_a_part_of_a_key_leads_to_it(word: str, meant: str) -> None:
    assert nearest(word, Story.model_fields) == meant


def test_a_part_of_several_names_leads_to_none() -> None:
    assert nearest("queue", ["the-long-queue", "a-queue-in-the-rain"]) == ""
