"""The slides of a workshop: which there are, what they say, and what only the person who leads sees."""

from pathlib import Path

import pytest

from generator.layout import environment
from generator.model import Course, Workshop
from generator.typesetting import parse
from generator.views.handouts.deck import DeckDocument, Slide, deck
from tests.views.browser import HOSTILE
from tests.views.sample import WORDS, PlainPen, exercise, lesson, story
from tests.views.test_cards import with_workshop

TEMPLATES = Path(__file__).parents[2] / "templates"


def made(*agenda: dict[str, object], **items: object) -> DeckDocument:
    held: tuple[Course, Workshop] = with_workshop(*agenda, **items)
    return deck(*held, PlainPen(), WORDS, frozenset())


def slides(document: DeckDocument, stretch: int) -> list[Slide]:
    return list(document.stretches[stretch].slides)


def html(document: DeckDocument) -> str:
    template = environment(TEMPLATES).get_template("handouts/deck.html.jinja")
    return template.render(page=document, words=WORDS)


def test_it_opens_with_the_workshop_and_its_agenda_and_ends_with_a_promise_and_thanks() -> None:
    document = made({"activity": "Hello"}, {"break": "Tea"})
    assert [slide.title for slide in slides(document, 0)] == ["Soup", "handout_at_a_glance", "Hello"]
    assert [(row.title, row.minutes) for row in slides(document, 0)[1].rows] == [("Hello", "5"), ("Tea", "5")]
    assert [slide.title for slide in slides(document, 1)] == ["Tea", "handout_commitment", "deck_thanks"]


def test_people_write_what_they_mean_to_do_before_the_closing_round() -> None:
    document = made({"break": "Tea"}, {"activity": "Round"})
    assert [slide.title for slide in slides(document, 1)] == ["handout_commitment", "Round", "deck_thanks"]


def test_a_break_says_how_long_it_is() -> None:
    tea = slides(made({"activity": "Hello"}, {"break": "Tea"}), 1)[0]
    assert (tea.label, tea.facts) == ("break", ("minutes 5",))


def test_a_story_is_told_in_three_beats() -> None:
    told = story("hair", discussion_questions=("Why?", "And then?"))
    found = slides(made({"activity": "Hello"}, {"story": "hair"}, {"activity": "End"}, stories=(told,)), 1)
    assert [(slide.title, slide.text) for slide in found] == [
        ("Hair", "About hair."),
        ("discussion", ""),
        ("key_learning_point", "Ask."),
    ]
    assert found[1].points == ("Why?", "And then?")


def test_a_lesson_shows_its_framework_and_what_to_remember() -> None:
    taught = lesson("soup", framework="real")
    document = made({"activity": "Hello"}, {"lesson": "soup"}, {"activity": "End"}, lessons=(taught,))
    found = slides(document, 1)
    assert [slide.title for slide in found] == ["Soup", "REAL", "key_learning_point"]
    assert found[1].framework
    assert "<strong>Respect.</strong> About respect." in html(document)


def test_an_exercise_says_how_it_is_done_and_how_long() -> None:
    planned = (exercise("plan", group="pairs"),)
    document = made({"activity": "Hello"}, {"exercise": "plan"}, {"activity": "End"}, exercises=planned)
    found = slides(document, 1)
    assert found[0].facts == ("minutes 5", "group_pairs")
    assert "deck_pairs" in found[1].points
    assert "deck_time 5" in found[1].points


def test_people_see_what_they_are_asked_to_do() -> None:
    asked = {"task": ("Stand up.", "Say *one* word.")}
    told = (story("hair", discussion_questions=("Why?",)),)
    document = made(
        {"activity": "Hello", **asked}, {"story": "hair", **asked}, {"break": "Tea"}, stories=told
    )
    assert slides(document, 0)[-1].points == asked["task"]
    assert [slide.title for slide in slides(document, 1)] == [
        *("Hair", "deck_do", "discussion", "key_learning_point")
    ]
    assert slides(document, 1)[1].points == asked["task"]
    assert slides(document, 2)[0].points == ()


def test_what_comes_twice_is_shown_once() -> None:
    told = (story("hair", discussion_questions=("Why?",)),)
    again: dict[str, object] = {"story": "hair"}
    document = made({"activity": "Hello"}, again, again, {"activity": "End"}, stories=told)
    assert [len(stretch.slides) for stretch in document.stretches][1:3] == [3, 1]


def test_notes_stand_beside_the_slides_and_never_on_them() -> None:
    secret = "Ask the quiet ones first."
    document = made({"activity": "Hello", "notes": secret})
    assert not any(secret in str(slide) for slide in slides(document, 0))
    shown, told = html(document).split('<div class="told">')
    assert secret not in shown
    assert secret in told
    assert document.handout.audience == "facilitator"


@pytest.mark.parametrize("place", ["activity", "break"])
def test_hostile_titles_stay_text_in_the_browser_and_for_the_typesetter(place: str) -> None:
    page = html(made({place: HOSTILE}))
    assert HOSTILE not in page
    assert parse(page).title == "Soup"
