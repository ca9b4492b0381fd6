"""Quick checks and the end of a lesson on a phone: what is told when, and what is kept of it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.views.page import fingerprint
from tests.browser.conftest import PHONE, Visit
from tests.browser.learning import BLOCKED, COURSE, Learner, saying
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.views.browser import ENGLISH as WORDS

LESSON = COURSE.lesson["two-journeys"]
FIRST, SECOND = LESSON.quick_check[:2]
GOOD, *_ = (option for option in FIRST.options if option.correct)
OTHERS = [option for option in FIRST.options if not option.correct]
NAME = fingerprint(FIRST.question, *(option.text for option in FIRST.options))
STORED = json.loads((Path(__file__).parent / "stored" / "lesson.json").read_text())
DAY = "20 April 2027"


@pytest.fixture
def learner(site: str, browser: Browser) -> Iterator[Learner]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    yield Learner(context, f"{site}lessons/{LESSON.id}/", "lesson", LESSON.id)
    context.close()


def question(page: Page, number: int = 0) -> Locator:
    return page.locator("quick-check form").nth(number)


def option(page: Page, text: str) -> Locator:
    return page.locator(f"quick-check input[value='{fingerprint(text)}']")


def button(page: Page, word: str) -> Locator:
    return question(page).get_by_role("button", name=WORDS[word], exact=True)


def told(page: Page) -> Locator:
    return question(page).get_by_role("status")


def answered(number: int) -> str:
    return WORDS.say("check_answered", n=number, total=len(LESSON.quick_check))


def test_an_answer_is_told_when_it_is_checked_and_is_there_again_after_a_reload(learner: Learner) -> None:
    page = learner.page
    count = page.locator(".em-answered")
    expect(count).to_have_text(answered(0))
    assert "draft" not in learner.kept
    button(page, "check").tap()
    expect(told(page)).to_have_text(WORDS["check_choose"])
    option(page, OTHERS[0].text).locator("..").tap()
    expect(told(page)).to_be_empty()
    assert "draft" not in learner.kept
    button(page, "check").tap()
    for _ in ("before", "after"):
        expect(told(page)).to_contain_text(saying(OTHERS[0].feedback))
        expect(told(page)).to_contain_text(WORDS["answer_not_yet"])
        expect(option(page, OTHERS[0].text)).to_be_checked()
        expect(option(page, OTHERS[0].text)).to_have_accessible_name(
            saying(OTHERS[0].text, WORDS["check_yours"])
        )
        expect(count).to_have_text(answered(1))
        expect(question(page).locator("details:visible")).to_have_count(0)
        expect(button(page, "check_others")).to_be_hidden()
        page.reload()
    expect(page.locator("body")).to_be_focused()
    assert learner.kept["draft"]["answers"] == {NAME: fingerprint(OTHERS[0].text)}
    assert learner.errors == []


def test_trying_again_asks_afresh_and_a_good_answer_opens_the_others(learner: Learner) -> None:
    page = learner.page
    option(page, OTHERS[0].text).check()
    button(page, "check").tap()
    expect(page.locator("quick-check .em-kept")).to_have_text(WORDS["kept_saved"])
    button(page, "check_again").tap()
    expect(question(page).locator("input").first).to_be_focused()
    expect(question(page).locator(":checked")).to_have_count(0)
    expect(told(page)).to_be_empty()
    expect(page.locator(".em-answered")).to_have_text(answered(0))
    assert learner.kept["draft"]["answers"] == {}
    option(page, GOOD.text).check()
    button(page, "check").tap()
    expect(told(page)).to_contain_text(WORDS["answer_good"])
    button(page, "check_others").tap()
    expect(question(page).locator("details p:visible")).to_have_text(
        [saying(WORDS["answer_not_yet"], other.feedback) for other in OTHERS]
    )
    expect(question(page).locator("details:visible summary").first).to_be_focused()
    option(page, OTHERS[0].text).check()
    expect(told(page)).to_be_empty()
    expect(question(page).locator("details:visible")).to_have_count(0)


def test_arrow_keys_pass_options_without_being_told_anything(learner: Learner) -> None:
    page = learner.page
    option(page, FIRST.options[0].text).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(told(page)).to_be_empty()
    page.keyboard.press("Tab")
    expect(button(page, "check")).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text(saying(FIRST.options[2].feedback))
    expect(button(page, "check_again")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text(saying(FIRST.options[0].feedback))
    expect(option(page, FIRST.options[0].text)).to_be_focused()


def test_a_lesson_is_done_when_the_learner_says_so(learner: Learner) -> None:
    page = learner.page
    page.clock.set_fixed_time(datetime(2027, 4, 20, 12))
    page.reload()
    box = page.get_by_role("checkbox", name=WORDS["lesson_mark"])
    before = next_step(page)
    expect(box).not_to_be_checked()
    assert learner.kept == {
        "schema": 1,
        "id": LESSON.id,
        "opened": {"title": LESSON.title, "at": "2027-04-20T12:00:00.000Z"},
    }
    box.locator("..").tap()
    page.clock.set_fixed_time(datetime(2027, 4, 22, 12))
    for _ in ("before", "after"):
        expect(page.locator(".em-done-on")).to_have_text(WORDS.say("lesson_done_on", day=DAY))
        expect(box).to_be_checked()
        assert next_step(page) != before
        page.reload()
    assert learner.kept["opened"]["at"] == "2027-04-22T12:00:00.000Z"
    assert learner.kept["done"] == {"is": True, "at": "2027-04-20T12:00:00.000Z"}
    box.press("Space")
    expect(page.locator(".em-done-on")).to_be_empty()
    assert learner.kept["done"] == {"is": False, "at": "2027-04-22T12:00:00.000Z"}
    assert next_step(page) == before
    assert learner.errors == []


def next_step(page: Page) -> str:
    """How the way on looks."""
    look: str = page.locator(".em-next li").first.evaluate("item => getComputedStyle(item).backgroundColor")
    return look


def test_two_tabs_and_both_ends_of_a_page_keep_one_value(learner: Learner) -> None:
    one, two = learner.page, learner.tab()
    option(one, GOOD.text).check()
    button(one, "check").tap()
    expect(told(two)).to_contain_text(saying(GOOD.feedback))
    two.get_by_role("checkbox", name=WORDS["lesson_mark"]).check()
    expect(one.get_by_role("checkbox", name=WORDS["lesson_mark"])).to_be_checked()
    option(two, SECOND.options[0].text).check()
    button(one, "check_again").tap()
    expect(told(two)).to_be_empty()
    expect(question(two).locator(":checked")).to_have_count(0)
    expect(option(two, SECOND.options[0].text)).to_be_checked()
    assert learner.kept["done"]["is"] is True
    assert learner.kept["draft"]["answers"] == {}


def test_a_browser_that_keeps_nothing_says_so(site: str, phone: Visit) -> None:
    phone.page.add_init_script(BLOCKED)
    page = phone.open(f"{site}lessons/{LESSON.id}/")
    option(page, GOOD.text).check()
    button(page, "check").tap()
    expect(told(page)).to_contain_text(saying(GOOD.feedback))
    expect(page.locator("quick-check .em-kept")).to_have_text(WORDS["kept_visit"])
    page.get_by_role("checkbox", name=WORDS["lesson_mark"]).check()
    expect(page.locator("lesson-progress .em-kept")).to_have_text(WORDS["kept_visit"])
    assert phone.errors == []


def test_values_of_the_first_schema_are_read_and_answers_to_other_words_stay_aside(learner: Learner) -> None:
    page = learner.page
    learner.put(STORED)
    expect(page.locator(".em-done-on")).to_have_text(WORDS.say("lesson_done_on", day=DAY))
    expect(page.locator(".em-answered")).to_have_text(answered(0))
    expect(page.locator("quick-check :checked")).to_have_count(0)
    option(page, GOOD.text).check()
    button(page, "check").tap()
    kept = learner.kept
    assert kept["draft"]["answers"] == {**STORED["draft"]["answers"], NAME: fingerprint(GOOD.text)}
    assert kept["done"] == STORED["done"]


ODD: list[dict[str, object]] = [
    {"draft": {"answers": {NAME: 5}}},
    {"draft": {"answers": {NAME: {"a": []}}}},
    {"draft": {"answers": {NAME: "'] <img src=x>"}}},
    {"draft": {}},
    {"done": {"is": "yes", "at": 7}},
    {"done": {}},
    {"done": {"is": 1, "at": "yesterday"}, "opened": {"title": 3}},
    {"done": {"is": False, "at": {"toString": 1, "valueOf": 1}}},
]


def test_odd_values_are_passed_over(learner: Learner) -> None:
    page = learner.page
    for odd in ODD:
        learner.put({"schema": 1, "id": LESSON.id, **odd})
        expect(page.locator(".em-answered")).to_have_text(answered(0))
        expect(page.locator("article :checked")).to_have_count(0)
        expect(page.locator(".em-done-on")).to_be_empty()
    learner.put({"schema": 1, "id": LESSON.id, "done": {"is": True, "at": {"toString": 1, "valueOf": 1}}})
    expect(page.get_by_role("checkbox", name=WORDS["lesson_mark"])).to_be_checked()
    assert learner.errors == []


def test_what_cannot_be_read_is_put_aside_and_what_is_newer_stays(learner: Learner) -> None:
    page = learner.page
    note = page.locator("quick-check .em-kept")
    learner.put("{oops")
    expect(note).to_have_text(WORDS["kept_broken"])
    assert page.evaluate("key => localStorage.getItem(key)", f"{learner.key}:broken") == "{oops"
    newer = {"schema": 2, "id": LESSON.id, "wonder": []}
    learner.put(newer)
    expect(note).to_have_text(WORDS["kept_newer"])
    page.get_by_role("checkbox", name=WORDS["lesson_mark"]).check()
    expect(page.locator("lesson-progress .em-kept")).to_have_text(WORDS["kept_newer"])
    assert learner.kept == newer


def test_no_state_of_a_lesson_breaks_a_rule(learner: Learner) -> None:
    page = learner.page
    page.evaluate(AXE)
    option(page, GOOD.text).check()
    button(page, "check").tap()
    button(page, "check_others").tap()
    option(page, SECOND.options[0].text).check()
    question(page, 1).get_by_role("button", name=WORDS["check"]).tap()
    page.get_by_role("checkbox", name=WORDS["lesson_mark"]).check()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            choose(page, scheme)
            assert violations(page) == [], f"{width} pixels, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_lesson_tells_its_answers_and_has_nothing_that_only_scripts_can_do(
    site: str, without_scripts: Visit
) -> None:
    page = without_scripts.open(f"{site}lessons/{LESSON.id}/")
    expect(page.locator("article")).to_contain_text(WORDS["quick_check_introduction"])
    expect(page.locator("quick-check summary:visible")).to_have_count(
        sum(len(check.options) for check in LESSON.quick_check)
    )
    expect(page.locator(":is(quick-check, lesson-progress) button:visible")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.locator(".em-next a").first).to_be_visible()
