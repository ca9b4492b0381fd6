"""`make pictures`: every kind of page at two widths, light and dark, and on paper, for review."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Template
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import chromium, served
from tests.browser.test_every_kind import KINDS
from tests.conftest import ROOT, built

FOLDER = ROOT / "pictures"
SHEET = Path(__file__).with_suffix(".html.jinja")
WIDTHS = {390: 844, 1280: 900}
SCHEMES = ("default", "slate")
CHOOSE = """scheme => {
  const color = {scheme, primary: "custom", accent: "custom"};
  localStorage.setItem("/.__palette", JSON.stringify({index: Number(scheme === "slate"), color}));
}"""
"""Chooses light or dark the way the theme's own switch does."""


@dataclass(frozen=True)
class Picture:
    """A picture of a page, or of a sheet of its print."""

    file: str
    caption: str


@dataclass(frozen=True)
class Row:
    """All pictures of one kind of page."""

    kind: str
    screens: tuple[Picture, ...]
    sheets: tuple[Picture, ...]


def main(wanted: list[str]) -> None:
    """Takes pictures of these kinds of page, or of all."""
    for name in ("screens", "sheets"):
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, served(built(Path(folder, "site"))) as site, chromium() as browser:
        rows = [_row(browser, site, kind) for kind in wanted or KINDS]
    (FOLDER / "index.html").write_text(Template(SHEET.read_text(), autoescape=True).render(rows=rows))
    print(f"Took pictures of {len(rows)} kinds of page: {FOLDER / 'index.html'}")


def _row(browser: Browser, site: str, kind: str) -> Row:
    return Row(kind, tuple(_screens(browser, site, kind)), tuple(_sheets(browser, site, kind)))


def _screens(browser: Browser, site: str, kind: str) -> Iterator[Picture]:
    for (width, height), scheme in product(WIDTHS.items(), SCHEMES):
        size = ViewportSize(width=width, height=height)
        context = browser.new_context(viewport=size, reduced_motion="reduce", has_touch=width < 600)
        page = context.new_page()
        page.goto(site)
        page.evaluate(CHOOSE, scheme)
        page.goto(site + KINDS[kind], wait_until="networkidle")
        picture = Picture(f"screens/{kind}-{width}-{scheme}.png", f"{width}, {scheme}")
        page.screenshot(path=FOLDER / picture.file, full_page=True)
        context.close()
        yield picture


def _sheets(browser: Browser, site: str, kind: str) -> Iterator[Picture]:
    """The sheets of a printed page; the PDF alone where poppler is not there to draw them."""
    pdf = FOLDER / "sheets" / f"{kind}.pdf"
    for old in pdf.parent.glob(f"{kind}-*.png"):
        old.unlink()
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + KINDS[kind])
    page.pdf(path=pdf, format="A4")
    context.close()
    if draw := shutil.which("pdftoppm"):
        subprocess.run([draw, "-r", "60", "-gray", "-png", pdf, pdf.with_suffix("")], check=True)
    for number, file in enumerate(sorted(pdf.parent.glob(f"{kind}-*.png")), start=1):
        yield Picture(f"sheets/{file.name}", f"sheet {number}")


if __name__ == "__main__":
    main(sys.argv[1:])
