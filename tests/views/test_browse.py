from urllib.parse import parse_qs

from generator.views.browse import lessons_page, paths_page, stories_page
from tests.views.browser import HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course, framework, lesson, path, story

TOLD = course(
    lessons=(lesson("a", stories=("bad",)),),
    stories=(
        story("bad", outcome="letdown", sector="Travel", where="Oslo", tags=("Trust",)),
        story("good"),
    ),
)


def test_stories_are_listed_by_outcome_with_place_lessons_and_tags() -> None:
    delight, letdown = stories_page(TOLD, PlainPen(), WORDS).groups
    assert [card.link.text for card in delight.cards] == ["Good"]
    (card,) = letdown.cards
    assert card.facts == ("Travel", "Oslo")
    assert [link.text for link in card.lessons] == ["A"]
    assert [link.href for link in card.tags] == ["/tags#tag-trust"]


def test_an_outcome_without_stories_has_no_heading() -> None:
    assert stories_page(course(), PlainPen(), WORDS).groups == ()


def test_lists_name_everything_of_their_kind() -> None:
    whole = course(lessons=(lesson("a"), lesson("b")), paths=(path("way", "b"),))
    (lessons,) = lessons_page(whole, PlainPen(), WORDS).groups
    assert [card.link.text for card in lessons.cards] == ["B", "A"]
    assert [card.link.text for card in paths_page(whole, PlainPen(), WORDS).cards] == ["Way"]


def test_a_lesson_shows_what_it_can_be_found_by() -> None:
    whole = course(
        settings=framework("real"), lessons=(lesson("a", minutes=14, framework="real", tags=("Trust",)),)
    )
    ((card,),) = (group.cards for group in lessons_page(whole, PlainPen(), WORDS).groups)
    assert card.label == "minutes 14"
    assert card.facts == ("real",)
    assert [link.text for link in card.tags] == ["Trust"]


def test_a_list_runs_scripts_only_where_something_can_be_filtered() -> None:
    assert stories_page(TOLD, PlainPen(), WORDS).head.scripts == ("browse-logic", "browse")
    alone = course(stories=(story("good"),))
    assert stories_page(alone, PlainPen(), WORDS).head.scripts == ()


def test_a_list_says_how_long_it_is() -> None:
    page = stories_page(TOLD, PlainPen(), WORDS)
    assert page.tally == "stories_tally 2"
    assert page.tally_of_some == "stories_tally_of_some 2 {shown}"


def test_every_offered_value_is_carried_by_as_many_cards_as_it_says() -> None:
    page = shown(stories_page(TOLD, PlainPen(), WORDS))
    cards = [parse_qs(card["data-found-by"]) for card in page.all("li", **{"class": "em-card"})]
    boxes = page.all("input", type="checkbox")
    assert boxes
    for label in page.one("form", id="filters").all("label"):
        box, count = label.one("input"), label.one("small").text
        assert sum(box["value"] in card.get(box["name"], []) for card in cards) == int(count)


def test_filters_are_hidden_until_a_script_shows_them() -> None:
    page = shown(stories_page(TOLD, PlainPen(), WORDS))
    assert "hidden" in page.one("form", id="filters").attributes
    assert all("hidden" in button.attributes for button in page.all("button", type="reset")[:1])


def test_a_list_without_filters_has_no_controls() -> None:
    page = shown(stories_page(course(stories=(story("good"),)), PlainPen(), WORDS))
    assert page.all("form") == page.all("button") == page.all("input") == []
    assert len(page.all("li", **{"class": "em-card"})) == 1


def test_words_of_authors_stay_text_in_filters() -> None:
    whole = course(stories=(story("a", sector=HOSTILE, tags=(HOSTILE,)), story("b")))
    page = shown(stories_page(whole, PlainPen(), WORDS))
    labels = [label.one("span").text for label in page.one("form", id="filters").all("label")]
    assert labels == [" ".join(HOSTILE.split())] * 2
