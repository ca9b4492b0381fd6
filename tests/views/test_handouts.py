from generator.views.handouts.listing import handouts_page
from tests.views.browser import HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, lesson, story

WORKSHOP = {"id": "w", "title": "W", "summary": "…", "agenda": ({"minutes": 90, "activity": "Talk"},)}


def test_everything_that_can_be_printed_is_listed_by_kind_and_what_people_write_on_first() -> None:
    whole = course(
        lessons=(lesson("l"),),
        stories=(story("s"),),
        exercises=(exercise("e", minutes=20),),
        checklists=(checklist("c"),),
        workshops=(WORKSHOP,),
    )
    shelves = handouts_page(whole, PlainPen(), WORDS).shelves
    assert [(shelf.anchor, shelf.sheets[0].link.href) for shelf in shelves] == [
        ("exercises", "/exercises/e"),
        ("checklists", "/checklists/c"),
        ("stories", "/stories/s"),
        ("lessons", "/lessons/l"),
        ("workshops", "/workshops/w"),
    ]
    assert shelves[0].sheets[0].facts[0] == "minutes 20"


def test_a_kind_of_which_there_is_nothing_has_no_heading() -> None:
    page = handouts_page(course(stories=(story("s"),)), PlainPen(), WORDS)
    assert [shelf.anchor for shelf in page.shelves] == ["stories"]
    assert [heading["id"] for heading in shown(page).all("h2")] == ["how", "stories"]


def test_titles_stay_text() -> None:
    page = shown(handouts_page(course(lessons=(lesson("a", title=HOSTILE),)), PlainPen(), WORDS))
    assert page.one("a").text == HOSTILE


def test_the_page_stays_out_of_the_search() -> None:
    assert not handouts_page(course(), PlainPen(), WORDS).head.searchable
