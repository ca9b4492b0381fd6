"""Builds that are killed, stopped or crowded leave one site, whole: the old one or the new one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import signals_as_usual
from tests.faults.course import Course, rounds

LINE = "extramile: stopped; what was published stays as it was\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("faults") / "project")


def whole(course: Course) -> bool:
    """Whether each of the two folders is as one of the states has it."""
    published = course.published()
    return all(
        any(part(published, site) == part(state, site) for state in course.states) for site in course.SITES
    )


def part(state: object, site: str) -> dict[str, bytes]:
    assert isinstance(state, dict)
    return {name: data for name, data in state.items() if name.startswith(f"{site}/")}


@pytest.mark.timeout(1800)
def test_a_build_that_is_killed_at_any_moment_leaves_one_site_whole(course: Course) -> None:
    for _ in range(rounds(10, 200)):
        course.write_what_is_not_published()
        with course.building() as process:
            time.sleep(course.some_time())
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        assert whole(course)
    done = subprocess.run(
        course.command, cwd=course.folder, env=course.environment, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert course.published() in course.states
    assert course.is_tidy


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_at_any_moment_says_one_line_and_tidies_up(
    course: Course, number: signal.Signals, status: int
) -> None:
    for _ in range(rounds(5, 50)):
        course.write_what_is_not_published()
        with course.building() as process:
            time.sleep(course.some_time())
            process.send_signal(number)
            _, said = process.communicate()
            assert (process.returncode, said) in ((status, LINE), (0, ""))
        assert whole(course)
        assert course.is_tidy


INTERRUPTED_WHILE_LOADING = """
import enum, os, signal, sys
from generator.__main__ import main

plain = enum.EnumType.__setattr__

def set_and_interrupt(kind, name, value):
    if kind.__module__.startswith("pikepdf"):
        os.kill(os.getpid(), signal.SIGINT)
    plain(kind, name, value)

enum.EnumType.__setattr__ = set_and_interrupt
sys.argv = ["extramile", "build"]
main()
"""


def test_a_build_that_is_stopped_while_a_library_is_loaded_says_one_line(course: Course) -> None:
    course.write_what_is_not_published()
    shutil.rmtree(course.folder / ".cache")  # so that a form is set, for which the library is there
    with signals_as_usual():
        done = subprocess.run(
            [sys.executable, "-c", INTERRUPTED_WHILE_LOADING],
            cwd=course.folder,
            env=course.environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (130, LINE)
    assert whole(course)


@pytest.mark.timeout(1800)
def test_two_builds_at_once_publish_one_after_the_other(course: Course, tmp_path: Path) -> None:
    other = tmp_path / "content"
    for _ in range(rounds(2, 20)):
        course.write_what_is_not_published()
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(course.folder / "content", other)
        told = (other / "stories/the-cup-of-tea.yml").read_text("utf-8")
        course.write("saucepan" if "put the kettle" in told else "kettle")
        with course.building() as one:
            time.sleep(course.chance.random() * min(1, course.seconds))
            two = subprocess.run(
                [*course.command, "--content", str(other)],
                cwd=course.folder,
                env=course.environment,
                capture_output=True,
                text=True,
                check=False,
            )
            one.communicate()
        assert (one.returncode, two.returncode) == (0, 0), two.stderr
        assert part(course.published(), "site") in [part(state, "site") for state in course.states]
        assert course.is_tidy
