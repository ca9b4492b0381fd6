"""What holds for the pages of every course, sound or not."""

import posixpath
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import build
from generator.content import dump
from generator.model import Course
from tests.properties.courses import IMAGE, courses
from tests.properties.test_content import PICTURE
from tests.test_pages import as_html, parts

ACTING = {"script", "style", "iframe", "object", "embed", "base", "meta", "link"}
FACILITATORS_PAGE = "facilitators/index.md"
SLIPS = (
    "colour: red\n",
    "title: 7: 8\n",
    "featured_story: nobody\n",
    "\tx: y\n",
    "- a\n",
    "lessons: [nobody]\n",
)


def _written(course: Course, folder: Path) -> Path:
    for path, text in dump(course).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / IMAGE).write_bytes(PICTURE)
    return folder


def _site(content: Path, *, drafts: bool = False) -> build.Site:
    source = build.source(content)
    return build.site(source, build.read(source, drafts=drafts))


@settings(max_examples=12)
@given(courses())
def test_any_valid_course_becomes_pages_of_text_whose_links_lead_somewhere(course: Course) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = _site(_written(course, Path(folder)))
    pages = {page.path: Seen(as_html(parts(page)[1])) for page in site.pages}
    assert len(pages) == len(site.pages), "two pages have one address"
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), f"{path} has an anchor twice"
        assert not page.acting, f"{path} holds what acts: {page.acting}"
        for link in page.links:
            target, _, anchor = link.partition("#")
            file = _file(path, target.partition("?")[0])
            assert file in pages or file in site.files, f"{path} → {link}"
            assert not anchor or anchor in pages[file].ids, f"{path} → {link}"


@settings(max_examples=12)
@given(courses(), st.data())
def test_one_broken_file_leaves_every_page_of_a_preview_at_its_address(
    course: Course, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = _written(course, Path(folder))
        whole = _site(content, drafts=True)
        broken = content / data.draw(st.sampled_from(sorted(dump(course))))
        broken.write_text(data.draw(st.sampled_from(SLIPS)) + broken.read_text("utf-8"), "utf-8")
        site = _site(content, drafts=True)
    assert _open_to_all(site) == _open_to_all(whole)


def _open_to_all(site: build.Site) -> set[str]:
    """The pages that stay while settings can't be read. What is for facilitators does not show then."""
    return {page.path for page in site.pages} - {FACILITATORS_PAGE}


def _file(page: str, target: str) -> str:
    """The file that a link of a page leads to."""
    if not target:
        return page
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    return posixpath.normpath(f"{path}/index.md") if target.endswith("/") else path


class Seen(HTMLParser):
    """The anchors and links of a page, and whatever in it could act in a browser."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.acting: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTING:
            self.acting.add(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.acting.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src") and not re.match("https?:", value or ""):
                self.links.append(value or "")
