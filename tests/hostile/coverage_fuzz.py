"""`make fuzz-by-coverage`: atheris mutates documents towards code that no document has reached yet."""

import sys
import tempfile
from importlib import import_module
from pathlib import Path

from tests.hostile.mutation import seeds
from tests.hostile.reading import read


def main() -> None:
    """Runs until atheris ends: by a failure, by its own limits, or by Ctrl-C."""
    atheris = import_module("atheris")  # has wheels for Linux only, and is no part of the tests
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        for number, (_, data) in enumerate(seeds()):
            (corpus / f"{number}").write_bytes(data)

        def one(data: bytes) -> None:
            complaint = read(Path(name) / "course", "stories/fuzzed.yml", data)
            assert not complaint, complaint

        atheris.Setup([*sys.argv, "-timeout=2", str(corpus)], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
