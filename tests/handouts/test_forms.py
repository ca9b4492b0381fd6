"""Forms to fill in on a screen, read back as a viewer and a screen reader find them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from generator.fillable import fillable
from generator.typesetting import Setting, parse, typesetter
from generator.typesetting.fields import name_fields
from generator.typesetting.tree import Node
from tests.handouts.conftest import ROOT, Book

HEAD = '<!DOCTYPE html><html lang="en-GB" dir="ltr"><head><title>Tea</title></head><body><main><h1>Tea</h1>'


def forms(books: list[Book]) -> list[Book]:
    return [book for book in books if book.printed.setting.form]


def form(books: list[Book], name: str) -> PdfReader:
    return next(book for book in books if book.name == f"{name}-a4-form.pdf").reader


def test_every_exercise_and_checklist_comes_as_a_form_on_both_papers(books: list[Book]) -> None:
    plain = {book.name for book in books if book.printed.handout.is_form and not book.printed.setting.form}
    plain = {name for name in plain if not name.endswith("-large.pdf")}
    assert {book.name.replace("-form", "") for book in forms(books)} == plain
    assert all(book.reader.get_fields() for book in forms(books))


def test_each_step_has_a_field_of_its_own_name_that_asks_its_question(books: list[Book]) -> None:
    fields = form(books, "exercise-walk-the-trust-cycle").get_fields() or {}
    relationship = fields["exercise-walk-the-trust-cycle-relationship"]
    assert relationship["/FT"] == "/Tx"
    assert relationship["/TU"] == "Name one relationship that you want to strengthen. Initials will do."
    date = fields["exercise-walk-the-trust-cycle-explore-on-date"]
    assert date["/TU"] == "On which day will you ask your two questions?: Date"


def test_a_statement_takes_one_of_its_answers(books: list[Book]) -> None:
    fields = form(books, "checklist-partnership-trust").get_fields() or {}
    statement = fields["checklist-partnership-trust-ask-before-suggesting"]
    assert statement["/FT"] == "/Btn"
    assert set(statement["/_States_"]) == {"/Off", "/0", "/1", "/2", "/3", "/4", "/5"}


def test_what_is_filled_in_is_there_when_the_form_is_opened_again(books: list[Book]) -> None:
    writer = PdfWriter(form(books, "exercise-walk-the-trust-cycle"))
    told = {"exercise-walk-the-trust-cycle-relationship": "J. M."}
    writer.update_page_form_field_values(None, told, auto_regenerate=False)
    kept = BytesIO()
    writer.write(kept)
    fields = PdfReader(kept).get_fields() or {}
    assert fields["exercise-walk-the-trust-cycle-relationship"]["/V"] == "J. M."


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def test_every_field_stands_in_the_order_of_reading_and_says_what_it_asks(books: list[Book]) -> None:
    for book in forms(books):
        tagged = [
            e.K if not isinstance(e.K, pikepdf.Array) else e.K[0]
            for e in elements(book.file.Root.StructTreeRoot.K)
            if e.S == "/Form"
        ]
        places = [place for page in book.file.pages for place in page.obj.get("/Annots", [])]
        fields = [place for place in places if place.Subtype == "/Widget"]
        assert {kid.Obj.objgen for kid in tagged} == {place.objgen for place in fields}, book.name
        assert len(tagged) == len(fields), book.name
        assert all(str(place.TU) and place.F == 4 and "/StructParent" in place for place in fields)
        assert all(page.obj.Tabs == "/S" for page in book.file.pages if "/Annots" in page.obj), book.name


def test_a_field_follows_the_words_that_ask_for_it(books: list[Book]) -> None:
    book = next(b for b in books if b.name == "exercise-walk-the-trust-cycle-a4-form.pdf")
    steps = [e for e in elements(book.file.Root.StructTreeRoot.K) if e.S == "/LBody"]
    asking = [step for step in steps if any(part.S == "/Form" for part in elements(step.K))]
    assert len(asking) == 10
    for step in asking:
        assert not isinstance(step.K[0], pikepdf.Dictionary) or step.K[0].S != "/Form"


def test_no_field_is_so_low_that_nobody_can_write_in_it(books: list[Book]) -> None:
    for book in forms(books):
        for page in book.reader.pages:
            for place in page.get("/Annots", []):
                left, low, right, high = map(float, place.get_object()["/Rect"])
                assert right - left > 8, book.name
                assert high - low > 8, book.name
                assert right < float(page.mediabox.width), book.name


@pytest.fixture(scope="module")
def hostile() -> bytes:
    short, long = "<div></div>", "<div></div>" * 90
    html = (
        f'{HEAD}<ol class="steps"><li id="a"><p>#eval(1) “q” \\ ) (</p><div class="lines">{short}</div></li>'
        f'<li id="a"><p>{"long " * 400}</p><div class="lines">{long}</div></li></ol></main></body></html>'
    )
    with typesetter(ROOT / "templates", {}) as setter:
        return setter.set(html, Setting(form=True)).pdf


def test_hostile_words_and_equal_ids_become_fields_of_different_names(hostile: bytes) -> None:
    fields = PdfReader(BytesIO(fillable(hostile))).get_fields() or {}
    assert list(fields) == ["a", "a-2"]
    assert fields["a"]["/TU"] == "#eval(1) “q” \\ ) ("


def test_the_same_document_gives_the_same_bytes(hostile: bytes) -> None:
    assert fillable(hostile) == fillable(hostile)


def test_a_document_without_fields_stays_one() -> None:
    with typesetter(ROOT / "templates", {}) as setter:
        made = fillable(setter.set(f"{HEAD}<p>Hot.</p></main></body></html>").pdf)
    assert "Hot." in PdfReader(BytesIO(made)).pages[0].extract_text()


def blanks(node: Node) -> Iterator[dict[str, object]]:
    if node.blank:
        yield node.blank
    for child in node.children:
        if isinstance(child, Node):
            yield from blanks(child)


def test_what_is_empty_in_a_table_is_asked_for_by_its_column_and_its_row() -> None:
    tree = parse(
        f'{HEAD}<h2>Score</h2><table><thead><tr><th>Area</th><th class="narrow">Mine</th></tr></thead>'
        "<tbody><tr><td>Ask</td><td></td></tr></tbody></table></main></body></html>"
    )
    name_fields(tree)
    assert list(blanks(tree.contents)) == [
        {"kind": "text", "name": "score-1-2", "tip": "Mine: Ask", "tall": 1, "narrow": True}
    ]


def test_paths_of_this_machine_are_in_no_form(books: list[Book]) -> None:
    for book in forms(books):
        assert str(Path.cwd()).encode() not in book.printed.made.pdf
