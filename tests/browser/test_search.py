"""Readers find what the course is about by its name."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator import build
from tests.browser.conftest import DESKTOP, Visit, comes_true
from tests.conftest import ROOT

FIRST_TWO = """
    (addresses) => {
      const found = [...document.querySelectorAll(".md-search-result__item > a:first-of-type")].slice(0, 2);
      const paths = found.map((link) => new URL(link.href).pathname);
      return addresses.some((address) => paths.some((path) => path.endsWith(`/${address}`)));
    }
"""


def wanted() -> Iterator[tuple[str, list[str]]]:
    """Names, and the addresses of which one must be found first or second."""
    course = build.read(build.source(ROOT / "content")).course
    for framework in course.settings.frameworks:
        lessons = [f"lessons/{lesson.id}/" for lesson in course.lessons if lesson.framework == framework.id]
        for name in (framework.name, *(part.name for part in framework.parts)):
            yield name, [*lessons, "glossary/"]
    for kind in ("stories", "exercises"):
        for item in getattr(course, kind):
            yield item.title, [f"{kind}/{item.id}/"]


@pytest.fixture(scope="module")
def page(site: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    page = Visit(context).open(site, quiet=True)
    page.locator(".md-search__input").click()
    yield page
    context.close()


def test_every_framework_part_and_item_is_found_first_or_second_by_its_name(page: Page) -> None:
    field = page.locator(".md-search__input")
    missed = []
    for name, addresses in wanted():
        field.fill(name)
        field.dispatch_event("keyup")
        if not comes_true(page, FIRST_TWO, addresses):
            missed.append(name)
    assert missed == []
