"""The page that lists the handouts, and the links to them."""

from generator.views.handouts.handout import PrintedFile, Prints, handout
from generator.views.handouts.listing import handouts_page, print_links
from generator.views.page import Head
from tests.views.browser import HOSTILE, shown
from tests.views.sample import WORDS, PlainPen, course


def prints(kind: str, title: str = "Tea", *, files: int = 0) -> Prints:
    made = (
        PrintedFile(f"handouts/{kind}-tea-a4.pdf", "a4", False, 2, 31),
        PrintedFile(f"handouts/{kind}-tea-letter-large.pdf", "letter", True, 4, 40),
    )
    return Prints(handout(course(), WORDS, kind, "tea", title), made[:files])


def test_handouts_are_listed_by_kind_and_those_for_a_whole_session_first() -> None:
    page = handouts_page((prints("story"), prints("workbook")), PlainPen(), WORDS)
    assert [shelf.anchor for shelf in page.shelves] == ["workbook-handouts", "story-handouts"]
    assert [heading["id"] for heading in shown(page).all("h2")] == [
        "how",
        "workbook-handouts",
        "story-handouts",
    ]


def test_what_is_for_those_who_lead_is_on_a_page_of_its_own() -> None:
    guide = Prints(handout(course(), WORDS, "guide", "tea", "Tea", audience="facilitator"))
    page = handouts_page((guide, prints("story")), PlainPen(), WORDS)
    assert [shelf.anchor for shelf in page.shelves] == ["story-handouts"]
    assert "/facilitators" in [link["href"] for link in shown(page).all("a")]
    assert handouts_page((prints("story"),), PlainPen(), WORDS).lead is None


def test_each_file_tells_its_paper_its_pages_and_its_size() -> None:
    (shelf,) = handouts_page((prints("story", files=2),), PlainPen(), WORDS).shelves
    (links,) = shelf.handouts
    assert [(file.link.href, file.link.text, file.facts) for file in links.files] == [
        ("/handouts/story-tea-a4.pdf", "paper_a4", "handouts_size 2 31"),
        ("/handouts/story-tea-letter-large.pdf", "handouts_large paper_letter", "handouts_size 4 40"),
    ]
    assert links.sheet.href == "/handouts/story-tea.html"


def test_where_no_files_are_made_the_sheets_are_still_there() -> None:
    page = handouts_page((prints("story"),), PlainPen(), WORDS)
    assert not page.has_files
    assert [link["href"] for link in shown(page).all("a")] == ["/handouts/story-tea.html"]


def test_the_page_of_an_item_leads_to_its_handouts_and_other_pages_to_none() -> None:
    all_prints = (prints("feedback"), prints("story", files=1), prints("workbook"))
    pages = {kind: Head(f"{kind}/tea", kind, "tea", "Tea", "") for kind in ("story", "workshop", "lesson")}
    found = {
        kind: [(links.name, links.label) for links in print_links(all_prints, head, PlainPen(), WORDS)]
        for kind, head in pages.items()
    }
    assert found == {
        "story": [("story-tea", "print_this")],
        "workshop": [("workbook-tea", "print_workbook"), ("feedback-tea", "print_feedback")],
        "lesson": [],
    }


def test_titles_stay_text() -> None:
    page = shown(handouts_page((prints("story", HOSTILE),), PlainPen(), WORDS))
    assert page.one("strong", id="story-tea").text == HOSTILE


def test_the_page_stays_out_of_the_search() -> None:
    assert not handouts_page((), PlainPen(), WORDS).head.searchable
