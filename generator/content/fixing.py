"""Mends in authors' files what leaves no doubt, and nothing else: every other byte stays as it is."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.content.loading import load
from generator.content.published import kept, written
from generator.content.reading import PUBLISHED, Instead
from generator.model import Problem, Published

MOST_ROUNDS = 12
REWORDED = "statement-reworded"
"""Whoever asks for mends after this problem says that the words alone are new."""
_BOM = b"\xef\xbb\xbf"
_IN_DOUBT = frozenset(
    {
        *("unknown-id", "image-unknown", "drawing-unknown", "link-scheme"),  # what is named may be on its way
        *("cut-by-hash", "hidden-by-hash"),  # may be a remark
        *("comma-in-brackets", "entry-too-far-in", "stray-quote", "curly-quotes"),  # may be meant
    }
)
"""The mends that an author should look at first."""


@dataclass(frozen=True)
class Fixed:
    """What was mended, and what the files then hold, by their paths below content/."""

    mended: tuple[Problem, ...]
    files: Mapping[str, bytes]
    listed: int = 0
    """How many addresses and statements are new in the list of what has been published."""


def fix(folder: Path) -> Fixed:
    """The certain mends of a content folder. Nothing is written; no mend makes a problem of its own."""
    return _Fixing(folder).done()


class _Fixing:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.mended: list[Problem] = []
        self.left: set[tuple[str, int, str]] = set()
        """The mends that would make another problem: file, line and code."""

    def done(self) -> Fixed:
        for _ in range(MOST_ROUNDS):
            problems = self.problems(self.files)
            rows = tuple(self.certain(problems))
            if not rows:
                break
            for file, mends in groupby(rows, key=lambda problem: problem.place.file):
                self.mend(file, list(mends), problems)
        listed = self.list_anew()
        return Fixed(tuple(self.mended), self.files, listed)

    def problems(self, instead: Instead) -> tuple[Problem, ...]:
        loading = load(self.folder, instead=instead, most=sys.maxsize)
        self.shown = loading.folder
        return loading.problems

    def certain(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The mends that can be made at once, one a line; what kept a file from being read comes first."""
        seen: set[tuple[str, int]] = set()
        first = sorted(problems, key=lambda p: (p.place.file, p.place.line, p.field != (), p.place.column))
        for problem in first:
            at = (problem.place.file, problem.place.line)
            if is_certain(problem) and at not in seen and (*at, problem.code) not in self.left:
                seen.add(at)
                yield problem

    def mend(self, file: str, mends: Sequence[Problem], before: Sequence[Problem]) -> None:
        """All mends of a file at once; where that makes it worse, one after the other."""
        if self.is_better(file, mends, before):
            return
        for problem in mends:
            if len(mends) == 1 or not self.is_better(file, [problem], before):
                self.left.add((file, problem.place.line, problem.code))

    def list_anew(self) -> int:
        """Lists what a course publishes, once nothing keeps it from being published."""
        loading = load(self.folder, instead=self.files)
        if loading.promised.problems:
            return 0
        reworded = [problem for problem in loading.problems if problem.code == REWORDED]
        before, names = loading.promised.published, {problem.details["found"] for problem in reworded}
        settled = [each for each in before.statements if each.statement not in names]
        rest = Published(pages=before.pages, statements=tuple(settled))
        loading = load(self.folder, instead={**self.files, PUBLISHED: written(rest).encode()})
        now = kept(loading.course, rest)
        if loading.errors or now == before:
            return 0
        self.files[PUBLISHED] = written(now).encode()
        self.mended += reworded
        return len({*now.pages, *now.statements} - {*before.pages, *before.statements})

    def is_better(self, file: str, mends: Sequence[Problem], before: Sequence[Problem]) -> bool:
        """Keeps mends that make no new problem."""
        path = file.removeprefix(f"{self.shown}/")
        data = self.files[path] if path in self.files else (self.folder / path).read_bytes()
        after = with_lines(data, mends)
        better = after is not None and not _new(before, self.problems({**self.files, path: after}))
        if after is not None and better:
            self.files[path] = after
            self.mended += mends
        return better


def is_certain(problem: Problem) -> bool:
    """Whether a problem can be mended without asking its author."""
    return problem.mended not in (None, problem.excerpt) and problem.code not in _IN_DOUBT


def with_lines(data: bytes, mends: Iterable[Problem]) -> bytes | None:
    """The bytes of a file with its mended lines; None where a line is not the one that was looked at."""
    rows = data.split(b"\n")
    for problem in mends:
        row = problem.place.line - 1
        front = _BOM if row == 0 and data.startswith(_BOM) else b""
        end = b"\r" if row < len(rows) and rows[row].endswith(b"\r") else b""
        if row >= len(rows) or rows[row] != front + problem.excerpt.encode() + end:
            return None
        rows[row] = front + (problem.mended or "").encode() + end
    return b"\n".join(rows)


def _new(before: Iterable[Problem], after: Iterable[Problem]) -> bool:
    """Whether there are problems that were not there, apart from what nobody had looked at yet."""
    before = tuple(before)
    unread = {problem.place.file: problem.place.line for problem in before if "unchecked" in problem.details}
    known: Callable[[Problem], tuple[str, int, str]] = lambda p: (p.place.file, p.place.line, p.code)  # noqa: E731
    more = Counter(map(known, after)) - Counter(map(known, before))
    return any(line <= unread.get(file, sys.maxsize) for file, line, _ in more)
