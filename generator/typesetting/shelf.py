"""Documents that were set before, in a folder that may be deleted at any time. A damaged one is set anew."""

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from generator.typesetting.typeset import Typeset

SECONDS_UNUSED = 60 * 24 * 3600
"""How long a document stays that no run asks for."""


class Shelf:
    """Keeps documents by a key that changes with everything they are made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Typeset | None:
        """The document of this key, if it is there and sound."""
        try:
            head, _, pdf = self._file(key).read_bytes().partition(b"\n")
            about = json.loads(head)
            if about["sha256"] != hashlib.sha256(pdf).hexdigest():
                return None
            kept = Typeset(
                pdf, int(about["pages"]), {str(id_): int(page) for id_, page in about["places"].items()}
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        with suppress(OSError):
            os.utime(self._file(key))
        return kept

    def put(self, key: str, made: Typeset) -> None:
        """Keeps a document, whole or not at all. Where nothing can be kept, nothing fails."""
        about = {
            "sha256": hashlib.sha256(made.pdf).hexdigest(),
            "pages": made.pages,
            "places": dict(made.places),
        }
        growing = self._folder / f"{uuid4().hex}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            growing.write_bytes(json.dumps(about).encode() + b"\n" + made.pdf)
            growing.replace(self._file(key))

    def sweep(self) -> None:
        """Lets go of what no run has asked for in a long time."""
        oldest = time.time() - SECONDS_UNUSED
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.set"
