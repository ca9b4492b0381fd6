"""Pictures of content/images, opened, measured and written anew without metadata; the door to Pillow."""

import io
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from generator.model import Size

LARGEST_FILE = 3 * 1024 * 1024
MOST_PIXELS = {"PNG": 40_000_000, "JPEG": 40_000_000, "WEBP": 16_000_000}
"""What half a gigabyte of memory can decode: a WebP picture is held four times while it is read."""
WIDEST = 2_400
"""Larger pictures are published at this size: no screen or sheet of paper shows more of them."""
MOST_SCANS = 64
"""How often a JPEG file may draw its picture anew. A few letters of a file are enough for one more."""

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
_SCAN = b"\xff\xda"


@dataclass(frozen=True)
class Opened:
    """A picture as it is published."""

    data: bytes
    size: Size


class NotAPicture(Exception):
    """The file cannot be published. `code` and `details` name the problem."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def open_image(file: Path) -> Opened:
    """A PNG, JPEG or WebP file, upright and without metadata. Raises NotAPicture."""
    kind = _FORMATS.get(file.suffix.lower())
    if kind is None:
        raise NotAPicture("image-kind", found=file.name)
    try:
        return _rewritten(_bytes(file), kind, file.name)
    except NotAPicture:
        raise
    except Image.DecompressionBombError:
        raise _too_large(kind, file.name) from None
    except Exception:  # Pillow raises many kinds of errors on damaged files
        raise NotAPicture("image-damaged", found=file.name) from None


def _bytes(file: Path) -> bytes:
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAPicture("image-damaged", found=file.name)
        size = status.st_size
        if size > LARGEST_FILE:
            raise NotAPicture("image-too-heavy", found=file.name, size=f"{size / 1024**2:.0f}", most="3")
        return file.read_bytes()
    except OSError:
        raise NotAPicture("image-damaged", found=file.name) from None


def _rewritten(data: bytes, kind: str, name: str) -> Opened:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        image = Image.open(io.BytesIO(data), formats=[kind])
    width, height = image.size
    if width * height > MOST_PIXELS[kind]:
        raise _too_large(kind, name)
    if kind == "JPEG" and data.count(_SCAN) > MOST_SCANS:
        raise NotAPicture("image-damaged", found=name)
    image.thumbnail((WIDEST, WIDEST))
    out = io.BytesIO()
    upright = ImageOps.exif_transpose(image)
    _bare(upright).save(out, kind, **({"quality": 88} if kind != "PNG" else {"optimize": True}))
    return Opened(out.getvalue(), Size(*upright.size))


def _too_large(kind: str, name: str) -> NotAPicture:
    return NotAPicture("image-too-large", found=name, most=f"{MOST_PIXELS[kind] // 1_000_000}")


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone."""
    if image.mode.startswith("I"):  # 16 bits a pixel; converting would cut off all but the darkest tones
        image = image.convert("I").point(lambda level: level / 256).convert("L")
    elif image.mode not in ("RGB", "RGBA", "L", "LA", "P", "1"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    bare = Image.new(image.mode, image.size)
    if image.mode == "P" and (palette := image.getpalette()) is not None:
        bare.putpalette(palette)
    bare.paste(image)
    if "transparency" in image.info:
        bare.info["transparency"] = image.info["transparency"]
    return bare
