"""A story is told on a phone: the form says what does not fit, shows the story, and hands it over."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.cli import run
from generator.content import load
from tests.browser.conftest import PHONE, Visit, served
from tests.browser.learning import BLOCKED, Learner
from tests.browser.test_accessibility import SCHEMES, choose, violations, visit
from tests.views.browser import ENGLISH as WORDS

COURSE = {
    "course.yml": "title: Service\nid: service\nrepository: https://github.com/o/r\n",
    "lessons/listen.yml": (
        "title: Listen\nsummary: Let people finish.\nbody: Let people finish.\nkey_learning_point: Listen.\n"
        "minutes: 5\nobjectives: [Listen.]\n"
    ),
    "exercises/tell.yml": (
        "title: Tell it\npurpose: Tell it.\nminutes: 5\ncomes_out_as: story\nsteps:\n"
        + "".join(
            f"  - {{id: {id_}, prompt: Say it.}}\n"
            for id_ in ("title", "summary", "body", "key-learning-point")
        )
    ),
}
TEXTS = {
    "body": 'It was *late*.\n\n- one <bag\n- "no" strap\n\nSee [the shop](https://example.org/shop).',
    "key_learning_point": "Look up: before you lock up.",
    "discussion_questions": "- Who?\nWhy?",
    "title": "A strap: at closing time",
    "summary": "A shop is about to close.",
    "where": "No",
    "source": "I was there.",
    "source_url": "https://example.org/report",
    "consent": "Nobody can be recognised.",
}
HOSTILE = '</textarea><img src=x onerror="window.hit = 1"> <script>window.hit = 1</script>'
FINISH = "[data-act=finish]"
SUMMARY = "[data-summary]"
SENDING = "[data-sending]"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A course that is kept on GitHub, with a lesson and an exercise."""
    folder = tmp_path_factory.mktemp("small")
    for path, text in COURSE.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    arguments = [
        "build",
        "--content",
        str(folder / "content"),
        "--site-dir",
        str(folder / "site"),
        "--no-handouts",
    ]
    assert run(arguments) == 0
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def phone_context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce", accept_downloads=True
    )
    yield context
    context.close()


@pytest.fixture
def teller(small_site: str, phone_context: BrowserContext) -> Iterator[Learner]:
    phone_context.clock.install(time="2027-02-01T09:00:00")
    teller = Learner(phone_context, f"{small_site}share/", "share", "story")
    teller.key = "service:v1:share:story"
    yield teller
    assert teller.errors == []


def tell(page: Page, **changed: str) -> None:
    """Fills in the form."""
    for key, text in {**TEXTS, **changed}.items():
        page.locator(f"[name={key}]").fill(text)
    page.get_by_label(WORDS["story_is_delight"]).check()
    page.get_by_label(WORDS["story_is_fictional"]).check()
    page.clock.run_for(1000)


def wrong(page: Page, key: str) -> str:
    """What is told beside a field."""
    return page.locator(f"#wrong-{key}").inner_text()


def test_a_story_becomes_a_file_that_passes(teller: Learner, tmp_path: Path) -> None:
    page = teller.page
    tell(page)
    page.locator("summary", has_text=WORDS["share_lessons_open"]).click()
    page.get_by_label("Listen").check()
    page.locator(FINISH).click()
    expect(page.locator(SUMMARY)).to_be_focused()
    expect(page.locator(SUMMARY)).to_contain_text(WORDS["share_ready"])
    with page.expect_download() as download:
        page.locator("[data-act=download]").click()
    for path, text in COURSE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "stories").mkdir()
    assert download.value.suggested_filename == "a-strap-at-closing-time.yml"
    expect(page.locator("[data-sent]")).to_contain_text("a-strap-at-closing-time.yml")
    download.value.save_as(tmp_path / "stories" / download.value.suggested_filename)
    read = load(tmp_path)
    (story,) = read.course.stories
    assert read.errors == ()
    assert (story.title, story.where, story.lessons) == (TEXTS["title"], "No", ("listen",))
    assert story.discussion_questions == ("Who?", "Why?")
    assert str(story.review_by) == "2029-02-01"


def test_whoever_has_a_story_in_mind_is_one_step_from_the_form(teller: Learner) -> None:
    page = teller.page
    page.get_by_role("link", name=WORDS["share_write"], exact=True).click()
    expect(page.locator("#write")).to_be_in_viewport()


def test_what_others_call_a_field_of_work_is_there_to_be_chosen(teller: Learner) -> None:
    listed = teller.page.locator("#some-sector option")
    offered = [option.get_attribute("value") for option in listed.all()]
    assert "Health care" in offered
    assert teller.page.locator("[name=sector]").get_attribute("list") == "some-sector"


