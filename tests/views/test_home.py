from generator.model import CourseSettings
from generator.views.home import SHOWN, home_page
from tests.views.browser import ENGLISH, HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course, lesson, path, story


def test_the_home_page_stays_short_however_long_the_course_is() -> None:
    page = home_page(course(lessons=tuple(lesson(f"l{n}") for n in range(30))), PlainPen(), WORDS)
    assert len(page.lessons) == SHOWN
    assert page.all_lessons.href == "/lessons/index"


def test_the_featured_story_is_the_one_that_the_course_names() -> None:
    settings = CourseSettings(title="Service", id="service", featured_story="s")
    page = home_page(course(settings=settings, stories=(story("s"), story("t"))), PlainPen(), WORDS)
    assert page.featured is not None
    assert page.featured.link.href == "/stories/s"


def test_a_course_without_anything_in_it_has_a_home_page() -> None:
    page = home_page(course(), PlainPen(), WORDS)
    assert (page.begin, page.featured, page.lessons) == (None, None, ())


def test_the_way_goes_through_all_lessons_and_each_path_names_its_own() -> None:
    lessons = (lesson("a", minutes=5), lesson("b"), lesson("c"))
    whole = course(lessons=lessons, paths=(path("long", "b", "a"), path("short", "a")))
    home = home_page(whole, PlainPen(), WORDS)
    assert home.advance.way["lessons"] == [("b", "B"), ("a", "A"), ("c", "C")]
    assert home.advance.way["paths"] == [("a",), ("b", "a")]
    assert [card.leads_through for card in home.paths] == ["a", "b a"]


def test_a_first_visitor_is_asked_to_begin_whatever_titles_say() -> None:
    whole = course(lessons=(lesson("a", title=HOSTILE),), paths=(path("way", "a"),))
    page = shown(home_page(whole, PlainPen(), ENGLISH))
    (begin,) = [link for link in page.all("a") if "data-continue" in link.attributes]
    assert (begin.text, begin["href"]) == ("Begin with the first lesson", "/lessons/a")
    assert page.all("script") == page.all("b") == []
