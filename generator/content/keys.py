"""The keys of a kind of file, as far as reading must know them before anything is checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model import Form, Location, Part, Text


@dataclass(frozen=True)
class Keys:
    """Which keys mean what in a file."""

    top: frozenset[str] = frozenset()
    """The keys that begin in the first column."""
    inner: frozenset[str] = frozenset()
    """The keys of entries."""
    prose: frozenset[str] = frozenset()
    """The keys, of the file or of its entries, that hold a text of several lines."""
    single: frozenset[str] = frozenset()
    """The keys of the file that hold one text on one line."""


@cache
def keys_of(part: type[Part]) -> Keys:
    """The keys of files of a kind."""
    top, *inner = [fields_of(each) for each in _parts(part)]
    return Keys(
        top=frozenset(top),
        inner=frozenset(name for fields in inner for name in fields),
        prose=frozenset(
            name for fields in (top, *inner) for name, field in fields.items() if Form.PROSE in _forms(field)
        ),
        single=frozenset(name for name, field in top.items() if _is_single(field)),
    )


def fields_of(part: type[Part]) -> dict[str, FieldInfo]:
    """The fields of a group by the keys that authors write."""
    return {field.alias or name: field for name, field in part.model_fields.items()}


def part_at(part: type[Part], at: Location) -> type[Part]:
    """The type of the group at a location."""
    for step in at:
        if isinstance(step, str):
            fields = fields_of(part)
            part = next(parts_in(fields[step].annotation), part) if step in fields else part
    return part


def parts_in(annotation: object) -> Iterator[type[Part]]:
    """The types of groups in an annotation."""
    return (each for each in _inside(annotation) if isinstance(each, type) and issubclass(each, Part))


def _parts(part: type[Part]) -> list[type[Part]]:
    """A type and all that stand somewhere in it."""
    found = [part]
    for each in found:
        for field in each.model_fields.values():
            found += [inner for inner in parts_in(field.annotation) if inner not in found]
    return found


def _forms(field: FieldInfo) -> set[Form]:
    inside = (mark for each in _inside(field.annotation) for mark in getattr(each, "__metadata__", ()))
    return {mark.form for mark in (*field.metadata, *inside) if isinstance(mark, Text)}


def _is_single(field: FieldInfo) -> bool:
    listed = any(get_origin(each) is tuple for each in _inside(field.annotation))
    return not listed and bool(_forms(field) - {Form.PROSE})


def _inside(annotation: object) -> Iterator[object]:
    """An annotation and all that stand in it."""
    yield annotation
    for inner in get_args(annotation):
        yield from _inside(inner)
