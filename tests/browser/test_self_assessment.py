"""A self-assessment in the browser. The numbers are those of the promises that were made for it."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Dialog, FilePayload, Locator, Page, expect
from pypdf import PdfReader

from generator.cli import run
from tests.browser.conftest import DESKTOP, PHONE, served
from tests.browser.learning import BLOCKED
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.conftest import COURSES, mend

KEY = "tea-and-sympathy:v1:checklist:care"
STORED = json.loads((Path(__file__).parent / "stored" / "checklist.json").read_text())
FIRST, LATER = datetime(2027, 3, 1, 10), datetime(2027, 4, 2, 10)
CARE = """\
title: Care & attention
summary: How do you care?
scale: [Never, Rarely, Sometimes, Often, Always]
dimensions:
  - id: listen
    name: Listening
    statements:
      - id: finish
        text: I let people finish.
      - id: phone
        text: I look at my phone while somebody talks.
        reverse: true
    lessons: [listen-first]
    exercises: [one-minute]
  - id: act
    name: Acting
    statements:
      - id: promise
        text: I keep my promises.
      - id: thank
        text: I thank people.
    lessons: [listen-first]
bands:
  - from: 0
    label: A start
    advice: Take *one* step this week.
  - from: 60
    label: Steady
    advice: Keep it, and tell a colleague.
revision: 1
retake_after_days: 30
"""
NEVER, RARELY, SOMETIMES, OFTEN, ALWAYS, NOT = range(6)
HOSTILE = "<img src=x onerror=alert(1)>"


class Course:
    """A small course with one self-assessment, which its author changes now and then."""

    def __init__(self, folder: Path, name: str = "tiny", file: str = CARE) -> None:
        shutil.copytree(COURSES / name, folder)
        self._folder = folder
        self.file = folder / "content/checklists/care.yml"
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(file, "utf-8")
        settings = folder / "content/course.yml"
        if "language:" not in settings.read_text("utf-8"):
            settings.write_text(settings.read_text("utf-8") + "language: en-GB\n", "utf-8")
        self.site = folder / "site"
        self.build()

    def build(self) -> None:
        arguments = ["build", "--content", str(self._folder / "content"), "--site-dir", str(self.site)]
        assert run([*arguments, "--no-handouts"]) == 0


@pytest.fixture(scope="module")
def care(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the self-assessment."""
    with served(Course(tmp_path_factory.mktemp("care") / "course").site) as address:
        yield f"{address}checklists/care/"


