"""What machines can tell of WCAG 2.2, A and AA, on every kind of page; walks through pages by keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_every_kind import KINDS

PAGES = {**KINDS, "not-found": "404.html"}
WIDTHS = (1280, 390, 320)
SCHEMES = {"default": 0, "slate": 1}
PHONE_MENU = ".md-header button[for=__drawer]"
PHONE_SEARCH = ".md-header__button[for=__search]"

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
"""The program, which makes `axe` known to a page."""

VIOLATIONS = """async (only) => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
  const rules = only ? {} : {rules: {"target-size": {enabled: true}}};
  const options = {runOnly: only ?? tags, ...rules, resultTypes: ["violations"],
    iframes: false, preload: false};
  const {violations} = await axe.run(document, options);
  return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) =>
    `${id}: ${target.join(" ")}: ${failureSummary.replace(/\\s+/g, " ")}`));
}"""

OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that other colours can break."""

DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

every_page = pytest.mark.parametrize(("kind", "address"), PAGES.items(), ids=list(PAGES))


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all questions to axe, without movement that would blur colours."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@every_page
def test_no_page_breaks_a_rule_in_any_width_and_colours(
    site: str, window: Page, kind: str, address: str
) -> None:
    visit(window, site + address)
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 900})
        choose(window, "default")
        assert violations(window) == [], f"{width} pixels"
        choose(window, "slate")
        assert violations(window, OF_COLOURS) == [], f"{width} pixels, dark"


@pytest.mark.parametrize("address", [KINDS["home"], KINDS["lesson"]], ids=["home", "lesson"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_search_breaks_no_rule(site: str, window: Page, address: str, scheme: str) -> None:
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 900})
        visit(window, site + address)
        choose(window, scheme)
        if width < WIDTHS[0]:
            window.locator(PHONE_SEARCH).click()
        window.locator(".md-search__input").press_sequentially("trust")
        window.locator(".md-search-result__item a[href*='h=trust']").first.wait_for()
        assert violations(window) == [], f"{width} pixels"


@pytest.mark.parametrize("address", [KINDS["home"], KINDS["lesson"]], ids=["home", "lesson"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_menu_breaks_no_rule(site: str, window: Page, address: str, scheme: str) -> None:
    for width in WIDTHS[1:]:
        window.set_viewport_size({"width": width, "height": 900})
        visit(window, site + address)
        choose(window, scheme)
        window.locator(PHONE_MENU).click()
        window.locator(".md-nav--primary button[for=__toc]").click()
        assert violations(window) == [], f"{width} pixels"


def test_axe_would_tell(site: str, window: Page) -> None:
    visit(window, site)
    window.evaluate(
        """() => {
          document.querySelector("article").insertAdjacentHTML("beforeend",
            "<p class='bad'>pale</p><button class='bad'></button>" +
            "<button class='bad' aria-label='near'></button>");
          const [pale, ...small] = document.querySelectorAll(".bad");
          pale.style.cssText = "color: #777; background: #888";
          small.forEach((button) => { button.style.cssText = "width: 9px; height: 9px"; });
        }"""
    )
    assert {line.split(":")[0] for line in violations(window)} >= {
        "color-contrast",
        "button-name",
        "target-size",
    }
    assert {line.split(":")[0] for line in violations(window, OF_COLOURS)} == {"color-contrast"}


@dataclass(frozen=True)
class Stop:
    """What has the focus, as somebody without a mouse meets it."""

    place: int
    """Where it stands among all elements of the page."""
    what: str
    name: str
    on_screen: bool
    covered_by: str
    ring: float
    """The width of the ring around it."""
    contrast: float
    """How much the ring differs from what is around it."""


STOP = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const box = focused.getClientRects()[0] || focused.getBoundingClientRect();
  const seen = {x: Math.max(box.left, 0), y: Math.max(box.top, 0),
    right: Math.min(box.right, innerWidth), bottom: Math.min(box.bottom, innerHeight)};
  const top = document.elementFromPoint((seen.x + seen.right) / 2, (seen.y + seen.bottom) / 2);
  const style = getComputedStyle(focused);

  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const opaque = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const around = parseFloat(style.outlineOffset) < 0 ? focused : focused.parentElement;
  const lights = [light(numbers(style.outlineColor)), light(opaque(around))];

  const label = focused.labels?.[0]?.innerText || "";
  const name = focused.ariaLabel || label || focused.innerText || focused.title || "";
  return {
    place: [...document.querySelectorAll("*")].indexOf(focused),
    what: focused.outerHTML.slice(0, 120),
    name: name.trim(),
    on_screen: seen.right - seen.x >= 1 && seen.bottom - seen.y >= 1
      && (box.height > innerHeight / 2 || (box.top >= -1 && box.bottom <= innerHeight + 1))
      && box.left >= -1 && box.right <= innerWidth + 1,
    covered_by: focused.contains(top) || focused.closest("label")?.contains(top)
      ? "" : (top?.outerHTML.slice(0, 120) ?? "nothing"),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05),
  };
}"""

REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, textarea, [type=date]")]
  .filter((element) => element.tabIndex >= 0 && element.checkVisibility({visibilityProperty: true}))
  .map((element) => [...document.querySelectorAll("*")].indexOf(element))"""

