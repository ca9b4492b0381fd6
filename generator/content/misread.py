"""Texts without quotes that other programs, or the author, may read as something else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.content.characters import LONGEST_LINE
from generator.content.mending import in_quotes
from generator.content.source import Source, short
from generator.content.tree import Mark, Scalar
from generator.model import Form, Location, Part, Problem, Text, marked

_OTHER_TYPES = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|=|[-+]?\.inf|\.nan)|[-+]?[0-9][0-9_,.:xob]*(e[-+]?[0-9]+)?|"
    r"0x[0-9a-fA-F_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"
)
"""What YAML reads as something else than text unless it stands in quotes."""


def misread(source: Source, part: type[Part]) -> Iterator[Problem]:
    """Texts without quotes that other programs, or the author, may read as something else."""
    for text in marked(part, source.data, Text):
        node = source.node(text.at)
        if not isinstance(node, Scalar) or node.style != "plain":
            continue
        if node.start.line != node.end.line:
            yield from _swallowed(source, text.at, node)
            continue
        line = source.lines[node.end.line]
        if re.match(r"\s+#", line[node.end.column :]):
            problem = source.warning("cut-by-hash", text.at, found=short(text.value))
            yield replace(problem, mended=in_quotes(line, node.start.column, len(line.rstrip())))
        elif text.mark.form is Form.PLAIN and re.fullmatch(r"“.*”|„.*“|‘.*’", text.value):
            start, end = node.start.column + 1, node.end.column - 1
            problem = source.warning("curly-quotes", text.at)
            yield replace(problem, mended=in_quotes(line, start, end, outer=1))
        elif _OTHER_TYPES.fullmatch(text.value):
            problem = source.warning("reads-like-a-value", text.at, found=short(text.value))
            yield replace(problem, mended=in_quotes(line, node.start.column, node.end.column))


def _swallowed(source: Source, at: Location, node: Scalar) -> Iterator[Problem]:
    """Entries of a list that stand further in than the one above, and so become part of it."""
    first = re.match(r"\s*-(?= +)", source.lines[node.start.line][: node.start.column])
    if first is None:
        return
    for row in range(node.start.line + 1, node.end.line + 1):
        line = source.lines[row]
        if dash := re.match(r"\s*(- )", line):
            problem = source.problem_at("entry-too-far-in", at, Mark(row, dash.start(1)), LONGEST_LINE)
            yield replace(problem, mended=first[0] + line[dash.start(1) + 1 :], severity="warning")
