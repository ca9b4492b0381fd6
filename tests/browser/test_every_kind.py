"""One page of each kind, as its readers meet it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, Visit

KINDS = {
    "home": "",
    "lessons": "lessons/",
    "lesson": "lessons/building-partnerships/",
    "stories": "stories/",
    "story": "stories/two-airlines-three-hours/",
    "exercises": "exercises/",
    "exercise": "exercises/walk-the-trust-cycle/",
    "checklists": "checklists/",
    "checklist": "checklists/real-service/",
    "workshops": "workshops/",
    "workshop": "workshops/partners-across-borders/",
    "paths": "paths/",
    "path": "paths/starter/",
    "glossary": "glossary/",
    "tags": "tags/",
    "handouts": "handouts/",
    "facilitators": "facilitators/",
    "progress": "progress/",
    "recall": "recall/",
    "my-data": "my-data/",
    "share": "share/",
    "report": "report/",
    "about": "about/",
    "guide": "guide/",
    "guide-text": "guide/example/",
    "guide-keys": "guide/keys/checklist/",
    "guide-messages": "guide/messages/",
    "guide-group": "guide/messages/writing/",
}

every_kind = pytest.mark.parametrize(("kind", "address"), KINDS.items(), ids=list(KINDS))


@dataclass(frozen=True)
class Seen:
    """What a desktop browser saw of a page, in one visit."""

    errors: list[str]
    elsewhere: list[str]
    kind: str | None
    levels: list[int]
    nameless: int
    inline: int
    text: str


@pytest.fixture(scope="module")
def seen(site: str, browser: Browser) -> Iterator[Callable[[str], Seen]]:
    """Visits each page once, whatever the number of questions about it."""
    context = browser.new_context(viewport=DESKTOP)

    @cache
    def look(address: str) -> Seen:
        visit = Visit(context)
        page = visit.open(site + address, quiet=True)
        facts = page.evaluate(FACTS)
        page.evaluate("localStorage.clear()")  # the next page is seen by somebody new
        page.close()
        return Seen(errors=visit.errors, elsewhere=visit.elsewhere(site), **facts)

    yield look
    context.close()


FACTS = """() => {
  const withoutScripts = (article) => {
    document.documentElement.classList.replace("js", "no-js");
    return article.innerText;
  };
  const article = document.querySelector("article");
  const all = (selector) => [...article.querySelectorAll(selector)];
  const named = (field) => field.labels?.length || field.ariaLabel || field.hasAttribute("aria-labelledby");
  return {
    kind: document.querySelector("[data-kind]")?.dataset.kind ?? null,
    levels: all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1])),
    nameless: all("input, textarea, select").filter((field) => !named(field)).length,
    inline: all("script, style, [style], [onclick], [onload], [onerror]").length,
    text: withoutScripts(article),
  };
}"""

Look = Callable[[str], Seen]


@every_kind
def test_a_page_makes_no_error_and_asks_no_other_host(seen: Look, kind: str, address: str) -> None:
    assert seen(address).errors == []
    assert seen(address).elsewhere == []


@every_kind
def test_a_page_says_what_it_is(seen: Look, kind: str, address: str) -> None:
    assert seen(address).kind == kind


@every_kind
def test_headings_follow_each_other_without_gaps(seen: Look, kind: str, address: str) -> None:
    levels = seen(address).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= above + 1 for above, deeper in pairwise(levels))


@every_kind
def test_every_field_has_a_name(seen: Look, kind: str, address: str) -> None:
    assert seen(address).nameless == 0


@every_kind
def test_nothing_is_written_into_pages_that_a_policy_would_forbid(
    seen: Look, kind: str, address: str
) -> None:
    assert seen(address).inline == 0


@every_kind
def test_a_page_is_whole_without_scripts(
    site: str, seen: Look, without_scripts: Visit, kind: str, address: str
) -> None:
    page = without_scripts.open(site + address)
    assert page.locator("article").inner_text().split() == seen(address).text.split()


@every_kind
def test_a_page_fits_the_narrowest_phone(site: str, phone: Visit, kind: str, address: str) -> None:
    phone.page.set_viewport_size({"width": 320, "height": 640})
    page = phone.open(site + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
