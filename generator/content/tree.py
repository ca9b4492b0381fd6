"""What a file of the course looks like once it is read: texts, lists and groups with their places."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """A place in a text; line and column count from 0."""

    line: int
    column: int


@dataclass(frozen=True)
class Scalar:
    """A value. `text` is None where nothing stands after the colon."""

    start: Mark
    end: Mark
    text: str | None
    style: str
    """How it is written: `plain`, `'`, `"`, `|` or `>`."""


@dataclass(frozen=True)
class Sequence:
    """A list."""

    start: Mark
    end: Mark
    items: "tuple[Node, ...]"


@dataclass(frozen=True)
class Entry:
    """A key of a group with its value."""

    key: Mark
    value: "Node"


@dataclass(frozen=True)
class Group:
    """Keys with values."""

    start: Mark
    end: Mark
    entries: Mapping[str, Entry]


Node = Scalar | Sequence | Group


class Refused(Exception):
    """The text cannot be read as one document of plain groups, lists and values.

    `code` and `details` name the problem as in `generator.model.Problem`.
    """

    def __init__(self, code: str, mark: Mark, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark
        self.details = details
