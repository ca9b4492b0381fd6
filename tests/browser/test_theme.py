"""What the theme gets wrong for people without a mouse, and our mends: early.js, site.js, access.css."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Visit, comes_true

LESSON = "lessons/building-partnerships/"
CHECKLIST = "checklists/real-service/"
MENU = ".md-header button[for=__drawer]"
SEARCH = ".md-header__button[for=__search]"
FIELD = ".md-search__input"
RESULT = ".md-search-result__item a"

FOCUSED = "document.activeElement"

SMALL = """() => {
  const inText = (element) => element.closest("p, li, dd, td, th, figcaption, .em-pair") !== null
    && getComputedStyle(element).display === "inline";
  const within = (element) => element.closest("label") || element;
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((element) => !inText(element))
    .map((element) => [element, within(element).getBoundingClientRect()])
    .filter(([, box]) => box.width < LEAST || box.height < LEAST)
    .map(([element, box]) => `${element.outerHTML.slice(0, 90)} ${box.width} × ${box.height}`);
}"""

EDGES = """(selector) => [...document.querySelectorAll(selector)].map((control) => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const over = (colour, below) => colour.slice(0, 3)
    .map((part, index) => part * (colour[3] ?? 1) + below[index] * (1 - (colour[3] ?? 1)));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = numbers(getComputedStyle(element).backgroundColor);
    return colour[3] === undefined || colour[3] === 1 ? colour : over(colour, behind(element.parentElement));
  };
  const light = (colour) => colour.slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const around = behind(control.parentElement);
  const edge = over(numbers(getComputedStyle(control).borderTopColor), around);
  const [one, other] = [light(edge), light(around)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
})"""


@pytest.fixture
def blocked(browser: Browser) -> Iterator[Visit]:
    """A visit with a browser that lets no page keep anything."""
    context = browser.new_context()
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
          configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });"""
    )
    yield Visit(context)
    context.close()


