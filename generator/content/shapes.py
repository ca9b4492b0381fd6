"""A text where a list belongs, a list where a text belongs: what the author most likely forgot."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.content.keys import fields_of, keys_of, part_at
from generator.content.lines import KEY
from generator.content.mending import in_quotes, mended_line
from generator.content.nearest import is_sure, nearest
from generator.content.slips import SIGN, bar_problem
from generator.content.source import Source, short
from generator.content.tree import Group, Mark, Refused, Scalar, Sequence
from generator.model import Location, Part, Problem, Reference, Turn, marked

_OWN_TYPES = {"int_type": "not-a-number", "date_type": "not-a-day", "bool_type": "not-yes-or-no"}
_PATTERNS: Mapping[Location, str] = {("language",): "not-a-language", ("branch",): "not-a-branch"}
_DIALOGUE = "dialogue"


def wrong_kind(
    source: Source, part: type[Part], at: Location, code: str, value: object, context: Mapping[str, str]
) -> Iterator[Problem]:
    """A value of another kind than its field takes, or none of those that it takes."""
    found = _kind(value)
    if code in _OWN_TYPES:
        problem = source.problem(_OWN_TYPES[code], at, found=short(_written(source, at)))
        yield replace(problem, mended=_without_brackets(source, at))
    elif code == "literal_error" and isinstance(value, str):
        yield _unknown_value(source, at, value, context)
    elif code == "string_pattern_mismatch":
        if not refers(source, part, at):
            yield source.problem(_PATTERNS.get(at, "not-an-id"), at, found=short(value))
    elif code in ("string_type", "literal_error"):
        problem = replace(
            source.problem("text-expected", at, kind=found), mended=_without_brackets(source, at)
        )
        yield _bar(source, part, at) or _colon(source, at) or problem
    elif code == "tuple_type":
        of_texts = part_at(part, at) is part_at(part, at[:-1])
        mended = _as_list(source, at) if of_texts else None
        problem = replace(source.problem("list-expected", at, kind=found), mended=mended)
        yield from tuple(_signs(source, at)) or (_dash(source, at) or problem,)
    else:
        yield source.problem("keys-expected", at, kind=found, valid=", ".join(fields_of(part_at(part, at))))


def refers(source: Source, part: type[Part], at: Location) -> bool:
    """Whether a field names another item; what is wrong there is said when links are checked."""
    return any(reference.at == at for reference in marked(part, source.data, Reference))


def one_for_all_turns(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """One message for a dialogue whose turns are written as `- Porter: Leave it`."""
    said = False
    for problem in problems:
        turn = source.node(problem.field[:2]) if problem.field[:1] == (_DIALOGUE,) else None
        spoken = _spoken(turn) if isinstance(turn, Group) else None
        if spoken is None:
            yield problem
        elif not said:
            said = True
            yield source.problem("turn-as-line", problem.field[:2], who=spoken[0], says=spoken[1])


def bar(source: Source, at: Location) -> Problem | None:
    """What is wrong with the line of a key whose long text stands below."""
    row = source.mark(at, key=True).line
    key = KEY.fullmatch(source.lines[row])
    wrong = bar_problem(key, row) if key else None
    if key is None or wrong is None or key[2] != at[-1]:
        return None
    problem = source.problem_at(wrong.code, at, wrong.mark, len(source.lines[row]), **wrong.details)
    return replace(problem, mended=mended_line(wrong, source.lines))


def _spoken(turn: Group) -> tuple[str, str] | None:
    entries = [(name, entry.value) for name, entry in turn.entries.items() if name not in Turn.model_fields]
    if len(turn.entries) != 1 or not entries:
        return None
    who, says = entries[0]
    return (who, says.text) if isinstance(says, Scalar) and says.text else None


def _unknown_value(source: Source, at: Location, value: str, context: Mapping[str, str]) -> Problem:
    choices = [choice.strip("' ") for choice in re.split(r",| or ", context.get("expected", ""))]
    meant = nearest(value, choices)
    details = {"found": short(value), "valid": ", ".join(choices), "nearest": meant}
    sure = meant and is_sure(value, meant)
    mended = source.with_value(at, value, meant) if sure else None
    return replace(source.problem("unknown-value", at, **details), mended=mended)


def _bar(source: Source, part: type[Part], at: Location) -> Problem | None:
    """A long text without the sign |, in which a dash or a colon made a list or a key of its beginning."""
    below = source.mark(at, key=True).line < getattr(source.node(at), "start", Mark(0, 0)).line
    return bar(source, at) if below and at[-1] in keys_of(part).prose else None


def _colon(source: Source, at: Location) -> Problem | None:
    """A text in which a colon made a key of its beginning: `- Why: did she say nothing?`."""
    node = source.node(at)
    if not isinstance(node, Group) or len(node.entries) != 1:
        return None
    (entry,) = node.entries.values()
    line = source.lines[node.start.line]
    column = line.find(":", node.start.column)
    if entry.value.end.line > node.start.line or column < 0 or line[node.start.column] == "{":
        return None
    problem = source.problem_at("colon", at, Mark(node.start.line, column), len(line))
    alone = re.fullmatch(r"\s*(?:- +)?(?:[\w-]+: +)?", line[: node.start.column])
    return replace(problem, mended=in_quotes(line, node.start.column, len(line.rstrip())) if alone else None)


def _dash(source: Source, at: Location) -> Problem | None:
    """A list whose first dash has no space after it: `-Why`."""
    node = source.node(at)
    if not isinstance(node, Scalar) or node.style != "plain" or not re.match(r"-\S", node.text or ""):
        return None
    mended = re.sub(r"^(\s*)-", r"\1- ", source.lines[node.start.line])
    return replace(source.problem("dash", at), mended=mended)


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "list"
    return "keys" if isinstance(value, dict) else "text"


def _written(source: Source, at: Location) -> str:
    """What stands in the file, as far as its first line."""
    node = source.node(at)
    if node is None:
        return ""
    end = node.end.column if node.end.line == node.start.line else None
    return source.lines[node.start.line][node.start.column : end].strip()


def _signs(source: Source, at: Location) -> Iterator[Problem]:
    """A list whose entries begin with signs of a word processor."""
    node = source.node(at)
    if not isinstance(node, Scalar) or node.style != "plain" or not SIGN.match(source.lines[node.start.line]):
        return
    for row in range(node.start.line, node.end.line + 1):
        if sign := SIGN.match(source.lines[row]):
            wrong = Refused("dash-sign", Mark(row, sign.start(2)), found=sign[2])
            problem = source.problem_at(wrong.code, at, wrong.mark, len(source.lines[row]), found=sign[2])
            yield replace(problem, mended=mended_line(wrong, source.lines))


def _without_brackets(source: Source, at: Location) -> str | None:
    """The line of a list in brackets with one entry, as that entry alone."""
    node = source.node(at)
    if not isinstance(node, Sequence) or len(node.items) != 1 or node.start.line != node.end.line:
        return None
    (item,), line = node.items, source.lines[node.start.line]
    if not isinstance(item, Scalar) or line[node.start.column] != "[":
        return None
    return line[: node.start.column] + line[item.start.column : item.end.column] + line[node.end.column :]


def _as_list(source: Source, at: Location) -> str | None:
    node = source.node(at)
    if not isinstance(node, Scalar) or node.text is None or node.start.line != node.end.line:
        return None
    mark = source.mark(at)
    entries = [entry.strip() for entry in node.text.split(",") if entry.strip()]
    sentences = len(entries) > 1 and any(entry.count(" ") > 2 for entry in entries)
    if sentences or any(re.search(r"^\(|[\[\]{}:#&*!|>'\"%@`]", entry) for entry in entries):
        return None
    return source.lines[mark.line][: mark.column] + f"[{', '.join(entries)}]"
