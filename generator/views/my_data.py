"""The page that shows what the site keeps in a reader's browser, and deletes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Course
from generator.views.keeping import Keeping, keeping
from generator.views.page import Head, Pen
from generator.views.titles import Titles, titles
from generator.wording import Wording

FOLDERS = {"lesson": "lessons", "checklist": "checklists", "exercise": "exercises", "story": "stories"}
"""Where the pages of a kind lie."""

SAID = (
    *("my_data_things", "my_data_nothing", "my_data_changed", "my_data_size", "my_data_size_kb"),
    *("my_data_deleted", "my_data_imported", "my_data_already", "my_data_foreign"),
    *("my_data_held", "my_data_unsaved"),
    *("my_data_thing", "my_data_thing_lesson", "my_data_thing_checklist", "my_data_thing_exercise"),
    *("my_data_thing_story", "my_data_thing_recall", "my_data_thing_record", "my_data_thing_share"),
    *("my_data_thing_colours", "my_data_thing_theme"),
    *("my_data_broken", "my_data_newer", "my_data_gone", "my_data_show", "my_data_delete_thing"),
    *("my_data_yes", "my_data_no", "my_data_file"),
)
"""What the page says of things that are kept."""

PARTS = (
    *("draft", "answers", "attempts", "scores", "revision", "opened", "done", "title", "is", "at"),
    *("reviews", "outcome", "note", "mark", "better", "cards", "box", "name"),
)
"""The parts of a kept value that the page has words for; others go by their own names."""


@dataclass(frozen=True)
class MyDataPage:
    """The page is mostly words of the interface; what it lists, only the browser knows."""

    head: Head
    course: str
    keeping: Keeping
    titles: Titles
    addresses: Mapping[str, str]
    """The way to the page of a thing, by kind, with a gap for its id."""
    said: Mapping[str, str | Mapping[str, str]]
    parts: Mapping[str, str]
    kinds: tuple[tuple[str, str], ...]
    """What can be kept: its kind, and what of it."""
    prefix: str
    """How the names begin under which answers are kept."""


def my_data_page(course: Course, pen: Pen, words: Wording) -> MyDataPage:
    """The page "My data"."""
    return MyDataPage(
        head=Head(
            address="my-data",
            kind="my-data",
            id="my-data",
            title=words["my_data_title"],
            description=words["my_data_summary"],
            searchable=False,
            scripts=("keeping", "learner", "records", "my-data-logic", "my-data"),
            styles=("my-data",),
        ),
        course=course.settings.title,
        keeping=keeping(course, pen, words),
        titles=titles(course),
        addresses={
            **{kind: pen.to(f"{folder}/{{id}}") for kind, folder in FOLDERS.items()},
            "share": pen.to("share"),
        },
        said=words.forms(*SAID),
        parts={part: words[f"my_data_part_{part}"] for part in PARTS},
        kinds=(
            *((words[kind], words[f"my_data_kind_{kind}"]) for kind in FOLDERS),
            (words["share_title"], words["my_data_kind_share"]),
            (words["recall_title"], words["my_data_kind_recall"]),
            (words["record"], words["my_data_kind_record"]),
            (words["my_data_colours"], words["my_data_colours_are"]),
        ),
        prefix=f"{course.settings.id}:",
    )
