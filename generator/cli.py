"""The commands: they print and exit, and leave the work to others."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TextIO

import click

from generator import build, notices, publishing

MISTAKES, OUR_BUG = 1, 70
"""Exit statuses, besides 0 and click's 2 for wrong usage."""

_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_content = click.option(
    "--content", type=_folder, default="content", show_default=True, help="The folder of the course."
)
_forms = click.Choice(["text", "github", "json"])
_strict = click.option("--strict", is_flag=True, help="Warnings count as errors.")
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
def check(content: Path, strict: bool, form: str) -> int:
    """Shows all problems of a course."""
    reading = build.read(build.source(content))
    click.echo(_FORMS[form](reading), nl=False)
    return MISTAKES if reading.counted(strict=strict) else 0


@commands.command()
@click.argument("code")
def explain(code: str) -> int:
    """Explains the code of a problem."""
    page = notices.explain(code, build.words(build.beside_package("templates")))
    if page is None:
        raise click.BadParameter(f"no problem has the code {code!r}", param_hint="CODE")
    click.echo(page, nl=False)
    return 0


@commands.command(name="build")
@_content
@_config
@_strict
@click.option("--site-dir", "--out", type=click.Path(path_type=Path), default="site", show_default=True)
@click.option("--no-handouts", is_flag=True, help="Leave out the PDFs.")
def build_(content: Path, config: Path | None, strict: bool, site_dir: Path, no_handouts: bool) -> int:
    """Builds the site beside the old one, then puts it in its place."""
    from generator import plugin

    del no_handouts  # there are none yet
    with publishing.replacing(site_dir) as fresh:
        for message in plugin.build_site(_settings(config), content, fresh, strict=strict):
            click.echo(message, err=True)
        pages = sum(1 for _ in fresh.rglob("*.html"))
    click.echo(f"Built {pages} pages: {site_dir}")
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
    except OSError as error:
        return _said(f"{error.strerror}: {address or 'the address'}", MISTAKES)
    except publishing.Stopped:
        return 0
    return 0


@commands.command()
@_content
@_config
@click.argument("folder", type=click.Path(path_type=Path))
def export(content: Path, config: Path | None, folder: Path) -> int:
    """Writes FOLDER, from which MkDocs, ProperDocs and Zensical build the site without our plugin."""
    site = build.export(build.source(content), _tell, _settings(config), folder)
    click.echo(f"Exported {len(site.pages)} pages: {folder}")
    return 0


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
    except publishing.NotPublished as reason:
        return _said(str(reason), MISTAKES)
    except Exception as error:
        return _failed(error)


def _settings(config: Path | None) -> Path:
    """The settings of MkDocs: those named, those of the folder we are in, or the package's own.

    Never those beside a content folder elsewhere: settings can run code, and content may be a stranger's.
    """
    here = Path("mkdocs.yml").absolute()
    return config or (here if here.is_file() else build.beside_package("mkdocs.yml"))


def _failed(error: Exception) -> int:
    if os.environ.get("EXTRAMILE_DEBUG"):
        raise error
    account = build.account(error, build.beside_package("templates"))
    lines = (*getattr(error, "__notes__", ()), account, "This is a mistake of the program: please report it.")
    return _said("\n".join(lines), OUR_BUG)


def _said(message: str, status: int) -> int:
    click.echo(f"extramile: {message}", err=True)
    return status


def _tell(reading: build.Reading) -> None:
    click.echo(_as_text(reading, sys.stderr), nl=False, err=True)


def _as_text(reading: build.Reading, stream: TextIO) -> str:
    colour = stream.isatty() and not os.environ.get("NO_COLOR")
    return _lines(notices.as_text(reading.problems, reading.words, colour=colour))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


_FORMS: Mapping[str, Callable[[build.Reading], str]] = {
    "text": lambda reading: _as_text(reading, sys.stdout),
    "github": lambda reading: _lines(notices.as_github(reading.problems, reading.words)),
    "json": lambda reading: notices.as_json(reading.problems, reading.words) + "\n",
}
