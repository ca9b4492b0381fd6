"""Machines that are full, bare or wrong about the time: one clear line, or the same bytes."""

import os
import resource
import subprocess
from pathlib import Path

import pytest

from tests.conftest import HERE, QUIET, all_bytes
from tests.faults.course import Course

CLOCK = '''
"""A clock that is wrong, for everything that Python asks."""
import datetime, os, time
OFF = int(os.environ["THE_TIME_IS"]) - int(time.time())
now, local, gm, text = time.time, time.localtime, time.gmtime, time.strftime
time.time = lambda: now() + OFF
time.time_ns = lambda: int((now() + OFF) * 1e9)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: gm(time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: text(form, time.localtime() if moment is None else moment)
class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
datetime.date, datetime.datetime = Day, Moment
'''


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = Course(tmp_path_factory.mktemp("machine") / "project")
    course.write("saucepan")
    return course


def built(course: Course, largest_file: int = 0, /, **variables: str) -> "subprocess.CompletedProcess[str]":
    """A build that starts from nothing but the content, with variables of its own."""

    def limit() -> None:
        if largest_file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.run(
        [str(HERE / "extramile"), "build"],
        cwd=course.folder,
        env={**os.environ, **QUIET, **variables},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def test_a_disk_that_takes_no_more_is_said_in_one_line(course: Course) -> None:
    before = course.published()
    course.write("kettle")
    done = built(course, 20_000)
    course.write("saucepan")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "File too large" in done.stderr
    assert course.published() == before
    assert course.is_tidy


BARE: list[dict[str, str]] = [{"HOME": "/nowhere", "TMPDIR": "/nowhere"}, {"HOME": "", "TERM": ""}]


@pytest.mark.parametrize("variables", BARE)
def test_a_bare_machine_builds_the_same(course: Course, variables: dict[str, str]) -> None:
    before = course.published()
    done = built(course, **variables)
    assert done.returncode == 0, done.stderr
    assert course.published() == before


@pytest.mark.parametrize("seconds", [315_532_800, 4_354_819_200], ids=["1980", "2107"])
def test_a_clock_that_is_wrong_changes_nothing(course: Course, tmp_path: Path, seconds: int) -> None:
    before = course.published()
    (tmp_path / "sitecustomize.py").write_text(CLOCK)
    here = os.environ.get("PYTHONPATH", "")
    for file in (course.folder / "content").rglob("*.yml"):
        os.utime(file, (seconds, seconds))
    done = built(
        course,
        THE_TIME_IS=str(seconds),
        PYTHONPATH=f"{tmp_path}{os.pathsep}{here}",
    )
    assert done.returncode == 0, done.stderr
    assert course.published() == before


def test_content_that_nobody_may_write_to_is_enough(course: Course) -> None:
    before = {**all_bytes(course.folder / "content")}
    assert built(course).returncode == 0
    assert all_bytes(course.folder / "content") == before
