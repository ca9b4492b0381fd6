"""Exercises as worksheets on a phone: what is kept, what comes out, and how one looks back at a promise."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Download, Error, Page, expect
from pypdf import PdfReader

from generator.content import load
from tests.browser.conftest import PHONE
from tests.browser.learning import BLOCKED, COURSE, Learner
from tests.browser.test_accessibility import SCHEMES, choose, violations, visit
from tests.browser.test_paper import letters
from tests.views.browser import ENGLISH as WORDS

PLAN = COURSE.exercise["exceptional-service-challenge"]
AGREEMENT = COURSE.exercise["draft-a-service-agreement"]
STORY = COURSE.exercise["tell-your-story"]
STORED = json.loads((Path(__file__).parent / "stored" / "exercise.json").read_text())
HOSTILE = '</textarea><img src=x onerror="window.hit = 1"> \'a\' & "b" <b>c</b>'
COPY = json.dumps(
    {
        "extramile": 1,
        "site": COURSE.settings.id,
        "saved": "2027-02-01T10:00:00.000Z",
        "things": {f"exercise:{PLAN.id}": STORED},
    }
)
FULL = """() => {
  const room = (text) => {
    try { localStorage.setItem("filler", text); return true; } catch { return false; }
  };
  let size = 5 * 1024 * 1024 + 1;
  while (!room("x".repeat(size))) size -= 64;
}"""
"""Leaves less room than a short answer takes."""


def sheet(context: BrowserContext, site: str, exercise: str = PLAN.id) -> Learner:
    """Somebody at the worksheet of an exercise, on the first of February."""
    context.clock.install(time="2027-02-01T09:00:00")
    return Learner(context, f"{site}exercises/{exercise}/", "exercise", exercise)


@pytest.fixture
def phone_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce", accept_downloads=True
    )
    yield context
    context.close()


@pytest.fixture
def learner(site: str, phone_context: BrowserContext) -> Learner:
    return sheet(phone_context, site)


def fill(page: Page, answers: dict[str, str]) -> None:
    """Enters answers, and waits until they are kept."""
    enter(page, answers)
    page.clock.run_for(1000)


def enter(page: Page, answers: dict[str, str]) -> None:
    """Enters answers by the names of their controls."""
    for name, answer in answers.items():
        field = page.locator(f"[name='{name}']")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"[name='{name}'][value='{answer}']").check()
        else:
            field.fill(answer)


def shown(page: Page) -> dict[str, str]:
    """The answers that stand on the page."""
    answers: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...new FormData(document.querySelector("work-sheet form"))]
          .filter(([name, value]) => value && !/^(rate|note)[.]/.test(name)))"""
    )
    return answers


def press(page: Page, word: str) -> None:
    page.get_by_role("button", name=WORDS[word], exact=True).click()


def downloaded(page: Page, word: str) -> tuple[str, str]:
    """The name and the text of the file that a button hands out."""
    with page.expect_download() as download:
        press(page, word)
    return name_and_text(download.value)


def name_and_text(download: Download) -> tuple[str, str]:
    with Path(download.path()).open(encoding="utf-8", newline="") as file:
        return download.suggested_filename, file.read()


def told(page: Page) -> str:
    return page.locator(".em-told").inner_text()


def test_every_kind_of_answer_is_kept_counted_and_there_again(learner: Learner) -> None:
    page = learner.page
    total = len(PLAN.steps)
    expect(page.locator(".em-counter")).to_have_text(WORDS.say("worksheet_answered", n=0, total=total))
    assert not learner.kept
    answers = STORED["draft"]["answers"]
    fill(page, answers)
    expect(page.locator(".em-kept")).to_have_text(WORDS["kept_saved"])
    assert learner.kept["draft"]["answers"] == answers
    page.reload()
    assert shown(page) == answers
    expect(page.locator(".em-counter")).to_have_text(WORDS.say("worksheet_answered", n=5, total=total))
    expect(page.locator("body")).to_be_focused()
    fill(page, {"customer": "", "plan.1.1": ""})
    assert learner.kept["draft"]["answers"].keys() == answers.keys() - {"customer", "plan.1.1"}
    assert learner.errors == []


def test_what_was_written_survives_a_tab_that_dies_and_one_that_is_left(learner: Learner) -> None:
    page = learner.page
    page.locator("[name=customer]").fill("Mrs O.")
    page.clock.run_for(1000)
    with pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")
    again = learner.tab()
    expect(again.locator("[name=customer]")).to_have_value("Mrs O.")
    again.locator("[name=customer]").fill("Mrs O. of Mill Lane")
    again.goto("about:blank")
    expect(learner.tab().locator("[name=customer]")).to_have_value("Mrs O. of Mill Lane")


