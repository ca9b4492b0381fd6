from generator.views.relations import (
    counterpart,
    entry_of,
    lessons_of,
    paths_by_length,
    reading_order,
    stories_of,
)
from tests.views.sample import course, framework, lesson, path, story, term


def test_a_story_named_on_either_side_is_found_on_both() -> None:
    both = course(
        lessons=(lesson("a", stories=("listed",)), lesson("b")),
        stories=(story("listed"), story("naming", lessons=("a", "b"))),
    )
    assert [item.id for item in stories_of(both, both.lesson["a"])] == ["listed", "naming"]
    assert [item.id for item in lessons_of(both, both.story["listed"])] == ["a"]
    assert [item.id for item in lessons_of(both, both.story["naming"])] == ["a", "b"]


def test_a_story_named_on_both_sides_is_shown_once() -> None:
    both = course(lessons=(lesson("a", stories=("s",)),), stories=(story("s", lessons=("a",)),))
    assert [item.id for item in stories_of(both, both.lesson["a"])] == ["s"]
    assert [item.id for item in lessons_of(both, both.story["s"])] == ["a"]


def test_a_contrast_holds_in_both_directions() -> None:
    pair = course(stories=(story("good", contrast="bad"), story("bad"), story("other")))
    assert counterpart(pair, pair.story["good"]) == pair.story["bad"]
    assert counterpart(pair, pair.story["bad"]) == pair.story["good"]
    assert counterpart(pair, pair.story["other"]) is None


def test_a_framework_leads_to_the_term_that_names_it() -> None:
    real = framework("real")
    assert entry_of(course(settings=real), "real") == "real"
    assert entry_of(
        course(settings=real, glossary={"terms": (term("r-e-a-l", framework="real"),)}), "real"
    ) == ("r-e-a-l")


def test_paths_come_shortest_first_and_lessons_in_the_order_of_the_longest() -> None:
    ways = course(
        lessons=(lesson("a", minutes=5), lesson("b", minutes=5), lesson("c", minutes=5)),
        paths=(path("all", "c", "a"), path("quick", "b")),
    )
    assert [item.id for item in paths_by_length(ways)] == ["quick", "all"]
    assert [item.id for item in reading_order(ways)] == ["c", "a", "b"]
