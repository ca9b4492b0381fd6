"""The guide and the key of the real course, read back from their PDFs."""

import re
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import build
from generator.model import Course, Workshop
from generator.printing import Choice
from generator.views.handouts.items import items
from generator.views.handouts.run_of_show import clock

CONTENT = Path(__file__).parents[1] / "content"
WORKSHOP = "partners-across-borders"
START, PEOPLE = "09:30", 14
Pages = list[str]
"""The text of each page, with single spaces."""


class Papers:
    """What was printed for one workshop of the course."""

    def __init__(self) -> None:
        source = build.source(CONTENT)
        reading = build.read(source)
        self.course: Course = reading.course
        self.workshop: Workshop = next(one for one in self.course.workshops if one.id == WORKSHOP)
        # Asked for by name, so that the workbook to whose pages they refer is not among them.
        names = frozenset({f"guide-{self.workshop.id}", f"key-{self.workshop.id}"})
        made = build.press(source, reading, Choice(names=names), start=START, people=PEOPLE)
        assert {printed.handout.name for printed in made.printed} == names
        whole = build.press(source, reading, Choice(names=frozenset({f"workbook-{self.workshop.id}"})))
        self._pages: dict[tuple[str, str], Pages] = {
            (printed.handout.kind, printed.setting.paper): [
                " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(printed.made.pdf)).pages
            ]
            for printed in (*made.printed, *whole.printed)
        }

    def pages(self, kind: str, paper: str) -> Pages:
        return self._pages[kind, paper]

    @property
    def titles(self) -> list[str]:
        """The titles of the parts, in order."""
        named = {(kind, item.id): item.title for kind, item in items(self.course, self.workshop)}
        return [
            entry.break_
            or entry.activity
            or next(
                named[kind, id_]
                for kind in ("lesson", "story", "exercise", "checklist")
                if (id_ := getattr(entry, kind))
            )
            for entry in self.workshop.agenda
        ]


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers()


on_both_papers = pytest.mark.parametrize("paper", ["a4", "letter"])


@on_both_papers
def test_the_workbook_page_that_the_guide_names_holds_that_item(papers: Papers, paper: str) -> None:
    guide = " ".join(papers.pages("guide", paper))
    workbook = papers.pages("workbook", paper)
    found = 0
    for number, title in enumerate(papers.titles, 1):
        told = re.search(
            rf"{number}\. {re.escape(title)} \d\d:\d\d to [^¶]{{0,90}}?Workbook page (\d+)", guide
        )
        item = next((item for _, item in items(papers.course, papers.workshop) if item.title == title), None)
        assert (told is None) == (item is None), title
        if told and item:
            found += 1
            about = " ".join((item.purpose if hasattr(item, "purpose") else item.summary).split()[:5])
            assert about in workbook[int(told[1]) - 1], title
    assert found >= 4


@on_both_papers
def test_the_key_names_the_same_pages(papers: Papers, paper: str) -> None:
    guide, key = (" ".join(papers.pages(kind, paper)) for kind in ("guide", "key"))
    named = re.findall(r"Exercise: (.{3,60}?) Workbook page (\d+)", key)
    assert named
    for title, page in named:
        assert re.search(rf"\d\. {re.escape(title)} [^¶]{{0,90}}?Workbook page {page}\b", guide)


@on_both_papers
def test_the_times_are_those_of_the_session_that_was_asked_for(papers: Papers, paper: str) -> None:
    text = " ".join(papers.pages("guide", paper))
    minutes = accumulate((item.minutes for item in papers.workshop.agenda), initial=9 * 60 + 30)
    for title, (start, end) in zip(papers.titles, pairwise(minutes), strict=True):
        assert f"{title} {clock(start)} to {clock(end)}" in text
    assert "14 people: 4 groups of 3 or 4." in text
    assert "Participant workbook each person and 1 spare 15" in text


@on_both_papers
def test_the_guide_is_read_in_the_order_of_the_session(papers: Papers, paper: str) -> None:
    text = " ".join(papers.pages("guide", paper)[1:])
    headings = [
        *("Run of show", "The workshop at a glance", "Before the session", "The session as a whole"),
        *(f"{number}. {title}" for number, title in enumerate(papers.titles, 1)),
        *("After the session", "With more time", "Looking back"),
    ]
    place = 0
    for heading in headings:
        place = text.find(heading, place)
        assert place >= 0, heading


def test_the_guide_is_as_long_on_the_one_paper_as_on_the_other(papers: Papers) -> None:
    for kind in ("guide", "key"):
        assert abs(len(papers.pages(kind, "a4")) - len(papers.pages(kind, "letter"))) <= 1
        assert all(len(page) > 200 for paper in ("a4", "letter") for page in papers.pages(kind, paper))


@on_both_papers
def test_no_line_that_announces_a_list_stays_alone_at_the_foot(papers: Papers, paper: str) -> None:
    notes = "\n".join(item.notes or "" for item in papers.workshop.agenda)
    announcing = [
        re.sub(r"[*]", "", line)
        for line in re.findall(r"^\*\*[^*\n]+\*\*(?: \([^)\n]*\))?$", notes, re.MULTILINE)
    ]
    assert "How it goes wrong" in announcing
    foot = f"{papers.course.settings.title} · "
    for page in papers.pages("guide", paper):
        assert not page.partition(foot)[0].strip().endswith(tuple(announcing)), page[-200:]


def test_in_large_print_each_part_of_the_run_of_show_has_lines_of_its_own() -> None:
    source = build.source(CONTENT)
    choice = Choice(papers=("a4",), sizes=("large",), names=frozenset({f"guide-{WORKSHOP}"}))
    made = build.press(source, build.read(source), choice, start=START, people=PEOPLE)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(made.printed[0].made.pdf)).pages)
    told = re.search(r"\nWelcome\n(.*?)\nThe printer that went", text, re.DOTALL)
    assert told
    assert " ".join(told[1].split()).startswith("Start 09:30 End 09:36 Minutes 6 Shortest 4")
