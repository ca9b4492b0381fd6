"""Two readings of a course → what changed between them, in readers' words, a line for each change.

Titles are an author's: they are cut to a length and printed so that no terminal and no log takes them for
anything but text.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial

from generator.content import Loading
from generator.model import FOLDERS, KINDS, Checklist, Course, Item, Kind
from generator.notices import visible
from generator.wording import Wording

LONGEST_TITLE = 80
_TOLD_APART = frozenset({"id", "title", "minutes", "revision", "draft", "redirect_from"})
"""Keys with a line of their own, and the id, which tells what is compared with what."""


def changes(old: Loading, new: Loading, words: Wording) -> tuple[str, ...]:
    """What readers of the course will notice, item by item."""
    return (*_of_items(old, new, words), *_of_the_course(old.course, new.course, words))


def _of_the_course(old: Course, new: Course, words: Wording) -> Iterator[str]:
    if keys := _changed_keys(old.settings, new.settings, frozenset()):
        yield words.say("change_course", keys=", ".join(keys))
    before = {term.id: term for term in old.glossary.terms}
    after = {term.id: term for term in new.glossary.terms}
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            code = "change_term" if name in before and name in after else _come_or_gone("term", name in after)
            yield words.say(code, term=_short((after.get(name) or before[name]).term))


def _of_items(old: Loading, new: Loading, words: Wording) -> Iterator[str]:
    for kind in KINDS:
        after = _by_id(new.course, kind)
        before = _under_present_ids(_by_id(old.course, kind), after)
        for name in sorted({*before, *after}):
            if f"{FOLDERS[kind]}/{name}.yml" in new.broken:
                yield words.say("change_unread", kind=words[kind], file=f"{FOLDERS[kind]}/{name}.yml")
            elif f"{FOLDERS[kind]}/{name}.yml" not in old.broken:
                yield from _of_item(kind, before.get(name), after.get(name), words)


def _of_item(kind: Kind, old: Item | None, new: Item | None, words: Wording) -> Iterator[str]:
    """The lines on an item that is new, gone or changed; each names it by the title that it has now."""
    shown = new or old
    assert shown is not None
    say = partial(words.say, kind=words[kind], title=_short(shown.title))
    if old is None or new is None:
        yield say(_come_or_gone("item", new is not None))
        if old and not old.draft:
            yield say("change_address_gone", address=f"{FOLDERS[kind]}/{old.id}", id=old.id)
        return
    if old.id != new.id:
        folder = FOLDERS[kind]
        yield say("change_address", before=f"{folder}/{old.id}", now=f"{folder}/{new.id}")
    if old.title != new.title:
        yield say("change_title", before=_short(old.title))
    if old.draft != new.draft:
        yield say("change_draft" if new.draft else "change_published")
    yield from _of_numbers(say, old, new, words)
    if keys := _changed_keys(old, new, _TOLD_APART):
        yield say("change_texts", keys=", ".join(keys))


def _of_numbers(say: Callable[..., str], old: Item, new: Item, words: Wording) -> Iterator[str]:
    minutes = getattr(old, "minutes", None), getattr(new, "minutes", None)
    if minutes[0] != minutes[1]:
        said = [words.say("minutes", n=n) if n else words["change_not_said"] for n in minutes]
        yield say("change_minutes", before=said[0], now=said[1])
    if isinstance(old, Checklist) and isinstance(new, Checklist):
        if old.revision != new.revision:
            yield say("change_revision", before=old.revision, now=new.revision)
        elif _statements(old) != _statements(new):
            yield say("change_statements", now=new.revision)


def _statements(checklist: Checklist) -> list[tuple[str, str]]:
    return [
        (statement.id, statement.text)
        for dimension in checklist.dimensions
        for statement in dimension.statements
    ]


def _by_id(course: Course, kind: Kind) -> Mapping[str, Item]:
    return {item.id: item for item in course.items[kind]}


def _under_present_ids(before: Mapping[str, Item], after: Mapping[str, Item]) -> Mapping[str, Item]:
    """The old items, each under the id that leads on from its own, where its file has got another name."""
    moved = {old: id_ for id_, item in after.items() if id_ not in before for old in item.redirect_from}
    return {id_ if id_ in after else moved.get(id_, id_): item for id_, item in before.items()}


def _changed_keys(old: object, new: object, besides: Set[str]) -> list[str]:
    """The keys of a file whose values differ, in the order of the model."""
    keys = (key for key in type(new).__annotations__ if key not in besides)
    return [key for key in keys if getattr(old, key) != getattr(new, key)]


def _come_or_gone(what: str, has_come: bool) -> str:
    return f"change_{what}_{'new' if has_come else 'gone'}"


def _short(title: str) -> str:
    shown = visible(title)
    return shown if len(shown) <= LONGEST_TITLE else f"{shown[: LONGEST_TITLE - 1]}…"
