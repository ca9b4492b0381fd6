"""The guide for authors: how to tell a story, what each key is for, what each message means."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.schemas import Schema, notes, schema_of
from generator.views.page import Head, Link, Pen, View, lines, unique_anchors
from generator.wording import GuideSection, Wording

GUIDE = "guide"
"""The address of the guide, and of everything in it."""
MESSAGES = "messages"
_KINDS = ("story", "lesson", "exercise", "checklist", "workshop", "path", "glossary", "course")
"""The kinds of files, those first that most authors write."""

Pens = Callable[[str], Pen]
"""Gives the pen of the page at an address."""


@dataclass(frozen=True)
class Entry:
    """A page of the guide in a list."""

    link: Link
    summary: str


@dataclass(frozen=True)
class GuidePage:
    """The first page of the guide."""

    head: Head
    share: Link
    texts: tuple[Entry, ...]
    keys: tuple[Link, ...]
    messages: Entry
    report: Entry


@dataclass(frozen=True)
class Section:
    """A part of a page: its text, and lines of a file that the text is about."""

    heading: str
    anchor: str
    code: str
    body: Markup


@dataclass(frozen=True)
class TextPage:
    """A page of texts."""

    head: Head
    up: Link
    sections: tuple[Section, ...]
    onwards: tuple[Entry, ...]
    """The other pages of texts."""


@dataclass(frozen=True)
class Key:
    """What an author wants to know of a key."""

    name: str
    anchor: str
    required: bool
    meaning: Markup
    notes: tuple[Markup, ...]
    inside: str
    """What is said above the keys that stand below it; empty where none do."""
    keys: tuple["Key", ...]


@dataclass(frozen=True)
class KeysPage:
    """The keys of one kind of file."""

    head: Head
    up: Link
    required: tuple[Key, ...]
    optional: tuple[Key, ...]
    others: tuple[Link, ...]
    """The keys of other kinds."""


@dataclass(frozen=True)
class Group:
    """Messages that have to do with each other, in a list."""

    heading: str
    anchor: str
    messages: tuple[Entry, ...]


@dataclass(frozen=True)
class MessagesPage:
    """All messages."""

    head: Head
    up: Link
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Message:
    """What one message means. Its code is its anchor."""

    code: str
    title: str
    help: Markup
    mistake: str
    mended: str
    advice: str


@dataclass(frozen=True)
class GroupPage:
    """Messages that have to do with each other."""

    head: Head
    up: Link
    messages: tuple[Message, ...]


def guide_pages(pens: Pens, words: Wording) -> Iterator[View]:
    """Every page of the guide."""
    yield _guide_page(pens(f"{GUIDE}/index"), words)
    for name in _texts(words):
        yield _text_page(name, pens(f"{GUIDE}/{name}"), words)
    for kind in _KINDS:
        yield _keys_page(kind, pens(f"{GUIDE}/keys/{kind}"), words)
    yield _messages_page(pens(f"{GUIDE}/{MESSAGES}/index"), words)
    for section, codes in _grouped(words):
        yield _group_page(section, codes, pens(f"{GUIDE}/{MESSAGES}/{section.name}"), words)


def _texts(words: Wording) -> tuple[str, ...]:
    return tuple(name for name in words.guide if name != MESSAGES)


def _head(name: str, kind: str, title: str, description: str) -> Head:
    return Head(
        address=f"{GUIDE}/{name}",
        kind=kind,
        id=name.removesuffix("/index").rpartition("/")[2] if name != "index" else GUIDE,
        title=title,
        description=description,
        styles=("guide",),
        weight=0.4,
    )


def _guide_page(pen: Pen, words: Wording) -> GuidePage:
    messages = words.guide[MESSAGES]
    return GuidePage(
        head=_head("index", "guide", words[GUIDE], words["authors_summary"]),
        share=Link(pen.to("share"), words["authors_share"]),
        texts=tuple(_entries(pen, words)),
        keys=_keys_of_kinds(pen, words),
        messages=Entry(Link(pen.to(f"{GUIDE}/{MESSAGES}/index"), messages.title), messages.summary),
        report=Entry(Link(pen.to("report"), words["report_title"]), words["report_summary"]),
    )


def _entries(pen: Pen, words: Wording, *, but: str = "") -> Iterator[Entry]:
    for name in _texts(words):
        if name != but:
            page = words.guide[name]
            yield Entry(Link(pen.to(f"{GUIDE}/{name}"), page.title), page.summary)


def _keys_of_kinds(pen: Pen, words: Wording, *, but: str = "") -> tuple[Link, ...]:
    return tuple(
        Link(pen.to(f"{GUIDE}/keys/{kind}"), words[f"authors_keys_of_{kind}"])
        for kind in _KINDS
        if kind != but
    )


def _up(pen: Pen, words: Wording) -> Link:
    return Link(pen.to(f"{GUIDE}/index"), words[GUIDE])


def _text_page(name: str, pen: Pen, words: Wording) -> TextPage:
    page = words.guide[name]
    anchors = unique_anchors(section.heading for section in page.sections)
    return TextPage(
        head=_head(name, "guide-text", page.title, page.summary),
        up=_up(pen, words),
        sections=tuple(
            Section(section.heading, anchor, section.code.rstrip("\n"), pen.prose(section.body))
            for section, anchor in zip(page.sections, anchors, strict=True)
        ),
        onwards=tuple(_entries(pen, words, but=name)),
    )


def _keys_page(kind: str, pen: Pen, words: Wording) -> KeysPage:
    schema = schema_of(kind)
    keys = tuple(_keys(schema, pen, words))
    title = words[f"authors_keys_of_{kind}"]
    return KeysPage(
        head=_head(f"keys/{kind}", "guide-keys", title, schema["description"]),
        up=_up(pen, words),
        required=tuple(key for key in keys if key.required),
        optional=tuple(key for key in keys if not key.required),
        others=_keys_of_kinds(pen, words, but=kind),
    )


def _keys(schema: Schema, pen: Pen, words: Wording, above: str = "key") -> Iterator[Key]:
    for name, value in schema.get("properties", {}).items():
        anchor = f"{above}-{name}"
        inner = value.get("items", value)
        keys = tuple(_keys(inner, pen, words, anchor))
        inside = "authors_entry" if "items" in value else "authors_group"
        yield Key(
            name=name,
            anchor=anchor,
            required=name in schema.get("required", ()),
            meaning=pen.line(value["description"]),
            notes=lines(notes(value, words), pen),
            inside=words[inside] if keys else "",
            keys=keys,
        )


def _messages_page(pen: Pen, words: Wording) -> MessagesPage:
    page = words.guide[MESSAGES]
    return MessagesPage(
        head=_head(f"{MESSAGES}/index", "guide-messages", page.title, page.summary),
        up=_up(pen, words),
        groups=tuple(
            Group(
                heading=section.heading,
                anchor=f"group-{section.name}",
                messages=tuple(_entry(section, code, pen, words) for code in codes),
            )
            for section, codes in _grouped(words)
        ),
    )


def _entry(section: GuideSection, code: str, pen: Pen, words: Wording) -> Entry:
    return Entry(Link(pen.to(f"{GUIDE}/{MESSAGES}/{section.name}#{code}"), code), _title(code, words))


def _grouped(words: Wording) -> Iterator[tuple[GuideSection, list[str]]]:
    """The codes in the order of their table, cut where the next section begins."""
    sections = words.guide[MESSAGES].sections
    codes = list(words.problems)
    cuts = [*(codes.index(section.begins_with) for section in sections), len(codes)]
    for section, first, end in zip(sections, cuts, cuts[1:], strict=False):
        yield section, codes[first:end]


def _title(code: str, words: Wording) -> str:
    return words.problem(code).title(words["authors_this_key"])


def _group_page(section: GuideSection, codes: Sequence[str], pen: Pen, words: Wording) -> GroupPage:
    description = words.say("authors_messages_of", group=section.heading)
    head = _head(f"{MESSAGES}/{section.name}", "guide-group", section.heading, description)
    return GroupPage(
        head=replace(head, searchable=False),  # so many messages would bury the course
        up=Link(pen.to(f"{GUIDE}/{MESSAGES}/index"), words["authors_messages_up"]),
        messages=tuple(_message(code, pen, words) for code in codes),
    )


def _message(code: str, pen: Pen, words: Wording) -> Message:
    problem = words.problem(code)
    return Message(
        code=code,
        title=_title(code, words),
        help=pen.prose(problem.help),
        mistake=problem.mistake.rstrip("\n"),
        mended=problem.mended.rstrip("\n"),
        advice=problem.advice[:1].upper() + problem.advice[1:],
    )