def test_two_tabs_do_not_undo_each_other(learner: Learner) -> None:
    one, other = learner.page, learner.tab()
    other.clock.pause_at("2027-02-01T10:00:00")  # so that it keeps nothing by itself, however long this takes
    other.locator("[name=customer]").fill("still typing")
    one.locator("[name=customer]").fill("from the first")
    one.locator("[name=what-matters]").fill("She opens in May.")
    one.evaluate("dispatchEvent(new Event('pagehide'))")
    expect(other.locator("[name=what-matters]")).to_have_value("She opens in May.")
    expect(other.locator("[name=customer]")).to_have_value("still typing")
    other.clock.run_for(1000)
    expect(one.locator("[name=customer]")).to_have_value("still typing")
    expect(one.locator("[name=what-matters]")).to_have_value("She opens in May.")
    one.evaluate("kept => localStorage.setItem(...kept)", [learner.key, json.dumps(STORED)])
    one.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert shown(one) == STORED["draft"]["answers"]


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        {
            **STORED,
            "draft": {"answers": {"customer": 1, "plan.1.1": None, "what-it-takes": "gone", "no": "x"}},
        },
        {**STORED, "draft": {}, "reviews": {"do-it-on": 5}},
        {
            **STORED,
            "draft": {"answers": {"do-it-on": "2027-02-30"}},
            "reviews": {"do-it-on": [None, {"at": 1}]},
        },
        {**STORED, "draft": {}, "reviews": {"do-it-on": [{"at": {"toString": 1, "valueOf": 1}}]}},
    ],
    ids=["broken", "answers", "reviews", "dates", "moments"],
)
def test_stored_values_that_make_no_sense_break_nothing(learner: Learner, stored: object) -> None:
    learner.put(stored)
    assert shown(learner.page) == {}
    fill(learner.page, {"customer": "Mrs O."})
    assert learner.kept["draft"]["answers"]["customer"] == "Mrs O."
    assert learner.errors == []


def test_a_value_of_the_first_schema_is_shown_whole(learner: Learner) -> None:
    learner.put(STORED)
    assert shown(learner.page) == STORED["draft"]["answers"]
    rating = learner.page.locator("#rate-do-it-on")
    expect(rating).to_be_visible()
    expect(learner.page.locator(".em-reviews")).to_contain_text("2 March 2027: Partly. She was away.")


def test_a_value_of_a_later_version_stays_as_it_is(learner: Learner) -> None:
    learner.put({"schema": 2, "id": PLAN.id})
    fill(learner.page, {"customer": "Mrs O."})
    expect(learner.page.locator(".em-kept")).to_have_text(WORDS["kept_newer"])
    assert learner.kept == {"schema": 2, "id": PLAN.id}


def test_where_nothing_can_be_stored_the_sheet_says_so_and_hands_out_what_it_has(
    learner: Learner, site: str, browser: Browser
) -> None:
    page = learner.page
    page.evaluate(FULL)
    fill(page, {"customer": "Mrs O. " * 40})
    expect(page.locator(".em-kept")).to_have_text(WORDS["kept_full"])
    assert not learner.kept
    bring(page, COPY)
    expect(page.locator("work-sheet [type=file]")).to_have_value("")
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: null }))")
    expect(page.locator(".em-kept")).to_have_text(WORDS["kept_full"])
    expect(page.locator(".em-told")).to_be_empty()
    page.evaluate("localStorage.removeItem('filler')")
    fill(page, {"what-matters": "May"})
    assert learner.kept["draft"]["answers"].keys() == {"customer", "what-matters"}
    context = browser.new_context(viewport=PHONE, accept_downloads=True)
    context.add_init_script(BLOCKED)
    blocked = sheet(context, site)
    fill(blocked.page, {"customer": "Mrs O."})
    expect(blocked.page.locator(".em-kept")).to_have_text(WORDS["kept_visit"])
    assert "Mrs O." in downloaded(blocked.page, "worksheet_text")[1]
    assert blocked.errors == []
    context.close()


def test_a_promise_goes_into_a_calendar_and_each_entry_leads_back_to_it(learner: Learner) -> None:
    page = learner.page
    button = page.get_by_role("button", name=WORDS["worksheet_calendar"])
    expect(button).to_be_hidden()
    fill(page, {"over-and-above": "A card; one box, “each” size.\nAnd a guide.", "do-it-on": "2027-02-26"})
    name, text = downloaded(page, "worksheet_calendar")
    assert name == f"{PLAN.id}-do-it-on.ics"
    events = Calendar.from_ical(text).events
    days = [date(2027, 2, 26), *(date(2027, 2, 26) + timedelta(n) for n in PLAN.check_ins)]
    assert [event.start for event in events] == days
    assert len({str(event["UID"]) for event in events}) == len(days)
    address = f"{learner.address}#rate-do-it-on"
    for event in events:
        assert "A card; one box, “each” size.\nAnd a guide." in str(event["DESCRIPTION"])
        assert str(event["URL"]) == address
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#rate-do-it-on")).to_be_focused()
    expect(page.locator("#rate-do-it-on")).to_contain_text("26 February 2027")


