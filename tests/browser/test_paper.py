"""Every kind of page on paper: printed by the browser on A4 and Letter, and read back."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from generator.cli import run
from generator.content import load
from generator.model import Audience, Text, marked
from generator.prose import words
from tests.browser.conftest import DESKTOP, served
from tests.browser.test_every_kind import KINDS
from tests.conftest import ROOT

PAPERS = ("A4", "Letter")
COLUMNS = {KINDS["tags"]: 2}
Matrix = list[float]

every_sheet = pytest.mark.parametrize(
    ("kind", "paper"), [(kind, paper) for kind in KINDS for paper in PAPERS]
)


@dataclass(frozen=True)
class Printed:
    """A page as it comes out of the printer, and what the browser says of it while it prints."""

    sheets: tuple[str, ...]
    """The text of each sheet, from its head to its foot."""
    ends: tuple[tuple[str, str], ...]
    """Of each column of each sheet, the text and its last line."""
    drawn: tuple[bytes, ...]
    """How each sheet is drawn."""
    headings: list[str]
    origin: list[str]
    """The lines that say where the page comes from."""
    around: list[str]
    """Text that shows outside of the page's own."""
    torn: list[str]
    """What could be torn between two sheets."""


FACTS = """() => {
  const page = document.querySelector(".em-page");
  const all = (selector) => [...page.querySelectorAll(selector)];
  const shows = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const whole = ".em-card, fieldset, tr, figure, pre, .em-steps > ol > li, .em-dialogue li, .em-key";
  return {
    headings: all("h1, h2, h3, legend, caption").filter(shows).map((heading) => heading.innerText),
    origin: all(".em-source-line p, .em-source-line li").filter(shows).map((line) => line.innerText),
    around: [...document.body.querySelectorAll("*")]
      .filter((element) => !page.contains(element) && says(element) && shows(element))
      .filter((element) => !["SCRIPT", "STYLE", "NOSCRIPT"].includes(element.tagName))
      .map((element) => element.textContent.trim()),
    torn: all(whole).filter(shows).filter((element) => getComputedStyle(element).breakInside !== "avoid")
      .concat(all("thead").filter((element) => getComputedStyle(element).display !== "table-header-group"))
      .map((element) => `${element.tagName}.${element.className}`),
  };
}"""

Print = Callable[..., Printed]


@pytest.fixture(scope="module")
def printed(site: str, browser: Browser) -> Iterator[Print]:
    """Prints each page once on each paper, from a dark screen if nobody says otherwise."""
    with printer(site, browser) as printing:
        yield printing


class printer:  # noqa: N801 - used like a function
    """A browser that prints pages of a site."""

    def __init__(self, site: str, browser: Browser) -> None:
        self._site = site
        self._context = browser.new_context(viewport=DESKTOP)
        self._page = self._context.new_page()

    def __enter__(self) -> Print:
        visit = cache(self._visit)
        return lambda address, paper, scheme="slate": visit(address, scheme)[paper]

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def _visit(self, address: str, scheme: str) -> dict[str, Printed]:
        self._page.goto(self._site + address)
        self._page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        pdfs = {paper: PdfReader(io.BytesIO(self._page.pdf(format=paper))) for paper in PAPERS}
        self._page.emulate_media(media="print")
        facts = self._page.evaluate(FACTS)
        self._page.evaluate("localStorage.clear()")  # the next page is printed by somebody new
        self._page.emulate_media(media="null")
        return {paper: read(pdf, COLUMNS.get(address, 1), facts) for paper, pdf in pdfs.items()}


def read(pdf: PdfReader, number: int, facts: dict[str, list[str]]) -> Printed:
    """A printed file, whose sheets have this number of columns."""
    sheets = [spans(sheet) for sheet in pdf.pages]
    contents = (sheet.get_contents() for sheet in pdf.pages)
    return Printed(
        sheets=tuple("".join(span.text for span in sheet) for sheet in sheets),
        ends=tuple(end(column) for sheet in sheets for column in columns(sheet, number) if column),
        drawn=tuple(content.get_data() for content in contents if content is not None),
        **facts,
    )


class Span(NamedTuple):
    """A piece of a line, and where it stands: from the foot of the sheet and, of its width, from the left."""

    height: float
    left: float
    text: str


