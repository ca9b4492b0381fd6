"""Text → a tree of nodes with their places; the only door to YAML.

Never Python objects: the parser's events are looked at one by one before anything is built, and a value
stays the text that the author sees (`no`, `012`, `12:30` and `2026-01-02` are text here).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from yaml._yaml import Mark as CMark

DEEPEST_NESTING = 12
LONGEST_KEY = 60
LONGEST_WRITTEN_LINE = 4_000
"""Texts are written on one line up to here. Files with much longer lines are refused."""

_Loader = yaml.CSafeLoader
_YamlMark = yaml.Mark | CMark | None


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


def read(text: str) -> Node | None:
    """The tree of a document; None where it holds nothing. Raises Refused."""
    events = _Events(text)
    events.take(yaml.StreamStartEvent)
    if isinstance(events.ahead, yaml.StreamEndEvent):
        return None
    events.take(yaml.DocumentStartEvent)
    node = _node(events, 0)
    events.take(yaml.DocumentEndEvent)
    if not isinstance(events.ahead, yaml.StreamEndEvent):
        raise Refused("second-document", _mark(events.ahead.start_mark))
    return None if isinstance(node, Scalar) and not node.text else node


def write(data: object) -> str:
    """Plain data as YAML in the order given, with long texts as blocks."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=LONGEST_WRITTEN_LINE)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as `|` blocks, and lists further in than their keys."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    rows = text.split("\n")
    block = len(rows) > 1 and max(map(len, rows)) <= LONGEST_WRITTEN_LINE
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_representer(str, _text_node)


