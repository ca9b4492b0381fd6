"""Recipes: what is called in which order for each output."""

import json
import shutil
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from string import Template
from urllib.parse import quote, urlsplit

from generator import content, feeds, history, notices
from generator.content import Loading
from generator.model import Course, Problem
from generator.pages import Page, navigation, render
from generator.prose import Scribe
from generator.publishing import replacing
from generator.views.theme import theme
from generator.wording import Wording

EXPORTED = "# Written by `extramile export`"
"""How the settings file of an exported folder begins: such a folder may be written anew."""

_EDIT_PATHS = {"gitlab.com": "-/edit/", "codeberg.org": "_edit/", "bitbucket.org": "src/"}


def beside_package(name: str) -> Path:
    """A file that travels with the package: inside it when installed, next to it in the repository."""
    package = Path(__file__).parent
    return next(path for path in (package / name, package.parent / name) if path.exists())


@dataclass(frozen=True)
class Source:
    """Where a course comes from: its content folder, and the templates that lay it out."""

    content: Path
    templates: Path


@dataclass(frozen=True)
class Reading:
    """A course as it was read, and the words to speak about it."""

    loading: Loading
    words: Wording

    @property
    def course(self) -> Course:
        """The course; complete even where files are broken."""
        return self.loading.course

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that an author should mend."""
        return self.loading.problems

    def counted(self, *, strict: bool) -> int:
        """How many problems keep the course from being published; where it is strict, warnings do as well."""
        return len(self.problems if strict else self.loading.errors)


@dataclass(frozen=True)
class Site:
    """All that an engine needs to make a site of a course."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What is published as it stands, such as pictures, by its path from the top of the site."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """What the engine's settings file would say about this course."""
    language: str = "en"
    """The language of the theme's own words."""
    theme: Mapping[str, object] = field(default_factory=dict)
    """What our part of the theme says in the words of the course."""
    failures: tuple[str, ...] = ()
    """What kept a preview from being laid out anew."""


class Rejected(Exception):
    """A course has problems that must be mended before it is published."""


Tell = Callable[[Reading], None]
"""Tells people the problems of a course."""


def source(content: Path, templates: str | None = None) -> Source:
    """A course with templates of its own, or with those of the package."""
    return Source(content, Path(templates) if templates else beside_package("templates"))


def read(source: Source, *, drafts: bool = False) -> Reading:
    """Reads and checks a course."""
    loading = content.load(source.content, drafts=drafts)
    return Reading(loading, words(source.templates, loading.course.settings.language))


def words(templates: Path, language: str = "en") -> Wording:
    """The words of the interface and of messages to authors."""
    return content.load_wording(templates / "wording", language)


def finished(source: Source, tell: Tell, *, strict: bool = False, directory_urls: bool = True) -> Site:
    """The site of a course that may be published; Rejected where the course has errors."""
    reading = read(source)
    tell(reading)
    _refuse(reading, strict)
    return site(source, reading, directory_urls=directory_urls)


def preview(source: Source, tell: Tell, before: Site | None, *, directory_urls: bool = True) -> Site:
    """The site as it is now, with drafts, whatever state it is in: where templates fail, the pages say so."""
    try:
        reading = read(source, drafts=True)
        tell(reading)
        return site(source, reading, directory_urls=directory_urls)
    except Exception as error:
        return _stand_in(account(error, source.templates), before)


def _refuse(reading: Reading, strict: bool) -> None:
    if counted := reading.counted(strict=strict):
        raise Rejected(f"problems to mend first: {counted}")


def site(source: Source, reading: Reading, *, directory_urls: bool = True) -> Site:
    """Lays out the pages of a course. Broken files become pages that show their problems."""
    loading = reading.loading
    laid_out = (loading.course, reading.words, source.templates)
    days = history.last_changed(source.content)
    address = _address(loading.course) or ""
    pages = render(
        *laid_out,
        sizes=loading.sizes,
        changed=days,
        site=address,
        directory_urls=directory_urls,
        broken=_told(reading),
    )
    feed = feeds.render(*laid_out, site=address, days=days, directory_urls=directory_urls)
    files = {**_pictures(loading), **feed}
    return Site(
        pages,
        files,
        settings(source, reading),
        spoken(reading.words.language),
        theme=asdict(theme(Scribe("index", directory_urls=directory_urls), reading.words)),
    )


