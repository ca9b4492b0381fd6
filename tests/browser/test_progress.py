"""How far a learner has come, on a phone: where to go on, what is done, and the record of it on paper."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator.content import load
from generator.views.page import duration
from generator.views.relations import paths_by_length
from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.browser.test_paper import PAPERS, letters
from tests.conftest import ROOT
from tests.views.browser import ENGLISH, HOSTILE

COURSE = load(ROOT / "content").course
SITE = COURSE.settings.id
PATH = paths_by_length(COURSE)[0]
ON_PATH = [COURSE.lesson[id_] for id_ in PATH.lessons]
FIRST, SECOND, LAST = ON_PATH[0], ON_PATH[1], ON_PATH[-1]
NOW = "2027-05-10T09:00:00.000Z"
RECORD = json.loads((Path(__file__).parent / "stored" / "record.json").read_text())

Things = dict[str, object]


def moment(day: int) -> str:
    """Nine o'clock on a day of May."""
    return f"2027-05-{day:02}T09:00:00.000Z"


def opened(day: int) -> Things:
    return {"opened": {"title": "…", "at": moment(day)}}


def done(day: int) -> Things:
    return {**opened(day), "done": {"is": True, "at": moment(day)}}


@pytest.fixture(scope="module")
def phone_page(browser: Browser) -> Iterator[Page]:
    """A phone in the year in which the course is taken, with axe at hand."""
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, timezone_id="Europe/London", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    yield page
    context.close()


@pytest.fixture
def learner(site: str, phone_page: Page) -> Iterator["Learner"]:
    """Somebody about whom the browser knows nothing yet."""
    errors: list[str] = []
    phone_page.on("pageerror", lambda error: errors.append(str(error)))
    phone_page.goto(f"{site}404.html")
    phone_page.evaluate("localStorage.clear()")
    yield Learner(phone_page, site)
    assert errors == []


class Learner:
    """A browser that has kept something of the course."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.address = site

    def keep(self, kind: str, id_: str, value: object) -> None:
        """Stores a value, or a text as it stands."""
        text = value if isinstance(value, str) else json.dumps({"schema": 1, "id": id_, **_plain(value)})
        self.page.evaluate("([k, v]) => localStorage.setItem(k, v)", [f"{SITE}:v1:{kind}:{id_}", text])

    def kept(self, kind: str, id_: str) -> dict[str, object]:
        """What is stored."""
        text = self.page.evaluate("key => localStorage.getItem(key)", f"{SITE}:v1:{kind}:{id_}")
        found: dict[str, object] = json.loads(text)
        return found

    def open(self, address: str) -> Page:
        self.page.goto(self.address + address)
        return self.page


def _plain(value: object) -> Things:
    assert isinstance(value, dict)
    return value


def test_a_first_visitor_finds_home_as_the_server_sent_it(learner: Learner) -> None:
    page = learner.open("")
    button = page.locator("[data-continue]")
    expect(button).to_have_text(ENGLISH["begin"])
    assert page.locator(".em-bar:visible").count() == 0
    card = page.locator(".em-card[data-kind=path]").first
    expect(card.locator(".em-facts li").first).to_have_text(ENGLISH.say("lesson_count", n=len(ON_PATH)))
    assert (
        page.evaluate("site => Object.keys(localStorage).filter((key) => key.startsWith(site))", SITE) == []
    )


def test_home_leads_on_to_the_lesson_that_was_opened_last(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, done(3))
    learner.keep("lesson", LAST.id, opened(5))
    page = learner.open("")
    button = page.locator(".em-hero-lead .em-button").first
    expect(button).to_have_text(ENGLISH.say("continue_with", title=LAST.title))
    card = page.locator(f".em-card:has([href*='{PATH.id}'])")
    said = ENGLISH.say("lessons_done", n=len(ON_PATH), done=1)
    expect(card.locator(".em-facts li").first).to_have_text(said)
    assert float(card.locator(".em-bar-done").get_attribute("width") or 0) == 100 / len(ON_PATH)
    expect(card.locator(".em-bar")).to_be_visible()
    page.evaluate(AXE)
    for scheme in SCHEMES:
        choose(page, scheme)
        assert violations(page) == []
    button.click()
    expect(page.locator("h1")).to_contain_text(LAST.title)


def test_what_is_kept_moves_hardly_anything_when_it_shows(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, done(3))
    learner.keep("lesson", LAST.id, opened(5))
    for state in ("begun", "done"):
        for lesson in COURSE.lessons if state == "done" else ():
            learner.keep("lesson", lesson.id, done(6))
        for address in ("", f"paths/{PATH.id}/", "progress/", "my-data/"):
            assert learner.open(address).evaluate(SHIFTS) <= 0.02, f"{state}: {address}"


SHIFTS = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, {value}) => sum + value, 0)))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
})"""