def test_a_check_in_is_due_until_it_is_rated_and_the_next_one_comes(
    site: str, phone_context: BrowserContext
) -> None:
    learner = sheet(phone_context, site, AGREEMENT.id)
    page, due = learner.page, learner.page.locator(".em-due")
    fill(page, {"second-needs.1.1": "One list", "from-day": "2027-02-05"})
    expect(due).to_be_hidden()
    expect(page.locator("#rate-from-day")).to_be_hidden()
    for today, day, outcome in (
        ("2027-03-07", "7 March 2027", "partly"),
        ("2027-05-07", "6 May 2027", "kept"),
    ):
        page.clock.set_system_time(f"{today}T12:00:00")
        page.reload()
        expect(due).to_contain_text(WORDS.say("worksheet_due", day=day))
        due.get_by_role("link", name="One list").click()
        expect(page.locator("#rate-from-day")).to_be_focused()
        fill(page, {"rate.from-day": outcome, "note.from-day": f"Noted in {day}"})
        expect(due).to_be_hidden()
    assert [(review["outcome"], review["note"]) for review in learner.kept["reviews"]["from-day"]] == [
        ("partly", "Noted in 7 March 2027"),
        ("kept", "Noted in 6 May 2027"),
    ]
    expect(page.locator(".em-reviews li:visible")).to_have_text("7 March 2027: Partly. Noted in 7 March 2027")
    fill(page, {"rate.from-day": "not-yet"})
    assert [review["outcome"] for review in learner.kept["reviews"]["from-day"]] == ["partly", "not-yet"]
    assert "7 May 2027: Not yet." in downloaded(page, "worksheet_text")[1]


def test_a_sheet_goes_out_as_text_and_as_a_copy_comes_back_and_is_cleared(learner: Learner) -> None:
    page = learner.page
    learner.put(STORED)
    name, text = downloaded(page, "worksheet_text")
    assert name == f"{PLAN.id}.txt"
    assert "Ring her before eight.\nBring one box of each size." in text
    assert "1 March 2027" in text
    assert "What I will do: Ask her which morning suits" in text
    assert text.count(WORDS["worksheet_not_answered"]) == 3
    name, copy = downloaded(page, "worksheet_pack")
    assert name == f"{PLAN.id}.json"
    page.once("dialog", lambda dialog: dialog.dismiss())
    press(page, "worksheet_clear")
    assert learner.kept == STORED
    page.once("dialog", lambda dialog: dialog.accept())
    press(page, "worksheet_clear")
    expect(page.locator(".em-told")).to_have_text(WORDS["worksheet_cleared"])
    expect(page.locator("[name=customer]")).to_be_focused()
    assert (learner.kept, shown(page)) == (None, {})
    bring(page, "{}")
    expect(page.locator(".em-told")).to_have_text(WORDS["worksheet_not_ours"])
    assert not learner.kept
    for _ in ("once", "again"):
        bring(page, copy)
        expect(page.locator(".em-told")).to_have_text(WORDS["worksheet_brought"])
        assert learner.kept == STORED
        assert shown(page) == STORED["draft"]["answers"]
    assert learner.errors == []


def bring(page: Page, text: str) -> None:
    page.locator("work-sheet [type=file]").set_input_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_hostile_text_stays_text_and_stays_here(site: str, phone_context: BrowserContext) -> None:
    sent: list[str] = []
    phone_context.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    learner = sheet(phone_context, site, AGREEMENT.id)
    page = learner.page
    pictures = page.locator("article img").count()
    names = page.evaluate(
        "[...document.querySelectorAll('work-sheet form :is([type=text], textarea)')].map((f) => f.name)"
    )
    fill(
        page, {"from-day": "2027-01-01", **{name: HOSTILE for name in names if not name.startswith("note.")}}
    )
    fill(page, {"second-needs.1.1": HOSTILE, "rate.from-day": "kept", "note.from-day": HOSTILE})
    press(page, "agreement_open")
    page.clock.set_system_time("2027-04-02T12:00:00")
    page.reload()
    press(page, "agreement_open")
    for place in (".em-due a", "#document .em-sides", "#document td >> nth=0", ".em-promised >> nth=0"):
        expect(page.locator(place).first).to_contain_text("</textarea><img src=x")
    expect(page.locator(".em-reviews li").first).to_contain_text(HOSTILE)
    assert page.locator("article img").count() == pictures
    assert page.evaluate("window.hit") is None
    assert HOSTILE in downloaded(page, "worksheet_text")[1]
    assert [request for request in sent if "textarea" in request or "onerror" in request] == []
    assert learner.errors == []


