import json

from generator.views.my_data import FOLDERS, PARTS, SAID, my_data_page
from tests.views.browser import ENGLISH, HOSTILE, nameless, shown
from tests.views.sample import PlainPen, course, lesson


def test_the_page_says_under_which_names_something_is_kept_and_how_long() -> None:
    page = shown(my_data_page(course(), PlainPen(), ENGLISH))
    assert "service:" in [code.text for code in page.all("code")]
    assert "Light or dark" in [dt.text for dt in page.all("dt")]
    assert {"Lesson", "Self-assessment", "Exercise", "Story"} <= {dt.text for dt in page.all("dt")}
    assert "Safari deletes it" in page.text
    assert "{" not in page.text
    assert "private window" in page.text


def test_every_control_has_a_name_and_none_works_without_scripts() -> None:
    page = shown(my_data_page(course(), PlainPen(), ENGLISH))
    assert nameless(page) == []
    (live,) = page.all("my-data")
    assert live["class"] == "em-scripted"
    assert len(page.all("button")) == len(live.all("button"))
    assert page.one("p", **{"class": "em-unscripted em-keeps"}).text


def test_the_page_has_words_for_everything_that_its_script_says() -> None:
    page = my_data_page(course(), PlainPen(), ENGLISH)
    assert set(page.said) == set(SAID)
    assert set(page.parts) == set(PARTS)


def test_things_are_reached_through_their_pages_by_their_ids() -> None:
    page = my_data_page(course(), PlainPen(), ENGLISH)
    of_items = {kind: f"/{folder}/{{id}}" for kind, folder in FOLDERS.items()}
    assert page.addresses == {**of_items, "share": "/share"}


def test_titles_stay_text() -> None:
    page = shown(my_data_page(course(lessons=(lesson("a", title=HOSTILE),)), PlainPen(), ENGLISH))
    assert json.loads(page.one("my-data")["data-titles"])["lesson"] == {"a": HOSTILE}


def test_the_page_stays_out_of_the_search() -> None:
    assert not my_data_page(course(), PlainPen(), ENGLISH).head.searchable
