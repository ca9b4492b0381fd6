"""My data on a phone: everything that is kept shows, comes along as a file, and goes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.content import load
from tests.browser.conftest import PHONE
from tests.browser.test_accessibility import AXE, SCHEMES, choose, violations
from tests.conftest import ROOT
from tests.views.browser import ENGLISH, HOSTILE

COURSE = load(ROOT / "content").course
SITE = COURSE.settings.id
LESSON, CHECKLIST, EXERCISE = COURSE.lessons[0], COURSE.checklists[0], COURSE.exercises[0]
AT, LATER = "2027-05-03T09:00:00.000Z", "2027-05-06T09:00:00.000Z"

Kept = dict[str, str]


def name(kind: str, id_: str) -> str:
    """The key of a thing."""
    return f"{SITE}:v1:{kind}:{id_}"


def value(id_: str, **fields: object) -> str:
    """A thing as it is stored."""
    return json.dumps({"schema": 1, "id": id_, **fields}, separators=(",", ":"))


SOUND = {
    name("lesson", LESSON.id): value(LESSON.id, opened={"title": LESSON.title, "at": AT}),
    name("lesson", "left"): value("left", opened={"title": f"Old {HOSTILE}", "at": AT}),
    name("checklist", CHECKLIST.id): value(
        CHECKLIST.id,
        draft={"revision": 1, "answers": {"listen": 3}, "at": LATER},
        attempts=[{"revision": 1, "answers": {"listen": 2}, "scores": {"respect": 50}, "at": AT}],
    ),
    name("exercise", EXERCISE.id): value(EXERCISE.id, draft={"answers": {"who": HOSTILE}, "at": AT}),
    name("record", "me"): value("me", name="Amina Okafor"),
}
TROUBLED = {
    f"{name('checklist', 'partnership-trust')}:broken": '{"schema":1,',
    name("lesson", "two-journeys"): '{"schema":7,"new":true}',
}
OTHERS = {"another-course:v1:lesson:trust": "1", f"{SITE}x:v1:lesson:a": "2", "/elsewhere/.__palette": "{}"}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A phone; what goes wrong in its pages fails the last test that saw it."""
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, timezone_id="Europe/London", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def page(site: str, window: Page) -> Iterator[Page]:
    """The page, with everything in the browser that it can meet."""
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.goto(f"{site}404.html")
    fill(window, SOUND | TROUBLED | OTHERS)
    window.goto(f"{site}my-data/")
    yield window
    assert errors == []


def fill(page: Page, things: Kept) -> None:
    """Puts these things in the place of everything that is stored."""
    page.evaluate(
        "things => { localStorage.clear();"
        "for (const [key, text] of Object.entries(things)) localStorage.setItem(key, text); }",
        things,
    )


def stored(page: Page) -> Kept:
    """Everything in the browser but the colours, which the theme stores whenever it likes."""
    found: Kept = page.evaluate("({...localStorage})")
    return {key: text for key, text in found.items() if not key.startswith("/.__")}


def thing(page: Page, title: str) -> Locator:
    """An entry of the list."""
    return page.locator(".em-things > li").filter(has=page.get_by_text(title, exact=True))


def ask(page: Page, button: str) -> Locator:
    """Presses a button that deletes, which asks first."""
    page.get_by_role("button", name=button, exact=True).tap()
    dialog = page.get_by_role("dialog", name=ENGLISH["my_data_delete_really"])
    expect(dialog).to_be_visible()
    return dialog


def test_everything_of_this_site_is_listed_in_plain_words(page: Page) -> None:
    choose(page, "slate")
    page.reload()
    titles = page.locator(".em-things > li > .em-card-title").all_inner_texts()
    assert sorted(titles) == sorted(
        [
            *("Light or dark colours", "Your name for the record of participation"),
            *(f"Lesson: {LESSON.title}", f"Lesson: Old {HOSTILE}", "Lesson: Two journeys"),
            *(f"Self-assessment: {CHECKLIST.title}", "Self-assessment: Trust in one partnership"),
            f"Exercise: {EXERCISE.title}",
        ]
    )
    expect(page.locator("[data-tally]")).to_have_text(ENGLISH.say("my_data_things", n=len(titles)))
    old = thing(page, f"Lesson: Old {HOSTILE}")
    expect(old.locator(".em-draft")).to_have_text(ENGLISH["my_data_gone"])
    assert old.locator("a").count() == 0
    expect(thing(page, "Self-assessment: Trust in one partnership").locator(".em-draft")).to_have_text(
        ENGLISH["my_data_broken"]
    )
    expect(thing(page, "Lesson: Two journeys").locator(".em-draft")).to_have_text(ENGLISH["my_data_newer"])
    choose(page, "default")


def test_what_is_kept_can_be_read(page: Page) -> None:
    entry = thing(page, f"Self-assessment: {CHECKLIST.title}")
    expect(entry.locator(".em-facts")).to_contain_text("Last changed on 6 May 2027")
    entry.locator("summary").tap()
    rows = entry.locator("dl > div").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "What you entered · Version of the questions 1",
        "What you entered · Answers · listen 3",
        "What you entered · When 6 May 2027",
        "Results · 1 · Version of the questions 1",
        "Results · 1 · Answers · listen 2",
        "Results · 1 · Scores · respect 50",
        "Results · 1 · When 3 May 2027",
    ]
    expect(entry.locator("code")).to_have_text(name("checklist", CHECKLIST.id))
    expect(thing(page, f"Exercise: {EXERCISE.title}").locator("dd").first).to_have_text(HOSTILE)
    expect(thing(page, "Self-assessment: Trust in one partnership").locator("pre")).to_have_text(
        '{"schema":1,'
    )
    assert stored(page) == SOUND | TROUBLED | OTHERS
    entry.locator("a").tap()
    expect(page.locator("h1")).to_contain_text(CHECKLIST.title)


