"""Pictures as they are published."""

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from generator.content.images import LARGEST_FILE, NotAPicture, open_image
from generator.model import Size


def saved(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    image.save(folder / name, **options)  # type: ignore[arg-type]
    return folder / name


def refused(file: Path) -> NotAPicture:
    with pytest.raises(NotAPicture) as caught:
        open_image(file)
    return caught.value


def colours(data: bytes) -> tuple[object, ...]:
    with Image.open(io.BytesIO(data)) as image:
        rgba = image.convert("RGBA")
        return tuple(rgba.getpixel((x, y)) for x in range(rgba.width) for y in range(rgba.height))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.jpeg", "a.webp", "a.PNG"])
def test_a_picture_is_opened_and_measured(tmp_path: Path, name: str) -> None:
    opened = open_image(saved(tmp_path, name, Image.new("RGB", (30, 20), "teal")))

    assert opened.size == Size(30, 20)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_picture_looks_as_before(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGBA", (4, 4), (200, 30, 40, 120)).convert(mode)
    file = saved(tmp_path, "a.png", image)

    assert colours(open_image(file).data) == colours(file.read_bytes())


def test_a_picture_of_many_greys_keeps_them(tmp_path: Path) -> None:
    image = Image.new("I;16", (2, 1))
    image.putpixel((0, 0), 0x8000)
    image.putpixel((1, 0), 0xFF00)
    opened = open_image(saved(tmp_path, "a.png", image))

    assert colours(opened.data) == ((128, 128, 128, 255), (255, 255, 255, 255))


def test_what_shines_through_stays_so(tmp_path: Path) -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 0), 1)
    file = saved(tmp_path, "a.png", image, transparency=1)

    assert colours(open_image(file).data) == colours(file.read_bytes())


def test_a_photograph_lying_on_its_side_is_put_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    opened = open_image(saved(tmp_path, "a.jpg", Image.new("RGB", (40, 20)), exif=exif))

    assert opened.size == Size(20, 40)


def test_where_and_by_whom_a_photograph_was_taken_is_not_published(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "at home, 12 Long Street"
    file = saved(tmp_path, "a.jpg", Image.new("RGB", (8, 8)), exif=exif, comment=b"call me")
    data = open_image(file).data

    assert b"Long Street" in file.read_bytes()
    assert b"Long Street" not in data
    assert b"call me" not in data


def test_words_hidden_in_a_png_are_not_published(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.png", Image.new("RGB", (8, 8)))
    chunk = b"tEXtComment\0<script>alert(1)</script>"
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data = file.read_bytes()
    file.write_bytes(data[:33] + whole + data[33:] + b"<script>after the end</script>")

    assert b"script" not in open_image(file).data


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.jpg", Image.effect_noise((50, 50), 20))

    assert open_image(file) == open_image(file)


@pytest.mark.parametrize("name", ["a.gif", "a.svg", "a.bmp", "a", "a.png.exe"])
def test_other_kinds_are_refused_by_their_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")

    assert refused(tmp_path / name).code == "image-kind"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg onload=alert(1)>",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"GIF89a" + bytes(50),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.png").write_bytes(data)

    assert refused(tmp_path / "a.png").code == "image-damaged"


def test_half_a_picture_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.jpg", Image.effect_noise((99, 99), 50))
    file.write_bytes(file.read_bytes()[:-400])

    assert refused(file).code == "image-damaged"


def test_a_picture_is_what_its_name_says(tmp_path: Path) -> None:
    saved(tmp_path, "a.png", Image.new("RGB", (8, 8))).rename(tmp_path / "a.jpg")

    assert refused(tmp_path / "a.jpg").code == "image-damaged"


def test_a_heavy_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(bytes(LARGEST_FILE + 1))

    assert refused(tmp_path / "a.png").code == "image-too-heavy"


@pytest.mark.parametrize("size", [(8_000, 6_000), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = saved(tmp_path, "a.png", Image.new("1", (8, 8)))
    data = bytearray(file.read_bytes())
    data[16:24] = struct.pack(">II", *size)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    file.write_bytes(data)

    assert refused(file).code == "image-too-large"


def test_a_picture_that_is_gone_is_damaged(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.png").code == "image-damaged"


def test_a_pipe_in_place_of_a_picture_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")

    assert refused(tmp_path / "a.png").code == "image-damaged"


def test_a_webp_picture_of_more_pixels_than_memory_holds_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.webp", Image.new("RGB", (4_200, 4_200)))

    assert refused(file).code == "image-too-large"


def test_a_jpeg_that_draws_itself_over_and_over_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.jpg", Image.new("RGB", (8, 8)))
    file.write_bytes(file.read_bytes().replace(b"\xff\xda", b"\xff\xda" * 65))

    assert refused(file).code == "image-damaged"


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "I;16"])
def test_a_wide_picture_is_published_as_wide_as_a_page_shows_it(tmp_path: Path, mode: str) -> None:
    assert open_image(saved(tmp_path, "a.png", Image.new(mode, (4_800, 400)))).size == Size(2_400, 200)
