"""Readers narrow the lists of stories and lessons, by hand and by address."""

import gzip
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize

from generator.cli import run
from tests.browser.conftest import DESKTOP, PHONE, Visit, comes_true, served
from tests.conftest import ROOT

NOTHING = "stories/?outcome=delight&outcome=letdown&sector=retail&tag=runaround"
"""No story of the course has all of this."""
HOSTILE = (
    "outcome=<img src=x onerror=alert(1)>",
    "outcome=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&tag=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "tag=__proto__&__proto__=tag&constructor=toString&__proto__[tag]=retail",
    "tag=%E0%A4%A&%=&&=&sector",
    "outcome=DELIGHT&sector=no-such-sector",
    "sector=" + "x" * 5000,
)


def cards(page: Page) -> list[str]:
    """The titles of the cards that can be seen."""
    return page.locator("browse-list .em-card:visible .em-card-title").all_inner_texts()


def box(page: Page, filter: str, value: str) -> Locator:
    """The box of a value."""
    return page.locator(f".em-filters input[name='{filter}'][value='{value}']")


def label(page: Page, filter: str, value: str) -> Locator:
    """The words beside a box, how many items it leaves, and the box itself."""
    return page.locator(f".em-filters label:has([name='{filter}'][value='{value}'])")


def choose(page: Page, filter: str, value: str) -> None:
    """Opens a filter where it is closed, and ticks or unticks a value."""
    page.locator(f".em-filters details:has(> #filter-{filter})").evaluate("filter => { filter.open = true }")
    label(page, filter, value).click()


def tally(page: Page) -> str:
    """How many items the page says that it shows."""
    return page.locator("browse-list [role=status]").inner_text()


def choice(page: Page) -> list[tuple[str, str]]:
    """What the address of the page asks for."""
    return parse_qsl(urlsplit(page.url).query)


def found_by(page: Page) -> dict[str, dict[str, list[str]]]:
    """By what each card says that it is found, by its title."""
    pairs = page.locator("browse-list .em-card").evaluate_all(
        "cards => cards.map((card) => [card.querySelector('.em-card-title').innerText, card.dataset.foundBy])"
    )
    return {title: parse_qs(query) for title, query in pairs}


