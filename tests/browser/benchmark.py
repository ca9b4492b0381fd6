"""`make benchmark`: how long learners wait, and whether pages jump.

Times depend on the computer and on what else it does: compare runs of one computer, one after the other.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import DESKTOP, PHONE, chromium, comes_true, served
from tests.browser.lighthouse import Host
from tests.browser.test_every_kind import KINDS
from tests.conftest import built

RUNS = 5
SLOW_4G = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1.44 * 1024 * 1024 / 8,
    "uploadThroughput": 675 * 1024 / 8,
}
"""A round trip of 150 ms as Lighthouse's developer tools throttle it, in milliseconds and bytes a second."""
SLOW_PROCESSOR = 4

OBSERVE = """() => {
  globalThis.moved = 0;
  globalThis.waits = [];
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => {
    if (!shift.hadRecentInput) moved += shift.value;
  })).observe({type: "layout-shift", buffered: true});
  new PerformanceObserver((list) => list.getEntries().forEach((event) => {
    if (event.interactionId) waits.push(event.duration);
  })).observe({type: "event", durationThreshold: 16, buffered: true});
}"""


def main() -> None:
    """Prints a line for each figure as it is known, with its budget."""
    with (
        TemporaryDirectory() as folder,
        served(built(Path(folder, "site")), Host) as site,
        chromium() as browser,
    ):
        for name, budget, unit, values in (
            ("checklist usable, slow 4G, slow processor", 4000, "ms", _usable(browser, site)),
            ("answer to a statement", 100, "ms", _answering(browser, site, slowed=1)),
            ("answer to a statement, slow processor", 300, "ms", _answering(browser, site, SLOW_PROCESSOR)),
        ):
            runs = list(values)
            print(f"{name:50}{statistics.median(runs):8.0f} {unit}  of {budget}   {sorted(map(round, runs))}")
        for kind, address in KINDS.items():
            jumps = [_jump(browser, site + address, wide=wide) for wide in (False, True)]
            print(f"{'movement of ' + kind:50}{max(jumps):8.3f}     of 0.02")


def _usable(browser: Browser, site: str) -> Iterator[float]:
    """Milliseconds from the call of the address until answers are counted."""
    for _ in range(RUNS):
        page = _phone(browser)
        _slow_down(page, SLOW_PROCESSOR)
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_4G)
        page.goto(site + KINDS["checklist"], wait_until="commit")
        page.locator("self-assessment:defined").wait_for()
        yield page.evaluate("performance.now()")
        page.context.close()


def _answering(browser: Browser, site: str, slowed: int) -> Iterator[float]:
    """Milliseconds until the page shows what was chosen, the longest of all statements."""
    for _ in range(RUNS):
        page = _phone(browser)
        page.goto(site + KINDS["checklist"])
        page.evaluate(OBSERVE)
        _slow_down(page, slowed)
        for question in page.locator("self-assessment fieldset").all():
            question.locator("label").nth(3).tap()
        assert comes_true(page, "waits.length > 0")
        yield page.evaluate("Math.max(...waits)")
        page.context.close()


def _jump(browser: Browser, address: str, *, wide: bool) -> float:
    """How far the parts of a page move while it loads, as browsers add it up."""
    context = browser.new_context(viewport=DESKTOP if wide else PHONE)
    page = context.new_page()
    page.add_init_script(f"({OBSERVE})()")
    page.goto(address, wait_until="networkidle")
    moved: float = page.evaluate("moved")
    context.close()
    return moved


def _phone(browser: Browser) -> Page:
    context: BrowserContext = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    return context.new_page()


def _slow_down(page: Page, times: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


if __name__ == "__main__":
    main()
