"""What a course has promised its readers: addresses that stay, and answers that keep their meaning.

`published.yml` lists what has been published, one thing a line. `check --fix` keeps it; nobody writes it by
hand. What is not in the list has been promised to nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from generator.content.characters import decode, refuse
from generator.content.reading import NOTHING, PUBLISHED, Instead, contents
from generator.content.source import plain, told
from generator.content.tree import Group, Mark, Refused
from generator.content.tree import Sequence as List
from generator.content.yamlfile import read
from generator.model import FOLDERS, Checklist, Course, Kind, Problem, Published, PublishedStatement

_HEAD = """\
# What has been published, one thing a line: the addresses that readers may have kept, and the statements
# that they may have answered. `extramile check --fix` keeps it. To give an address up, delete its line.
"""
NOTHING_YET = Published()
KINDS_BY_FOLDER: Mapping[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True)
class Promises:
    """The list as it stands in its file."""

    shown: str
    """The file, as messages name it."""
    lines: tuple[str, ...] = ()
    published: Published = NOTHING_YET
    problems: tuple[Problem, ...] = ()
    """What keeps it from being read."""

    def problem(self, code: str, row: int, **details: str) -> Problem:
        """An error at a line of the list."""
        column = len(self.lines[row]) - len(self.lines[row].lstrip(" -"))
        return told(code, self.shown, self.lines, Mark(row, column), details=details)

    def row_of_page(self, address: str) -> int:
        """The line of an address."""
        return self._row(rf"\s*- {re.escape(address)}\s*")

    def row_of(self, kept: PublishedStatement) -> int:
        """The line of a statement."""
        return self._row(rf"\s*- .*\bchecklist: {kept.checklist},.*\bstatement: {kept.statement},.*")

    def _row(self, pattern: str) -> int:
        return next((row for row, line in enumerate(self.lines) if re.fullmatch(pattern, line)), 0)


def promises(folder: Path, shown: str, instead: Instead = NOTHING) -> Promises:
    """The list of a content folder; an empty one where there is none."""
    file = folder / PUBLISHED
    name = f"{shown}/{PUBLISHED}"
    if PUBLISHED not in instead and not file.is_symlink() and not file.exists():
        return Promises(name)
    lines: tuple[str, ...] = ()
    try:
        text = decode(instead[PUBLISHED] if PUBLISHED in instead else contents(file))
        lines = tuple(text.split("\n"))
        if unmeant := next(refuse(text), None):
            raise unmeant
        return Promises(name, lines, _published(text))
    except Refused as refused:
        problem = told(refused.code, name, lines, refused.mark, details=refused.details)
        return Promises(name, lines, problems=(problem,))


def _published(text: str) -> Published:
    node = read(text)
    try:
        return Published.model_validate(plain(node) if node else {})
    except ValidationError as error:
        at = error.errors()[0]["loc"]
        listed = node.entries.get(str(at[0])) if isinstance(node, Group) and at else None
        items = listed.value.items if listed and isinstance(listed.value, List) else ()
        row = items[at[1]].start.line if len(at) > 1 and isinstance(at[1], int) and items else 0
        raise Refused("published-damaged", Mark(row, 0)) from None


def kept(course: Course, before: Published) -> Published:
    """The list with all that the course publishes now; what stood in it stays, under its present name."""
    addresses = {f"{FOLDERS[kind]}/{item.id}" for kind, items in course.items.items() for item in items}
    now = [each for checklist in course.checklists for each in statements(checklist)]
    known = {(each.checklist, each.statement) for each in now}
    revisions = {checklist.id: checklist.revision for checklist in course.checklists}
    gone = [
        each
        for each in before.statements
        if revisions.get(each.checklist) == each.revision and (each.checklist, each.statement) not in known
    ]
    return Published(
        pages=tuple(sorted(addresses.union(before.pages))),
        statements=tuple(sorted([*now, *gone], key=lambda each: (each.checklist, each.statement))),
    )


def written(published: Published) -> str:
    """The list as a file."""
    statements = (each.model_dump().items() for each in published.statements)
    facts = (", ".join(f"{key}: {_value(value)}" for key, value in each) for each in statements)
    rows = {
        "pages": [f"  - {address}\n" for address in published.pages],
        "statements": [f"  - {{{each}}}\n" for each in facts],
    }
    return _HEAD + "".join(f"{key}:\n{''.join(entries)}" for key, entries in rows.items() if entries)


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def statements(checklist: Checklist) -> Iterator[PublishedStatement]:
    """The statements of a checklist as they go into the list."""
    scale = fingerprint(*checklist.scale)
    for dimension in checklist.dimensions:
        for statement in dimension.statements:
            yield PublishedStatement(
                checklist=checklist.id,
                revision=checklist.revision,
                statement=statement.id,
                dimension=dimension.id,
                reverse=statement.reverse,
                scale=scale,
                text=fingerprint(statement.text),
            )


def fingerprint(*texts: str) -> str:
    """A short name for words, whatever their capitals, commas and quotes."""
    letters = "|".join(" ".join(re.findall(r"\w+", text.casefold())) for text in texts)
    return "w" + sha256(letters.encode()).hexdigest()[:8]


def former(items: Iterable[tuple[Kind, str, Iterable[str]]]) -> Mapping[tuple[Kind, str], str]:
    """Which item leads on from an id that is gone: of each item its kind, its id and its former ids."""
    return {(kind, old): name for kind, name, olds in items for old in olds}
