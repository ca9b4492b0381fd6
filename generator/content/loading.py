"""A content folder → the course, complete and linked, and everything that is wrong with it."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path as FilePath

from generator.content import linking, privacy, promising, rules
from generator.content.images import NotAPicture, Opened, open_image
from generator.content.published import Promises, promises
from generator.content.reading import IMAGES, NOTHING, Found, Instead, find
from generator.content.source import Source
from generator.content.stand_ins import placeholder, settings_of, without_drafts
from generator.content.validating import validate
from generator.model import FOLDERS, Course, Glossary, Part, Place, Problem, Size
from generator.wording import is_language

MOST_PROBLEMS_A_FILE = 20


@dataclass(frozen=True)
class Loading:
    """What a content folder gives.

    The course is complete and linked even where files have problems: an item whose file is broken has a
    placeholder, so that a preview can show all the others. Publish only where there are no errors.
    """

    course: Course
    problems: tuple[Problem, ...]
    images: Mapping[str, bytes]
    """The pictures that the course shows, by name, as they are published."""
    sizes: Mapping[str, Size]
    broken: Mapping[str, tuple[Problem, ...]]
    """The errors of each broken file, by its path below content/."""
    files: int
    """How many files of texts there are."""
    folder: str
    """The content folder, as messages name it."""
    promised: Promises
    """What the course has published before."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the course from being published."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(
    folder: FilePath,
    *,
    drafts: bool = False,
    spoken: Collection[str] = (),
    drawings: Collection[str] | None = None,
    today: date | None = None,
    instead: Instead = NOTHING,
    most: int = MOST_PROBLEMS_A_FILE,
) -> Loading:
    """Reads, checks and links a content folder. Never raises for what stands in it.

    `spoken` are the languages in which the interface has words, `drawings` the names of the drawings that
    stories can show; where none are given, that is not checked.
    `today` tells what is overdue; a build does not ask, so that it comes out the same on any day.
    `instead` is read in the place of files. Of the problems of a file, `most` are told.
    """
    shown = _shown(folder)
    found = find(folder, shown, instead)
    checked = [(source, *validate(source)) for source in found.sources]
    opened, picture_problems = _pictures(found.sources, folder, found.images)
    known = linking.names(found.sources, found.unreadable, drawings)
    unpublished = linking.drafts(found.sources)
    problems = [*found.problems, *picture_problems, *linking.cycles(found.sources)]
    problems += _without_words(found.sources, spoken)
    problems += _of_people(found.sources, today)
    promised = promises(folder, shown, instead)
    problems += promising.check(promised, found.sources, found.unreadable)
    for source, _, invalid in checked:
        said = {problem.field for problem in invalid if problem.code == "list-expected"}
        links = linking.check(source, known, found.images, unpublished)
        problems += [*invalid, *rules.check(source), *(link for link in links if link.field not in said)]
    broken = _broken(problems, shown)
    sound = {
        (source.kind, source.id): part for source, part, _ in checked if part and source.path not in broken
    }
    course = _course(found, sound)
    course = course if drafts else without_drafts(course)
    shown_pictures = [name for name in linking.pictures(course) if name in opened]
    return Loading(
        course,
        _in_order(problems, most),
        {name: opened[name].data for name in shown_pictures},
        {name: opened[name].size for name in shown_pictures},
        broken,
        len(found.sources) + len(found.unreadable),
        shown,
        promised,
    )


def _shown(folder: FilePath) -> str:
    """The folder as messages name it: from here where it lies below, else whole."""
    here = os.path.relpath(folder)
    return str(folder) if here.startswith("..") else FilePath(here).as_posix()


def _pictures(
    sources: Sequence[Source], folder: FilePath, images: Sequence[str]
) -> tuple[dict[str, Opened], list[Problem]]:
    opened: dict[str, Opened] = {}
    refused: dict[str, NotAPicture] = {}
    problems = []
    for source in sources:
        for name, at in linking.image_names(source):
            if name in images and name not in opened and name not in refused:
                try:
                    opened[name] = open_image(folder / IMAGES / name)
                except NotAPicture as error:
                    refused[name] = error
            if name in refused:
                problems.append(source.problem(refused[name].code, at, **refused[name].details))
    return opened, problems


def _of_people(sources: Iterable[Source], today: date | None) -> Iterator[Problem]:
    denied = privacy.names_to_keep_out(sources)
    for source in sources:
        yield from privacy.check(source, denied)
        if today:
            yield from privacy.overdue(source, today)


def _without_words(sources: Iterable[Source], spoken: Collection[str]) -> Iterator[Problem]:
    """Says that the words around the texts of a course are in another language than the texts."""
    for source in sources:
        language = str(source.data.get("language", "")) if source.kind == "course" else ""
        unspoken = not {language, language.partition("-")[0]} & {*spoken}
        if spoken and unspoken and is_language(language):
            yield source.warning("no-words", ("language",), found=language)


def _broken(problems: Iterable[Problem], shown: str) -> dict[str, tuple[Problem, ...]]:
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.severity == "error":
            by_file[problem.place.file.removeprefix(f"{shown}/")].append(problem)
    return {file: tuple(found) for file, found in by_file.items()}


def _in_order(problems: Iterable[Problem], most: int) -> tuple[Problem, ...]:
    """Errors before warnings, by file and line; of a file with very many, the first ones and a count."""
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda p: (p.severity, p.place, p.code)):
        before = by_file[problem.place.file]
        if not _ends_with(before, problem):
            before.append(problem)
    shown: list[Problem] = []
    for file, found in by_file.items():
        shown += found[:most]
        if rest := found[most:]:
            shown.append(Problem("more", Place(file), {"more": str(len(rest))}, rest[0].severity))
    return tuple(shown)


def _ends_with(before: Sequence[Problem], problem: Problem) -> bool:
    """Whether a problem is among those of its place and code, which stand last."""
    place = (problem.place, problem.code)
    return problem in takewhile(lambda other: (other.place, other.code) == place, reversed(before))


def _course(found: Found, sound: Mapping[tuple[str, str], Part]) -> Course:
    """The sound items, and placeholders for files that are there but broken."""
    there = [(source.kind, source.id, source.path) for source in found.sources] + list(found.unreadable)
    items = {
        kind: tuple(
            sound.get((kind, name)) or placeholder(kind, name, path)
            for this, name, path in sorted(there)
            if this == kind
        )
        for kind in FOLDERS
    }
    glossary = sound.get(("glossary", "glossary")) or Glossary()
    settings = sound.get(("course", "course")) or settings_of(_written(found), [*sound.values(), glossary])
    by_folder = {FOLDERS[kind]: items[kind] for kind in items}
    return Course.model_validate({"settings": settings, "glossary": glossary, **by_folder})


def _written(found: Found) -> Mapping[str, object]:
    """What course.yml says, as far as it can be read."""
    return next((source.data for source in found.sources if source.kind == "course"), {})
