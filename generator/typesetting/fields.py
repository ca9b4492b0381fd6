"""Names the fields of a form: each place to write or to tick gets a name, and what it asks for.

Names come from the ids of steps and statements, so that they stay the same when a prompt is reworded.
What a field asks for comes from the words around it: a screen reader says it where the field stands.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.typesetting.tree import Node, Tree, text_of

FIRST_ANSWER = 2
"""The cells of a statement before its answers: the number and the words."""
CHOICES = "choices"


@dataclass
class _Asked:
    """What the words around a field ask for, and the name that fields in it have."""

    name: str
    tip: str
    taken: Counter[str] = field(default_factory=Counter)
    """How often each name was given, in the whole document."""

    def within(self, name: str, tip: str) -> "_Asked":
        return _Asked(name or self.name, tip or self.tip, self.taken)

    def unique(self, name: str = "") -> str:
        """This name or one like it that no other field has."""
        wanted = re.sub(r"[^a-z0-9]+", "-", (name or self.name).lower()).strip("-") or "field"
        self.taken[wanted] += 1
        return wanted if self.taken[wanted] == 1 else f"{wanted}-{self.taken[wanted]}"


def name_fields(tree: Tree) -> None:
    """Gives every place to fill in its field."""
    _walk(tree.contents, _Asked("field", tree.title))


def _walk(node: Node, asked: _Asked) -> None:
    if "scale" in node.classes:
        _scale(node, asked)
    elif node.tag == "table":
        _table(node, asked)
    elif node.tag == "p" and "fields" in node.classes:
        _labelled(node, asked)
    elif "lines" in node.classes:
        node.blank = _text(asked.unique(), asked.tip)
    elif CHOICES in node.classes:
        _choices(node, asked)
    else:
        heard = asked
        for child in _elements(node):
            heard = _heard(child, asked, heard)
            _walk(child, heard)


def _heard(child: Node, asked: _Asked, before: _Asked) -> _Asked:
    """What a part of a block asks for: its own words where it is a step or a paragraph, else those before."""
    if child.tag == "li":
        prompt = next((text_of(part) for part in _elements(child) if part.tag == "p"), text_of(child))
        return asked.within(child.attributes.get("id", ""), prompt)
    if re.fullmatch("h[1-6]", child.tag):
        return asked.within(child.attributes.get("id", text_of(child)), text_of(child))
    return before


def _labelled(node: Node, asked: _Asked) -> None:
    """Lines with a label in front of each."""
    for span in _elements(node):
        label = text_of(span)
        span.blank = _text(asked.unique(f"{asked.name}-{label}"), _joined(asked.tip, label))


def _choices(node: Node, asked: _Asked) -> None:
    """One of several answers."""
    group = asked.unique()
    for number, entry in enumerate(_elements(node), 1):
        entry.blank = _choice(group, str(number), asked.tip, text_of(entry))


def _scale(node: Node, asked: _Asked) -> None:
    """Statements, each with one of the answers that the head of the table names."""
    answers = [text_of(cell) for cell in _cells(next(_rows(node, "thead")))]
    for row in _rows(node, "tbody"):
        cells = list(_cells(row))
        if len(cells) != len(answers):
            continue
        statement = " ".join(map(text_of, cells[:FIRST_ANSWER]))
        group = asked.unique(row.attributes.get("id", f"statement-{text_of(cells[0])}"))
        for number, (answer, cell) in enumerate(zip(answers, cells, strict=True)):
            if number >= FIRST_ANSWER:
                box = next(part for part in _elements(cell) if "box" in part.classes)
                box.blank = _choice(group, str(number - FIRST_ANSWER), statement, answer)


def _table(node: Node, asked: _Asked) -> None:
    """A table: what is empty in it is to be filled in, and what offers choices is to be chosen from."""
    heads = [cell for row in _rows(node, "thead") for cell in _cells(row)]
    for number, row in enumerate(_rows(node, "tbody"), 1):
        cells = list(_cells(row))
        about = text_of(cells[0]) if text_of(cells[0]) else str(number)
        tall = max(1, *(len(list(_entries(cell))) for cell in cells))
        for place, cell in enumerate(cells):
            head = text_of(heads[place]) if place < len(heads) else ""
            inside = asked.within(f"{asked.name}-{number}-{place + 1}", _joined(head, about))
            if list(_entries(cell)):
                _walk(cell, inside)
            elif not text_of(cell):
                narrow = place < len(heads) and "narrow" in heads[place].classes
                cell.blank = _text(inside.unique(), inside.tip) | {"tall": tall, "narrow": narrow}


def _text(name: str, tip: str) -> dict[str, object]:
    return {"kind": "text", "name": name, "tip": tip}


def _choice(group: str, value: str, tip: str, answer: str) -> dict[str, object]:
    return {"kind": "choice", "name": group, "value": value, "tip": tip, "answer": answer}


def _joined(*texts: str) -> str:
    return ": ".join(text.rstrip(":") for text in texts if text)


def _elements(node: Node) -> Iterator[Node]:
    return (child for child in node.children if isinstance(child, Node))


def _entries(cell: Node) -> Iterator[Node]:
    """The choices that a cell offers."""
    return (entry for part in _elements(cell) if CHOICES in part.classes for entry in _elements(part))


def _rows(node: Node, part: str) -> Iterator[Node]:
    return (row for parts in _elements(node) if parts.tag == part for row in _elements(parts))


def _cells(row: Node) -> Iterator[Node]:
    return (cell for cell in _elements(row) if cell.tag in ("th", "td"))
