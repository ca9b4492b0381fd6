from generator.model import CourseSettings
from generator.views.home import SHOWN, home_page
from tests.views.sample import WORDS, PlainPen, course, lesson, story


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
