"""What stands at old addresses."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import build, redirects
from generator.model import Course
from generator.printing import NO_PDFS
from generator.views.formerly import following
from generator.views.page import Head
from tests.conftest import mend
from tests.views.sample import course, lesson, story

TEMPLATES = Path(__file__).parents[1] / "templates"
WORDS = build.words(TEMPLATES)
MOVED = {"stories": (story("tea", redirect_from=("a-cup", "the-pot")),)}
PDF = {"handouts/story-tea.html": b"sheet", "handouts/story-tea-a4-large.pdf": b"pdf"}
DOCUMENTS = [("stories/tea.yml", "story-tea", path) for path in PDF]


def rendered(of: Course, site: str = "", **files: object) -> dict[str, bytes]:
    documents = DOCUMENTS if files else ()
    given = {"documents": documents, "files": files.get("files", {})}
    return dict(redirects.render(of, WORDS, TEMPLATES, site=site, **given))  # type: ignore[arg-type]


def test_every_old_address_leads_on() -> None:
    made = rendered(course(**MOVED))

    assert made.keys() == {"stories/a-cup/index.html", "stories/the-pot/index.html"}
    for page in made.values():
        ways_on = re.findall(r'url=([^"]+)"|<a href="([^"]+)"', page.decode())
        assert ways_on == [("../tea/index.html", ""), ("", "../tea/index.html")]


def test_search_engines_are_told_where_it_is_now() -> None:
    page = rendered(course(**MOVED), "https://a.example/x/")["stories/a-cup/index.html"].decode()

    assert '<link rel="canonical" href="https://a.example/x/stories/tea/">' in page
    assert '<link rel="icon" href="../../assets/images/favicon.png">' in page
    assert "<script" not in page


def test_handouts_are_found_under_their_old_names() -> None:
    made = rendered(course(**MOVED), files=PDF)

    assert made["handouts/story-a-cup-a4-large.pdf"] == b"pdf"
    assert '<a href="story-tea.html">' in made["handouts/story-a-cup.html"].decode()


def test_without_former_names_there_is_nothing() -> None:
    assert rendered(course(stories=(story("tea"),))) == {}


def test_a_title_is_no_markup() -> None:
    hostile = story("tea", title="<script>", redirect_from=("a-cup",))

    assert "<script" not in rendered(course(stories=(hostile,)))["stories/a-cup/index.html"].decode()


LESSON = Head("lessons/b", "lesson", "b", "B", "", scripts=("keeping", "learner", "lesson-progress"))


def test_a_page_of_an_item_knows_its_own_former_names_only() -> None:
    moved = course(lessons=(lesson("a", redirect_from=("x",)), lesson("b", redirect_from=("y",))))
    head = following(LESSON, moved)

    assert head.formerly == '{"site":"service","moves":{"lesson:y":"b","recall:y":"b"}}'
    assert head.scripts == ("keeping", "records", "formerly", "learner", "lesson-progress")


def test_a_page_about_all_lessons_knows_all_former_names() -> None:
    moved = course(lessons=(lesson("a", redirect_from=("x",)), lesson("b", redirect_from=("y",))))
    head = following(replace(LESSON, kind="progress", id="progress"), moved)

    assert '"lesson:x":"a"' in head.formerly
    assert '"lesson:y":"b"' in head.formerly


@pytest.mark.parametrize(
    ("head", "of"),
    [
        (LESSON, course(lessons=(lesson("b"),))),
        (replace(LESSON, scripts=()), course(lessons=(lesson("b", redirect_from=("y",)),))),
        (LESSON, course(lessons=(lesson("a", redirect_from=("x",)), lesson("b")))),
    ],
)
def test_other_pages_stay_as_light_as_they_are(head: Head, of: Course) -> None:
    assert following(head, of) is head


def test_a_site_holds_the_old_addresses_beside_its_pages(tiny: Path) -> None:
    mend(tiny / "content/stories/the-cup-of-tea.yml", "title:", "redirect_from: [a-cup]\ntitle:")
    source = build.source(tiny / "content")
    site = build.site(source, build.publishable(source, lambda _: None), choice=NO_PDFS)

    assert {"stories/a-cup/index.html", "handouts/story-a-cup.html"} <= site.files.keys()
    assert not any("a-cup" in page.path for page in site.pages)
