"""Whatever a browser has stored for a page: it works, nothing stored becomes markup, nothing is lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.build import beside_package, words
from tests.browser.learning import BLOCKED, COURSE, Learner

STORED: dict[str, str] = {
    **json.loads((Path(__file__).parent / "stored/hostile.json").read_text("utf-8")),
    "deep": '{"v":2,"answers":' + '{"a":' * 5_000 + "1" + "}" * 5_000 + "}",
    "huge": json.dumps(
        {"v": 2, "answers": {f"i{n}": {"value": "yes", "note": "x" * 500} for n in range(200)}}
    ),
}
KINDS = {
    "checklist": f"checklists/{COURSE.checklists[0].id}/",
    "exercise": f"exercises/{COURSE.exercises[0].id}/",
}
WORDS = words(beside_package("templates"))
ENVIRONMENTS = {
    "blocked": (BLOCKED, "kept_visit"),
    "none": ("Object.defineProperty(window, 'localStorage', {value: null})", "kept_visit"),
    "full": (
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "kept_full",
    ),
    "broken values of the theme": ("localStorage.setItem('/.__palette', '{bad')", "kept_saved"),
}
"""What is done to a browser before a page opens, and what a learner is told who enters something."""
HARM = """() => [document.documentElement.dataset.pwned, ({}).polluted,
  document.querySelectorAll("[onerror]").length]"""


@pytest.fixture(params=KINDS)
def learner(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Learner]:
    context = browser.new_context()
    path = KINDS[request.param]
    yield Learner(context, site + path, request.param, path.split("/")[1])
    context.close()


def test_whatever_is_stored_the_page_works_and_shows_it_as_text(learner: Learner) -> None:
    page = learner.page
    for name, text in STORED.items():
        page.evaluate("() => localStorage.clear()")
        learner.put(text)
        choice = page.locator("main input:visible, main textarea:visible").first
        choice.wait_for()
        kept: list[str] = page.evaluate("() => Object.values({...localStorage})")
        assert text in kept or text == "", f"{name}: what was stored is lost before anything was answered"
        assert page.evaluate(HARM) == [None, None, 0], name
        assert "Invalid Date" not in page.locator("main").inner_text(), name
        assert learner.errors == [], name


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_however_a_browser_keeps_things_a_page_and_the_search_work_and_say_so(
    browser: Browser, site: str, environment: str
) -> None:
    done_before, told = ENVIRONMENTS[environment]
    context = browser.new_context()
    context.add_init_script(done_before)
    for kind, path in KINDS.items():
        learner = Learner(context, site + path, kind, path.split("/")[1])
        page = learner.page
        field = page.locator("main input:visible, main textarea:visible").first
        if kind == "checklist":
            field.check()
        else:
            field.fill("x")
        expect(page.locator(".em-kept").first).to_have_text(WORDS[told])
        page.locator(".md-search__input").press_sequentially("giraffe")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        assert learner.errors == []
    context.close()
