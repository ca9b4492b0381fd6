"""The drawings that stories show: what they are made of, and where the stories of this course show them."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from generator import build, handouts
from generator.layout import illustrations
from generator.model import Story
from generator.pages import render
from generator.typesetting import parse, typesetter
from tests.test_typesetting import document
from tests.views.sample import course, story

TEMPLATES = Path(__file__).parent.parent / "templates"
SOURCE = build.Source(Path(__file__).parent.parent / "content", TEMPLATES)
NAMES = sorted(illustrations(TEMPLATES))
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "g", "path", "circle", "rect"}
ATTRIBUTES = {
    *("class", "role", "aria-label", "viewBox", "transform"),
    *("d", "x", "y", "cx", "cy", "r", "rx", "width", "height"),
}
HEAVIEST = 6 * 1024
READING = build.read(SOURCE)
STORIES = {told.id: told for told in READING.course.stories}


def figure(html: str) -> str:
    """The drawing on a page or a sheet."""
    (svg,) = re.findall(r'<svg class="em-art em-scene".*?</svg>', html, re.DOTALL)
    return str(svg)


def page(told: Story) -> str:
    made = render(course(stories=(told,)), READING.words, TEMPLATES, sizes={}, changed={})
    return next(page.text for page in made if page.path == f"stories/{told.id}/index.md")


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    made = render(READING.course, READING.words, TEMPLATES, sizes=READING.loading.sizes, changed={})
    return {page.path: page.text for page in made}


@pytest.fixture(scope="module")
def sheets() -> Mapping[str, str]:
    made = handouts.Source(READING.course, READING.words, TEMPLATES, READING.loading.sizes)
    return {sheet.handout.name: sheet.html for sheet in handouts.render(made)}


def test_every_story_of_the_course_has_a_drawing_of_its_own_and_none_is_left_over() -> None:
    assert sorted(str(told.drawing) for told in STORIES.values()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_lines_and_nothing_else(name: str) -> None:
    text = (TEMPLATES / f"illustrations/{name}.svg").read_text("utf-8")
    elements = list(ElementTree.fromstring(text).iter())
    assert {element.tag.removeprefix(SVG) for element in elements} <= ALLOWED
    assert {attribute for element in elements for attribute in element.attrib} <= ATTRIBUTES
    assert "url(" not in text
    assert len(text) <= HEAVIEST


def test_drawings_are_of_one_size(pages: Mapping[str, str]) -> None:
    drawn = [ElementTree.fromstring(figure(pages[f"stories/{name}/index.md"])) for name in STORIES]
    assert {svg.get("viewBox") for svg in drawn} == {"0 0 480 240"}


def test_every_class_of_a_drawing_is_drawn_on_screens_and_on_paper() -> None:
    texts = [(TEMPLATES / f"illustrations/{name}.svg").read_text("utf-8") for name in NAMES]
    used = {name for text in texts for given in re.findall('class="([^"]+)"', text) for name in given.split()}
    for sheet in ("theme/assets/stylesheets/extramile.css", "handouts/drawing.css"):
        css = (TEMPLATES / sheet).read_text("utf-8")
        # On paper, where all is black, a warm line is a line.
        assert {name for name in used if f".{name} " not in css} <= {"em-warm"}, sheet


@pytest.mark.parametrize("name", STORIES)
def test_a_story_shows_its_drawing_on_its_page_and_its_sheet_with_what_it_shows_in_words(
    name: str, pages: Mapping[str, str], sheets: Mapping[str, str]
) -> None:
    for html in (pages[f"stories/{name}/index.md"], sheets[f"story-{name}"]):
        svg = ElementTree.fromstring(figure(html))
        assert svg.get("role") == "img"
        assert svg.get("aria-label") == STORIES[name].image_alt


def test_a_pdf_says_in_words_what_its_drawings_show(sheets: Mapping[str, str]) -> None:
    drawn = [f'<figure class="scene">{figure(sheets[f"story-{name}"])}</figure>' for name in STORIES]
    with typesetter(TEMPLATES, {}) as setter:
        made = setter.set(document("".join(drawn)))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        said = {
            str(item["/Alt"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        }
    assert said == {told.image_alt for told in STORIES.values()}


def test_the_words_for_a_drawing_stay_words() -> None:
    svg = figure(page(story("told", drawing="giraffe-bread", image_alt='A "loaf" <b>')))
    assert ElementTree.fromstring(svg).get("aria-label") == 'A "loaf" <b>'


def test_who_made_a_drawing_stands_below_it() -> None:
    credited = story("told", drawing="giraffe-bread", image_alt="A loaf", image_credit="Drawn by Ann")
    assert "<figcaption>Drawn by Ann</figcaption>" in page(credited)


def test_templates_without_drawings_have_none(tmp_path: Path) -> None:
    assert illustrations(tmp_path) == frozenset()


def test_a_sheet_with_a_drawing_holds_to_the_vocabulary(sheets: Mapping[str, str]) -> None:
    for name in STORIES:
        parse(sheets[f"story-{name}"])
