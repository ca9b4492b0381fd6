"""Views → handouts as print HTML: one file for each document, for browsers and for the typesetter."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.layout import drawings, environment
from generator.model import FOLDERS, Course, Size, Workshop
from generator.prose import PaperScribe
from generator.views.handouts.cards import cards
from generator.views.handouts.deck import deck
from generator.views.handouts.feedback import feedback
from generator.views.handouts.guide import guide
from generator.views.handouts.handout import Document, Handout
from generator.views.handouts.key import key
from generator.views.handouts.run_of_show import session
from generator.views.handouts.sheets import (
    checklist_sheet,
    exercise_sheet,
    framework_sheet,
    sheet_document,
    story_sheet,
)
from generator.views.handouts.workbook import places, workbook
from generator.wording import Wording

TEMPLATES = {kind: kind for kind in ("workbook", "feedback", "guide", "key", "cards", "deck")}
"""Documents with a template of their own; all others are one sheet."""


@dataclass(frozen=True)
class Printable:
    """A handout and its HTML."""

    handout: Handout
    html: str


@dataclass(frozen=True)
class Source:
    """What handouts are made of."""

    course: Course
    words: Wording
    templates: Path
    sizes: Mapping[str, Size]
    site: str = ""
    """Where the course is published, ending in a slash, or empty."""
    directory_urls: bool = True
    start: str = ""
    """When a session begins, as `09:30`; empty for the usual time."""
    people: int = 0
    """How many come; 0 for as many as each workshop is made for."""

    def pen(self, within: Mapping[str, str] | None = None) -> PaperScribe:
        """A pen for one document, which has what these pages say at these places."""
        return PaperScribe(
            "handouts",
            site=self.site,
            sizes=self.sizes,
            within=within or {},
            directory_urls=self.directory_urls,
        )

    def address(self, kind: str, item: str) -> str:
        """The full address of the page of an item, or nothing where the course is published nowhere."""
        return self.pen().to(f"{FOLDERS[kind]}/{item}")  # type: ignore[index]


def render(source: Source) -> tuple[Printable, ...]:
    """Every handout of the course, in a fixed order."""
    return tuple(printable(source, document) for document in documents(source))


def printable(source: Source, document: Document) -> Printable:
    """The HTML of a document."""
    kind = document.handout.kind
    template = environment(source.templates).get_template(
        f"handouts/{TEMPLATES.get(kind, 'sheet')}.html.jinja"
    )
    return Printable(document.handout, template.render(page=document, words=source.words))


def documents(source: Source) -> Iterator[Document]:
    """The documents of a course: those of workshops, then single sheets."""
    course, words, drawn = source.course, source.words, drawings(source.templates)
    for workshop in course.workshops:
        pen, address = source.pen(places(workshop)), source.address("workshop", workshop.id)
        yield workbook(course, workshop, pen, words, drawn, address)
        yield feedback(course, workshop, words, address)
        yield from _for_leaders(source, workshop)
    for exercise in course.exercises:
        sheet = exercise_sheet(course, exercise, source.pen(), words)
        yield sheet_document(course, sheet, words, source.address("exercise", exercise.id))
    for checklist in course.checklists:
        sheet = checklist_sheet(course, checklist, source.pen(), words)
        yield sheet_document(course, sheet, words, source.address("checklist", checklist.id))
    for story in course.stories:
        sheet = story_sheet(course, story, source.pen(), words)
        yield sheet_document(course, sheet, words, source.address("story", story.id))
    for framework in course.settings.frameworks:
        sheet = framework_sheet(framework, source.pen(), words, drawn)
        yield sheet_document(course, sheet, words)


def _for_leaders(source: Source, workshop: Workshop) -> Iterator[Document]:
    """The documents of those who lead. They follow the workbook, because they tell its pages."""
    course, words, at = source.course, source.words, source.address("workshop", workshop.id)
    when = session(workshop, source.start, source.people)
    yield guide(course, workshop, source.pen(), words, at, when)
    yield key(course, workshop, source.pen(), words, at)
    if made := cards(course, workshop, source.pen(), words, at):
        yield made
    yield deck(course, workshop, source.pen(), words, drawings(source.templates), at, when)


def dress(templates: Path, *, slides: bool = False) -> Mapping[str, bytes]:
    """What the documents of a folder need beside them, by names: styles, fonts, the scripts of slides."""
    folder = templates / "handouts"
    theme = json.loads((folder / "theme.json").read_text("utf-8"))
    jinja = environment(templates)
    styles = {
        name: jinja.get_template(f"handouts/{name}.jinja").render(theme=theme).encode()
        for name in ("print.css", *(("deck.css",) if slides else ()))
    }
    faces = {f"fonts/{face['file']}" for face in theme["faces"]}
    scripts = {"deck-logic.js", "deck.js"} if slides else set()
    licences = {f"fonts/{file.name}" for file in (folder / "fonts").glob("*.txt")}
    dressed = {
        name: (folder / name).read_bytes() for name in sorted({"drawing.css"} | faces | licences | scripts)
    }
    return {**styles, **dressed}
