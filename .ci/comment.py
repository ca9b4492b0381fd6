"""Lines from a stranger → a comment in Markdown that shows them and nothing else.

The lines come out of a run in which a stranger's proposal was read, so nothing in them is trusted. They
are cut to a size, and every sign that Markdown or a forge could take for more than text is put out of
action: no link, no picture, no HTML, nobody is called by name, no other discussion is mentioned.

It imports nothing but Python's own library, so that it runs where nothing is installed:

    python3 .ci/comment.py changes.txt outside.txt > comment.md
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST = 64 * 1024
"""The bytes of a file that are read."""
MOST_LINES = 60
LONGEST_LINE = 400
MARK = "<!-- extramile: changes -->"
"""By this the comment is found again, so that it is replaced and not repeated."""
CHANGES = "**What readers will notice**"
NOTHING = "Nothing that readers will notice."
MORE = "and more: the list is cut here."
OUTSIDE = (
    "**Please look twice:** this proposal changes texts of the course and also other files. "
    "Texts are reviewed for what they say; other files can change how the course is built."
)

_JOINER = "\u2060"
"""A sign without width that joins what stands beside it, and that no name and no address holds."""
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_CALLS = re.compile(r"(?<=[@#])|(?<=://)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-)", re.IGNORECASE)


def comment(changes: bytes, outside: bytes) -> str:
    """The body of the comment: what changed, and which files outside of the course are touched."""
    parts = [MARK, CHANGES, *(list(_bullets(changes)) or [NOTHING])]
    if files := list(_bullets(outside)):
        parts += [OUTSIDE, *files]
    return "\n".join(_spaced(parts)) + "\n"


def escape(line: str) -> str:
    """A line of text that Markdown shows letter for letter."""
    seen = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
    return _MARKDOWN.sub(r"\\\1", _CALLS.sub(_JOINER, seen[:LONGEST_LINE]))


def _bullets(data: bytes) -> Iterator[str]:
    lines = data[:LARGEST].decode("utf-8", "replace").splitlines()
    told = [line.strip() for line in lines if line.strip()]
    yield from (f"- {escape(line)}" for line in told[:MOST_LINES])
    if len(told) > MOST_LINES or len(data) > LARGEST:
        yield f"- {MORE}"


def _spaced(parts: list[str]) -> Iterator[str]:
    """The parts with an empty line wherever something other than a list begins."""
    for part, before in zip(parts, ["", *parts], strict=False):
        if before and not (part.startswith("- ") and before.startswith("- ")):
            yield ""
        yield part


def _read(name: str) -> bytes:
    """The beginning of a file, and one byte more, which tells that there is a rest."""
    with Path(name).open("rb") as file:
        return file.read(LARGEST + 1)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(comment(_read(sys.argv[1]), _read(sys.argv[2])))
