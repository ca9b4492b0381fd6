"""Recipes: what is called in which order for each output."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import (
    changes,
    content,
    engine_settings,
    exporting,
    feeds,
    firewall,
    handouts,
    history,
    notices,
    printing,
    recall,
    redirects,
    scripts,
)
from generator.content import Loading
from generator.layout import illustrations
from generator.model import FOLDERS, Course, Problem
from generator.pages import Page, failure_text, render
from generator.prose import Scribe, paragraphs
from generator.publishing import replacing
from generator.views.authors import GUIDE, MESSAGES
from generator.views.handouts.handout import Handout
from generator.views.report import Report
from generator.views.report import report as report_on
from generator.views.theme import theme
from generator.wording import Wording


def beside_package(name: str) -> Path:
    """A file that travels with the package: inside it when installed, next to it in the repository."""
    package = Path(__file__).parent
    return next(path for path in (package / name, package.parent / name) if path.exists())


@dataclass(frozen=True)
class Source:
    """Where a course comes from, and how it is laid out."""

    content: Path
    templates: Path
    directory_urls: bool = True
    """Whether addresses end in a slash, or in .html."""


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
    direction: str = "ltr"
    """Where the lines of the course begin: `ltr` or `rtl`."""
    schemes: Mapping[str, str] = field(default_factory=dict)
    """What the buttons say that lead to the theme's schemes of colours."""
    theme: Mapping[str, object] = field(default_factory=dict)
    """What our part of the theme says in the words of the course."""
    failures: tuple[str, ...] = ()
    """What kept a preview from being laid out anew."""
    unprinted: tuple[str, ...] = ()
    """Which handouts could not be set in PDF, and why, each as a line for people."""
    kit: Mapping[str, bytes] = field(default_factory=dict)
    """What those get who lead workshops, by names in a folder of their own."""
    reading: Reading | None = None
    """The course that it was made of."""


class Rejected(Exception):
    """A course has problems that must be mended before it is published."""


Tell = Callable[[Reading], None]
"""Tells people the problems of a course."""


def source(content: Path, templates: str | None = None, *, directory_urls: bool = True) -> Source:
    """A course with templates of its own, or with those of the package."""
    return Source(content, Path(templates) if templates else beside_package("templates"), directory_urls)


def read(source: Source, *, drafts: bool = False, today: date | None = None) -> Reading:
    """Reads and checks a course; where it is said what day it is, also for what is overdue."""
    spoken = [file.stem for file in (source.templates / "wording").glob("*.yml")]
    drawings = illustrations(source.templates)
    loading = content.load(source.content, drafts=drafts, spoken=spoken, drawings=drawings, today=today)
    return Reading(loading, words(source.templates, loading.course.settings.language))


def words(templates: Path, language: str = "en") -> Wording:
    """The words of the interface and of messages to authors."""
    return content.load_wording(templates / "wording", language)


def address_of_messages(reading: Reading) -> str:
    """Where authors read what messages mean; empty where the course does not say where it is published."""
    site = engine_settings.address(reading.course)
    return f"{site}{GUIDE}/{MESSAGES}/" if site else ""


def finished(
    source: Source, tell: Tell, *, strict: bool = False, choice: printing.Choice = printing.NO_PDFS
) -> Site:
    """The site of a course that may be published; Rejected where the course has errors."""
    return site(source, publishable(source, tell, strict=strict), choice=choice)


def publishable(source: Source, tell: Tell, *, strict: bool = False) -> Reading:
    """A course without errors; Rejected where it has some, after they were told."""
    reading = read(source)
    tell(reading)
    if counted := reading.counted(strict=strict):
        raise Rejected(f"problems to mend first: {counted}")
    return reading


def preview(source: Source, tell: Tell, before: Site | None) -> Site:
    """The site as it is now, with drafts, whatever state it is in: where templates fail, the pages say so."""
    try:
        reading = read(source, drafts=True)
        tell(reading)
        return site(source, reading, strays=_strays(reading))
    except content.WordingUnreadable as error:
        return _stand_in(str(error), before)
    except Exception as error:
        return _stand_in(notices.account(error, source.templates), before)


def site(
    source: Source,
    reading: Reading,
    *,
    strays: tuple[str, ...] = (),
    choice: printing.Choice = printing.NO_PDFS,
) -> Site:
    """Lays out the pages and handouts of a course. Broken files become pages that show their problems."""
    course, words, urls = reading.course, reading.words, source.directory_urls
    days = history.last_changed(source.content)
    address = engine_settings.address(course) or ""
    printed = press(source, reading, choice)
    shown = printed if course.settings.facilitator_kit == "public" else printed.only(_is_for_trainees)
    pages = render(
        course,
        words,
        source.templates,
        sizes=reading.loading.sizes,
        changed=days,
        site=address,
        directory_urls=urls,
        broken=_broken(reading),
        strays=strays,
        prints=shown.prints(),
    )
    return Site(
        pages,
        _files(source, reading, days, address, shown),
        engine_settings.settings(course, words, source.content),
        engine_settings.spoken(words.language),
        words.direction,
        schemes={"slate": words["dark_colours"], "default": words["light_colours"]},
        theme=asdict(theme(Scribe("index", directory_urls=urls), words)),
        unprinted=unprinted(reading, printed),
        kit=_kit(source, printed),
        reading=reading,
    )


