"""The PDFs of the real course, read back: what a printer, a screen reader and a facilitator find in them."""

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from generator import build
from generator.model import Course
from tests.handouts.conftest import FOOT, Book, Mark

ROOT = Path(__file__).parent.parent.parent
HEADINGS = "SourceSerif4-Bold"


@pytest.fixture(scope="module")
def course() -> Course:
    return build.read(build.source(ROOT / "content")).course


def of(books: Iterable[Book], *kinds: str) -> list[Book]:
    return [book for book in books if book.printed.handout.kind in kinds]


def named(books: Iterable[Book], name: str) -> Book:
    return next(book for book in books if book.name == name)


def test_there_is_a_pdf_of_everything_on_both_papers(books: list[Book], course: Course) -> None:
    names = {book.name for book in books}
    sheets = [
        *(f"story-{story.id}" for story in course.stories),
        *(f"exercise-{exercise.id}" for exercise in course.exercises),
        *(f"checklist-{checklist.id}" for checklist in course.checklists),
        *(f"framework-{framework.id}" for framework in course.settings.frameworks),
    ]
    sheets += [f"feedback-{workshop.id}" for workshop in course.workshops]
    workbooks = [f"workbook-{workshop.id}" for workshop in course.workshops]
    for paper in ("a4", "letter"):
        assert {f"{name}-{paper}.pdf" for name in (*workbooks, *sheets)} <= names
        assert {f"{name}-{paper}-large.pdf" for name in sheets} <= names


def test_each_says_its_title_and_its_language_and_is_tagged_for_screen_readers(books: list[Book]) -> None:
    for book in books:
        root = book.file.Root
        assert root.MarkInfo.Marked, book.name
        assert str(root.Lang) == "en-GB", book.name
        assert root.ViewerPreferences.DisplayDocTitle, book.name
        with book.file.open_metadata() as about:
            assert about["pdfuaid:part"] == "1", book.name
            assert about["dc:title"] == book.printed.handout.title, book.name


def test_each_font_travels_with_its_document(books: list[Book]) -> None:
    for book in books:
        for page in book.file.pages:
            for font in page.Resources.get("/Font", {}).values():
                for inner in font.DescendantFonts:
                    assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()), book.name


def tags(node: pikepdf.Object) -> Iterator[str]:
    """The kinds of the parts of a document, in the order in which they are read aloud."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S).lstrip("/")
        if "/K" in node:
            yield from tags(node.K)


def test_headings_lists_tables_and_pictures_are_tagged_as_what_they_are(books: list[Book]) -> None:
    found = {book.name: list(tags(book.file.Root.StructTreeRoot)) for book in books}
    for name, kinds in found.items():
        assert "H1" in kinds, name
        levels = [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
        assert all(b <= a + 1 for a, b in zip([0, *levels], levels, strict=False)), name
    assert {"Table", "TH", "TD"} <= set(found["checklist-real-service-a4.pdf"])
    assert "Figure" in found["framework-trust-cycle-a4.pdf"]
    assert {"L", "LI"} <= set(found["exercise-walk-the-trust-cycle-a4.pdf"])


def test_no_page_is_without_content_and_no_last_page_nearly_so(books: list[Book]) -> None:
    for book in books:
        for number, marks in enumerate(book.marks, 1):
            assert marks, f"{book.name}, page {number}"
        high = float(book.reader.pages[0].mediabox.height)
        last = book.marks[-1]
        assert len(book.marks) == 1 or last[0].height - last[-1].height > high * 0.12, book.name


def test_nothing_runs_over_the_foot_of_a_page(books: list[Book]) -> None:
    for book in books:
        if book.printed.handout.kind == "cards":
            continue
        foot = " · ".join([*book.printed.handout.foot, book.printed.handout.address])
        for number, leaf in enumerate(book.leaves, 1):
            for text in (mark.text for mark in leaf.marks if mark.text and mark.height < FOOT):
                own_words = re.sub(r"\d+ of \d+", "", text).strip()
                assert own_words in foot, f"{book.name}, page {number}: {text}"
            lowest = min((mark.height for mark in leaf.marks if not mark.text), default=FOOT)
            assert lowest >= FOOT, f"{book.name}, page {number}: a line at {lowest:.0f} points"


def test_the_sheet_for_feedback_is_one_page_and_asks_for_no_name(books: list[Book]) -> None:
    sheets = of(books, "feedback")
    assert sheets
    for book in sheets:
        if book.printed.setting.size == "normal":
            assert len(book.reader.pages) == 1, book.name
        assert "Name" not in book.text
        assert {mark.text for marks in book.marks for mark in marks} >= {"1.", "5."}


def test_a_workbook_draws_each_framework_once(books: list[Book]) -> None:
    for book in of(books, "workbook"):
        pictures = [alt for alt in _alternatives(book.file.Root.StructTreeRoot) if alt]
        assert len(pictures) == len(set(pictures)), book.name
    half_a_day = named(books, "workbook-real-service-half-day-a4.pdf")
    page = half_a_day.printed.made.places["drawn-real"]
    assert half_a_day.text.count(f"REAL service (page {page})") == 3


def _alternatives(node: pikepdf.Object) -> Iterator[str]:
    """What a screen reader says for each picture."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _alternatives(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/Alt" in node and str(node.get("/S", "")) == "/Figure":
            yield str(node.Alt)
        if "/K" in node:
            yield from _alternatives(node.K)


