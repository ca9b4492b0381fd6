"""How a handout is set, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Paper = Literal["a4", "letter"]
Print = Literal["normal", "large"]


@dataclass(frozen=True)
class Setting:
    """How a handout is set."""

    paper: Paper = "a4"
    size: Print = "normal"
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    """The pages of places in another document, by their ids: set it in the same way first."""
    form: bool = False
    """Whether it is to be filled in on a screen: each place to write or to tick says what it asks for."""

    def on_the_other_paper(self) -> "Setting":
        """The same on the other paper."""
        return replace(self, paper="letter" if self.paper == "a4" else "a4")

    def referring(self, places: Mapping[str, int]) -> "Setting":
        """The same, for a document that names these pages of another one."""
        return replace(self, elsewhere=dict(places))


@dataclass(frozen=True)
class Typeset:
    """A handout in PDF."""

    pdf: bytes
    pages: int
    places: Mapping[str, int] = field(default_factory=dict)
    """On which page each id of the document stands."""
