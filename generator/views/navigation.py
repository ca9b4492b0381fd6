"""The menu of the site, as nested lists of page files in the form that the engines read."""

from generator.model import Course
from generator.views.relations import paths_by_length, reading_order
from generator.wording import Wording

Entry = str | dict[str, "str | list[Entry]"]
"""A page's file, which brings its own title; or a name for a page, or for a section with its entries."""

MOST_LESSONS = 20
"""With more lessons the menu only shows their list: a menu is written into every page."""


def navigation(course: Course, words: Wording) -> list[Entry]:
    """The menu. Stories, exercises and the like are reached through their lists."""
    lessons = reading_order(course) if len(course.lessons) <= MOST_LESSONS else ()
    return [
        {words["home"]: "index.md"},
        {words["paths"]: ["paths/index.md", *(f"paths/{path.id}.md" for path in paths_by_length(course))]},
        {words["lessons"]: ["lessons/index.md", *(f"lessons/{lesson.id}.md" for lesson in lessons)]},
        {words["stories"]: "stories/index.md"},
        {words["practice_section"]: ["exercises/index.md", "checklists/index.md"]},
        {words["workshops"]: "workshops/index.md"},
        {words["for_you"]: ["progress.md", "handouts.md", "my-data.md", "share.md"]},
        {words["more"]: ["glossary.md", "tags.md", "about.md"]},
    ]
