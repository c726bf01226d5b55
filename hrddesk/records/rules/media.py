"""The media type of a file of evidence, determined by its first bytes and never by its name."""

from typing import Final

_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
LOOKED_AT: Final = 4096
"""The number of first bytes that determine the type."""
_ENDINGS: Final = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tiff",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
    "video/x-msvideo": ".avi",
    "text/plain": ".txt",
}


def media_type(head: bytes) -> str:
    """Return the media type of a file by its first bytes, never by its name."""
    for signature, type_name in _SIGNATURES:
        if head.startswith(signature):
            return type_name
    if head[4:8] == b"ftyp":
        return "video/mp4"
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}[head[8:12]]
    if b"\0" in head:
        return "application/octet-stream"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return "text/plain" if error.start >= len(head) - 3 else "application/octet-stream"
    return "text/plain"


def ending(kind: str) -> str:
    """Return the file name extension of a media type; `.bin` for an unknown one."""
    return _ENDINGS.get(kind, ".bin")
