"""Where a page is for those who are not on the site: feed readers, search engines, paper."""

from collections.abc import Callable

from generator.views.page import Pen

To = Callable[[str], str]
"""From an address of the course, such as `stories/giraffe-bread`, to a link."""


def ways(site: str, root: Pen, pen: Pen) -> To:
    """Full addresses below that of the site, with the pen of the home page; without it, the pen's links."""
    if not site:
        return pen.to
    return lambda address: site + root.to(address).removeprefix("./")
