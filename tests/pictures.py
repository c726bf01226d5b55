"""Invented photographs, with all that cameras and programs write beside the pixels."""

import io
import random
import struct
import zlib
from collections.abc import Iterable
from typing import Final

from PIL import Image, ImageDraw, PngImagePlugin

CAMERA: Final = "Quillane & Sons Obscura 7"
COMMENT: Final = b"taken in front of the mill of Lower Quarrytown"
XMP: Final = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>Hesper Quillane</owner></x:xmpmeta>'
ICC: Final = b"\0" * 36 + b"acsp" + b"profile of a screen that only one desk has, invented" * 4
LEAST: Final = 8
"""Bytes of a run that is looked for."""
MAKER: Final = b"MAKER-NOTE\0" + random.Random(5).randbytes(300)


def pixels(width: int = 640, height: int = 480, *, seed: int = 1) -> Image.Image:
    """Return an uneven picture: a slope of colours with shapes on it."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    drawn = ImageDraw.Draw(picture)
    source = random.Random(seed)
    for _ in range(40):
        x, y = source.randrange(width), source.randrange(height)
        colour = tuple(source.randrange(256) for _ in range(3))
        drawn.ellipse((x, y, x + 40, y + 25), fill=colour)
    return picture


def thumbnail_bytes() -> bytes:
    """Return the small JPEG that a camera puts into its EXIF data; here it shows what nothing else does."""
    made = io.BytesIO()
    Image.frombytes("RGB", (80, 60), random.Random(9).randbytes(3 * 80 * 60)).save(made, "JPEG")
    return made.getvalue()


def exif_bytes(orientation: int = 1, *, secret: str = CAMERA) -> bytes:
    """Return EXIF data with a camera, a place, a maker's note and a small picture."""
    exif = Image.Exif()
    exif[0x010F] = secret
    exif[0x0112] = orientation
    exif[0x013B] = "Hesper Quillane"
    exif[0x9286] = b"ASCII\0\0\0" + COMMENT
    exif.get_ifd(0x8769)[0x927C] = MAKER
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (43.0, 49.0, 31.0)
    place[3], place[4] = "E", (87.0, 36.0, 5.0)
    plain = bytes(exif.tobytes())
    small = thumbnail_bytes()
    # The small picture hangs at the end; readers that look for one find it by its first bytes.
    return plain + small


def photo(
    kind: str = "JPEG", picture: Image.Image | None = None, *, orientation: int = 1, secret: str = CAMERA
) -> bytes:
    """Return a file with pixels and everything else that could betray somebody."""
    shown = picture or pixels()
    made = io.BytesIO()
    exif = exif_bytes(orientation, secret=secret)
    if kind == "JPEG":
        shown.save(made, kind, quality=95, exif=exif, icc_profile=ICC, comment=COMMENT, xmp=XMP)
        return made.getvalue() + b"behind the end of the file: " + secret.encode()
    if kind == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Author", "Hesper Quillane")
        texts.add_itxt("Comment", COMMENT.decode(), zip=True)
        shown.save(made, kind, exif=exif, icc_profile=ICC, pnginfo=texts)
    elif kind == "WEBP":
        shown.save(made, kind, lossless=True, exif=exif, icc_profile=ICC, xmp=XMP)
    else:
        shown.save(made, kind, comment=COMMENT)
    return made.getvalue()


def plain_jpeg(seed: int = 1) -> bytes:
    """Return a small JPEG that holds pixels and nothing else."""
    made = io.BytesIO()
    pixels(48, 32, seed=seed).save(made, "JPEG", quality=85, subsampling=0)
    return made.getvalue()


def runs(data: bytes) -> set[bytes]:
    """Return every run of bytes, of the length that is looked for."""
    return {data[at : at + LEAST] for at in range(len(data) - LEAST + 1)}


def telling_runs(beside: Iterable[bytes], blank: bytes) -> set[bytes]:
    """Return the runs of what stands beside pixels that tell something.

    `blank` is a picture of ours in which nothing is to be seen: what each of ours begins with (tables of the
    standard) begins the small picture of a camera, too.
    """
    found: set[bytes] = set().union(*map(runs, beside))
    return {run for run in found if run not in blank and len(set(run)) > 2}


def claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims to be of a size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )
