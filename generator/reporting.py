"""The report on a course → a table for people, data for programs.

Everything that an author wrote passes through the escape function of the messages before it is printed.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date

from generator.notices import columns, visible
from generator.views.report import Measure, Report
from generator.views.report.page import practice_line, remark
from generator.wording import Wording

WIDEST = 44
"""How many columns of a terminal a title takes at most."""


def as_text(report: Report, words: Wording, today: date) -> str:
    """The report as people read it on a terminal."""
    lines = [*_gaps(report, words), *_overdue(report, words, today), words["report_caption"], ""]
    return "\n".join((*lines, *_table(_rows(report.measures, words)))) + "\n"


def as_json(report: Report, words: Wording, today: date) -> str:
    """The report for programs, in ASCII."""
    data = {
        "gaps": {name: [asdict(gap) for gap in gaps] for name, gaps in report.gaps.items()},
        "practice": asdict(report.practice),
        "overdue": [measure.file for measure in report.overdue(today)],
        "texts": [{**asdict(measure), "remark": remark(measure, words)} for measure in report.measures],
    }
    return json.dumps(data, indent=2, default=date.isoformat) + "\n"


def _gaps(report: Report, words: Wording) -> Iterator[str]:
    for number, (name, gaps) in enumerate(report.gaps.items()):
        yield f"{words[f'report_{name}']}: {len(gaps)}"
        for gap in gaps:
            yield f"  {visible(gap.file)}: {visible(gap.title)}{': ' if gap.what else ''}{visible(gap.what)}"
        if number == 0:
            yield f"  {practice_line(report, words)}"
    yield ""


def _overdue(report: Report, words: Wording, today: date) -> Iterator[str]:
    overdue = report.overdue(today)
    yield f"{words['report_overdue']}: {len(overdue)}"
    yield from (f"  {measure.file}: {measure.review_by}" for measure in overdue)
    yield ""


def _rows(measures: Sequence[Measure], words: Wording) -> list[tuple[str, ...]]:
    names = ("report_ease", "report_words", "report_kind", "report_text", "report_remark")
    return [
        tuple(words[name] for name in names),
        *(
            (
                "" if measure.ease is None else str(measure.ease),
                str(measure.words),
                words[measure.kind],
                _short(visible(measure.title)),
                remark(measure, words),
            )
            for measure in measures
        ),
    ]


def _short(title: str) -> str:
    return title if len(title) <= WIDEST else f"{title[: WIDEST - 1]}…"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their columns below one another."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        )  # fmt: skip
        yield "  ".join(cells).rstrip()
