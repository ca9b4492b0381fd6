"""Whether a course keeps what it has promised its readers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.content.naming import is_id
from generator.content.nearest import nearest
from generator.content.published import KINDS_BY_FOLDER, Promises, fingerprint, former
from generator.content.source import Source, number_in
from generator.model import FOLDERS, ID_PATTERN, Kind, Location, Problem, PublishedStatement

Unreadable = Sequence[tuple[str, str, str]]
_Facts = Mapping[str, tuple[Location, str, str, str]]
"""Of each statement where it stands, its dimension, whether it is reversed, and its text."""


def check(promises: Promises, sources: Sequence[Source], unreadable: Unreadable) -> Iterator[Problem]:
    """Addresses that lead nowhere, names given twice, and answers that would change their meaning."""
    yield from promises.problems
    items = [source for source in sources if source.kind in FOLDERS]
    there = {(source.kind, source.id) for source in items if source.data.get("draft") != "true"}
    there |= {(kind, name) for kind, name, _ in unreadable}
    leads = former((_kind(s), s.id, _former(s)) for s in items if (s.kind, s.id) in there)
    yield from _redirects(items, {(source.kind, source.id) for source in items})
    for address in promises.published.pages:
        folder, _, name = address.partition("/")
        kind = KINDS_BY_FOLDER.get(folder)
        if kind and (kind, name) not in there and (kind, name) not in leads:
            yield _gone(promises, address, kind, [id_ for other, id_ in there if other == kind])
    by_id = {source.id: source for source in items if source.kind == "checklist"}
    for kept in promises.published.statements:
        name = leads.get(("checklist", kept.checklist), kept.checklist)
        if name in by_id:
            yield from _statement(promises, kept, by_id[name])
    yield from _revisions(promises, by_id, leads)


def _gone(promises: Promises, address: str, kind: Kind, ids: Iterable[str]) -> Problem:
    new = sorted(name for name in ids if f"{FOLDERS[kind]}/{name}" not in promises.published.pages)
    old = address.partition("/")[2]
    meant = nearest(old, new) or (new[0] if len(new) == 1 else "")
    row = promises.row_of_page(address)
    file = f"{FOLDERS[kind]}/{meant}.yml" if meant else ""
    return promises.problem("address-gone", row, found=address, id=old, nearest=file)


def _redirects(items: Sequence[Source], living: set[tuple[str, str]]) -> Iterator[Problem]:
    """Former ids that still belong to an item, or that two items claim."""
    claimed: dict[tuple[str, str], str] = {}
    for source in items:
        for number, old in enumerate(_former(source)):
            at: Location = ("redirect_from", number)
            if re.fullmatch(ID_PATTERN, old) and not is_id(old):
                yield source.problem("redirect-reserved", at, found=old)
            elif (source.kind, old) in living:
                yield source.problem("redirect-in-use", at, found=old)
            elif (source.kind, old) in claimed:
                yield source.problem("redirect-twice", at, found=old, other=claimed[source.kind, old])
            claimed.setdefault((source.kind, old), source.path)


def _revisions(
    promises: Promises, by_id: Mapping[str, Source], leads: Mapping[tuple[Kind, str], str]
) -> Iterator[Problem]:
    """Checklists that went back to an earlier revision."""
    latest = {each.checklist: each.revision for each in promises.published.statements}
    for old, revision in latest.items():
        source = by_id.get(leads.get(("checklist", old), old))
        if source and _revision(source) < revision:
            at: Location = ("revision",) if "revision" in source.data else ()
            yield source.problem("revision-lowered", at, least=str(revision))


def _statement(promises: Promises, kept: PublishedStatement, source: Source) -> Iterator[Problem]:
    """What has changed in a statement that learners have answered, while the revision stayed the same."""
    found = _facts(source).get(kept.statement)
    if _revision(source) != kept.revision or found is None:
        return
    at, dimension, reverse, text = found
    changed = _scale(source) != kept.scale
    otherwise = dimension != kept.dimension or reverse != str(kept.reverse).lower()
    now = fingerprint(text)
    if changed or otherwise:
        place: Location = ("scale",) if changed else (*at, "id")
        yield source.problem("counts-otherwise", place, least=str(kept.revision + 1))
    elif now != kept.text:
        line = str(promises.row_of(kept) + 1)
        details = {"before": kept.text, "instead": now, "line": line, "least": str(kept.revision + 1)}
        yield source.problem("statement-reworded", (*at, "text"), found=kept.statement, **details)


def _facts(source: Source) -> _Facts:
    facts: dict[str, tuple[Location, str, str, str]] = {}
    for number, dimension in enumerate(_groups(source.data.get("dimensions"))):
        for inner, statement in enumerate(_groups(dimension.get("statements"))):
            at: Location = ("dimensions", number, "statements", inner)
            reverse = str(statement.get("reverse", "false"))
            text = str(statement.get("text"))
            facts[str(statement.get("id"))] = (at, str(dimension.get("id")), reverse, text)
    return facts


def _groups(value: object) -> list[Mapping[str, object]]:
    return [each if isinstance(each, Mapping) else {} for each in value] if isinstance(value, list) else []


def _scale(source: Source) -> str:
    labels = source.data.get("scale")
    return fingerprint(*(str(label) for label in labels)) if isinstance(labels, list) else ""


def _revision(source: Source) -> int:
    return number_in(source.data.get("revision")) or 1


def _former(source: Source) -> list[str]:
    listed = source.data.get("redirect_from")
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []


def _kind(source: Source) -> Kind:
    return next(kind for kind in FOLDERS if kind == source.kind)
