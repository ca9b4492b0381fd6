"""An address as a square that phones read; the door to segno."""

from dataclasses import dataclass

import segno

BORDER = 4
"""How many modules of white phones need around the dark ones."""


@dataclass(frozen=True)
class Square:
    """A QR code for a template to draw: a path over modules of the size one."""

    address: str
    shown: str
    """The address without what everybody knows it begins with."""
    side: int
    path: str


def square(address: str) -> Square:
    """The square of an address, of which a seventh may be smudged."""
    code = segno.make(address, error="m", micro=False, boost_error=False)
    rows = tuple(code.matrix_iter(border=BORDER))
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Square(address, address.partition("://")[2].rstrip("/"), len(rows), path)
