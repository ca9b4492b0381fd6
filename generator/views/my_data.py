"""The page that says what the site keeps in a reader's browser, and how to delete it."""

from dataclasses import dataclass

from generator.model import Course
from generator.views.page import Head
from generator.wording import Wording


@dataclass(frozen=True)
class MyDataPage:
    """The page is all words of the interface; only the course differs."""

    head: Head
    course: str


def my_data_page(course: Course, words: Wording) -> MyDataPage:
    """The page "My data"."""
    return MyDataPage(
        head=Head(
            address="my-data",
            kind="my-data",
            id="my-data",
            title=words["my_data_title"],
            description=words["my_data_summary"],
            searchable=False,
        ),
        course=course.settings.title,
    )
