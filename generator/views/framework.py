"""A framework as pages show it: its drawing, where the templates have one, and its parts in words."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from generator.model import Framework
from generator.views.page import Pen
from generator.wording import Wording

WIDE = 18
NARROW = 11
"""How many letters stand in a line beside a shape, and inside one."""
LEEWAY = 1
"""How many letters more still fit, where a single word has them."""
LINE_HEIGHT = 1.2
"""In sizes of the letters."""
DRAWN_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Label:
    """A name as a drawing writes it: SVG breaks no lines."""

    lines: tuple[str, ...]
    above: str
    """How far the first line moves so that the last one stands on a point."""
    around: str
    """How far the first line moves so that a point is the middle of all lines."""
    below: str
    """The first line stands on the point."""
    crowded: bool
    """Whether a word is too long for its line, so that the letters must be smaller."""


@dataclass(frozen=True)
class FrameworkPartView:
    """A part of a framework and what it asks of us."""

    name: str
    idea: Markup
    initial: str
    wide: Label
    narrow: Label


@dataclass(frozen=True)
class FrameworkView:
    """A framework, answered for its template."""

    name: str
    idea: Markup
    parts: tuple[FrameworkPartView, ...]
    drawing: str
    """The template that draws it, or empty."""
    drawing_id: str
    """What ids inside the drawing begin with. No heading and no item has an id with an underscore."""
    picture: str
    """What the drawing shows, for those who do not see it."""


def framework_view(
    framework: Framework, pen: Pen, words: Wording, drawings: AbstractSet[str], *, at: str = ""
) -> FrameworkView:
    """A framework at a place of a page; `at` tells places apart where a page can show it twice."""
    drawn = f"{framework.id}.{len(framework.parts)}"
    return FrameworkView(
        name=framework.name,
        idea=pen.line(framework.idea),
        parts=tuple(_parts(framework, pen)),
        drawing=f"drawings/{drawn}.svg" if drawn in drawings else "",
        drawing_id=f"drawing_{at or framework.id}",
        picture=words.get(f"drawing_{framework.id}", ""),
    )


def _parts(framework: Framework, pen: Pen) -> Iterator[FrameworkPartView]:
    for part in framework.parts:
        yield FrameworkPartView(
            name=part.name,
            idea=pen.line(part.idea),
            initial=part.name[:1].upper(),
            wide=label(part.name, WIDE),
            narrow=label(part.name, NARROW),
        )


def label(text: str, width: int) -> Label:
    """A text in as few lines as fit, and these as even as they can be."""
    fewest = len(_broken(text, width))
    even = next(n for n in range(1, width + 1) if len(_broken(text, n)) == fewest)
    lines = _broken(text, even)
    further = (len(lines) - 1) * LINE_HEIGHT
    return Label(
        lines=tuple(lines),
        above=f"{-further:.2f}em",
        around=f"{0.35 - further / 2:.2f}em",
        below="0",
        crowded=max(map(len, lines)) > width + LEEWAY,
    )


def _broken(text: str, width: int) -> list[str]:
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)
