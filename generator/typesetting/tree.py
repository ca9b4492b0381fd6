"""Print HTML → a tree that the layout sets. Everything in it must be listed in the vocabulary."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser

from generator.typesetting.vocabulary import ATTRIBUTES, CLASSES, FRAME, FROM_PROSE, TAGS

Attributes = dict[str, str]
EMPTY = frozenset({"br", "hr", "img", "meta", "link"})
"""Elements without an end."""
CARRIED = ("id", "href", "src", "alt", "start", "colspan", "scope")
"""The attributes that the layout reads."""
PICTURE = re.compile(r"\.\./(images/[A-Za-z0-9][A-Za-z0-9._-]*)")
OWN_SCRIPT = re.compile(r"[a-z-]+\.js")
"""A script that lies beside the document; the typesetter passes over it."""
LONGEST_WORD = 30
"""Letters after which a word may be broken anywhere: no line of a narrow column is longer."""
BREAK = "\u200b"


class Unlisted(Exception):
    """A template uses what the vocabulary does not list: a mistake of ours, never of an author."""


@dataclass
class Node:
    """An element of a handout, or a drawing as it stands."""

    tag: str
    attributes: Attributes = field(default_factory=dict)
    classes: list[str] = field(default_factory=list)
    children: list["Node | str"] = field(default_factory=list)
    drawing: str = ""
    blank: dict[str, object] | None = None
    """Of a place to fill in, in a document that is filled in on a screen: what fields.py says of it."""

    def data(self) -> dict[str, object]:
        """The node as the layout reads it."""
        children = [child if isinstance(child, str) else child.data() for child in self.children]
        given: dict[str, object] = {"tag": self.tag, "kinds": self.classes, "inner": children}
        if self.drawing:
            given["drawing"] = self.drawing
        if self.blank:
            given["blank"] = self.blank
        return given | {name: value for name, value in self.attributes.items() if name in CARRIED}


@dataclass(frozen=True)
class Tree:
    """A document: what its head says, and its contents."""

    title: str
    language: str
    direction: str
    kinds: tuple[str, ...]
    about: Attributes
    """What its meta elements say, by name."""
    contents: Node

    def data(self) -> dict[str, object]:
        """The document as the layout reads it."""
        return {
            "title": self.title,
            "language": self.language,
            "direction": self.direction,
            "kinds": list(self.kinds),
            "about": self.about,
            "inner": self.contents.data()["inner"],
        }

    def only(self, sheet: str) -> "Tree":
        """A document that holds nothing but one of its sheets, by its id."""
        alone = next(
            node
            for node in _nodes(self.contents)
            if node.attributes.get("id") == sheet and "sheet" in node.classes
        )
        return replace(self, contents=Node(self.contents.tag, children=[alone]))

    @property
    def pictures(self) -> frozenset[str]:
        """The pictures that it shows, as `images/queue.png`."""
        return frozenset(node.attributes["src"] for node in _nodes(self.contents) if node.tag == "img")


def parse(html: str) -> Tree:
    """The tree of a handout."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    document = reader.document
    _settle_headings(document)
    named = {node.tag: node for node in _nodes(document)}
    return Tree(
        title=text_of(named["title"]),
        language=named["html"].attributes.get("lang", "en"),
        direction=named["html"].attributes.get("dir", "ltr"),
        kinds=tuple(named["body"].classes),
        about={
            node.attributes["name"]: node.attributes.get("content", "")
            for node in _nodes(document)
            if node.tag == "meta" and "name" in node.attributes
        },
        contents=named["body"],
    )


def as_json(tree: Tree) -> str:
    """The tree in letters, the same for the same document."""
    return json.dumps(tree.data(), ensure_ascii=False, sort_keys=True)


class _Reader(HTMLParser):
    """Builds nodes; a drawing is one node, kept as it stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Node("document")
        self._html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open = [self.document]
        self._drawing = 0
        """Where the drawing at hand begins, or nothing."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        if self._drawing:
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "svg":
            self._drawing = self._here()
            given = {"alt": given.get("aria-label", "")}
        node = Node(tag, given) if self._drawing else _listed(tag, given)
        self._open[-1].children.append(node)
        if tag not in EMPTY:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed where it opens: common in drawings, and of no meaning elsewhere."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Closes an element."""
        if tag == "svg":
            self._keep_drawing(self._html[self._drawing : self._html.index(">", self._here()) + 1])
        if self._drawing or tag in EMPTY:
            return
        if self._open[-1].tag != tag:
            raise Unlisted(f"the end of {tag} inside {self._open[-1].tag}")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Text, its spaces as one, its longest words breakable."""
        if self._drawing:
            return
        text = data if any(node.tag == "pre" for node in self._open) else re.sub(r"[ \t\r\n]+", " ", data)
        self._open[-1].children.append(breakable(text))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _keep_drawing(self, drawing: str) -> None:
        node = self._open[-1]
        node.drawing = drawing
        node.attributes["alt"] = node.attributes["alt"] or _described(drawing)
        self._drawing = 0


def _listed(tag: str, given: Attributes) -> Node:
    if tag not in TAGS | FRAME or (tag == "script" and not OWN_SCRIPT.fullmatch(given.get("src", ""))):
        raise Unlisted(tag)
    classes = given.pop("class", "").split()
    for name in classes:
        if name not in CLASSES and name not in FROM_PROSE and tag != "body":
            raise Unlisted(f"{tag}.{name}")
    for name in given:
        if name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()):
            raise Unlisted(f"{tag}[{name}]")
    if tag == "img":
        given["src"] = _picture(given.get("src", ""))
    return Node(tag, given, [kind for name in classes if (kind := FROM_PROSE.get(name, name))])


def _picture(source: str) -> str:
    """The path of a picture below the folder that the layout sees."""
    if not (found := PICTURE.fullmatch(source)):
        raise Unlisted(f"a picture at {source}")
    return found[1]


def _described(drawing: str) -> str:
    """What the words of a drawing say that it shows."""
    said = re.findall(r"[<](?:title|desc)[^>]*>([^<]*)", drawing)
    return " ".join(unescape(text).strip() for text in said if text.strip())


def breakable(text: str) -> str:
    """A text whose very long words, such as addresses, can go on in the next line."""
    return re.sub(rf"\S{{{LONGEST_WORD + 1},}}", lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    after_signs = re.sub(r"(?<=[/?&=._-])(?=[^/?&=._-])", BREAK, word)
    return re.sub(rf"([^{BREAK}]{{12}})(?=[^{BREAK}]{{4}})", rf"\1{BREAK}", after_signs)


def _settle_headings(document: Node) -> None:
    """No heading is more than one level below the one before, and each has words to stand in the bookmarks.

    Authors may have skipped some levels, or have left the signs of a heading alone.
    """
    before = 0
    for node in _nodes(document):
        if re.fullmatch("h[1-6]", node.tag) and not text_of(node):
            node.tag = "p"
        elif re.fullmatch("h[1-6]", node.tag):
            before = min(int(node.tag[1]), before + 1)
            node.tag = f"h{before}"


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from _nodes(child)


def text_of(node: Node) -> str:
    """The words of a part of a document."""
    return "".join(child if isinstance(child, str) else text_of(child) for child in node.children).strip()
