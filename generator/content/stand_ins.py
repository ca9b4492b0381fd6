"""What stands in a course for files that cannot be shown: placeholders, and nothing for drafts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from pydantic import ValidationError

from generator.model import (
    FOLDERS,
    AgendaItem,
    Checklist,
    Course,
    CourseSettings,
    Dimension,
    Exercise,
    Framework,
    FrameworkPart,
    Glossary,
    Item,
    Kind,
    Lesson,
    Part,
    Path,
    Reference,
    Statement,
    Step,
    Story,
    Workshop,
    marked,
)

P = TypeVar("P", bound=Part)


def placeholder(kind: Kind, name: str, path: str) -> Item:
    """An item for a file with problems, so that others can still link to it. It refers to nothing."""
    title = f"⚠ {path}"
    if kind == "lesson":
        return Lesson(id=name, title=title, summary=path, key_learning_point=path, body=path)
    if kind == "story":
        return Story(id=name, title=title, summary=path, key_learning_point=path, body=path)
    if kind == "exercise":
        return Exercise(id=name, title=title, purpose=path, minutes=1, steps=(Step(id="step", prompt=path),))
    if kind == "checklist":
        statement = Statement(id="statement", text=path)
        dimension = Dimension(id="dimension", name=path, statements=(statement,))
        return Checklist(id=name, title=title, summary=path, scale=("0", "1"), dimensions=(dimension,))
    if kind == "workshop":
        return Workshop(id=name, title=title, summary=path, agenda=(AgendaItem(minutes=1, activity=path),))
    return Path.model_construct(id=name, title=title, summary=path, lessons=())


def settings_of(data: Mapping[str, object], parts: Iterable[Part]) -> CourseSettings:
    """What is sound in a broken course.yml, with a placeholder for each framework that sound parts name."""
    bare = {"title": "⚠ course.yml", "id": "course"}
    kept = {
        key: value for key, value in data.items() if key != "featured_story" and _is_sound(bare, key, value)
    }
    settings = CourseSettings.model_validate({**bare, **kept})
    there = {framework.id for framework in settings.frameworks}
    missing = sorted({name for part in parts for name in _frameworks_named(part)} - there)
    frameworks = (*settings.frameworks, *map(_framework, missing))
    return settings.model_copy(update={"frameworks": frameworks})


def _is_sound(bare: Mapping[str, str], key: str, value: object) -> bool:
    try:
        CourseSettings.model_validate({**bare, key: value})
    except ValidationError:
        return False
    return True


def _frameworks_named(part: Part) -> Iterator[str]:
    data = part.model_dump(by_alias=True)
    return (name.value for name in marked(type(part), data, Reference) if name.mark.kind == "framework")


def _framework(name: str) -> Framework:
    parts = tuple(FrameworkPart(id=f"part-{number}", name=str(number), idea=name) for number in (1, 2))
    return Framework(id=name, name=name, idea=name, parts=parts)


def without_drafts(course: Course) -> Course:
    """The course as it is published: no drafts, and nobody refers to one."""
    drafts = {kind: {item.id for item in items if item.draft} for kind, items in course.items.items()}
    if not any(drafts.values()):
        return course
    kept = {
        FOLDERS[kind]: tuple(_pruned(item, drafts) for item in items if not item.draft)
        for kind, items in course.items.items()
    }
    kept = {folder: tuple(item for item in items if not _is_bare(item)) for folder, items in kept.items()}
    terms = tuple(_without(term, "lessons", drafts["lesson"]) for term in course.glossary.terms)
    settings = course.settings
    if settings.featured_story in drafts["story"]:
        settings = settings.model_copy(update={"featured_story": None})
    return Course.model_validate({"settings": settings, "glossary": Glossary(terms=terms), **kept})


def _pruned(item: Item, drafts: Mapping[Kind, set[str]]) -> Item:
    """An item without its references to drafts."""
    fields: Mapping[str, Kind] = {
        "lessons": "lesson",
        "requires": "lesson",
        "stories": "story",
        "exercises": "exercise",
        "contrast": "story",
        "checklist": "checklist",
    }
    update: dict[str, object] = {}
    for field, kind in fields.items():
        value = getattr(item, field, None)
        if isinstance(value, tuple):
            update[field] = tuple(name for name in value if name not in drafts[kind])
        elif value is not None and value in drafts[kind]:
            update[field] = None
    if isinstance(item, Workshop):
        agenda = tuple(entry for entry in item.agenda if not _names_a_draft(entry, drafts))
        update["agenda"] = agenda
        if item.minutes is not None:
            update["minutes"] = sum(entry.minutes for entry in agenda)
    if isinstance(item, Checklist):
        update["dimensions"] = tuple(
            _without(_without(dimension, "lessons", drafts["lesson"]), "exercises", drafts["exercise"])
            for dimension in item.dimensions
        )
    return item.model_copy(update=update)


def _without(part: P, field: str, drafts: set[str]) -> P:
    """A part without the ids of drafts in one of its fields."""
    return part.model_copy(update={field: tuple(name for name in getattr(part, field) if name not in drafts)})


def _is_bare(item: Item) -> bool:
    """Whether nothing is left of an item that consists of others."""
    return (isinstance(item, Path) and not item.lessons) or (isinstance(item, Workshop) and not item.agenda)


def _names_a_draft(entry: AgendaItem, drafts: Mapping[Kind, set[str]]) -> bool:
    named = {
        "lesson": entry.lesson,
        "story": entry.story,
        "exercise": entry.exercise,
        "checklist": entry.checklist,
    }
    return any(name in drafts[kind] for kind, name in named.items())  # type: ignore[index]
