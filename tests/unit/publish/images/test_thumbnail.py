"""A small picture shows pixels and nothing that the file says of itself, made where no vault is."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image

from hrddesk.publish.images import thumbnail
from hrddesk.publish.images.thumbnail import MOST_PACKED, SIDE, Thumbnail
from hrddesk.publish.process import press
from hrddesk.system.jobs import Job


def photo(width: int = 1200, height: int = 800, *, kind: str = "JPEG", turned: bool = False) -> bytes:
    """Return an invented photograph, dark on its left half, with a camera's data and a place in it."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("black", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-SOMEBODY"
    if turned:
        exif[0x0112] = 6  # a quarter turn, as telephones write it
    made = io.BytesIO()
    picture.save(made, kind, exif=exif)
    return made.getvalue()


def test_demand_3_a_photograph_becomes_small_and_says_nothing_of_its_camera() -> None:
    image = photo()
    assert b"CAMERA-OF-SOMEBODY" in image
    small = press.small_picture(image, Job())
    assert small is not None
    assert (small.width, small.height) == (SIDE, 240)
    assert b"CAMERA" not in small.to_bytes()
    assert small.pixels[:3] == b"\0\0\0"
    assert small.pixels[3 * (SIDE - 1) : 3 * SIDE] == b"\xff\xff\xff"


def test_it_stands_upright_and_what_is_clear_is_white() -> None:
    turned = thumbnail.make(photo(turned=True))
    assert (turned.width, turned.height) == (240, SIDE)
    clear = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(clear, "PNG")
    assert thumbnail.make(clear.getvalue()) == Thumbnail(10, 10, b"\xff" * 300)


def test_a_picture_packs_into_what_a_vault_keeps_and_comes_back() -> None:
    noise = random.Random(7).randbytes(3 * 600 * 400)
    for picture in (Image.new("RGB", (600, 400), "red"), Image.frombytes("RGB", (600, 400), noise)):
        data = io.BytesIO()
        picture.save(data, "PNG")
        small = thumbnail.make(data.getvalue())
        assert len(small.packed()) <= MOST_PACKED
        assert Thumbnail.unpacked(small.packed()) == small
    assert small.width < SIDE  # noise packs badly


@pytest.mark.parametrize("data", [b"", b"no picture", zlib.compress(b"\0\1"), zlib.compress(b"a" * 10**6)])
def test_what_was_not_packed_here_is_no_picture(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        Thumbnail.unpacked(data)


def _claims(width: int, height: int) -> bytes:
    """Return a PNG of some bytes that claims to be of that size."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return body + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize(
    "data", [b"", b"no picture", photo()[:300], _claims(60_000, 60_000), b"<svg/>", b"%PDF-1.7"]
)
def test_what_is_no_picture_gives_none(data: bytes) -> None:
    assert press.small_picture(data, Job()) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\1", b"\0\1\0\1ab", b"\0\0\0\1", struct.pack(">HH", SIDE + 1, 1) + b"a" * 3 * (SIDE + 1)],
)
def test_only_a_picture_is_taken_from_the_process(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        Thumbnail.from_bytes(data)
    assert Thumbnail.from_bytes(b"\0\1\0\1abc") == Thumbnail(1, 1, b"abc")
