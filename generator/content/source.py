"""A file that an author wrote, as a tree with places, and problems made from its places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.content.characters import LONGEST_LINE
from generator.content.lines import as_written
from generator.content.tree import Entry, Group, Mark, Node, Scalar, Sequence
from generator.model import Location, Place, Problem


@dataclass(frozen=True)
class Source:
    """A file of the course that could be read as a group of keys."""

    kind: str
    """The kind of the item in it, or `course`, or `glossary`."""
    id: str
    path: str
    """Below content/: `stories/giraffe-bread.yml`."""
    shown: str
    """As messages name it: `content/stories/giraffe-bread.yml`."""
    lines: tuple[str, ...]
    """The lines as they were read: where some are mended, with their mends."""
    root: Group
    data: Mapping[str, object] = field(repr=False)
    """The tree as plain texts, lists and groups, for validation."""
    written: tuple[str, ...] = ()
    """The author's own lines, where some were mended to read the file."""

    def problem(self, code: str, at: Location, **details: str) -> Problem:
        """An error at the value of a field; `()` is the file as a whole."""
        return self._problem(code, at, self.mark(at), details)

    def key_problem(self, code: str, at: Location, **details: str) -> Problem:
        """An error at the key of a field."""
        return self._problem(code, at, self.mark(at, key=True), details)

    def warning(self, code: str, at: Location, **details: str) -> Problem:
        """A warning at the value of a field."""
        return replace(self.problem(code, at, **details), severity="warning")

    def _problem(self, code: str, at: Location, mark: Mark, details: Mapping[str, str]) -> Problem:
        problem = self._told(code, mark, at, details)
        return problem if at else replace(problem, excerpt="")

    def problem_at(self, code: str, at: Location, mark: Mark, width: int, **details: str) -> Problem:
        """An error inside the text of a field. Width in characters."""
        problem = self._told(code, mark, at, details)
        return replace(problem, width=max(1, min(width, problem.width)))

    def _told(self, code: str, mark: Mark, at: Location, details: Mapping[str, str]) -> Problem:
        lines = self.written or self.lines
        if mark.line < len(lines):
            mark = Mark(mark.line, as_written(mark.column, self.lines[mark.line], lines[mark.line]))
        return told(code, self.shown, lines, mark, field=at, details=details)

    def mark(self, at: Location, *, key: bool = False) -> Mark:
        """Where a field stands; what is not there is looked for one level up."""
        mark = self.root.start
        node: Node = self.root
        for step in at:
            found = _child(node, step)
            if found is None:
                break
            mark, node = (found[0], found[1])
        if key or not isinstance(node, Scalar):
            return mark
        return node.start if node.text is not None else mark

    def node(self, at: Location) -> Node | None:
        """The node of a field, or None."""
        node: Node = self.root
        for step in at:
            found = _child(node, step)
            if found is None:
                return None
            node = found[1]
        return node

    def with_value(self, at: Location, value: str, other: str) -> str | None:
        """The line of a value with another value in its place."""
        mark = self.mark(at)
        line = self.lines[mark.line]
        rest = line[mark.column :]
        return line[: mark.column] + rest.replace(value, other, 1) if value in rest else None

    def line_of(self, at: Location, first: int, last: int, needle: str) -> Mark:
        """The place of a needle in the text of a field; `first` and `last` count lines of that text."""
        node = self.node(at)
        if not isinstance(node, Scalar):
            return self.mark(at)
        top = node.start.line + 1 if node.style in "|>" else node.start.line
        bottom = min(node.end.line, len(self.lines) - 1)
        exact = node.style == "|"
        rows = range(top + first, min(top + last, bottom) + 1) if exact else range(top, bottom + 1)
        return _search(self.lines, rows, needle) or Mark(
            top + first if exact else top, _indent(self.lines, top)
        )


def told(
    code: str,
    shown: str,
    lines: tuple[str, ...],
    mark: Mark,
    *,
    field: Location = (),
    details: Mapping[str, str] | None = None,
    mended: str | None = None,
) -> Problem:
    """A problem at a place of a text, with the author's own line."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    place = Place(shown, mark.line + 1, mark.column + 1)
    return Problem(
        code,
        place,
        details=dict(details or {}),
        field=field,
        excerpt=line[:LONGEST_LINE],
        width=_width(line[mark.column : LONGEST_LINE]),
        mended=mended,
    )


def short(value: object) -> str:
    """What an author wrote, at a length that fits into a message."""
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def plain(node: Node) -> object:
    """A tree as plain texts, lists and groups; None where a value is missing."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def number_in(value: object) -> int | None:
    """A number as it is written, unless it has more digits than any field takes."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,5}", value) else None


def _child(node: Node, step: str | int) -> tuple[Mark, Node] | None:
    if isinstance(node, Group) and isinstance(step, str):
        entry: Entry | None = node.entries.get(step)
        return (entry.key, entry.value) if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step].start, node.items[step]
    return None


def _search(lines: tuple[str, ...], rows: range, needle: str) -> Mark | None:
    for row in rows:
        column = lines[row].find(needle[:40]) if row < len(lines) else -1
        if needle and column >= 0:
            return Mark(row, column)
    return None


def _indent(lines: tuple[str, ...], row: int) -> int:
    line = lines[row] if row < len(lines) else ""
    return len(line) - len(line.lstrip())


def _width(rest: str) -> int:
    """How far the mark below a line reaches: to the end of the word or the value."""
    return max(1, len(rest.split("  ")[0].rstrip()))
