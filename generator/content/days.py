"""Days as people write them, where they can mean one day only."""

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
_WAYS = (
    r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})",
    r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
)


def day_meant(text: str) -> str:
    """A day as year, month and day; nothing where it could be another, as 03/04/2027 could, or is none."""
    ways = (re.fullmatch(way, text.strip().lower(), re.ASCII) for way in _WAYS)
    found = next((way for way in ways if way), None)
    try:
        return date(*(_number(found[part]) for part in ("year", "month", "day"))).isoformat() if found else ""
    except ValueError:
        return ""


def _number(word: str) -> int:
    """A number in figures, or that of a month by its name, whole or cut to three letters or four."""
    if word.isdigit():
        return int(word)
    return next((n for n, name in enumerate(_MONTHS, 1) if word in (name, name[:3], name[:4])), 0)
