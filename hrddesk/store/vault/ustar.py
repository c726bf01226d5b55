"""POSIX ustar headers in one form, which standard tools read: mode 0600 or 0700, no owner, from 1970.

A reader takes only name and size from a header: it builds the header that `header` returns for these and
refuses any other. So links, devices, pax and sparse files cannot even be expressed.
"""

import re
from typing import Final

BLOCK: Final = 512
MAX_OCTAL: Final = (8 << 30) - 1
"""The largest size of eleven octal digits, which is the limit of strict ustar."""

_NAME, _SIZE, _CHECKSUM = slice(0, 100), slice(124, 136), slice(148, 156)
_OCTAL: Final = re.compile(rb"[0-7]{11}\0")
_BINARY: Final = 0x80  # GNU tar: a size that octal digits cannot hold, as a big-endian number behind this bit


def header(path: str, size: int, *, folder: bool = False) -> bytes:
    """Return the header of a file or folder; raise ValueError for a name or size that does not fit."""
    name = path.encode("ascii")
    if not 0 < len(name) <= 100 or not 0 <= size < 1 << 63:
        raise ValueError("a name or size that ustar cannot hold")
    block = bytearray(BLOCK)
    block[: len(name)] = name
    block[100:108] = b"0000700\0" if folder else b"0000600\0"
    block[108:116], block[116:124] = b"0000000\0", b"0000000\0"
    block[_SIZE] = b"%011o\0" % size if size <= MAX_OCTAL else bytes([_BINARY]) + size.to_bytes(11, "big")
    block[136:148] = b"00000000000\0"
    block[_CHECKSUM], block[156:157], block[257:265] = b" " * 8, b"5" if folder else b"0", b"ustar\x0000"
    block[329:337], block[337:345] = b"0000000\0", b"0000000\0"
    block[_CHECKSUM] = b"%06o\0 " % sum(block)
    return bytes(block)


def size_in(block: bytes) -> int | None:
    """Return the size in a header, or None if it has no size in our form."""
    field = block[_SIZE]
    if _OCTAL.fullmatch(field):
        return int(field[:11], 8)
    return int.from_bytes(field[1:], "big") if field[:1] == bytes([_BINARY]) else None


def name_in(block: bytes) -> str | None:
    """Return the name in a header, or None if it is not ASCII."""
    try:
        return block[_NAME].rstrip(b"\0").decode("ascii")
    except UnicodeDecodeError:
        return None


def padding(size: int) -> int:
    """Return the number of zero bytes that fill the last block of a file."""
    return -size % BLOCK
