"""What several test modules share."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator import cli

# The same examples on every run, so that a failure is everybody's. Set here, before any test is read.
settings.register_profile(
    "extramile",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("extramile")

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]

ROOT = Path(__file__).parents[1]
COURSES = Path(__file__).parent / "courses"
HERE = Path(sys.executable).parent
"""Where the commands of this environment are."""


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real course, built as its readers get it: once, also where tests run on several cores."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "course" / "site"
        return site if site.exists() else built(site)


def built(folder: Path) -> Path:
    """Builds the real course into a folder."""
    arguments = ["build", "--content", str(ROOT / "content"), "--site-dir", str(folder), "--strict"]
    assert cli.run(arguments) == 0
    return folder


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project of its own that holds nothing but the content of the tiny course."""
    project = tmp_path / "project"
    shutil.copytree(COURSES / "tiny", project)
    return project


@pytest.fixture
def run() -> Command:
    """Runs a command of this environment as a user would, with variables of its own."""

    def run(folder: Path, *command: str | Path, **variables: str) -> Run:
        undated = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        environment = {**undated, **QUIET, **variables}
        name, *arguments = map(str, command)
        return subprocess.run(
            [str(HERE / name), *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@contextmanager
def signals_as_usual() -> Iterator[None]:
    """Children that are started meanwhile heed all signals; they inherit what `nohup` had ignored for us."""
    heeded = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, signal.SIG_DFL) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def mend(file: Path, old: str, new: str) -> None:
    """Changes one place of a text file, which must be there."""
    text = file.read_text("utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def all_bytes(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
