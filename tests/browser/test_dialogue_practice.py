"""The practice of a dialogue on a phone: what is marked, written and compared, and what is kept of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.model import Turn
from generator.views.page import fingerprint
from tests.browser.conftest import PHONE, Visit
from tests.browser.learning import BLOCKED, COURSE, Learner, saying
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.views.browser import ENGLISH as WORDS

STORY = COURSE.story["two-airlines-three-hours"]
SERVING = {turn.who for turn in STORY.dialogue if turn.better or turn.staff}
TURNS = [turn for turn in STORY.dialogue if turn.who in SERVING]
WELL = next(turn for turn in TURNS if not turn.better)
BADLY, BADLY_TOO = [turn for turn in TURNS if turn.better]
STORED = json.loads((Path(__file__).parent / "stored" / "story.json").read_text())
ODD: list[object] = [5, None, [], "good", {"mark": 1, "better": {}}, {"mark": "'] <b>", "better": ["x"]}]
LINE = "Let me ring them for you."


@pytest.fixture
def learner(site: str, browser: Browser) -> Iterator[Learner]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    yield Learner(context, f"{site}stories/{STORY.id}/", "story", STORY.id)
    context.close()


def name(turn: Turn) -> str:
    return fingerprint(turn.who, turn.says)


def form(page: Page, turn: Turn) -> Locator:
    return page.locator(f"form[data-turn='{name(turn)}']")


def mark(page: Page, turn: Turn, word: str) -> Locator:
    return form(page, turn).get_by_role("radio", name=WORDS[word], exact=True)


def line(page: Page, turn: Turn) -> Locator:
    return form(page, turn).get_by_label(WORDS["turn_line"], exact=True)


def compare(page: Page, turn: Turn) -> Locator:
    """Compares, and gives what is said then."""
    form(page, turn).get_by_role("button", name=WORDS["turn_compare"], exact=True).tap()
    return form(page, turn).get_by_role("status")


def better(turn: Turn) -> re.Pattern[str]:
    """The line that the author would have said."""
    return saying(turn.better or "nothing")


def test_only_those_who_serve_are_judged_and_nothing_gives_the_answer_away(learner: Learner) -> None:
    page = learner.page
    expect(page.locator(".em-dialogue form")).to_have_count(len(TURNS))
    for turn in TURNS:
        expect(form(page, turn)).to_have_text(form(page, TURNS[0]).inner_text(), use_inner_text=True)
    expect(page.locator(".em-dialogue details:visible")).to_have_count(0)
    assert learner.kept is None


def test_marks_and_lines_are_compared_kindly_and_are_there_again_after_a_reload(learner: Learner) -> None:
    page = learner.page
    expect(line(page, BADLY)).to_be_hidden()
    mark(page, BADLY, "turn_better").locator("..").tap()
    line(page, BADLY).fill(LINE)
    expect(page.locator("dialogue-practice .em-kept")).to_have_text(WORDS["kept_saved"])
    told = compare(page, BADLY)
    expect(told).to_contain_text(f"{WORDS['heard_better']} {WORDS['heard_same']}")
    expect(told).to_contain_text(better(BADLY))
    mark(page, BADLY_TOO, "turn_good").check()
    told = compare(page, BADLY_TOO)
    expect(told).to_contain_text(f"{WORDS['heard_better']} {WORDS['heard_otherwise']}")
    mark(page, BADLY_TOO, "turn_better").check()
    expect(told).to_be_empty()
    mark(page, WELL, "turn_good").check()
    expect(compare(page, WELL)).to_have_text(f"{WORDS['heard_good']} {WORDS['heard_same']}")
    page.reload()
    expect(mark(page, WELL, "turn_good")).to_be_checked()
    expect(mark(page, BADLY, "turn_better")).to_be_checked()
    expect(line(page, BADLY)).to_have_value(LINE)
    expect(page.locator("dialogue-practice [role=status]:not(:empty)")).to_have_count(0)
    expect(page.locator("body")).to_be_focused()
    assert learner.kept["draft"]["answers"] == {
        name(BADLY): {"mark": "better", "better": LINE},
        name(BADLY_TOO): {"mark": "better"},
        name(WELL): {"mark": "good"},
    }
    assert learner.errors == []


def test_who_only_looks_is_told_without_a_judgement_and_nothing_is_kept(learner: Learner) -> None:
    page = learner.page
    expect(compare(page, WELL)).to_have_text(WORDS["heard_good"])
    told = compare(page, BADLY)
    expect(told).to_contain_text(better(BADLY))
    expect(told).not_to_contain_text(WORDS["heard_otherwise"])
    assert learner.kept is None


def test_a_keyboard_is_enough(learner: Learner) -> None:
    page = learner.page
    mark(page, BADLY, "turn_good").focus()
    for key in ("Space", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    expect(line(page, BADLY)).to_be_focused()
    page.keyboard.type(LINE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(form(page, BADLY).get_by_role("status")).to_contain_text(WORDS["heard_same"])
    assert learner.kept["draft"]["answers"] == {name(BADLY): {"mark": "better", "better": LINE}}


def test_starting_again_asks_first_and_then_keeps_nothing(learner: Learner) -> None:
    page = learner.page
    again = page.get_by_role("button", name=WORDS["dialogue_again"], exact=True)
    expect(again).to_be_hidden()
    mark(page, BADLY, "turn_better").check()
    line(page, BADLY).fill(LINE)
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.once("dialog", lambda dialog: dialog.dismiss())
    again.tap()
    expect(line(page, BADLY)).to_have_value(LINE)
    page.once("dialog", lambda dialog: dialog.accept())
    again.tap()
    expect(page.locator("dialogue-practice :checked")).to_have_count(0)
    expect(page.locator("dialogue-practice input").first).to_be_focused()
    expect(line(page, BADLY)).to_have_value("")
    expect(again).to_be_hidden()
    assert asked == [WORDS["dialogue_again_sure"]] * 2
    assert learner.kept is None


def test_two_tabs_show_the_same_and_leave_alone_what_is_being_written(learner: Learner) -> None:
    one, two = learner.page, learner.tab()
    mark(one, BADLY, "turn_better").check()
    expect(mark(two, BADLY, "turn_better")).to_be_checked()
    line(two, BADLY).focus()
    line(one, BADLY).fill(LINE)
    mark(one, WELL, "turn_good").check()
    expect(mark(two, WELL, "turn_good")).to_be_checked()
    expect(line(two, BADLY)).to_have_value("")
    two.keyboard.type("Mine.")
    expect(mark(one, WELL, "turn_good")).to_be_checked()
    assert learner.kept["draft"]["answers"] == {
        name(BADLY): {"mark": "better", "better": "Mine."},
        name(WELL): {"mark": "good"},
    }


def test_a_browser_that_keeps_nothing_says_so(site: str, phone: Visit) -> None:
    phone.page.add_init_script(BLOCKED)
    page = phone.open(f"{site}stories/{STORY.id}/")
    mark(page, WELL, "turn_good").check()
    expect(page.locator("dialogue-practice .em-kept")).to_have_text(WORDS["kept_visit"])
    assert phone.errors == []


def test_values_of_the_first_schema_are_read_and_those_of_other_words_stay_aside(learner: Learner) -> None:
    page = learner.page
    stored = STORED["draft"]["answers"]
    mine = {name(BADLY): {"mark": "better", "better": LINE}}
    learner.put({**STORED, "draft": {**STORED["draft"], "answers": {**stored, **mine}}})
    expect(line(page, BADLY)).to_have_value(LINE)
    expect(page.locator("dialogue-practice :checked")).to_have_count(1)
    mark(page, WELL, "turn_good").check()
    assert learner.kept["draft"]["answers"] == {**stored, **mine, name(WELL): {"mark": "good"}}


def test_odd_values_are_passed_over(learner: Learner) -> None:
    page = learner.page
    for odd in ODD:
        learner.put({"schema": 1, "id": STORY.id, "draft": {"answers": {name(BADLY): odd}}})
        expect(page.locator("dialogue-practice :checked")).to_have_count(0)
        expect(line(page, BADLY)).to_have_value("")
    newer = {"schema": 2, "id": STORY.id}
    learner.put(newer)
    expect(page.locator("dialogue-practice .em-kept")).to_have_text(WORDS["kept_newer"])
    mark(page, WELL, "turn_good").check()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name=WORDS["dialogue_again"], exact=True).tap()
    expect(mark(page, WELL, "turn_good")).not_to_be_checked()
    assert learner.kept == newer
    assert learner.errors == []


def test_no_state_of_a_dialogue_breaks_a_rule(learner: Learner) -> None:
    page = learner.page
    page.evaluate(AXE)
    mark(page, BADLY, "turn_better").check()
    line(page, BADLY).fill("x" * 300)
    for turn in TURNS[:-1]:
        compare(page, turn)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            choose(page, scheme)
            assert violations(page) == [], f"{width} pixels, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_a_dialogue_is_there_to_be_read(site: str, without_scripts: Visit) -> None:
    page = without_scripts.open(f"{site}stories/{STORY.id}/")
    dialogue = page.locator(".em-dialogue")
    expect(dialogue.locator(":is(button, input, textarea):visible")).to_have_count(0)
    dialogue.locator("summary:visible").first.click()
    expect(dialogue).to_contain_text(better(BADLY))


def test_paper_has_what_was_written_and_room_for_the_rest(learner: Learner) -> None:
    page = learner.page
    mark(page, BADLY, "turn_better").check()
    line(page, BADLY).fill(LINE)
    compare(page, BADLY)
    page.emulate_media(media="print")
    expect(line(page, BADLY)).to_be_visible()
    expect(page.locator(".em-dialogue .em-ruled:visible")).to_have_count(len(TURNS) - 1)
    expect(page.locator(".em-dialogue").get_by_text(better(BADLY)).locator("visible=true")).to_have_count(0)
    expect(page.locator(".em-dialogue button:visible")).to_have_count(0)
