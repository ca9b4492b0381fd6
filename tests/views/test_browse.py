from generator.views.browse import lessons_page, paths_page, stories_page
from tests.views.sample import WORDS, PlainPen, course, lesson, path, story


def test_stories_are_listed_by_outcome_with_place_lessons_and_tags() -> None:
    whole = course(
        lessons=(lesson("a", stories=("bad",)),),
        stories=(
            story("bad", outcome="letdown", sector="Travel", where="Oslo", tags=("Trust",)),
            story("good"),
        ),
    )
    delight, letdown = stories_page(whole, PlainPen(), WORDS).groups
    assert [card.link.text for card in delight.cards] == ["Good"]
    (card,) = letdown.cards
    assert card.facts == ("Travel", "Oslo")
    assert [link.text for link in card.lessons] == ["A"]
    assert [link.href for link in card.tags] == ["/tags#tag-trust"]


def test_an_outcome_without_stories_has_no_heading() -> None:
    assert stories_page(course(), PlainPen(), WORDS).groups == ()


def test_lists_name_everything_of_their_kind() -> None:
    whole = course(lessons=(lesson("a"), lesson("b")), paths=(path("way", "b"),))
    assert [card.link.text for card in lessons_page(whole, PlainPen(), WORDS).cards] == ["B", "A"]
    assert [card.link.text for card in paths_page(whole, PlainPen(), WORDS).cards] == ["Way"]
