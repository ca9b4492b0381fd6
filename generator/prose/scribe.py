"""A text on one page: links and pictures resolved, terms linked at their first use, nothing unsafe."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from generator.model import FOLDERS, Form, Picture, Size, Term
from generator.prose.parser import ITEM_LINK, WEB_LINK, markdown, tokens
from generator.prose.terms import Unused

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


class Scribe:
    """Writes for one page (`generator.views.page.Pen`).

    `here` is the address of the page, `terms` the glossary whose words it links at their first use,
    `sizes` the pictures of content/images, `table_label` what a screen reader hears before a table.
    """

    highest_heading = 3
    """The level of headings in texts: the pages' own headings stand above."""

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
        self._terms = Unused(terms)
        self._sizes = sizes or {}
        self._table_label = table_label
        self._directory_urls = directory_urls
        self._smart_quotes = smart_quotes

    def prose(self, text: str) -> Markup:
        """Paragraphs, lists, tables and pictures as HTML blocks."""
        return self._write(tokens(text, Form.PROSE, self._smart_quotes))

    def line(self, text: str) -> Markup:
        """One paragraph of Markdown as HTML, without the block around it."""
        return self._write(tokens(text, Form.LINE, self._smart_quotes))

    def to(self, address: str) -> str:
        """The relative link from this page to an address, which may end in `#anchor`."""
        page, _, anchor = address.partition("#")
        fragment = f"#{anchor}" if anchor else ""
        if page == self._here and fragment:
            return fragment
        return self._relative(self._path(page)) + fragment

    def file(self, path: str) -> str:
        """The relative link from this page to a file of the site, by its path from the top."""
        return self._relative(path)

    def image(self, name: str) -> Picture:
        """A picture of content/images; a name that checking let pass is known."""
        return Picture(self.file(f"images/{name}"), *self._sizes[name])

    def _path(self, page: str) -> str:
        folder = "" if page == "index" else f"{page.removesuffix('index').removesuffix('/')}/"
        return folder if self._directory_urls else f"{folder}index.html"

    def _relative(self, path: str) -> str:
        start = posixpath.dirname("/" + self._path(self._here))
        way = posixpath.relpath("/" + path, start)
        return f"{way}/" if path.endswith("/") or path == "" else way

    def _write(self, tokens: list[Token]) -> Markup:
        parser = markdown(self._smart_quotes)
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
            return token.copy(tag=f"h{max(self.highest_heading, int(token.tag[1]))}")
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
        if item := ITEM_LINK.fullmatch(target):
            way = self.to(_item_address(item[1], item[2]))
            return {"href": way} if way else {}
        if WEB_LINK.match(target):
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


def _item_address(kind: str, name: str) -> str:
    return f"glossary#{name}" if kind == "term" else f"{FOLDERS[kind]}/{name}"  # type: ignore[index]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _opening(tag: str, attributes: dict[str, str | int | float], label: str) -> Token:
    return Token("frame_open", tag, 1, attrs={**attributes, "aria-label": label}, block=True)