def _stand_in(failure: str, before: Site | None) -> Site:
    """The last site that came out, with every page saying what goes wrong now."""
    shown = before or Site((Page("index.md", ""),))
    pages = tuple(replace(page, text=f"# ⚠\n\n    {failure}\n") for page in shown.pages)
    return replace(shown, pages=pages, failures=(failure,))


def _told(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The problems of each broken file as lines for people."""
    broken = reading.loading.broken.items()
    return {file: tuple(notices.as_text(problems, reading.words)) for file, problems in broken}


def _pictures(loading: Loading) -> Mapping[str, bytes]:
    return {f"images/{name}": data for name, data in loading.images.items()}


def settings(source: Source, reading: Reading) -> Mapping[str, object]:
    """What the course says about the site as a whole. The theme prints it as it stands."""
    course = reading.course.settings
    repository = course.repository and _web(course.repository.rstrip("/"))
    return {
        "site_name": _shown(course.title),
        "site_description": _shown(course.summary or ""),
        "site_url": _address(reading.course),
        "copyright": _shown(course.licence),
        "repo_url": repository,
        "repo_name": repository and "/".join(repository.split("/")[3:]),
        "edit_uri": repository and _edit_path(repository, course.branch) + _in_repository(source.content),
        "nav": navigation(reading.course, reading.words),
    }


def _address(course: Course) -> str | None:
    """Where the course is published, ending in a slash."""
    address = course.settings.site_url
    return address and _web(address.rstrip("/") + "/")


def spoken(language: str) -> str:
    """The nearest language that the theme speaks."""
    translations = files("material") / "templates" / "partials" / "languages"
    names = (language, language.partition("-")[0])
    return next((name for name in names if (translations / f"{name}.html").is_file()), "en")


def _shown(text: str) -> str:
    """A text that no theme reads as a tag. The ampersand stays: some places escape it, some do not."""
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _web(address: str) -> str:
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~")


def _edit_path(repository: str, branch: str) -> str:
    """How the host of a repository addresses its editor."""
    return f"{_EDIT_PATHS.get(urlsplit(repository).netloc, 'edit/')}{branch}/"


def _in_repository(folder: Path) -> str:
    """The path of a folder below the work tree that holds it."""
    folder = folder.resolve()
    top = next((parent for parent in folder.parents if (parent / ".git").exists()), folder.parent)
    return f"{folder.relative_to(top).as_posix()}/"


def export(source: Source, tell: Tell, engine_settings: Path, folder: Path) -> Site:
    """Writes pages, images, theme and settings from which an engine builds the site without our plugin."""
    exported = finished(source, tell)
    with replacing(folder, ours=is_export) as fresh:
        for page in exported.pages:
            _write(fresh / "docs" / page.path, page.text.encode())
        for name, data in exported.files.items():
            _write(fresh / "docs" / name, data)
        shutil.copytree(source.templates / "theme", fresh / "overrides")
        shutil.copyfile(engine_settings, fresh / "base.yml")
        _write(fresh / "mkdocs.yml", _settings_file(source.templates, exported).encode())
    return exported


def is_export(folder: Path) -> bool:
    """Whether a folder was written by an export."""
    file = folder / "mkdocs.yml"
    return file.is_file() and file.read_bytes().startswith(EXPORTED.encode())


def _settings_file(templates: Path, exported: Site) -> str:
    """The settings as YAML, each value written the way JSON writes it."""
    template = Template((templates / "export" / "mkdocs.yml").read_text("utf-8"))
    values = {**exported.settings, "language": exported.language, "extra": exported.theme}
    return template.substitute(
        {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    )


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def account(error: BaseException, templates: Path) -> str:
    """What went wrong in one line, with the template and its line where it was in one."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = (f"{f.filename}:{f.lineno}: " for f in frames if Path(f.filename).is_relative_to(templates))
    return f"{next(places, '')}{type(error).__name__}: {' '.join(str(error).split())}"
