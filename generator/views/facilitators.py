"""The page for those who lead, in courses that publish what they need: `facilitator_kit: public`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Course
from generator.views.handouts.handout import FACILITATORS, Prints, own_documents
from generator.views.handouts.listing import PrintLinks, links_to
from generator.views.handouts.run_of_show import RunOfShow, run_of_show
from generator.views.page import Head, Link, Pen
from generator.wording import Wording

WORDS = ("guide_hours", "run_people", "run_groups", "run_groups_mixed")


@dataclass(frozen=True)
class Paper:
    """A document of a workshop, by its kind, and where it is to be had."""

    kind: str
    prints: PrintLinks


@dataclass(frozen=True)
class Kit:
    """What there is for one workshop."""

    anchor: str
    title: str
    workshop: Link
    group_size: str
    show: RunOfShow
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class FacilitatorsPage:
    """Everything that the page shows."""

    head: Head
    said: Mapping[str, str | Mapping[str, str]]
    """Words for the page's script."""
    kits: tuple[Kit, ...]


def facilitators_page(course: Course, prints: Sequence[Prints], pen: Pen, words: Wording) -> FacilitatorsPage:
    """The kits of all workshops. No search engine is to lead trainees here, and neither is the site's own."""
    return FacilitatorsPage(
        head=Head(
            address=FACILITATORS,
            kind="facilitators",
            id="facilitators",
            title=words["facilitators_title"],
            description=words["facilitators_summary"],
            searchable=False,
            indexed=False,
            scripts=("learner", "run-of-show-logic", "run-of-show"),
            styles=("run-of-show",),
        ),
        said=words.forms(*WORDS),
        kits=tuple(_kits(course, prints, pen, words)),
    )


def _kits(course: Course, prints: Sequence[Prints], pen: Pen, words: Wording) -> Iterator[Kit]:
    for workshop in course.workshops:
        yield Kit(
            anchor=f"workshop-{workshop.id}",
            title=workshop.title,
            workshop=Link(pen.to(f"workshops/{workshop.id}"), words["facilitators_workshop"]),
            group_size=workshop.group_size or "",
            show=run_of_show(course, workshop, pen, words),
            papers=tuple(
                Paper(words[f"handout_{each.handout.kind}"], links_to(each, pen, words))
                for each in own_documents(workshop, prints)
            ),
        )
