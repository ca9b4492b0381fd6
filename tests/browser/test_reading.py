"""What trainees do on the site, with a real browser."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit

NAMES_WRITTEN_SO = {"SmartBrief", "GitHub", "GitLab"}


def test_a_story_is_found_by_its_title(site: str, desktop: Visit) -> None:
    page = desktop.open(site, quiet=True)
    page.locator(".md-search__input").click()
    page.keyboard.type("giraffe")
    first = page.locator(".md-search-result__item a").first
    expect(first).to_have_attribute("href", re.compile("stories/giraffe-bread/"))  # not those of "g"
    assert desktop.elsewhere(site) == []


def test_a_checklist_can_be_filled_in_by_keyboard(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}checklists/real-service/")
    first = page.locator("fieldset").first
    first.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert first.locator("input:checked").count() == 1
    assert first.locator("input").nth(2).is_checked()


def test_the_whole_label_of_an_answer_can_be_touched(site: str, phone: Visit) -> None:
    page = phone.open(f"{site}checklists/real-service/")
    label = page.locator("fieldset label").first
    box = label.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    label.tap(position={"x": box["width"] - 8, "y": box["height"] / 2})
    assert label.locator("input").is_checked()


def test_nothing_is_chosen_before_a_learner_chooses(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}checklists/customer-runaround/")
    assert page.locator("input:checked").count() == 0


def test_an_exercise_has_a_field_for_each_kind_of_answer(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}exercises/walk-the-trust-cycle/")
    assert page.locator("article textarea").count() > 0
    assert page.locator("article input[type=date]").count() == 4


def test_feedback_of_a_quick_check_opens_without_scripts(site: str, without_scripts: Visit) -> None:
    page = without_scripts.open(f"{site}lessons/two-journeys/")
    feedback = page.locator("fieldset details").first
    feedback.locator("summary").click()
    assert len(feedback.inner_text().split()) > 5


def test_contrast_stories_lead_to_each_other(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}stories/two-airlines-three-hours/")
    page.locator("#contrast ~ * a[href*='the-call-in-the-taxi']").first.click()
    page.wait_for_url("**/stories/the-call-in-the-taxi/")
    assert page.locator("#contrast ~ * a[href*='two-airlines-three-hours']").count() > 0


def test_a_term_leads_to_its_entry_in_the_glossary(site: str, desktop: Visit) -> None:
    page = desktop.open(f"{site}lessons/good-or-exceptional/")
    term = page.locator("a.em-term").first
    anchor = (term.get_attribute("href") or "").partition("#")[2]
    term.click()
    page.wait_for_url(f"**/glossary/#{anchor}")
    assert page.locator(f"[id='{anchor}']").is_visible()


def test_dark_and_light_can_be_chosen_and_are_kept(site: str, desktop: Visit) -> None:
    page = desktop.open(site)
    page.get_by_role("button", name=re.compile("dark", re.IGNORECASE)).click()
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_reader_whose_system_is_dark_meets_a_dark_page(site: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = Visit(context).open(site)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    context.close()


def test_the_search_reads_the_words_of_tables_and_lists_apart(site_folder: Path) -> None:
    index = json.loads((site_folder / "search/search_index.json").read_text("utf-8"))
    glued = {
        word
        for document in index["docs"]
        if not document["location"].startswith(("guide/", "share/"))
        for word in re.findall(r"\w*[a-z][A-Z][a-z]\w+", document["text"])
        if word not in NAMES_WRITTEN_SO
    }
    assert glued == set()
