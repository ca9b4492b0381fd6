from hypothesis import given
from hypothesis import strategies as st

from generator.model import Course
from generator.views.filters import Filter, Trait, filters, lesson_traits, limits_of, query, story_traits
from generator.views.relations import lessons_of
from tests.views.sample import WORDS, course, framework, lesson, path, story


def of_stories(whole: Course) -> dict[str, Filter]:
    """The filters of all stories by their name."""
    traits = [story_traits(whole, story, lessons_of(whole, story), WORDS) for story in whole.stories]
    return {filter.name: filter for filter in filters(traits, WORDS)}


def of_lessons(whole: Course) -> dict[str, Filter]:
    """The filters of all lessons by their name."""
    limits = limits_of(whole.lessons)
    traits = [lesson_traits(whole, lesson, limits, WORDS) for lesson in whole.lessons]
    return {filter.name: filter for filter in filters(traits, WORDS)}


def counted(filter: Filter) -> dict[str, int]:
    """How many items each value has, in the order of the options."""
    return {option.value: option.count for option in filter.options}


STORIES = course(
    lessons=(lesson("a", title="Zoo", stories=("one",)), lesson("b", title="Ark")),
    stories=(
        story("one", outcome="letdown", sector="Travel", tags=("Trust", "small gestures")),
        story("two", lessons=("b",), sector="Retail", tags=("trust",)),
        story("three", sector="travel"),
    ),
    paths=(path("way", "a", "b"), path("round", "b")),
)


def test_every_value_says_how_many_stories_have_it() -> None:
    found = of_stories(STORIES)
    assert counted(found["outcome"]) == {"delight": 2, "letdown": 1}
    assert counted(found["sector"]) == {"retail": 1, "travel": 2}
    assert counted(found["lesson"]) == {"b": 1, "a": 1}
    assert counted(found["tag"]) == {"small-gestures": 1, "trust": 2}
    assert counted(found["path"]) == {"round": 1, "way": 2}


def test_spellings_that_differ_in_case_are_one_value_and_read_as_the_first() -> None:
    found = of_stories(STORIES)
    assert [option.label for option in found["tag"].options] == ["small gestures", "Trust"]
    assert [option.label for option in found["sector"].options] == ["Retail", "Travel"]


def test_a_story_is_found_by_what_the_filters_offer() -> None:
    one, *_ = STORIES.stories
    assert query(story_traits(STORIES, one, lessons_of(STORIES, one), WORDS)) == (
        "outcome=letdown&sector=travel&path=way&lesson=a&tag=small-gestures&tag=trust"
    )


def test_values_of_any_script_and_sign_make_a_query() -> None:
    assert (
        query([Trait("tag", "信任", "信任"), Trait("tag", "a&b=c", "…")])
        == "tag=%E4%BF%A1%E4%BB%BB&tag=a%26b%3Dc"
    )


def test_a_filter_that_would_leave_out_nothing_is_not_offered() -> None:
    whole = course(
        lessons=(lesson("a", stories=("one", "two")),),
        stories=(story("one", tags=("x",)), story("two", tags=("x",))),
        paths=(path("way", "a"),),
    )
    assert of_stories(whole) == {}
    assert of_lessons(whole) == {}
    assert of_stories(course()) == {}


def test_lengths_are_those_that_tell_lessons_apart() -> None:
    def lengths(*minutes: int) -> dict[str, int]:
        lessons = tuple(lesson(f"l{n}", minutes=m) for n, m in enumerate(minutes))
        found = of_lessons(course(lessons=lessons))
        return counted(found["minutes"]) if "minutes" in found else {}

    assert lengths(8, 12, 14, 20) == {"10": 1, "15": 3, "over-15": 1}
    assert lengths(5, 25) == {"10": 1, "over-10": 1}
    assert lengths(12, 18, 25, 90) == {"15": 1, "20": 2, "30": 3, "over-30": 1}
    assert lengths(12, 15) == {}
    assert lengths(90, 120) == {}


@given(st.lists(st.integers(1, 240), max_size=12))
def test_no_length_is_useless(minutes: list[int]) -> None:
    lessons = [lesson(f"l{n}", minutes=m) for n, m in enumerate(minutes)]
    counts = [sum(m <= limit for m in minutes) for limit in limits_of(lessons)]
    assert counts == sorted(set(counts))
    assert all(0 < count < len(minutes) for count in counts)


def test_lessons_are_found_by_framework_path_and_tag() -> None:
    whole = course(
        settings=framework("real"),
        lessons=(lesson("a", framework="real", tags=("x",)), lesson("b")),
        paths=(path("way", "b"),),
    )
    found = of_lessons(whole)
    assert list(found) == ["path", "framework", "tag"]
    assert counted(found["framework"]) == {"real": 1}
    assert counted(found["path"]) == {"way": 1}


def test_filters_beyond_a_dozen_options_wait_behind_their_names() -> None:
    stories = tuple(story(f"s{n}", sector=f"Sector {n}", tags=(f"tag {n}",)) for n in range(9))
    assert [(f.name, f.open) for f in of_stories(course(stories=stories)).values()] == [
        ("sector", True),
        ("tag", False),
    ]
