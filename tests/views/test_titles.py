from generator.views.titles import MOST_TITLES, titles
from tests.views.sample import checklist, course, exercise, lesson, story

TURN = {"who": "Staff", "says": "Next!", "better": "Good morning."}


def test_titles_go_by_kind_and_id_and_stories_only_count_with_a_dialogue() -> None:
    whole = course(
        lessons=(lesson("trust"),),
        checklists=(checklist("real"),),
        exercises=(exercise("try"),),
        stories=(story("told"), story("spoken", dialogue=(TURN,))),
    )
    assert titles(whole) == {
        "lesson": {"trust": "Trust"},
        "checklist": {"real": "real"},
        "exercise": {"try": "Try"},
        "story": {"spoken": "Spoken"},
    }


def test_a_kind_that_is_too_many_is_left_out_whole() -> None:
    many = tuple(story(f"s{n}", dialogue=(TURN,)) for n in range(MOST_TITLES))
    found = titles(course(lessons=(lesson("trust"),), stories=many))
    assert "story" not in found
    assert found["lesson"] == {"trust": "Trust"}
