"""Quotation marks of a quotation of several paragraphs: the parser pairs marks within a paragraph only."""

from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

STRAIGHT = '"'


def curl_long_quotations(state: StateCore) -> None:
    """Each paragraph of a quotation opens with a mark, the last one closes it, as books have it.

    It runs after the parser's own rule, so that a straight mark is one without a partner in its paragraph.
    """
    opening, closing = state.md.options["quotes"][:2]
    for paragraphs in _quotations(state.tokens):
        last = _last_of_quotation(paragraphs)
        for number, paragraph in enumerate(paragraphs[: last + 1]):
            if number == last:
                _close(paragraph, closing)
            _open(paragraph, opening, or_add=number > 0)
    for token in state.tokens:
        if token.type == "inline" and _begins(token):
            _open(token, opening, or_add=False)


def _quotations(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The paragraphs of each block quotation, from the first that opens a mark and does not close it."""
    for number, token in enumerate(tokens):
        if token.type == "blockquote_open":
            end = next(
                place
                for place in range(number, len(tokens))
                if tokens[place].type == "blockquote_close" and tokens[place].level == token.level
            )
            own = [
                each for each in tokens[number:end] if each.type == "inline" and each.level == token.level + 2
            ]
            begun = next((place for place, each in enumerate(own) if _begins(each)), len(own))
            yield own[begun:]


def _last_of_quotation(paragraphs: Sequence[Token]) -> int:
    """The place of the paragraph that closes what the first one opens; -1 where none does."""
    return next((place for place, each in enumerate(paragraphs) if place and _closed_at(each)), -1)


def _begins(paragraph: Token) -> bool:
    """Whether a paragraph begins with a mark that has no partner in it."""
    first = paragraph.children[0] if paragraph.children else None
    return bool(
        first and first.type == "text" and first.content[:1] == STRAIGHT and first.content[1:].strip()
    )


def _closed_at(paragraph: Token) -> tuple[Token, int] | None:
    """Where a mark without a partner ends a word."""
    for child in reversed(paragraph.children or []):
        place = child.content.rfind(STRAIGHT) if child.type == "text" else -1
        if place > 0 and child.content[place - 1].strip():
            return child, place
    return None


def _close(paragraph: Token, mark: str) -> None:
    if found := _closed_at(paragraph):
        child, place = found
        child.content = child.content[:place] + mark + child.content[place + 1 :]


def _open(paragraph: Token, mark: str, *, or_add: bool) -> None:
    children = paragraph.children or []
    if children and children[0].type == "text" and children[0].content.startswith(STRAIGHT):
        children[0].content = mark + children[0].content[1:]
    elif or_add and not paragraph.content.startswith((mark, STRAIGHT)):
        children.insert(0, Token("text", "", 0, content=mark))
