"""One learner's way through the course on a phone, from the first visit to a comparison a month later."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PHONE
from tests.browser.learning import COURSE
from tests.browser.test_accessibility import AXE, violations

BEGINNING = datetime(2027, 3, 1, 9, 0)
STARTER = next(path for path in COURSE.paths if path.id == "starter")
FIRST, SECOND = (COURSE.lesson[id_] for id_ in STARTER.lessons[:2])
STORY = "the-call-in-the-taxi"
EXERCISE = COURSE.exercise["exceptional-service-challenge"]
CHECKLIST = COURSE.checklist["real-service"]
KEPT = "() => Object.fromEntries(Object.entries(localStorage).sort())"


@pytest.fixture
def learner(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, timezone_id="Pacific/Kiritimati", locale="en-GB"
    )
    context.clock.install(time=BEGINNING)
    yield context
    context.close()


class Way:
    """The way itself: each step leaves the learner on the page that it names."""

    def __init__(self, page: Page, site: str, downloads: Path) -> None:
        self.page = page
        self.site = site
        self.downloads = downloads
        self.errors: list[str] = []
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def to(self, address: str) -> None:
        self.page.goto(self.site + address)

    def sound(self) -> None:
        """Nothing went wrong, and axe has nothing to say of the state that is shown."""
        assert self.errors == []
        self.page.evaluate(AXE)
        assert violations(self.page) == []

    def download(self, button: str) -> Path:
        with self.page.expect_download() as expected:
            self.page.locator(button).first.tap()
        file = self.downloads / expected.value.suggested_filename
        expected.value.save_as(file)
        return file

    def begin(self) -> None:
        self.to("")
        self.page.get_by_role("link", name="Starter").tap()
        self.page.locator(".em-page .em-button").first.tap()
        expect(self.page.locator("h1")).to_contain_text(FIRST.title)

    def learn(self) -> None:
        for question in self.page.locator("quick-check form").all():
            question.locator("label").last.tap()
            question.locator("[type=submit]").tap()
            expect(question.locator(".em-told")).not_to_be_empty()
        self.page.locator("lesson-progress [type=checkbox]").tap()
        expect(self.page.locator("lesson-progress .em-done-on")).to_contain_text("1 March 2027")
        self.sound()

    def practise_a_dialogue(self) -> None:
        self.to(f"stories/{STORY}/")
        turn = self.page.locator("dialogue-practice li:has([type=radio])").first
        turn.locator("label:has([type=radio])").last.tap()
        turn.locator("textarea").fill("Let me see what I can do.")
        turn.locator("textarea").blur()
        self.sound()

    def plan(self) -> Path:
        self.to(f"exercises/{EXERCISE.id}/")
        self.page.locator("[name=customer]").fill("Mrs O.")
        self.page.locator("[name=do-it-on]").fill("2027-03-08")
        self.page.clock.run_for(1000)
        expect(self.page.locator(".em-kept")).to_contain_text("Saved")
        self.sound()
        return self.download("[data-act=calendar]")

    def assess(self, answer: int) -> None:
        self.to(f"checklists/{CHECKLIST.id}/")
        for statement in self.page.locator("self-assessment fieldset").all():
            statement.locator("label").nth(answer).tap()
        self.page.locator("[data-do=finish]").tap()
        expect(self.page.locator(".em-result h2").first).to_be_focused()
        self.sound()

    def wait(self, days: int) -> None:
        """Puts the phone away for some days."""
        self.page.goto("about:blank")
        self.page.clock.set_system_time(BEGINNING + timedelta(days=days))

    def kept(self) -> dict[str, object]:
        """What the browser keeps of the course, apart from moments that importing does not bring."""
        texts: dict[str, str] = self.page.evaluate(KEPT)
        return {key: json.loads(text) for key, text in texts.items() if key.startswith(COURSE.settings.id)}


def test_a_learner_begins_practises_comes_back_and_takes_everything_along(
    site: str, learner: BrowserContext, tmp_path: Path
) -> None:
    way = Way(learner.new_page(), site, tmp_path)
    page = way.page
    way.begin()
    way.learn()
    way.practise_a_dialogue()
    file = way.plan()
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(event.decoded("DTSTART")) for event in events] == ["2027-03-08", "2027-03-22"]
    looked_back_at = str(events[1]["URL"])
    assert looked_back_at.endswith(f"exercises/{EXERCISE.id}/#rate-do-it-on")
    way.assess(2)
    page.reload()
    expect(page.locator("self-assessment :checked")).to_have_count(
        sum(len(area.statements) for area in CHECKLIST.dimensions)
    )

    way.wait(31)
    page.goto(f"{site}checklists/{CHECKLIST.id}/")
    expect(page.locator(".em-last")).to_contain_text("1 March 2027")
    way.assess(4)
    row = page.locator(".em-result tbody tr").first
    expect(row).to_contain_text("25 points higher")
    page.goto(looked_back_at)
    page.locator("#rate-do-it-on label:has([type=radio])").first.tap()
    page.clock.run_for(1000)
    expect(page.locator(".em-reviews")).not_to_be_empty()
    way.sound()

    way.to("")
    expect(page.locator("[data-continue]")).to_contain_text(SECOND.title)
    way.to("progress/")
    expect(page.locator("main")).to_contain_text("1 March 2027")
    way.sound()
    way.to("my-data/")
    before = way.kept()
    assert {key.split(":")[2] for key in before} == {"lesson", "story", "exercise", "checklist"}
    everything = way.download("[data-export]")
    page.locator("[data-delete-all]").tap()
    page.locator("dialog [value=delete]").tap()
    expect(page.locator(".em-things > li")).to_have_count(0)
    assert way.kept() == {}
    page.locator("[type=file]").set_input_files(everything)
    expect(page.locator(".em-things > li")).to_have_count(len(before))
    assert way.kept() == before
    way.sound()
    way.to(f"exercises/{EXERCISE.id}/")
    expect(page.locator("[name=customer]")).to_have_value("Mrs O.")
