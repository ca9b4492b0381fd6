"""Numbers, days and answers, read exactly as they look."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.values import Count, Day, Days, Minutes, Percent, YesNo

NUMBERS = {
    "minutes": (Minutes, 1, 1_440),
    "days": (Days, 1, 730),
    "count": (Count, 1, 40),
    "percent": (Percent, 0, 100),
}


def read(kind: Any, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(("kind", "least", "most"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_lies_between_its_bounds(kind: object, least: int, most: int) -> None:
    assert [read(kind, str(number)) for number in (least, most)] == [least, most]
    for number in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            read(kind, str(number))


@pytest.mark.parametrize(
    "text", ["012", "1_0", "1.0", "0x1", "12:30", " 5", "5 ", "", "+5", "٥", "1e1", "9" * 99]
)
def test_a_number_that_could_be_read_in_two_ways_is_none(text: str) -> None:
    with pytest.raises(ValidationError):
        read(Minutes, text)


def test_a_day_is_year_month_and_day() -> None:
    assert read(Day, "2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["2027-02-29", "2027-2-1", "20270201", "2027-W01-1", "0000-01-01", "tomorrow", "2027-01-01T00:00", ""],
)
def test_nothing_else_is_a_day(text: str) -> None:
    with pytest.raises(ValidationError):
        read(Day, text)


@pytest.mark.parametrize(("text", "answer"), [("true", True), ("false", False)])
def test_an_answer_is_true_or_false(text: str, answer: bool) -> None:
    assert read(YesNo, text) is answer


@pytest.mark.parametrize("text", ["yes", "no", "True", "on", "1", "0", "t", ""])
def test_nothing_else_is_an_answer(text: str) -> None:
    with pytest.raises(ValidationError):
        read(YesNo, text)
