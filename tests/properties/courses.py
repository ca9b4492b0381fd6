"""Hypothesis strategies for valid courses, built on the model: a field that is added there is drawn here.

What types alone cannot say (ids that differ, references that lead somewhere, minutes that add up) is put
right after the fields are drawn, in one function for each kind.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st

from generator.content.characters import unwanted
from generator.content.private import findings
from generator.model import (
    AgendaItem,
    Checklist,
    Course,
    CourseSettings,
    Exercise,
    Form,
    Framework,
    Glossary,
    Kind,
    Lesson,
    Part,
    Path,
    QuickCheck,
    Reference,
    Story,
    Term,
    Text,
    Workshop,
)
from generator.prose import complaints, mentions

IMAGE = "queue.png"
"""The one picture that there is."""
Fields = dict[str, Any]
_LETTERS = "abzÄßéñΩжשعहक你の한🦒👩\u200d🚒\u00a0<>&\"'`*_[](){}#!|:;,.-+=%@~\\/?$^0123456789 "
_SAYINGS = (
    "no",
    "012",
    "1.10",
    "~",
    "2024-02-29",
    "# not a remark",
    "- not a list",
    "a: b",
    "it's",
    "“curly”",
    "{{ 7*7 }}",
    "{% raw %}",
    "<3 & <!",
    "&amp;",
    "مرحبا بكم",
    "👩\u200d🚒 *and* `code`",
)
_MEANT = {"story": "the story", "lesson": "a lesson"}


@dataclass(frozen=True)
class Names:
    """The ids there are, which items may refer to."""

    of: Mapping[str, tuple[str, ...]]
    drafts: frozenset[tuple[str, str]] = frozenset()
    """Kinds and ids of items that are not published yet; no text links to them."""


_IN_USE = ("page-title", "constructor", "lessons", "stories", "objectives", "search", "assets", "404")


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids that are no reserved names, some of which pages, scripts and programs use themselves."""
    piece = st.text("abyz019", min_size=1, max_size=5)
    return st.lists(piece, min_size=1, max_size=3).map("-".join) | st.sampled_from(_IN_USE)


@cache
def plains() -> st.SearchStrategy[str]:
    """One line of text, with all that has a meaning to YAML, HTML, Markdown and templates."""
    drawn = st.text(_LETTERS, min_size=1, max_size=30) | st.text(max_size=12)
    return (st.sampled_from(_SAYINGS) | drawn).map(str.strip).filter(_is_plain)


def lines(names: Names | None = None) -> st.SearchStrategy[str]:
    """One paragraph of Markdown without anything to complain about, some with a link."""
    return st.builds(_with_link, plains(), _links(names)).filter(_is_clean(Form.LINE))


def proses(names: Names | None = None) -> st.SearchStrategy[str]:
    """Paragraphs of Markdown without anything to complain about."""
    blocks = lines(names) | st.sampled_from(
        ("- one\n- two", "> said", "| a | b |\n|---|---|\n| 1 | 2 |", "    four")
    )
    return (
        st.lists(blocks, min_size=1, max_size=3).map("\n\n".join).map(str.strip).filter(_is_clean(Form.PROSE))
    )


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Valid courses of every kind of item."""
    some = st.lists(ids(), max_size=2, unique=True).map(lambda drawn: tuple(sorted(drawn)))
    of = {kind: draw(some) for kind in (*_ITEMS, "framework", "term")}
    drafts = {(kind, name) for kind in _ITEMS for name in of[kind] if draw(st.integers(0, 4)) == 0}
    names = Names(of, frozenset(drafts))
    items = {
        folder: tuple(
            draw(_parts(part, names, name, draft=(kind, name) in drafts)) for name in names.of[kind]
        )
        for kind, (folder, part) in _ITEMS.items()
        if kind != "path" or names.of["lesson"]
    }
    terms = tuple(draw(_parts(Term, names, name)) for name in names.of["term"])
    return Course.model_validate(
        {
            "settings": draw(_parts(CourseSettings, names)),
            "glossary": Glossary(terms=tuple(_words_differ(terms))),
            **items,
        }
    )


_ITEMS: Mapping[Kind, tuple[str, type[Part]]] = {
    "lesson": ("lessons", Lesson),
    "story": ("stories", Story),
    "exercise": ("exercises", Exercise),
    "checklist": ("checklists", Checklist),
    "workshop": ("workshops", Workshop),
    "path": ("paths", Path),
}


@st.composite
def _parts(draw: st.DrawFn, part: type[Part], names: Names, id_: str = "", draft: bool = False) -> Part:
    """A part of any type, drawn field by field and then put right."""
    fields: Fields = {}
    for name, info in part.model_fields.items():
        key = info.alias or name
        if (key == "draft") or (key == "id" and id_) or (not info.is_required() and draw(st.booleans())):
            continue
        annotated = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        drawn = draw(_values(annotated, names))
        if drawn is not None:
            fields[key] = drawn
    if id_:
        fields["id"] = id_
    if draft:
        fields["draft"] = draft
    if fields.get("redirect_from"):
        fields["redirect_from"] = (f"former-{id_}",)
    put_right = _PUT_RIGHT.get(part)
    return part.model_validate(put_right(fields, names) if put_right else fields)


def _values(annotation: Any, names: Names, marks: tuple[object, ...] = ()) -> st.SearchStrategy[Any]:
    """Values that fit an annotation of the model; None where nothing does."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        flat = (mark for data in metadata for mark in getattr(data, "metadata", [data]))
        return _values(inner, names, (*marks, *flat))
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if origin in (types.UnionType, Union):
        inner = next(option for option in get_args(annotation) if option is not type(None))
        return _values(inner, names, marks)
    if origin is tuple:
        return _several(get_args(annotation)[0], names, marks)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _parts(annotation, names)
    return _single(annotation, names, marks)


