"""The MkDocs plugin `extramile`, and MkDocs' own build and preview; the only door to MkDocs.

The plugin hands over what the recipes of `build` make, and adapts nothing but the form.
"""

import html
import logging
import os
import re
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.commands.serve import serve as serve_with_mkdocs
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, file_sort_key

from generator import build, content, engine_settings, history, notices, policy, printing

BEFORE_OTHERS, AFTER_OTHERS = 100, -100
SECONDS_BETWEEN_LOOKS = 0.2
LOCAL = ("localhost", "127.0.0.1", "::1")
DATE = "SOURCE_DATE_EPOCH"
"""The variable by which engines date what they build; without it, by the clock."""

log = get_plugin_logger("extramile")


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml can say to the plugin."""

    templates = option.Optional(option.Dir(exists=True))
    """Other templates than the package's own."""
    handouts = option.Type(bool, default=True)
    """Whether handouts are set in PDF. Their print HTML is always there."""


class ExtraMilePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Hands a course over to MkDocs."""

    wanted = printing.Choice()
    """The handouts to set in PDF, where the settings do not forbid it."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names it
        """Learns whether this is a preview, in which nothing may fail, and whether the user set a date."""
        self.preview = command == "serve"
        self.dated = DATE in os.environ
        self.site: build.Site | None = None
        self.names = _SourceNames()

    @event_priority(BEFORE_OTHERS)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lays out the course and tells MkDocs what the course says about the site."""
        source = self.source(config)
        if not self.dated:
            os.environ[DATE] = str(history.last_commit(source.content, source.templates))
        self.site = self._lay_out(source, config)
        _settle(config, self.site, served_at=config.site_url if self.preview else None)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts the pages and pictures of the course in the place of its content folder."""
        for file in [file for file in files if file.src_dir == config.docs_dir]:
            files.remove(file)
        for file in sorted(_files(self.site or build.Site(()), config), key=file_sort_key):
            files.append(file)
        self.names.listen(files, Path(config.docs_dir).name)
        return files

    @event_priority(AFTER_OTHERS)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Looks through the site, whatever wrote its files, for what is not for trainees, and seals it."""
        if self.site is None or self.preview:
            return
        folder = Path(config.site_dir)
        try:
            build.guard(self.site, published(folder))
        except build.Rejected as rejected:
            raise PluginError(str(rejected)) from None
        for path, data in policy.sealed(published(folder), self.source(config).templates):
            (folder / path).write_bytes(data)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watches the templates, survives what goes wrong, and answers this computer only."""
        source = self.source(config)
        _watch(server, filter(None, (config.docs_dir, config.config_file_path)), source.templates)
        server.builder = _surviving(server, builder, source.templates)
        if server.server_address[0] in LOCAL:
            server.set_app(_local(server.serve_request))
        return server

    def on_shutdown(self) -> None:
        """Takes back the date that was set for this build."""
        if not self.dated:
            os.environ.pop(DATE, None)

    def source(self, config: MkDocsConfig) -> build.Source:
        """The course that the settings name."""
        return build.source(
            Path(config.docs_dir), self.config.templates, directory_urls=config.use_directory_urls
        )

    @property
    def choice(self) -> printing.Choice:
        """Which handouts are set in PDF."""
        return self.wanted if self.config.handouts else printing.NO_PDFS

    def _lay_out(self, source: build.Source, config: MkDocsConfig) -> build.Site:
        if self.preview:
            return build.preview(source, _tell, self.site)
        try:
            return build.finished(source, _tell, strict=config.strict, choice=self.choice)
        except (build.Rejected, content.WordingUnreadable) as rejected:
            raise PluginError(str(rejected)) from None


@dataclass(frozen=True)
class Built:
    """What a build tells besides the site that it wrote."""

    messages: Sequence[str]
    """What MkDocs has to say about it."""
    kit: Mapping[str, bytes]
    """What those get who lead workshops, by names in a folder of their own."""


def build_site(
    settings: Path, content: Path, folder: Path, *, strict: bool, choice: printing.Choice
) -> Built:
    """Builds the site of a content folder into another folder."""
    with _heard() as messages:
        config = _config(settings, content, folder, strict=strict or None)
        plugin = _plugin(config)
        plugin.wanted = choice
        _build(config)
    return Built(messages, plugin.site.kit if plugin.site else {})


def export(settings: Path, content: Path, folder: Path, *, choice: printing.Choice) -> build.Site:
    """Writes what `build_site` would build into a folder from which other engines build it."""
    with _heard():
        config = _config(settings, content, folder / "site", strict=None)
        return build.export(
            _plugin(config).source(config),
            _tell,
            settings,
            folder,
            palette=config.theme.get("palette"),
            strict=config.strict,
            choice=choice if _plugin(config).config.handouts else printing.NO_PDFS,
        )


def serve(settings: Path, content: Path, address: str | None) -> None:
    """Serves a preview that follows every change, until someone stops it."""
    docs = str(content.absolute())
    with _heard():
        _probe(*load_config(str(settings), docs_dir=docs, dev_addr=address).dev_addr)
    with _shown_messages():
        try:
            serve_with_mkdocs(str(settings), docs_dir=docs, dev_addr=address)
        except Abort as abort:
            raise build.Rejected(str(abort)) from None