def offered(page: Page) -> list[tuple[str, str]]:
    """Every value of every filter."""
    return [
        (name, value)
        for name, value in page.locator(".em-filters input").evaluate_all(
            "boxes => boxes.map((box) => [box.name, box.value])"
        )
    ]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a course with lessons of several lengths, on two paths, one of them outside."""
    project = tmp_path_factory.mktemp("many")
    content = project / "content"
    shutil.copytree(ROOT / "tests" / "courses" / "tiny" / "content", content)
    for n, minutes in enumerate((8, 12, 18, 45)):
        text = {"title": f"Lesson {n}", "summary": "…", "key_learning_point": "…", "body": "…"}
        write(content / "lessons" / f"lesson-{n}.yml", {**text, "minutes": minutes, "tags": [f"tag {n % 2}"]})
        write(content / "stories" / f"story-{n}.yml", {**text, "lessons": [f"lesson-{n}"]})
    for name, lessons in (("morning", [0, 1]), ("evening", [1, 2])):
        on_it = [f"lesson-{n}" for n in lessons]
        write(content / "paths" / f"{name}.yml", {"title": name.title(), "summary": "…", "lessons": on_it})
    assert run(["build", "--content", str(content), "--site-dir", str(project / "site")]) == 0
    with served(project / "site") as address:
        yield address


def write(file: Path, data: dict[str, object]) -> None:
    """Writes a file of the course."""
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


# --- What filters do


def test_every_value_leaves_what_carries_it_and_says_how_many_that_is(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/")
    carried = found_by(page)
    assert {name for name, _ in offered(page)} == {"outcome", "sector", "lesson", "path", "tag"}
    for name, value in offered(page):
        expected = [title for title, by in carried.items() if value in by.get(name, [])]
        assert label(page, name, value).locator("small").text_content() == str(len(expected))
        choose(page, name, value)
        assert cards(page) == expected
        assert tally(page) == f"{len(expected)} of {len(carried)} stories"
        assert choice(page) == [(name, value)]
        choose(page, name, value)
    assert tally(page) == f"{len(carried)} stories"
    assert desktop.errors == []


def test_counts_follow_the_content(site: str, desktop: Visit) -> None:
    told = [yaml.safe_load(file.read_text("utf-8")) for file in (ROOT / "content" / "stories").glob("*.yml")]
    stories = [story for story in told if not story.get("draft")]
    page = desktop.open(f"{site}stories/")
    assert tally(page) == f"{len(stories)} stories"
    for outcome, count in Counter(story.get("outcome", "delight") for story in stories).items():
        assert label(page, "outcome", outcome).locator("small").inner_text() == str(count)


def test_filters_narrow_each_other_and_values_of_one_filter_widen_each_other(
    site: str, desktop: Visit
) -> None:
    page = desktop.open(f"{site}stories/")
    choose(page, "sector", "retail")
    choose(page, "sector", "travel")
    assert tally(page) == "3 of 8 stories"
    choose(page, "outcome", "letdown")
    assert cards(page) == ["Two airlines, three hours"]
    assert choice(page) == [("outcome", "letdown"), ("sector", "retail"), ("sector", "travel")]
    assert label(page, "sector", "retail").locator("small").inner_text() == "0"
    chosen = page.locator(".em-chosen li:visible").all_inner_texts()
    assert [" ".join(line.split()) for line in chosen] == [
        "How it ended Customer let down",
        "Sector Retail or Travel",
    ]


def test_a_group_without_anything_left_hides_its_heading(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/")
    assert page.locator("browse-list h2:visible").count() == 2
    choose(page, "outcome", "letdown")
    assert page.locator("browse-list h2:visible").all_inner_texts() == ["Stories of letdowns"]


def test_lessons_are_found_by_length_path_and_tag(many: str, desktop: Visit) -> None:
    page = desktop.open(f"{many}lessons/")
    assert {name for name, _ in offered(page)} == {"minutes", "path", "tag"}
    choose(page, "minutes", "15")
    assert sorted(cards(page)) == ["Lesson 0", "Lesson 1", "Listen first"]
    choose(page, "path", "evening")
    assert cards(page) == ["Lesson 1"]
    choose(page, "minutes", "15")
    choose(page, "minutes", "over-20")
    assert tally(page) == "0 of 5 lessons"
    choose(page, "path", "evening")
    assert cards(page) == ["Lesson 3"]


def test_stories_are_found_by_path(many: str, desktop: Visit) -> None:
    page = desktop.open(f"{many}stories/?path=morning")
    assert cards(page) == ["Lesson 0", "Lesson 1"]


def test_where_nothing_fits_the_page_says_so_and_offers_everything_again(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}{NOTHING}")
    assert cards(page) == []
    assert tally(page) == "0 of 8 stories"
    assert page.get_by_text("Nothing here has everything that you chose").is_visible()
    page.get_by_role("button", name="Show all").click()
    assert len(cards(page)) == 8
    assert tally(page) == "8 stories"
    assert choice(page) == []
    assert page.locator(".em-filters :checked").count() == 0
    assert page.get_by_role("button", name="Show all").count() == 0
    assert page.locator("article [role=status]").evaluate("status => status === document.activeElement")


# --- The address


def test_the_address_keeps_the_choice_on_reload_and_on_the_way_back(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/?h=tea#letdown")
    choose(page, "outcome", "letdown")
    choose(page, "tag", "travel")
    assert choice(page) == [("outcome", "letdown"), ("tag", "travel"), ("h", "tea")]
    assert urlsplit(page.url).fragment == "letdown"
    page.reload()
    assert cards(page) == ["Two airlines, three hours"]
    assert box(page, "tag", "travel").is_visible()
    page.locator(".em-card-title:visible a").click()
    page.wait_for_url("**/stories/two-airlines-three-hours/")
    page.go_back()
    page.wait_for_url("**/stories/?outcome=letdown&tag=travel&h=tea#letdown")
    assert cards(page) == ["Two airlines, three hours"]
    assert page.locator(".em-filters :checked").count() == 2


def test_choosing_adds_nothing_to_the_history(site: str, desktop: Visit) -> None:
    page = desktop.open(site)
    page.goto(f"{site}stories/")
    for value in ("delight", "letdown", "delight"):
        choose(page, "outcome", value)
    page.go_back()
    assert page.url == site


def test_back_and_forward_within_the_page_follow_the_address(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/?outcome=letdown")
    page.evaluate(
        "history.pushState(null, '', '?sector=retail'), dispatchEvent(new PopStateEvent('popstate'))"
    )
    assert tally(page) == "2 of 8 stories"
    page.go_back()
    assert comes_true(page, "document.querySelectorAll('.em-filters :checked')[0].value === 'letdown'")
    assert tally(page) == "2 of 8 stories"
    page.go_forward()
    assert comes_true(page, "document.querySelectorAll('.em-filters :checked')[0].value === 'retail'")


@pytest.mark.parametrize("query", HOSTILE)
def test_an_address_that_nobody_offered_changes_nothing(site: str, desktop: Visit, query: str) -> None:
    page = desktop.open(f"{site}stories/?{query}")
    assert len(cards(page)) == 8
    assert tally(page) == "8 stories"
    assert page.locator("article script, article img, article [onerror]").count() == 0
    assert page.evaluate("'tag' in {}") is False
    choose(page, "outcome", "letdown")
    assert len(cards(page)) == 2
    assert desktop.errors == []


def test_what_is_known_in_a_strange_address_still_counts(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/?outcome=<img>&outcome=letdown&tag=__proto__")
    assert len(cards(page)) == 2


def test_a_copy_that_is_opened_from_disk_works(site_folder: Path, desktop: Visit) -> None:
    address = (site_folder / "stories" / "index.html").as_uri()
    page = desktop.open(f"{address}?sector=retail")
    assert tally(page) == "2 of 8 stories"
    choose(page, "outcome", "letdown")
    assert tally(page) == "0 of 8 stories"
    assert choice(page) == [("outcome", "letdown"), ("sector", "retail")]
    page.reload()
    assert tally(page) == "0 of 8 stories"
    assert [error for error in desktop.errors if "browse" in error or "history" in error] == []


# --- For everyone


def test_filters_are_used_by_keyboard_alone_and_keep_the_focus(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/")
    page.locator("#filter-outcome").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    focused = "document.activeElement.value"
    assert page.evaluate(focused) == "letdown"
    assert tally(page) == "2 of 8 stories"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "letdown"
    assert tally(page) == "2 of 8 stories"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert not box(page, "outcome", "letdown").is_visible()
    page.locator("#filter-tag").focus()
    page.keyboard.press("Tab")
    assert page.get_by_role("button", name="Show all").evaluate("b => b === document.activeElement")
    page.keyboard.press("Space")
    assert tally(page) == "8 stories"


def test_the_focus_is_always_on_screen(site: str, phone: Visit) -> None:
    page = phone.open(f"{site}stories/?outcome=delight")
    page.locator(".em-filters > details > summary").focus()
    page.keyboard.press("Enter")
    stops = page.locator(".em-filters :is(summary, input):visible, .em-tally :is(a, button):visible").count()
    for _ in range(stops - 1):
        page.keyboard.press("Tab")
        reached = page.evaluate("""() => {
          const box = document.activeElement.getBoundingClientRect();
          const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return document.activeElement.contains(seen) || seen === document.activeElement;
        }""")
        assert reached, page.evaluate("document.activeElement.outerHTML")
    assert page.evaluate("document.activeElement.type") == "reset"


def test_changes_are_announced_politely_by_a_region_that_was_there_before(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/")
    page.evaluate("""() => {
      const status = document.querySelector("browse-list [role=status]");
      globalThis.said = [];
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    }""")
    choose(page, "outcome", "letdown")
    assert page.evaluate("said") == ["2 of 8 stories"]


def test_every_control_has_a_name_and_every_filter_too(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/")
    page.get_by_role("form", name="Filter").wait_for()
    sectors = page.get_by_role("group", name="Sector", exact=True)
    assert sectors.get_by_role("checkbox", name="Retail 2").is_visible()


def test_on_a_phone_filters_wait_behind_a_button_and_everything_can_be_touched(
    site: str, phone: Visit
) -> None:
    page = phone.open(f"{site}stories/")
    assert page.locator(".em-filters fieldset:visible").count() == 0
    page.locator(".em-filters > details > summary").tap()
    label(page, "sector", "retail").tap()
    for target in page.locator(
        ".em-filters :is(summary, label):visible, .em-tally :is(a, button):visible"
    ).all():
        size = target.bounding_box()
        assert size is not None
        assert min(size["height"], size["width"]) >= 44
    bar = page.locator(".em-tally").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 844
    page.get_by_role("link", name="See the list").tap()
    assert page.locator(".em-card:visible").first.is_visible()
    assert tally(page) == "2 of 8 stories"


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_the_page_never_scrolls_sideways(site: str, desktop: Visit, width: int) -> None:
    desktop.page.set_viewport_size({"width": width, "height": 700})
    page = desktop.open(f"{site}stories/?sector=retail&tag=retail")
    page.locator(".em-filters details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", ["stories/?outcome=letdown", "lessons/"])
def test_without_scripts_everything_is_listed_and_no_control_is_dead(
    site: str, without_scripts: Visit, address: str
) -> None:
    page = without_scripts.open(site + address)
    assert page.locator("browse-list .em-card:visible").count() == page.locator(".em-card").count() > 0
    for control in ("form", "button", "input", "summary", ".em-tally a", ".em-chosen li", ".em-nothing"):
        assert page.locator(f"browse-list {control}:visible").count() == 0, control
    edge = page.locator("browse-list .em-card").first.bounding_box()
    title = page.locator("h1").bounding_box()
    assert edge is not None
    assert title is not None
    assert edge["x"] == title["x"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_when_the_filters_come_late(site: str, browser: Browser, size: ViewportSize) -> None:
    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page = browser.new_page(viewport=size)
    page.add_init_script("""
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.route("**/browse.js", late)
    page.goto(f"{site}stories/")
    page.locator(".em-filters:not([hidden])").wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("moved") <= 0.02
    page.close()


