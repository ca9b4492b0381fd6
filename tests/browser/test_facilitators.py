"""The run of show on the page for those who lead: by the clock that they choose, for as many as come."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_times_and_numbers_follow_what_is_chosen(desktop: Visit, site: str) -> None:
    page = desktop.page
    page.goto(f"{site}facilitators/")
    show = page.locator("run-of-show", has=page.locator("#workshop-partners-across-borders-start"))
    status = show.get_by_role("status")
    expect(status).to_contain_text("From 09:00 to 10:30 · 1 hour 30 minutes · 16 people · 4 groups of 4")
    show.get_by_label("Begins at").fill("13:45")
    show.get_by_label("People").fill("14")
    expect(status).to_contain_text("From 13:45 to 15:15")
    expect(status).to_contain_text("14 people · 4 groups of 3 or 4")
    second = show.locator("table").first.locator("tbody tr").nth(1)
    expect(second.locator("td").first).to_have_text("13:51")
    workbooks = show.get_by_role("row", name="Participant workbook")
    expect(workbooks.locator("td").last).to_have_text("15")
    show.get_by_label("People").fill("")
    show.get_by_label("Begins at").fill("")
    expect(status).to_contain_text("From 13:45 to 15:15")
    expect(workbooks.locator("td").last).to_have_text("15")
    page.emulate_media(media="print")
    expect(show.get_by_label("Begins at")).to_be_hidden()
    expect(second.locator("td").first).to_be_visible()
    assert desktop.errors == []


def test_without_scripts_it_is_the_usual_time_and_the_usual_group(without_scripts: Visit, site: str) -> None:
    page = without_scripts.page
    page.goto(f"{site}facilitators/")
    expect(page.get_by_label("Begins at").first).to_be_hidden()
    expect(page.get_by_text("From 09:00 to 10:30").first).to_be_visible()
    expect(page.locator("run-of-show").first.locator("td").first).to_have_text("09:00")
