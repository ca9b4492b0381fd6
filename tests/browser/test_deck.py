"""The slides of the real course, opened from a folder as from a USB stick: no server, no network."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_accessibility import AXE, VIOLATIONS

NAME = "partners-across-borders"


@pytest.fixture(scope="module")
def deck(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the slides on a stick: the folder as it comes out of the kit."""
    stick = tmp_path_factory.mktemp("stick")
    with ZipFile(BytesIO((site_folder / f"facilitators/kit-{NAME}.zip").read_bytes())) as kit:
        kit.extractall(stick)
    return (stick / f"slides/deck-{NAME}.html").as_uri()


@pytest.fixture
def room(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def asked(room: BrowserContext) -> list[str]:
    """Every address that the slides ask for."""
    found: list[str] = []
    room.on("request", lambda request: found.append(request.url))
    return found


def number(page: Page) -> str:
    return page.locator(".count").inner_text().partition(" ")[0]


def title(page: Page) -> str:
    return page.locator(".slide.now > :is(h1, h2)").inner_text()


def test_keys_fingers_and_buttons_lead_through_the_slides(
    room: BrowserContext, asked: list[str], deck: str
) -> None:
    page = room.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.goto(deck)
    total = page.locator(".slide").count()
    expect(page.locator(".count")).to_have_text(f"1 of {total}")
    for key, at in [
        *(("ArrowRight", "2"), (" ", "3"), ("PageDown", "4"), ("ArrowLeft", "3"), ("PageUp", "2")),
        *(("End", str(total)), ("ArrowRight", str(total)), ("Home", "1"), ("ArrowLeft", "1"), ("x", "1")),
    ]:
        page.keyboard.press(key)
        assert number(page) == at, key
    page.mouse.click(1000, 300)
    assert number(page) == "2"
    page.mouse.click(100, 300)
    assert number(page) == "1"
    page.get_by_role("button", name="Next").click()
    page.keyboard.press(" ")  # presses the button that has the focus, once
    assert number(page) == "3"
    assert page.url.endswith("#3")
    page.reload()
    assert number(page) == "3"
    assert mistakes == []
    folder = deck.rpartition("/")[0]
    assert {address for address in asked if not address.startswith(folder)} == set()


def test_each_slide_fits_and_its_letters_can_be_read_from_afar(room: BrowserContext, deck: str) -> None:
    page = room.new_page()
    page.goto(deck)
    page.evaluate("document.fonts.ready")
    for _ in range(page.locator(".slide").count()):
        slide = page.locator(".slide.now")
        high, inner = slide.evaluate("slide => [slide.clientHeight, slide.scrollHeight]")
        assert inner <= high + 1, title(page)
        smallest = slide.evaluate(
            "slide => Math.min(...[...slide.querySelectorAll('p:not(.kind), li, td')]"
            ".map(part => Number.parseFloat(getComputedStyle(part).fontSize)))"
        )
        assert smallest >= 720 / 33, title(page)
        page.keyboard.press("ArrowRight")


def test_the_speaker_sees_notes_the_next_slide_and_the_time_in_a_second_window(
    room: BrowserContext, deck: str
) -> None:
    room.clock.install(time="2027-03-03T09:30:00")
    page = room.new_page()
    page.goto(deck + "#5")
    told = page.locator(".slide.now h2").inner_text()
    with room.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator(".slide.now h2")).to_have_text(told)
    expect(speaker.locator(".slide.next")).to_be_visible()
    expect(speaker.locator(".stretch.now .told")).to_contain_text("Goal.")
    expect(speaker.locator(".plan")).to_have_text("This part: 09:06 to 09:19")
    expect(page.locator(".told").first).to_be_hidden()
    speaker.get_by_role("button", name="The session begins now").click()
    expect(speaker.locator(".plan")).to_have_text("This part: 09:36 to 09:49")
    expect(speaker.locator(".state")).to_have_text("19 minutes left")
    room.clock.fast_forward("00:22:00")
    expect(speaker.locator(".state")).to_have_text("3 minutes late")
    expect(speaker.locator(".time")).to_have_text("09:52")
    speaker.keyboard.press("ArrowRight")
    expect(page.locator(".count")).to_contain_text("6 of")
    page.keyboard.press("Home")
    expect(speaker.locator(".count")).to_contain_text("1 of")
    speaker.reload()
    expect(speaker.locator(".time + .plan")).to_have_text("This part: 09:30 to 09:36")