def spans(sheet: PageObject) -> list[Span]:
    """What stands on a sheet, from its head down."""
    found: list[Span] = []

    def note(text: str, outer: Matrix, inner: Matrix, *_: object) -> None:
        if text.strip():
            x, y = (outer[n] * inner[4] + outer[n + 2] * inner[5] + outer[n + 4] for n in (0, 1))
            found.append(Span(y, x / float(sheet.mediabox.width), text))

    sheet.extract_text(visitor_text=note)
    return sorted(found, key=lambda span: (-span.height, span.left))


def columns(sheet: list[Span], number: int) -> list[list[Span]]:
    """The pieces by the column in which they begin."""
    return [[span for span in sheet if int(span.left * number) == column] for column in range(number)]


def end(column: list[Span]) -> tuple[str, str]:
    """The text of a column, and its last line."""
    last = [span.text for span in column if span.height - column[-1].height < 2]
    return "".join(span.text for span in column), "".join(last)


def letters(text: str) -> str:
    """A text without what differs between a page and its print: gaps, hyphens, ligatures, quotation marks."""
    plainer = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    return re.sub(r"[\W_]", "", plainer)


@every_sheet
def test_a_printed_page_ends_with_where_it_comes_from(printed: Print, kind: str, paper: str) -> None:
    page = printed(KINDS[kind], paper)
    assert len(page.origin) >= 2
    assert letters(page.sheets[-1]).endswith(letters("".join(page.origin)))


@every_sheet
def test_no_sheet_is_empty_and_none_ends_with_a_heading(printed: Print, kind: str, paper: str) -> None:
    page = printed(KINDS[kind], paper)
    assert all(letters(sheet) for sheet in page.sheets)
    for heading in map(letters, page.headings):
        alone = [text for text, last in page.ends if heading.endswith(letters(last))]
        assert not [text[-80:] for text in alone if letters(text).endswith(heading)]


@every_sheet
def test_paper_shows_the_page_and_nothing_around_it(printed: Print, kind: str, paper: str) -> None:
    page = printed(KINDS[kind], paper)
    assert page.around == []
    assert page.torn == []
    text = " ".join(page.sheets)
    assert "Skip to content" not in text
    assert "Back to top" not in text


def for_others() -> Iterator[str]:
    """The letters of everything that the course tells facilitators only."""
    course = load(ROOT / "content").course
    for items in course.items.values():
        for item in items:
            for found in marked(type(item), item.model_dump(by_alias=True), Text):
                if found.mark.audience is not Audience.TRAINEE:
                    yield from (letters(line) for line in found.value.split("\n"))


def test_no_text_for_facilitators_is_on_any_sheet(printed: Print) -> None:
    secret = {line for line in for_others() if len(line) > 40}
    assert secret
    for address in KINDS.values():
        shown = letters("".join(printed(address, "A4").sheets))
        assert not [line for line in secret if line in shown], address


@pytest.mark.parametrize("kind", ["home", "lesson", "story", "checklist", "exercise", "glossary", "stories"])
def test_paper_is_white_whatever_the_screen_shows(printed: Print, kind: str) -> None:
    address = KINDS[kind]
    assert printed(address, "A4", scheme="slate").drawn == printed(address, "A4", scheme="default").drawn


def test_a_printed_lesson_asks_and_does_not_answer(printed: Print) -> None:
    text = letters("".join(printed(KINDS["lesson"], "A4").sheets))
    (check, *_) = load(ROOT / "content").course.lesson["building-partnerships"].quick_check
    assert letters(words(check.question)) in text
    for option in check.options:
        assert letters(words(option.text)) in text
        assert letters(words(option.feedback)) not in text


def test_a_printed_story_leaves_better_words_to_its_readers(printed: Print) -> None:
    text = letters("".join(printed(KINDS["story"], "A4").sheets))
    turns = load(ROOT / "content").course.story["two-airlines-three-hours"].dialogue
    assert all(letters(words(turn.says)) in text for turn in turns)
    assert not [turn.better for turn in turns if turn.better and letters(words(turn.better)) in text]


def test_paper_names_the_address_of_a_page_and_those_it_links_to_elsewhere(
    browser: Browser, tiny: Path
) -> None:
    with (tiny / "content/stories/the-cup-of-tea.yml").open("a") as file:
        file.write("source_url: https://www.example.com/kettle?a=1&b=2\n")
    assert run(["build", "--content", str(tiny / "content"), "--site-dir", str(tiny / "site")]) == 0
    with served(tiny / "site") as address, printer(address, browser) as printing:
        story = printing("stories/the-cup-of-tea/", "A4")
    assert "https://example.org/tea/stories/the-cup-of-tea/" in story.origin
    assert letters("(https://www.example.com/kettle?a=1&b=2)") in letters("".join(story.sheets))