def test_an_agreement_comes_out_on_its_own_sheets_with_a_line_for_each_side(
    site: str, phone_context: BrowserContext
) -> None:
    learner = sheet(phone_context, site, AGREEMENT.id)
    page, document = learner.page, learner.page.locator("#document")
    long = "\n".join(f"Line {n} of what a customer notices." for n in range(90))
    empty = printed(page)
    assert letters(empty).count(letters(WORDS["agreement_signature"])) == 2
    fill(
        page,
        {
            "first-side": "Front desk",
            "customer": long,
            "first-needs.2.2": "By noon",
            "from-day": "2027-03-01",
        },
    )
    whole = printed(page)
    assert all(letters(line) in letters(whole) for line in [*long.split("\n"), "By noon", "1 March 2027"])
    expect(document).to_be_hidden()
    press(page, "agreement_open")
    expect(document).to_be_focused()
    alone = printed(page)
    for text in [
        "Front desk",
        *long.split("\n"),
        "By noon",
        "1 March 2027",
        "It applies from",
        WORDS["agreement_title"],
    ]:
        assert letters(text) in letters(alone)
    assert letters(alone).count(letters(WORDS["agreement_signature"])) == 2
    for text in (AGREEMENT.title, AGREEMENT.steps[0].prompt, WORDS["worksheet_print"], "CC BY"):
        assert letters(text) not in letters(alone)
    press(page, "agreement_open")
    expect(document).to_be_hidden()
    assert letters(printed(page)) == letters(whole)


def printed(page: Page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return "".join(sheet.extract_text() for sheet in reader.pages)


def test_a_box_grows_with_its_text_and_nothing_is_cut_off(learner: Learner) -> None:
    page = learner.page
    box = page.locator("[name=what-matters]")
    low = box.evaluate("(box) => box.offsetHeight")
    for text in ("line\n" * 30, "word " * 400, "x" * 900):
        box.fill(text)
        high, needed = box.evaluate("(box) => [box.clientHeight, box.scrollHeight]")
        assert high >= needed
        assert high > low
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_story_comes_out_as_a_file_that_the_course_takes(
    site: str, phone_context: BrowserContext, tmp_path: Path
) -> None:
    phone_context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    learner = sheet(phone_context, site, STORY.id)
    page = learner.page
    fill(page, {"body": f"It rained.\n\n{HOSTILE}", "outcome": "mixed"})
    press(page, "story_open")
    press(page, "story_file")
    expect(page.locator(".em-told")).to_be_focused()
    assert WORDS["story_missing"] in told(page)
    page.locator(".em-told").get_by_role("link", name="Title").click()
    expect(page).to_have_url(re.compile("#step-title$"))
    fill(
        page,
        {
            "title": "Late: a “bus” story",
            "summary": "no",
            "key-learning-point": "# Ask *first*",
            "told-as": "real",
        },
    )
    name, text = downloaded(page, "story_file")
    assert name == "late-a-bus-story.yml"
    press(page, "story_copy")
    expect(page.locator(".em-told")).to_have_text(WORDS["story_copied"])
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    press(page, "story_copy")
    expect(page.locator(".em-told")).to_have_text(WORDS["story_not_copied"])
    assert page.evaluate("getSelection().toString()").strip() == text.strip()
    content = tmp_path / "content/stories"
    content.mkdir(parents=True)
    (content.parent / "course.yml").write_text("title: Service\nid: service\n")
    (content / name).write_text(text, "utf-8")
    read = load(content.parent, spoken={"en"})
    assert [problem.code for problem in read.problems if problem.severity == "error"] == []
    (story,) = read.course.stories
    assert (story.title, story.summary, story.outcome, story.told_as) == (
        "Late: a “bus” story",
        "no",
        "mixed",
        "real",
    )
    assert letters(printed(page)).startswith(letters("Your story Late: a “bus” story"))
    assert learner.errors == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_state_of_a_sheet_breaks_a_rule(site: str, browser: Browser, scheme: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    visit(page, f"{site}exercises/{AGREEMENT.id}/")
    choose(page, scheme)
    for state in ("fresh", "filled", "rated and shown"):
        if state == "filled":
            enter(page, {"first-side": "Front desk", "first-needs.1.1": "A list", "from-day": "2020-12-01"})
        if state == "rated and shown":
            enter(page, {"rate.from-day": "partly", "note.from-day": "Nearly."})
            press(page, "agreement_open")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], f"{state}, {width} pixels"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_scripts_a_sheet_promises_nothing_that_it_does_not_do(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}exercises/{STORY.id}/")
    expect(page.locator("work-sheet button:visible")).to_have_count(0)
    expect(page.get_by_text(WORDS["exercise_keeps_nothing"])).to_be_visible()
    expect(page.get_by_text(WORDS["keeps_here"])).to_be_hidden()
    context.close()