def test_a_window_that_is_no_deck_is_not_listened_to(room: BrowserContext, deck: str) -> None:
    page = room.new_page()
    page.goto(deck)
    page.evaluate("postMessage({deck: document.title, at: 7, started: 1}, '*')")
    page.evaluate("new Promise(done => setTimeout(done))")
    assert number(page) == "1"


def test_where_no_window_may_open_the_speaker_sees_all_in_one(room: BrowserContext, deck: str) -> None:
    page = room.new_page()
    page.add_init_script("window.open = () => null")
    page.goto(deck + "#5")
    page.get_by_role("button", name="Speaker view").click()
    expect(page.locator(".stretch.now .told")).to_be_visible()
    expect(page.locator(".slide.next")).to_be_visible()
    boxes = [
        page.locator(place).bounding_box()
        for place in (".slide.now", ".slide.next", ".stretch.now .told", ".watch", ".bar")
    ]
    for one, box in enumerate(boxes):
        for other in boxes[one + 1 :]:
            assert box
            assert other
            apart = box["x"] + box["width"] <= other["x"] + 1 or other["x"] + other["width"] <= box["x"] + 1
            above = box["y"] + box["height"] <= other["y"] + 1 or other["y"] + other["height"] <= box["y"] + 1
            assert apart or above
    page.get_by_role("button", name="Slides only").click()
    expect(page.locator(".stretch.now .told")).to_be_hidden()


def test_a_finger_moves_slides_on_a_phone(browser: Browser, deck: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(deck)
    swipe = """([a, b]) => ["touchstart", "touchend"].forEach((name, place) => {
      const touch = new Touch({identifier: 1, target: document.body, clientX: place ? b : a, clientY: 300});
      document.body.dispatchEvent(new TouchEvent(name, {changedTouches: [touch], bubbles: true}));
    })"""
    page.evaluate(swipe, [300, 100])
    assert number(page) == "2"
    page.evaluate(swipe, [100, 300])
    assert number(page) == "1"
    page.touchscreen.tap(300, 400)
    assert number(page) == "2"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_without_scripts_all_slides_stand_there_with_their_notes(browser: Browser, deck: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(deck)
    for place in (page.locator(".slide").first, page.locator(".slide").last, page.locator(".told").last):
        expect(place).to_be_visible()
    assert page.locator("button").count() == 0
    context.close()


def test_slides_and_the_speakers_view_break_no_rule(room: BrowserContext, deck: str) -> None:
    page = room.new_page()
    page.goto(deck)
    page.evaluate(AXE)
    for address in ("#1", "#3", "#6", "#9"):
        page.evaluate("hash => { location.hash = hash; }", address)
        expect(page.locator(".count")).to_contain_text(f"{address[1:]} of")
        assert page.evaluate(VIOLATIONS) == [], address
    speaker = room.new_page()
    for width in (1280, 390):
        speaker.set_viewport_size({"width": width, "height": 800})
        speaker.goto(deck + "?speaker#5")
        speaker.evaluate(AXE)
        assert speaker.evaluate(VIOLATIONS) == [], width


def test_the_published_deck_keeps_to_the_policy(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))

    def answer(route, request):  # type: ignore[no-untyped-def]
        reply = route.fetch()
        route.fulfill(
            response=reply, headers={**reply.headers, "content-security-policy": "default-src 'self'"}
        )

    page.route("**/*", answer)
    page.goto(f"{site}facilitators/deck-{NAME}.html")
    page.keyboard.press("ArrowRight")
    assert number(page) == "2"
    assert refused == []
    context.close()
