"""Views → Markdown pages.

A page is Markdown only in its headings; everything else stands in raw HTML blocks, so that no second
parser ever runs over an author's text.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType

from generator.layout import drawings, environment
from generator.model import Course, Size
from generator.prose import Scribe, paragraphs
from generator.views.about import about_page
from generator.views.authors import guide_pages
from generator.views.broken import Strays, broken_page, strays_shown
from generator.views.browse import lessons_page, paths_page, stories_page
from generator.views.checklist import checklist_page, checklists_page
from generator.views.exercise import exercise_page, exercises_page
from generator.views.facilitators import facilitators_page
from generator.views.formerly import following
from generator.views.glossary import glossary_page
from generator.views.handouts.handout import Prints
from generator.views.handouts.listing import PrintLinks, handouts_page, print_links
from generator.views.home import home_page
from generator.views.lesson import lesson_page
from generator.views.metadata import Metadata, describer
from generator.views.my_data import my_data_page
from generator.views.page import View, page_file
from generator.views.path import path_page
from generator.views.progress import progress_page
from generator.views.recall import recall_page
from generator.views.report.page import report_page
from generator.views.share import share_page
from generator.views.story import story_page
from generator.views.tags import tags_page
from generator.views.workshop import workshop_page, workshops_page
from generator.wording import Wording


@dataclass(frozen=True)
class Page:
    """A page for the engine: Markdown with front matter."""

    path: str
    """`lessons/empathy/index.md`: as deep as its address, for engines that resolve links by it."""
    text: str
    source: str = ""
    """The author's file below content/ (`lessons/empathy.yml`), or empty."""


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    sizes: Mapping[str, Size],
    changed: Mapping[str, date],
    site: str = "",
    broken: Mapping[str, Sequence[str]] = MappingProxyType({}),
    strays: Sequence[str] = (),
    prints: Sequence[Prints] = (),
    directory_urls: bool = True,
) -> tuple[Page, ...]:
    """Every page of the course, in a fixed order.

    By the author's file: `changed` has the day on which it was last changed; `broken` has the lines that
    tell what is wrong with it, which then stand in place of its page. `strays` are problems of files that
    have no page; they stand above every title. `site` is where the course is published, ending in a slash,
    or empty. `prints` are the handouts, and the files in which they can be had.
    """
    pen_for = partial(
        Scribe,
        terms=course.glossary.terms,
        sizes=sizes,
        table_label=words["table"],
        directory_urls=directory_urls,
    )
    views = (
        broken_page(view.head, broken[view.head.source], words) if view.head.source in broken else view
        for view in _views(course, words, pen_for, drawings(templates), prints)
    )
    views = (_following(view, course) for view in views)
    plain = partial(pen_for, terms=())
    about = describer(course, words, plain("index"), changed, site)
    shown = strays_shown(strays, words)
    return tuple(
        page(
            templates,
            view,
            words,
            about.describe(view.head, plain(view.head.address)),
            strays=shown,
            prints=print_links(prints, view.head, plain(view.head.address), words),
        )
        for view in views
    )


def _following(view: View, course: Course) -> View:
    """A page that knows what its stored things were called before."""
    head = following(view.head, course)
    return view if head is view.head else replace(view, head=head)  # type: ignore[type-var]  # views are dataclasses


def _views(
    course: Course, words: Wording, pen_for: partial[Scribe], drawn: frozenset[str], prints: Sequence[Prints]
) -> Iterator[View]:
    """The recipe: each page with a pen of its own."""
    yield from _pages_of_the_course(course, words, partial(pen_for, terms=()), drawn, prints)
    yield from _pages_of_items(course, words, pen_for, drawn)


def _pages_of_the_course(
    course: Course, words: Wording, plain: partial[Scribe], drawn: frozenset[str], prints: Sequence[Prints]
) -> Iterator[View]:
    """Lists and the like. They link no terms."""
    yield home_page(course, plain("index"), words)
    yield paths_page(course, plain("paths/index"), words)
    yield lessons_page(course, plain("lessons/index"), words)
    yield stories_page(course, plain("stories/index"), words)
    yield exercises_page(course, plain("exercises/index"), words)
    yield checklists_page(course, plain("checklists/index"), words)
    yield workshops_page(course, plain("workshops/index"), words)
    yield progress_page(course, plain("progress"), words)
    yield recall_page(course, plain("recall"), words)
    yield handouts_page(prints, plain("handouts"), words)
    if course.settings.facilitator_kit == "public":
        yield facilitators_page(course, prints, plain("facilitators"), words)
    yield my_data_page(course, plain("my-data"), words)
    yield share_page(course, plain("share"), words)
    yield about_page(course, plain("about"), words)
    yield glossary_page(course, plain("glossary"), words, drawn)
    yield tags_page(course, plain("tags"), words)
    yield report_page(course, paragraphs, plain("report"), words)
    yield from guide_pages(plain, words)


def _pages_of_items(
    course: Course, words: Wording, pen_for: partial[Scribe], drawn: frozenset[str]
) -> Iterator[View]:
    """What has a file of its own."""
    for path in course.paths:
        with noted(f"paths/{path.id}.yml"):
            yield path_page(course, path, pen_for(f"paths/{path.id}"), words)
    for lesson in course.lessons:
        with noted(f"lessons/{lesson.id}.yml"):
            yield lesson_page(course, lesson, pen_for(f"lessons/{lesson.id}"), words, drawn)
    for story in course.stories:
        with noted(f"stories/{story.id}.yml"):
            yield story_page(course, story, pen_for(f"stories/{story.id}"), words)
    for exercise in course.exercises:
        with noted(f"exercises/{exercise.id}.yml"):
            yield exercise_page(course, exercise, pen_for(f"exercises/{exercise.id}"), words)
    for checklist in course.checklists:
        with noted(f"checklists/{checklist.id}.yml"):
            yield checklist_page(course, checklist, pen_for(f"checklists/{checklist.id}"), words)
    for workshop in course.workshops:
        with noted(f"workshops/{workshop.id}.yml"):
            yield workshop_page(course, workshop, pen_for(f"workshops/{workshop.id}"), words)


@contextmanager
def noted(source: str) -> Iterator[None]:
    """Lets whoever meets an error know which page was being laid out."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while laying out the page of {source}:")
        raise


def page(
    templates: Path,
    view: View,
    words: Wording,
    metadata: Metadata,
    *,
    strays: Strays | None = None,
    prints: Sequence[PrintLinks] = (),
) -> Page:
    """The page that a view's template lays out, with what it tells those who find or print it."""
    head = view.head
    template = environment(templates).get_template("page.md.jinja")
    with noted(head.source or head.address):
        text = template.render(
            page=view, words=words, meta=metadata, changed=metadata.changed, strays=strays, prints=prints
        )
    return Page(page_file(head.address), text, head.source)


def failure_text(templates: Path, failure: str) -> str:
    """The text that stands on every page of a preview which cannot be laid out."""
    return environment(templates).get_template("pages/failure.md.jinja").render(failure=failure)
