"""The header of an age file, version 1, which is parsed strictly, within limits, and without any key.

A header has a version line, stanzas, and a line with the MAC. The body of a stanza is base64 in lines of 64
columns, with a shorter last line. Each header has exactly one valid encoding. See https://c2sp.org/age.
"""

import base64
import re
from dataclasses import dataclass
from typing import Protocol

VERSION_LINE = b"age-encryption.org/v1\n"
MAC_BYTES = 32

_COLUMNS = 64
_ARGUMENT = re.compile(rb"[\x21-\x7e]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")
_ARMOUR = re.compile(rb"-----\s*BEGIN ", re.IGNORECASE)
_ARMOUR_WITHIN = 1024  # bytes that are searched for an armour marker, to name the failure


class AgeFailure(Exception):
    """A fault in an age file; the subclasses are the failure classes of the public test vectors."""


class HeaderFailure(AgeFailure):
    """A header, or the nonce after it, breaks the format or exceeds the reader's limits."""


class HmacFailure(AgeFailure):
    """A header was altered after it was written."""


class NoMatch(AgeFailure):
    """A header has no stanza that the given identities can open."""


class PayloadFailure(AgeFailure):
    """A payload was altered, truncated or extended."""


class ArmorFailure(AgeFailure):
    """A file is in armoured text, which is refused whatever it contains."""


class BufferedSource(Protocol):
    """An open binary file, buffered."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; return no bytes only at the end of the file."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Fill the buffer from its start; return the number of bytes: 0 only at the end of the file."""

    def readline(self, size: int, /) -> bytes:
        """Return the bytes up to and including the next line feed, but at most `size` bytes."""


@dataclass(frozen=True, slots=True)
class Caps:
    """The limits of a header: its number of stanzas, its size in bytes, and the length of a line in bytes."""

    stanzas: int = 32
    header: int = 65536
    line: int = 8192


@dataclass(frozen=True, slots=True)
class Stanza:
    """One recipient stanza: its type, its other arguments, and its decoded body."""

    type: str
    arguments: tuple[str, ...]
    body: bytes

    def to_bytes(self) -> bytes:
        """Return the lines of the stanza as bytes."""
        body = encode64(self.body)
        lines = [body[start : start + _COLUMNS] for start in range(0, len(body) + 1, _COLUMNS)]
        return "\n".join([" ".join(("->", self.type, *self.arguments)), *lines, ""]).encode("ascii")


@dataclass(frozen=True, slots=True)
class Header:
    """A parsed header: its stanzas, the bytes that the MAC covers, and the MAC."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes


def encode64(data: bytes) -> str:
    """Return `data` in base64 without padding."""
    return base64.b64encode(data).rstrip(b"=").decode("ascii")


def decode64(text: bytes) -> bytes:
    """Return the bytes of canonical base64 without padding; raise `HeaderFailure`."""
    if not _BASE64.fullmatch(text) or len(text) % 4 == 1:
        raise HeaderFailure("this is not base64")
    data = base64.b64decode(text + b"=" * (-len(text) % 4))
    if encode64(data).encode("ascii") != text:
        raise HeaderFailure("this base64 is not canonical")
    return data


def read_header(source: BufferedSource, caps: Caps) -> Header:
    """Read a header up to and including its MAC line.

    Raise `HeaderFailure`, or `ArmorFailure` for armoured text.
    """
    lines = _Lines(source, caps)
    start = lines.read()
    if start != VERSION_LINE:
        if _ARMOUR.search(start + source.read(_ARMOUR_WITHIN)):
            raise ArmorFailure("the file is armoured")
        raise HeaderFailure("this is not an age file of version 1")
    stanzas: list[Stanza] = []
    while (line := lines.next_line())[:3] != b"---":
        if len(stanzas) == caps.stanzas:
            raise HeaderFailure("there are more stanzas than a reader takes")
        stanzas.append(_read_stanza(line, lines))
    if not stanzas:
        raise HeaderFailure("there is no stanza")
    mac = decode64(line[4:])
    if line[3:4] != b" " or len(mac) != MAC_BYTES:
        raise HeaderFailure("the line of the MAC is malformed")
    covered = bytes(lines.seen[: -len(line) - 1]) + b"---"
    return Header(tuple(stanzas), covered, mac)


class _Lines:
    """A reader of the lines of a header, which enforces the limits and keeps all bytes that it read."""

    def __init__(self, source: BufferedSource, caps: Caps) -> None:
        self._source = source
        self._caps = caps
        self.seen = bytearray()

    def read(self) -> bytes:
        """Return the next line unchanged; a line that is too long is cut off one byte after the limit."""
        line = self._source.readline(self._caps.line + 1)
        self.seen += line
        return line

    def next_line(self) -> bytes:
        """Return the next line without its line feed; raise `HeaderFailure`."""
        line = self.read()
        if len(line) > self._caps.line or len(self.seen) > self._caps.header:
            raise HeaderFailure("the header is longer than a reader takes")
        if line[-1:] != b"\n":
            raise HeaderFailure("the header is cut off")
        return line[:-1]


def _read_stanza(line: bytes, lines: _Lines) -> Stanza:
    mark, *arguments = line.split(b" ")
    if mark != b"->" or not arguments or not all(map(_ARGUMENT.fullmatch, arguments)):
        raise HeaderFailure("a stanza starts wrongly")
    body = bytearray()
    length = _COLUMNS
    while length == _COLUMNS:
        text = lines.next_line()
        length = len(text)
        if length > _COLUMNS:
            raise HeaderFailure("a line of a stanza is too long")
        body += decode64(text)
    kind, *rest = (argument.decode("ascii") for argument in arguments)
    return Stanza(kind, tuple(rest), bytes(body))
