"""The page for those who lead, and how its element moves with what they choose."""

import json

from generator.model import Workshop
from generator.views.facilitators import facilitators_page
from generator.views.handouts.handout import PrintedFile, Prints, handout
from tests.views.browser import HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course, story

HELD = Workshop.model_validate(
    {
        "id": "together",
        "title": HOSTILE,
        "summary": "You learn.",
        "group_size": "4 to 9",
        "agenda": (
            {"minutes": 20, "story": "tea", "min_minutes": 15},
            {"minutes": 5, "break": "Coffee", "skip_if_late": True},
        ),
    }
)
COURSE = course(stories=(story("tea", title="Tea"),), workshops=(HELD,))


def prints(kind: str) -> Prints:
    file = PrintedFile(f"facilitators/{kind}-together-a4.pdf", "a4", False, 17, 275)
    return Prints(handout(COURSE, WORDS, kind, "together", HELD.title, audience="facilitator"), (file,))


PAGE = facilitators_page(COURSE, (prints("guide"), prints("key")), PlainPen(), WORDS)


def test_no_search_finds_the_page() -> None:
    assert not PAGE.head.indexed
    assert not PAGE.head.searchable


def test_each_workshop_has_its_documents_and_its_run_of_show_without_scripts() -> None:
    (kit,) = PAGE.kits
    assert [paper.kind for paper in kit.papers] == ["handout_guide", "handout_key"]
    page = shown(PAGE)
    assert page.one("h2").text == HOSTILE
    rows = [row for row in page.all("tr") if row.all("span")]
    assert [[cell.text for cell in row.all("td")][:3] for row in rows[:2]] == [
        ["09:00", "09:20", "20"],
        ["09:20", "09:25", "5"],
    ]
    assert page.one("form")["class"].split().count("em-scripted") == 1


def test_a_story_with_the_id_of_a_workshop_is_no_document_of_it() -> None:
    sheet = Prints(handout(COURSE, WORDS, "story", "together", "Together"))
    (kit,) = facilitators_page(COURSE, (sheet, prints("guide")), PlainPen(), WORDS).kits
    assert [paper.kind for paper in kit.papers] == ["handout_guide"]


def test_the_script_finds_every_time_and_every_number_that_moves() -> None:
    element = shown(PAGE).one("run-of-show")
    assert json.loads(element["data-words"]).keys() == {
        *("guide_hours", "run_people", "run_groups", "run_groups_mixed")
    }
    times = [
        (int(span["data-minute"]), span.text)
        for span in element.all("span")
        if "data-minute" in span.attributes
    ]
    assert times
    assert all(text == f"09:{minute:02}" for minute, text in times)
    counted = [span for span in element.all("span") if "data-share" in span.attributes]
    assert [(span["data-share"], span["data-spare"], span.text) for span in counted] == [
        *(("1", "1", "10"), ("1", "0", "9"), ("0", "0", "1"), ("0", "0", "1"))
    ]
