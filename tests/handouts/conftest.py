"""The handouts of the course of this repository, set once for all tests."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PageObject, PdfReader

from generator import build, printing
from generator.printing import Printed

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Mark:
    """A word or a line on a page: how far above its lower edge, and what."""

    height: float
    text: str
    font: str
    """The font of a word; empty for a ruled line."""
    size: float = 0
    """The size of its letters, in points."""


@dataclass(frozen=True)
class Leaf:
    """A page as it was read, once for all questions about it: reading takes its time."""

    text: str
    """All words in the order of reading, with single spaces."""
    marks: list[Mark]
    """All words and ruled lines, from top to bottom."""
    height: float


@dataclass
class Book:
    """A handout as somebody reads it who has only the file."""

    printed: Printed

    @property
    def name(self) -> str:
        return self.printed.name

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.printed.made.pdf))

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.printed.made.pdf))

    @cached_property
    def leaves(self) -> list[Leaf]:
        """Its pages."""
        return [_leaf(page) for page in self.reader.pages]

    @cached_property
    def marks(self) -> list[list[Mark]]:
        """What is on each page between its head and its foot, from top to bottom."""
        return [
            [mark for mark in leaf.marks if FOOT < mark.height < leaf.height - HEAD] for leaf in self.leaves
        ]

    @property
    def text(self) -> str:
        """All words in the order of reading, with single spaces."""
        return " ".join(leaf.text for leaf in self.leaves)


FOOT, HEAD = 52.0, 56.0
"""Points from the lower and the upper edge of a page in which its foot and its head stand."""


def _leaf(page: PageObject) -> Leaf:
    found: list[Mark] = []

    def read(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            name = str(font["/BaseFont"]) if isinstance(font, dict) else ""
            height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            found.append(Mark(height, text.strip(), name, abs(size * tm[3] * cm[3])))

    def draw(operator: bytes, arguments: list[float], cm: list[float], _tm: list[float]) -> None:
        if operator == b"l":
            x, y = (float(value) for value in arguments)
            found.append(Mark(cm[1] * x + cm[3] * y + cm[5], "", ""))

    text = page.extract_text(visitor_text=read, visitor_operand_before=draw)
    marks = sorted(found, key=lambda mark: -mark.height)
    return Leaf(" ".join(text.split()), marks, float(page.mediabox.height))


@pytest.fixture(scope="session")
def everything() -> printing.Run:
    """All handouts of the course."""
    source = build.source(ROOT / "content")
    reading = build.read(source)
    made = build.press(source, reading, printing.Choice())
    assert made.unprinted == ()
    return made


@pytest.fixture(scope="session")
def books(everything: printing.Run) -> list[Book]:
    """Every file of every handout."""
    return [Book(printed) for printed in everything.printed]