# --- Cost


def test_only_lists_load_the_scripts_of_lists(site: str, desktop: Visit) -> None:
    desktop.open(site, quiet=True)
    assert not [url for url in desktop.requests if "browse" in url and url.endswith(".js")]


def test_the_scripts_of_lists_weigh_little(site_folder: Path) -> None:
    scripts = (site_folder / "assets" / "javascripts").glob("browse*.js")
    assert 0 < sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 2500


def test_a_thousand_stories_are_filtered_without_laying_them_out_twice(
    site: str, site_folder: Path, desktop: Visit
) -> None:
    text = (site_folder / "stories" / "index.html").read_text("utf-8")
    listed = re.compile(r'<li class="em-card".*?\n</li>', re.S)
    once = listed.findall(text)
    thousand = listed.sub(lambda card: card[0] * (1000 // len(once)), text)
    desktop.page.route("**/stories/", lambda route: route.fulfill(body=thousand, content_type="text/html"))
    page = desktop.open(f"{site}stories/")
    assert tally(page) == "8 stories"
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def layouts() -> float:
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return next(float(metric["value"]) for metric in metrics if metric["name"] == "LayoutCount")

    before = layouts()
    box(page, "outcome", "letdown").evaluate("""box => {
      box.click();
      return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }""")
    assert layouts() - before < 10
    assert page.locator("browse-list .em-card:not([hidden])").count() == 250
