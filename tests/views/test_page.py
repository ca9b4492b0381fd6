import pytest

from generator.views.page import FIXED_ANCHORS, duration, figure, fingerprint, unique_anchors
from tests.views.sample import WORDS, PlainPen, lesson


def test_an_anchor_is_made_of_the_words_of_its_heading() -> None:
    assert unique_anchors(["Why it's worth it", "Über Gäste"]) == ("why-it-s-worth-it", "uber-gaste")


def test_headings_that_are_the_same_get_numbers() -> None:
    assert unique_anchors(["Listen", "Listen!", "listen 2"]) == ("listen", "listen-2", "listen-2-2")


def test_a_heading_without_plain_letters_is_named_by_its_place() -> None:
    assert unique_anchors(["Start", "信任", "…"]) == ("start", "section-2", "section-3")


def test_a_heading_never_takes_the_anchor_of_a_fixed_section() -> None:
    headings = [name.replace("-", " ").title() for name in FIXED_ANCHORS]
    assert FIXED_ANCHORS.isdisjoint(unique_anchors(headings))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "minutes 1"), (59, "minutes 59"), (120, "hours 2"), (90, "hours_and_minutes hours 1 minutes 30")],
)
def test_a_length_of_time_is_told_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert duration(minutes, WORDS) == said


def test_a_picture_without_words_is_shown_as_decoration() -> None:
    shown = figure(lesson("a", image="queue.png"), PlainPen())
    assert shown is not None
    assert shown.picture is not None
    assert (shown.picture.address, shown.alt, shown.credit) == ("/images/queue.png", "", "")


def test_an_item_without_a_picture_has_no_figure() -> None:
    assert figure(lesson("a"), PlainPen()) is None


def test_texts_without_an_id_keep_their_short_name_until_a_word_changes() -> None:
    assert fingerprint("Who acts first?") == fingerprint("Who acts first?")
    assert fingerprint("Who acts first?") != fingerprint("Who acts first")
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert len(fingerprint("")) == 8
