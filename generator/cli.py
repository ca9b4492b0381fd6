"""The commands: they print and exit, and leave the work to others."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import click

from generator import (
    beginnings,
    build,
    content,
    history,
    issues,
    notices,
    policy,
    printing,
    publishing,
    reporting,
    schemas,
)
from generator.model import FOLDERS, KINDS
from generator.typesetting import Paper
from generator.views.handouts.run_of_show import is_time

_PAPERS: Mapping[str, tuple[Paper, ...]] = {
    "a4": ("a4",),
    "letter": ("letter",),
    "both": ("a4", "letter"),
}
KIT = Path("dist/facilitator")
"""Where a build puts what is for facilitators, from the folder in which the site lies."""
MISTAKES, OUR_BUG = 1, 70
"""Exit statuses, besides 0 and click's 2 for wrong usage."""


def _folder(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    """A folder; `~` is the user's own, also where the shell leaves it as it is."""
    return Path(os.path.expanduser(value))  # noqa: PTH111 - what names nobody's folder stays as it is


def _course(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    """A folder that holds a course, or at least the beginnings of one."""
    folder = _folder(context, parameter, value)
    hint = "; this folder has one: add `--content .`" if Path("course.yml").exists() else ""
    if not folder.is_dir():
        begin = '; to begin a course here: extramile new course "Its title"'
        raise click.BadParameter(f"there is no folder {value}{hint or begin}")
    if not any((folder / name).exists() for name in ("course.yml", *FOLDERS.values())):
        raise click.ClickException(f"no course here: {folder} has no course.yml{hint}")
    return folder


def _time(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """A time of day, or nothing."""
    if value and not is_time(value):
        raise click.BadParameter(f"{value} is no time of day; write it as 09:30")
    return value


_content = click.option(
    "--content", callback=_course, default="content", show_default=True, help="The folder of the course."
)
_forms = click.Choice(["text", "github", "gitlab", "json"])
_strict = click.option("--strict", is_flag=True, help="Warnings count as errors.")
_no_handouts = click.option("--no-handouts", is_flag=True, help="Leave out the PDFs, which takes less time.")
_config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings of MkDocs. Without it: mkdocs.yml in this folder, or the package's own.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="extramile")
def commands() -> None:
    """Turns a folder of YAML files into a course site."""


@commands.command()
@_content
@_strict
@click.option("--format", "form", type=_forms, default="text", show_default=True)
@click.option(
    "--fix", "mends", is_flag=True, help="Mend first what leaves no doubt, and say what was mended."
)
def check(content: Path, strict: bool, form: str, mends: bool) -> int:
    """Shows all problems of a course."""
    if mends:
        _mend(content, aside=form != "text")
    reading = build.read(build.source(content), today=date.today())
    click.echo(_FORMS[form](reading), nl=False)
    if form == "text" and not reading.problems:
        click.echo(reading.words.say("no_problems", n=reading.loading.files))
    elif form == "text" and (address := build.address_of_messages(reading)):
        click.echo(reading.words.say("message_more", address=address))
    return MISTAKES if reading.counted(strict=strict) else 0


@commands.command()
@_content
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which texts are overdue.  [default: today]"
)
def report(content: Path, form: str, on: datetime | None) -> int:
    """Shows what a course lacks, and how long and how easy to read its texts are."""
    reading = build.read(build.source(content))
    written = reporting.as_json if form == "json" else reporting.as_text
    today = on.date() if on else date.today()
    click.echo(written(build.report(reading), reading.words, today), nl=False)
    return 0


@commands.command(name="changes")
@click.argument("old")
@click.argument("new")
@click.option(
    "--content", callback=_folder, default="content", show_default=True, help="The folder of the course."
)
def changes_(old: str, new: str, content: Path) -> int:
    """Shows what readers will notice between OLD and NEW: folders of a course, or revisions in git."""
    with TemporaryDirectory() as room:
        folders = [_version(name, content, Path(room, side)) for side, name in (("old", old), ("new", new))]
        for line in build.between(build.source(content), *folders):
            click.echo(line)
    return 0


def _version(name: str, content: Path, room: Path) -> Path:
    """The folder of a course: the one that is named, or that of a revision, which is unpacked."""
    if any(Path(name, file).exists() for file in ("course.yml", *FOLDERS.values())):
        return Path(name)
    if not content.is_dir() or not history.unpack(content, name, room):
        raise click.BadParameter(f"neither a folder with a course nor a revision that has {content}: {name}")
    return room


@commands.command()
@click.argument("code")
def explain(code: str) -> int:
    """Explains the code of a problem."""
    words = build.words(build.beside_package("templates"))
    page = notices.explain(code, words)
    if page is None:
        meant = content.nearest(code, words.problems)
        hint = f"; did you mean {meant}?" if meant else ""
        raise click.BadParameter(f"no problem has the code {code!r}{hint}", param_hint="CODE")
    click.echo(page, nl=False)
    return 0


@commands.command()
@click.argument("kind", type=click.Choice([*KINDS, "term", "course"]))
@click.argument("title")
@click.option(
    "--content", callback=_folder, default="content", show_default=True, help="The folder of the course."
)
@click.option("--id", "name", default="", help="The name of the file.  [default: made of the title]")
def new(kind: str, title: str, content: Path, name: str) -> int:
    """Begins a story, a lesson, … or a whole course: a file with a place for each text."""
    templates = build.beside_package("templates")
    for file in beginnings.begin(kind, title, name, content, templates, build.words(templates)):
        click.echo(file)
    return 0


@commands.command(name="story-from-issue")
@_content
@click.argument("issue", type=click.File("rb"), metavar="FILE|-")
@click.option("--id", "name", default="", help="The name of the file.  [default: made of the title]")
def story_from_issue(content: Path, issue: BinaryIO, name: str) -> int:
    """Makes a story of the text of an issue, and shows the problems of its file."""
    source = build.source(content)
    body = issue.read(4 * issues.LONGEST).decode("utf-8", "replace")
    file = beginnings.begin_with("story", issues.story(body, build.words(source.templates)), name, content)
    click.echo(file)
    reading = build.read(source, today=date.today())
    found = [problem for problem in reading.problems if Path(problem.place.file).name == file.name]
    click.echo(notices.as_printed(found, reading.words, sys.stdout), nl=False)
    return MISTAKES if any(problem.severity == "error" for problem in found) else 0


@commands.command()
@click.option(
    "--out", callback=_folder, default="schema", show_default=True, help="The folder of the schemas."
)
def schema(out: Path) -> int:
    """Writes JSON Schemas, from which editors complete and explain the keys of a file."""
    files = schemas.as_files(build.words(build.beside_package("templates")))
    for name, text in files.items():
        publishing.put(out / name, text.encode())
    click.echo(f"Wrote {len(files)} schemas: {out}")
    return 0


@commands.command(name="build")
@_content
@_config
@_strict
@click.option(
    "--site-dir",
    "--out",
    callback=_folder,
    default="site",
    show_default=True,
    help="The folder of the site; both names of the option mean the same.",
)
@_no_handouts
def build_(content: Path, config: Path | None, strict: bool, site_dir: Path, no_handouts: bool) -> int:
    """Builds the site beside the old one, then puts it in its place."""
    from generator import plugin

    publishing.keep_apart(site_dir, content)
    choice = _choice(no_handouts)
    with publishing.replacing(site_dir) as fresh:
        built = plugin.build_site(_settings(config), content, fresh, strict=strict, choice=choice)
        for message in built.messages:
            click.echo(notices.as_message(message), err=True)
        pages = sum(1 for file in fresh.rglob("*.html") if file.name in ("index.html", "404.html"))
        handouts = sum(1 for _ in fresh.rglob("*.pdf"))
    click.echo(f"Built {pages} pages{f' and {handouts} PDFs' if handouts else ''}: {site_dir}")
    if built.kit:
        publishing.put_all(site_dir.parent / KIT, built.kit)
        click.echo(f"For those who lead workshops: {site_dir.parent / KIT}")
    return 0


@commands.command()
@_content
@_config
@click.option("--address", metavar="HOST:PORT", help="Where to listen.  [default: 127.0.0.1:8000]")
def serve(content: Path, config: Path | None, address: str | None) -> int:
    """Serves a preview that follows every change."""
    from generator import plugin

    try:
        plugin.serve(_settings(config), content, address)
    except build.Rejected as reason:
        return _said(str(reason), MISTAKES)
    except publishing.Stopped:
        return 0
    return 0


@commands.command()
@_content
@_config
@_no_handouts
@click.argument("folder", callback=_folder)
def export(content: Path, config: Path | None, folder: Path, no_handouts: bool) -> int:
    """Writes FOLDER, from which MkDocs, ProperDocs and Zensical build the site without our plugin."""
    from generator import plugin

    publishing.keep_apart(folder, content)
    site = plugin.export(_settings(config), content, folder, choice=_choice(no_handouts))
    for reason in site.unprinted:
        click.echo(notices.as_message(reason), err=True)
    click.echo(f"Exported {len(site.pages)} pages: {folder}")
    return 0


@commands.command()
@click.argument("folder", callback=_folder)
def seal(folder: Path) -> int:
    """Tells browsers all that the site in FOLDER may do. A build does so itself."""
    from generator import plugin

    if not (folder / "index.html").is_file():
        raise click.BadParameter(f"there is no site in {folder}", param_hint="FOLDER")
    for path, data in policy.sealed(plugin.published(folder), build.beside_package("templates")):
        publishing.put(folder / path, data)
    click.echo(f"Sealed: {folder}")
    return 0


@commands.command()
@_content
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--paper", type=click.Choice(["a4", "letter", "both"]), default="both", show_default=True)
@click.option("--large-print", is_flag=True, help="Letters of 18 points instead of the usual ones.")
@click.option(
    "--start", callback=_time, default="", metavar="HH:MM", help="When the session begins.  [default: 09:00]"
)
@click.option(
    "--group",
    type=click.IntRange(1, 500),
    help="How many people come.  [default: as many as a workshop is made for]",
)
@click.option(
    "--out", callback=_folder, default="handouts", show_default=True, help="The folder of the PDFs."
)
def handouts(
    content: Path,
    ids: tuple[str, ...],
    paper: str,
    large_print: bool,
    start: str,
    group: int | None,
    out: Path,
) -> int:
    """Sets handouts in PDF: all of them, or those about the lessons, stories, … with these ids."""
    publishing.keep_apart(out, content)
    source = build.source(content)
    reading = build.publishable(source, _tell)
    choice = printing.Choice(
        _PAPERS[paper], ("large",) if large_print else ("normal",), frozenset(ids), _count
    )
    made = build.press(source, reading, choice, start=start, people=group or 0)
    if unknown := sorted(frozenset(ids) - made.names):
        raise click.BadParameter(f"there is no handout {unknown[0]!r}", param_hint="ID")
    for printed in made.printed:
        publishing.put(out / printed.name, printed.made.pdf)
        click.echo(f"{out / printed.name}: {printed.made.pages} pages")
    for reason in build.unprinted(reading, made):
        click.echo(notices.as_message(reason), err=True)
    return MISTAKES if made.unprinted else 0


def run(arguments: list[str]) -> int:
    """Runs one command; gives its exit status."""
    # Two projects quarrel over MkDocs' future in banners. The README says what our readers need to know.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")
    try:
        return commands.main(arguments, prog_name="extramile", standalone_mode=False) or 0
    except click.ClickException as mistake:
        mistake.show()
        return mistake.exit_code
    except build.Rejected as reason:
        return _said(f"{reason}\nextramile: nothing was published", MISTAKES)
    except (beginnings.NotBegun, publishing.NotPublished, content.WordingUnreadable) as reason:
        return _said(str(reason), MISTAKES)
    except Exception as error:
        return _failed(error)


def _choice(no_handouts: bool) -> printing.Choice:
    return printing.NO_PDFS if no_handouts else printing.Choice(count=_count)


def _count(done: int, all_: int) -> None:
    """Counts handouts on a terminal, in one line that goes away when they are done."""
    if sys.stderr.isatty():
        line = f"Handouts: {done} of {all_}" if done < all_ else ""
        click.echo(f"\r\x1b[K{line}", nl=False, err=True)


def _mend(folder: Path, *, aside: bool) -> None:
    """Writes what is certain into the files of a course, each whole or not at all, and says so."""
    fixed = content.fix(folder)
    for path, data in fixed.files.items():
        publishing.put(folder / path, data)
    words = build.words(build.beside_package("templates"))
    for line in notices.as_mended(fixed.mended, words):
        click.echo(line, err=aside)
    if fixed.listed:
        click.echo(words.say("listed", n=fixed.listed), err=aside)


def _tell(reading: build.Reading) -> None:
    click.echo(notices.as_printed(reading.problems, reading.words, sys.stderr), nl=False, err=True)


def _settings(config: Path | None) -> Path:
    """The settings of MkDocs: those named, those of the folder we are in, or the package's own.

    Never those beside a content folder elsewhere: settings can run code, and content may be a stranger's.
    """
    here = Path("mkdocs.yml").absolute()
    return config or (here if here.is_file() else build.beside_package("mkdocs.yml"))


def _failed(error: Exception) -> int:
    if os.environ.get("EXTRAMILE_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.errno in publishing.OF_THE_MACHINE:
        return _said(": ".join(filter(None, (error.strerror, error.filename))), MISTAKES)
    account = notices.account(error, build.beside_package("templates"))
    return _said(f"{account}\nThis is a mistake of the program: please report it.", OUR_BUG)


def _said(message: str, status: int) -> int:
    click.echo(notices.as_message(f"extramile: {message}"), err=True)
    return status


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


_FORMS: Mapping[str, Callable[[build.Reading], str]] = {
    "text": lambda reading: notices.as_printed(reading.problems, reading.words, sys.stdout),
    "github": lambda reading: _lines(notices.as_github(reading.problems, reading.words)),
    "gitlab": lambda reading: notices.as_gitlab(reading.problems, reading.words) + "\n",
    "json": lambda reading: notices.as_json(reading.problems, reading.words) + "\n",
}
