"""Days as people write them."""

import pytest

from generator.content.days import day_meant


@pytest.mark.parametrize(
    "text",
    [
        *("1 May 2027", "1. May 2027", "1st May 2027", "01 may, 2027", "May 1, 2027", "May 1st, 2027"),
        *("2027/05/01", "2027.5.1", "2027-5-1", "2027 05 01", " 1 May 2027 "),
    ],
)
def test_a_day_that_can_be_one_day_only_is_understood(text: str) -> None:
    assert day_meant(text) == "2027-05-01"


@pytest.mark.parametrize(("text", "day"), [("3 Sept 2027", "2027-09-03"), ("3 Dec. 2027", "2027-12-03")])
def test_a_month_may_be_cut(text: str, day: str) -> None:
    assert day_meant(text) == day


@pytest.mark.parametrize(
    "text", ["", "03/04/2027", "1.5.27", "May 2027", "31 February 2027", "1 Mango 2027", "soon", "2027"]
)
def test_what_is_in_doubt_is_left_alone(text: str) -> None:
    assert day_meant(text) == ""
