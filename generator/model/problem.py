"""A problem in a file of the course: what it is and where, not yet in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.text import Location

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file; line and column count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """Something an author should mend.

    The code names the entry in the table of words, `details` fills its gaps. An error keeps the course
    from being published, a warning does not.
    """

    code: str
    place: Place
    details: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = "error"
    field: Location = ()
    """The key it is about; empty where it concerns the file as a whole."""
    excerpt: str = ""
    """The author's own line."""
    width: int = 1
    """How many characters the mark below the line covers."""
    mended: str | None = None
    """The line as it should be, where that is certain."""
