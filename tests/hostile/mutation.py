"""Mutates the files of the course: bytes, lines, signs and nodes of YAML, the same for a seed."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.structure import restructure

CONTENT = Path(__file__).parents[2] / "content"
LONG = 6_000
"""Bytes of a file that are mutated at most, so that many files can be."""
SIGNS = (
    *(
        b": ",
        b"- ",
        b"|\n",
        b">\n",
        b"'",
        b'"',
        b"#",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a ",
        b"!!x ",
        b"---\n",
    ),
    *(
        b"...\n",
        b"? ",
        b"%",
        b"@",
        b"`",
        b"\t",
        b"\r",
        b"\x00",
        b"\x1b[2J",
        b"\xff",
        b"\xe2\x80\xae",
        b"\xc2\x85",
    ),
    *(b"<script>", b"</div>", b"![](x)", b"[a](javascript:x)", b"](", b"**", b"__", b"|a|b|\n|-|-|\n", b"> "),
    *(b"{{ x }}", b"{: onclick=x }", b'--8<-- "x"', b"::error::x", b"&#x202E;", b"\\", b"\n", b"\n\n", b"  "),
)


def seeds() -> list[tuple[str, bytes]]:
    """All files of the course, by their paths, that hold text."""
    return [
        (file.relative_to(CONTENT).as_posix(), file.read_bytes()) for file in sorted(CONTENT.rglob("*.yml"))
    ]


def documents(number: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many mutated files, by the paths of those that they were."""
    chance = random.Random(seed)
    of = [(path, _beginning(data)) for path, data in seeds()]
    for _ in range(number):
        path, data = chance.choice(of)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = chance.choice(MUTATIONS)(chance, data, chance.choice(of)[1])
        yield path, data


def _beginning(data: bytes) -> bytes:
    """As much of a file as is read soon, up to the end of an entry."""
    ends = (end.start() for end in re.finditer(rb"(?=\n {0,2}[\w-])", data))
    return data if len(data) <= LONG else data[: max(end for end in ends if end <= LONG)]


def _bytes(chance: random.Random, data: bytes, _: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 4)) + data[at + chance.randrange(3) :]


def _signs(chance: random.Random, data: bytes, _: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 40)) + data[at:]


def _lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines, others = data.split(b"\n"), other.split(b"\n")
    at = chance.randrange(len(lines))
    taken = chance.choice((lines, others))
    start = chance.randrange(len(taken))
    lines[at : at + chance.randrange(3)] = taken[start : start + chance.randrange(1, 4)]
    return b"\n".join(lines)


def _indents(chance: random.Random, data: bytes, _: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.randrange(9) + lines[at].lstrip()
    return b"\n".join(lines)


def _cuts(chance: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


MUTATIONS = (*[restructure] * 4, _bytes, _signs, _signs, _lines, _lines, _indents, _cuts)
