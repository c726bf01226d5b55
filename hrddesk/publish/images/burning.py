"""The filling of redaction boxes in a picture, which is saved anew from its pixels alone.

Like thumbnails (`thumbnail`), pictures are processed in the process that `press` starts: a malicious file can
attack only a process without access to the vault. The picture is turned upright, the boxes are filled at full
size, and only then is the picture scaled down: no pixel below a box influences a pixel that is kept. Every
picture is scaled down, a small one by a tenth, since the sensor noise of the original would identify the
camera. A box in a JPEG is first enlarged to the compression blocks of the file, because each block mixes its
pixels. The boxes are filled again in the scaled picture, enlarged to the blocks of the new JPEG, so that each
box is one colour up to its edge.

Request: `WANTED`, one line of JSON (`_Asked`), the bytes of the file.

Answer: width and height of the upright original, then width, height and length in bytes of the new JPEG, then
the JPEG, then its decoded pixels.
"""

import io
import struct
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, Self

from hrddesk.errors.translatable import Translatable
from hrddesk.publish.images.thumbnail import FORMATS, on_white
from hrddesk.records.model import codec, requirements
from hrddesk.redact.drafting.boxes import MOST_BOXES, Box
from hrddesk.redact.model import picture

if TYPE_CHECKING:
    from PIL import Image

SIDE: Final = 1280
"""The maximum length, in pixels, of the longer side of a published picture.

Across the width of a page, this is 190 pixels per inch.
"""
MOST_PIXELS: Final = 64_000_000
"""The maximum number of pixels of a picture that is decoded.

At full size each pixel takes three bytes, in more than one copy.
"""
WANTED: Final = b"hrddesk picture 1\n"
COLOUR: Final = (0, 0, 0)
"""The fill colour of a box: black, the only colour that every JPEG quantisation table preserves exactly."""
_QUALITY: Final = 85
_BLOCK: Final = 8  # pixels
_SOURCE_BLOCK: Final = 16
"""The smallest block, in pixels, that is assumed for a JPEG source; some files use larger blocks."""
_ORIENTATION: Final = 0x0112  # the EXIF tag for the rotation of a picture
_FROM_THE_RIGHT: Final = frozenset([2, 3, 6, 7])
"""The EXIF orientations that show the start of a stored row or column at the right."""
_FROM_BELOW: Final = frozenset([3, 4, 7, 8])
_TURNED: Final = 5
"""The lowest EXIF orientation that shows stored rows as columns."""
_SIXTEEN_BITS: Final = 257  # levels of sixteen bits for one level of eight bits
_SIZES: Final = struct.Struct(">IIIII")


class Unfit(StrEnum):
    """The reasons why a file cannot be published as a picture.

    The process reports nothing else about the file.
    """

    NONE = Translatable("it is no JPEG, PNG, GIF or WebP picture")
    DAMAGED = Translatable("it is damaged")
    TOO_LARGE = Translatable("it has more than 64 million pixels")
    TOO_LONG = Translatable("the file is larger than 64 MiB")
    SLOW = Translatable("it takes too long to unpack")


@dataclass(frozen=True, slots=True)
class Burnt:
    """A picture with filled boxes, as a plain JPEG and as its decoded rows of red, green and blue.

    `original` is the width and height of the upright picture at full size; boxes are measured in its pixels.
    """

    original: tuple[int, int]
    image: picture.Image
    pixels: bytes

    def to_bytes(self) -> bytes:
        """Return the answer that the process writes to standard output."""
        head = _SIZES.pack(*self.original, self.image.width, self.image.height, len(self.image.jpeg))
        return head + self.image.jpeg + self.pixels

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Parse the answer of the process; raise ValueError if it is malformed."""
        if len(data) < _SIZES.size:
            raise ValueError("no picture")
        full_width, full_height, width, height, length = _SIZES.unpack_from(data)
        pixels = data[_SIZES.size + length :]
        image = picture.Image(data[_SIZES.size : _SIZES.size + length])
        # The stated size of the original is accepted only if such a picture could have been decoded.
        if not 0 < full_width * full_height <= MOST_PIXELS or max(width, height) > SIDE:
            raise ValueError("no picture")
        if (image.width, image.height) != (width, height) or len(pixels) != 3 * width * height:
            raise ValueError("no picture")
        return cls((full_width, full_height), image, pixels)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The parameters of a request, which precede the file."""

    boxes: Annotated[tuple[Box, ...], requirements.up_to(MOST_BOXES)]
    side: Annotated[int, requirements.within(1, SIDE)]


def request(data: bytes, boxes: Sequence[Box], side: int = SIDE) -> bytes:
    """Return the request to the process; `side` is the maximum length of the longer side in pixels."""
    return WANTED + codec.canonical(_Asked(tuple(boxes), side)) + b"\n" + data


def answer(message: bytes) -> Burnt:
    """Return the picture that a request asks for, with filled boxes; raise ValueError.

    If the file is the reason for the error, the error contains a member of `Unfit`.
    """
    line, _, data = message.removeprefix(WANTED).partition(b"\n")
    what = codec.load(_Asked, line, "picture")
    return burn(data, what.boxes, what.side)


