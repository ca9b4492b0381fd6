"""What a reader's line has to carry. The figures are budgets: to pass one is a decision, not an accident."""

import gzip
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KB = 1024
OWN_SCRIPTS = 5 * KB
"""Gzipped, on a page of content."""
OWN_SCRIPTS_OF_A_SHEET = 10 * KB
"""Gzipped, on a page that is there to be filled in."""
OWN_SCRIPTS_OF_A_FORM = 17 * KB
"""Gzipped, on the page on which a story is told: it carries the checks of the course, those of what may be
private too, so that nothing has to leave the browser to be looked over."""
SHEETS = {"checklists", "exercises", "progress", "my-data", "recall"}
FIRST_VIEW = 110 * KB
"""Gzipped: a page, its styles and all of its scripts."""
FIRST_VIEW_OF_A_FORM = FIRST_VIEW + OWN_SCRIPTS_OF_A_FORM - OWN_SCRIPTS_OF_A_SHEET
SEARCH_INDEX = 150 * KB
"""Gzipped. The theme fetches it on every page."""
PAGE = 72 * KB
"""As it stands. Tags of long lists and drawings compress well and still have to be read."""


class Parts(HTMLParser):
    """The styles and scripts that a page asks for."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.page = page
        self.styles: list[Path] = []
        self.scripts: list[Path] = []
        self._in_settings = False
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "stylesheet":
            self.styles.append(self._file(given["href"]))
        if tag == "script" and given.get("src"):
            self.scripts.append(self._file(given["src"]))
        self._in_settings = given.get("id") == "__config"

    def handle_data(self, data: str) -> None:
        if self._in_settings and data.strip():
            self.scripts.append(self._file(json.loads(data)["search"]))

    def _file(self, address: str | None) -> Path:
        file = (self.page.parent / (address or "")).resolve()
        assert file.is_file(), f"{self.page} asks for {address}"
        return file


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> list[Path]:
    """The pages of the real course."""
    return sorted(site_folder.resolve().rglob("index.html"))


def weight(*files: Path) -> int:
    """What files weigh on their way to a reader."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def own(files: list[Path]) -> list[Path]:
    """The scripts that are ours."""
    ours = {file.name for file in (ROOT / "templates/scripts").iterdir()}
    return [file for file in files if file.name in ours]


def test_our_scripts_are_small(pages: list[Path]) -> None:
    for page in pages:
        scripts = own(Parts(page).scripts)
        assert len(scripts) >= 2
        most = OWN_SCRIPTS if SHEETS.isdisjoint(page.parts) else OWN_SCRIPTS_OF_A_SHEET
        most = OWN_SCRIPTS_OF_A_FORM if "share" in page.parts else most
        assert weight(*scripts) <= most, page


def test_the_first_view_is_light(pages: list[Path]) -> None:
    for page in pages:
        parts = Parts(page)
        most = FIRST_VIEW_OF_A_FORM if "share" in page.parts else FIRST_VIEW
        assert weight(page, *parts.styles, *parts.scripts) <= most, page


def test_pages_are_short(pages: list[Path]) -> None:
    assert {page: size for page in pages if (size := page.stat().st_size) > PAGE} == {}


def test_the_search_index_is_small(pages: list[Path]) -> None:
    top = min(pages, key=lambda page: len(page.parts)).parent
    assert weight(top / "search" / "search_index.json") <= SEARCH_INDEX
