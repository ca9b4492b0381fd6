"""A title → new files of a course, with a place for each text. What is there already stays as it is."""

from collections.abc import Mapping
from pathlib import Path

from generator import publishing, schemas
from generator.content import MODELINE, as_yaml, id_of, is_id, scaffold, with_term
from generator.model import FOLDERS, Kind
from generator.wording import Wording

GLOSSARY = "glossary.yml"
SCHEMAS = "schema"


class NotBegun(Exception):
    """A file cannot be begun. The message says why, and what would help."""


def begin(
    kind: str, title: str, name: str, folder: Path, templates: Path, words: Wording
) -> tuple[Path, ...]:
    """Writes the files of something new into the content folder of a course, and gives their names."""
    name = name or id_of(title)
    if not is_id(name):
        raise NotBegun(f"no file name can be made of {name or title!r}; add one such as --id my-{kind}")
    files = _new(kind, title, name, folder, templates, words)
    for file, text in files.items():
        publishing.put(file, text.encode())
    return tuple(files)


def begin_with(kind: Kind, data: Mapping[str, object], name: str, folder: Path) -> Path:
    """Writes the file of something that is there already in words, and gives its name."""
    name = name or id_of(str(data.get("title", "")))
    if not is_id(name):
        raise NotBegun(f"no file name can be made of the title; add one such as --id my-{kind}")
    file = _free(folder / FOLDERS[kind] / f"{name}.yml")
    schema = _schema(folder, kind)
    publishing.put(file, ((f"{MODELINE}{schema}\n" if schema else "") + as_yaml(data)).encode())
    return file


def _new(
    kind: str, title: str, name: str, folder: Path, templates: Path, words: Wording
) -> Mapping[Path, str]:
    if kind == "course":
        return _course(title, name, folder, templates, words)
    if not (folder / "course.yml").is_file():
        raise NotBegun(f'no course here: {folder} has no course.yml; begin one: extramile new course "…"')
    if kind == "term":
        return _term(title, name, folder)
    item: Kind = next(each for each in FOLDERS if each == kind)
    file = _free(folder / FOLDERS[item] / f"{name}.yml")
    lessons = sorted(each.stem for each in (folder / FOLDERS["lesson"]).glob("*.yml"))
    if kind == "path" and not lessons:
        raise NotBegun('a path leads through lessons, and there is none yet: extramile new lesson "…"')
    return {file: scaffold(kind, title, words, lessons=lessons, schema=_schema(folder, item))}


def _free(file: Path) -> Path:
    if file.exists() or file.is_symlink():
        raise NotBegun(f"{file} is there already; choose another title, or add --id")
    return file


def _schema(folder: Path, kind: str) -> str:
    """The way from a file of a kind to its schema, where the schemas lie beside the course."""
    there = (folder.absolute().parent / SCHEMAS / f"{kind}.json").is_file()
    return f"../../{SCHEMAS}/{kind}.json" if there else ""


def _term(title: str, name: str, folder: Path) -> Mapping[Path, str]:
    file = folder / GLOSSARY
    before = file.read_text("utf-8") if file.is_file() else ""
    if f"id: {name}\n" in before:
        raise NotBegun(f"{file} has the term {name} already")
    return {file: with_term(before, name, title)}


def _course(title: str, name: str, folder: Path, templates: Path, words: Wording) -> Mapping[Path, str]:
    """A course with one of each of what a course begins with, and what editors need beside it."""
    if folder.exists() and any(folder.iterdir()):
        raise NotBegun(f"{folder} is not empty; begin a course in another folder, or name one with --content")
    beside = folder.parent if folder.name else folder.absolute().parent
    settings = scaffold("course", title, words, name=name, schema=f"../{SCHEMAS}/course.json")
    starter = templates / "starter"
    texts = {
        folder / file.relative_to(starter): _with_schema(file, starter)
        for file in sorted(starter.rglob("*.yml"))
    }
    tools = {f"{SCHEMAS}/{file}": text for file, text in schemas.as_files(words).items()}
    tools |= schemas.for_vscode(folder.absolute().name)
    missing = {beside / path: text for path, text in tools.items() if not (beside / path).exists()}
    return {folder / "course.yml": settings, **texts, **missing}


def _with_schema(file: Path, starter: Path) -> str:
    """A file of the starter with the way to its schema in its first line."""
    place = file.relative_to(starter)
    kind = next((kind for kind, folder in FOLDERS.items() if folder == place.parent.name), place.stem)
    up = "../" * len(place.parts)
    return f"{MODELINE}{up}{SCHEMAS}/{kind}.json\n{file.read_text('utf-8')}"
