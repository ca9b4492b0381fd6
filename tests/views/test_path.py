from generator.views.path import path_page
from tests.views.browser import ENGLISH, shown
from tests.views.sample import WORDS, PlainPen, course, exercise, lesson, path, story


def test_a_path_adds_up_its_minutes_and_says_what_each_lesson_builds_on() -> None:
    whole = course(
        lessons=(
            lesson("a", minutes=50, exercises=("try",)),
            lesson("b", minutes=25, requires=("a",), stories=("s",)),
        ),
        stories=(story("s"),),
        exercises=(exercise("try"),),
        paths=(path("way", "a", "b"),),
    )
    page = path_page(whole, whole.paths[0], PlainPen(), WORDS)
    assert page.facts == ("lesson_count 2", "hours_and_minutes hours 1 minutes 15")
    first, second = page.stages
    assert [link.text for link in first.practice] == ["Try"]
    assert [link.text for link in second.requires] == ["A"]
    assert [link.text for link in second.stories] == ["S"]


def test_each_lesson_has_a_place_for_its_status_by_its_id() -> None:
    whole = course(lessons=(lesson("a"), lesson("b")), paths=(path("way", "b", "a"),))
    view = path_page(whole, whole.paths[0], PlainPen(), ENGLISH)
    statuses = [dd for dd in shown(view).all("dd") if "data-lesson" in dd.attributes]
    assert [(dd["data-lesson"], dd.text) for dd in statuses] == [("b", "Not begun"), ("a", "Not begun")]
    assert view.advance.way["paths"] == [("b", "a")]
    assert view.leads_through == "b a"
