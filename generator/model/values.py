"""Numbers, days and yes-or-no answers, read from the text of a file exactly as it looks.

YAML would read `012`, `1_000` and `12:30` as other numbers than the author sees; here every value
arrives as text and is one of the forms below, or an error.
"""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError


def _whole_number(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
            raise PydanticCustomError("whole_number", "not a whole number")
        return int(value)
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("day", "not a day")
    return value


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("yes_or_no", "neither true nor false")
        return value == "true"
    return value


Minutes = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=1_440)]
"""A length of time, 1 minute to 24 hours."""
Days = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=730)]
"""A number of days, up to two years."""
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=1, le=40)]
"""A small number of lines, rows or times."""
Percent = Annotated[int, BeforeValidator(_whole_number), Field(ge=0, le=100)]
Day = Annotated[date, BeforeValidator(_day)]
"""A day as year, month and day: `2027-06-30`."""
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false`."""
