"""A learner at a page: what went wrong there, what the browser keeps of it and kept before."""

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, Page

from generator.content import load
from generator.prose import words
from tests.conftest import ROOT

COURSE = load(ROOT / "content").course
BLOCKED = """Object.defineProperty(window, "localStorage", {
  configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });"""
"""Run before a page, it is a browser that keeps nothing."""


def saying(*texts: str) -> re.Pattern[str]:
    """Texts of authors, one after the other, as pages show them: with quotation marks of another shape."""
    return re.compile(re.sub(r"['\"‘’“”]", ".", re.escape(" ".join(map(words, texts)))))


class Learner:
    """Somebody at a page whose answers are kept under one key."""

    def __init__(self, context: BrowserContext, address: str, kind: str, id_: str) -> None:
        self.context = context
        self.address = address
        self.key = f"{COURSE.settings.id}:v1:{kind}:{id_}"
        self.errors: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        """Opens the page in a tab of its own."""
        page = self.context.new_page()
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.address)
        return page

    def put(self, value: object) -> None:
        """Stores a value, or a text as it stands, and opens the page anew."""
        text = value if isinstance(value, str) else json.dumps(value)
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [self.key, text])
        self.page.reload()

    @property
    def kept(self) -> Any:
        """The stored value; None where there is none."""
        return json.loads(self.page.evaluate("key => localStorage.getItem(key)", self.key) or "null")