def test_a_problem_stands_beside_its_field_once_it_is_left(teller: Learner) -> None:
    page = teller.page
    address = page.locator("[name=source_url]")
    address.fill("example.org")
    assert wrong(page, "source_url") == ""
    address.press("Tab")
    assert "https://" in wrong(page, "source_url")
    assert address.get_attribute("aria-invalid") == "true"
    address.fill("https://example.org")
    assert wrong(page, "source_url") == ""
    assert address.get_attribute("aria-invalid") == "false"
    page.locator("[name=title]").focus()
    page.locator("[name=summary]").focus()
    assert wrong(page, "title") == ""


def test_all_problems_stand_in_one_list_that_leads_to_them(teller: Learner) -> None:
    page = teller.page
    tell(page, title="", body="<b>late</b>")
    page.locator(FINISH).click()
    expect(page.locator(SUMMARY)).to_be_focused()
    expect(page.locator(f"{SUMMARY} li")).to_have_count(2)
    expect(page.locator(SENDING)).to_be_hidden()
    page.locator(f"{SUMMARY} a", has_text=WORDS["share_field_title"]).click()
    expect(page.locator("[name=title]")).to_be_focused()


def test_the_preview_shows_what_was_typed_and_runs_nothing(teller: Learner) -> None:
    page = teller.page
    tell(page, summary=HOSTILE, where=HOSTILE)
    preview = page.locator("[data-preview]")
    expect(preview.locator("em")).to_have_text("late")
    expect(preview.locator("[data-shown=body] li")).to_have_count(2)
    expect(preview.locator("[data-shown=summary]")).to_have_text(HOSTILE)
    expect(preview.locator("[data-shown=body] u")).to_have_text("the shop (https://example.org/shop)")
    expect(preview.locator(".em-label:visible")).to_have_text(WORDS["outcome_delight"])
    assert preview.locator("a, img, script").count() == 0
    assert page.evaluate("window.hit") is None


def test_what_looks_private_is_taken_out_or_explained(teller: Learner) -> None:
    page = teller.page
    tell(page, body="She rang 020 7946 0958 twice.")
    page.locator(FINISH).click()
    assert "020 7946 0958" in wrong(page, "body")
    expect(page.locator(SENDING)).to_be_hidden()
    reason = page.get_by_label("020 7946 0958")
    reason.fill("It is on the shop window.")
    assert wrong(page, "body") == ""
    page.clock.run_for(1000)
    page.reload()
    expect(page.get_by_label("020 7946 0958")).to_have_value("It is on the shop window.")
    page.locator(FINISH).click()
    text = page.locator("story-form pre").text_content() or ""
    assert "privacy_checked:\n  - keep: 020 7946 0958\n    because: It is on the shop window.\n" in text
    page.locator("[name=body]").fill("She rang twice.")
    expect(reason).to_be_hidden()


def test_a_draft_waits_in_the_browser_until_it_is_cleared(teller: Learner) -> None:
    page = teller.page
    tell(page)
    page.reload()
    expect(page.locator("[name=title]")).to_have_value(TEXTS["title"])
    assert teller.kept["draft"]["answers"]["told_as"] == "fictional"
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("[data-act=clear]").click()
    expect(page.locator(SUMMARY)).to_have_text(WORDS["share_cleared"])
    expect(page.locator("[name=title]")).to_have_value("")
    assert teller.kept is None


def test_my_data_shows_the_draft_and_leads_back(teller: Learner, small_site: str) -> None:
    tell(teller.page)
    teller.page.goto(f"{small_site}my-data/")
    link = teller.page.locator(".em-things a", has_text=WORDS["my_data_thing_share"])
    link.click()
    expect(teller.page.locator("[name=title]")).to_have_value(TEXTS["title"])


def test_a_story_begun_in_an_exercise_goes_on_here(teller: Learner, small_site: str) -> None:
    page = teller.page
    begun = {
        "schema": 1,
        "id": "tell",
        "draft": {"answers": {"title": "Rain on 020 7946 0958", "key-learning-point": "Look up.", "x": 1}},
    }
    page.evaluate("text => localStorage.setItem('service:v1:exercise:tell', text)", json.dumps(begun))
    page.reload()
    page.locator("[data-act=take]").click()
    expect(page.locator("[name=title]")).to_have_value("Rain on 020 7946 0958")
    expect(page.locator("[name=key_learning_point]")).to_have_value("Look up.")
    page.locator(FINISH).click()
    assert "020 7946 0958" in wrong(page, "title")
    page.reload()
    expect(page.locator("[data-act=take]")).to_be_hidden()


def test_a_story_that_is_wanted_begins_with_its_lesson(teller: Learner, small_site: str) -> None:
    page = teller.page
    page.goto(f"{small_site}share/")
    page.get_by_role("link", name="Tell a story for “Listen").click()
    expect(page.get_by_label("Listen")).to_be_checked()
    assert page.url.endswith("#write")


