"""The page of the report, for those who look after the course. Nothing on it depends on today's date."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model import Course
from generator.views.page import Head, Link, Pen
from generator.views.report.coverage import Gap
from generator.views.report.measures import LENGTHS, Measure, Paragraphs
from generator.views.report.reading_ease import PLAIN_ENOUGH
from generator.views.report.report import Report, report
from generator.wording import Wording

ADDRESS = "report"
MOST_ROWS = 100
"""More texts than these would make a heavy page; `extramile report` lists them all."""


@dataclass(frozen=True)
class Lacking:
    """Where one kind of thing is missing."""

    item: Link
    what: tuple[str, ...]
    """Which parts of the item; empty where the whole is meant."""


@dataclass(frozen=True)
class Question:
    """One thing that the report looks for, and what it found."""

    anchor: str
    heading: str
    rule: str
    """What counts, in a sentence or two."""
    verdict: str
    found: tuple[Lacking, ...]


@dataclass(frozen=True)
class Row:
    """The figures of one text."""

    item: Link
    kind: str
    words: str
    ease: str
    remark: str
    """What an author should look at; empty where all is well."""
    review_by: str


@dataclass(frozen=True)
class ReportPage:
    """Everything that the page of the report shows."""

    head: Head
    questions: tuple[Question, ...]
    practice: str
    ease: str
    rows: tuple[Row, ...]
    left_out: str
    """How many texts are not shown; empty where all are."""


def report_page(course: Course, paragraphs: Paragraphs, pen: Pen, words: Wording) -> ReportPage:
    """The page "How the course is doing"."""
    told = report(course, paragraphs)
    shown = told.measures[:MOST_ROWS]
    rest = len(told.measures) - len(shown)
    return ReportPage(
        head=Head(
            address=ADDRESS,
            kind="report",
            id="report",
            title=words["report_title"],
            description=words["report_summary"],
            searchable=False,
            indexed=False,
        ),
        questions=tuple(_questions(told, pen, words)),
        practice=practice_line(told, words),
        ease=words.say("report_ease_rule", least=PLAIN_ENOUGH),
        rows=tuple(_row(measure, pen, words) for measure in shown),
        left_out=words.say("report_left_out", n=rest) if rest else "",
    )


def practice_line(told: Report, words: Wording) -> str:
    """How many objectives are practised, and how surely that is known."""
    figures = told.practice
    return words.say(
        "report_practice", n=figures.objectives, named=figures.named, whole=figures.as_a_whole
    )  # fmt: skip


def remark(measure: Measure, words: Wording) -> str:
    """What an author should look at in a text."""
    least, most = LENGTHS.get(measure.kind, (0, 0))
    length = words.say(f"report_{measure.length}", least=least, most=most) if measure.length else ""
    hard = words["report_hard"] if measure.is_hard else ""
    return "; ".join(filter(None, (length, hard)))


def _questions(told: Report, pen: Pen, words: Wording) -> Iterator[Question]:
    for name, found in told.gaps.items():
        yield Question(
            anchor=name.replace("_", "-"),
            heading=words[f"report_{name}"],
            rule=words[f"report_{name}_rule"],
            verdict=words.say("report_found", n=len(found)) if found else words["report_nothing"],
            found=tuple(_lacking(found, pen)),
        )


def _lacking(found: tuple[Gap, ...], pen: Pen) -> Iterator[Lacking]:
    """What was found, item by item."""
    for (address, title), gaps in groupby(found, key=lambda gap: (gap.address, gap.title)):
        yield Lacking(Link(pen.to(address), title), tuple(gap.what for gap in gaps if gap.what))


def _row(measure: Measure, pen: Pen, words: Wording) -> Row:
    return Row(
        item=Link(pen.to(measure.address), measure.title),
        kind=words[measure.kind],
        words=str(measure.words),
        ease="" if measure.ease is None else str(measure.ease),
        remark=remark(measure, words),
        review_by=words.day(measure.review_by) if measure.review_by else "",
    )