class _Events:
    """The events of a document, one ahead; a mistake in the syntax becomes Refused."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self.ahead = self._next()

    def take(self, kind: type[yaml.Event] = yaml.Event) -> yaml.Event:
        event = self.ahead
        if not isinstance(event, kind):
            raise Refused("syntax", _mark(event.start_mark))
        if not isinstance(event, yaml.StreamEndEvent):
            self.ahead = self._next()
        return event

    def _next(self) -> yaml.Event:
        try:
            event = next(self._events)
        except yaml.MarkedYAMLError as error:
            raise _mistake(error, self._lines) from None
        except yaml.YAMLError:
            raise Refused("syntax", Mark(0, 0)) from None
        _refuse_cleverness(event)
        return event


def _refuse_cleverness(event: yaml.Event) -> None:
    mark = _mark(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        raise Refused("alias", mark, found=f"*{event.anchor}")
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise Refused("alias", mark, found=f"&{event.anchor}")
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise Refused("tag", mark, found=str(tag).replace("tag:yaml.org,2002:", "!!"))
    if isinstance(event, yaml.DocumentStartEvent) and event.version is not None:
        raise Refused("syntax", mark)


def _node(events: _Events, depth: int) -> Node:
    event = events.ahead
    if depth > DEEPEST_NESTING:
        raise Refused("nested-too-deep", _mark(event.start_mark), most=str(DEEPEST_NESTING))
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, depth)
    if isinstance(event, yaml.MappingStartEvent):
        return _group(events, depth)
    return _scalar(events.take(yaml.ScalarEvent))


def _scalar(event: yaml.Event) -> Scalar:
    assert isinstance(event, yaml.ScalarEvent)
    style = event.style or "plain"
    text = None if style == "plain" and event.value == "" else event.value
    return Scalar(_mark(event.start_mark), _mark(event.end_mark), text, style)


def _sequence(events: _Events, depth: int) -> Sequence:
    start = _mark(events.take().start_mark)
    items = []
    while not isinstance(events.ahead, yaml.SequenceEndEvent):
        items.append(_node(events, depth + 1))
    return Sequence(start, _mark(events.take().end_mark), tuple(items))


def _group(events: _Events, depth: int) -> Group:
    start = _mark(events.take().start_mark)
    entries: dict[str, Entry] = {}
    while not isinstance(events.ahead, yaml.MappingEndEvent):
        name, mark = _key(events)
        if name in entries:
            first = str(entries[name].key.line + 1)
            raise Refused("duplicate-key", mark, key=name, first=first)
        entries[name] = Entry(mark, _node(events, depth + 1))
    return Group(start, _mark(events.take().end_mark), entries)


def _key(events: _Events) -> tuple[str, Mark]:
    event = events.ahead
    mark = _mark(event.start_mark)
    if not isinstance(event, yaml.ScalarEvent):
        raise Refused("braces", mark)
    events.take()
    if event.value == "<<" and not event.style:
        raise Refused("alias", mark, found="<<")
    if len(event.value) > LONGEST_KEY:
        raise Refused("key-too-long", mark, key=event.value[:30], most=str(LONGEST_KEY))
    return event.value, mark


def _mark(mark: _YamlMark) -> Mark:
    assert mark is not None  # the parser always says where it is
    return Mark(mark.line, mark.column)


_KEY_AND_TEXT = re.compile(r"\s*[a-z_]+:(?!//)\S")

_MISTAKES: tuple[tuple[str, str, str], ...] = (
    # where the parser was, what it found, the code; the first row that fits
    (r"quoted scalar", r"end of stream|document indicator", "quote-not-closed"),
    (r"quoted scalar", r"escape", "backslash"),
    (r"", r"mapping values are not allowed", "colon"),
    (r"", r"tab", "tab"),
    (r"", r"cannot start any token", "start-character"),
    (r"directive", r"", "start-character"),
    (r"anchor|alias", r"", "start-character"),
    (r"tag", r"", "start-character"),
    (r"", r"undefined alias", "start-character"),
    (r"block scalar|block node", r"comment or line break|node content", "start-character"),
    (r"", r"mapping keys are not allowed", "start-character"),
    (r"flow", r"", "bracket"),
    (r"simple key", r"", "not-indented"),
    (r"block sequence", r"did not find expected '-'", "dash"),
    (r"block mapping", r"did not find expected key", "indentation"),
    (r"", r"block sequence entries are not allowed", "list-on-key-line"),
    (r"", r"expected <document start>", "indentation"),
)


def _mistake(error: yaml.MarkedYAMLError, lines: list[str]) -> Refused:
    context, problem = error.context or "", error.problem or ""
    mark = _mark(error.problem_mark) if error.problem_mark else Mark(0, 0)
    start = _mark(error.context_mark) if error.context_mark else mark
    fits = (code for where, what, code in _MISTAKES if re.search(where, context) and re.search(what, problem))
    code = next(fits, "syntax")
    return _told(code, mark, start, lines)


def _told(code: str, mark: Mark, start: Mark, lines: list[str]) -> Refused:
    """The mistake at the line that an author should look at, by what stands in it."""
    line = _line(lines, mark)
    if line[: mark.column + 1].strip() == "" and "\t" in line[: mark.column + 1]:
        return Refused("tab", mark)
    if code in ("quote-not-closed", "bracket"):
        return Refused(code, start, found=_line(lines, start).strip())
    if code == "not-indented":
        return _stray_line(start, lines)
    if code == "start-character":
        at = start if start.line == mark.line else mark
        return Refused(code, at, found=_line(lines, at)[at.column : at.column + 1] or line.strip()[:1])
    if code == "indentation":
        return _out_of_line(mark, lines)
    if code == "colon" and line.count(": ") + line.rstrip().endswith(":") < 2:
        return _stray_key(mark, lines)
    return Refused(code, mark)


def _out_of_line(mark: Mark, lines: list[str]) -> Refused:
    """A line that does not stand below its neighbours, or a text that goes on after its end."""
    value = re.match(r"(\s*(?:- +)?(?:[\w-]+: +)?)(['\"\[{])", _line(lines, mark)[: mark.column])
    if value and value[2] in "'\"":
        return Refused("quote-inside", mark)
    if value:
        return Refused("start-character", Mark(mark.line, len(value[1])), found=value[2])
    if any(line.startswith("...") for line in lines[: mark.line]):
        ended = next(number for number, line in enumerate(lines) if line.startswith("..."))
        return Refused("second-document", Mark(ended, 0))
    first = next((number for number, line in enumerate(lines) if re.match(r" *[^\s#]", line)), 0)
    if 0 == mark.column < _indent(lines[first]):
        return Refused("indentation", Mark(first, _indent(lines[first])))
    return Refused("indentation", mark)


def _stray_line(at: Mark, lines: list[str]) -> Refused:
    """A line without a key, by what its author most likely forgot."""
    line = _line(lines, at)
    above = next((lines[row] for row in range(at.line - 1, -1, -1) if lines[row].strip()), "")
    below_an_entry = above.lstrip().startswith("- ") and _indent(above) == _indent(line)
    if re.match(r"\s*-\S", line) or (below_an_entry and above.rstrip().endswith((".", "!", "?"))):
        return Refused("dash", at)
    code = "colon-without-space" if _KEY_AND_TEXT.match(line) else "not-indented"
    return Refused(code, at, found=line.strip())


def _stray_key(mark: Mark, lines: list[str]) -> Refused:
    """A key after a line that should have been one, or that stands too far in; or a text with a colon."""
    row = max(0, mark.line - 1)
    line, above = _line(lines, mark), lines[row]
    if not re.match(r"\s*[a-z_]+\s*:", line):
        return Refused("colon", mark)
    if _indent(line) > _indent(above):
        return Refused("indentation", Mark(mark.line, _indent(line)))
    return _stray_line(Mark(row, _indent(above)), lines)


def _line(lines: list[str], mark: Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
