"""A plain JPEG holds pixels and nothing else; whatever could carry anything else is refused."""

import io

import pytest
from PIL import Image

from hrddesk.redact.model.jpeg import size_of
from tests.pictures import COMMENT, ICC, XMP, exif_bytes, pixels, plain_jpeg

JFIF = 4 + 16  # where the first segment ends


def saved(mode: str = "RGB", **options: object) -> bytes:
    made = io.BytesIO()
    pixels(48, 32).convert(mode).save(made, "JPEG", **{"subsampling": 0, **options})
    return made.getvalue()


def inserted(marker: int, content: bytes) -> bytes:
    segment = bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content
    return plain_jpeg()[:2] + segment + plain_jpeg()[2:]


def test_tells_the_size() -> None:
    assert size_of(plain_jpeg()) == (48, 32)
    assert size_of(saved(quality=95, optimize=True)) == (48, 32)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
        b"\x89PNG\r\n\x1a\n",
        plain_jpeg()[:-2],
        plain_jpeg()[:-1],
        plain_jpeg()[:300],
        plain_jpeg() + b"\0",
        plain_jpeg() + b"\xff\xd9",
        plain_jpeg()[:-2] + b"\xff\xd0" + plain_jpeg()[-2:],
        plain_jpeg() + plain_jpeg(),
        saved(exif=exif_bytes()),
        saved(icc_profile=ICC),
        saved(comment=COMMENT),
        saved(xmp=XMP),
        saved(dpi=(72, 72)),
        saved(progressive=True),
        saved(subsampling=2),
        saved("L"),
        saved("CMYK"),
        inserted(0xE0, b"JFXX\0\x10" + plain_jpeg()),
        inserted(0xED, b"Photoshop 3.0\0"),
        inserted(0xFE, b""),
        inserted(0xC0, bytes([8, 0, 32, 0, 48, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1])),  # a second frame
    ],
)
def test_everything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^not a plain picture$"):
        size_of(data)


def test_a_picture_without_a_frame_or_of_other_bits_is_refused() -> None:
    frame = plain_jpeg().index(b"\xff\xc0")
    length = 2 + int.from_bytes(plain_jpeg()[frame + 2 : frame + 4], "big")
    without = plain_jpeg()[:frame] + plain_jpeg()[frame + length :]
    twelve = plain_jpeg()[: frame + 4] + b"\x0c" + plain_jpeg()[frame + 5 :]
    flat = plain_jpeg()[: frame + 5] + b"\0\0" + plain_jpeg()[frame + 7 :]
    for data in (without, twelve, flat):
        with pytest.raises(ValueError, match=r"^not a plain picture$"):
            size_of(data)


def test_what_passes_is_opened_by_others() -> None:
    with Image.open(io.BytesIO(plain_jpeg())) as opened:
        assert opened.size == (48, 32)
        assert set(opened.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
