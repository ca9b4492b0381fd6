"""Pictures as pages show them."""

from typing import NamedTuple


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Picture(NamedTuple):
    """A picture with its address from the page that shows it. Width and height in pixels."""

    address: str
    width: int
    height: int
