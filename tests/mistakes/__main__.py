"""Writes what authors are told now into each expected.txt: `python -m tests.mistakes`, then read the diff."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mistakes.laying import cases, told

for case in cases():
    with TemporaryDirectory() as folder:
        (case / "expected.txt").write_text(told(case, Path(folder)), "utf-8")
