from generator.views.lesson import lesson_page
from generator.views.page import Link
from tests.views.sample import WORDS, PlainPen, checklist, course, exercise, framework, lesson, path, story


def test_glossary_terms_are_linked_where_readers_meet_them_first() -> None:
    pen = PlainPen()
    full = lesson(
        "a",
        body=None,
        sections=({"heading": "One", "body": "2"}, {"heading": "Two", "body": "3"}),
        objectives=("1",),
        phrases=({"say": "4", "instead_of": "5"},),
        key_learning_point="6",
        quick_check=({"question": "7", "options": ({"text": "8", "feedback": "9"},) * 2},),
        action_steps=("A",),
        sources=("B",),
    )
    lesson_page(course(lessons=(full,)), full, pen, WORDS)
    assert "".join(pen.written) == "1234567" + "89" * 2 + "AB"


def test_the_framework_follows_the_opening_so_that_readers_meet_a_case_before_the_idea() -> None:
    pen = PlainPen()
    sections = ({"heading": "One", "body": "A case."}, {"heading": "Two", "body": "More."})
    taught = lesson("a", body=None, sections=sections, framework="real")
    page = lesson_page(course(settings=framework("real"), lessons=(taught,)), taught, pen, WORDS)
    assert page.framework is not None
    assert [section.heading for section in (*page.opening, *page.sections)] == ["One", "Two"]
    assert pen.written[:5] == ["A case.", "…", "1", "2", "More."]


def test_stories_in_contrast_stand_side_by_side_once_and_the_brighter_first() -> None:
    taught = lesson("a", stories=("bad", "lone", "good"))
    stories = (story("bad", outcome="letdown"), story("good", contrast="bad"), story("lone"))
    page = lesson_page(course(lessons=(taught,), stories=stories), taught, PlainPen(), WORDS)
    assert [(a.link.text, b.link.text) for a, b in page.story_pairs] == [("Good", "Bad")]
    assert [card.link.text for card in page.stories] == ["Lone"]


def test_half_of_a_contrast_stands_alone_where_the_lesson_has_not_the_other() -> None:
    taught = lesson("a", stories=("good",))
    stories = (story("bad"), story("good", contrast="bad"))
    page = lesson_page(course(lessons=(taught,), stories=stories), taught, PlainPen(), WORDS)
    assert (len(page.story_pairs), len(page.stories)) == (0, 1)


def test_every_path_says_where_it_leads_next() -> None:
    lessons = (lesson("a"), lesson("b"))
    ways = course(lessons=lessons, paths=(path("first", "a", "b"), path("second", "b", "a")))
    steps = lesson_page(ways, lessons[0], PlainPen(), WORDS).next_steps
    assert [(step.path.text, step.lesson and step.lesson.text) for step in steps] == [
        ("First", "B"),
        ("Second", None),
    ]


def test_the_shortest_path_is_named_first() -> None:
    lessons = (lesson("a"), lesson("b"))
    ways = course(lessons=lessons, paths=(path("long", "a", "b"), path("short", "a")))
    page = lesson_page(ways, lessons[0], PlainPen(), WORDS)
    assert (page.on_the_paths, [link.text for link in page.paths]) == ("on_the_paths 2", ["Short", "Long"])


def test_a_lesson_outside_every_path_suggests_what_builds_on_it() -> None:
    lessons = (lesson("a"), lesson("b", requires=("a",)), lesson("c"))
    page = lesson_page(course(lessons=lessons), lessons[0], PlainPen(), WORDS)
    assert page.suggestions == (Link("/lessons/b", "B"),)


def test_only_a_lesson_with_quick_checks_runs_their_script() -> None:
    check = {"question": "Well?", "options": ({"text": "A", "feedback": "F."},) * 2}
    for checks in ((), (check,)):
        asked = lesson("a", quick_check=checks)
        page = lesson_page(course(lessons=(asked,)), asked, PlainPen(), WORDS)
        assert ("quick-check" in page.head.scripts) == bool(page.questions) == bool(checks)


def test_practice_is_what_the_lesson_lists_and_what_names_the_lesson() -> None:
    taught = lesson("a", exercises=("listed",), checklist="check")
    whole = course(
        lessons=(taught,),
        exercises=(exercise("listed"), exercise("naming", lessons=("a",)), exercise("other")),
        checklists=(checklist("check"),),
    )
    practice = lesson_page(whole, taught, PlainPen(), WORDS).practice
    assert [card.link.href for card in practice] == [
        "/exercises/listed",
        "/exercises/naming",
        "/checklists/check",
    ]


def test_facilitators_notes_are_not_written() -> None:
    pen = PlainPen()
    taught = lesson("a", facilitator_notes="For your eyes only.")
    assert "eyes only" not in repr(lesson_page(course(lessons=(taught,)), taught, pen, WORDS))
    assert "For your eyes only." not in pen.written
