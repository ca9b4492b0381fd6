"""The drawings of frameworks, as the course of this repository shows them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from generator import build
from generator.layout import drawings
from generator.model import Course
from generator.pages import Page, render
from tests.conftest import COURSES
from tests.views.sample import course, framework, lesson

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"
FRAMEWORKS = (
    "extra-mile-plan",
    "going-beyond",
    "loyalty-ladder",
    "real",
    "seven-contributions",
    "trust-cycle",
)
ALLOWED = {"svg", "title", "desc", "g", "path", "circle", "rect", "text", "tspan"}
ATTRIBUTES = {
    *("class", "id", "role", "viewBox", "aria-labelledby", "aria-describedby", "text-anchor"),
    *("d", "x", "y", "dy", "cx", "cy", "r", "rx", "width", "height"),
}


def read(folder: Path) -> build.Reading:
    return build.read(build.Source(folder, ROOT / "templates"))


def pages(of: Course, reading: build.Reading) -> dict[str, Page]:
    made = render(of, reading.words, ROOT / "templates", sizes=reading.loading.sizes, changed={})
    return {page.path: page for page in made}


@pytest.fixture(scope="module")
def glossary() -> str:
    reading = read(ROOT / "content")
    return pages(reading.course, reading)["glossary/index.md"].text


def drawn(text: str) -> dict[str, str]:
    """The drawings of a page, by what their ids begin with."""
    found = re.findall(r"<svg class=\"em-art\".*?</svg>", text, re.DOTALL)
    return {re.findall(r'id="(\w[\w-]*)_title"', svg)[0]: svg for svg in found}


def test_every_framework_of_the_course_is_drawn(glossary: str) -> None:
    frameworks = read(ROOT / "content").course.settings.frameworks
    assert sorted(framework.id for framework in frameworks) == sorted(FRAMEWORKS)
    assert drawings(ROOT / "templates") == {f"{item.id}.{len(item.parts)}" for item in frameworks}
    assert len(drawn(glossary)) == len(frameworks)


def test_drawings_are_lines_and_letters_and_nothing_else(glossary: str) -> None:
    for name, svg in drawn(glossary).items():
        elements = list(ElementTree.fromstring(svg).iter())
        assert {element.tag.removeprefix(SVG) for element in elements} <= ALLOWED, name
        assert {attribute for element in elements for attribute in element.attrib} <= ATTRIBUTES, name
        assert "url(" not in svg, name


def test_a_drawing_says_what_it_is_and_what_it_shows(glossary: str) -> None:
    for name, svg in drawn(glossary).items():
        root = ElementTree.fromstring(svg)
        title, description = root.find("title"), root.find("desc")
        assert title is not None
        assert description is not None
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == description.get("id")
        assert title.text, name
        assert len((description.text or "").split(".")) > 2, name


def test_ids_are_there_once_on_a_page_with_all_drawings(glossary: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', glossary)
    assert len(ids) == len(set(ids))


def test_what_a_drawing_teaches_stands_beside_it_in_words(glossary: str) -> None:
    words = re.sub(r"<svg.*?</svg>", "", glossary, flags=re.DOTALL)
    for taught in read(ROOT / "content").course.settings.frameworks:
        for part in taught.parts:
            assert f"<strong>{part.name}</strong>" in words


def test_a_drawing_shows_the_names_that_the_course_gives(glossary: str) -> None:
    letters = {
        name: "".join(" ".join(ElementTree.fromstring(svg).itertext()).split())
        for name, svg in drawn(glossary).items()
    }
    shown = "".join(letters.values())
    for taught in read(ROOT / "content").course.settings.frameworks:
        for part in taught.parts:
            assert shown.count(part.name.replace(" ", "")) >= 2, part.name


def test_a_lesson_shows_the_drawing_of_its_framework_after_its_opening() -> None:
    reading = read(ROOT / "content")
    text = pages(reading.course, reading)["lessons/building-partnerships/index.md"].text
    assert text.count("<figure") == 1
    opening, after = text.split("<figure")
    assert len(re.findall("^## ", opening, re.MULTILINE)) == len(["objectives", "first section"])
    assert "Promise to do something for them" in after.partition("\n## ")[0]


def test_a_framework_without_a_drawing_shows_its_parts_in_words() -> None:
    undrawn = course(settings=framework("real"), lessons=(lesson("a", framework="real"),))
    made = pages(undrawn, read(COURSES / "tiny/content"))
    for path in ("lessons/a/index.md", "glossary/index.md"):
        assert "<strong>One</strong> 1" in made[path].text
        assert "<svg" not in made[path].text
        assert "<figure" not in made[path].text


def test_the_picture_for_shared_addresses_is_as_large_as_they_ask_and_light() -> None:
    file = ROOT / "templates/theme/assets/images/social.png"
    with Image.open(file) as picture:
        assert picture.size == (1200, 630)
    assert file.stat().st_size < 60_000


def test_the_marks_of_the_site_are_where_its_settings_say() -> None:
    settings = (ROOT / "mkdocs.yml").read_text()
    marks = re.findall(r"(?:logo|favicon): (\S+)", settings)
    assert len(marks) == 2
    for mark in marks:
        assert (ROOT / "templates/theme" / mark).is_file()
