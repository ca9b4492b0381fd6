"""The kits of the real course, unpacked as somebody who got them by mail."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator import build, kits, printing
from generator.kits import Kit
from generator.model import Course
from generator.views.handouts.cards import has_cards
from tests.handouts.conftest import ROOT

NOT_FOR_TRAINEES = ("guide-", "key-", "cards-", "deck-", "slides/")


@pytest.fixture(scope="module")
def course() -> Course:
    return build.read(build.source(ROOT / "content")).course


def opened(kit: Kit) -> ZipFile:
    return ZipFile(BytesIO(kit.data))


def note(kit: Kit) -> str:
    return " ".join(opened(kit).read("README.txt").decode().split())


def for_leaders(everything: printing.Run) -> list[Kit]:
    return [kit for kit in everything.kits if kit.path.startswith("facilitators/")]


def for_trainees(everything: printing.Run) -> list[Kit]:
    return [kit for kit in everything.kits if kit.path.startswith("handouts/")]


def test_every_workshop_has_a_kit_and_a_part_of_it_for_those_who_take_part(
    everything: printing.Run, course: Course
) -> None:
    ids = [workshop.id for workshop in course.workshops]
    assert [kit.path for kit in for_leaders(everything)] == [f"facilitators/kit-{id_}.zip" for id_ in ids]
    assert [kit.path for kit in for_trainees(everything)] == [
        f"handouts/participants-{id_}.zip" for id_ in ids
    ]


def test_a_kit_is_complete_on_both_papers(everything: printing.Run, course: Course) -> None:
    for kit, workshop in zip(for_leaders(everything), course.workshops, strict=True):
        names = set(opened(kit).namelist())
        for kind in (
            "workbook",
            "feedback",
            "guide",
            "key",
            "deck",
            *(["cards"] if has_cards(course, workshop) else []),
        ):
            for paper in ("a4", "letter"):
                assert f"{paper}/{kind}-{workshop.id}-{paper}.pdf" in names
        for item in workshop.agenda:
            if item.exercise:
                assert f"a4/exercise-{item.exercise}-a4.pdf" in names
                assert f"on-screen/exercise-{item.exercise}-letter-form.pdf" in names
                assert f"large-print/exercise-{item.exercise}-a4-large.pdf" in names
        assert {f"slides/deck-{workshop.id}.html", "slides/deck.js", "slides/deck.css"} <= names


def test_what_is_in_a_kit_is_what_is_published(everything: printing.Run) -> None:
    files = {printed.name: printed.made.pdf for printed in everything.printed}
    for kit in everything.kits:
        with opened(kit) as archive:
            for name in archive.namelist():
                if name.endswith(".pdf"):
                    assert archive.read(name) == files[name.rpartition("/")[2]]


def test_participants_get_nothing_for_those_who_lead(everything: printing.Run) -> None:
    for kit in for_trainees(everything):
        names = [name.rpartition("/")[2] for name in opened(kit).namelist()] + opened(kit).namelist()
        assert not [name for name in names if name.startswith(NOT_FOR_TRAINEES)]
        assert "Facilitator guide" not in note(kit)


def test_the_note_names_every_document_and_says_how_often_to_print_it(everything: printing.Run) -> None:
    for kit in everything.kits:
        papers = {name.rpartition("/")[2] for name in opened(kit).namelist() if name.endswith(".pdf")}
        assert papers == set(re.findall(r"[\w-]+\.pdf", note(kit)))
    (first, *_) = for_leaders(everything)
    assert "What to print, for 16 people" in note(first)
    assert "17 x Participant workbook" in note(first)
    assert "4 x Cards, if you mean to use them (each group)" in note(first)
    assert "16 x Feedback sheet (each person)" in note(first)
    assert "print these sheets for each person instead: - Story" in note(first)


def test_a_kit_says_nothing_of_the_day_and_the_machine_that_made_it(everything: printing.Run) -> None:
    for kit in everything.kits:
        entries = opened(kit).infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.external_attr, entry.create_system, entry.extra) for entry in entries} == {
            (0o100644 << 16, 3, b"")
        }


def test_the_same_files_give_the_same_bytes_in_whatever_order_they_come() -> None:
    one = {"b/x.txt": b"x", "a.txt": b"a"}
    assert kits.zipped(one) == kits.zipped(dict(reversed(one.items())))


def test_slides_have_all_that_they_ask_for_beside_them(everything: printing.Run) -> None:
    for kit in for_leaders(everything):
        archive = opened(kit)
        names = set(archive.namelist())
        (deck,) = (name for name in names if name.startswith("slides/deck-") and name.endswith(".html"))
        asked = re.findall(r'(?:src|href)="([^"#:]+)"', archive.read(deck).decode())
        assert asked
        assert {f"slides/{name}" for name in asked} <= names
        fonts = re.findall(r'url\("([^"]+)"\)', archive.read("slides/deck.css").decode())
        assert {f"slides/{name}" for name in fonts} <= names


def test_no_kits_are_packed_of_a_selection() -> None:
    source = build.source(ROOT / "content")
    choice = printing.Choice(("a4",), ("normal",), frozenset({"framework-real"}))
    assert build.press(source, build.read(source), choice).kits == ()
