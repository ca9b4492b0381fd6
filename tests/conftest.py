"""What several test modules share."""

import fcntl
import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator import cli
from generator.__main__ import OBJECTS_BETWEEN_SWEEPS

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
# As in the program: a course that is built makes much and drops little.
gc.set_threshold(OBJECTS_BETWEEN_SWEEPS)

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
def apart() -> Command:
    """Runs a command of this environment as a user would: in a process and with variables of its own."""
    return _apart


@pytest.fixture
def run() -> Command:
    """Runs a command as a user would: ours within this process, so that nobody waits for imports again."""

    def run(folder: Path, *command: str | Path, **variables: str) -> Run:
        name, *arguments = map(str, command)
        if name != "extramile" or variables:
            return _apart(folder, *command, **variables)
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with chdir(folder), undated(), redirect_stdout(out), redirect_stderr(err):
            status = cli.run(arguments)
        said = (stream.buffer.getvalue().decode() for stream in (out, err))
        return subprocess.CompletedProcess(arguments, status, *said)

    return run


def _apart(folder: Path, *command: str | Path, **variables: str) -> Run:
    name, *arguments = map(str, command)
    with undated():
        environment = {**os.environ, **QUIET, **variables}
    return subprocess.run(
        [str(HERE / name), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def undated() -> Iterator[None]:
    """No date is set meanwhile for what is built."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield


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
