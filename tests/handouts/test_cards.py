"""The cards of the real course as they lie on paper."""

from itertools import pairwise

import pytest
from pypdf import PageObject

from tests.handouts.conftest import Book

MILLIMETRE = 72 / 25.4
WIDE, HIGH = 95 * MILLIMETRE, 65 * MILLIMETRE


def sets(books: list[Book]) -> list[Book]:
    return [book for book in books if book.printed.handout.kind == "cards"]


def words_by_card(page: PageObject) -> dict[tuple[int, int], str]:
    """The words of each card, by its column from the left and its row from the top."""
    found: dict[tuple[int, int], list[str]] = {}
    across, up = float(page.mediabox.width), float(page.mediabox.height)

    def read(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        x, y = cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]
        column, row = int((x - across / 2 + WIDE) // WIDE), int((up / 2 + 2 * HIGH - y) // HIGH)
        if text.strip() and 0 <= column < 2 and 0 <= row < 4:
            found.setdefault((column, row), []).append(text)

    page.extract_text(visitor_text=read)
    return {place: " ".join(" ".join(texts).split()) for place, texts in found.items()}


def test_all_that_is_to_be_known_stands_on_one_page_and_cards_begin_on_the_next_sheet(
    books: list[Book],
) -> None:
    for book in sets(books):
        first, behind = (" ".join(page.extract_text().split()) for page in book.reader.pages[:2])
        assert "How to make them" in first, book.name
        assert "What there is" in first, book.name
        assert behind.startswith("Notes") or "Notes" in behind, book.name


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_back_of_each_card_lies_behind_its_front(books: list[Book], paper: str) -> None:
    parts = {"Explore", "Agree", "Deliver", "Assure"}
    name = f"cards-partners-across-borders-{paper}.pdf"
    (book,) = (book for book in sets(books) if book.name == name)
    fronts, backs = book.reader.pages[2::2], book.reader.pages[3::2]
    seen = set()
    for front, back in zip(fronts, backs, strict=True):
        behind = words_by_card(back)
        for (column, row), words in words_by_card(front).items():
            for part in parts & set(words.split()):
                assert part in behind[1 - column, row].split()
                seen.add(part)
    assert seen == parts


def test_every_sheet_of_cards_holds_eight_and_its_backs_lie_on_its_other_side(books: list[Book]) -> None:
    for book in sets(books):
        assert len(book.reader.pages) % 2 == 0, book.name
        assert all(len(words_by_card(page)) == 8 for page in book.reader.pages[2:]), book.name
        heads = [page.extract_text().split(",")[0] for page in book.reader.pages[2:]]
        assert all(front == back for front, back in list(pairwise(heads))[::2]), book.name


def test_letters_on_cards_are_large_enough_to_read_at_arms_length(books: list[Book]) -> None:
    for book in sets(books):
        sizes: set[float] = set()

        def read(
            text: str, cm: object, tm: object, font: object, size: float, into: set[float] = sizes
        ) -> None:
            into.update({size} if text.strip() else ())

        for page in book.reader.pages[2:]:
            page.extract_text(visitor_text=read)
        caption, label, *words = sorted(sizes)
        assert (caption, label) == (7.5, 8), book.name
        assert words[0] >= 9, book.name
