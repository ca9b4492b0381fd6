"""A built site, served on this computer, and a real Chromium to look at it."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

NAMES = (
    "chromium-headless-shell",  # has no window of its own to draw: half the work
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)


class _Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the course, ending in a slash."""
    with served(site_folder) as address:
        yield address


class served:  # noqa: N801 - used like a function
    """Serves a folder on a free port of this computer."""

    def __init__(self, folder: Path, files: type[http.server.SimpleHTTPRequestHandler] | None = None) -> None:
        handler = functools.partial(files or _Files, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system. Without it these tests fail: they never vanish."""
    with chromium() as browser:
        yield browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_file(), args=[*QUIET, *sandbox()])
        yield browser
        browser.close()


def chromium_file() -> str:
    """Where Chromium is."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "Chromium is not installed. `make test` installs it on Debian."
    return found


def sandbox() -> list[str]:
    """The superuser's Chromium runs without its sandbox or not at all."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


@pytest.fixture
def desktop(browser: Browser) -> Iterator["Visit"]:
    """A visit with a wide window."""
    context = browser.new_context(viewport=DESKTOP)
    yield Visit(context)
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator["Visit"]:
    """A visit with a phone that can be touched."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield Visit(context)
    context.close()


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator["Visit"]:
    """A visit with JavaScript switched off."""
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    yield Visit(context)
    context.close()


class Visit:
    """A page in a window, and everything that went wrong while it was there."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, address: str, *, quiet: bool = False) -> Page:
        """Opens an address; where it matters what a page asks for, waits until it asks no more."""
        self.page.goto(address, wait_until="networkidle" if quiet else "load")
        return self.page

    def elsewhere(self, site: str) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.requests if not url.startswith((site, "data:", "blob:"))]


def comes_true(page: Page, test: str, argument: object = None) -> bool:
    """Whether something is true in a page within five seconds.

    Playwright's own wait evaluates text inside the page, which the policy of our pages forbids.
    """
    for _ in range(100):
        if page.evaluate(test, argument):
            return True
        page.wait_for_timeout(50)
    return False
