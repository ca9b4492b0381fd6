"""The texts of the theme."""

from generator.views.page import Link
from generator.views.theme import theme
from tests.views.sample import WORDS, PlainPen


def test_a_reader_without_a_page_is_led_home_and_to_the_lists() -> None:
    places = theme(PlainPen(), WORDS).not_found.places

    assert places[:2] == (Link("/index", "home"), Link("/lessons/index", "all_lessons"))
    assert Link("/glossary", "glossary") in places
