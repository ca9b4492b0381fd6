"""Where authors wrote what was only later found to be amiss."""

from collections.abc import Iterable, Iterator
from pathlib import Path


def places_of(folder: str, characters: str, likely: str) -> tuple[str, ...]:
    """Where any of these characters first stands, as `file:line:column`: in the likely file, or in all."""
    here = Path(folder)
    return tuple(_places([here / likely], characters)) or tuple(_places(here.rglob("*.yml"), characters))


def _places(files: Iterable[Path], characters: str) -> Iterator[str]:
    for file in sorted(files):
        lines = file.read_text("utf-8", "replace").splitlines()
        first = next(
            (
                (number, column)
                for number, line in enumerate(lines, 1)
                for column, sign in enumerate(line, 1)
                if sign in characters
            ),
            None,
        )
        if first:
            yield f"{file.as_posix()}:{first[0]}:{first[1]}"
