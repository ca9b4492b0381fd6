"""Markdown → tokens, and what a link in a text can lead to."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.model import ID_PATTERN, KINDS, Form
from generator.prose.quotations import curl_long_quotations

DEEPEST_NESTING = 16
"""Levels of lists and quotations; the parser would drop what lies deeper."""

LONGEST_PARAGRAPH = 6_000
"""Characters of a paragraph, an entry or a cell: three printed pages without a break."""
MOST_BLOCKS = 9_000
"""Beginnings, contents and ends of paragraphs, entries and cells: eight hundred rows of three cells."""

ITEM_LINK = re.compile(rf"({'|'.join(KINDS)}|term):({ID_PATTERN})")
WEB_LINK = re.compile(r"https?://[^/]", re.IGNORECASE)


class TooIntricate(Exception):
    """A text that would take long to read. `line` counts from 0 within the text."""

    def __init__(self, code: str, line: int, most: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.most = most


def tokens(text: str, form: Form, smart_quotes: bool = False) -> list[Token]:
    """The tokens of a text: blocks of prose, or one line. Raises TooIntricate."""
    found = _tokens(text, form, smart_quotes)
    if isinstance(found, TooIntricate):
        raise found
    return found


@lru_cache(maxsize=8)
def _tokens(text: str, form: Form, smart_quotes: bool) -> list[Token] | TooIntricate:
    """A text is checked in several ways, one after the other, and parsed once."""
    parser = markdown(smart_quotes)
    try:
        return parser.parse(text) if form is Form.PROSE else parser.parseInline(text)
    except TooIntricate as refused:
        return refused.with_traceback(None)


def _refuse_intricacy(state: StateCore) -> None:
    """Before the lines are read: how long that takes grows with the square of the length of a paragraph."""
    for number, token in enumerate(state.tokens):
        line = token.map[0] if token.map else 0
        if number == MOST_BLOCKS:
            raise TooIntricate("too-many-parts", line, MOST_BLOCKS)
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            raise TooIntricate("paragraph-too-long", line, LONGEST_PARAGRAPH)


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
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", target) is not None


@cache
def markdown(smart_quotes: bool) -> MarkdownIt:
    """The parser, and the renderer of its tokens."""
    parser = _Markdown("commonmark", {"typographer": smart_quotes, "maxNesting": DEEPEST_NESTING + 4})
    parser.core.ruler.after("block", "intricacy", _refuse_intricacy)
    parser.enable(["table"] + (["smartquotes"] if smart_quotes else []))
    if smart_quotes:
        parser.core.ruler.after("smartquotes", "long_quotations", curl_long_quotations)
    return parser


class _Markdown(MarkdownIt):
    """Makes a token of every link, so that the forbidden ones can be complained about."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name
        return True