def test_a_lesson_in_the_address_is_chosen_and_anything_else_passed_over(
    teller: Learner, small_site: str
) -> None:
    page = teller.page
    page.goto(f"{small_site}share/?lesson=listen")
    expect(page.locator("[data-wanted]")).to_contain_text("Listen")
    expect(page.get_by_label("Listen")).to_be_checked()
    for other in ("none", "%3Cimg%20src=x%3E", "x" * 2_000):
        page.goto(f"{small_site}share/?lesson={other}&title={other}")
        expect(page.locator("[data-wanted]")).to_be_hidden()
        expect(page.locator("[name=title]")).to_have_value("")


def test_nothing_leaves_the_browser_before_somebody_proposes_the_story(teller: Learner) -> None:
    page = teller.page
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<p>A new file</p>", content_type="text/html")

    page.context.route("https://github.com/**", answer)
    tell(page)
    page.locator(FINISH).click()
    link = page.locator("[data-propose]")
    expect(link).to_be_visible()
    assert asked == []
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    (address,) = asked
    sent = parse_qs(urlsplit(address).query)
    assert urlsplit(address).path == "/o/r/new/main/content/stories"
    assert sent["filename"] == ["a-strap-at-closing-time.yml"]
    assert sent["value"][0].startswith("title: 'A strap: at closing time'\n")
    assert opened.value.evaluate("window.opener") is None


def test_a_long_story_is_copied_and_pasted(teller: Learner, small_site: str) -> None:
    page = teller.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=small_site)
    page.context.route("https://github.com/**", lambda route: route.fulfill(body=""))
    tell(page, body="It rained. " * 900)
    page.locator(FINISH).click()
    with page.context.expect_page() as opened:
        page.locator("[data-propose]").click()
    assert "value" not in opened.value.url
    expect(page.locator("[data-sent]")).to_have_text(WORDS["share_paste"])
    assert "It rained." in page.evaluate("navigator.clipboard.readText()")
    assert page.locator("[data-mail]").get_attribute("href", timeout=1000).endswith("copied.)")  # type: ignore[union-attr]


def test_where_the_page_may_not_copy_the_text_is_there_to_be_copied(teller: Learner) -> None:
    page = teller.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    tell(page)
    page.locator(FINISH).click()
    page.locator("[data-act=copy]").click()
    expect(page.locator("[data-sent]")).to_have_text(WORDS["share_not_copied"])
    assert page.evaluate("getSelection().toString()").startswith("title: ")


def test_a_change_takes_back_what_was_ready_to_send(teller: Learner) -> None:
    page = teller.page
    tell(page)
    page.locator(FINISH).click()
    expect(page.locator(SENDING)).to_be_visible()
    page.locator("[name=title]").fill("Other")
    expect(page.locator(SENDING)).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so(small_site: str, phone_context: BrowserContext) -> None:
    phone_context.add_init_script(BLOCKED)
    page = phone_context.new_page()
    page.goto(f"{small_site}share/")
    page.locator("[name=title]").fill("Rain")
    expect(page.locator("story-form .em-kept")).to_have_text(WORDS["kept_visit"])


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_state_of_the_form_breaks_a_rule(
    small_site: str, browser: Browser, scheme: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.clock.install(time="2027-02-01T09:00:00")
    visit(page, f"{small_site}share/?lesson=listen")
    choose(page, scheme)
    tell(page, title="", source="[a](javascript:x)", summary="A *wet* day " + "x" * 150)
    page.locator(FINISH).click()
    assert violations(page) == []
    tell(page)
    page.locator(FINISH).click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_scripts_the_page_names_other_ways_and_shows_no_dead_button(
    small_site: str, without_scripts: Visit
) -> None:
    page = without_scripts.open(f"{small_site}share/")
    assert page.locator(".em-page button:visible").count() == 0
    expect(page.get_by_text(WORDS["share_keeps_nothing"])).to_be_visible()
    expect(page.get_by_text(WORDS["share_send_how"])).to_be_visible()
    expect(page.locator("[data-preview]")).to_be_hidden()


def test_on_paper_it_is_a_form_with_room_to_write(small_site: str, desktop: Visit) -> None:
    page = desktop.open(f"{small_site}share/")
    page.emulate_media(media="print")
    expect(page.locator("[data-key=body] .em-ruled")).to_be_visible()
    assert page.locator("[data-key=body] .em-ruled i").count() == 12
    expect(page.locator("[data-key=outcome] [type=radio]").first).to_be_visible()
    for hidden in ("[data-act=finish]", "[data-preview]", "#file"):
        expect(page.locator(hidden)).to_be_hidden()
