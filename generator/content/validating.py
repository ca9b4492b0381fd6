"""A source against its type in the model: what pydantic finds, as problems in the author's terms."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.content.days import day_meant
from generator.content.keys import fields_of, part_at
from generator.content.mending import in_quotes
from generator.content.misread import misread
from generator.content.nearest import is_sure, nearest
from generator.content.shapes import one_for_all_turns, refers, wrong_kind
from generator.content.source import Source
from generator.content.tree import Scalar
from generator.model import FILES, Location, Part, Problem

_ABOUT_LENGTH = {
    "string_too_long": "too-long",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
}
_OWN = {"whole_number": "not-a-number", "day": "not-a-day", "yes_or_no": "not-yes-or-no"}
_YES_NO = {
    **dict.fromkeys(("true", "yes", "on", "ja"), "true"),
    **dict.fromkeys(("false", "no", "off", "nein"), "false"),
}
MOST_OF_A_TYPE = 100
"""So many errors of a type are told; of a file only the first twenty problems are shown."""
MOST_KEYS_NAMED = 12
"""So many keys are named beside the one that was most likely meant."""


def validate(source: Source) -> tuple[Part | None, tuple[Problem, ...]]:
    """The item of a source, or the problems that keep it from being one."""
    part = FILES[source.kind]
    own_id = {} if source.kind in ("course", "glossary") else {"id": source.id}
    problems = [*_id_key(source, own_id), *misread(source, part)]
    data = {key: value for key, value in source.data.items() if not (own_id and key == "id")}
    try:
        item = part.model_validate({**data, **own_id})
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True)
        told = [problem for error in _some(errors) for problem in _told(source, part, error)]
        return None, (*problems, *one_for_all_turns(source, _without_echoes(told)))
    return item, tuple(problems)


def _some(errors: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """As many errors of each type as anybody reads: to find what an author meant takes its time."""
    counted: Counter[str] = Counter()
    for error in errors:
        counted[error["type"]] += 1
        if counted[error["type"]] <= MOST_OF_A_TYPE:
            yield error


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
        yield _empty(source, part, at)
    elif code in _ABOUT_LENGTH:
        most = context.get("max_length") or context.get("le") or ""
        least = context.get("min_length") or context.get("ge") or ""
        yield from _lengths(source, part, at, _ABOUT_LENGTH[code], most, least, value)
    elif code in _OWN:
        yield _own(source, at, _OWN[code], str(value))
    else:
        yield from wrong_kind(source, part, at, code, value, context)


def _missing(source: Source, at: Location) -> Problem:
    return replace(source.key_problem("missing-key", at[:-1], key_name=str(at[-1])), field=at)


def _unknown_key(source: Source, part: type[Part], at: Location) -> Problem:
    key = str(at[-1])
    fields = {
        name: field for name, field in fields_of(part_at(part, at[:-1])).items() if name != "id" or at[:-1]
    }
    valid = sorted(fields, key=lambda name: not fields[name].is_required())
    meant = nearest(key, valid)
    some = ", ".join(valid[:MOST_KEYS_NAMED]) + (", …" if len(valid) > MOST_KEYS_NAMED else "")
    details = {"key_name": key, "nearest": meant, "some": some, "valid": ", ".join(valid)}
    problem = source.key_problem("unknown-key", at, **details)
    mark = source.mark(at, key=True)
    line = source.lines[mark.line]
    mended = line[: mark.column] + meant + line[mark.column + len(key) :]
    written_so = line[mark.column :].startswith(key)
    sure = meant and written_so and is_sure(key, meant)
    return replace(problem, mended=mended if sure else None, width=len(key))


def _empty(source: Source, part: type[Part], at: Location) -> Problem:
    node = source.node(at)
    line = source.lines[source.mark(at).line]
    hidden = isinstance(node, Scalar) and node.text is None and re.search(r"[:-]\s+#\s*\S", line)
    if hidden and (match := re.fullmatch(r"(.*?[:-]\s+)(#.*)", line)):
        mended = in_quotes(line, match.end(1), len(line.rstrip()))
        return replace(source.problem("hidden-by-hash", at), mended=mended)
    return source.problem("empty", at, line=_deletable(part, at))


def _deletable(part: type[Part], at: Location) -> str:
    """How the line of a value begins, where it can be left out."""
    if isinstance(at[-1], int):
        return "-"
    field = fields_of(part_at(part, at[:-1])).get(at[-1])
    return f"{at[-1]}:" if field and not field.is_required() else ""


def _lengths(
    source: Source, part: type[Part], at: Location, code: str, most: str, least: str, value: object
) -> Iterator[Problem]:
    if refers(source, part, at):
        return
    if code.startswith("number"):
        length = str(value)
    else:
        length = str(len(value)) if isinstance(value, str | list | tuple) else ""
        if code == "too-few" and int(length) >= int(least):
            return  # entries are there; what is wrong with them is said in their own places
    yield source.problem(code, at, most=most, least=least, length=length)


def _own(source: Source, at: Location, code: str, value: str) -> Problem:
    if code == "not-a-day" and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        code = "no-such-day"
    problem = source.problem(code, at, found=value)
    meant = _YES_NO.get(value.lower()) if code == "not-yes-or-no" else None
    meant = day_meant(value) if code == "not-a-day" else meant
    return replace(problem, mended=source.with_value(at, value, meant)) if meant else problem


def _without_echoes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A key that is only misspelt is not missing as well."""
    meant = {(p.field[:-1], p.details["nearest"]) for p in problems if p.code == "unknown-key"}
    for problem in problems:
        if problem.code != "missing-key" or (problem.field[:-1], problem.field[-1]) not in meant:
            yield problem
