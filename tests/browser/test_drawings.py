"""Drawings in a real browser: legible on a small phone, and nothing in them hides anything else."""

import pytest
from playwright.sync_api import Browser

from generator.layout import illustrations
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"

SMALLEST = 12.0
"""Pixels of letters at 320 pixels of width."""
DRAWN = ["glossary", *(f"stories/{name}" for name in sorted(illustrations(TEMPLATES)))]
"""The pages that show drawings of frameworks and of stories."""
PLAIN = ":root {}"
SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
"""What readers may set for themselves, by WCAG 1.4.12."""

LOOK = """svg => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll('text')].map(text => {
    const {left, right, top, bottom} = text.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    return {text: text.textContent, size, left, right, top, bottom};
  });
}"""
COLOURS = """svg => [...svg.querySelectorAll('path, circle, rect, text, tspan')].flatMap(element => {
  const {fill, stroke} = getComputedStyle(element);
  return [fill, stroke];
})"""


@pytest.mark.parametrize("style", [PLAIN, SPACED])
def test_letters_of_drawings_are_large_enough_and_apart_on_a_small_phone(
    site: str, browser: Browser, style: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{site}glossary/")
    page.add_style_tag(content=style)
    for drawing in page.locator("svg.em-art").all():
        texts = drawing.evaluate(LOOK)
        assert texts
        for number, one in enumerate(texts):
            assert one["size"] >= SMALLEST, one
            assert one["left"] >= 0, one
            assert one["right"] <= 320, one
            for other in texts[number + 1 :]:
                apart = (
                    one["right"] <= other["left"]
                    or other["right"] <= one["left"]
                    or one["bottom"] <= other["top"] + 2
                    or other["bottom"] <= one["top"] + 2
                )
                assert apart, (one, other)
    context.close()


@pytest.mark.parametrize("where", DRAWN)
def test_drawings_have_two_colours_where_readers_choose_the_colours(
    site: str, browser: Browser, where: str
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="light")
    page = context.new_page()
    page.goto(f"{site}{where}/")
    assert page.locator("svg.em-art").count()
    for drawing in page.locator("svg.em-art").all():
        assert set(drawing.evaluate(COLOURS)) <= {"none", "rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    context.close()


@pytest.mark.parametrize("where", DRAWN)
def test_drawings_are_black_lines_on_white_paper(site: str, browser: Browser, where: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}{where}/")
    assert page.locator("svg.em-art").count()
    page.emulate_media(media="print")
    for drawing in page.locator("svg.em-art").all():
        assert set(drawing.evaluate(COLOURS)) <= {"none", "rgb(0, 0, 0)", "rgb(255, 255, 255)"}
    context.close()
