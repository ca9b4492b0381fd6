"""All that the report says, whether on a page, on a terminal or to programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import Course
from generator.views.report.coverage import Gap, Practice, gaps, practice
from generator.views.report.measures import Measure, Paragraphs, measures


@dataclass(frozen=True)
class Report:
    """What a course leaves out, and the figures of its texts."""

    gaps: Mapping[str, tuple[Gap, ...]]
    """By the kind of gap; kinds without a gap are there as well."""
    practice: Practice
    measures: tuple[Measure, ...]
    """Every text, those that are hardest to read first."""

    def overdue(self, today: date) -> tuple[Measure, ...]:
        """The texts that somebody should have read again before a day, the oldest first."""
        due = [measure for measure in self.to_review if measure.review_by and measure.review_by < today]
        return tuple(due)

    @property
    def to_review(self) -> tuple[Measure, ...]:
        """The texts that name a day by which to read them again, in the order of these days."""
        dated = [measure for measure in self.measures if measure.review_by]
        return tuple(sorted(dated, key=lambda measure: (measure.review_by or date.max, measure.file)))


def report(course: Course, paragraphs: Paragraphs) -> Report:
    """The report on a course; it depends on nothing but its texts."""
    return Report(gaps(course), practice(course), measures(course, paragraphs))
