from generator.views.my_data import my_data_page
from tests.views.browser import ENGLISH, controls, shown
from tests.views.sample import course


def test_the_page_names_the_one_thing_that_is_kept_and_offers_nothing_that_does_not_work() -> None:
    page = shown(my_data_page(course(), ENGLISH))
    assert [dt.text for dt in page.all("dt")] == ["Light or dark"]
    assert "__palette" in page.one("dd").text
    assert controls(page) == page.all("button") == page.all("a") == []


def test_the_page_stays_out_of_the_search() -> None:
    assert not my_data_page(course(), ENGLISH).head.searchable
