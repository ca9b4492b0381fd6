"""Recall practice on a phone: what comes back, when, and what is kept of it."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.content import load
from generator.model import Lesson
from generator.views.page import fingerprint
from generator.wording import Wording
from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.conftest import ROOT
from tests.views.browser import ENGLISH

COURSE = load(ROOT / "content").course
FIRST, SECOND = COURSE.lesson["small-gestures"], COURSE.lesson["service-in-reverse"]
NOW = datetime(2027, 5, 1, 10)
BEFORE = "2027-04-30T09:00:00.000Z"
STORED = json.loads((Path(__file__).parent / "stored" / "recall.json").read_text())
WORDS: Wording = ENGLISH


def name(check: Any) -> str:
    """The card of a question."""
    return fingerprint(check.question, *(option.text for option in check.options))


def cards_of(lesson: Lesson) -> list[str]:
    return ["point", *map(name, lesson.quick_check)]


GOOD = {
    fingerprint(option.text): option.correct
    for lesson in COURSE.lessons
    for check in lesson.quick_check
    for option in check.options
}


class Practice:
    """The page as somebody meets it who has done some lessons."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page = context.new_page()
        self.address = f"{site}recall/"
        self.errors: list[str] = []
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.stage = self.page.locator(".em-recall")
        self.heading = self.stage.locator("h2")
        self.progress = self.stage.locator("[data-fill=progress]")

    def open(self, at: datetime = NOW) -> None:
        self.page.clock.set_fixed_time(at)
        self.page.goto(self.address)

    def put(self, kind: str, id_: str, value: object) -> None:
        """Stores a value as another page of the course would have; a text, as it stands."""
        text = value if isinstance(value, str) else json.dumps(value)
        key = f"{COURSE.settings.id}:v1:{kind}:{id_}"
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])

    def done(self, *lessons: Lesson) -> None:
        """Marks lessons as done, and shows what that brings."""
        for lesson in lessons:
            self.put("lesson", lesson.id, {"schema": 1, "id": lesson.id, "done": {"is": True, "at": BEFORE}})
        self.page.reload()

    def kept(self, lesson: Lesson) -> dict[str, int]:
        """The boxes of the cards of a lesson, as they are stored."""
        key = f"{COURSE.settings.id}:v1:recall:{lesson.id}"
        text = self.page.evaluate("key => localStorage.getItem(key)", key)
        cards = json.loads(text)["cards"] if text else {}
        return {card: place["box"] for card, place in cards.items()}

    def press(self, word: str) -> None:
        self.stage.get_by_role("button", name=WORDS[word], exact=True).click()

    @property
    def shown(self) -> str:
        return self.stage.get_attribute("data-shown") or ""

    def answer(self, *, well: bool) -> None:
        """Answers the card at hand and goes on."""
        expect(self.heading).to_be_focused()
        expect(self.heading).to_have_accessible_description(re.compile(r"Card \d+ of \d+"))
        if self.shown == "point":
            self.press("recall_show")
            self.press("recall_knew" if well else "recall_not_quite")
            return
        values = [choice.get_attribute("value") or "" for choice in self.stage.get_by_role("radio").all()]
        chosen = next(value for value in values if GOOD[value] is well)
        self.stage.locator(f"input[value='{chosen}']").check()
        self.press("recall_do_check")
        self.press("recall_next")

    def answer_all(self, *, well: bool = True) -> int:
        """Answers whatever comes; gives how many cards that were."""
        self.press("recall_begin")
        number = 0
        while self.shown != "end":
            self.answer(well=well)
            number += 1
        return number

    def counts(self) -> list[str]:
        return self.stage.locator("[data-count]").all_inner_texts()


Begin = Callable[..., Practice]


@pytest.fixture
def begin(browser: Browser, site: str) -> Iterator[Begin]:
    """Opens the page on a phone of its own, with these lessons done."""
    contexts = []

    def opened(*lessons: Lesson, **options: Any) -> Practice:
        context = browser.new_context(
            **{"viewport": PHONE, "has_touch": True, "is_mobile": True, "timezone_id": "UTC", **options}
        )
        contexts.append(context)
        practice = Practice(context, site)
        practice.open()
        practice.done(*lessons)
        return practice

    yield opened
    for context in contexts:
        context.close()


