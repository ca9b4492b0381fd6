"""The HTML that handouts are written in: what is not listed here is set by neither of the two styles.

`templates/handouts/print.css.jinja` shows it in browsers, `templates/handouts/layout.typ` sets it in PDF.
A name that is added here needs both; a test renders every one of them in both.
"""

from collections.abc import Mapping

FRAME = frozenset({"html", "head", "body", "title", "meta", "link", "script"})
"""What every document has around its contents."""

TAGS = frozenset(
    {
        *("main", "section", "div", "header", "footer", "nav", "figure", "figcaption", "blockquote"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td"),
        *("a", "em", "strong", "span", "code", "br", "img", "svg"),
    }
)

CLASSES: Mapping[str, str] = {
    # On body
    "booklet": "a document of several sheets; its running head names the sheet at hand",
    # Blocks
    "cover": "the first page of a booklet",
    "sheet": "begins on a new page",
    "keep": "is never broken between two pages",
    "prose": "what an author wrote in Markdown",
    "kind": "the line above a title, which says what this is",
    "lead": "what it is about, in one or two sentences",
    "facts": "short facts in one line: a span for each",
    "key": "the one thing to remember, in a frame",
    "aside": "a frame for other things that stand apart",
    "small": "small print",
    "low": "stands at the foot of the page",
    "beside": "two blocks side by side: the first is wide, the second narrow",
    "tear-off": "a part to cut off: a dashed line stands above it",
    "square": "a figure with a square that a phone reads as an address",
    "drawing": "a figure with the drawing of a framework",
    "scene": "a figure with the drawing of a story",
    # Room to write
    "fields": "lines to fill in, side by side: a span with its label for each",
    "lines": "ruled lines: a div for each",
    "notes": "ruled lines down to the foot of the page",
    "choices": "a list with a box to tick in front of each entry",
    "steps": "a numbered list whose entries are not broken: what to do, then room for it",
    "box": "a box to tick",
    "room": "empty room in a cell, as high as so many lines: a div for each",
    # Lists and tables
    "said": "a dialogue: a numbered entry for each turn",
    "parts": "the parts of a framework",
    "contents": "the table of contents: links whose pages are added",
    "grid": "a table whose last column takes the room that is left",
    "even": "a table whose columns are equally wide",
    "scale": "statements with a box to tick for each answer",
    "narrow": "a column as narrow as its words",
    "number": "a column of numbers",
    "group": "a row that names those below it",
    # Cards
    "cards": "a sheet of cards to cut out: a heading, and a div for each of eight",
    "backs": "their other sides, without lines to cut along",
    "card": "one side of a card",
    "big": "a card with little on it",
    "name": "whose card it is, or what it is called",
    "text": "what a card is about",
    "cue": "what is heard before something is said",
    # Slides
    "deck": "on body: slides, with notes that only the browser shows",
    "slides": "all slides; a section for each part of a session",
    "stretch": "the slides of one part of a session, and what is to be said",
    "slide": "one slide",
    "opening": "a slide with large letters, with which something begins",
    "statement": "a slide that says one thing",
    "plain": "a list without signs in front, or a slide like any other",
    "told": "what the person who leads sees beside the slides",
    # Inside a line
    "page": "a link whose text has the gap {page}, filled with the page of its target",
    "elsewhere": "the same for a place in another document",
    "outward": "a link to another site; its address stands at the foot of the page",
}

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id", "class"}),
    "html": frozenset({"lang", "dir"}),
    "meta": frozenset({"charset", "name", "content"}),
    "link": frozenset({"rel", "href"}),
    "script": frozenset({"src", "defer"}),
    "section": frozenset({"data-begin", "data-end", "data-start", "data-until"}),
    "a": frozenset({"href", "rel"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"scope", "colspan"}),
    "td": frozenset({"colspan"}),
    "div": frozenset({"tabindex", "role", "aria-label"}),
    "nav": frozenset({"aria-label"}),
}
"""Attributes by tag; those of `*` on every tag. Inside a drawing everything is let through as it stands."""

FROM_PROSE: Mapping[str, str] = {"em-table": "", "em-external": "outward", "em-term": ""}
"""The classes that the renderer of authors' Markdown writes, and what they are here, if anything."""
