"""Narrow and wide windows, high zoom, a reader's own spacing and colours, no movement, right to left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import run
from tests.browser.conftest import served
from tests.browser.test_accessibility import PAGES, PHONE_MENU, PHONE_SEARCH, every_page, violations, visit

COURSES = Path(__file__).parents[1] / "courses"
WIDTHS = (320, 390, 768, 1280, 1920)
ZOOMS = {"200 %": (2, 640, 512), "400 %": (4, 320, 256)}

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""

ADOPTED = """(styles) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}"""
"""A reader's styles come from outside the page, where its policy does not reach."""

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((element) => !element.closest(".em-table, .md-tabs, .md-header__title, svg"))
  .filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
  })
  .map((element) => element.outerHTML.slice(0, 100))"""

CLIPPED = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => !element.closest(".md-header__title, svg"))
  .filter((element) => {
    for (let at = element; at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return false;
      if (style.display === "inline" || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      if (at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1) return true;
    }
    return false;
  })
  .map((element) => element.outerHTML.slice(0, 100))"""

OVERLAPPING = """() => {
  const kinds = ":is(p, li, dt, dd, h1, h2, h3, summary, legend, label, a.em-button)";
  const texts = [...document.querySelectorAll(`article ${kinds}`)]
    .filter((element) => element.checkVisibility() && element.innerText?.trim())
    .filter((element) => !element.querySelector(kinds))
    // What stays in sight lies over what scrolls away below it.
    .filter((element) => !element.closest(".em-progress, .em-state"));
  const boxes = texts.map((element) => [element, element.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([one, a], index) => boxes.slice(index + 1).forEach(([other, b]) => {
    if (one.contains(other) || other.contains(one)) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 2) found.push(`${one.outerHTML.slice(0, 60)} … ${other.outerHTML.slice(0, 60)}`);
  }));
  return found;
}"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all widths."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@every_page
def test_no_page_is_wider_than_its_window(site: str, window: Page, kind: str, address: str) -> None:
    window.goto(site + address)
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 800})
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.evaluate(TOO_WIDE) == [], f"{width} pixels"


@every_page
def test_a_readers_own_spacing_cuts_nothing_off(site: str, window: Page, kind: str, address: str) -> None:
    for width in (320, 1280):
        window.set_viewport_size({"width": width, "height": 800})
        window.goto(site + address)
        window.evaluate(ADOPTED, SPACING)
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.evaluate(TOO_WIDE) == [], f"{width} pixels"
        assert window.evaluate(CLIPPED) == [], f"{width} pixels"
        assert window.evaluate(OVERLAPPING) == [], f"{width} pixels"


@pytest.mark.parametrize("zoom", ZOOMS)
def test_enlarged_pages_can_be_read_and_left(site: str, browser: Browser, zoom: str) -> None:
    factor, width, height = ZOOMS[zoom]
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=factor, reduced_motion="reduce"
    )
    page = context.new_page()
    for address in PAGES.values():
        page.goto(site + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CLIPPED) == [], address
        # What stays at the top leaves room for what is read.
        assert page.evaluate("document.querySelector('.md-header').offsetHeight") < height / 4
    page.locator(PHONE_MENU).click()
    last = page.locator(".md-nav--primary > ul > li:last-child a.md-nav__link").first
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)
    context.close()


def test_nothing_moves_for_those_who_ask_for_no_movement(site: str, window: Page) -> None:
    window.set_viewport_size({"width": 390, "height": 800})
    for address in PAGES.values():
        window.goto(site + address)
        moving = window.evaluate(
            """[...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"]
              .map((part) => getComputedStyle(element, part))
              .filter(({animationName, animationDuration, transitionDuration, scrollBehavior}) =>
                (animationName !== "none" && parseFloat(animationDuration) > 0.01)
                || transitionDuration.split(",").some((time) => parseFloat(time) > 0.01)
                || scrollBehavior === "smooth")
              .map(() => element.outerHTML.slice(0, 80)))"""
        )
        assert moving == [], address


@pytest.fixture
def forced(browser: Browser) -> Iterator[Page]:
    """A window in colours that the reader forces upon every page."""
    context = browser.new_context(forced_colors="active", viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


def test_in_forced_colours_an_outcome_is_told_by_words_and_a_sign(site: str, forced: Page) -> None:
    forced.goto(site + PAGES["story"])
    label = forced.locator(".em-label", has_text="Story").first
    sign = label.locator("svg")
    expect(sign).to_be_visible()
    with_sign = label.screenshot()
    sign.evaluate("(sign) => sign.style.visibility = 'hidden'")
    assert label.screenshot() != with_sign


def test_in_forced_colours_a_choice_is_told_by_its_dot_and_a_ring(site: str, forced: Page) -> None:
    forced.goto(site + PAGES["checklist"])
    radio = forced.locator("article input[type=radio]").first
    before = radio.screenshot()
    radio.check()
    forced.locator("article input[type=radio]").nth(7).focus()
    assert radio.screenshot() != before
    ring = "getComputedStyle(document.querySelector('label:has(:checked)')).outlineStyle"
    assert forced.evaluate(ring) == "solid"


def test_in_forced_colours_the_focus_and_the_signs_of_the_menu_are_seen(site: str, forced: Page) -> None:
    forced.goto(site + PAGES["lesson"])
    forced.locator(PHONE_MENU).focus()
    forced.keyboard.press("Tab")
    assert forced.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    forced.locator(PHONE_MENU).click()
    icon = "document.querySelector('.md-nav--primary .md-nav__icon')"
    sign = forced.evaluate(f"getComputedStyle({icon}, '::after').backgroundColor")
    assert sign != forced.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a tiny course that is written from right to left."""
    folder = tmp_path_factory.mktemp("arabic") / "site"
    assert run(["build", "--content", str(COURSES / "arabic/content"), "--site-dir", str(folder)]) == 0
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("address", ["", "lessons/listen/", "stories/", "stories/tea/", "404.html"])
def test_a_course_from_right_to_left_is_as_good(arabic: str, window: Page, address: str) -> None:
    for width in (320, 1280):
        window.set_viewport_size({"width": width, "height": 800})
        visit(window, arabic + address)
        expect(window.locator("html")).to_have_attribute("lang", "ar")
        expect(window.locator("body")).to_have_css("direction", "rtl")
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.evaluate(TOO_WIDE) == []
        assert violations(window) == []


def test_menu_and_search_open_from_the_right(arabic: str, window: Page) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    visit(window, arabic)
    window.locator(PHONE_MENU).click()
    link = window.locator(".md-nav--primary a.md-nav__link:visible").first
    expect(link).to_be_in_viewport(ratio=1)
    menu = window.locator(".md-sidebar--primary").bounding_box()
    assert menu is not None
    assert menu["x"] + menu["width"] == 320
    assert violations(window) == []
    window.keyboard.press("Escape")
    window.locator(PHONE_SEARCH).click()
    expect(window.locator(".md-search__input")).to_be_focused()
    expect(window.locator(".md-search__input")).to_be_in_viewport(ratio=1)
    assert violations(window) == []