def test_what_is_done_comes_back_from_box_to_box(begin: Begin) -> None:
    practice = begin()
    expect(practice.heading).to_have_text(WORDS["recall_nothing"])
    expect(practice.stage.get_by_role("link")).to_have_attribute("href", "../lessons/")

    practice.done(FIRST, SECOND)
    number = len(cards_of(FIRST)) + len(cards_of(SECOND))
    expect(practice.heading).to_have_text(WORDS.say("recall_due", n=number))
    assert practice.counts() == [f"{number} cards", "0 cards", "0 cards"]
    assert practice.answer_all() == number
    expect(practice.heading).to_be_focused()
    expect(practice.stage).to_contain_text(WORDS.say("recall_well", n=number, well=number))
    expect(practice.stage).to_contain_text("Come back on 8 May 2027.")
    assert practice.kept(FIRST) == dict.fromkeys(cards_of(FIRST), 2)
    assert practice.counts() == ["0 cards", f"{number} cards", "0 cards"]

    practice.open(NOW + timedelta(days=6))
    expect(practice.heading).to_have_text(WORDS["recall_rested"])
    practice.open(NOW.replace(hour=0) + timedelta(days=7))
    assert practice.answer_all() == number
    expect(practice.stage).to_contain_text("Come back on 7 June 2027.")
    practice.open(NOW + timedelta(days=37))
    assert practice.answer_all(well=False) == number
    expect(practice.stage).to_contain_text("Come back on 8 June 2027.")
    assert practice.kept(SECOND) == dict.fromkeys(cards_of(SECOND), 1)
    assert practice.errors == []


def test_a_quick_check_says_what_we_think_and_how_it_went_decides_the_box(begin: Begin) -> None:
    practice = begin(FIRST)
    practice.press("recall_begin")
    practice.answer(well=True)
    expect(practice.progress).to_have_text("Card 2 of 3")
    check = next(check for check in FIRST.quick_check if name(check) in cards_of(FIRST)[1:])
    practice.press("recall_do_check")
    expect(practice.stage.get_by_role("status")).to_have_text(WORDS["recall_choose"])
    wrong = next(option for option in check.options if not option.correct)
    practice.stage.locator(f"input[value='{fingerprint(wrong.text)}']").check()
    practice.press("recall_do_check")
    expect(practice.stage.locator(".em-recalled")).to_be_focused()
    expect(practice.stage.locator(".em-recalled")).to_contain_text(WORDS["answer_not_yet"])
    expect(practice.stage).to_contain_text(WORDS["recall_better"])
    assert practice.kept(FIRST) == {"point": 2, name(check): 1}
    link = practice.stage.get_by_role("link")
    expect(link).to_have_attribute("href", f"../lessons/{FIRST.id}/")
    practice.press("recall_stop")
    expect(practice.stage).to_contain_text(WORDS.say("recall_well", n=2, well=1))
    expect(practice.stage).to_contain_text(WORDS.say("recall_more_due", n=1))
    practice.press("recall_go_on")
    practice.answer(well=True)
    expect(practice.heading).to_have_text(WORDS["recall_well_done"])


def test_what_was_written_in_own_words_is_not_kept(begin: Begin) -> None:
    practice = begin(FIRST)
    practice.press("recall_begin")
    practice.stage.get_by_role("textbox").fill("giraffe")
    practice.press("recall_show")
    practice.press("recall_not_quite")
    assert practice.kept(FIRST) == {"point": 1}
    assert "giraffe" not in practice.page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_after_ten_minutes_the_card_at_hand_is_the_last(begin: Begin) -> None:
    practice = begin(FIRST, SECOND)
    practice.press("recall_begin")
    practice.answer(well=True)
    practice.page.clock.set_fixed_time(NOW + timedelta(minutes=10))
    practice.answer(well=True)
    expect(practice.heading).to_have_text(WORDS["recall_well_done"])
    expect(practice.stage).to_contain_text(WORDS["recall_time_is_up"])
    assert sum(len(practice.kept(lesson)) for lesson in (FIRST, SECOND)) == 2
    practice.press("recall_go_on")
    expect(practice.progress).to_have_text("Card 1 of 4")
    practice.press("recall_stop")
    expect(practice.heading).to_have_text(WORDS.say("recall_due", n=4))


