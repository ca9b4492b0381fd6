"""A source against its type in the model: what pydantic finds, as problems in the author's terms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.mending import in_quotes
from generator.content.misread import misread
from generator.content.nearest import is_sure, nearest
from generator.content.source import Source, short
from generator.content.tree import Group, Mark, Scalar
from generator.model import (
    Checklist,
    CourseSettings,
    Exercise,
    Glossary,
    Lesson,
    Location,
    Part,
    Path,
    Problem,
    Reference,
    Story,
    Workshop,
    marked,
)

TYPES: Mapping[str, type[Part]] = {
    "course": CourseSettings,
    "glossary": Glossary,
    "lesson": Lesson,
    "story": Story,
    "exercise": Exercise,
    "checklist": Checklist,
    "workshop": Workshop,
    "path": Path,
}

_ABOUT_LENGTH = {
    "string_too_long": "too-long",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
}
_OWN = {"whole_number": "not-a-number", "day": "not-a-day", "yes_or_no": "not-yes-or-no"}
_PATTERNS: Mapping[Location, str] = {("language",): "not-a-language", ("branch",): "not-a-branch"}
_OWN_TYPES = {"int_type": "not-a-number", "date_type": "not-a-day", "bool_type": "not-yes-or-no"}
_YES_NO = {"yes": "true", "on": "true", "ja": "true", "no": "false", "off": "false", "nein": "false"}


def validate(source: Source) -> tuple[Part | None, tuple[Problem, ...]]:
    """The item of a source, or the problems that keep it from being one."""
    part = TYPES[source.kind]
    own_id = {} if source.kind in ("course", "glossary") else {"id": source.id}
    problems = [*_id_key(source, own_id), *misread(source, part)]
    data = {key: value for key, value in source.data.items() if not (own_id and key == "id")}
    try:
        item = part.model_validate({**data, **own_id})
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True)
        told = [problem for error in errors for problem in _told(source, part, error)]
        return None, (*problems, *_without_echoes(told))
    return item, tuple(problems)


def _id_key(source: Source, own_id: Mapping[str, str]) -> Iterator[Problem]:
    if own_id and "id" in source.data:
        yield source.key_problem("id-key", ("id",), id=source.id)


def _told(source: Source, part: type[Part], error: ErrorDetails) -> Iterator[Problem]:
    at: Location = tuple(error["loc"])
    code, value = error["type"], error["input"]
    context = {name: str(limit) for name, limit in error.get("ctx", {}).items()}
    if code == "missing":
        yield _missing(source, at)
    elif code == "extra_forbidden":
        yield _unknown_key(source, part, at)
    elif value is None or (isinstance(value, str) and not value.strip()):
        yield _empty(source, at)
    elif code in _ABOUT_LENGTH:
        most = context.get("max_length") or context.get("le") or ""
        least = context.get("min_length") or context.get("ge") or ""
        yield from _lengths(source, part, at, _ABOUT_LENGTH[code], most, least, value)
    elif code in _OWN:
        yield _own(source, at, _OWN[code], str(value))
    else:
        yield from _wrong_kind(source, part, at, code, value, context)


def _missing(source: Source, at: Location) -> Problem:
    return replace(source.key_problem("missing-key", at[:-1], key_name=str(at[-1])), field=at)


def _unknown_key(source: Source, part: type[Part], at: Location) -> Problem:
    key = str(at[-1])
    group = _part_at(part, at[:-1])
    valid = [field.alias or name for name, field in group.model_fields.items() if name != "id" or at[:-1]]
    meant = nearest(key, valid)
    problem = source.key_problem("unknown-key", at, key_name=key, nearest=meant, valid=", ".join(valid))
    mark = source.mark(at, key=True)
    line = source.lines[mark.line]
    mended = line[: mark.column] + meant + line[mark.column + len(key) :]
    written_so = line[mark.column :].startswith(key)
    sure = meant and written_so and is_sure(key, meant)
    return replace(problem, mended=mended if sure else None, width=len(key))


def _empty(source: Source, at: Location) -> Problem:
    node = source.node(at)
    line = source.lines[source.mark(at).line]
    hidden = isinstance(node, Scalar) and node.text is None and re.search(r"[:-]\s+#\s*\S", line)
    if hidden and (match := re.fullmatch(r"(.*?[:-]\s+)(#.*)", line)):
        mended = in_quotes(line, match.end(1), len(line.rstrip()))
        return replace(source.problem("hidden-by-hash", at), mended=mended)
    return source.problem("empty", at)


def _lengths(
    source: Source, part: type[Part], at: Location, code: str, most: str, least: str, value: object
) -> Iterator[Problem]:
    if _refers(source, part, at):
        return
    if code.startswith("number"):
        length = str(value)
    else:
        length = str(len(value)) if isinstance(value, str | list | tuple) else ""
        if code == "too-few" and int(length) >= int(least):
            return  # entries are there; what is wrong with them is said in their own places
    yield source.problem(code, at, most=most, least=least, length=length)


def _own(source: Source, at: Location, code: str, value: str) -> Problem:
    problem = source.problem(code, at, found=value)
    meant = _YES_NO.get(value.lower()) if code == "not-yes-or-no" else None
    return replace(problem, mended=_replaced(source, at, value, meant)) if meant else problem


def _wrong_kind(
    source: Source, part: type[Part], at: Location, code: str, value: object, context: Mapping[str, str]
) -> Iterator[Problem]:
    found = _kind(value)
    if code in _OWN_TYPES:
        yield source.problem(_OWN_TYPES[code], at, found=short(_written(source, at)))
    elif code == "literal_error" and isinstance(value, str):
        choices = [choice.strip("' ") for choice in re.split(r",| or ", context.get("expected", ""))]
        meant = nearest(value, choices)
        problem = source.problem(
            "unknown-value", at, found=short(value), valid=", ".join(choices), nearest=meant
        )
        sure = meant and is_sure(value, meant)
        yield replace(problem, mended=_replaced(source, at, value, meant) if sure else None)
    elif code == "string_pattern_mismatch":
        if not _refers(source, part, at):
            yield source.problem(_PATTERNS.get(at, "not-an-id"), at, found=short(value))
    elif code in ("string_type", "literal_error"):
        yield _colon(source, at) or source.problem("text-expected", at, kind=found)
    elif code == "tuple_type":
        of_texts = _part_at(part, at) is _part_at(part, at[:-1])
        mended = _as_list(source, at) if of_texts else None
        yield _dash(source, at) or replace(source.problem("list-expected", at, kind=found), mended=mended)
    else:
        keys = [f.alias or n for n, f in _part_at(part, at).model_fields.items()]
        yield source.problem("keys-expected", at, kind=found, valid=", ".join(keys))


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


def _refers(source: Source, part: type[Part], at: Location) -> bool:
    """Whether a field names another item; what is wrong there is said when links are checked."""
    return any(reference.at == at for reference in marked(part, source.data, Reference))


def _part_at(part: type[Part], at: Location) -> type[Part]:
    """The type of the group at a location."""
    for step in at:
        if isinstance(step, str):
            fields = {field.alias or name: field for name, field in part.model_fields.items()}
            part = next(_parts_in(fields[step].annotation), part) if step in fields else part
    return part


def _parts_in(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


def _replaced(source: Source, at: Location, value: str, meant: str) -> str | None:
    """The line of a value with another value in its place."""
    mark = source.mark(at)
    line = source.lines[mark.line]
    rest = line[mark.column :]
    return line[: mark.column] + rest.replace(value, meant, 1) if value in rest else None


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


def _without_echoes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A key that is only misspelt is not missing as well."""
    meant = {(p.field[:-1], p.details["nearest"]) for p in problems if p.code == "unknown-key"}
    for problem in problems:
        if problem.code != "missing-key" or (problem.field[:-1], problem.field[-1]) not in meant:
            yield problem