WALKS = {kind: KINDS[kind] for kind in ("home", "lesson", "stories", "checklist")}


@pytest.mark.parametrize("width", WIDTHS[:2])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("kind", "address"), WALKS.items(), ids=list(WALKS))
def test_a_page_can_be_walked_through_by_keyboard(
    site: str, window: Page, kind: str, address: str, scheme: str, width: int
) -> None:
    window.set_viewport_size({"width": width, "height": 844})
    visit(window, site + address)
    choose(window, scheme)
    window.evaluate("document.activeElement.blur()")
    reachable = set(window.evaluate(REACHABLE))
    stops = list(walk(window, "Tab"))
    places = [stop.place for stop in stops]
    assert places == sorted(places)
    assert reachable <= set(places)
    assert [stop for stop in stops if not good(stop)] == []


@pytest.mark.parametrize("width", WIDTHS[1:])
def test_walking_back_nothing_lies_over_the_focus(site: str, window: Page, width: int) -> None:
    window.set_viewport_size({"width": width, "height": 640})
    visit(window, site + KINDS["lesson"])
    choose(window, "default")
    stops = list(walk(window, "Shift+Tab"))
    places = [stop.place for stop in stops]
    assert places == sorted(places, reverse=True)
    assert [stop for stop in stops if not good(stop)] == []


def good(stop: Stop) -> bool:
    """Whether somebody sees where the focus is, and hears what it is on."""
    return bool(
        stop.name and stop.on_screen and not stop.covered_by and stop.ring >= 2 and stop.contrast >= 3
    )


def walk(page: Page, key: str) -> Iterator[Stop]:
    """Presses a key until the focus has gone round the page."""
    first = None
    for _ in range(500):
        page.keyboard.press(key)
        found = page.evaluate(STOP)
        if found is None or found["place"] == first:
            return
        first = first or found["place"]
        yield Stop(**found)
    pytest.fail("the focus never leaves the page")


def visit(page: Page, address: str) -> None:
    """Opens a page with axe at hand."""
    page.goto(address)
    page.evaluate(AXE)


def choose(page: Page, scheme: str) -> None:
    """Chooses light or dark colours, as the buttons do."""
    page.evaluate("(number) => document.getElementById(`__palette_${number}`).click()", SCHEMES[scheme])
    page.wait_for_selector(f"body[data-md-color-scheme={scheme}]")


def violations(page: Page, only: list[str] | None = None) -> list[str]:
    """What axe finds, one line for each element, once the menu has the size that a new window gives it.

    It asks all rules of WCAG, or only those that are named.
    """
    page.evaluate(DRAWN)
    found: list[str] = page.evaluate(VIOLATIONS, only)
    return found
