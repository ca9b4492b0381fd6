"""The cards of the recall practice, read as its page's script finds them."""

import json
import re

import pytest

from generator import recall
from generator.model import Course
from tests.views.browser import ENGLISH, TEMPLATES
from tests.views.sample import course, lesson

OPTIONS = (
    {"text": "Yes, *now*", "feedback": "Right.", "correct": True},
    {"text": "No", "feedback": "Think."},
)
HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(1)> \u2028 ' \" & {{ no }}"


def script(of: Course, *, directory_urls: bool = True) -> str:
    (data,) = recall.render(of, ENGLISH, TEMPLATES, sizes={}, directory_urls=directory_urls).values()
    return data.decode()


def cards(text: str) -> list[dict[str, object]]:
    found = re.fullmatch(r"globalThis\.extramile=\{\.\.\.globalThis\.extramile,cards:(.*)\};\n", text)
    assert found
    lessons: list[dict[str, object]] = json.loads(found[1])
    return lessons


def test_the_cards_lie_among_the_scripts() -> None:
    assert list(recall.render(course(), ENGLISH, TEMPLATES, sizes={})) == [
        "assets/javascripts/recall-cards.js"
    ]


def test_a_card_has_what_its_page_needs_to_ask_and_to_answer() -> None:
    asked = lesson("a", quick_check=({"question": "Well?", "options": OPTIONS},), facilitator_notes="Secret.")
    text = script(course(lessons=(asked,)))
    (brought,) = cards(text)
    assert brought["point"] == "Listen."
    assert [
        {key: choice[key] for key in ("text", "good", "verdict", "feedback")}
        for check in brought["checks"]  # type: ignore[attr-defined]
        for choice in check["choices"]
    ] == [
        {"text": "Yes, <em>now</em>", "good": True, "verdict": "A good answer.", "feedback": "Right."},
        {"text": "No", "good": False, "verdict": "Not quite.", "feedback": "Think."},
    ]
    assert "Secret." not in text


def test_what_authors_write_can_neither_end_the_script_nor_run_on_the_page() -> None:
    hostile = ({"text": HOSTILE, "feedback": HOSTILE},) * 2
    asked = lesson(
        "a",
        title=HOSTILE,
        key_learning_point=HOSTILE,
        quick_check=({"question": HOSTILE, "options": hostile},),
    )
    text = script(course(lessons=(asked,)))
    assert not set("<>&'") & set(text)
    (brought,) = cards(text)
    assert brought["title"] == HOSTILE
    assert not re.search(r"<(?!/?(em|strong|a|code)\b)", str(brought["point"]))


@pytest.mark.parametrize(("directory_urls", "ending"), [(True, ""), (False, "index.html")])
def test_links_lead_on_from_the_page_of_the_practice(directory_urls: bool, ending: str) -> None:
    linking = lesson("a", key_learning_point="See [b](lesson:b).")
    text = script(course(lessons=(linking, lesson("b"))), directory_urls=directory_urls)
    brought = cards(text)[0]
    assert brought["href"] == f"../lessons/a/{ending}"
    assert brought["point"] == f'See <a href="../lessons/b/{ending}">b</a>.'
