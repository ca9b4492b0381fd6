from generator.model import Framework
from generator.views.framework import NARROW, WIDE, framework_view, label
from tests.views.sample import WORDS, PlainPen, framework

(REAL,) = framework("real").frameworks


def drawing(of: Framework, *drawings: str) -> str:
    return framework_view(of, PlainPen(), WORDS, frozenset(drawings)).drawing


def test_a_framework_is_drawn_where_the_templates_have_a_drawing_of_it() -> None:
    assert drawing(REAL, "real.2", "other.2") == "drawings/real.2.svg"
    assert drawing(REAL, "other.2") == ""


def test_a_drawing_of_another_number_of_parts_is_not_shown() -> None:
    assert drawing(REAL, "real.4") == ""


def test_names_break_into_as_few_and_as_even_lines_as_fit() -> None:
    assert label("See the big picture", WIDE).lines == ("See the big", "picture")
    assert label("Learn", NARROW).lines == ("Learn",)
    assert label("Keep the solution relevant", NARROW).lines == ("Keep the", "solution", "relevant")


def test_a_word_that_is_too_long_is_kept_whole_and_said_to_be_crowded() -> None:
    long = label("Einfühlungsvermögen zeigen", NARROW)
    assert long.lines == ("Einfühlungsvermögen", "zeigen")
    assert long.crowded
    assert not label("Your own contribution", NARROW).crowded


def test_lines_move_up_so_that_they_stand_on_a_point_or_around_it() -> None:
    two = label("Quick decision", NARROW)
    assert (two.above, two.around, two.below) == ("-1.20em", "-0.25em", "0")
