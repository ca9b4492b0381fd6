"""Texts that can be read, but may be read as something else than their author means."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.content.characters import LONGEST_LINE
from generator.content.mending import in_quotes
from generator.content.shapes import bar
from generator.content.source import Source, short
from generator.content.tree import Mark, Scalar, Sequence
from generator.model import Form, Location, Marked, Part, Problem, Text, marked

_OTHER_TYPES = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|=|[-+]?\.inf|\.nan)|[-+]?[0-9][0-9_,.:xob]*(e[-+]?[0-9]+)?|"
    r"0x[0-9a-fA-F_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"
)
"""What YAML reads as something else than text unless it stands in quotes."""
STILL_TO_WRITE = "…"
"""Stands in a new file where its author has not written yet."""
LONGEST_SEARCHED = 1_000
_SIGNS = re.compile(
    r"<[/]?(?i:a|b|br|code|div|em|h[1-6]|i|img|li|ol|p|script|small|span|strong|sub|sup|u|ul)\b[^<>]*>|"
    r"\B(\*{1,2})(?=[^\s*])[^*]*(?<=[^\s*])\1(?![\w*])|"
    r"\b__?(?=[^\s_])[^_]*(?<=[^\s_])__?\b|\[[^\[\]]+\]\([^()\s]+\)"
)
"""Signs that make emphasis, links or HTML elsewhere."""


def misread(source: Source, part: type[Part]) -> Iterator[Problem]:
    """Texts that readers of the page, other programs, or the author may read as something else."""
    for text in marked(part, source.data, Text):
        node = source.node(text.at)
        if not isinstance(node, Scalar):
            continue
        if text.value.strip() == STILL_TO_WRITE:
            yield source.warning("still-to-write", text.at)
        if text.mark.form is Form.PLAIN:
            yield from _shown_as_it_stands(source, text)
        if node.style == "plain":
            yield from _plain(source, text, node)
    yield from _cut_by_commas(source, part)


def _plain(source: Source, text: Marked[Text], node: Scalar) -> Iterator[Problem]:
    """A text without quotes or the sign |."""
    below = node.end.line > source.mark(text.at, key=True).line
    if below and text.mark.form is Form.PROSE and (problem := bar(source, text.at)):
        mistaken = problem.code == "bar-mistaken"
        yield problem if mistaken else replace(problem, severity="warning")
    elif node.start.line != node.end.line:
        yield from _swallowed(source, text.at, node)
    else:
        yield from _in_one_line(source, text, node)


def _in_one_line(source: Source, text: Marked[Text], node: Scalar) -> Iterator[Problem]:
    line, start, end = source.lines[node.end.line], node.start.column, node.end.column
    found = short(text.value)
    if re.match(r"\s+#", line[end:]):
        problem = source.warning("cut-by-hash", text.at, found=found)
        yield replace(problem, mended=in_quotes(line, start, len(line.rstrip())))
    elif text.mark.form is Form.PLAIN and re.fullmatch(r"“.*”|„.*“|‘.*’", text.value):
        problem = source.warning("curly-quotes", text.at)
        yield replace(problem, mended=in_quotes(line, start + 1, end - 1, outer=1))
    elif re.fullmatch(r'[^"]*[^"\d\s]"', text.value):
        problem = source.problem_at("stray-quote", text.at, Mark(node.end.line, end - 1), 1)
        yield replace(problem, mended=line[: end - 1] + line[end:], severity="warning")
    elif _OTHER_TYPES.fullmatch(text.value):
        problem = source.warning("reads-like-a-value", text.at, found=found)
        yield replace(problem, mended=in_quotes(line, start, end))


def _shown_as_it_stands(source: Source, text: Marked[Text]) -> Iterator[Problem]:
    """Emphasis, links and HTML where neither Markdown nor HTML is read."""
    if len(text.value) <= LONGEST_SEARCHED and (found := _SIGNS.search(text.value)):
        mark = source.line_of(text.at, 0, text.value.count("\n"), found[0])
        problem = source.problem_at("shown-as-it-stands", text.at, mark, len(found[0]), found=short(found[0]))
        yield replace(problem, severity="warning")


def _cut_by_commas(source: Source, part: type[Part]) -> Iterator[Problem]:
    """Entries in brackets that a comma cut off: `[What did it cost, and whom?]`."""
    lists: dict[Location, None] = {}
    for text in marked(part, source.data, Text):
        if text.mark.form is Form.LINE and isinstance(text.at[-1], int):
            lists[text.at[:-1]] = None
    for at in lists:
        node = source.node(at)
        if isinstance(node, Sequence) and source.lines[node.start.line][node.start.column] == "[":
            yield from _cut_off(source, at, [item for item in node.items if isinstance(item, Scalar)])


def _cut_off(source: Source, at: Location, items: list[Scalar]) -> Iterator[Problem]:
    texts = [item.text or "" for item in items]
    cut = [
        number
        for number in range(1, len(items))
        if items[number].style == "plain" and texts[number][:1].islower() and not texts[0][:1].islower()
        if texts[number - 1][-1:] not in (".", "?", "!")
    ]
    mended = _joined(source, items, cut)
    for number in cut:
        problem = source.warning("comma-in-brackets", (*at, number), found=short(texts[number]))
        yield replace(problem, mended=mended)


def _joined(source: Source, items: list[Scalar], cut: list[int]) -> str | None:
    """A list in brackets on one line, with the entries put together again that a comma cut."""
    rows = {row for item in items for row in (item.start.line, item.end.line)}
    if len(rows) != 1 or not cut or any(items[number - 1].style != "plain" for number in cut):
        return None
    line = source.lines[items[0].start.line]
    for last in reversed([number for number in cut if number + 1 not in cut]):
        first = next(number for number in range(last, -1, -1) if number not in cut)
        line = in_quotes(line, items[first].start.column, items[last].end.column)
    return line


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
