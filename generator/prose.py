"""Authors' Markdown → HTML that is safe to show; the only door to markdown-it and nh3.

Two walls stand one behind the other. The first is the parser: raw HTML is found, complained about, and
written as text; links lead to http(s) addresses or to items of the course, pictures to content/images.
The second is an allow-list of tags and attributes that everything passes through.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.model import FOLDERS, ID_PATTERN, KINDS, Form, Picture, Size, Term

DEEPEST_NESTING = 16
"""Levels of lists and quotations; the parser would drop what lies deeper."""

HIGHEST_HEADING = 3
"""The level of headings in texts: the pages' own headings stand above."""

_ITEM_LINK = re.compile(rf"({'|'.join(KINDS)}|term):({ID_PATTERN})")
_WEB_LINK = re.compile(r"https?://[^/]", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_INCLUDE = re.compile(r"-+8<-+")
_BRACES = re.compile(r"(?<!\{)\{(?::[^}\n]*|\s*[#.][\w-][^}\n]*|\s*[\w-]+=[^}\n]*)\}")

_TAGS = {
    *("p", "em", "strong", "a", "br", "hr", "ul", "ol", "li", "blockquote", "code", "pre", "img", "div"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "class", "rel"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "th": {"scope", "class"},
    "td": {"class"},
}


@dataclass(frozen=True)
class Complaint:
    """Something in a text that cannot be published.

    Lines count from 0 within the text. `needle` is what to look for there, to find the column.
    """

    code: str
    line: int
    last_line: int
    needle: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mention:
    """An item or a picture that a text names: `story:giraffe-bread`, `image:queue.png`."""

    kind: str
    id: str
    line: int
    last_line: int


def complaints(text: str, form: Form) -> Iterator[Complaint]:
    """Everything in an author's text that will not be published, in the order of the text."""
    if form is Form.URL:
        yield from _url_complaints(text)
    if form in (Form.LINE, Form.PROSE):
        yield from _markdown_complaints(text, form)


def mentions(text: str, form: Form) -> Iterator[Mention]:
    """The items and pictures that an author's text links to or shows."""
    for token, lines in _leaves(_tokens(text, form)):
        if token.type == "image" and _is_name(target := str(token.attrGet("src"))):
            yield Mention("image", target, *lines)
        if token.type == "link_open" and (item := _ITEM_LINK.fullmatch(str(token.attrGet("href")))):
            yield Mention(item[1], item[2], *lines)


def words(text: str) -> str:
    """The bare words of a text in Markdown, for descriptions and counts."""
    leaves = (token for token, _ in _leaves(_tokens(text, Form.PROSE)))
    said = (
        " " if token.block or token.type in ("softbreak", "hardbreak") else token.content for token in leaves
    )
    return " ".join("".join(said).split())


class Scribe:
    """Writes for one page (`generator.views.page.Pen`).

    `here` is the address of the page, `terms` the glossary whose words it links at their first use,
    `sizes` the pictures of content/images, `table_label` what a screen reader hears before a table.
    """

    def __init__(
        self,
        here: str,
        *,
        terms: Sequence[Term] = (),
        sizes: Mapping[str, Size] | None = None,
        table_label: str = "Table",
        directory_urls: bool = True,
        smart_quotes: bool = True,
    ) -> None:
        self._here = here
        self._terms = _Terms(terms)
        self._sizes = sizes or {}
        self._table_label = table_label
        self._directory_urls = directory_urls
        self._smart_quotes = smart_quotes

    def prose(self, text: str) -> Markup:
        """Paragraphs, lists, tables and pictures as HTML blocks."""
        return self._write(_tokens(text, Form.PROSE, self._smart_quotes))

    def line(self, text: str) -> Markup:
        """One paragraph of Markdown as HTML, without the block around it."""
        return self._write(_tokens(text, Form.LINE, self._smart_quotes))

    def to(self, address: str) -> str:
        """The relative link from this page to an address, which may end in `#anchor`."""
        page, _, anchor = address.partition("#")
        fragment = f"#{anchor}" if anchor else ""
        if page == self._here and fragment:
            return fragment
        return self._relative(self._path(page)) + fragment

    def image(self, name: str) -> Picture:
        """A picture of content/images; a name that checking let pass is known."""
        return Picture(self._relative(f"images/{name}"), *self._sizes[name])

    def _path(self, page: str) -> str:
        folder = "" if page == "index" else f"{page.removesuffix('index').removesuffix('/')}/"
        return folder if self._directory_urls else f"{folder}index.html"

    def _relative(self, path: str) -> str:
        start = posixpath.dirname("/" + self._path(self._here))
        way = posixpath.relpath("/" + path, start)
        return f"{way}/" if path.endswith("/") or path == "" else way

    def _write(self, tokens: list[Token]) -> Markup:
        parser = _parser(self._smart_quotes)
        dressed = list(self._dress(tokens))
        html = parser.renderer.render(dressed, parser.options, {})
        safe = nh3.clean(
            html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None
        )
        return Markup(safe.strip())  # noqa: S704 - this is where text becomes safe HTML

    def _dress(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens as they are written: links resolved, tables in a frame, terms linked, no raw HTML."""
        in_heading = False
        for token in tokens:
            in_heading = token.type == "heading_open" or (in_heading and token.type != "heading_close")
            if token.type == "table_open":
                yield _opening(
                    "div", {"class": "em-table", "tabindex": "0", "role": "region"}, self._table_label
                )
            yield self._dressed(token, with_terms=not in_heading)
            if token.type == "table_close":
                yield Token("frame_close", "div", -1, block=True)

    def _dressed(self, token: Token, *, with_terms: bool) -> Token:
        if token.type == "inline":
            return token.copy(children=list(self._dress_line(token.children or [], with_terms)))
        if token.type == "html_block":
            return Token("text", "", 0, content=token.content)
        if token.type == "fence":
            return token.copy(info="")
        if token.type in ("heading_open", "heading_close"):
            return token.copy(tag=f"h{max(HIGHEST_HEADING, int(token.tag[1]))}")
        if token.type == "th_open":
            return token.copy(attrs={"scope": "col"})
        return token.copy(attrs={}) if token.type == "td_open" else token

    def _dress_line(self, tokens: Iterable[Token], with_terms: bool) -> Iterator[Token]:
        in_link = False
        for token in tokens:
            in_link = token.type == "link_open" or (in_link and token.type != "link_close")
            if token.type == "text" and with_terms and not in_link:
                yield from self._with_terms(token.content)
            elif token.type == "link_open":
                yield token.copy(attrs=self._link(str(token.attrGet("href"))))
            elif token.type == "image":
                yield self._shown(token)
            elif token.type == "html_inline":
                yield _text(token.content)
            else:
                yield token

    def _link(self, target: str) -> dict[str, str | int | float]:
        if item := _ITEM_LINK.fullmatch(target):
            return {"href": self.to(_item_address(item[1], item[2]))}
        if _WEB_LINK.match(target):
            return {"href": target, "rel": "noopener noreferrer", "class": "em-external"}
        return {}

    def _shown(self, token: Token) -> Token:
        name = str(token.attrGet("src"))
        if name not in self._sizes:
            return _text(token.content)
        picture = self.image(name)
        return token.copy(
            attrs={
                "src": picture.address,
                "alt": "",
                "width": picture.width,
                "height": picture.height,
                "loading": "lazy",
            }
        )

    def _with_terms(self, text: str) -> Iterator[Token]:
        end = 0
        for match, term in self._terms.first_uses(text):
            yield _text(text[end : match.start()])
            yield Token("link_open", "a", 1, attrs={"href": self.to(f"glossary#{term}"), "class": "em-term"})
            yield _text(match[0])
            yield Token("link_close", "a", -1)
            end = match.end()
        yield _text(text[end:])


class _Terms:
    """The terms of the glossary that a page has not used yet."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._ids = {
            form: term.id for term in terms for word in (term.term, *term.also) for form in _forms(word)
        }
        self._pattern = _words_pattern(tuple(self._ids))
        self._used: set[str] = set()

    def first_uses(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._ids[match[0]]
            if term not in self._used:
                self._used.add(term)
                yield match, term


@cache
def _words_pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the forms as whole words; the longest wins where several begin at one place."""
    if not forms:
        return None
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _forms(word: str) -> tuple[str, ...]:
    """A word as it may stand in a text: what the glossary has in lower case can begin a sentence."""
    return (word, word[:1].upper() + word[1:]) if word == word.lower() else (word,)


class _Markdown(MarkdownIt):
    """Makes a token of every link, so that the forbidden ones can be complained about."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name
        return True


@cache
def _parser(smart_quotes: bool) -> MarkdownIt:
    parser = _Markdown("commonmark", {"typographer": smart_quotes, "maxNesting": DEEPEST_NESTING + 4})
    parser.enable(["table"] + (["smartquotes"] if smart_quotes else []))
    return parser


def _tokens(text: str, form: Form, smart_quotes: bool = False) -> list[Token]:
    parser = _parser(smart_quotes)
    return parser.parse(text) if form is Form.PROSE else parser.parseInline(text)


def _leaves(tokens: Iterable[Token]) -> Iterator[tuple[Token, tuple[int, int]]]:
    """Tokens without children, each with the first and the last line of its block."""
    lines = (0, 0)
    for token in tokens:
        if token.map:
            lines = (token.map[0], max(token.map[0], token.map[1] - 1))
        if token.type == "inline":
            yield from ((child, lines) for child in token.children or [])
        else:
            yield token, lines


def _markdown_complaints(text: str, form: Form) -> Iterator[Complaint]:
    for number, line in enumerate(text.split("\n")):
        if include := _INCLUDE.search(line):
            yield Complaint("include", number, number, include[0], {"found": include[0]})
    tags: set[str] = set()
    for token, lines in _leaves(_tokens(text, form)):
        if token.level > DEEPEST_NESTING:
            yield Complaint("nested-too-deep", *lines, "", {"most": str(DEEPEST_NESTING)})
            return
        for complaint in _token_complaints(token, lines):
            if complaint.needle.replace("</", "<", 1) not in tags:
                yield complaint
            tags.add(complaint.needle if token.type == "html_inline" else "")


def _token_complaints(token: Token, lines: tuple[int, int]) -> Iterator[Complaint]:
    if token.type in ("html_inline", "html_block"):
        found = token.content.strip()
        yield Complaint("html", *lines, found.split("\n")[0], {"found": found})
    elif token.type == "text":
        for braces in _BRACES.finditer(token.content):
            yield Complaint("attributes", *lines, braces[0], {"found": braces[0]})
    elif token.type == "link_open":
        yield from _link_complaints(str(token.attrGet("href")), lines)
    elif token.type == "image":
        yield from _image_complaints(token, lines)


def _link_complaints(target: str, lines: tuple[int, int]) -> Iterator[Complaint]:
    if _ITEM_LINK.fullmatch(target):
        return
    if _WEB_LINK.match(target):
        if _hides_its_host(target):
            yield Complaint("link-hides-address", *lines, target, {"found": target})
    elif scheme := _SCHEME.match(target):
        yield Complaint("link-scheme", *lines, target, {"found": target, "scheme": scheme[1]})
    else:
        yield Complaint("link-target", *lines, target, {"found": target})


def _image_complaints(token: Token, lines: tuple[int, int]) -> Iterator[Complaint]:
    target = str(token.attrGet("src"))
    if not _is_name(target):
        yield Complaint("image-target", *lines, target, {"found": target})
    if not token.content.strip():
        yield Complaint("image-without-alternative", *lines, target, {"found": target})


def _url_complaints(text: str) -> Iterator[Complaint]:
    if not _WEB_LINK.match(text) or re.search(r"[\s<>\"\\]", text):
        yield Complaint("not-a-web-address", 0, 0, text, {"found": text})
    elif _hides_its_host(text):
        yield Complaint("link-hides-address", 0, 0, text, {"found": text})


def _hides_its_host(target: str) -> bool:
    try:
        return "@" in urlsplit(target).netloc
    except ValueError:
        return True


def _is_name(target: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", target) is not None


def _item_address(kind: str, name: str) -> str:
    return f"glossary#{name}" if kind == "term" else f"{FOLDERS[kind]}/{name}"  # type: ignore[index]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _opening(tag: str, attributes: dict[str, str | int | float], label: str) -> Token:
    return Token("frame_open", tag, 1, attrs={**attributes, "aria-label": label}, block=True)
