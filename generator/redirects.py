"""Views → small pages at old addresses, which lead on without a script: from a disk and in packages too."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.layout import environment
from generator.model import Course
from generator.prose import Scribe
from generator.views.addresses import ways
from generator.views.formerly import Move, MovedPage, moved_page, moved_sheet, moves
from generator.wording import Wording

Documents = Iterable[tuple[str, str, str]]
"""Handouts: the author's file, the name of the handout, and the path of one of its files."""


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    site: str,
    documents: Documents = (),
    files: Mapping[str, bytes],
    directory_urls: bool = True,
) -> Mapping[str, bytes]:
    """What stands at the old addresses of items and of their handouts, by its path from the top of the site.

    A handout in PDF cannot lead on, so it is there twice. `files` are the handouts as they are published.
    """
    root = Scribe("index", directory_urls=directory_urls)
    template = environment(templates).get_template("redirect.html.jinja")
    made: dict[str, bytes] = {}
    for move in moves(course):
        pen = Scribe(move.former, directory_urls=False)  # from a disk, only the file itself is shown
        canonical = ways(site, root, Scribe(move.former, directory_urls=directory_urls))(move.address)
        pages = [moved_page(move, pen, words, canonical), *_sheets(move, documents, root, words)]
        made |= {page.path: template.render(page=page, words=words).encode() for page in pages}
        made |= {old: files[new] for old, new in _former(move, documents) if not new.endswith(".html")}
    return made


def _sheets(move: Move, documents: Documents, root: Scribe, words: Wording) -> Iterator[MovedPage]:
    for old, new in _former(move, documents):
        if new.endswith(".html"):
            yield moved_sheet(move, old, new, root, words)


def _former(move: Move, documents: Documents) -> Iterator[tuple[str, str]]:
    """The files of the handouts of an item: what they were called, and what they are called."""
    for source, name, path in documents:
        if source == f"{move.address}.yml" and name.endswith(f"-{move.id}"):
            former = name.removesuffix(move.id) + move.old
            folder, _, file = path.rpartition("/")
            yield f"{folder}/{file.replace(name, former, 1)}", path
