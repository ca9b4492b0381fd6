"""The report as a whole, and its page."""

from datetime import date

from generator.prose import paragraphs
from generator.views.report import report
from generator.views.report.page import MOST_ROWS, report_page
from tests.views.browser import shown
from tests.views.sample import WORDS, PlainPen, course, lesson, story


def test_a_text_is_overdue_on_the_day_after_the_one_it_names() -> None:
    told = report(course(stories=[story("tea", review_by="2027-06-30"), story("rain")]), paragraphs)
    assert told.overdue(date(2027, 6, 30)) == ()
    assert [measure.id for measure in told.overdue(date(2027, 7, 1))] == ["tea"]


def test_the_page_shows_what_is_missing_and_leads_there() -> None:
    page = shown(
        report_page(course(lessons=[lesson("one", objectives=["Ask"])]), paragraphs, PlainPen(), WORDS)
    )
    assert "/lessons/one" in [link["href"] for link in page.all("a")]
    assert "Ask" in [str(item.text) for item in page.all("li")]


def test_the_page_stands_in_no_search() -> None:
    head = report_page(course(), paragraphs, PlainPen(), WORDS).head
    assert (head.searchable, head.indexed) == (False, False)


def test_of_very_many_texts_the_page_shows_the_hardest() -> None:
    many = [story(f"s{number}") for number in range(MOST_ROWS + 2)]
    page = report_page(course(stories=many), paragraphs, PlainPen(), WORDS)
    assert (len(page.rows), page.left_out) == (MOST_ROWS, "report_left_out 2")
