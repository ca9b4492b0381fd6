"""What a browser gets of a page: the view through the real templates, words and Markdown extensions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]

from generator.content import load_wording
from generator.pages import page
from generator.views.metadata import Metadata, describer
from generator.views.page import View
from tests.views.sample import PlainPen, course

TEMPLATES = Path(__file__).parents[2] / "templates"
ENGLISH = load_wording(TEMPLATES / "wording", "en")
EXTENSIONS = ["attr_list", "toc"]
VOID = {"input", "br", "img", "hr", "link", "meta"}
HOSTILE = """<b>5 < 6</b> & "so" 'on' </form><script>*x*</script> {{ no }}"""


@dataclass
class Element:
    """An element with its attributes and what stands in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name] or ""

    @property
    def text(self) -> str:
        """All text in it, with single spaces."""
        texts = (child if isinstance(child, str) else child.text for child in self.children)
        return " ".join(" ".join(texts).split())

    def all(self, tag: str, **attributes: str) -> list["Element"]:
        """The elements of this name below it, in the order of the page, with these attributes."""
        wanted = attributes.items()
        return [e for e in self._below() if e.tag == tag and wanted <= e.attributes.items()]

    def one(self, tag: str, **attributes: str) -> "Element":
        """The only such element."""
        (element,) = self.all(tag, **attributes)
        return element

    def _below(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._below()


class _Tree(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open = [Element("page")]
        self.feed(text)
        self.close()
        assert len(self.open) == 1, f"never closed: {[element.tag for element in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"torn at </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def shown(view: View) -> Element:
    """The page of a view as a tree. Fails on markup that is torn or never closed."""
    body = page(TEMPLATES, view, ENGLISH, _metadata(view)).text.split("---\n", 2)[2]
    return _Tree(markdown.markdown(body, extensions=EXTENSIONS)).open[0]


def _metadata(view: View) -> Metadata:
    pen = PlainPen()
    return describer(course(), ENGLISH, pen, {}, "").describe(view.head, pen)


def controls(page: Element) -> list[Element]:
    """Everything that a reader can fill in."""
    return page.all("input") + page.all("textarea")


def nameless(page: Element) -> list[Element]:
    """The controls for which a screen reader has no words."""
    wrapped = [c for label in page.all("label") if label.text for c in controls(label)]
    named = {label["for"] for label in page.all("label") if "for" in label.attributes and label.text}
    return [
        control
        for control in controls(page)
        if control not in wrapped
        and control.attributes.get("id") not in named
        and not control.attributes.get("aria-label")
    ]