def _several(inner: Any, names: Names, marks: tuple[object, ...]) -> st.SearchStrategy[Any]:
    least = max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=0)
    most = min((mark.max_length for mark in marks if isinstance(mark, MaxLen)), default=least + 2)
    values = _values(inner, names)
    size = min(most, least + 2)
    if any(isinstance(mark, Reference) for mark in getattr(inner, "__metadata__", ())):
        return st.lists(values, max_size=size).map(_without_none).map(tuple)
    return st.lists(values, min_size=least, max_size=size).map(tuple)


def _single(annotation: Any, names: Names, marks: tuple[object, ...]) -> st.SearchStrategy[Any]:
    for mark in marks:
        if isinstance(mark, Reference):
            known = names.of.get(mark.kind, ())  # drawings come with the site, not with a course
            return st.sampled_from(known) if known else st.none()
        if isinstance(mark, Text):
            return _texts(mark.form, names)
    if annotation is int:
        least = max((int(str(mark.ge)) for mark in marks if isinstance(mark, Ge)), default=0)
        most = min((int(str(mark.le)) for mark in marks if isinstance(mark, Le)), default=9)
        return st.integers(least, most)
    plain: Mapping[object, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        date: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        str: ids(),
    }
    return plain[annotation]


def _texts(form: Form, names: Names) -> st.SearchStrategy[str]:
    drawn: Mapping[Form, Callable[[], st.SearchStrategy[str]]] = {
        Form.PLAIN: plains,
        Form.LINE: lambda: lines(names),
        Form.PROSE: lambda: proses(names),
        Form.URL: lambda: st.sampled_from(("https://example.org/a?b=c&d='e'", "http://example.org")),
        Form.IMAGE: lambda: st.just(IMAGE),
    }
    return drawn[form]()


def _links(names: Names | None) -> st.SearchStrategy[str]:
    targets = ["", "", "[there](https://example.org/?a=b&c)"]
    for kind in _MEANT:
        targets += [f"[{_MEANT[kind]}]({kind}:{name})" for name in (_published(names, kind) if names else ())]
    return st.sampled_from(targets)


def _published(names: Names, kind: str) -> list[str]:
    return [name for name in names.of[kind] if (kind, name) not in names.drafts]


def _with_link(text: str, link: str) -> str:
    return f"{text} {link}".strip()


def _is_plain(text: str) -> bool:
    shown = text != "" and "\n" not in text and text == text.strip() and not any(unwanted(text))
    return shown and not findings(text)


def _is_clean(form: Form) -> Callable[[str], bool]:
    def is_clean(text: str) -> bool:
        known = all(mention.kind in _MEANT for mention in mentions(text, form))
        return text != "" and text == text.strip() and known and not any(complaints(text, form))

    return is_clean


def _without_none(values: list[Any]) -> list[Any]:
    return list(dict.fromkeys(value for value in values if value is not None))


# ---------------------------------------------------------------- what belongs together


def _numbered(parts: tuple[Any, ...], name: str, start: int = 0) -> tuple[Any, ...]:
    """Parts with ids that differ."""
    return tuple(
        part.model_copy(update={"id": f"{name}-{number}"}) for number, part in enumerate(parts, start)
    )


