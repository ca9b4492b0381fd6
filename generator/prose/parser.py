"""Markdown → tokens, and what a link in a text can lead to."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import ID_PATTERN, KINDS, Form

DEEPEST_NESTING = 16
"""Levels of lists and quotations; the parser would drop what lies deeper."""

ITEM_LINK = re.compile(rf"({'|'.join(KINDS)}|term):({ID_PATTERN})")
WEB_LINK = re.compile(r"https?://[^/]", re.IGNORECASE)


def tokens(text: str, form: Form, smart_quotes: bool = False) -> list[Token]:
    """The tokens of a text: blocks of prose, or one line."""
    parser = markdown(smart_quotes)
    return parser.parse(text) if form is Form.PROSE else parser.parseInline(text)


def leaves(of: Iterable[Token]) -> Iterator[tuple[Token, tuple[int, int]]]:
    """Tokens without children, each with the first and the last line of its block."""
    lines = (0, 0)
    for token in of:
        if token.map:
            lines = (token.map[0], max(token.map[0], token.map[1] - 1))
        if token.type == "inline":
            yield from ((child, lines) for child in token.children or [])
        else:
            yield token, lines


def is_name(target: str) -> bool:
    """Whether a target can be the name of a picture in content/images."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", target) is not None


@cache
def markdown(smart_quotes: bool) -> MarkdownIt:
    """The parser, and the renderer of its tokens."""
    parser = _Markdown("commonmark", {"typographer": smart_quotes, "maxNesting": DEEPEST_NESTING + 4})
    parser.enable(["table"] + (["smartquotes"] if smart_quotes else []))
    return parser


class _Markdown(MarkdownIt):
    """Makes a token of every link, so that the forbidden ones can be complained about."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name
        return True
