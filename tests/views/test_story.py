from generator.model import CourseSettings
from generator.views.page import Link
from generator.views.story import story_page
from tests.views.sample import WORDS, PlainPen, course, lesson, story


def test_a_contrast_shows_both_stories_on_both_pages() -> None:
    good = story("good", contrast="bad", what_made_the_difference="He asked.")
    bad = story("bad", outcome="letdown", what_made_the_difference="Nobody asked.")
    pair = course(stories=(bad, good))
    on_good = story_page(pair, good, PlainPen(), WORDS).contrast
    on_bad = story_page(pair, bad, PlainPen(), WORDS).contrast
    assert [(side.title, side.href) for side in on_good] == [("Good", ""), ("Bad", "/stories/bad")]
    assert [(side.title, side.href) for side in on_bad] == [("Bad", ""), ("Good", "/stories/good")]
    assert [(side.outcome, side.difference) for side in on_bad] == [
        ("letdown", "<p>Nobody asked.</p>"),
        ("delight", "<p>He asked.</p>"),
    ]


def test_a_story_links_to_every_lesson_that_names_it_or_that_it_names() -> None:
    told = story("told", lessons=("b",))
    whole = course(lessons=(lesson("a", stories=("told",)), lesson("b"), lesson("c")), stories=(told,))
    cards = story_page(whole, told, PlainPen(), WORDS).lessons
    assert [card.link.href for card in cards] == ["/lessons/a", "/lessons/b"]


def test_the_outcome_is_told_in_words() -> None:
    for outcome in ("delight", "letdown", "mixed"):
        told = story("told", outcome=outcome)
        page = story_page(course(stories=(told,)), told, PlainPen(), WORDS)
        assert page.outcome_label == f"outcome_{outcome}"


def test_the_source_is_linked_by_the_name_of_its_site() -> None:
    told = story("told", source="A blog", source_url="https://www.example.org/a?b=c")
    page = story_page(course(stories=(told,)), told, PlainPen(), WORDS)
    assert page.source_link == Link("https://www.example.org/a?b=c", "read_at example.org")


def test_where_it_comes_from_names_teller_consent_and_licence() -> None:
    told = story("told", told_as="composite", told_by="Ann", consent="Ann, 2026")
    page = story_page(course(stories=(told,)), told, PlainPen(), WORDS)
    licence = CourseSettings(title="Service", id="service").licence
    assert page.origin == ("told_as_composite", "told_by Ann", "consent Ann, 2026", f"licence_line {licence}")


def turn(who: str, **fields: object) -> dict[str, object]:
    """A turn of a dialogue."""
    return {"who": who, "says": f"{who} speaks.", **fields}


def test_those_are_judged_who_could_say_something_better_or_serve_by_the_authors_word() -> None:
    said = (
        turn("Clerk", better="Sorry."),
        turn("Guest"),
        turn("Clerk", says="There."),
        turn("Cook", staff=True),
    )
    told = story("told", dialogue=said)
    page = story_page(course(stories=(told,)), told, PlainPen(), WORDS)
    assert [spoken.who for spoken in page.dialogue if spoken.name] == ["Clerk", "Clerk", "Cook"]
    assert len({spoken.name for spoken in page.dialogue}) == 4
    assert (page.practised, "dialogue-practice" in page.head.scripts) == (True, True)


def test_a_dialogue_without_anybody_who_serves_is_there_to_be_read() -> None:
    told = story("told", dialogue=(turn("Ann"), turn("Ben")))
    page = story_page(course(stories=(told,)), told, PlainPen(), WORDS)
    assert (page.practised, page.head.scripts) == (False, ())


def test_a_turn_has_another_name_when_its_words_change() -> None:
    def name(says: str, better: str) -> str:
        told = story("told", dialogue=(turn("Clerk", says=says, better=better),))
        (spoken,) = story_page(course(stories=(told,)), told, PlainPen(), WORDS).dialogue
        return spoken.name

    assert name("Next!", "Please.") == name("Next!", "How can I help?") != name("Next.", "Please.")


def test_facilitators_notes_are_not_written() -> None:
    told = story("told", facilitator_notes="For your eyes only.")
    assert "eyes only" not in repr(story_page(course(stories=(told,)), told, PlainPen(), WORDS))