def _lesson(fields: Fields, names: Names) -> Fields:
    if ("body" in fields) == bool(fields.get("sections")):
        fields.pop("sections", None)
        fields.setdefault("body", "Text.")
    fields.pop("practice", None)  # its numbers count the entries of other lists
    earlier = [name for name in fields.get("requires", ()) if name < fields["id"]]
    return _shown({**fields, "requires": tuple(earlier)})


def _story(fields: Fields, names: Names) -> Fields:
    if fields.get("contrast") == fields["id"]:
        del fields["contrast"]
    return _shown(fields)


def _shown(fields: Fields) -> Fields:
    return {"image_alt": "A queue", **fields} if "image" in fields else fields


def _quick_check(fields: Fields, names: Names) -> Fields:
    first, *rest = fields["options"]
    return {**fields, "options": (first.model_copy(update={"correct": True}), *rest)}


def _exercise(fields: Fields, names: Names) -> Fields:
    steps = _numbered(fields["steps"], "step")
    needs = {"choice": {"options": ("yes", "no")}, "table": {"columns": ("who", "when")}}
    bare = {"options": (), "columns": (), "promise": None}
    fields["steps"] = tuple(step.model_copy(update={**bare, **needs.get(step.answer, {})}) for step in steps)
    fields["comes_out_as"] = "agreement" if len(steps) > 1 else "sheet"
    fields["signed_by"] = tuple(step.id for step in steps[:2]) if len(steps) > 1 else ()
    samples = fields.get("sample_answers", ())
    fields["sample_answers"] = tuple(sample.model_copy(update={"step": steps[0].id}) for sample in samples)
    return fields


def _checklist(fields: Fields, names: Names) -> Fields:
    dimensions = _numbered(fields["dimensions"], "dimension")
    fields["dimensions"] = tuple(
        dimension.model_copy(update={"statements": _numbered(dimension.statements, f"statement-{number}")})
        for number, dimension in enumerate(dimensions)
    )
    bands = fields.get("bands", ())
    fields["bands"] = tuple(band.model_copy(update={"from_": 10 * n}) for n, band in enumerate(bands))
    return fields


def _agenda_item(fields: Fields, names: Names) -> Fields:
    kinds = ("lesson", "story", "exercise", "checklist", "break", "activity")
    chosen = next((kind for kind in kinds if kind in fields), "activity")
    rest = {key: value for key, value in fields.items() if key not in kinds}
    minutes = min(rest["minutes"], 200)
    if "min_minutes" in rest:
        rest["min_minutes"] = min(rest["min_minutes"], minutes)
    return {**rest, "minutes": minutes, chosen: fields.get(chosen, "Welcome")}


def _workshop(fields: Fields, names: Names) -> Fields:
    if "minutes" in fields:
        fields["minutes"] = sum(item.minutes for item in fields["agenda"])
    return fields


def _path(fields: Fields, names: Names) -> Fields:
    return {**fields, "lessons": fields["lessons"] or names.of["lesson"][:1]}


def _framework(fields: Fields, names: Names) -> Fields:
    return {**fields, "parts": _numbered(fields["parts"], "part")}


def _settings(fields: Fields, names: Names) -> Fields:
    if "language" in fields:
        fields["language"] = ("de", "ar", "pt-BR")[len(fields["language"]) % 3]
    wanted = names.of["framework"]
    sample = Framework.model_validate(
        {"id": "x", "name": "F", "idea": "I", "parts": [{"id": n, "name": n, "idea": n} for n in ("a", "b")]}
    )
    drawn = [*fields.get("frameworks", ()), *[sample] * len(wanted)]
    frameworks = (
        framework.model_copy(update={"id": name}) for framework, name in zip(drawn, wanted, strict=False)
    )
    return {**fields, "frameworks": tuple(frameworks), "private_names": ("Nobody in Particular",)}


def _words_differ(terms: tuple[Any, ...]) -> list[Term]:
    said: set[str] = set()
    kept = []
    for term in terms:
        also = tuple(dict.fromkeys(word for word in term.also if word not in said | {term.term}))
        if term.term not in said:
            kept.append(term.model_copy(update={"also": also}))
            said |= {term.term, *also}
    return kept


_PUT_RIGHT: Mapping[type[Part], Callable[[Fields, Names], Fields]] = {
    Lesson: _lesson,
    Story: _story,
    QuickCheck: _quick_check,
    Exercise: _exercise,
    Checklist: _checklist,
    AgendaItem: _agenda_item,
    Workshop: _workshop,
    Path: _path,
    Framework: _framework,
    CourseSettings: _settings,
}
