"""What holds for every text of an author on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Size
from generator.prose import PaperScribe
from generator.typesetting import Typesetter, typesetter
from tests.properties.courses import IMAGE
from tests.properties.test_content import PICTURE
from tests.test_typesetting import document

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
PIECES = (
    *("word ", "`a`", "**b**", "*i*", "****", "#eval", "$x$", "@ref", "&nbsp;", "&#32;", "\u00a0"),
    *("# ", "## a\n", "#\n", "> ", "- ", "- \n", "1. ", "999999999. ", "    ", "---\n", "===\n"),
    *("\n\n", "\\\n", "  \n", "```\n", "~~~\n", "|a|b|\n|-|-|\n|c|d|\n", "| | |\n|-|-|\n| | |\n"),
    *("[](https://a.example)", "[x](https://a.example)", "<https://a.example>"),
    *(f"![a]({IMAGE})", f"[![a]({IMAGE})](https://a.example)"),
)
"""Of what Markdown is made, whole and broken off."""


@pytest.fixture(scope="module")
def setter() -> Iterator[Typesetter]:
    with typesetter(TEMPLATES, {IMAGE: PICTURE}) as made:
        yield made


@pytest.mark.parametrize("text", PIECES)
def test_each_piece_of_markdown_can_be_set_alone(setter: Typesetter, text: str) -> None:
    assert _set(setter, text)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join))
def test_whatever_an_author_writes_can_be_set(setter: Typesetter, text: str) -> None:
    assert _set(setter, text)


def _set(setter: Typesetter, text: str) -> bytes:
    pen = PaperScribe("handouts", site="", sizes={IMAGE: Size(4, 3)}, within={}, directory_urls=True)
    return setter.set(document(f'<div class="prose">{pen.prose(text)}</div>')).pdf
