"""Reads a text again with each certain mend in place, so that all its mistakes are told at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.content.keys import Keys
from generator.content.lines import as_written, first_below
from generator.content.mending import replacement
from generator.content.slips import at_sight, dashes_before_keys, refine
from generator.content.tree import Group, Mark, Node, Refused
from generator.content.tree import Sequence as List
from generator.content.yamlfile import read

MOST_PASSES = 20


@dataclass(frozen=True)
class Mistake:
    """A mistake in the syntax, at its place in the author's own lines."""

    refused: Refused
    mended: str | None


@dataclass(frozen=True)
class Outcome:
    """What a text holds once every line is mended that can be."""

    root: Group | None
    """The keys of the file; None where a mistake keeps it from being read to its end."""
    lines: tuple[str, ...]
    """The lines with their mends."""
    mistakes: tuple[Mistake, ...]


def read_through(lines: Sequence[str], keys: Keys) -> Outcome:
    """The keys of a text, and every mistake that can be found on the way."""
    passes = _Passes(lines, keys)
    passes.mend_at_sight()
    root = passes.read()
    return Outcome(root, tuple(passes.lines), tuple(passes.mistakes))


class _Passes:
    def __init__(self, lines: Sequence[str], keys: Keys) -> None:
        self.written = tuple(lines)
        self.lines = list(lines)
        self.keys = keys
        self.mistakes: list[Mistake] = []

    def mend_at_sight(self) -> None:
        for refused in tuple(at_sight(self.lines, self.keys)):
            self._mend(refused)
        for number, refused in enumerate(dashes_before_keys(self.lines, self.keys)):
            self._mend(refused, told=number == 0)

    def read(self) -> Group | None:
        for _ in range(MOST_PASSES):
            try:
                return _keys_in(read("\n".join(self.lines)))
            except Refused as refused:
                if not self._mend(refine(refused, self.lines, self.keys)):
                    break
        self._leave_the_rest()
        return None

    def _mend(self, refused: Refused, *, told: bool = True) -> bool:
        """Notes a mistake and puts the mended line in its place. Whether reading can go on."""
        row = refused.mark.line
        if any(
            row == other.refused.mark.line and refused.code == other.refused.code for other in self.mistakes
        ):
            self.mistakes[-1] = replace(self.mistakes[-1], mended=None)
            return False
        instead = replacement(refused, self.lines, self.keys)
        if told:
            self.mistakes.append(Mistake(self._as_written(refused), instead or None))
        if instead is not None:
            self.lines[row] = instead
        return instead is not None

    def _as_written(self, refused: Refused) -> Refused:
        row = refused.mark.line
        if row >= len(self.lines):
            return refused
        column = as_written(refused.mark.column, self.lines[row], self.written[row])
        return Refused(refused.code, Mark(row, column), **refused.details)

    def _leave_the_rest(self) -> None:
        """Says of the last mistake that nobody has looked at the lines below it."""
        refused = self.mistakes[-1].refused
        if first_below(self.lines, refused.mark.line) is not None and not refused.code.startswith("file-"):
            told = Refused(refused.code, refused.mark, **{**refused.details, "unchecked": "yes"})
            self.mistakes[-1] = replace(self.mistakes[-1], refused=told)


def _keys_in(node: Node | None) -> Group:
    if isinstance(node, Group):
        return node
    if node is None:
        raise Refused("file-empty", Mark(0, 0))
    raise Refused("file-is-list" if isinstance(node, List) else "file-is-text", node.start)