def test_a_session_needs_nothing_but_a_keyboard(begin: Begin) -> None:
    practice = begin(FIRST, viewport={"width": 1280, "height": 900}, is_mobile=False, has_touch=False)
    keys = practice.page.keyboard
    practice.stage.get_by_role("button", name=WORDS["recall_begin"]).focus()
    keys.press("Enter")
    expect(practice.progress).to_have_text("Card 1 of 3")
    for key in ("Tab", "Tab", "Enter"):  # past the room for own words, to the button that shows the answer
        keys.press(key)
    expect(practice.stage.locator(".em-recalled")).to_be_focused()
    for key in ("Tab", "Tab", "Space"):  # past the link to the lesson, to the first of two answers
        keys.press(key)
    expect(practice.progress).to_have_text("Card 2 of 3")
    for key in ("Tab", "Space", "ArrowDown", "Enter"):
        keys.press(key)
    expect(practice.stage.locator(".em-recalled")).to_be_focused()
    for key in ("Tab", "Tab", "Enter"):
        keys.press(key)
    expect(practice.progress).to_have_text("Card 3 of 3")
    expect(practice.heading).to_be_focused()
    assert practice.kept(FIRST)["point"] == 2


def test_two_tabs_share_what_is_known_and_no_card_moves_twice(begin: Begin, site: str) -> None:
    practice = begin(FIRST)
    other = Practice(practice.page.context, site)
    other.open()
    other.press("recall_begin")
    practice.page.bring_to_front()
    practice.press("recall_begin")
    practice.answer(well=True)
    expect(practice.progress).to_have_text("Card 2 of 3")
    other.page.bring_to_front()
    other.answer(well=False)
    assert practice.kept(FIRST)["point"] == 2
    other.press("recall_stop")
    other.open()
    expect(other.heading).to_have_text(WORDS.say("recall_due", n=2))
    practice.page.bring_to_front()
    practice.answer(well=True)
    expect(other.heading).to_have_text(WORDS.say("recall_due", n=1))


def test_a_value_as_it_was_stored_is_understood_and_questions_that_changed_are_new(begin: Begin) -> None:
    practice = begin()
    practice.put("recall", SECOND.id, {**STORED, "id": SECOND.id})
    practice.done(SECOND)
    assert practice.counts() == ["2 cards", "1 card", "0 cards"]
    assert practice.answer_all() == 3
    assert practice.kept(SECOND) == {**dict.fromkeys(cards_of(SECOND), 2), "point": 3, "5f2b9c10": 3}


def test_whatever_is_stored_the_page_works(begin: Begin) -> None:
    practice = begin()
    for cards in ({"point": None}, {"point": {"box": "<b>", "at": 1}}, {"point": {"box": 9, "at": "9999"}}):
        practice.put("recall", FIRST.id, {"schema": 1, "id": FIRST.id, "cards": cards})
        practice.done(FIRST)
        expect(practice.heading).to_have_text(WORDS.say("recall_due", n=3))
    for text in ("{", "[]", '{"schema":1,"id":"small-gestures","cards":[1]}'):
        practice.put("recall", FIRST.id, text)
        practice.page.reload()
        expect(practice.page.locator(".em-kept")).to_have_text(WORDS["kept_broken"])
        expect(practice.heading).to_have_text(WORDS.say("recall_due", n=3))
    for value in (
        '{"schema":1,"id":"service-in-reverse","done":true}',
        '{"schema":1,"id":"service-in-reverse","done":{"is":1}}',
    ):
        practice.put("lesson", SECOND.id, value)
        practice.page.reload()
        expect(practice.heading).to_have_text(WORDS.say("recall_due", n=3))
    newer = '{"schema":2,"boxes":[1]}'
    practice.put("recall", FIRST.id, newer)
    practice.page.reload()
    expect(practice.page.locator(".em-kept")).to_have_text(WORDS["kept_newer"])
    expect(practice.heading).to_have_text(WORDS["recall_nothing"])
    assert newer in practice.page.evaluate("Object.values(localStorage)")
    assert practice.errors == []


