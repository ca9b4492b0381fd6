"""Views → Markdown pages: the door to Jinja.

A page is Markdown only in its headings; everything else stands in raw HTML blocks, so that no second
parser ever runs over an author's text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model import Course, Size
from generator.prose import Scribe
from generator.views.lesson import lesson_page
from generator.views.page import Pen, View
from generator.wording import Wording

PenFor = Callable[[str], Pen]
"""Gives the pen for the page at an address."""


@dataclass(frozen=True)
class Page:
    """A page for the engine: Markdown with front matter."""

    path: str
    """`lessons/empathy.md`"""
    text: str
    source: str = ""
    """The author's file below content/ (`lessons/empathy.yml`), or empty."""


def render(
    course: Course,
    words: Wording,
    templates: Path,
    *,
    sizes: Mapping[str, Size],
    changed: Mapping[str, str],
    directory_urls: bool = True,
) -> tuple[Page, ...]:
    """Every page of the course, in a fixed order."""
    pen_for = partial(
        Scribe,
        terms=course.glossary.terms,
        sizes=sizes,
        table_label=words["table"],
        directory_urls=directory_urls,
    )
    jinja = environment(templates)
    return tuple(
        page(jinja, view, words, changed.get(view.head.source, "")) for view in _views(course, words, pen_for)
    )


def _views(course: Course, words: Wording, pen_for: PenFor) -> Iterator[View]:
    """The recipe: each page with a pen of its own."""
    for lesson in course.lessons:
        yield lesson_page(course, lesson, pen_for(f"lessons/{lesson.id}"), words)


def page(jinja: Environment, view: View, words: Wording, changed: str = "") -> Page:
    """The page that a view's template lays out; `changed` says when its source was last changed."""
    template = jinja.get_template(f"pages/{view.head.kind}.md.jinja")
    text = template.render(page=view, words=words, changed=changed)
    return Page(f"{view.head.address}.md", text, view.head.source)


def environment(templates: Path) -> Environment:
    """Jinja for pages: everything is escaped, and a name that is not there is an error."""
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters["heading"] = heading
    # YAML reads escapes beyond the first plane as two halves of a character: write characters as they are.
    jinja.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return jinja


def heading(text: str) -> Markup:
    """A text for a line of Markdown, with every sign that Markdown or HTML could read as an entity."""
    safe = re.sub(r"[^A-Za-z0-9 \x80-\U0010ffff]", lambda sign: f"&#{ord(sign[0])};", text)
    return Markup(safe)  # noqa: S704 - no sign is left that could be markup
