"""The report for those who look after a course: what it leaves out, and how its texts read."""

from generator.views.report.coverage import Gap, Practice
from generator.views.report.measures import Measure, Paragraphs
from generator.views.report.report import Report, report

__all__ = ["Gap", "Measure", "Paragraphs", "Practice", "Report", "report"]
