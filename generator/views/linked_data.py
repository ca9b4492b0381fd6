"""What the course and its pages are, in the vocabulary of schema.org, for machines that read pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import (
    Checklist,
    Course,
    CourseSettings,
    Exercise,
    Item,
    Lesson,
    Path,
    Story,
    Workshop,
)
from generator.views.addresses import To
from generator.views.page import Head, Pen
from generator.views.relations import path_minutes, paths_by_length
from generator.wording import Wording

Data = Mapping[str, object]
"""An object of linked data, ready to be written as JSON."""


@dataclass(frozen=True)
class Nature:
    """What kind of learning an item is for, in the words that schema.org suggests."""

    type: str
    use: str
    minutes: int = 0
    teaches: tuple[str, ...] = ()
    """Lines of Markdown."""
    assesses: tuple[str, ...] = ()


def graph(*parts: Data | None) -> Data:
    """Several objects as one document."""
    return {"@context": "https://schema.org", "@graph": [part for part in parts if part]}


def course_data(course: Course, to: To, pen: Pen) -> Data:
    """The course as a whole, with its learning paths."""
    settings = course.settings
    minutes = settings.lms.minutes or sum(lesson.minutes for lesson in course.lessons)
    return _filled(
        {
            **_reference(settings, to),
            "description": settings.summary,
            "inLanguage": settings.language,
            "license": _licence(settings),
            "provider": _filled(
                {"@type": "Organization", "name": settings.title, "sameAs": settings.repository}
            ),
            "teaches": _plain(settings.objectives, pen),
            "timeRequired": _duration(minutes),
            "hasPart": [_path(course, path, to) for path in paths_by_length(course)],
        }
    )


def item_data(course: Course, item: Item, head: Head, to: To, pen: Pen) -> Data:
    """A lesson, a story or anything else that has a page of its own."""
    settings = course.settings
    nature = _nature(course, item)
    return _filled(
        {
            "@type": "LearningResource",
            "@id": to(head.address),
            "url": to(head.address),
            "name": head.title,
            "description": head.description,
            "inLanguage": settings.language,
            "license": _licence(settings),
            "isPartOf": _reference(settings, to),
            "learningResourceType": nature.type,
            "educationalUse": nature.use,
            "timeRequired": _duration(nature.minutes),
            "teaches": _plain(nature.teaches, pen),
            "assesses": list(nature.assesses),
            "keywords": list(head.tags),
        }
    )


def trail(course: Course, head: Head, to: To, words: Wording) -> Data | None:
    """The way from the home page, through the list that the page is in. The home page needs none."""
    if head.kind == "home":
        return None
    steps = [(course.settings.title, "index"), *_list_of(head, words), (head.title, head.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": to(address)}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }


def _list_of(head: Head, words: Wording) -> list[tuple[str, str]]:
    folder, _, name = head.address.partition("/")
    return [(words[folder], f"{folder}/index")] if name not in ("", "index") else []


def _nature(course: Course, item: Item) -> Nature:
    match item:
        case Lesson():
            return Nature("lesson", "self-study", item.minutes, item.objectives)
        case Story():
            return Nature("case study", "discussion", teaches=(item.key_learning_point,))
        case Exercise():
            use = "self-study" if item.group == "alone" else "group work"
            return Nature("exercise", use, item.minutes)
        case Checklist():
            areas = tuple(dimension.name for dimension in item.dimensions)
            return Nature("self-assessment", "self-assessment", assesses=areas)
        case Workshop():
            minutes = sum(part.minutes for part in item.agenda)
            return Nature("workshop", "group work", minutes, item.objectives)
        case Path():
            return Nature("learning path", "self-study", path_minutes(course, item))


def _path(course: Course, path: Path, to: To) -> Data:
    address = to(f"paths/{path.id}")
    return {
        "@type": "LearningResource",
        "@id": address,
        "url": address,
        "name": path.title,
        "description": path.summary,
        "timeRequired": _duration(path_minutes(course, path)),
    }


def _reference(settings: CourseSettings, to: To) -> dict[str, object]:
    return {"@type": "Course", "@id": f"{to('index')}#course", "name": settings.title, "url": to("index")}


def _licence(settings: CourseSettings) -> object:
    return settings.licence_url or {"@type": "CreativeWork", "name": settings.licence}


def _duration(minutes: int) -> str:
    return f"PT{minutes}M" if minutes else ""


def _plain(texts: Iterable[str], pen: Pen) -> list[str]:
    return [pen.line(text).striptags() for text in texts]


def _filled(data: Mapping[str, object]) -> Data:
    """An object without what is empty."""
    return {name: value for name, value in data.items() if value}
