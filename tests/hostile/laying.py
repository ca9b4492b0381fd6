"""Lays out the content folder of a hostile case: the baseline, its own files, and what is made here."""

import base64
import io
import os
import random
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

HERE = Path(__file__).parent
BASELINE = HERE / "baseline"
STORY = (BASELINE / "stories/baseline-story.yml").read_text("utf-8")
CANARIES = {
    "CANARY.txt": "CANARY-LEAK-7f3a",
    "CANARY.yml": "title: CANARY-LEAK-7f3a\nsummary: x\nbody: x\n",
    "private/draft.yml": "title: CANARY-LEAK-7f3a\n",
    "CANARY.svg": "<svg>CANARYSVG</svg>",
    "repo/.git/config": "AUTHORIZATION: basic CANARY-GIT-2b77",
    "repo/.env": "CANARY-DOTENV-c0de",
    "repo/templates/secret.txt": "CANARY-TPL-9a1c",
}
SECRETS = ("CANARY-", "CANARYSVG", "root:x:0:0")
STEPS = "action_steps:\n  - Lock the queue with a PIN.\n  - Check the tray before you leave.\n"


@dataclass(frozen=True)
class Case:
    """A hostile input, and what is expected of it."""

    id: str
    category: str
    attack: str
    file: str
    expected: str
    also_ok: str = ""
    must_mention: tuple[str, ...] = ()
    line: tuple[int, ...] = ()
    line_is_range: bool = False
    forbid: tuple[str, ...] = ()
    forbid_files: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    ops: tuple[Mapping[str, Any], ...] = ()


@cache
def cases() -> Mapping[str, Case]:
    """All cases by their ids."""
    with (HERE / "manifest.yml").open(encoding="utf-8") as file:
        rows = yaml.load(file, Loader=yaml.CSafeLoader)["cases"]
    lists = ("must_mention", "line", "forbid", "forbid_files", "require", "ops")
    return {
        row["id"]: Case(**{**row, **{name: tuple(row.get(name) or ()) for name in lists}}) for row in rows
    }


def lay(case: Case, folder: Path) -> Path:
    """Lays a case out below an empty folder, with secrets around it; gives its content folder."""
    for path, text in CANARIES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    content = folder / "repo/content"
    shutil.copytree(BASELINE, content)
    own = HERE / "cases" / case.id
    if own.exists():
        shutil.copytree(own, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("@repo"))
    if (own / "@repo").exists():
        shutil.copytree(own / "@repo", folder / "repo", dirs_exist_ok=True)
    for given in case.ops:
        operation = dict(given)
        OPERATIONS[operation.pop("op")](content, **operation)
    return content


def _made(content: Path, path: str) -> Path:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    return content / path


def _copy_bytes(content: Path, src: str, path_b64: str) -> None:
    shutil.copy(os.fsencode(content / src), os.path.join(os.fsencode(content), base64.b64decode(path_b64)))  # noqa: PTH118


def _story(content: Path, path: str, old: str, new: str) -> None:
    assert old in STORY
    _made(content, path).write_text(STORY.replace(old, new), "utf-8")


def _generate(content: Path, path: str, kind: str, n: int = 0, size: int = 0) -> None:
    made = GENERATED[kind](n)
    for number in range(n if kind == "flood" else 1):
        _made(content, path.replace("0", f"{number}")).write_bytes(made)


OPERATIONS: Mapping[str, Callable[..., object]] = {
    "symlink": lambda content, path, target: _made(content, path).symlink_to(target),
    "fifo": lambda content, path: os.mkfifo(_made(content, path)),
    "mkdir": lambda content, path: (content / path).mkdir(parents=True),
    "rmtree": lambda content, path: shutil.rmtree(content / path),
    "copy": lambda content, src, path: shutil.copy(content / src, _made(content, path)),
    "copy_bytes": _copy_bytes,
    "write": lambda content, path, text: _made(content, path).write_text(text, "utf-8", newline=""),
    "chmod": lambda content, path, mode: (content / path).chmod(mode),
    "story": _story,
    "gen": _generate,
}


def _png_bomb(n: int) -> bytes:
    packer = zlib.compressobj(9)
    row = bytes(1 + (n + 7) // 8)
    pixels = b"".join(packer.compress(row) for _ in range(n)) + packer.flush()
    head = struct.pack(">IIBBBBB", n, n, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _picture(kind: str, side: int = 8, **options: Any) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (side, side), (20, 90, 160)).save(made, kind, **options)
    return made.getvalue()


def _jpeg_of_scans(n: int) -> bytes:
    """A picture that becomes clear step by step, and takes its first step so many times."""
    data = _picture("JPEG", progressive=True)
    first, second = (found.start() for found in list(re.finditer(rb"\xff\xda", data))[:2])
    second = data.rindex(b"\xff\xc4", first, second) if b"\xff\xc4" in data[first:second] else second
    return data[:second] + data[first:second] * n + data[second:]


def _jpeg_bomb(n: int) -> bytes:
    """A picture that says of itself that it is larger than it is."""
    data = _picture("JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", n, n) + data[at + 4 :]


def _body(text: str) -> bytes:
    old = next(line for line in STORY.split("\n") if line.startswith("body:"))
    return STORY.replace(old, f"body: |\n{text}").encode()


GENERATED: Mapping[str, Callable[[int], bytes]] = {
    "noise": lambda n: b"\xff\xd8" + random.Random(1).randbytes(n),
    "png_bomb": _png_bomb,
    "scans": _jpeg_of_scans,
    "jpeg_bomb": _jpeg_bomb,
    "webp_bomb": lambda n: _picture("WEBP", n, lossless=True),
    "jpeg_told": lambda _: _picture("JPEG", comment=b"CANARY-OF-THE-PHOTOGRAPHER"),
    "huge_scalar": lambda n: _body("  " + "word " * (n // 5)),
    "many_items": lambda n: STORY.replace(
        STEPS, "action_steps:\n" + "".join(f"  - step {i}\n" for i in range(n))
    ).encode(),
    "many_keys": lambda n: (STORY + "".join(f"k{i}: v\n" for i in range(n))).encode(),
    "deep_flow": lambda n: STORY.replace("tags: [privacy, printing]", "tags: " + "[" * n + "]" * n).encode(),
    "table": lambda n: _body("  |" + "a|" * n + "\n  |" + "-|" * n + "\n" + "  |a\n" * n),
    "brackets": lambda n: _body(("  " + "![" * 2_400 + "\n") * n),
    "flood": lambda n: (STORY + "".join(f"k{i}: v\n" for i in range(n))).encode(),
}