def test_a_browser_that_keeps_nothing_is_told_so(browser: Browser, site: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
          configurable: true, get() { throw new DOMException("denied", "SecurityError"); } });"""
    )
    practice = Practice(context, site)
    practice.open()
    expect(practice.heading).to_have_text(WORDS["recall_blocked"])
    assert practice.stage.get_by_role("button").count() == 0
    assert practice.errors == []
    context.close()


def test_without_its_cards_the_page_says_so(begin: Begin) -> None:
    practice = begin(FIRST)
    practice.page.route("**/recall-cards.js", lambda route: route.abort())
    practice.page.reload()
    practice.page.locator("[data-do=begin]").click()
    expect(practice.heading).to_have_text(WORDS["recall_missing"])
    expect(practice.heading).to_be_focused()


def test_the_practice_works_from_a_disk(browser: Browser, site_folder: Path) -> None:
    context = browser.new_context()
    practice = Practice(context, f"{site_folder.as_uri()}/")
    practice.address += "index.html"
    practice.open()
    practice.done(FIRST)
    assert practice.answer_all() == 3
    assert practice.kept(FIRST) == dict.fromkeys(cards_of(FIRST), 2)
    context.close()


def test_a_reminder_names_the_day_on_which_the_next_cards_are_due(begin: Begin) -> None:
    practice = begin(FIRST, timezone_id="Pacific/Kiritimati")
    practice.answer_all(well=False)
    expect(practice.stage).to_contain_text("Come back on 3 May 2027.")
    with practice.page.expect_download() as download:
        practice.press("recall_remind")
    text = download.value.path().read_text()
    assert download.value.suggested_filename == "recall.ics"
    assert "DTSTART;VALUE=DATE:20270503\r\n" in text.replace("\n", "\r\n").replace("\r\r", "\r")
    assert practice.address in text.replace("\n ", "")


def test_no_state_breaks_a_rule_in_any_width_and_colours(begin: Begin) -> None:
    practice = begin(is_mobile=False, has_touch=False, reduced_motion="reduce")

    def inspect() -> None:
        practice.page.evaluate("source => window.axe || eval(source)", AXE)
        for width in (1280, 320):
            practice.page.set_viewport_size({"width": width, "height": 900})
            assert practice.page.evaluate("document.documentElement.scrollWidth") <= width
            for scheme in SCHEMES:
                choose(practice.page, scheme)
                assert violations(practice.page) == [], f"{practice.shown}, {width} pixels, {scheme}"

    inspect()
    practice.done(FIRST)
    inspect()
    practice.press("recall_begin")
    inspect()
    practice.press("recall_show")
    inspect()
    practice.press("recall_knew")
    practice.press("recall_do_check")
    inspect()
    practice.stage.get_by_role("radio").first.check()
    practice.press("recall_do_check")
    inspect()
    practice.press("recall_next")
    practice.answer(well=True)
    assert practice.shown == "end"
    inspect()
    practice.page.reload()
    assert practice.shown == "rested"
    inspect()


def test_paper_shows_the_questions_and_nothing_of_the_practice(begin: Begin) -> None:
    practice = begin(FIRST)
    practice.press("recall_begin")
    practice.page.emulate_media(media="print")
    expect(practice.page.locator("recall-practice")).not_to_be_visible()
    for lesson in COURSE.lessons:
        question = practice.page.locator(".em-points li", has_text=lesson.title)
        expect(question).to_be_visible()
        expect(question.locator("details > p").first).to_be_visible()


def targets(page: Page) -> list[float]:
    boxes = (button.bounding_box() for button in page.locator(".em-recall :is(button, label)").all())
    return [box["height"] for box in boxes if box]


def test_what_is_pressed_is_large(begin: Begin) -> None:
    practice = begin(FIRST)
    practice.press("recall_begin")
    practice.answer(well=True)
    sizes = targets(practice.page)
    assert len(sizes) >= 4
    assert min(sizes) >= 44
