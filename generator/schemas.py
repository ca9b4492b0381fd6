"""The model as JSON Schemas: for editors that complete and explain keys, and for forms.

Draft 7, which is what the YAML servers of editors and the catalogue of schemas understand. Every group is
written where it stands, so that nobody who walks a schema has to follow references. Beside the words of
the draft each text has `x-form` and `x-audience`, and each id of something else `x-reference`.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import FILES, FOLDERS, ID_PATTERN
from generator.wording import Wording

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]
"""A schema, or what stands below one of its keys."""

_UNSAID: tuple[object, ...] = (None, [], {})
"""Defaults that say nothing: the key is left out."""
_LIMITS = {"ge": "minimum", "le": "maximum"}
_WIDER = {
    "string": ["string", "number", "boolean"],
    "integer": ["integer", "string"],
    "boolean": ["boolean", "string"],
}
"""The types that a value may have for other readers of YAML: here each is read as its text."""
_WRITTEN = {"integer": "^(0|[1-9][0-9]{0,8})$", "boolean": "^(true|false)$"}
"""What stands in quotes where a number or yes or no is meant."""


def schema_of(kind: str) -> Schema:
    """The schema of the files of a kind: the keys, their types and limits, and what they are for."""
    whole = FILES[kind].model_json_schema(by_alias=True)
    schema = _plain(whole, whole.get("$defs", {}))
    if kind in FOLDERS:  # the id of an item is its file name
        del schema["properties"]["id"]
        schema["required"].remove("id")
    return {"$schema": DRAFT, "title": kind, **schema}


def for_editors(kind: str, words: Wording) -> Schema:
    """The schema of a kind with texts to hover over, which takes values as loosely as the course does."""
    return _for_editors(schema_of(kind), words)


def as_files(words: Wording) -> Mapping[str, str]:
    """The schemas as JSON by the names of their files."""
    return {f"{kind}.json": _json(for_editors(kind, words)) for kind in FILES}


def for_vscode(content: str) -> Mapping[str, str]:
    """What Visual Studio Code reads beside a course: which schema is for which files, and how to indent."""
    places: dict[str, str] = {kind: f"{folder}/*.yml" for kind, folder in FOLDERS.items()}
    files = {f"./schema/{kind}.json": f"{content}/{places.get(kind, f'{kind}.yml')}" for kind in FILES}
    yaml = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"}
    settings = {"yaml.schemas": files, "yaml.schemaStore.enable": False, "[yaml]": yaml}
    return {
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def notes(schema: Schema, words: Wording) -> Iterator[str]:
    """What a value must be, in words: one sentence for each thing that a schema says of it."""
    inner = schema.get("items", schema)
    if "items" in schema:
        yield words["key_list"]
    if name := _name_of(inner):
        yield words[name]
    for value, meaning in zip(inner.get("enum", ()), inner.get("enumDescriptions", ()), strict=True):
        yield words.say("key_value", value=value, meaning=meaning)
    if "maxLength" in inner and "pattern" not in inner:
        yield words.say("key_most_characters", n=inner["maxLength"])
    if "minimum" in inner:
        yield words.say("key_between", least=inner["minimum"], most=inner["maximum"])
    if "default" in schema:
        yield words.say("key_default", value=json.dumps(schema["default"]).strip('"'))


def walk(schema: Schema) -> Iterator[tuple[tuple[str, ...], Schema, bool]]:
    """Every key below a schema as its path, its schema, and whether it is required."""
    for name, inner in schema.get("properties", {}).items():
        yield (name,), inner, name in schema.get("required", [])
        for path, deeper, required in walk(inner.get("items", inner)):
            yield (name, *path), deeper, required


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _plain(schema: Schema, groups: Mapping[str, Schema]) -> Schema:
    """A schema without references, without titles and without the absent value that no author writes."""
    if "$ref" in schema:
        group = groups[schema["$ref"].rpartition("/")[2]]
        return _plain({**group, **{key: value for key, value in schema.items() if key != "$ref"}}, groups)
    if "anyOf" in schema:
        (there,) = (each for each in schema["anyOf"] if each != {"type": "null"})
        return _plain({**there, **{key: value for key, value in schema.items() if key != "anyOf"}}, groups)
    plain = {
        key: value for key, value in schema.items() if key not in ("title", "$defs", "properties", "items")
    }
    plain = {_LIMITS.get(key, key): value for key, value in plain.items()}
    if plain.get("default", ...) in _UNSAID or isinstance(plain.get("default"), dict):
        del plain["default"]
    if "items" in schema:
        plain["items"] = _plain(schema["items"], groups)
    if "properties" in schema:
        plain["properties"] = {key: _plain(value, groups) for key, value in schema["properties"].items()}
    return plain


def _name_of(schema: Schema) -> str:
    """The name of the words that say what kind of value stands here."""
    if "x-reference" in schema:
        return f"key_reference_{schema['x-reference']}"
    if "x-form" in schema:
        return f"key_form_{schema['x-form']}"
    if "enum" in schema or schema.get("type") == "object":
        return ""
    if schema["type"] != "string":
        return f"key_{schema['type']}"
    if schema.get("format") == "date":
        return "key_day"
    return "key_id" if schema.get("pattern") == f"^{ID_PATTERN}$" else "key_code"


def _for_editors(schema: Schema, words: Wording, *, required: bool = True) -> Schema:
    """A schema and all that stand in it, explained and loosened."""
    changed = {**schema, **_loosened(schema, required)}
    if "description" in schema and schema["type"] != "object":
        changed["markdownDescription"] = "\n\n".join((schema["description"], *notes(schema, words)))
    if "items" in schema:
        changed["items"] = _for_editors(schema["items"], words)
    if "properties" in schema:
        named = schema.get("required", ())
        changed["properties"] = {
            key: _for_editors(value, words, required=key in named)
            for key, value in schema["properties"].items()
        }
    return changed


def _loosened(schema: Schema, required: bool) -> Schema:
    """Values stand in quotes or without; a key that may be left out may have nothing after it."""
    kind = schema["type"]
    types = _WIDER.get(kind, [kind]) if "enum" not in schema else [kind]
    loose: Schema = {"pattern": _WRITTEN[kind]} if kind in _WRITTEN else {}
    if not required and "default" not in schema and kind not in ("array", "object"):
        types = [*types, "null"]
        loose |= {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**loose, "type": types if types[1:] else kind}