def test_a_lesson_that_is_done_leads_to_the_next_and_everything_done_to_practice(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, done(3))
    button = learner.open("").locator("[data-continue]")
    expect(button).to_have_text(ENGLISH.say("continue_with", title=SECOND.title))
    for lesson in COURSE.lessons:
        learner.keep("lesson", lesson.id, done(4))
    page = learner.open("")
    expect(button).to_have_text(ENGLISH["continue_with_recall"])
    expect(page.get_by_text(ENGLISH["everything_done"])).to_be_visible()
    button.click()
    expect(page.locator("[data-kind=recall]")).to_have_count(1)


def test_home_knows_a_lesson_that_was_just_opened_and_done(learner: Learner) -> None:
    page = learner.open(f"lessons/{FIRST.id}/")
    page.goto(learner.address)
    expect(page.locator("[data-continue]")).to_have_text(ENGLISH.say("continue_with", title=FIRST.title))
    page.go_back()
    page.locator("lesson-progress label").tap()
    page.go_forward()
    expect(page.locator("[data-continue]")).to_have_text(ENGLISH.say("continue_with", title=SECOND.title))


def test_a_path_tells_of_each_lesson_what_was_done_and_leads_on(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, done(5))
    learner.keep("lesson", SECOND.id, opened(3))
    learner.keep("lesson", LAST.id, "[broken")
    learner.keep("lesson", "left-the-course", done(1))
    page = learner.open(f"paths/{PATH.id}/")
    said = page.locator("[data-lesson]").all_inner_texts()
    assert said[:2] == ["Done on 5 May 2027", "Opened on 3 May 2027"]
    assert set(said[2:]) == {ENGLISH["lesson_new"]}
    expect(page.locator(".em-lead .em-facts li").first).to_have_text(
        ENGLISH.say("lessons_done", n=len(ON_PATH), done=1)
    )
    expect(page.locator("[data-continue]")).to_have_text(ENGLISH.say("continue_with", title=SECOND.title))
    learner.keep("lesson", "left-the-course", {"opened": {"title": "Gone", "at": moment(9)}})
    expect(learner.open("").locator("[data-continue]")).to_have_text(
        ENGLISH.say("continue_with", title=SECOND.title)
    )


def test_a_tick_is_kept_dated_taken_back_and_seen_in_other_tabs(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, opened(3))
    page = learner.open("progress/")
    other = page.context.new_page()
    other.goto(page.url)
    row = page.locator(f"tr[data-stage={FIRST.id}]").first
    box = row.get_by_role("checkbox")
    assert not box.is_checked()
    row.locator("label").tap()
    expect(row.locator("[data-lesson]")).to_have_text("Done on 10 May 2027")
    expect(page.locator("tick-list [role=status]").first).to_have_text(ENGLISH["kept_saved"])
    assert learner.kept("lesson", FIRST.id)["done"] == {"is": True, "at": NOW}
    assert learner.kept("lesson", FIRST.id)["opened"] == {"title": "…", "at": moment(3)}
    expect(other.locator(f"tr[data-stage={FIRST.id}] input").first).to_be_checked()
    other.close()
    page.reload()
    assert box.is_checked()
    box.press("Space")
    expect(row.locator("[data-lesson]")).to_have_text("Opened on 3 May 2027")
    assert learner.kept("lesson", FIRST.id)["done"] == {"is": False, "at": NOW}


