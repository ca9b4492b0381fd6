"""What files say of each other: references, cycles, links in texts, and pictures."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from generator.content import texts
from generator.content.nearest import is_sure, nearest
from generator.content.source import Source
from generator.content.tree import Mark
from generator.model import (
    FILES,
    LONGEST_TEXT,
    Audience,
    Course,
    Form,
    Location,
    Marked,
    Problem,
    Reference,
    Text,
    marked,
)
from generator.prose import Mention, is_name, mentions

Drafts = frozenset[tuple[str, str]]
"""Kinds and ids of drafts."""
MOST_CIRCLES, LONGEST_CIRCLE = 100, 12
"""How many circles are told, and how many lessons of each; dense nets have more than anybody can count."""
MOST_COMPLAINTS = 50
"""How much of one text is told: only the first problems of a file are shown."""
Names = Mapping[str, Sequence[str]]
"""The ids there are, by kind, files with problems included."""


class _Anything(tuple[str, ...]):
    """The ids in what cannot be looked at: any may be among them."""

    def __contains__(self, _: object) -> bool:
        return True


_INSIDE = {"course": "framework", "glossary": "term"}
"""What has its ids inside a file, not as a file of its own."""


def names(
    sources: Iterable[Source],
    unreadable: Iterable[tuple[str, str, str]],
    drawings: Collection[str] | None = None,
) -> Names:
    """Every id that a file may refer to, also of files that have problems of their own."""
    found: dict[str, Sequence[str]] = dict.fromkeys((*FILES, *_INSIDE.values()), ())
    found["drawing"] = _Anything() if drawings is None else sorted(drawings)
    for source in sources:
        found[source.kind] = (*found[source.kind], source.id)
        for kind, key in (("framework", "frameworks"), ("term", "terms")):
            found[kind] = (*found[kind], *_ids(source.data.get(key)))
    for kind, name, _ in unreadable:
        found[kind] = (*found[kind], name)
        if kind in _INSIDE:
            found[_INSIDE[kind]] = _Anything()
    return found


def drafts(sources: Iterable[Source]) -> Drafts:
    """What is not published yet. Lists may name it, in vain until it is published; links in texts may not."""
    return frozenset((source.kind, source.id) for source in sources if source.data.get("draft") == "true")


def check(
    source: Source, known: Names, images: Sequence[str], unpublished: Drafts = frozenset()
) -> Iterator[Problem]:
    """References, links and pictures of a source that lead nowhere, and texts that cannot be shown."""
    if (source.kind, source.id) in unpublished:
        unpublished = frozenset()
    for reference in marked(FILES[source.kind], source.data, Reference):
        yield from _reference(source, reference, known)
    for text in marked(FILES[source.kind], source.data, Text):
        if text.mark.form is Form.IMAGE:
            yield from _image(source, text.at, text.value, images)
        elif len(text.value) <= LONGEST_TEXT:
            yield from _text(source, text, known, images)
            yield from _links_to_drafts(source, text, unpublished)


def cycles(sources: Iterable[Source]) -> Iterator[Problem]:
    """Lessons that require each other in a circle, each circle once and in full."""
    lessons = {source.id: source for source in sources if source.kind == "lesson"}
    requires = {name: _strings(source.data.get("requires")) for name, source in lessons.items()}
    for circle in islice(_circles(requires), MOST_CIRCLES):
        source = lessons[circle[0]]
        at = ("requires", requires[circle[0]].index(circle[1]))
        yield source.problem("requires-circle", at, circle=_round(circle))


def _round(circle: Sequence[str]) -> str:
    """A circle in words; of a long one its beginning and its end."""
    shown = circle if len(circle) <= LONGEST_CIRCLE else (*circle[: LONGEST_CIRCLE - 2], "…", circle[-1])
    return " → ".join(shown)


def image_names(source: Source) -> Iterator[tuple[str, Location]]:
    """The pictures that a source shows, with the fields that name them."""
    for text in marked(FILES[source.kind], source.data, Text):
        if len(text.value) <= LONGEST_TEXT:
            yield from ((name, text.at) for name in _pictures_in(text))


def pictures(course: Course) -> Iterator[str]:
    """The names of the pictures that trainees get to see, each once."""
    seen: set[str] = set()
    for part in (course.settings, course.glossary, *chain.from_iterable(course.items.values())):
        for text in marked(type(part), part.model_dump(by_alias=True), Text):
            if text.mark.audience is Audience.TRAINEE:
                seen.update(_pictures_in(text))
    yield from sorted(seen)


def _pictures_in(text: Marked[Text]) -> Iterator[str]:
    if text.mark.form is Form.IMAGE:
        yield text.value
    elif "![" in text.value:
        yield from (mention.id for mention in mentions(text.value, text.mark.form) if mention.kind == "image")


def _circles(requires: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Walks each lesson once, without recursion: a chain may be longer than Python's stack."""
    done: set[str] = set()
    for start in requires:
        trail: list[str] = []
        ahead: list[tuple[str, bool]] = [(start, False)]
        while ahead:
            name, leaving = ahead.pop()
            if leaving:
                trail.pop()
                done.add(name)
            elif name in trail:
                yield (*trail[trail.index(name) :], name)
            elif name not in done:
                trail.append(name)
                ahead.append((name, True))
                ahead += [(other, False) for other in requires[name] if other in requires]


