"""`make fuzz`: many mutated documents, each to be read as a course or as problems within two seconds."""

import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.mutation import documents
from tests.hostile.reading import read

SECONDS = 2.0


def main(number: int, seed: int) -> int:
    """Reads so many documents; gives how many were not read as they should be, and shows those."""
    wrong, slowest, started = 0, 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for count, (path, data) in enumerate(documents(number, seed)):
            before = time.monotonic()
            try:
                complaint = read(Path(folder), path, data)
            except Exception as error:
                complaint = f"{type(error).__name__}: {error}"
            taken = time.monotonic() - before
            slowest = max(slowest, taken)
            if complaint or taken > SECONDS:
                wrong += 1
                kept = Path(f"fuzz-{seed}-{count}.yml")
                kept.write_bytes(data)
                print(f"{kept} as {path}: {taken:.1f} s: {complaint}")
    print(f"{number} documents in {time.monotonic() - started:.0f} s, slowest {slowest:.2f} s, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]] + [100_000, 1][len(sys.argv) - 1 :]
    sys.exit(main(*given[:2]) > 0)
