"""What a text names, and its bare words."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from generator.model import Form
from generator.prose.parser import ITEM_LINK, TooIntricate, is_name, leaves, tokens


@dataclass(frozen=True)
class Mention:
    """An item or a picture that a text names: `story:giraffe-bread`, `image:queue.png`."""

    kind: str
    id: str
    line: int
    last_line: int


def mentions(text: str, form: Form) -> Iterator[Mention]:
    """The items and pictures that an author's text links to or shows; plain text has none."""
    if form in (Form.LINE, Form.PROSE):
        with suppress(TooIntricate):  # which is complained about
            yield from _mentions(text, form)


def _mentions(text: str, form: Form) -> Iterator[Mention]:
    for token, lines in leaves(tokens(text, form)):
        if token.type == "image" and is_name(target := str(token.attrGet("src"))):
            yield Mention("image", target, *lines)
        if token.type == "link_open" and (item := ITEM_LINK.fullmatch(str(token.attrGet("href")))):
            yield Mention(item[1], item[2], *lines)


def words(text: str) -> str:
    """The bare words of a text in Markdown, for descriptions and counts."""
    return " ".join(paragraphs(text))


def paragraphs(text: str) -> tuple[str, ...]:
    """The bare words of each block of a text in Markdown: a paragraph, a heading, the cell of a table."""
    said = [""]
    for token, _ in leaves(tokens(text, Form.PROSE)):
        if token.block:
            said.append("")
        else:
            said[-1] += " " if token.type in ("softbreak", "hardbreak") else token.content
    return tuple(" ".join(block.split()) for block in said if block.strip())
