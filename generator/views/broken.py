"""The page of a file that cannot be shown: its problems instead of its text, for the preview."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.views.page import Head
from generator.wording import Wording


@dataclass(frozen=True)
class BrokenPage:
    """The problems of one file, in place of its page."""

    head: Head
    introduction: str
    notice: str
    """The problems as the command line prints them."""


def broken_page(head: Head, notice: Iterable[str], words: Wording) -> BrokenPage:
    """A page at the address of the broken item."""
    return BrokenPage(
        head=replace(
            head, kind="broken", title=head.source, description=head.source, tags=(), searchable=False
        ),
        introduction=words["broken_introduction"],
        notice="\n".join(notice),
    )
