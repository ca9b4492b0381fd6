"""Text → a tree of nodes with their places; the only door to YAML.

Never Python objects: the parser's events are looked at one by one before anything is built, and a value
stays the text that the author sees (`no`, `012`, `12:30` and `2026-01-02` are text here).
"""

import re
from collections.abc import Iterator

import yaml
from yaml._yaml import Mark as CMark

from generator.content.lines import indent
from generator.content.syntax import refusal
from generator.content.tree import Entry, Group, Mark, Node, Refused, Scalar, Sequence

DEEPEST_NESTING = 12
LONGEST_KEY = 60
MOST_ENTRIES = 1_000
LONGEST_WRITTEN_LINE = 4_000
"""Texts are written on one line up to here. Files with much longer lines are refused."""

_Loader = yaml.CSafeLoader
_YamlMark = yaml.Mark | CMark | None


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
        self.lines = text.split("\n")
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
            raise _mistake(error, self.lines) from None
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
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        raise Refused("syntax", mark)


def _node(events: _Events, depth: int) -> Node:
    event = events.ahead
    if depth > DEEPEST_NESTING:
        raise Refused("nested-too-deep", _mark(event.start_mark), most=str(DEEPEST_NESTING))
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, depth)
    if isinstance(event, yaml.MappingStartEvent):
        return _group(events, depth)
    scalar = _scalar(events.take(yaml.ScalarEvent))
    _refuse_swallowed_keys(scalar, events.lines)
    return scalar


def _refuse_swallowed_keys(scalar: Scalar, lines: list[str]) -> None:
    """A quote that is closed only at the beginning of another text further down."""
    if scalar.style in "'\"" and scalar.end.line > scalar.start.line:
        column = indent(lines[scalar.start.line])
        for line in lines[scalar.start.line + 1 : scalar.end.line + 1]:
            if indent(line) <= column and re.match(r" *(?:- |[A-Za-z_][\w-]*:(?: |$))", line):
                raise Refused("quote-not-closed", scalar.start, found=lines[scalar.start.line].strip())


def _scalar(event: yaml.Event) -> Scalar:
    assert isinstance(event, yaml.ScalarEvent)
    style = event.style or "plain"
    text = None if style == "plain" and event.value == "" else event.value
    return Scalar(_mark(event.start_mark), _mark(event.end_mark), text, style)


def _sequence(events: _Events, depth: int) -> Sequence:
    start = _mark(events.take().start_mark)
    items: list[Node] = []
    while not isinstance(events.ahead, yaml.SequenceEndEvent):
        if len(items) == MOST_ENTRIES:
            raise Refused("list-too-long", _mark(events.ahead.start_mark), most=str(MOST_ENTRIES))
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


def _mistake(error: yaml.MarkedYAMLError, lines: list[str]) -> Refused:
    mark = _mark(error.problem_mark) if error.problem_mark else Mark(0, 0)
    start = _mark(error.context_mark) if error.context_mark else mark
    return refusal(error.context or "", error.problem or "", mark, start, lines)
