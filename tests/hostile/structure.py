"""Mutates the tree of a YAML file: its nodes are doubled, moved, nested, turned into another kind, …"""

import random
from collections.abc import Iterator
from copy import deepcopy

import yaml

Holder = yaml.MappingNode | yaml.SequenceNode
STYLES = ("", "'", '"', "|", ">")
DEEP = 14
"""How often a node is nested at most: more often than the reading allows."""


def restructure(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A file with one change of its tree, written anew; what has no tree of several nodes stays as it is."""
    try:
        root, stranger = _tree(data), _tree(other)
    except yaml.YAMLError:
        return data
    if not (isinstance(root, Holder) and isinstance(stranger, Holder) and root.value and stranger.value):
        return data
    holder = chance.choice([each for each in _holders(root) if each.value])
    at = chance.randrange(len(holder.value))
    chance.choice(CHANGES)(chance, holder, at, chance.choice([*_holders(chance.choice((root, stranger)))]))
    written = yaml.serialize(
        root,
        Dumper=yaml.CSafeDumper,
        indent=chance.choice((2, 2, 3, 9)),
        width=chance.choice((20, 80, 100_000)),
        allow_unicode=True,
    )
    return str(written).encode("utf-8", "surrogatepass")


def _tree(data: bytes) -> yaml.Node | None:
    return yaml.compose(data, Loader=yaml.CSafeLoader)


def _holders(root: yaml.Node) -> Iterator[Holder]:
    """The root and everything below it that holds nodes, each once: aliases lead around in circles."""
    seen, waiting = set(), [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Holder) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += _parts(node)


def _parts(holder: Holder) -> list[yaml.Node]:
    return [part for entry in holder.value for part in (entry if isinstance(entry, tuple) else (entry,))]


def _fitting(holder: Holder, entry: object) -> object:
    """An entry of a list or a mapping as one of this holder."""
    if isinstance(holder, yaml.MappingNode):
        return entry if isinstance(entry, tuple) else (_text("moved"), entry)
    return _mapping(*entry) if isinstance(entry, tuple) else entry


def _text(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _list(*entries: yaml.Node) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [*entries])


def _mapping(key: yaml.Node, value: yaml.Node) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", [(key, value)])


def _put(chance: random.Random, holder: Holder, at: int, node: yaml.Node) -> None:
    """Puts a node in the place of another; seldom of a key."""
    entry = holder.value[at]
    if isinstance(entry, tuple):
        holder.value[at] = (node, entry[1]) if chance.random() < 0.1 else (entry[0], node)
    else:
        holder.value[at] = node


def _value(holder: Holder, at: int) -> yaml.ScalarNode | Holder:
    entry = holder.value[at]
    value = entry[1] if isinstance(entry, tuple) else entry
    assert isinstance(value, yaml.ScalarNode | Holder)
    return value


def _delete(_chance: random.Random, holder: Holder, at: int, _target: Holder) -> None:
    del holder.value[at]


def _double(chance: random.Random, holder: Holder, at: int, _target: Holder) -> None:
    entry = holder.value[at]
    holder.value.insert(chance.randrange(len(holder.value) + 1), deepcopy(entry))


def _alias(chance: random.Random, holder: Holder, at: int, target: Holder) -> None:
    """The same node at two places, which is written with an anchor."""
    target.value.insert(chance.randrange(len(target.value) + 1), _fitting(target, holder.value[at]))


def _move(chance: random.Random, holder: Holder, at: int, target: Holder) -> None:
    moved = _fitting(target, holder.value.pop(at))
    target.value.insert(chance.randrange(len(target.value) + 1), moved)


def _nest(chance: random.Random, holder: Holder, at: int, _target: Holder) -> None:
    node: yaml.Node = _value(holder, at)
    for _ in range(chance.choice((1, 1, 2, DEEP))):
        node = chance.choice((_list(node), _mapping(_text("nested"), node)))
    _put(chance, holder, at, node)


def _turn(chance: random.Random, holder: Holder, at: int, _target: Holder) -> None:
    """A text becomes a list or a mapping, a list a mapping or a text, a mapping a list or a text."""
    node = _value(holder, at)
    if isinstance(node, yaml.ScalarNode):
        turned: yaml.Node = chance.choice((_list(node), _mapping(node, node)))
    else:
        parts = _parts(node)
        texts = [part for part in parts if isinstance(part, yaml.ScalarNode)]
        turned = chance.choice((_list(*parts), _text(" ".join(str(text.value) for text in texts))))
    _put(chance, holder, at, turned)


def _exchange(chance: random.Random, holder: Holder, at: int, target: Holder) -> None:
    """Puts what another file has in the place of a node."""
    parts = _parts(target) or [_text("")]
    _put(chance, holder, at, deepcopy(chance.choice(parts)))


def _restyle(chance: random.Random, holder: Holder, at: int, _target: Holder) -> None:
    """The same value in other quotes, or in brackets."""
    node = _value(holder, at)
    if isinstance(node, yaml.ScalarNode):
        node.style = chance.choice(STYLES)
    else:
        node.flow_style = not node.flow_style


CHANGES = (_delete, _double, _alias, _move, _move, _nest, _turn, _turn, _exchange, _exchange, _restyle)