class Tab:
    """The self-assessment in a tab of a browser."""

    def __init__(self, context: BrowserContext, address: str, now: datetime = FIRST) -> None:
        self.context = context
        self.errors: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.clock.set_fixed_time(now)
        self.page.goto(address)
        self.element = self.page.locator("self-assessment")
        self.counter = self.element.locator(".em-progress [role=status]").first
        self.kept = self.element.locator(".em-kept")
        self.note = self.element.locator(".em-last > p")
        self.open = self.element.locator(".em-open")
        self.result = self.element.locator(".em-result")
        self.went = self.element.locator(".em-went")

    def statement(self, item: str) -> Locator:
        return self.page.locator(f"#statement-{item}")

    def radio(self, item: str, answer: int) -> Locator:
        return self.statement(item).get_by_role("radio").nth(answer)

    def answer(self, **answers: int) -> None:
        for item, answer in answers.items():
            self.statement(item).locator("label").nth(answer).click()

    def press(self, name: str) -> None:
        self.element.get_by_role("button", name=name, exact=True).click()

    def finish(self, finish: int, phone: int, promise: int, thank: int) -> None:
        """Answers everything, and asks for the result."""
        self.answer(finish=finish, phone=phone, promise=promise, thank=thank)
        self.press("Show my result")

    def come_back(self, now: datetime) -> None:
        self.page.clock.set_fixed_time(now)
        self.page.reload()

    def rows(self, table: str = ".em-scored") -> list[list[str]]:
        rows = self.result.locator(f"{table} tbody tr")
        return [row.locator("th, td").all_inner_texts() for row in rows.all()]

    def chosen(self) -> dict[str, str]:
        """The answers that are marked, by statement."""
        found: dict[str, str] = self.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("fieldset :checked")]
              .map((radio) => [radio.closest("fieldset").dataset.item, radio.value]))"""
        )
        return found

    def storage(self) -> dict[str, str]:
        """What the browser keeps for the course, as it stands."""
        found: dict[str, str] = self.page.evaluate("() => ({...localStorage})")
        return {key: text for key, text in found.items() if key.startswith("tea-and-sympathy:")}

    def stored(self) -> Any:
        return json.loads(self.storage()[KEY])

    def store(self, text: str) -> None:
        """Stores a text as it stands, and opens the page anew."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        self.page.reload()

    def download(self, name: str) -> tuple[str, bytes]:
        """The name and the bytes of what a button hands over."""
        with self.page.expect_download() as download:
            self.press(name)
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def bring(self, text: str) -> None:
        file = FilePayload(name="answers.json", mimeType="application/json", buffer=text.encode())
        with self.page.expect_file_chooser() as chooser:
            self.press("Bring back answers from a file")
        chooser.value.set_files([file])


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used yet, with a wide window."""
    context = browser.new_context(viewport=DESKTOP, timezone_id="Europe/Madrid")
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, care: str) -> Iterator[Tab]:
    """The first visit of somebody. Whatever happens, no script fails."""
    tab = Tab(context, care)
    yield tab
    assert tab.errors == []


def test_1_a_first_visit_finds_nothing_chosen_and_stores_nothing(tab: Tab) -> None:
    expect(tab.counter).to_have_text("0 of 4 answered")
    expect(tab.element).to_contain_text("stays in this browser, on this device")
    expect(tab.note).to_be_hidden()
    assert tab.chosen() == {}
    assert tab.storage() == {}
    assert tab.page.evaluate("document.activeElement === document.body")


def test_2_and_17_an_answer_is_kept_at_once_by_mouse_and_by_keyboard(tab: Tab) -> None:
    label = tab.statement("finish").locator("label").nth(OFTEN)
    box = label.bounding_box()
    assert box is not None
    label.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
    expect(tab.counter).to_have_text("1 of 4 answered")
    expect(tab.kept).to_have_text("Saved in this browser.")
    assert tab.stored()["draft"]["answers"] == {"finish": 3, "phone": None, "promise": None, "thank": None}

    address = tab.page.url
    for key in ("Tab", "Space", "ArrowDown", "Tab", "ArrowRight", "n", "s", "p", "f"):
        tab.page.keyboard.press(key)
    expect(tab.radio("promise", RARELY)).to_be_focused()
    assert tab.page.url == address
    assert tab.chosen() == {"finish": "3", "phone": "1", "promise": "1"}
    expect(tab.counter).to_have_text("3 of 4 answered")

    tab.page.reload()
    assert tab.chosen() == {"finish": "3", "phone": "1", "promise": "1"}
    expect(tab.counter).to_have_text("3 of 4 answered")
    assert tab.page.evaluate("document.activeElement === document.body")


def test_2_and_18_a_phone_is_touched_and_shows_how_far_one_is(browser: Browser, care: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    tab = Tab(context, care)
    for item in ("finish", "phone", "promise"):
        tab.statement(item).locator("label").nth(ALWAYS).tap()
        expect(tab.counter).to_be_in_viewport(ratio=1)
    expect(tab.counter).to_have_text("3 of 4 answered")
    heights = tab.element.locator("label:visible, button:visible").evaluate_all(
        "elements => elements.map((element) => element.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44

    tab.page.set_viewport_size({"width": 320, "height": 640})
    tab.answer(thank=NEVER)
    for name in ("Show my result", None):
        if name:
            tab.press(name)
        assert tab.page.evaluate("document.documentElement.scrollWidth") == 320
    expect(tab.result.locator("h2")).to_be_in_viewport(ratio=1)
    context.close()


def test_3_open_statements_are_named_and_reached_and_nothing_is_lost(tab: Tab) -> None:
    tab.press("Show my result")
    expect(tab.open).to_be_focused()
    expect(tab.open).to_contain_text("4 statements are still open")
    expect(tab.open.get_by_role("button")).to_be_hidden()
    tab.answer(finish=ALWAYS, phone=NEVER, thank=ALWAYS)
    expect(tab.open).to_contain_text("One statement is still open")
    expect(tab.result).to_have_count(0)
    link = tab.open.get_by_role("link")
    expect(link).to_have_text("3 of 4. I keep my promises.")
    link.click()
    expect(tab.radio("promise", NEVER)).to_be_focused()
    expect(tab.radio("promise", NEVER)).not_to_be_checked()
    tab.press("Show the result anyway")
    expect(tab.open).to_be_hidden()
    assert tab.rows() == [["Listening", "100"], ["Acting", "100"]]
    assert tab.chosen() == {"finish": "4", "phone": "0", "thank": "4"}


def test_4_and_5_a_result_is_exact_is_stored_once_and_goes_with_the_next_answer(tab: Tab) -> None:
    tab.finish(OFTEN, RARELY, RARELY, SOMETIMES)
    expect(tab.result.locator("h2")).to_be_focused()
    assert tab.rows() == [["Listening", "75"], ["Acting", "38"]]
    expect(tab.result).to_contain_text("Answered on 1 March 2027")
    expect(tab.result).to_contain_text("your own view on one day")
    assert tab.result.locator("rect.em-measured").evaluate_all(
        "bars => bars.map((bar) => bar.getAttribute('width'))"
    ) == ["75", "38"]
    advice = tab.result.locator("dl").first.locator("> div")
    assert advice.first.locator("dt, dd").all_inner_texts() == [
        "Acting: 38",
        "A start. Take one step this week.",
        "Read: Listen first",
    ]
    assert advice.last.locator("dt, dd").all_inner_texts() == [
        "Listening: 75",
        "Steady. Keep it, and tell a colleague.",
    ]
    for way in (tab.page.reload, lambda: None):
        way()
        tab.press("Show my result")
    attempts = tab.stored()["attempts"]
    assert [attempt["scores"] for attempt in attempts] == [{"listen": 75, "act": 38}]

    tab.answer(thank=ALWAYS)
    expect(tab.result).to_have_count(0)
    tab.press("Show my result")
    assert [attempt["scores"]["act"] for attempt in tab.stored()["attempts"]] == [38, 63]


def test_6_a_second_attempt_is_compared_in_words_when_its_time_has_come(tab: Tab) -> None:
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    tab.come_back(datetime(2027, 3, 30, 10))
    expect(tab.note).to_have_text("You last answered on 1 March 2027.")
    tab.come_back(LATER)
    expect(tab.note).to_contain_text("You last answered on 1 March 2027. It is time to answer again")
    tab.press("Show that result")
    assert tab.rows() == [["Listening", "75"], ["Acting", "50"]]
    tab.element.locator(".em-result [data-do=again]").click()
    expect(tab.radio("finish", NEVER)).to_be_focused()
    assert tab.chosen() == {}
    tab.finish(ALWAYS, RARELY, SOMETIMES, NEVER)
    heads = tab.result.locator("thead th").all_inner_texts()
    assert heads == ["Area", "Score", "Last time (1 March 2027)", "Change"]
    assert tab.rows() == [
        ["Listening", "88", "75", "13 points higher"],
        ["Acting", "25", "50", "25 points lower"],
    ]
    tab.element.locator(".em-result [data-do=again]").click()
    tab.finish(ALWAYS, RARELY, SOMETIMES, RARELY)
    assert [row[3] for row in tab.rows()] == ["the same", "13 points higher"]


def test_7_where_nothing_applies_there_is_no_score(tab: Tab) -> None:
    tab.finish(NOT, NOT, NOT, SOMETIMES)
    assert tab.rows() == [["Listening", "Not enough answers"], ["Acting", "50"]]
    tab.answer(thank=NOT)
    tab.press("Show my result")
    assert {row[1] for row in tab.rows()} == {"Not enough answers"}
    expect(tab.result).not_to_contain_text("NaN")
    expect(tab.result.get_by_role("heading", name="What to do next")).to_be_hidden()


def test_8_an_answer_in_one_tab_appears_in_the_other(tab: Tab, care: str) -> None:
    other = Tab(tab.context, care)
    tab.answer(finish=OFTEN)
    expect(other.radio("finish", OFTEN)).to_be_checked()
    expect(other.counter).to_have_text("1 of 4 answered")
    other.answer(phone=RARELY)
    expect(tab.radio("phone", RARELY)).to_be_checked()
    assert tab.stored()["draft"]["answers"] == {"finish": 3, "phone": 1, "promise": None, "thank": None}
    tab.page.once("dialog", lambda dialog: dialog.accept())
    tab.press("Delete all my answers here")
    expect(other.counter).to_have_text("0 of 4 answered")
    assert other.errors == []


def test_6_and_9_answers_follow_their_statements_through_an_edit(
    context: BrowserContext, tmp_path: Path
) -> None:
    course = Course(tmp_path / "edited")
    with served(course.site) as address:
        tab = Tab(context, f"{address}checklists/care/")
        tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
        mend(
            course.file, "- id: promise\n        text: I keep my promises.", "- id: new\n        text: I ask."
        )
        mend(course.file, "      - id: thank", "      - id: newer\n        text: I wait.\n      - id: thank")
        mend(course.file, "      - id: finish\n        text: I let people finish.\n", "")
        mend(
            course.file, "    lessons:", "      - id: finish\n        text: I let them finish.\n    lessons:"
        )
        course.build()
        tab.come_back(LATER)
        expect(tab.note).to_contain_text("This self-assessment has changed since you last answered.")
        assert tab.chosen() == {"finish": "3", "phone": "1", "thank": "2"}
        expect(tab.counter).to_have_text("3 of 5 answered")
        tab.answer(new=ALWAYS, newer=ALWAYS)
        tab.press("Show my result")
        assert tab.rows() == [
            ["Listening", "75", "75", "the same"],
            ["Acting", "83", "50", "not compared"],
        ]
        expect(tab.result).to_contain_text("compared only where")
        assert "promise" in tab.stored()["attempts"][0]["answers"]
        assert "promise" in tab.stored()["draft"]["answers"]
        tab.page.reload()
        expect(tab.note).not_to_contain_text("has changed")

        mend(course.file, "revision: 1", "revision: 2")
        course.build()
        tab.page.reload()
        expect(tab.note).to_contain_text("has changed")
        assert tab.errors == []


def test_10_what_cannot_be_read_is_put_aside_and_said(tab: Tab) -> None:
    told = '{"schema": 1, "id": "care", '
    for text in ("{", "null", "[]", '{"schema": 1}', told + '"draft": 3}', told + '"attempts": {}}'):
        tab.page.evaluate("localStorage.clear()")
        tab.store(text)
        expect(tab.kept).to_contain_text("could not be read")
        assert tab.storage() == {f"{KEY}:broken": text}
    tab.answer(finish=OFTEN)
    expect(tab.kept).to_have_text("Saved in this browser.")
    assert tab.stored()["draft"]["answers"]["finish"] == 3
    assert tab.storage()[f"{KEY}:broken"] == text


def test_10_wrong_things_inside_of_a_value_are_passed_over(tab: Tab) -> None:
    """Text of a stranger stays text, and what no answer can be is none."""
    nothing = {"toString": 1, "valueOf": HOSTILE}
    answers = {"finish": nothing, "phone": 9, "promise": [2], "thank": 2, "constructor": 1, HOSTILE: 1}
    bad: list[Any] = [
        {"at": 1},
        {"at": "soon", "answers": {}, "scores": {}},
        {"at": FIRST.isoformat(), "answers": None},
    ]
    odd = {
        "revision": HOSTILE,
        "answers": answers,
        "scores": {"listen": HOSTILE, "act": 50},
        "at": "2027-02-01T10:00:00.000Z",
    }
    tab.store(json.dumps({"schema": 1, "id": "care", "draft": odd, "attempts": [*bad, odd]}))
    assert tab.chosen() == {"thank": "2", "promise": "2"}
    tab.press("Show that result")
    assert tab.rows() == [["Listening", "Not enough answers"], ["Acting", "50"]]
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    assert tab.rows() == [
        ["Listening", "75", "Not enough answers", "not compared"],
        ["Acting", "50", "50", "the same"],
    ]
    expect(tab.page.locator("img[src=x]")).to_have_count(0)


def test_11_what_a_later_version_has_stored_is_not_touched(tab: Tab) -> None:
    text = '{"schema": 2, "id": "care", "anything": [1, 2]}'
    tab.store(text)
    expect(tab.kept).to_contain_text("A newer version of this page saved your answers")
    expect(tab.radio("finish", OFTEN)).to_be_disabled()
    expect(tab.element.get_by_role("button", name="Show my result")).to_be_disabled()
    assert tab.storage() == {KEY: text}
    tab.bring(taken(STORED))
    expect(tab.went).to_contain_text("A newer version")
    assert tab.storage() == {KEY: text}


def taken(value: object, **changes: object) -> str:
    """A file with a value of the self-assessment, and of something else."""
    lesson = {"schema": 1, "id": "listen-first", "done": {"is": True, "at": "2027-01-01T00:00:00.000Z"}}
    things = {"checklist:care": value, "lesson:listen-first": lesson}
    return json.dumps({"extramile": 1, "site": "tea-and-sympathy", "saved": "x", "things": things, **changes})


def test_12_where_storage_is_blocked_it_works_for_a_visit_and_says_so(
    context: BrowserContext, care: str
) -> None:
    context.add_init_script(BLOCKED)
    tab = Tab(context, care)
    expect(tab.kept).to_contain_text("This browser keeps nothing")
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    assert tab.rows() == [["Listening", "75"], ["Acting", "50"]]
    _, file = tab.download("Download my answers")
    assert json.loads(file)["things"]["checklist:care"]["attempts"][0]["scores"] == {"listen": 75, "act": 50}
    assert tab.errors == []


def test_12_where_there_is_no_room_answers_stay_on_the_page(tab: Tab) -> None:
    tab.page.evaluate(
        """() => { for (let size = 2 ** 22, n = 0; size; size >>= 1) {
          try { localStorage.setItem(`filler-${n++}`, "x".repeat(size)); } catch { /* smaller */ }
        } }"""
    )
    tab.answer(finish=OFTEN, phone=RARELY, promise=SOMETIMES, thank=SOMETIMES)
    expect(tab.kept).to_contain_text("no room left")
    assert len(tab.chosen()) == 4
    tab.press("Show my result")
    assert tab.rows() == [["Listening", "75"], ["Acting", "50"]]
    _, file = tab.download("Download my answers")
    kept = json.loads(file)["things"]["checklist:care"]
    assert kept["draft"]["answers"] == kept["attempts"][0]["answers"]
    assert tab.storage() == {}


def test_13_answers_are_deleted_when_asked_twice(tab: Tab) -> None:
    other = "tea-and-sympathy:v1:lesson:listen-first"
    tab.page.evaluate("key => localStorage.setItem(key, 'untouched')", other)
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    asked: list[str] = []

    def reply(*, yes: bool) -> None:
        def choose(dialog: Dialog) -> None:
            asked.append(dialog.message)
            dialog.accept() if yes else dialog.dismiss()

        tab.page.once("dialog", choose)

    reply(yes=False)
    tab.press("Delete all my answers here")
    assert set(tab.storage()) == {KEY, other}
    assert len(tab.chosen()) == 4
    reply(yes=True)
    tab.press("Delete all my answers here")
    assert set(tab.storage()) == {other}
    assert tab.chosen() == {}
    expect(tab.radio("finish", NEVER)).to_be_focused()
    expect(tab.kept).to_contain_text("are deleted from this browser")
    expect(tab.result).to_have_count(0)
    assert all("cannot be undone" in message for message in asked)
    assert len(asked) == 2


def test_14_answers_are_downloaded_and_brought_back(tab: Tab, browser: Browser, care: str) -> None:
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    tab.come_back(LATER)
    tab.press("Answer again")
    tab.finish(ALWAYS, NEVER, NOT, NOT)
    name, file = tab.download("Download my answers")
    assert name == "care.json"
    assert json.loads(file)["things"] == {"checklist:care": tab.stored()}
    name, table = tab.download("Download as a table")
    assert name == "care.csv"
    assert table.decode() == (
        "\ufeffDate,Area,Score\r\n2027-03-01,Listening,75\r\n2027-03-01,Acting,50\r\n"
        "2027-04-02,Listening,100\r\n2027-04-02,Acting,\r\n"
    )

    elsewhere = browser.new_context()
    new = Tab(elsewhere, care, LATER)
    for _ in range(2):
        new.bring(file.decode())
        expect(new.went).to_have_text("Saved in this browser.")
        assert new.stored() == tab.stored()
    assert new.chosen() == tab.chosen()
    new.bring(taken(STORED))
    expect(new.note).to_contain_text("2 April 2027")
    assert [attempt["at"][:10] for attempt in new.stored()["attempts"]] == [
        "2027-01-05",
        "2027-02-08",
        "2027-03-01",
        "2027-04-02",
    ]
    assert set(new.storage()) == {KEY}
    before = new.storage()
    prototype = taken(STORED).replace('"schema"', '"__proto__": {"a": 1}, "schema"', 1)
    for bad in ("{", "[]", taken({"schema": 2, "id": "care"}), taken(STORED, site="other"), prototype):
        new.bring(bad)
        expect(new.went).to_contain_text("Nothing has changed")
        new.went.evaluate("status => { status.textContent = ''; }")
    assert new.storage() == before
    assert new.errors == []
    elsewhere.close()


def test_14_the_fifty_last_results_are_kept(tab: Tab) -> None:
    attempt = STORED["attempts"][0]
    many = [{**attempt, "at": f"2026-{1 + n // 25:02}-{1 + n % 25:02}T10:00:00.000Z"} for n in range(50)]
    tab.store(json.dumps({"schema": 1, "id": "care", "attempts": many}))
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    kept = tab.stored()["attempts"]
    assert len(kept) == 50
    assert kept[:-1] == many[1:]
    assert kept[-1]["scores"] == {"listen": 75, "act": 50}


def test_15_a_result_is_shared_in_a_link_and_mixed_with_nobody_elses(tab: Tab, browser: Browser) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.finish(OFTEN, RARELY, NOT, SOMETIMES)
    expect(tab.result).to_contain_text("Whoever has the link can read every answer.")
    tab.press("Copy the link")
    expect(tab.went).to_have_text("The link is copied.")
    link = tab.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{tab.page.url}#r=1.care.1.31x2"

    elsewhere = browser.new_context(reduced_motion="reduce")
    coach = Tab(elsewhere, tab.page.url)
    coach.answer(finish=NEVER)
    mine = coach.storage()
    requests: list[str] = []
    coach.page.on("request", lambda request: requests.append(request.url))
    coach.page.evaluate("link => { location.href = link; }", link)
    expect(coach.result.locator("h2")).to_have_text("A result that was shared with you")
    assert coach.rows() == [["Listening", "75"], ["Acting", "50"]]
    assert coach.result.locator(".em-each dd").all_inner_texts() == [
        "Often",
        "Rarely",
        "Does not apply",
        "Sometimes",
    ]
    expect(coach.element.locator("form").first).to_be_hidden()
    expect(coach.element.get_by_role("button", name="Delete all my answers here")).to_be_hidden()
    assert violations_of(coach) == []
    coach.page.reload()
    expect(coach.result.locator("h2")).to_have_text("A result that was shared with you")
    assert coach.storage() == mine
    assert not [url for url in requests if "r=1" in url.split("#")[0]]
    coach.page.evaluate("document.querySelector('.md-skip').click()")
    expect(coach.page).to_have_url(re.compile("#page_title$"))
    expect(coach.result.locator("h2")).to_have_text("A result that was shared with you")
    coach.press("Go to my own answers")
    expect(coach.result).to_have_count(0)
    assert "#" not in coach.page.url
    expect(coach.radio("finish", NEVER)).to_be_focused()
    assert coach.chosen() == {"finish": "0"}
    for end in ("#r=1.care.7.31x2", "#r=1.other.1.31x2", f"#r=1.care.1.{HOSTILE}"):
        coach.page.evaluate("end => { location.hash = end; }", end)
        if end == "#r=1.care.7.31x2":
            expect(coach.result).to_contain_text("made with another version")
        else:
            expect(coach.result).to_have_count(0)
            expect(coach.note).to_contain_text("does not fit this self-assessment")
    assert coach.storage() == mine
    assert coach.errors == []
    elsewhere.close()


def test_15_a_reminder_for_the_calendar_leads_back_to_the_result(tab: Tab) -> None:
    tab.finish(OFTEN, RARELY, NOT, SOMETIMES)
    expect(tab.result).to_contain_text("whoever sees your calendar can read your answers")
    name, file = tab.download("Download a reminder")
    assert name == "care.ics"
    (event,) = Calendar.from_ical(file).events
    assert event.start == date(2027, 3, 31)
    assert str(event["SUMMARY"]) == "Answer again: Care & attention"
    assert str(event["DESCRIPTION"]).endswith(f"{tab.page.url}#r=1.care.1.31x2")


def test_16_paper_shows_filled_circles_and_the_result_on_one_sheet(tab: Tab) -> None:
    empty = sheets(tab)
    assert "Your score by hand" in "".join(empty)
    assert "4 points" in "".join(empty)
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    tab.page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    filled = sheets(tab)
    text = "".join(filled)
    assert "Name" in filled[0]
    assert "Date" in filled[0]
    (result,) = [sheet for sheet in filled if "Your result" in sheet]
    for part in (
        "Listening",
        "75",
        "Acting",
        "50",
        "Take one step this week",
        "Keep it, and tell a colleague",
    ):
        assert part in result
    for absent in (
        "Your score by hand",
        "4 points",
        "Delete",
        "Download",
        "Copy",
        "answered",
        "#r=",
        "What your score",
    ):
        assert absent not in text
    tab.page.emulate_media(media="print")
    widths = tab.element.locator("[type=radio]").evaluate_all(
        """radios => radios.map((radio) =>
          [radio.checked, parseFloat(getComputedStyle(radio).borderTopWidth) > 4])"""
    )
    assert all(is_checked == is_full for is_checked, is_full in widths)
    assert sum(is_full for _, is_full in widths) == 4


def sheets(tab: Tab) -> list[str]:
    """The text of each sheet of a print without backgrounds, with single spaces."""
    reader = PdfReader(io.BytesIO(tab.page.pdf(format="A4")))
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in reader.pages]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_18_no_state_breaks_a_rule(browser: Browser, care: str, scheme: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    tab = Tab(context, care)
    choose(tab.page, scheme)
    for width in (1280, 320):
        tab.page.set_viewport_size({"width": width, "height": 800})
        tab.press("Show my result")
        expect(tab.open).to_be_focused()
        assert violations_of(tab) == []
        tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
        assert violations_of(tab) == []
        tab.element.locator(".em-result [data-do=again]").click()
        tab.answer(finish=ALWAYS)
        assert violations_of(tab) == []
        tab.finish(ALWAYS, NEVER, NEVER, NOT)
        assert violations_of(tab) == []
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
        tab.element.locator(".em-result [data-do=again]").click()
    context.close()


def test_18_forced_colours_show_choices_and_bars(browser: Browser, care: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce", viewport=PHONE)
    tab = Tab(context, care)
    tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
    bars = tab.result.locator(".em-measured").first.evaluate(
        """bar => [getComputedStyle(bar).fill, getComputedStyle(bar).stroke,
          getComputedStyle(document.body).backgroundColor]"""
    )
    assert bars[0] != bars[2]
    assert bars[1] != bars[2]
    # The colours of text are the browser's now; axe still reads those that the page asked for.
    assert [line for line in violations_of(tab) if not line.startswith("color-contrast")] == []
    context.close()


def test_18_a_course_from_right_to_left_is_as_good(browser: Browser, tmp_path: Path) -> None:
    course = Course(
        tmp_path / "arabic",
        "arabic",
        CARE.replace("[listen-first]", "[listen]").replace("    exercises: [one-minute]\n", ""),
    )
    context = browser.new_context(viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    with served(course.site) as address:
        tab = Tab(context, f"{address}checklists/care/")
        expect(tab.page.locator("body")).to_have_css("direction", "rtl")
        tab.finish(OFTEN, RARELY, SOMETIMES, SOMETIMES)
        expect(tab.result.locator("h2")).to_be_focused()
        assert violations_of(tab) == []
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= 320
        start = "bar => { const box = bar.getBoundingClientRect(); return [box.left, box.right]; }"
        frame = tab.result.locator(".em-measure").first.evaluate(start)
        bar = tab.result.locator(".em-measured").first.evaluate(start)
        assert abs(frame[1] - bar[1]) < 3
        assert bar[0] > frame[0] + 20
        assert tab.errors == []
    context.close()


def violations_of(tab: Tab) -> list[str]:
    """What axe finds on the whole page, which a tall window shows at once: it takes what lies below a header
    that stays in its place for covered."""
    size = tab.page.viewport_size
    assert size is not None
    tab.page.set_viewport_size({"width": size["width"], "height": 6000})
    tab.page.evaluate(AXE)
    found = violations(tab.page)
    tab.page.set_viewport_size(size)
    return found


def test_the_first_format_of_stored_answers_is_understood(tab: Tab) -> None:
    tab.store(json.dumps(STORED))
    assert tab.chosen() == {"finish": "4", "phone": "0", "promise": "x"}
    expect(tab.note).to_contain_text("You last answered on 8 February 2027.")
    tab.press("Show that result")
    assert tab.rows() == [
        ["Listening", "50", "25", "25 points higher"],
        ["Acting", "Not enough answers", "50", "not compared"],
    ]
    assert tab.stored() == STORED


def test_without_scripts_a_self_assessment_is_scored_by_hand(browser: Browser, care: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(care)
    expect(page.locator("article button:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Your score by hand")).to_be_visible()
    expect(page.get_by_text("This page keeps nothing and sends nothing")).to_be_visible()
    expect(page.get_by_text("stays in this browser")).to_be_hidden()
    context.close()