def burn(data: bytes, boxes: Sequence[Box], side: int = SIDE) -> Burnt:
    """Return a picture with filled boxes; raise ValueError with a member of `Unfit`.

    `side` is the maximum length of the longer side in pixels.
    """
    from PIL import Image

    full_picture, grid = _upright(data)
    full = full_picture.size
    boxes = [grid.around(box, full) for box in boxes]
    for box in boxes:
        full_picture.paste(COLOUR, box.corners)
    small = full_picture.copy()
    side = min(side, max(1, max(full) * 9 // 10))
    small.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=None)
    for box in boxes:
        corners = _grown(box, full, small.size)
        if corners is not None:
            small.paste(COLOUR, corners)
    # A new picture from the pixels, since Pillow would save a comment or profile of the opened file too.
    plain = Image.frombytes("RGB", small.size, small.tobytes())
    buffer = io.BytesIO()
    plain.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    with Image.open(io.BytesIO(buffer.getvalue()), formats=["JPEG"]) as again:
        return Burnt(full, picture.Image(buffer.getvalue()), again.convert("RGB").tobytes())


@dataclass(frozen=True, slots=True)
class _Grid:
    """The grid of compression blocks of a source file, as seen in the upright picture.

    It consists of the size of a block and the corner of the picture from which blocks are counted.
    """

    width: int = 1
    height: int = 1
    from_right: bool = False
    from_below: bool = False

    @classmethod
    def of(cls, opened: "Image.Image") -> Self:
        """Return the block grid of an opened picture; in a file other than JPEG, each pixel is a block."""
        from PIL.JpegImagePlugin import JpegImageFile

        if not isinstance(opened, JpegImageFile):
            return cls()
        orientation = opened.getexif().get(_ORIENTATION, 1)
        sides = [max(_SOURCE_BLOCK, *(_BLOCK * colour[way] for colour in opened.layer)) for way in (1, 2)]
        width, height = reversed(sides) if orientation >= _TURNED else sides
        return cls(width, height, orientation in _FROM_THE_RIGHT, orientation in _FROM_BELOW)

    def around(self, box: Box, full: tuple[int, int]) -> Box:
        """Return a box enlarged to all blocks that it touches and one more pixel on each side.

        The pixel is needed for files that store colours at half the size: decoding smooths them across block
        edges.
        """
        left_edge, top, right, lower = box.corners
        if self.width == 1 or left_edge >= full[0] or top >= full[1]:
            return box
        left_edge, right = _to_blocks(left_edge, min(right, full[0]), full[0], self.width, self.from_right)
        top, lower = _to_blocks(top, min(lower, full[1]), full[1], self.height, self.from_below)
        return Box(left_edge, top, right - left_edge, lower - top)


def _to_blocks(start: int, end: int, side: int, block: int, from_the_end: bool) -> tuple[int, int]:
    """Return a range of pixels, enlarged to whole blocks plus one pixel at each end.

    Blocks are counted from the end of the side if `from_the_end` is set, otherwise from its start.
    """
    if from_the_end:
        first, last = _to_blocks(side - end, side - start, side, block, from_the_end=False)
        return side - last, side - first
    return max(0, start // block * block - 1), min(side, -(-end // block) * block + 1)


def _upright(data: bytes) -> "tuple[Image.Image, _Grid]":
    """Return the picture at full size, turned upright, and its block grid.

    Transparent areas become white.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the stated size, which is checked here
        try:
            opened = Image.open(io.BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError:
            raise ValueError(Unfit.TOO_LARGE) from None
        except (OSError, SyntaxError, ValueError):
            raise ValueError(Unfit.NONE) from None
        with opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ValueError(Unfit.TOO_LARGE)
            try:
                return _whole(ImageOps.exif_transpose(opened)), _Grid.of(opened)
            except (ArithmeticError, LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error):
                raise ValueError(Unfit.DAMAGED) from None


def _whole(image: "Image.Image") -> "Image.Image":
    """Return a picture converted to red, green and blue."""
    if image.mode.startswith("I"):
        return _grey(image).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    return on_white(image)


def _grey(image: "Image.Image") -> "Image.Image":
    """Scale a picture of sixteen bits to eight bits; its transparent grey level becomes white.

    The plain conversion of Pillow would clip the levels.
    """
    from PIL import ImageMath

    levels = image.convert("I")
    grey = levels.point(lambda level: level / _SIXTEEN_BITS).convert("L")
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        where = ImageMath.lambda_eval(
            lambda seen: seen["convert"](seen["equal"](seen["levels"], clear) * 255, "L"), levels=levels
        )
        grey.paste(255, mask=where)
    return grey


def _grown(box: Box, full: tuple[int, int], small: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """Return the corners of a box in the scaled picture, enlarged to whole JPEG blocks.

    Return None if the box is outside the picture.
    """
    left_edge, top, right, lower = box.corners
    if left_edge >= full[0] or top >= full[1]:
        return None

    edges = []
    for index, (place, grows) in enumerate(zip((left_edge, top, right, lower), (0, 0, 1, 1), strict=True)):
        full_side, small_side = full[index % 2], small[index % 2]
        block = (place * small_side + grows * (full_side * _BLOCK - 1)) // (full_side * _BLOCK)
        edges.append(min(block * _BLOCK, small_side))
    return edges[0], edges[1], edges[2], edges[3]
