"""Old addresses, and what learners have stored under old names: on a site and on a disk."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.cli import run
from tests.browser.conftest import Visit, served
from tests.conftest import COURSES, mend

SITE = "tea-and-sympathy"
AT = "2027-05-10T09:00:00.000Z"
BACK = """([key, id, former]) => {
  const value = { ...JSON.parse(localStorage.getItem(key)), id: former };
  localStorage.removeItem(key);
  localStorage.setItem(key.replace(id, former), JSON.stringify(value));
}"""
"""Stores something as it was stored before it got its present name."""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course, whose lesson and checklist had other names once."""
    folder = tmp_path_factory.mktemp("moved")
    content = folder / "content"
    for file in (COURSES / "tiny/content").rglob("*.yml"):
        (content / file.relative_to(COURSES / "tiny/content")).parent.mkdir(parents=True, exist_ok=True)
        (content / file.relative_to(COURSES / "tiny/content")).write_bytes(file.read_bytes())
    mend(content / "lessons/listen-first.yml", "title:", "redirect_from: [ears]\ntitle:")
    mend(content / "checklists/good-listener.yml", "title:", "redirect_from: [ear-test]\ntitle:")
    arguments = ["build", "--content", str(content), "--site-dir", str(folder / "site"), "--no-handouts"]
    assert run(arguments) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def address(moved: Path) -> Iterator[str]:
    with served(moved) as address:
        yield address


def test_an_old_address_leads_on(address: str, phone: Visit) -> None:
    phone.open(f"{address}lessons/ears/")
    phone.page.wait_for_url("**/lessons/listen-first/*")

    expect(phone.page.locator(".em-page")).to_have_attribute("data-id", "listen-first")
    assert (phone.errors, phone.elsewhere(address)) == ([], [])


def test_an_old_address_leads_on_from_a_disk_without_scripts(moved: Path, without_scripts: Visit) -> None:
    page = without_scripts.open((moved / "lessons/ears/index.html").as_uri())
    page.wait_for_url("**/lessons/listen-first/index.html")

    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_was_stored_is_found_on_every_page_that_asks_for_it(address: str, phone: Visit) -> None:
    page = phone.open(address)
    value = json.dumps({"schema": 1, "id": "ears", "done": {"is": True, "at": AT}})
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{SITE}:v1:lesson:ears", value])
    phone.open(f"{address}progress/")

    expect(page.locator("[data-lesson='listen-first']").first).to_contain_text("2027")
    stored = page.evaluate("() => Object.keys(localStorage).filter((key) => key.includes(':lesson:'))")
    assert (stored, phone.errors) == ([f"{SITE}:v1:lesson:listen-first"], [])


def test_answers_are_found_on_the_page_with_the_new_name(address: str, phone: Visit) -> None:
    page = phone.open(f"{address}checklists/good-listener/")
    page.locator("self-assessment input[type=radio]").first.check(force=True)
    page.evaluate(BACK, [f"{SITE}:v1:checklist:good-listener", "good-listener", "ear-test"])
    phone.open(f"{address}checklists/ear-test/")
    page.wait_for_url("**/checklists/good-listener/*")

    expect(page.locator("self-assessment input[type=radio]:checked")).to_have_count(1)
    assert phone.errors == []
