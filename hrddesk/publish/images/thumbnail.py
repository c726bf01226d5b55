"""A small copy of a picture, without any metadata of the image file.

The copy is made in the process that `press` starts, which has no access to a vault: a malicious file can
attack only that process. The process returns raw pixels, so the program does not parse an image again.
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
"""The maximum length of the longer side, in pixels."""
WANTED: Final = b"hrddesk thumbnail 1\n"
"""The first bytes of a request on the standard input of the process; the bytes of the file follow."""
MOST_PIXELS: Final = 120_000_000
"""The maximum number of pixels of a picture that is decoded.

A file of a few bytes can claim a size that exceeds the memory.
"""
MOST_PACKED: Final = 64 * 1024
"""The maximum size of a compressed thumbnail in bytes, as a vault stores it in its database."""
_SIDES: Final = (SIDE, 270, 180, 135)
"""The lengths of the longer side, in pixels, that are tried until the thumbnail compresses to `MOST_PACKED`.

The last length always suffices.
"""
_COLOURS: Final = 256
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")
"""The only file formats that are read as pictures, for thumbnails and for publication."""
_SIZES: Final = struct.Struct(">HH")


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture; `pixels` are its rows of red, green and blue, one byte each."""

    width: int
    height: int
    pixels: bytes

    def packed(self) -> bytes:
        """Return the compressed form of the picture, which `unpacked` reads."""
        return zlib.compress(self.to_bytes(), 9)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """Decompress a picture that `packed` returned; raise ValueError if the data is malformed."""
        unpacking = zlib.decompressobj()
        try:
            return cls.from_bytes(unpacking.decompress(data, _SIZES.size + 3 * SIDE * SIDE))
        except zlib.error:
            raise ValueError("no picture") from None

    def to_bytes(self) -> bytes:
        """Return the answer that the process writes to standard output."""
        return _SIZES.pack(self.width, self.height) + self.pixels

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Parse the answer of the process; raise ValueError if it is malformed."""
        if len(data) < _SIZES.size:
            raise ValueError("no picture")
        width, height = _SIZES.unpack_from(data)
        pixels = data[_SIZES.size :]
        if not 0 < width <= SIDE or not 0 < height <= SIDE or len(pixels) != 3 * width * height:
            raise ValueError("no picture")
        return cls(width, height, pixels)


def make(data: bytes) -> Thumbnail:
    """Return the upright thumbnail of an image file.

    Raise ValueError if the file is too large or not a picture.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the stated size, which is checked here
        try:
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
        except OSError:
            raise ValueError("no picture") from None
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("too large a picture")
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))  # decode a JPEG only at the size that is needed
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((SIDE, SIDE))
        base_picture = on_white(upright)
    tried = (candidate for side in _SIDES for candidate in _as_small_as(base_picture, side))
    return next(thumbnail for thumbnail in tried if len(thumbnail.packed()) <= MOST_PACKED)


def on_white(picture: "Image.Image") -> "Image.Image":
    """Return a picture in red, green and blue, with transparent areas white."""
    from PIL import Image

    plain = picture.convert("RGBA")
    ground = Image.new("RGBA", plain.size, "white")
    return Image.alpha_composite(ground, plain).convert("RGB")


def _as_small_as(base_picture: "Image.Image", side: int) -> Iterator[Thumbnail]:
    """Yield a picture scaled to `side`: first in all colours, then in fewer, which compress better."""
    from PIL import Image

    small = base_picture.copy()
    small.thumbnail((side, side))
    yield Thumbnail(small.width, small.height, small.tobytes())
    few = small.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    yield Thumbnail(few.width, few.height, few.tobytes())
