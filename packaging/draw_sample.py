"""Draw the photograph of the sample again: an invented gate and invented people, with a camera's metadata.

Usage: python3 packaging/draw_sample.py [FILE]

Everything is drawn; nothing and nobody in it exists. The pixels are turned by a quarter, as telephones store
them, and the GPS position is in the open sea. The default FILE is resources/sample/evidence/case01-gate.jpg.
"""

import random
import sys
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
TARGET: Final = RESOURCES / "sample" / "evidence" / "case01-gate.jpg"
SIZE: Final = (1200, 800)
FACES: Final = ((332, 440, 396, 516), (806, 420, 874, 500))
"""Left, top, right and lower edge of each face, in the upright picture."""
PLATE: Final = (566, 612, 690, 652)
ARTIST: Final = "Mi Zhuxi"  # a witness of the sample: what the file says of whoever took the picture
CAMERA: Final = ("Quillane", "Obscura 7")
TAKEN: Final = "2022:03:19 07:41:12"
COMMENT: Final = "from the window of the tea house, second floor"
_ORIENTATION, _MAKE, _MODEL, _DATE, _ARTIST = 0x0112, 0x010F, 0x0110, 0x0132, 0x013B
_EXIF, _GPS, _TAKEN, _COMMENT, _SERIAL = 0x8769, 0x8825, 0x9003, 0x9286, 0xA431
_ON_ITS_SIDE: Final = 6  # to be turned to the right


def draw() -> Image.Image:
    """Return the drawn picture, upright."""
    picture = Image.new("RGB", SIZE, (201, 209, 214))
    made = ImageDraw.Draw(picture)
    for y in range(330):  # a sky in the morning
        made.line((0, y, SIZE[0], y), fill=(176 + y // 8, 190 + y // 9, 205 + y // 12))
    hills = (0, 330), (180, 236), (420, 318), (700, 218), (980, 322), (1200, 262), (1200, 400), (0, 400)
    made.polygon(hills, fill=(148, 160, 166))
    made.rectangle((0, 340, 1200, 600), fill=(186, 178, 164))  # the wall
    source = random.Random(7)
    for row in range(340, 600, 26):
        for left in range(-40 + (row // 26 % 2) * 40, 1200, 80):
            shade = source.randrange(-9, 10)
            made.rectangle((left, row, left + 78, row + 24), fill=(182 + shade, 173 + shade, 158 + shade))
    for left in range(0, 1200, 34):  # wire
        made.arc((left, 306, left + 44, 348), 180, 360, fill=(90, 94, 98), width=2)
    made.rectangle((452, 300, 764, 600), fill=(94, 104, 110))  # the gate
    for left in range(466, 760, 24):
        made.rectangle((left, 316, left + 10, 600), fill=(70, 79, 85))
    made.rectangle((430, 268, 786, 306), fill=(66, 72, 78))
    made.rectangle((0, 600, 1200, 800), fill=(122, 122, 118))  # the street
    for left in range(20, 1200, 150):
        made.rectangle((left, 742, left + 80, 750), fill=(214, 211, 198))
    _van(made)
    for face, coat in zip(FACES, ((122, 62, 66), (52, 66, 92)), strict=True):
        _somebody(made, face, coat)
    large, small = (_font(size) for size in (24, 20))
    made.text((608, 287), "青麓看守所", font=large, fill=(226, 222, 208), anchor="mm")
    made.text((628, 632), "样·A0000", font=small, fill=(245, 245, 245), anchor="mm")
    made.text((600, 780), "SAMPLE · 样例 · INVENTED", font=small, fill=(232, 230, 222), anchor="mm")
    return picture


def _van(made: ImageDraw.ImageDraw) -> None:
    made.rounded_rectangle((500, 470, 756, 668), 22, fill=(232, 233, 231), outline=(150, 152, 152), width=3)
    made.rounded_rectangle((526, 490, 730, 566), 12, fill=(74, 88, 98))
    made.rectangle((500, 586, 756, 600), fill=(44, 74, 124))
    for left in (520, 700):
        made.ellipse((left, 640, left + 44, 690), fill=(38, 38, 40))
    made.rectangle(PLATE, fill=(36, 70, 140))


def _somebody(made: ImageDraw.ImageDraw, face: tuple[int, int, int, int], coat: tuple[int, int, int]) -> None:
    left, top, right, lower = face
    middle = (left + right) // 2
    made.rounded_rectangle((middle - 50, lower - 8, middle + 50, lower + 140), 26, fill=coat)
    for side in (-30, 8):
        made.rectangle((middle + side, lower + 130, middle + side + 22, lower + 226), fill=(46, 46, 52))
    made.ellipse(face, fill=(222, 186, 158))
    made.pieslice((left - 2, top - 6, right + 2, lower - 12), 180, 360, fill=(38, 32, 30))
    for eye in (-14, 14):
        made.ellipse((middle + eye - 4, top + 38, middle + eye + 4, top + 46), fill=(40, 34, 32))
    made.line((middle - 10, lower - 16, middle + 10, lower - 16), fill=(132, 74, 66), width=3)


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"), size)


def beside() -> Image.Exif:
    """Return the metadata that the file contains besides its pixels."""
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL] = CAMERA
    exif[_ORIENTATION], exif[_DATE], exif[_ARTIST] = _ON_ITS_SIDE, TAKEN, ARTIST
    more = exif.get_ifd(_EXIF)
    more[_TAKEN], more[_SERIAL] = TAKEN, "INVENTED-000731"
    more[_COMMENT] = b"ASCII\0\0\0" + COMMENT.encode("ascii")
    place = exif.get_ifd(_GPS)
    place[1], place[2] = "S", (12.0, 30.0, 0.0)
    place[3], place[4] = "W", (150.0, 15.0, 0.0)
    return exif


def write(target: Path) -> None:
    """Write the photograph, with its metadata, to a file."""
    lying = draw().transpose(Image.Transpose.ROTATE_90)
    lying.save(target, "JPEG", quality=82, optimize=True, exif=beside(), comment=b"invented")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
