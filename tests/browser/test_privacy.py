"""Nothing that somebody enters leaves the browser: not in an address, not in what is sent, not in a cookie.

The test knows no element: it writes into every field that it finds on a page, presses every button, and looks
at everything that the browser asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request

from tests.browser.conftest import PHONE
from tests.browser.test_every_kind import KINDS

CANARY = "Kanarienvogel"
DAY = "2031-07-19"
JOURNEY = [KINDS[kind] for kind in ("lesson", "story", "exercise", "checklist", "share", "progress")] + [
    "recall/"
]
LAST = KINDS["my-data"]
"""It comes last, because it deletes."""

FIELDS = (
    ".em-page :is(input, textarea, select):not([data-seen], [readonly], :disabled)"
    ":not(fieldset:has(:checked) [type=radio]):visible"
)
"""One choice of each group is enough."""
BUTTONS = ".em-page button:enabled:not([data-seen]):visible"
MOST = 500
"""More fields or buttons than any page has."""
SETTLE = """() => {
  for (const part of document.querySelectorAll(".em-page details")) part.open = true;
  for (const question of document.querySelectorAll("dialog[open]")) question.close();
}"""


@dataclass
class Journey:
    """Somebody's way through the site, with everything that the browser sent meanwhile."""

    page: Page
    sent: list[str] = field(default_factory=list)
    """Addresses, headers and contents of all requests."""
    addresses: list[str] = field(default_factory=list)
    methods: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    seen: int = 0
    """Fields and buttons, each with a number of its own."""
    written: int = 0
    pressed: int = 0

    def note(self, request: Request) -> None:
        """Looks at a request."""
        if request.url.startswith(("data:", "blob:")):
            return
        self.methods.add(request.method)
        self.addresses.append(request.url)
        self.sent += [request.url, str(request.headers), request.post_data or ""]

    def fill(self) -> None:
        """Writes into every field, and into those that come up meanwhile."""
        for place in self.unseen(FIELDS):
            self.enter(place)
        self.titles.add(self.page.title())

    def unseen(self, what: str) -> Iterator[Locator]:
        """What is met on the page for the first time, until nothing is left."""
        for _ in range(MOST):
            new = self.page.locator(what).first
            if not new.count():
                return
            self.seen += 1
            new.evaluate("(element, number) => { element.dataset.seen = number; }", self.seen)
            yield self.page.locator(f"[data-seen='{self.seen}']")
        pytest.fail(f"there is no end to {what}")

    def enter(self, place: Locator) -> None:
        """Writes into a field what it takes."""
        match place.get_attribute("type"):
            case "radio" | "checkbox":
                place.check(force=True)
            case "date":
                place.fill(DAY)
            case "file":
                content = f'{{"note": "{CANARY}"}}'.encode()
                place.set_input_files({"name": f"{CANARY}.json", "mimeType": "text/plain", "buffer": content})
            case _:
                place.fill(CANARY)
                self.written += 1

    def press(self) -> None:
        """Presses every button once, and fills what that brings."""
        for button in self.unseen(BUTTONS):
            button.click()
            self.pressed += 1
            self.page.evaluate(SETTLE)
            self.fill()


@pytest.fixture(scope="module")
def journey(site: str, browser: Browser) -> Iterator[Journey]:
    """One way through every kind of page that asks for something."""
    context = browser.new_context(viewport=PHONE, accept_downloads=True)
    context.add_init_script("window.print = () => {}")
    journey = Journey(context.new_page())
    context.on("request", journey.note)
    for address in [*JOURNEY, LAST]:
        journey.page.goto(site + address, wait_until="networkidle")
        journey.page.evaluate(SETTLE)
        journey.fill()
        journey.press()
        search(journey.page)
        journey.page.reload(wait_until="networkidle")
        journey.titles.add(journey.page.title())
    yield journey
    context.close()


def search(page: Page) -> None:
    """Looks for the canary in the search of the site."""
    page.goto(page.url)
    page.locator(".md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill(CANARY)


def test_the_journey_wrote_and_pressed_something(journey: Journey) -> None:
    assert journey.written > 0
    assert journey.pressed > 0


def test_nothing_that_was_entered_is_in_any_request(journey: Journey) -> None:
    assert journey.methods == {"GET"}
    assert [one for one in journey.sent if CANARY in one or DAY in one] == []


def test_no_address_carries_anything_but_the_place_of_a_file(journey: Journey, site: str) -> None:
    assert {urlsplit(address).query for address in journey.addresses} == {""}
    assert [address for address in journey.addresses if not address.startswith(site)] == []


def test_no_cookie_and_no_title_tells_anything(journey: Journey) -> None:
    assert journey.page.context.cookies() == []
    assert journey.page.evaluate("document.cookie") == ""
    assert [title for title in journey.titles if CANARY in title] == []


def test_a_leak_would_be_noticed(journey: Journey) -> None:
    before = len(journey.sent)
    with journey.page.expect_response(lambda response: "beacon" in response.url):
        journey.page.evaluate("text => { navigator.sendBeacon('/beacon', text); }", CANARY)
    assert [one for one in journey.sent[before:] if CANARY in one] != []