def test_both_papers_take_about_as_many_pages(books: list[Book]) -> None:
    """One page of difference for a sheet, and one more for every five pages of a long guide."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for book in books:
        name = re.sub(r"-(a4|letter)(?=(-form|-large)?\.pdf$)", "", book.name)
        for sheet, count in _sheets(book).items():
            pages[f"{name}: {sheet}"].append(count)
    for sheet, counts in pages.items():
        assert len(counts) == 2, sheet
        assert max(counts) - min(counts) <= 1 + min(counts) // 5, (sheet, counts)


def _sheets(book: Book) -> dict[str, int]:
    """How many pages each sheet of a document has; each begins on a page of its own."""
    kind = re.compile("(story|exercise|checklist|lesson|framework)-|commitment$|session$")
    starts = {name: page for name, page in book.printed.made.places.items() if kind.match(name)}
    following = dict(pairwise([*sorted(starts.values()), len(book.marks) + 1]))
    return {name: following[page] - page for name, page in starts.items()} or {"": len(book.marks)}


def test_no_heading_stands_alone_at_the_foot_of_a_page(books: list[Book]) -> None:
    for book in books:
        for number, marks in enumerate(book.marks, 1):
            last: Mark = marks[-1]
            low = last.height < float(book.reader.pages[0].mediabox.height) / 3
            assert not (low and HEADINGS in last.font), f"{book.name}, page {number}: {last.text}"


def test_what_to_do_when_a_part_begins_late_stands_on_the_page_of_the_part(books: list[Book]) -> None:
    for book in of(books, "guide"):
        for number, marks in enumerate(book.marks, 1):
            last = [mark.text for mark in marks if mark.text][-1]
            assert not last.startswith("If it is later"), f"{book.name}, page {number}"


def test_what_to_do_and_the_room_for_it_stand_on_one_page(books: list[Book], course: Course) -> None:
    prompts = {_plain(step.prompt)[:25] for exercise in course.exercises for step in exercise.steps}
    for book in of(books, "exercise"):
        for number, marks in enumerate(book.marks, 1):
            where = f"{book.name}, page {number}"
            words = next(mark for mark in marks if mark.text)
            assert marks[0].height - words.height < 24, f"{where} begins with room for a question before it"
            steps = [mark for mark in marks if any(mark.text.startswith(prompt) for prompt in prompts)]
            if steps:
                below = [mark for mark in marks if mark.height < steps[-1].height - 6]
                assert any(not mark.text for mark in below) or len(below) > 1, where


def test_a_statement_and_its_boxes_stand_on_one_page(books: list[Book], course: Course) -> None:
    for checklist in course.checklists:
        count = sum(len(dimension.statements) for dimension in checklist.dimensions)
        for paper in ("a4", "letter"):
            book = named(books, f"checklist-{checklist.id}-{paper}.pdf")
            numbers = [
                int(mark.text)
                for marks in book.marks
                for mark in marks
                if mark.text.isdecimal() and "Regular" in mark.font
            ]
            assert set(range(1, count + 1)) <= set(numbers), book.name


def test_texts_stand_in_the_order_in_which_they_are_read(books: list[Book], course: Course) -> None:
    for story in course.stories:
        said = named(books, f"story-{story.id}-a4.pdf").text
        parts = [story.title, *story.discussion_questions, *story.action_steps, story.key_learning_point]
        places = [said.find(_plain(part)[:60]) for part in parts]
        assert -1 not in places, (story.id, parts[places.index(-1)])
        assert places == sorted(places), story.id


def _plain(text: str) -> str:
    """A text as it is printed, with its quotation marks curled."""
    opened = re.sub(r'(^|[\s(])"', r"\1“", " ".join(text.split()))
    return re.sub(r"[*_]", "", opened.replace('"', "”").replace("'", "’"))


def test_the_workbook_tells_on_which_page_each_sheet_stands(books: list[Book], course: Course) -> None:
    for book in of(books, "workbook"):
        contents = book.leaves[0].text
        titles = _bookmarks(book)
        assert len(titles) > 4
        for title, page in titles.items():
            if f"{title} ." in contents:
                assert re.search(rf"{re.escape(title)} [. ]+{page}\b", contents), (book.name, title)


def _bookmarks(book: Book) -> dict[str, int]:
    """The pages of a document's bookmarks, counted from 1."""

    def walk(entries: list[object]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                number = book.reader.get_destination_page_number(entry)  # type: ignore[arg-type]
                yield str(entry.title), (number or 0) + 1  # type: ignore[attr-defined]

    return dict(walk(list(book.reader.outline)))


def test_every_page_says_which_it_is_and_of_how_many(books: list[Book]) -> None:
    for book in of(books, "workbook", "story", "exercise", "checklist", "framework", "guide", "key"):
        total = len(book.leaves)
        for number, leaf in enumerate(book.leaves, 1):
            assert f"{number} of {total}" in leaf.text, book.name


def test_large_print_is_large(books: list[Book]) -> None:
    """Letters of 18 points, apart from the head and the foot of the pages and the signs above a line."""
    for book in of(books, "story"):
        if book.printed.setting.size != "large":
            continue
        sizes = [mark.size for leaf in book.leaves for mark in leaf.marks if mark.text]
        assert statistics.median(sizes) >= 17.9, book.name


def test_nothing_of_those_who_lead_is_in_what_participants_get(books: list[Book], course: Course) -> None:
    notes = [
        *(story.facilitator_notes for story in course.stories),
        *(lesson.facilitator_notes for lesson in course.lessons),
        *(workshop.facilitator_notes for workshop in course.workshops),
        *(item.notes for workshop in course.workshops for item in workshop.agenda),
    ]
    sentences = [
        _plain(sentence)
        for note in filter(None, notes)
        for sentence in re.findall(r"[A-Z][^.*\n]{50,}\.", note)
    ]
    assert sentences
    for book in books:
        if book.printed.handout.audience == "trainee":
            for sentence in sentences:
                assert sentence not in book.text, (book.name, sentence)