def _kit(source: Source, printed: printing.Run) -> Mapping[str, bytes]:
    """The documents of those who lead, by their names without the folder that they have on a site."""
    files = printed.only(lambda handout: not _is_for_trainees(handout)).files(source.templates)
    return {path.partition("/")[2]: data for path, data in files.items()}


def _is_for_trainees(handout: Handout) -> bool:
    return handout.audience == "trainee"


def _files(
    source: Source, reading: Reading, days: Mapping[str, date], address: str, shown: printing.Run
) -> Mapping[str, bytes]:
    """What is published as it stands."""
    laid_out, urls = (reading.course, reading.words, source.templates), source.directory_urls
    prints = shown.files(source.templates)
    leads = redirects.render(
        *laid_out, site=address, documents=tuple(shown.documents()), files=prints, directory_urls=urls
    )
    return {
        **prints,
        **leads,
        **{f"images/{name}": data for name, data in reading.loading.images.items()},
        **feeds.render(*laid_out, site=address, days=days, directory_urls=urls),
        **scripts.render(source.templates),
        **recall.render(*laid_out, sizes=reading.loading.sizes, directory_urls=urls),
    }


def press(
    source: Source, reading: Reading, choice: printing.Choice, *, start: str = "", people: int = 0
) -> printing.Run:
    """The handouts that were asked for, for a session that begins at a time and for so many people."""
    papers = replace(_papers(source, reading), start=start, people=people)
    return printing.run(papers, reading.loading.images, choice)


def _papers(source: Source, reading: Reading) -> handouts.Source:
    """What the handouts of a course are made of."""
    return handouts.Source(
        reading.course,
        reading.words,
        source.templates,
        reading.loading.sizes,
        engine_settings.address(reading.course) or "",
        source.directory_urls,
    )


def unprinted(reading: Reading, run: printing.Run) -> tuple[str, ...]:
    """Which handouts could not be set, what in them no font can show, and where an author wrote it."""
    return tuple(
        reading.words.say(
            "handout_unprinted",
            place=place,
            title=failed.handout.title,
            signs=", ".join(f"{sign} (U+{ord(sign):04X})" for sign in failed.characters),
        )
        for failed in run.unprinted
        for place in content.places_of(reading.loading.folder, failed.characters, failed.handout.source)
    )


def report(reading: Reading) -> Report:
    """What a course lacks, and how its texts read."""
    return report_on(reading.course, paragraphs)


def between(source: Source, old: Path, new: Path) -> tuple[str, ...]:
    """What readers will notice who knew the course in one folder and now read the one in another."""
    readings = [read(replace(source, content=folder), drafts=True) for folder in (old, new)]
    return changes.changes(readings[0].loading, readings[1].loading, readings[1].words)


def guard(site: Site, files: Iterable[tuple[str, bytes]]) -> None:
    """Refuses files of a site, given by their paths, that would tell trainees what is for facilitators."""
    if site.reading is None:
        return
    reading = site.reading
    leaks = firewall.leaks(reading.course, reading.words, files)
    if leaks:
        told = (_told(leak, reading) for leak in leaks)
        raise Rejected("\n".join((*told, reading.words["leak_mend"])))


def _told(leak: firewall.Leak, reading: Reading) -> str:
    return reading.words.say(
        "leak",
        file=leak.file,
        source=f"{reading.loading.folder}/{leak.source}",
        field=notices.named(leak.field, reading.words),
        excerpt=leak.excerpt,
    )


def _stand_in(failure: str, before: Site | None) -> Site:
    """The last site that came out, with every page saying what goes wrong now."""
    shown = before or Site((Page("index.md", ""),))
    text = failure_text(beside_package("templates"), failure)
    return replace(shown, pages=tuple(replace(page, text=text) for page in shown.pages), failures=(failure,))


def _broken(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The problems of each broken file that has a page of its own, as lines for people."""
    broken, owned = reading.loading.broken, _with_pages(reading.course)
    return {file: tuple(notices.as_text(broken[file], reading.words)) for file in broken if file in owned}


def _strays(reading: Reading) -> tuple[str, ...]:
    """The problems of files that have no page of their own, each as a text for people."""
    owned = _with_pages(reading.course)
    strays = (p for p in reading.problems if "/".join(p.place.file.split("/")[-2:]) not in owned)
    return tuple("\n".join(notices.as_text([problem], reading.words)) for problem in strays)


def _with_pages(course: Course) -> frozenset[str]:
    """The files of items, each of which has a page of its own."""
    return frozenset(
        f"{FOLDERS[kind]}/{item.id}.yml" for kind, items in course.items.items() for item in items
    )


def export(
    source: Source,
    tell: Tell,
    base: Path,
    folder: Path,
    *,
    palette: object = None,
    strict: bool = False,
    choice: printing.Choice = printing.NO_PDFS,
) -> Site:
    """Writes a folder from which an engine builds the site without our plugin, upon the settings `base`."""
    with replacing(folder, ours=exporting.is_export) as fresh:
        site = finished(source, tell, strict=strict, choice=choice)
        documents = {**{page.path: page.text.encode() for page in site.pages}, **site.files}
        guard(site, documents.items())
        settings = {
            **site.settings,
            "language": site.language,
            "direction": site.direction,
            "palette": engine_settings.with_names(palette, site.schemes),
            "extra": site.theme,
        }
        exporting.write(fresh, documents, settings, base=base, templates=source.templates)
    return site