def test_names_that_every_object_has_stop_nothing(page: Page) -> None:
    odd = [
        ("constructor", "name"),
        ("__proto__", "toString"),
        ("toString", "name"),
        ("hasOwnProperty", "length"),
    ]
    fill(page, {name(kind, id_): value(id_) for kind, id_ in odd})
    page.reload()
    for kind, id_ in odd:
        expect(page.locator(".em-things > li code", has_text=name(kind, id_))).to_have_count(1)


def test_one_thing_goes_when_somebody_has_agreed(page: Page) -> None:
    title = f"Exercise: {EXERCISE.title}"
    button = ENGLISH.say("my_data_delete_thing", title=title)
    dialog = ask(page, button)
    assert dialog.get_by_role("listitem").all_inner_texts() == [title]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.ariaLabel") == button
    ask(page, button).get_by_role("button", name=ENGLISH["my_data_keep"]).tap()
    assert stored(page) == SOUND | TROUBLED | OTHERS
    ask(page, button).get_by_role("button", name=ENGLISH["my_data_delete"]).tap()
    expect(page.get_by_role("status").filter(has_text=ENGLISH["my_data_deleted"])).to_be_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-tally')")
    gone = name("exercise", EXERCISE.id)
    assert stored(page) == {key: text for key, text in (SOUND | TROUBLED | OTHERS).items() if key != gone}


def test_everything_goes_and_comes_back_from_a_file_and_other_sites_keep_theirs(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name=ENGLISH["my_data_export"]).tap()
    file = download.value.path()
    assert download.value.suggested_filename.startswith(f"{SITE}-my-data-")
    dialog = ask(page, ENGLISH["my_data_delete_all"])
    assert len(dialog.get_by_role("listitem").all()) >= len(SOUND | TROUBLED)
    dialog.get_by_role("button", name=ENGLISH["my_data_delete"]).tap()
    expect(page.locator("[data-tally]")).to_have_text(ENGLISH["my_data_nothing"])
    assert page.evaluate("({...localStorage})") == OTHERS
    bring(page, file)
    expect(said(page)).to_have_text(ENGLISH.say("my_data_imported", n=len(SOUND)))
    back = stored(page)
    assert {key: json.loads(text) for key, text in back.items() if key in SOUND} == {
        key: json.loads(text) for key, text in SOUND.items()
    }
    assert back.keys() == (SOUND | OTHERS).keys()
    bring(page, file)
    expect(said(page)).to_have_text(ENGLISH["my_data_already"])
    assert stored(page) == back


def test_a_file_that_is_not_ours_changes_nothing(page: Page, tmp_path: Path) -> None:
    foreign = tmp_path / "other.json"
    for text in ('{"extramile":1,"site":"another-course","things":{}}', "{", "[]"):
        foreign.write_text(text)
        bring(page, foreign)
        expect(said(page)).to_have_text(ENGLISH["my_data_foreign"])
        assert stored(page) == SOUND | TROUBLED | OTHERS


def test_a_file_changes_nothing_that_a_newer_version_saved_and_does_not_say_so(
    page: Page, tmp_path: Path
) -> None:
    older = tmp_path / "older.json"
    thing = {"lesson:two-journeys": {"schema": 1, "id": "two-journeys"}}
    older.write_text(json.dumps({"extramile": 1, "site": SITE, "saved": AT, "things": thing}))
    bring(page, older)
    expect(said(page)).to_have_text(ENGLISH["my_data_held"])
    assert stored(page) == SOUND | TROUBLED | OTHERS


def test_a_change_in_another_tab_shows(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url.replace("my-data/", "404.html"))
    other.evaluate("key => localStorage.removeItem(key)", name("record", "me"))
    expect(thing(page, "Your name for the record of participation")).to_have_count(0)
    other.close()


def test_where_the_browser_keeps_nothing_the_page_says_so(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {configurable: true, get() { throw new Error('blocked'); }})"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}my-data/")
    expect(page.get_by_text(ENGLISH["my_data_blocked"])).to_be_visible()
    page.goto(f"{site}progress/")
    page.locator("tick-list label").first.click()
    expect(page.locator("tick-list [role=status]").first).to_have_text(ENGLISH["kept_visit"])
    assert errors == []
    context.close()


def test_without_scripts_the_page_says_what_to_do(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}my-data/")
    expect(page.get_by_text(ENGLISH["my_data_without_scripts"])).to_be_visible()
    expect(page.get_by_text(ENGLISH["my_data_by_hand_how"])).to_be_visible()
    assert page.locator("article button:visible").count() == 0
    context.close()


def test_the_page_breaks_no_rule_full_or_empty_or_while_it_asks(page: Page) -> None:
    for full in (True, False):
        if not full:
            fill(page, {})
            page.reload()
        page.evaluate(AXE)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            for scheme in SCHEMES:
                choose(page, scheme)
                assert violations(page) == [], f"{width} pixels, {scheme}, {full}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size(PHONE)
    fill(page, SOUND)
    page.reload()
    page.evaluate(AXE)
    ask(page, ENGLISH["my_data_delete_all"])
    assert violations(page) == []


def bring(page: Page, file: Path) -> None:
    """Brings a file back; the note of last time is gone by then."""
    said(page).evaluate("note => { note.textContent = ''; }")
    page.locator("[type=file]").set_input_files(file)


def said(page: Page) -> Locator:
    """What the page says of what was done."""
    return page.locator(".em-said")
