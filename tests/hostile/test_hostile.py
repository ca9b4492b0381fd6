"""Every hostile input is refused with a message that helps, or becomes pages that do nothing."""

import html
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import build
from generator.notices import LONGEST_REPORT, as_github, as_printed
from generator.pages import Page
from tests.hostile.laying import SECRETS, Case, cases, lay
from tests.properties.test_site import Seen
from tests.test_pages import as_html, parts

ALONE = {"name-unreadable"}
"""What needs another user than the one who may read everything."""


@dataclass(frozen=True)
class Outcome:
    """What became of a case."""

    printed: str
    commands: str
    refused: bool
    pages: dict[str, Page]
    files: dict[str, bytes]


def outcome(content: Path) -> Outcome:
    source = build.source(content)
    reading = build.read(source)
    printed = as_printed(reading.problems, reading.words, io.StringIO())
    commands = "\n".join(as_github(reading.problems, reading.words))
    if reading.loading.errors:
        return Outcome(printed, commands, True, {}, {})
    site = build.site(source, reading)
    return Outcome(printed, commands, False, {page.path: page for page in site.pages}, {**site.files})


@pytest.mark.parametrize("name", [name for name in cases() if name not in ALONE])
def test_a_hostile_input_is_refused_or_does_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANARY_TOKEN", "CANARY-ENV-51d2")
    content = lay(cases()[name], tmp_path)
    before = set(found(tmp_path))

    got = outcome(content)

    assert not list(misses(cases()[name], got))
    assert set(found(tmp_path)) == before, "something was written"


def misses(case: Case, got: Outcome) -> Iterator[str]:
    """In what the outcome of a case is not as it should be."""
    yield from _misses_of_a_log(got)
    if ("error" if got.refused else "safe") not in (case.expected, case.also_ok):
        yield f"refused: {got.refused}"
    yield from _misses_of_messages(case, got) if got.refused else _misses_of_pages(case, got)


def _misses_of_a_log(got: Outcome) -> Iterator[str]:
    if "\x1b" in got.printed + got.commands:
        yield "a terminal could be commanded"
    if re.search("^::", got.printed, re.MULTILINE):
        yield "a workflow could be commanded"
    if len(got.printed.encode()) > LONGEST_REPORT + 200:
        yield "the log is flooded"
    files = re.findall(r"^([^ :]+):[0-9]+:[0-9]+: ", got.printed, re.MULTILINE)
    if any(files.count(file) > 21 for file in set(files)):
        yield "a file has more than twenty messages"


def _misses_of_messages(case: Case, got: Outcome) -> Iterator[str]:
    said = got.printed.lower()
    for mention in case.must_mention:
        if not any(word in said for word in mention.lower().split("|")):
            yield f"not mentioned: {mention}"
    name = re.escape(case.file.rpartition("/")[2])
    lines = {int(number) for number in re.findall(rf"{name}:([0-9]+):", got.printed)}
    allowed = set(range(case.line[0], case.line[-1] + 1)) if case.line_is_range else set(case.line)
    if allowed and not lines & allowed:
        yield f"line {sorted(lines)} not in {case.line}"


def _misses_of_pages(case: Case, got: Outcome) -> Iterator[str]:
    pages = {path: page.text for path, page in got.pages.items()}
    texts = [*pages.values(), *(data.decode("utf-8", "replace") for data in got.files.values())]
    yield from (f"on a page: {text}" for text in (*case.forbid, *SECRETS) if any(text in t for t in texts))
    for text in (*case.forbid_files, *SECRETS):
        if any(text.encode("latin-1", "replace") in data for data in got.files.values()):
            yield f"in a file: {text}"
    for text in case.require:
        if not any(text in page or text in html.unescape(page) for page in pages.values()):
            yield f"lost: {text}"
    for path, page in got.pages.items():
        if acting := Seen(as_html(parts(page)[1])).acting:
            yield f"{path} holds what acts: {acting}"
    if case.id != "name-no-stories" and not any("Baseline story" in page for page in pages.values()):
        yield "the baseline is gone"


def found(folder: Path) -> Iterator[Path]:
    """Every file below a folder, links not followed."""
    for base, _, files in os.walk(folder):
        yield from (Path(base, file).relative_to(folder) for file in files)
