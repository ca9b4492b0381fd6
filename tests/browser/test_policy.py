"""Pages work where the host forbids everything that does not come from the site itself."""

import base64
import hashlib
import http.server
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, Visit, served
from tests.browser.test_every_kind import every_kind


class Strict(http.server.SimpleHTTPRequestHandler):
    """Allows what lies on the site. What the theme writes into every page is allowed word by word."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        page = Path(self.translate_path(self.path), "index.html")
        text = page.read_text("utf-8") if page.is_file() else ""
        scripts = " ".join(allowed(text, r"<script>(.*?)</script>"))
        styles = " ".join(allowed(text, r"<style>(.*?)</style>"))
        self.send_header(
            "Content-Security-Policy",
            f"default-src 'self'; script-src 'self' {scripts}; style-src 'self' {styles}; "
            "img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action 'none'",
        )
        super().end_headers()


def allowed(page: str, pattern: str) -> Iterator[str]:
    """The hashes of what stands between such tags."""
    for inline in re.findall(pattern, page, re.DOTALL):
        yield f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def strict_site(site_folder: Path) -> Iterator[str]:
    with served(site_folder, Strict) as address:
        yield address


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport=DESKTOP)
    yield Visit(context)
    context.close()


@every_kind
def test_a_strict_policy_forbids_nothing_that_a_page_needs(
    strict_site: str, visit: Visit, kind: str, address: str
) -> None:
    visit.errors.clear()
    visit.open(strict_site + address, quiet=True)
    assert visit.errors == []
