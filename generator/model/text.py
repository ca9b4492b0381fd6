"""Kinds of text an author writes, and whom each is for.

A field's annotation says both, so that one declaration drives validation, the checks of Markdown, the
firewall between trainees and facilitators, and the editor's hover text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Audience(StrEnum):
    """Who may see a text. Pages for trainees hold trainee text only."""

    TRAINEE = "trainee"
    FACILITATOR = "facilitator"
    KEY = "key"


class Form(StrEnum):
    """What may stand in a text."""

    PLAIN = "plain"
    """One line, shown letter for letter."""
    LINE = "line"
    """One paragraph of Markdown: emphasis and links."""
    PROSE = "prose"
    """Paragraphs, lists, tables, quotations and pictures in Markdown."""
    URL = "url"
    """An http or https address."""
    IMAGE = "image"
    """The name of a file in content/images."""


@dataclass(frozen=True)
class Text:
    """The form and the audience of a text field."""

    form: Form
    audience: Audience = Audience.TRAINEE

    def __get_pydantic_json_schema__(self, core: CoreSchema, rest: GetJsonSchemaHandler) -> JsonSchemaValue:
        """What a schema says of it beside the type of its value."""
        return {**rest(core), "x-form": self.form.value, "x-audience": self.audience.value}


_plain = StringConstraints(strip_whitespace=True, min_length=1, max_length=200)
_line = StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000)
LONGEST_TEXT = 40_000
_prose = StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)

Plain = Annotated[str, _plain, Text(Form.PLAIN)]
Line = Annotated[str, _line, Text(Form.LINE)]
Prose = Annotated[str, _prose, Text(Form.PROSE)]
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), Text(Form.URL)]
ImageName = Annotated[str, _plain, Text(Form.IMAGE)]
FacilitatorLine = Annotated[str, _line, Text(Form.LINE, Audience.FACILITATOR)]
FacilitatorProse = Annotated[str, _prose, Text(Form.PROSE, Audience.FACILITATOR)]
KeyProse = Annotated[str, _prose, Text(Form.PROSE, Audience.KEY)]

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$", max_length=80)]

Kind = Literal["lesson", "story", "exercise", "checklist", "workshop", "path"]
"""The kinds of item that have a file and a page of their own."""
KINDS: tuple[Kind, ...] = get_args(Kind)
FOLDERS: Mapping[Kind, str] = {
    "lesson": "lessons",
    "story": "stories",
    "exercise": "exercises",
    "checklist": "checklists",
    "workshop": "workshops",
    "path": "paths",
}
"""The folder of each kind, in content/ and on the site."""


@dataclass(frozen=True)
class Reference:
    """Marks an id field that names something else of the course."""

    kind: Kind | Literal["framework", "drawing"]

    def __get_pydantic_json_schema__(self, core: CoreSchema, rest: GetJsonSchemaHandler) -> JsonSchemaValue:
        """What a schema says of it beside the pattern of ids."""
        return {**rest(core), "x-reference": self.kind}


@dataclass(frozen=True)
class Meanings:
    """What each value of a fixed choice means, in the order of the values."""

    of: tuple[str, ...]

    def __get_pydantic_json_schema__(self, core: CoreSchema, rest: GetJsonSchemaHandler) -> JsonSchemaValue:
        """What editors show beside each value."""
        schema = rest(core)
        assert len(schema["enum"]) == len(self.of), schema["enum"]
        return {**schema, "enumDescriptions": list(self.of)}


FormerIds = tuple[Id, ...]
"""Ids that an item of the same kind had once."""

LessonId = Annotated[Id, Reference("lesson")]
StoryId = Annotated[Id, Reference("story")]
ExerciseId = Annotated[Id, Reference("exercise")]
ChecklistId = Annotated[Id, Reference("checklist")]
FrameworkId = Annotated[Id, Reference("framework")]
DrawingId = Annotated[Id, Reference("drawing")]

Location = tuple[str | int, ...]
"""Where a value stands in its file, as keys and list positions: `("sections", 0, "body")`."""


class Part(BaseModel):
    """A piece of the course: frozen, complete, without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


M = TypeVar("M")


@dataclass(frozen=True)
class Marked(Generic[M]):
    """A string of a part, with the mark that the model gives its field."""

    at: Location
    value: str
    mark: M


def marked(part: type[Part], data: object, mark: type[M], at: Location = ()) -> Iterator[Marked[M]]:
    """Every string in the data of a part whose field carries such a mark, in the order of the data.

    The data may be what an author wrote, of any shape: what does not fit the model is passed over.
    """
    if not isinstance(data, Mapping):
        return
    fields = {field.alias or name: field for name, field in part.model_fields.items()}
    for name, value in data.items():
        field = fields.get(name)
        if field is None:
            continue
        annotations = [field.annotation, *_inner(field.annotation)]
        marks = [*field.metadata, *(m for a in annotations for m in getattr(a, "__metadata__", ()))]
        found = next((m for m in marks if isinstance(m, mark)), None)
        parts = [a for a in annotations if isinstance(a, type) and issubclass(a, Part)]
        yield from _strings(value, found, parts, mark, (*at, name))


def _strings(
    value: object, found: M | None, parts: list[type[Part]], mark: type[M], at: Location
) -> Iterator[Marked[M]]:
    if isinstance(value, str):
        if found is not None:
            yield Marked(at, value, found)
    elif isinstance(value, Sequence):
        for number, item in enumerate(value):
            yield from _strings(item, found, parts, mark, (*at, number))
    else:
        for part in parts:
            yield from marked(part, value, mark, at)


def _inner(annotation: object) -> Iterator[object]:
    """What stands inside annotations such as `tuple[T, ...]` and `T | None`."""
    for inner in get_args(annotation):
        yield inner
        yield from _inner(inner)
