"""The handouts of a course as files: which are made, in which order, and what is kept of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from generator import handouts, typesetting
from generator.handouts import Printable
from generator.typesetting import NoGlyph, Paper, Print, Setting, Typeset
from generator.views.handouts.handout import Handout

SHELF = Path(".cache/extramile/handouts")
"""Where documents are kept between runs, in the folder that we work in."""

Count = Callable[[int, int], None]
"""Told how many documents are done, of how many."""


@dataclass(frozen=True)
class Choice:
    """What is printed: all documents or some, on which papers, in which sizes."""

    names: frozenset[str] = frozenset()
    """The names of documents; none means all."""
    papers: Sequence[Paper] = ("a4", "letter")
    sizes: Sequence[Print] = ("normal", "large")


@dataclass(frozen=True)
class Printed:
    """One file of a handout."""

    handout: Handout
    paper: Paper
    size: Print
    made: Typeset

    @property
    def path(self) -> str:
        """Where it lies, from the top of the site."""
        large = "-large" if self.size == "large" else ""
        return f"{self.handout.folder}/{self.handout.name}{large}-{self.paper}.pdf"


@dataclass(frozen=True)
class Unprinted:
    """A handout that cannot be set, and the characters that no font has."""

    handout: Handout
    characters: str