def _probe(host: str, port: int) -> None:
    """Makes sure that a preview can listen, before it takes its time to build."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise build.Rejected(f"{os.strerror(error.errno or 0)}: {host}:{port}") from None
    except OverflowError:
        raise build.Rejected(f"{port} is not a port: there are 65535") from None


def _build(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_with_mkdocs(config)
    finally:
        config.plugins.on_shutdown()


def _config(settings: Path, content: Path, folder: Path, *, strict: bool | None) -> MkDocsConfig:
    config = load_config(str(settings), docs_dir=str(content.absolute()), site_dir=str(folder), strict=strict)
    if "extramile" not in config.plugins:
        raise build.Rejected(f"{settings} lacks the plugin; add `- extramile` below `plugins:`")
    return config


def _plugin(config: MkDocsConfig) -> ExtraMilePlugin:
    plugin = config.plugins["extramile"]
    assert isinstance(plugin, ExtraMilePlugin)
    return plugin


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Keeps what MkDocs says: why it gives up, or, where it fails, which page it was at."""
    with _kept_messages() as messages:
        try:
            yield messages
        except Abort as abort:
            raise build.Rejected("\n".join((*messages, *_hints(messages))) or str(abort)) from None
        except build.Rejected:
            raise
        except Exception as error:
            for message in messages[-1:]:
                error.add_note(message)
            raise


def _hints(messages: Iterable[str]) -> Iterator[str]:
    """What helps against a copy of our mkdocs.yml that names what was not copied with it."""
    if any("custom_dir" in message for message in messages):
        yield "delete mkdocs.yml to use the settings that come with the program, or name others with --config"


def _tell(reading: build.Reading) -> None:
    """Prints the problems of a course in full."""
    sys.stderr.write(notices.as_printed(reading.problems, reading.words, sys.stderr))


def _settle(config: MkDocsConfig, site: build.Site, served_at: str | None) -> None:
    """Sets in MkDocs' configuration what the course decides. A preview keeps its own address."""
    config.update({name: value for name, value in site.settings.items() if value is not None})
    config.site_url = served_at or config.site_url
    config.theme["language"] = site.language
    config.theme["direction"] = site.direction
    config.theme["palette"] = engine_settings.with_names(config.theme.get("palette"), site.schemes)
    config.extra.update(site.theme)
    for failure in site.failures:
        log.error(failure)
    for reason in site.unprinted:
        log.warning(reason)


def _files(site: build.Site, config: MkDocsConfig) -> Iterator[File]:
    """Pages, whose pencils open the author's files, and what is published as it stands."""
    for page in site.pages:
        file = File.generated(config, page.path, content=page.text)
        file.edit_uri = page.source or None
        yield file
    for path, data in site.files.items():
        yield File.generated(config, path, content=data)


def published(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, by its path from there, one after the other."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


class _SourceNames(logging.Filter):
    """Lets MkDocs' messages name the file that an author can open, not the page made from it."""

    def listen(self, files: Files, folder: str) -> None:
        """Learns the names of all pages and hears what MkDocs says from now on."""
        pages = [file for file in files.documentation_pages() if file.edit_uri]
        self.sources = {file.src_uri: f"{folder}/{file.edit_uri}" for file in pages}
        for handler in logging.getLogger("mkdocs").handlers:
            handler.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites one message."""
        message = record.getMessage()
        record.msg, record.args = re.sub(r"(?<=')[^']+\.md(?=')", self._source, message), ()
        return True

    def _source(self, page: re.Match[str]) -> str:
        return self.sources.get(page[0], page[0])


class _Lines(logging.Handler):
    """Gives each message as a line to a function."""

    def __init__(self, give: Callable[[str], object]) -> None:
        super().__init__()
        self.give = give

    def emit(self, record: logging.LogRecord) -> None:
        """Gives one message."""
        label = "warning: " if record.levelno == logging.WARNING else ""
        self.give(f"{label}{record.getMessage()}")


@contextmanager
def _messages(give: Callable[[str], object], level: int) -> Iterator[None]:
    """Gives MkDocs' messages of a level and above to a function."""
    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate)
    handler = _Lines(give)
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


@contextmanager
def _kept_messages() -> Iterator[list[str]]:
    lines: list[str] = []
    with _messages(lines.append, logging.WARNING):
        yield lines


@contextmanager
def _shown_messages() -> Iterator[None]:
    with _messages(lambda line: print(line, file=sys.stderr), logging.INFO):
        yield


def _watch(server: LiveReloadServer, watched: Iterable[str], templates: Path) -> None:
    """Looks for changes more often than MkDocs does, and at templates as well."""
    paths = list(watched)
    for path in paths:
        server.unwatch(path)
    server.observer = type(server.observer)(timeout=SECONDS_BETWEEN_LOOKS)
    for path in (*paths, str(templates)):
        server.watch(path)


def _surviving(server: LiveReloadServer, builder: Callable[[], None], templates: Path) -> Callable[[], None]:
    """A builder that answers requests with what went wrong: after an exception the server would hang them."""
    answer = server.error_handler

    def rebuild() -> None:
        try:
            builder()
            server.error_handler = answer
        except Exception as error:
            failure = notices.account(error, templates)
            log.error(failure)
            server.error_handler = lambda _: html.escape(failure).encode()

    return rebuild


def _local(app: WSGIApplication) -> WSGIApplication:
    """Answers requests for this computer only: other sites could point a name of theirs at it."""

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        host = re.sub(r":\d+$", "", environ.get("HTTP_HOST", "")).strip("[]")
        if host in LOCAL:
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [b"This preview answers to localhost only.\n"]

    return guarded
