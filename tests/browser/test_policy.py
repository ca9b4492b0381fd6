"""Pages do all that they are for under the policy that they carry, and nothing else."""

import http.server
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, Visit, comes_true, served
from tests.browser.test_every_kind import every_kind

LISTEN = """
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
      refused.push(violatedDirective + " " + blockedURI));
"""


class Hosted(http.server.SimpleHTTPRequestHandler):
    """A host that heeds the file of headers."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        for header in re.findall(
            r"^  ([\w-]+): (.*)$", Path(self.directory, "_headers").read_text(), re.MULTILINE
        ):
            self.send_header(*header)
        super().end_headers()


@pytest.fixture(scope="module")
def hosted(site_folder: Path) -> Iterator[str]:
    with served(site_folder, Hosted) as address:
        yield address


def visit(browser: Browser, *, phone: bool = False) -> Visit:
    context = browser.new_context(viewport=PHONE if phone else DESKTOP, has_touch=phone)
    context.add_init_script(LISTEN)
    return Visit(context)


@pytest.fixture(scope="module")
def visits(browser: Browser) -> Iterator[list[Visit]]:
    both = [visit(browser), visit(browser, phone=True)]
    yield both
    for one in both:
        one.page.context.close()


@every_kind
def test_the_policy_forbids_nothing_that_a_page_needs(
    hosted: str, visits: list[Visit], kind: str, address: str
) -> None:
    for one in visits:
        one.errors.clear()
        page = one.open(hosted + address, quiet=True)
        assert one.errors == []
        assert page.evaluate("refused") == []


def test_search_menu_colours_and_a_checklist_work_under_the_policy(hosted: str, browser: Browser) -> None:
    one = visit(browser, phone=True)
    page = one.open(hosted + "checklists/real-service/", quiet=True)
    page.locator(".md-header__button[for=__search]").click()
    page.locator(".md-search__input").press_sequentially("giraffe")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator(".md-search__input").press("Escape")
    page.locator(".md-header__button[for=__drawer]").click()
    assert page.locator("#__drawer").is_checked()
    page.locator("label.md-overlay").click(position={"x": 360, "y": 400})
    page.locator("input[type=radio][value]").first.check()
    page.reload()
    assert page.locator("input[type=radio]:checked").count() >= 1
    assert page.evaluate("refused") == []
    assert one.errors == []
    page.context.close()


def test_what_found_its_way_into_a_page_does_not_run(
    site_folder: Path, browser: Browser, tmp_path: Path
) -> None:
    shutil.copytree(site_folder / "assets", tmp_path / "assets")
    foreign = (
        '<script>document.body.dataset.ran = "script"</script>'
        "<img src=x onerror=\"document.body.dataset.ran = 'handler'\">"
        '<iframe src="javascript:top.document.body.dataset.ran = 1"></iframe>'
        '<img src="https://elsewhere.example/look.png"><link rel="stylesheet" href="https://elsewhere.example/x.css">'
        '<form action="https://elsewhere.example/"><button>Send</button></form>'
    )
    text = (site_folder / "index.html").read_text("utf-8").replace("</article>", f"{foreign}</article>")
    (tmp_path / "index.html").write_text(text, "utf-8")
    with served(tmp_path) as address:  # no headers: the page itself says it
        one = visit(browser)
        page = one.open(address, quiet=True)
        page.get_by_text("Send", exact=True).evaluate("(button) => button.click()")
        assert comes_true(page, "refused.length >= 6")
        assert page.evaluate("document.body.dataset.ran") is None
        assert page.url == address
        page.context.close()


def test_pages_that_are_opened_from_a_folder_work_as_well(site_folder: Path, browser: Browser) -> None:
    one = visit(browser)
    page = one.open((site_folder / "lessons/empathy/index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    assert page.evaluate("typeof globalThis.extramile") == "object"
    page.context.close()
