"""Calendar files, read back by a program that is not ours."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.javascript.node import evaluate

ZONES = ("Pacific/Kiritimati", "UTC", "America/New_York", "Pacific/Pago_Pago")
"""From fourteen hours ahead to eleven behind."""
TEXT = 'Say: "50 %, now; not later\\never"\nمرحبا 👩\u200d🚒 ' + "and so on, " * 30


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2027-03-27", "2027-03-28", "2027-10-31", "2028-02-29", "2027-12-31"])
def test_another_program_reads_the_same_day_and_the_same_words(zone: str, day: str) -> None:
    event = {
        "uid": "acme-try",
        "day": day,
        "summary": "Ring Jo; then Sam",
        "description": TEXT,
        "url": "https://a.example/#rate-x",
    }
    written = evaluate("calendar.js", "page.calendar(given, '2027-01-01T23:30:00Z')", [event], zone)
    (read,) = Calendar.from_ical(written).events
    assert (read.start, read.end) == (date.fromisoformat(day), date.fromisoformat(day) + timedelta(days=1))
    assert str(read["SUMMARY"]) == "Ring Jo; then Sam"
    assert str(read["DESCRIPTION"]) == TEXT
    assert str(read["URL"]) == "https://a.example/#rate-x"
    assert datetime(2027, 1, 1, 23, 30, tzinfo=UTC) == read.DTSTAMP
    (alarm,) = read.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=9)
    assert str(alarm["ACTION"]) == "DISPLAY"


def test_around_midnight_the_day_is_the_one_where_the_learner_is() -> None:
    moments = ["2027-02-28T10:30:00Z", "2027-02-28T23:30:00Z", "2027-03-01T04:30:00Z"]
    days = [
        evaluate("calendar.js", "given.map((moment) => page.dayOf(moment))", moments, zone) for zone in ZONES
    ]
    assert days == [
        ["2027-03-01", "2027-03-01", "2027-03-01"],
        ["2027-02-28", "2027-02-28", "2027-03-01"],
        ["2027-02-28", "2027-02-28", "2027-02-28"],
        ["2027-02-27", "2027-02-28", "2027-02-28"],
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_days_are_counted_alike_in_every_time_zone(zone: str) -> None:
    days = [(date(2027, 1, 1) + timedelta(n)).isoformat() for n in range(0, 800, 13)]
    counted = evaluate("calendar.js", "given.map((day) => page.later(day, 30))", days, zone)
    assert counted == [(date.fromisoformat(day) + timedelta(30)).isoformat() for day in days]
