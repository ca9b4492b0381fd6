from generator.model import CourseSettings
from generator.views.about import about_page
from tests.views.browser import ENGLISH, HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course, lesson, story


def settings(**fields: object) -> CourseSettings:
    """Settings of a course, and these fields."""
    return CourseSettings.model_validate({"title": "Service", "id": "service", **fields})


def test_stories_are_counted_by_how_they_are_told_and_ways_without_stories_left_out() -> None:
    stories = (
        story("a", told_as="real"),
        story("b", told_as="real"),
        story("c", told_as="fictional"),
        story("d"),
    )
    assert about_page(course(stories=stories), PlainPen(), WORDS).told == (
        "about_told_real 2",
        "about_told_fictional 1",
    )
    assert about_page(course(stories=stories[2:]), PlainPen(), ENGLISH).told == ("1 story is made up.",)


def test_only_what_has_sources_is_listed_with_them() -> None:
    whole = course(
        stories=(
            story("a", source="A report", source_url="https://example.org/a"),
            story("b", source_url="https://example.org/b"),
            story("c"),
        ),
        lessons=(lesson("l", sources=("One", "Two")), lesson("m")),
    )
    page = about_page(whole, PlainPen(), WORDS)
    assert [(item.link.text, [(s.text, s.href) for s in item.sources]) for item in page.stories] == [
        ("A", [("A report", "https://example.org/a")]),
        ("B", [("", "https://example.org/b")]),
    ]
    assert [(item.link.href, [s.text for s in item.sources]) for item in page.lessons] == [
        ("/lessons/l", ["One", "Two"])
    ]


def test_a_licence_is_a_link_only_where_the_course_gives_its_address() -> None:
    plain = shown(about_page(course(settings=settings(licence="My own")), PlainPen(), WORDS))
    assert "My own." in plain.text
    assert plain.all("a", rel="license") == []
    url = "https://example.org/licence?a=1&b=2"
    linked = shown(about_page(course(settings=settings(licence_url=url)), PlainPen(), WORDS))
    assert linked.one("a", rel="license")["href"] == url


def test_sources_of_the_course_stay_text() -> None:
    page = shown(
        about_page(course(settings=settings(summary=HOSTILE, sources=(HOSTILE,))), PlainPen(), WORDS)
    )
    assert page.text.count(HOSTILE) == 2
    assert page.all("script") == page.all("b") == []


def test_the_page_says_under_which_names_answers_are_kept_and_where_to_see_them() -> None:
    page = shown(about_page(course(), PlainPen(), ENGLISH))
    assert page.one("code").text == "service:"
    assert page.one("a", href="/my-data").text
    assert "Safari deletes it" in page.text
    assert "{" not in page.text