def test_ticks_of_a_newer_version_are_left_alone_and_trouble_is_told(learner: Learner) -> None:
    newer = '{"schema": 9, "done": {"is": true}}'
    learner.keep("lesson", FIRST.id, newer)
    page = learner.open("progress/")
    note = page.locator("tick-list [role=status]").first
    expect(note).to_have_text(ENGLISH["kept_newer"])
    page.locator(f"tr[data-stage={FIRST.id}] label").first.tap()
    assert not page.locator(f"tr[data-stage={FIRST.id}] input").first.is_checked()
    assert page.evaluate("key => localStorage.getItem(key)", f"{SITE}:v1:lesson:{FIRST.id}") == newer


def test_the_record_comes_on_one_sheet_with_days_and_without_scores(learner: Learner) -> None:
    (checklist, *_), (exercise, *_) = COURSE.checklists, COURSE.exercises
    page = learner.open("progress/")
    expect(page.locator("[data-nothing]")).to_be_visible()
    page.locator(f"tr[data-stage={FIRST.id}] label").first.tap()
    page.locator(f"tr[data-stage={LAST.id}] label").first.tap()
    attempts = [{"at": moment(2), "scores": {"respect": 87}}, {"at": moment(6), "scores": {"respect": 93}}]
    learner.keep("checklist", checklist.id, {"attempts": attempts})
    secret = {"answers": {exercise.steps[0].id: "Between us"}, "at": moment(7)}
    learner.keep("exercise", exercise.id, {"draft": secret})
    page.reload()
    page.get_by_label(ENGLISH["record_name"]).fill(f"Amina {HOSTILE}")
    assert learner.kept("record", "me") == {**RECORD, "name": f"Amina {HOSTILE}"[:80]}
    page.get_by_label(ENGLISH["record_name"]).fill(RECORD["name"])
    assert learner.kept("record", "me") == RECORD
    together = ENGLISH.say("lessons_done", n=len(COURSE.lessons), done=2)
    expected = [
        *("Record of participation", COURSE.settings.title, RECORD["name"], "10 May 2027"),
        *(FIRST.title, LAST.title, f"{together}, {duration(FIRST.minutes + LAST.minutes, ENGLISH)}"),
        *(checklist.title, "2 May 2027 · 6 May 2027", exercise.title, "7 May 2027"),
        *(ENGLISH["record_declared"], ENGLISH["record_signature"]),
    ]
    page.evaluate("window.print = () => {}")
    for paper in PAPERS:
        page.get_by_role("button", name=ENGLISH["record_print"]).click()
        (text,) = sheets(page, paper)
        for line in expected:
            assert letters(line) in letters(text), line
        for line in (SECOND.title, "Between us", "87", "93", ENGLISH["progress_title"] + "A tick"):
            assert letters(line) not in letters(text), line
    lists = "".join(sheets(page, "A4"))
    assert letters(SECOND.title) in letters(lists)
    assert letters("Record of participation") not in letters(lists)


def sheets(page: Page, paper: str) -> list[str]:
    """The text of each sheet that the browser prints."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format=paper))).pages]


def test_progress_breaks_no_rule_with_something_kept(learner: Learner) -> None:
    learner.keep("lesson", FIRST.id, done(3))
    learner.keep("record", "me", RECORD)
    page = learner.open("progress/")
    page.evaluate(AXE)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        for scheme in SCHEMES:
            choose(page, scheme)
            assert violations(page) == [], f"{width} pixels, {scheme}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size(PHONE)


def test_whatever_is_stored_no_page_breaks(learner: Learner) -> None:
    """The fixture fails on any error of a script."""
    for odd in (
        {"opened": {"at": 7, "title": {}}, "done": {"is": 1, "at": []}},
        {"opened": {}, "done": {"is": True, "at": "soon"}},
    ):
        for lesson in COURSE.lessons:
            learner.keep("lesson", lesson.id, odd)
        learner.keep("record", "me", {"name": {"first": 1}})
        learner.keep("checklist", COURSE.checklists[0].id, {"attempts": [{"at": 5}, {}]})
        learner.keep("exercise", COURSE.exercises[0].id, {"draft": {"answers": {"x": None}, "at": {}}})
        for address in ("", f"paths/{PATH.id}/", "paths/", "progress/", "my-data/"):
            learner.open(address)
    assert learner.open("progress/").get_by_label(ENGLISH["record_name"]).input_value() == ""
