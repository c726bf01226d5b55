"""The detection of metadata that a camera or program stored beside the pixels of an embedded picture."""

from typing import Final

_JPEG: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_SCAN: Final = 0xDA
_LAWFUL: Final = ((0xE0, b"JFIF\0"), (0xEE, b"Adobe"))  # they define the colours
_APPLICATION: Final = range(0xE0, 0xF0)
_COMMENT: Final = 0xFE
_JPEG2000: Final = b"\0\0\0\x0cjP  "
_BOXES: Final = (b"uuid", b"xml ", b"url ")


def says_more(data: bytes) -> bool:
    """Tell whether a JPEG or JPEG 2000 file contains metadata.

    Metadata are EXIF data, a profile, a comment, or bytes after the end of the picture.
    """
    if data.startswith(_JPEG2000):
        return any(box in data for box in _BOXES)
    if not data.startswith(_JPEG):
        return False
    offset = len(_JPEG)
    while data[offset : offset + 1] == b"\xff" and len(data) >= offset + 4:
        marker, length = data[offset + 1], int.from_bytes(data[offset + 2 : offset + 4], "big")
        content = data[offset + 4 : offset + 2 + length]
        lawful = any(marker == lawful_marker and content.startswith(head) for lawful_marker, head in _LAWFUL)
        if marker == _COMMENT or (marker in _APPLICATION and not lawful):
            return True
        offset += 2 + length
        if marker == _SCAN:
            return bool(data[data.rfind(_END) + len(_END) :].strip(b"\0\r\n")) or data.count(_JPEG) > 1
    return False
