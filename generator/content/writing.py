"""The course → files, in canonical form: keys in the order of the model, defaults left out."""

from collections.abc import Mapping

from generator.content.yamlfile import write
from generator.model import FOLDERS, Course, Part


def dump(course: Course) -> Mapping[str, str]:
    """The files of a course by their path below content/; loading them gives the same course."""
    files = {"course.yml": _yaml(course.settings)}
    if course.glossary.terms:
        files["glossary.yml"] = _yaml(course.glossary)
    for kind, items in course.items.items():
        files |= {f"{FOLDERS[kind]}/{item.id}.yml": _yaml(item, without="id") for item in items}
    return files


def _yaml(part: Part, *, without: str = "") -> str:
    data = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return write({key: value for key, value in data.items() if key != without})
