"""A small course that is published, and another state of it that is about to be."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import COURSES, HERE, QUIET, all_bytes, mend, signals_as_usual

CHAOS = "CHAOS" in os.environ
"""Whether there is time for the long campaign."""
States = Mapping[str, bytes]


def rounds(few: int, many: int) -> int:
    """How often something is tried: `few` times in the tests, `many` in the campaign."""
    return many if CHAOS else few


class Course:
    """A project in one of two states; building turns its site from the one into the other."""

    SITES = ("site", "dist/facilitator")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(COURSES / "tiny", folder)
        self.states: list[States] = []
        self.chance = random.Random(20)
        for kettle in ("kettle", "saucepan"):
            self.write(kettle)
            started = time.monotonic()
            done = subprocess.run(
                self.command, cwd=folder, env=self.environment, capture_output=True, text=True, check=False
            )
            self.seconds = time.monotonic() - started
            assert done.returncode == 0, done.stderr
            self.states.append(self.published())
        assert self.states[0] != self.states[1]

    def write(self, thing: str) -> None:
        """Lets the story tell of a kettle or of a saucepan."""
        story = self.folder / "content/stories/the-cup-of-tea.yml"
        other = {"kettle": "saucepan", "saucepan": "kettle"}[thing]
        if f"put the {other}" in story.read_text("utf-8"):
            mend(story, f"put the {other}", f"put the {thing}")

    def write_what_is_not_published(self) -> None:
        """Makes the next build change something."""
        self.write("saucepan" if self.published() == self.states[0] else "kettle")

    def published(self) -> States:
        """All that readers and facilitators can get."""
        return {
            f"{site}/{name}": data
            for site in self.SITES
            for name, data in all_bytes(self.folder / site).items()
        }

    @property
    def command(self) -> list[str]:
        return [str(HERE / "extramile"), "build"]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, **QUIET}

    @property
    def is_tidy(self) -> bool:
        """Whether nothing lies about but what belongs there."""
        beside = {path.name for path in self.folder.iterdir()}
        return beside == {".cache", "content", "dist", "site"} and {
            path.name for path in (self.folder / "dist").iterdir()
        } == {"facilitator"}

    @contextmanager
    def building(self) -> Iterator["subprocess.Popen[str]"]:
        """A build in a group of processes of its own, from the moment at which it heeds signals."""
        with signals_as_usual():
            process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        try:
            while process.poll() is None and not _heeds(process.pid, signal.SIGTERM):
                time.sleep(0.001)
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            assert process.stderr
            process.stderr.close()

    def some_time(self) -> float:
        """Seconds until something happens; half of the times near the end, where folders are swapped."""
        early, late = (0, 0.6) if self.chance.random() < 0.5 else (0.6, 1.0)
        return self.chance.uniform(early, late) * self.seconds


def _heeds(process: int, number: int) -> bool:
    """Whether a process has a way of its own with a signal, as Linux lists it."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)