def _reference(source: Source, reference: Marked[Reference], known: Names) -> Iterator[Problem]:
    kind, found = reference.mark.kind, reference.value
    if found in known[kind] or not found.strip():
        return
    if kind == "drawing":
        yield _drawing(source, reference, known[kind])
        return
    others = [other for other in FILES if other not in (kind, "course", "glossary") and found in known[other]]
    meant = _meant(found, known[kind])
    code = "wrong-kind-of-id" if others and not meant else "unknown-id"
    details = {"kind": kind, "found": found, "nearest": meant, "other": ", ".join(others)}
    problem = source.problem(code, reference.at, **details)
    yield replace(problem, mended=_mended(source, reference.at, found, meant), width=max(1, len(found)))


def _drawing(source: Source, reference: Marked[Reference], drawings: Sequence[str]) -> Problem:
    meant = _meant(reference.value.removesuffix(".svg"), drawings)
    details = {"found": reference.value, "nearest": meant, "valid": ", ".join(drawings)}
    problem = source.problem("drawing-unknown", reference.at, **details)
    return replace(problem, mended=_mended(source, reference.at, reference.value, meant))


def _meant(found: str, ids: Sequence[str]) -> str:
    """The nearest id, also to the path of a file."""
    return nearest(_stem(found), ids)


def _stem(found: str) -> str:
    return found.rpartition("/")[2].removesuffix(".yml")


def _image_meant(name: str, images: Sequence[str]) -> str:
    """The picture of the nearest name; endings are alike too often to count."""
    stems = {image.rpartition(".")[0]: image for image in images}
    return stems.get(nearest(name.rpartition("/")[2].rpartition(".")[0], stems), "")


def _mended(source: Source, at: Location, found: str, meant: str) -> str | None:
    mark = source.mark(at)
    line = source.lines[mark.line]
    if not is_sure(_stem(found), meant) or not line[mark.column :].startswith(found):
        return None
    return line[: mark.column] + meant + line[mark.column + len(found) :]


def _text(source: Source, text: Marked[Text], known: Names, images: Sequence[str]) -> Iterator[Problem]:
    found = texts.check(source, text, lambda kind, name: _meant(name, known[kind]))
    yield from islice(found, MOST_COMPLAINTS)
    yield from islice(_nowhere(source, text, known, images), MOST_COMPLAINTS)


def _nowhere(source: Source, text: Marked[Text], known: Names, images: Sequence[str]) -> Iterator[Problem]:
    """Links and pictures of a text that are not there."""
    for mention in mentions(text.value, text.mark.form):
        kind, found = mention.kind, mention.id
        if found in (images if kind == "image" else known[kind]):
            continue
        details = {"found": found, "nearest": _image_meant(found, images)}
        if kind != "image":
            details = {"kind": kind, "found": found, "nearest": _meant(found, known[kind])}
        code = "image-unknown" if kind == "image" else "unknown-id"
        yield source.problem_at(code, text.at, _mark_of(source, text.at, mention), len(found), **details)


def _links_to_drafts(source: Source, text: Marked[Text], unpublished: Drafts) -> Iterator[Problem]:
    for mention in mentions(text.value, text.mark.form) if unpublished else ():
        if (mention.kind, mention.id) in unpublished:
            mark = _mark_of(source, text.at, mention)
            yield source.problem_at("link-to-draft", text.at, mark, len(mention.id), found=mention.id)


def _mark_of(source: Source, at: Location, mention: Mention) -> Mark:
    """The place of the id in a link, not of the same word elsewhere in the line."""
    target = mention.id if mention.kind == "image" else f"{mention.kind}:{mention.id}"
    mark = source.line_of(at, mention.line, mention.last_line, target)
    written = source.lines[mark.line][mark.column :].startswith(target)
    return replace(mark, column=mark.column + len(target) - len(mention.id)) if written else mark


def _image(source: Source, at: Location, name: str, images: Sequence[str]) -> Iterator[Problem]:
    if not name.strip() or (name in images and is_name(name)):
        return
    code = "image-unknown" if is_name(name) else "image-name" if name in images else "image-target"
    yield source.problem(code, at, found=name[:80], nearest=_image_meant(name, images))


def _ids(value: object) -> list[str]:
    groups = value if isinstance(value, list) else []
    return [
        str(group["id"]) for group in groups if isinstance(group, dict) and isinstance(group.get("id"), str)
    ]


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
