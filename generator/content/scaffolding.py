"""A title → a new file, with a place to write for each key and what the key is for above it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from generator.content.misread import STILL_TO_WRITE
from generator.content.yamlfile import write
from generator.schemas import Schema, schema_of
from generator.wording import Wording

MODELINE = "# yaml-language-server: $schema="
"""Begins the line by which a file tells editors where its schema is."""
WIDTH = 100
Known = Mapping[str, object]
"""What is known of the values of keys."""
_BEGUN = {
    "lesson": ("minutes", "objectives", "body"),
    "story": ("outcome", "source", "discussion_questions"),
    "agenda": ("activity",),
    "course": ("language",),
}
"""Keys that a new file begins with although they may be left out, by the kind or the list they stand in."""
_NUMBERS = {"minutes": 10}


def scaffold(
    kind: str, title: str, words: Wording, *, name: str = "", lessons: Sequence[str] = (), schema: str = ""
) -> str:
    """A file of a kind that passes the checks and says at each key what belongs there.

    `name` is the id of a course, `lessons` are those of a path, `schema` is the way to that of the kind.
    """
    given: Known = {"title": title, "id": name, "lessons": list(lessons)}
    known = {key: value for key, value in given.items() if value}
    whole = schema_of(kind)
    begun: list[list[str]] = []
    later: list[list[str]] = []
    for key, inner in whole["properties"].items():
        if key == "draft":
            begun.insert(0, [*_described(words["new_draft"]), "draft: true"])
        elif key in whole["required"] or key in _BEGUN.get(kind, ()):
            begun.append(_key(key, inner, known))
        else:
            later.append([*_described(inner["description"]), *_switched_off(_value(key, inner, {}))])
    modeline = [f"{MODELINE}{schema}"] if schema else []
    blocks = [[*modeline, *_described(words["new_file"])], *begun, _described(words["new_later"]), *later]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def with_term(glossary: str, name: str, term: str) -> str:
    """A glossary with one entry more at its end, as far in as the others."""
    entry = write([{"id": name, "term": term, "meaning": STILL_TO_WRITE}]).splitlines()
    first = re.search(r"^( *)- ", glossary, re.MULTILINE)
    margin = first[1] if first else "  "
    before = glossary.rstrip() if first else "terms:"
    return "\n".join((before, *(margin + line for line in entry))) + "\n"


def _key(key: str, schema: Schema, known: Known) -> list[str]:
    return [*_described(schema["description"]), *_value(key, schema, known)]


def _value(key: str, schema: Schema, known: Known) -> list[str]:
    """A key with what is known of its value, or with the sign that something is still to be written."""
    if key in known:
        return write({key: known[key]}).rstrip("\n").split("\n")
    if schema["type"] == "array":
        return [f"{key}:", *(f"  {line}" for line in _entries(key, schema))]
    if schema["type"] == "object":
        return [f"{key}:", *(f"  {line}" for line in _group("", schema, 1, begin="#"))]
    if schema.get("x-form") == "prose":
        return [f"{key}: |", f"  {STILL_TO_WRITE}"]
    return [f"{key}: {_scalar(key, schema)}"]


def _entries(key: str, schema: Schema) -> Iterator[str]:
    inner = schema["items"]
    for number in range(1, max(1, schema.get("minItems", 1)) + 1):
        if inner["type"] != "object":
            yield f"- {_scalar(key, inner)}"
            continue
        lines = _group(key, inner, number)
        first = next(place for place, line in enumerate(lines) if not line.startswith("#"))
        for place, line in enumerate(lines):
            yield f"- {line}" if place == first else line if place < first else f"  {line}"


def _group(key: str, schema: Schema, number: int, begin: str = "") -> list[str]:
    """The keys of an entry: those it needs, then the others, switched off."""
    known = {"id": f"{key.removesuffix('s')}-{number}"} if key else {}
    begun: list[str] = []
    later: list[str] = []
    for name, inner in schema["properties"].items():
        if not begin and (name in schema.get("required", ()) or name in _BEGUN.get(key, ())):
            begun += _key(name, inner, known)
        else:
            later += [*_described(inner["description"]), *_switched_off(_value(name, inner, {}))]
    return [*begun, *later]


def _scalar(key: str, schema: Schema) -> str:
    if "default" in schema:
        return str(schema["default"]).lower() if schema["type"] == "boolean" else str(schema["default"])
    if schema["type"] == "integer":
        return str(_NUMBERS.get(key, schema["minimum"]))
    return str(schema["enum"][0]) if "enum" in schema else STILL_TO_WRITE


def _described(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, WIDTH, break_on_hyphens=False)]


def _switched_off(lines: Sequence[str]) -> list[str]:
    return [f"#{line}" for line in lines]
