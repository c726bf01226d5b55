"""A check that a JPEG file contains a picture and nothing else (ITU-T T.81, annex B).

Anything that a camera or a program writes beside the pixels has a segment of its own: EXIF and XMP in APP1,
colour profiles in APP2, comments in COM, thumbnails in APP0. So only the few kinds of segments that a picture
needs are accepted, and a file with any other segment is refused.
"""

from typing import Final

_START: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_JFIF: Final = b"JFIF\0\1\1\0\0\1\0\1\0\0"
"""The only accepted content of APP0: version 1.1, square pixels, no small picture."""
_APP0: Final = 0xE0
_TABLES: Final = frozenset([0xDB, 0xC4])
_FRAME: Final = 0xC0
_SCAN: Final = 0xDA
_COMPONENTS: Final = bytes([3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1])
"""Three colour components at full size, so that a box of one colour keeps that colour up to its edge."""
_STUFFED: Final = b"\xff\0"


def size_of(data: bytes) -> tuple[int, int]:
    """Return the width and height of a baseline JPEG without extra data; raise ValueError for any other
    file.
    """
    if not data.startswith(_START):
        raise ValueError("not a plain picture")
    offset, size = len(_START), (0, 0)
    while True:
        if data[offset : offset + 1] != b"\xff" or len(data) < offset + 4:
            raise ValueError("not a plain picture")
        marker, length = data[offset + 1], int.from_bytes(data[offset + 2 : offset + 4], "big")
        content = data[offset + 4 : offset + 2 + length]
        offset += 2 + length
        if marker == _SCAN:
            break
        if marker == _FRAME and size == (0, 0):
            size = _frame(content)
        elif marker not in _TABLES and not (marker == _APP0 and content == _JFIF):
            raise ValueError("not a plain picture")
    scanned = data[offset:].replace(_STUFFED, b"")
    if 0 in size or not scanned.endswith(_END) or scanned.index(b"\xff") != len(scanned) - len(_END):
        raise ValueError("not a plain picture")
    return size


def _frame(content: bytes) -> tuple[int, int]:
    """Return the width and height that a frame header states.

    Raise ValueError unless the header describes three full-size components of eight bits each.
    """
    if len(content) != 15 or content[0] != 8 or content[5:] != _COMPONENTS:
        raise ValueError("not a plain picture")
    return int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")
