"""A small picture of an image file, without anything that the file says of itself.

It is made in the process that `press` starts, which knows no vault: what a file made by an enemy can do to
whoever reads images, it does there. Only pixels come back, so nothing has to be parsed again.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from PIL import Image

SIDE: Final = 360
"""Pixels of the longer side, at most."""
WANTED: Final = b"hrddesk thumbnail 1\n"
"""What the standard input of the process begins with, before the bytes of the file."""
MOST_PIXELS: Final = 120_000_000
"""Larger pictures are not unpacked: a file of a few bytes can claim to be larger than the memory."""
MOST_PACKED: Final = 64 * 1024
"""Bytes of a picture as it is packed, at most: so much a vault keeps in its database."""
_SIDES: Final = (SIDE, 270, 180, 135)
"""Pixels of the longer side, tried until the picture packs as small as that; the last always does."""
_COLOURS: Final = 256
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")
"""No other file is read as a picture, small or published."""
_SIZES: Final = struct.Struct(">HH")


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """`pixels` are rows of red, green, blue, a byte each."""

    width: int
    height: int
    pixels: bytes

    def packed(self) -> bytes:
        """Return what `unpacked` makes the picture of again."""
        return zlib.compress(self.to_bytes(), 9)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """Return a picture that was packed; raise ValueError for anything else."""
        unpacking = zlib.decompressobj()
        try:
            return cls.from_bytes(unpacking.decompress(data, _SIZES.size + 3 * SIDE * SIDE))
        except zlib.error:
            raise ValueError("no picture") from None

    def to_bytes(self) -> bytes:
        """Return what the process writes."""
        return _SIZES.pack(self.width, self.height) + self.pixels

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read what the process wrote; raise ValueError for anything else."""
        if len(data) < _SIZES.size:
            raise ValueError("no picture")
        width, height = _SIZES.unpack_from(data)
        pixels = data[_SIZES.size :]
        if not 0 < width <= SIDE or not 0 < height <= SIDE or len(pixels) != 3 * width * height:
            raise ValueError("no picture")
        return cls(width, height, pixels)


def make(data: bytes) -> Thumbnail:
    """Return a small picture of an image, the right way up; raise ValueError where it is none."""
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on a claimed size, which is looked at here
        try:
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
        except OSError:
            raise ValueError("no picture") from None
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("too large a picture")
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))  # a JPEG is unpacked at the size that is needed
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((SIDE, SIDE))
        base_picture = on_white(upright)
    tried = (candidate for side in _SIDES for candidate in _as_small_as(base_picture, side))
    return next(thumbnail for thumbnail in tried if len(thumbnail.packed()) <= MOST_PACKED)


def on_white(picture: "Image.Image") -> "Image.Image":
    """Return a picture in red, green and blue, what is clear in it white."""
    from PIL import Image

    plain = picture.convert("RGBA")
    ground = Image.new("RGBA", plain.size, "white")
    return Image.alpha_composite(ground, plain).convert("RGB")


def _as_small_as(base_picture: "Image.Image", side: int) -> Iterator[Thumbnail]:
    """Yield a picture at a size: as it is, then in the colours that it needs most, which packs smaller."""
    from PIL import Image

    small = base_picture.copy()
    small.thumbnail((side, side))
    yield Thumbnail(small.width, small.height, small.tobytes())
    few = small.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    yield Thumbnail(few.width, few.height, few.tobytes())
