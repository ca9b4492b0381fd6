"""The cards of a workshop: which there are, what stands on them, and that each back lies behind its front."""

from markupsafe import Markup

from generator.model import Course, Workshop
from generator.views.handouts.cards import ACROSS, LETTERS_ON_A_CARD, CardsDocument, Side, cards
from tests.views.sample import WORDS, PlainPen, course, lesson, story

FRAMEWORK = {
    "id": "real",
    "name": "REAL",
    "idea": "Four things.",
    "parts": [
        {"id": name, "name": name.title(), "idea": f"About {name}."} for name in ("respect", "empathy")
    ],
}
DIALOGUE = [
    {"who": "Guest", "says": "There is a hair in my soup."},
    {"who": "Waiter", "says": "That is not mine.", "better": "I am sorry. A fresh one is on its way."},
    {"who": "Guest", "says": "Thank you."},
]


def with_workshop(*agenda: dict[str, object], **items: object) -> tuple[Course, Workshop]:
    workshop = Workshop.model_validate(
        {
            "id": "soup",
            "title": "Soup",
            "summary": "About soup.",
            "agenda": [{"minutes": 5, **a} for a in agenda],
        }
    )
    made = course(workshops=(workshop,), **items)
    settings = made.settings.model_validate({**made.settings.model_dump(), "frameworks": [FRAMEWORK]})
    return made.model_copy(update={"settings": settings}), workshop


def made(*agenda: dict[str, object], **items: object) -> CardsDocument:
    document = cards(*with_workshop(*agenda, **items), PlainPen(), WORDS)
    assert document
    return document


def pairs(document: CardsDocument) -> list[tuple[Side, Side]]:
    """Each front with the back that lies behind it once the sheet is turned along its long edge."""
    turned = [
        sheet.backs[place - place % ACROSS + ACROSS - 1 - place % ACROSS]
        for sheet in document.sheets
        for place in range(len(sheet.backs))
    ]
    fronts = [front for sheet in document.sheets for front in sheet.fronts]
    return list(zip(fronts, turned, strict=True))


def test_each_role_has_its_words_in_front_and_what_could_be_better_behind() -> None:
    document = made({"story": "hair"}, stories=(story("hair", dialogue=DIALOGUE),))
    sides = {front.title: (front, back) for front, back in pairs(document)}
    front, back = sides["Waiter"]
    assert [(said.number, said.cue, said.text) for said in front.said] == [
        (2, "card_cue Guest There is a hair in my soup.", "That is not mine.")
    ]
    assert [(said.number, said.text) for said in back.said] == [(2, "I am sorry. A fresh one is on its way.")]
    assert not any("fresh" in str(front) for front, _ in pairs(document))


def test_whoever_speaks_first_is_told_to_begin_and_has_somebody_to_listen_to() -> None:
    document = made({"story": "hair"}, stories=(story("hair", dialogue=DIALOGUE),))
    front, back = next(pair for pair in pairs(document) if pair[0].title == "Guest")
    assert [said.cue for said in front.said] == ["card_begin", "card_cue Waiter That is not mine."]
    assert back.text == "card_listen_for"


def test_a_role_with_much_to_say_has_several_cards() -> None:
    long = [{"who": who, "says": "word " * 50} for who in ("Guest", "Waiter", "Guest", "Waiter")]
    document = made({"story": "long"}, stories=(story("long", dialogue=long),))
    roles = [front.title for front, _ in pairs(document) if front.label.startswith("card_role")]
    assert roles == [f"card_part_of {n} {who} 2" for who in ("Guest", "Waiter") for n in (1, 2)]
    assert all(
        len("".join(said.text for said in front.said)) <= LETTERS_ON_A_CARD for front, _ in pairs(document)
    )


def test_a_question_has_its_story_behind_it() -> None:
    document = made({"story": "hair"}, stories=(story("hair", discussion_questions=("Why *so*?",)),))
    front, back = pairs(document)[0]
    assert (front.text, back.title, back.text) == ("Why *so*?", "Hair", "About hair.")


def test_stories_of_lessons_are_played_and_their_questions_left_to_them() -> None:
    taught = lesson("soup", stories=("hair",), framework="real")
    hair = story("hair", dialogue=DIALOGUE, discussion_questions=("Why?",))
    document = made({"lesson": "soup"}, lessons=(taught,), stories=(hair,))
    assert [(pack.title, pack.what, pack.cards) for pack in document.packs] == [
        ("Hair", "card_pack_scene", "3"),
        ("REAL", "card_pack_part", "2"),
    ]


def test_a_part_of_a_framework_has_its_idea_behind_it() -> None:
    document = made({"lesson": "soup"}, lessons=(lesson("soup", framework="real"),))
    front, back = pairs(document)[1]
    assert (front.title, front.text, back.text) == ("Empathy", Markup(), "About empathy.")


def test_sheets_are_filled_with_cards_to_write_on() -> None:
    document = made({"lesson": "soup"}, lessons=(lesson("soup", framework="real"),))
    assert [bool(front.lines) for front, _ in pairs(document)] == [False] * 2 + [True] * 6


def test_a_workshop_without_stories_and_frameworks_has_no_cards() -> None:
    assert cards(*with_workshop({"activity": "Talk"}), PlainPen(), WORDS) is None


def test_cards_are_for_those_who_lead() -> None:
    document = made({"story": "hair"}, stories=(story("hair", dialogue=DIALOGUE),))
    assert document.handout.audience == "facilitator"
    assert document.handout.sheet == "facilitators/cards-soup.html"
