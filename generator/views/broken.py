"""What the preview shows of problems: on the page of a broken file, or on every page."""

from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True)
class Strays:
    """The problems of files that have no page of their own, for the top of every page."""

    introduction: str
    notice: str
    """The problems as the command line prints them."""


def strays_shown(problems: Sequence[str], words: Wording) -> Strays | None:
    """The block that says them all, or nothing where there are none."""
    if not problems:
        return None
    return Strays(words.say("strays", n=len(problems)), "\n".join(problems))
