"""The feed of stories, read as a feed reader reads it."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import feeds
from generator.model import Course, CourseSettings
from generator.views.feed import FEED, MOST
from tests.conftest import Command, all_bytes
from tests.views.browser import ENGLISH, TEMPLATES
from tests.views.sample import course, story
from tests.views.test_metadata import HOSTILE

SITE = "https://example.org/service/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def written(of: Course, days: Mapping[str, date] | None = None, site: str = SITE) -> bytes:
    (feed,) = feeds.render(of, ENGLISH, TEMPLATES, site=site, days=days or {}).values()
    return feed


def read(feed: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(feed)


def text(element: ElementTree.Element, name: str) -> str:
    """The text of the only child of this name."""
    (child,) = element.findall(ATOM + name)
    return child.text or ""


def link(element: ElementTree.Element, rel: str) -> str:
    (href,) = (found.get("href") for found in element.findall(f"{ATOM}link") if found.get("rel") == rel)
    return href or ""


def entries(feed: bytes) -> list[ElementTree.Element]:
    return read(feed).findall(f"{ATOM}entry")


TEA = story("tea", title="The cup of tea", summary="A kettle.", facilitator_notes="For the facilitator.")


def test_the_feed_has_everything_that_the_standard_asks_for() -> None:
    feed = read(written(course(stories=(TEA,))))
    assert feed.tag == f"{ATOM}feed"
    assert text(feed, "title") == "Stories · Service"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(feed, "id"))
    assert MOMENT.fullmatch(text(feed, "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Service"
    assert link(feed, "self") == f"{SITE}stories/feed.xml"
    assert link(feed, "alternate") == f"{SITE}stories/"


def test_a_story_has_its_title_its_summary_and_the_way_to_it() -> None:
    (entry,) = entries(written(course(stories=(TEA,))))
    assert text(entry, "title") == "The cup of tea"
    assert text(entry, "summary") == "A kettle."
    assert link(entry, "alternate") == f"{SITE}stories/tea/"
    assert MOMENT.fullmatch(text(entry, "updated"))
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(entry, "id"))


def test_names_stay_when_the_site_moves_and_differ_between_courses() -> None:
    def names(site: str, id_: str) -> list[str]:
        of = course(settings=CourseSettings(title="T", id=id_), stories=(TEA, story("bread")))
        feed = written(of, site=site)
        return [text(read(feed), "id"), *(text(entry, "id") for entry in entries(feed))]

    assert names(SITE, "one") == names("https://example.com/", "one") == names("", "one")
    assert len({*names(SITE, "one"), *names(SITE, "two")}) == 6


def test_the_last_changed_story_comes_first() -> None:
    of = course(stories=(story("a"), story("b"), story("c"), story("d")))
    days = {"stories/b.yml": date(2027, 3, 1), "stories/c.yml": date(2027, 4, 1)}
    feed = written(of, days)
    assert [text(entry, "title") for entry in entries(feed)] == ["C", "B", "A", "D"]
    assert [text(entry, "updated")[:10] for entry in entries(feed)] == [
        "2027-04-01",
        "2027-03-01",
        "2000-01-01",
        "2000-01-01",
    ]
    assert text(read(feed), "updated") == "2027-04-01T00:00:00Z"


def test_a_large_course_gives_its_latest_stories_only() -> None:
    assert len(entries(written(course(stories=tuple(story(f"s{n}") for n in range(MOST + 5)))))) == MOST


def test_a_course_without_stories_or_an_address_has_a_feed_whose_links_lead_on_from_it() -> None:
    assert entries(written(course())) == []
    feed = written(course(stories=(TEA,)), site="")
    assert link(read(feed), "self") == "feed.xml"
    assert link(read(feed), "alternate") == "./"
    assert link(entries(feed)[0], "alternate") == "tea/"


@pytest.mark.parametrize("title", [title for title in HOSTILE if "\u2028" not in title])
def test_a_text_stays_text(title: str) -> None:
    settings = CourseSettings(title=title, id="service")
    feed = written(course(settings=settings, stories=(story("a", title=title, summary=title),)))
    (entry,) = entries(feed)
    assert text(entry, "title") == text(entry, "summary") == title
    assert read(feed).findtext(f"{ATOM}author/{ATOM}name") == title


def test_no_text_for_facilitators_is_in_the_feed() -> None:
    assert b"For the facilitator." not in written(course(stories=(TEA,)))


def test_site_and_export_publish_the_same_feed_and_home_and_stories_tell_of_it(
    tiny: Path, run: Command
) -> None:
    assert run(tiny, "extramile", "build", "--strict").returncode == 0
    assert run(tiny, "extramile", "export", "out").returncode == 0
    built = all_bytes(tiny / "site")
    assert built[FEED] == all_bytes(tiny / "out/docs")[FEED]
    telling = {name for name, data in built.items() if b'type="application/atom+xml"' in data} - {FEED}
    assert telling == {"index.html", "stories/index.html"}