@pytest.fixture
def zoomed(browser: Browser) -> Iterator[Visit]:
    """A visit with a wide window at 400 %."""
    context = browser.new_context(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    yield Visit(context)
    context.close()


def test_without_storage_the_theme_still_works(site: str, blocked: Visit) -> None:
    page = blocked.open(site + LESSON, quiet=True)
    page.locator("[data-md-component=palette] button:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(FIELD).press_sequentially("giraffe")
    expect(page.locator(RESULT).first).to_be_visible()
    assert blocked.errors == []


def test_without_storage_scripts_remember_until_the_page_closes(site: str, blocked: Visit) -> None:
    page = blocked.open(site)
    page.evaluate("localStorage.clear(), localStorage.setItem('a', 1), sessionStorage.setItem('b', '')")
    assert page.evaluate("[localStorage.getItem('a'), sessionStorage.getItem('b')]") == ["1", ""]
    assert page.evaluate("[localStorage.length, localStorage.key(0), localStorage.key(1)]") == [1, "a", None]
    assert page.evaluate("localStorage.removeItem('a'), localStorage.getItem('a')") is None
    assert page.evaluate("sessionStorage.length") == 1


def test_a_browser_that_stores_keeps_its_own_storage(site: str, desktop: Visit) -> None:
    page = desktop.open(site)
    assert page.evaluate("localStorage instanceof Storage && sessionStorage instanceof Storage")


@pytest.mark.parametrize("focus", ["body", "input[type=radio]", "article a"])
def test_a_letter_alone_is_no_shortcut(site: str, desktop: Visit, focus: str) -> None:
    page = desktop.open(site + CHECKLIST)
    page.locator(focus).first.focus()
    page.evaluate(f"window.before = {FOCUSED}")
    for key in "npfs.,/":
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url == site + CHECKLIST
    assert page.evaluate(f"{FOCUSED} === window.before")
    assert not page.locator("#__search").is_checked()


def test_letters_can_be_typed_into_fields(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}exercises/walk-the-trust-cycle/")
    field = page.locator("article textarea").first
    field.focus()
    page.keyboard.type("n, p. f/s")
    assert field.input_value() == "n, p. f/s"


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    menu = page.get_by_role("button", name="Navigation")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    link = page.locator(".md-nav--primary .md-nav__link").first
    tab_to(page, ".md-nav--primary .md-nav__link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()


def test_the_menu_opens_at_four_times_the_size(site: str, zoomed: Visit) -> None:
    page = zoomed.open(site + LESSON)
    tab_to(page, MENU)
    page.keyboard.press("Space")
    tab_to(page, ".md-nav--primary .md-nav__link--active")
    expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.wait_for_url(site + LESSON)


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_in_a_closed_menu_takes_the_focus(site: str, browser: Browser, *, scripts: bool) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = Visit(context).open(site + LESSON)
    expect(page.locator(".md-nav--primary a[href]").first).to_be_hidden()
    expect(page.locator(".md-search__output")).to_be_hidden()
    context.close()


def test_with_the_menu_open_nothing_below_it_takes_the_focus(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    page.locator(MENU).click()
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUSED}.closest('.md-content, .md-footer')") is None
    page.locator(MENU).click()
    tab_to(page, "article a")


def test_a_menu_left_open_does_not_block_a_wider_window(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    page.locator(MENU).click()
    page.set_viewport_size({"width": 1280, "height": 900})
    tab_to(page, "article a")
    assert not page.locator("#__drawer").is_checked()


def test_everything_in_the_menu_is_one_list(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    page.locator(MENU).click()
    links = [link for link in page.locator(".md-nav--primary a.md-nav__link").all() if link.is_visible()]
    assert len(links) > 10
    for link in links:
        link.focus()
        expect(link).to_be_in_viewport(ratio=1)
        assert uncovered(page)
    expect(page.locator(".md-nav--primary a[aria-current=page]")).to_be_visible()


def test_the_contents_of_a_page_open_in_the_menu(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    page.locator(MENU).click()
    contents = page.get_by_role("button", name="Table of contents")
    entry = page.locator(".md-nav--primary .md-nav--secondary a").first
    expect(entry).to_be_hidden()
    contents.press("Enter")
    expect(contents).to_have_attribute("aria-expanded", "true")
    entry.press("Enter")
    page.wait_for_url("**/#*")
    expect(page.locator(MENU)).to_have_attribute("aria-expanded", "false")


def test_the_search_of_a_phone_works_by_keyboard(site: str, phone: Visit) -> None:
    page = phone.open(site, quiet=True)
    tab_to(page, SEARCH)
    expect(page.locator(":focus")).to_have_accessible_name("Search")
    expect(page.locator(FIELD)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(SEARCH)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(SEARCH)).to_be_focused()
    expect(page.locator(SEARCH)).to_have_attribute("aria-expanded", "false")


def test_results_are_reached_by_tab_and_the_search_closes_behind_them(site: str, desktop: Visit) -> None:
    page = desktop.open(site, quiet=True)
    tab_to(page, FIELD)
    page.keyboard.type("giraffe")
    expect(page.locator(RESULT).first).to_have_attribute("href", re.compile("h=giraffe"))  # all was typed
    page.keyboard.press("Tab")
    expect(page.locator(RESULT).first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"{FOCUSED}.closest('.md-search')") is None
    assert not page.locator("#__search").is_checked()


def test_the_search_says_its_name_and_how_much_it_found(site: str, desktop: Visit) -> None:
    page = desktop.open(site, quiet=True)
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.locator(FIELD).press_sequentially("giraffe")
    expect(page.locator(".md-search-result__meta[role=status]")).to_contain_text("matching")


def test_light_and_dark_are_buttons_that_say_what_they_do(site: str, desktop: Visit) -> None:
    page = desktop.open(site)
    tab_to(page, "[data-md-component=palette] *")
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("dark", re.IGNORECASE))
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("light", re.IGNORECASE))
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("address", [LESSON, "404.html"])
def test_the_first_tab_leads_past_the_menu(site: str, desktop: Visit, address: str) -> None:
    page = desktop.open(site + address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('article') !== null")


def test_an_address_without_a_page_leads_on_from_any_depth(
    site: str, site_folder: Path, desktop: Visit
) -> None:
    missing = f"{site}lessons/no/such/page/"
    body = (site_folder / "404.html").read_text("utf-8")
    desktop.page.route(missing, lambda route: route.fulfill(status=404, body=body, content_type="text/html"))
    page = desktop.open(missing)
    expect(page.get_by_role("heading", name="There is no page here")).to_have_css("font-weight", "700")
    page.locator("article").get_by_role("link", name="All stories").click()
    page.wait_for_url(f"{site}stories/")


def test_where_you_are_is_told_to_everyone(site: str, desktop: Visit) -> None:
    page = desktop.open(site + LESSON)
    here = page.locator(".md-nav--primary a[aria-current=page]")
    expect(here).to_have_text("Building partnerships")
    expect(here).to_have_css("font-weight", "700")
    expect(page.locator(".md-tabs a[aria-current=true]")).to_have_text("Lessons")


def test_headings_are_told_without_their_signs(site: str, desktop: Visit) -> None:
    page = desktop.open(site + LESSON)
    page.get_by_role("heading", name="After this lesson you can", exact=True).wait_for()


def test_links_in_text_are_underlined(site: str, desktop: Visit) -> None:
    page = desktop.open(site + LESSON)
    lines = page.evaluate(
        """[...document.querySelectorAll("article :is(p, dd, td) a:not(.em-button)")]
          .map((link) => getComputedStyle(link).textDecorationLine)"""
    )
    assert set(lines) == {"underline"}


COLOUR = """async (button) => {
  await Promise.all(document.getAnimations().map((change) => change.finished));
  return getComputedStyle(button).color;
}"""


def test_a_button_that_is_a_link_keeps_its_colour_below_the_pointer(site: str, desktop: Visit) -> None:
    button = desktop.open(site).locator("a.em-button:not(.em-quiet)").first
    before = button.evaluate(COLOUR)
    button.hover()
    assert button.evaluate(COLOUR) == before
    button.focus()
    assert button.evaluate(COLOUR) == before


@pytest.mark.parametrize(
    ("address", "controls"),
    [
        (LESSON, ".md-search__form"),
        (CHECKLIST, ".em-scale label"),
        ("exercises/walk-the-trust-cycle/", "article :is(textarea, [type=date])"),
    ],
)
def test_edges_of_controls_stand_out(site: str, desktop: Visit, address: str, controls: str) -> None:
    page = desktop.open(site + address)
    for _ in ("light", "dark"):
        contrasts = page.evaluate(EDGES, controls)
        assert contrasts
        assert min(contrasts) >= 3
        page.locator("[data-md-component=palette] button:visible").click()
        page.wait_for_timeout(100)


def test_wide_tables_take_the_focus_where_they_scroll(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    frame = page.locator(".em-table").first
    page.set_viewport_size({"width": 320, "height": 640})
    expect(frame).to_have_attribute("tabindex", "0")
    expect(frame).to_have_role("region")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert comes_true(page, "document.activeElement.scrollLeft > 0")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(frame).not_to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("address", ["", LESSON, "stories/", CHECKLIST, "glossary/", "404.html"])
def test_everything_is_big_enough_to_hit(site: str, desktop: Visit, address: str) -> None:
    page = desktop.open(site + address)
    assert page.evaluate(SMALL.replace("LEAST", "24")) == []
    page.set_viewport_size(PHONE)
    page.locator(MENU).click()
    page.wait_for_timeout(300)
    assert page.evaluate(SMALL.replace("LEAST", "24")) == []


def test_what_everyone_needs_is_as_big_as_a_thumb(site: str, phone: Visit) -> None:
    page = phone.open(site + LESSON)
    page.locator(MENU).click()
    for control in page.locator(".md-header__button:visible, .md-nav--primary > ul > li > a").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"{selector} is not reached by keyboard")


def uncovered(page: Page) -> bool:
    """Whether nothing lies over what has the focus."""
    return bool(
        page.evaluate(
            """() => {
              const box = document.activeElement.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return document.activeElement.contains(top);
            }"""
        )
    )


def test_the_name_of_the_course_stands_whole_in_the_bar_of_a_phone(site: str, phone: Visit) -> None:
    name = phone.open(site + LESSON).locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")
    assert name.evaluate("e => e.getBoundingClientRect().top >= 0")
