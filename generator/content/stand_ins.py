"""What stands in a course for files that cannot be shown: placeholders, and nothing for drafts."""

from collections.abc import Mapping

from generator.model import (
    FOLDERS,
    AgendaItem,
    Checklist,
    Course,
    Dimension,
    Exercise,
    Item,
    Kind,
    Lesson,
    Path,
    Statement,
    Step,
    Story,
    Workshop,
)


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


def without_drafts(course: Course) -> Course:
    """The course as it is published: no drafts, and nobody refers to one."""
    drafts = {kind: {item.id for item in items if item.draft} for kind, items in course.items.items()}
    if not any(drafts.values()):
        return course
    kept = {
        FOLDERS[kind]: tuple(_pruned(item, drafts) for item in items if not item.draft)
        for kind, items in course.items.items()
    }
    settings = course.settings
    if settings.featured_story in drafts["story"]:
        settings = settings.model_copy(update={"featured_story": None})
    return Course.model_validate({"settings": settings, "glossary": course.glossary, **kept})


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
        update["agenda"] = tuple(entry for entry in item.agenda if not _names_a_draft(entry, drafts))
    if isinstance(item, Checklist):
        update["dimensions"] = tuple(
            dimension.model_copy(
                update={
                    "lessons": tuple(name for name in dimension.lessons if name not in drafts["lesson"]),
                    "exercises": tuple(
                        name for name in dimension.exercises if name not in drafts["exercise"]
                    ),
                }
            )
            for dimension in item.dimensions
        )
    return item.model_copy(update=update)


def _names_a_draft(entry: AgendaItem, drafts: Mapping[Kind, set[str]]) -> bool:
    named = {
        "lesson": entry.lesson,
        "story": entry.story,
        "exercise": entry.exercise,
        "checklist": entry.checklist,
    }
    return any(name in drafts[kind] for kind, name in named.items())  # type: ignore[index]
