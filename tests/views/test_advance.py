from generator.views.advance import advance
from tests.views.sample import WORDS, PlainPen, course, lesson, path


def test_the_way_names_lessons_in_order_their_paths_and_where_they_lead() -> None:
    lessons = (lesson("b"), lesson("a"))
    found = advance(course(), lessons, (path("way", "a", "b"),), PlainPen(), WORDS)
    assert found.site == "service"
    assert found.way == {
        "lessons": [("b", "B"), ("a", "A")],
        "paths": [("a", "b")],
        "address": "/lessons/{id}",
        "recall": "/recall",
    }


def test_an_address_with_a_gap_is_an_address_of_a_lesson_once_it_is_filled() -> None:
    pen = PlainPen()
    way = advance(course(), (), (), pen, WORDS).way
    assert str(way["address"]).replace("{id}", "trust") == pen.to("lessons/trust")
