"""The menu of the site, as nested lists of page files in the form that the engines read."""

from generator.model import Course
from generator.views.page import page_file
from generator.views.relations import paths_by_length, reading_order
from generator.wording import Wording

Entry = str | dict[str, "str | list[Entry]"]
"""A page's file, which brings its own title; or a name for a page, or for a section with its entries."""

MOST_LESSONS = 20
"""With more lessons the menu only shows their list: a menu is written into every page."""

FOR_YOU = ("progress", "recall", "handouts", "my-data", "share")


def navigation(course: Course, words: Wording) -> list[Entry]:
    """The menu. Stories, exercises and the like are reached through their lists."""
    few = len(course.lessons) <= MOST_LESSONS
    lessons = [page_file(f"lessons/{lesson.id}") for lesson in reading_order(course) if few]
    paths = [page_file(f"paths/{path.id}") for path in paths_by_length(course)]
    return [
        {words["home"]: "index.md"},
        {words["paths"]: [{words["all_paths"]: "paths/index.md"}, *paths]},
        {words["lessons"]: [{words["all_lessons"]: "lessons/index.md"}, *lessons]},
        {words["stories"]: "stories/index.md"},
        {words["practice_section"]: ["exercises/index.md", "checklists/index.md"]},
        {words["workshops"]: "workshops/index.md"},
        {words["for_you"]: [page_file(name) for name in FOR_YOU]},
        {words["more"]: [page_file(name) for name in ("glossary", "tags", "about")]},
    ]
