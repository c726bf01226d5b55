"""The tokens of a page's stream, and the character maps of fonts.

The parser is strict, so that no byte is overlooked: an unexpected byte is an error and is never skipped. See
ISO 32000-1, 7.2, 7.8 and 9.10.3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NewType

Name = NewType("Name", str)  # with its slash
Operand = float | bytes | str | list["Operand"] | dict[str, "Operand"] | None

_TOKEN: Final = re.compile(
    rb"[\x00\t\n\x0c\r ]+|%[^\r\n]*"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|$))"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\x0c\r ]*)>"
    rb"|(?P<mark><<|>>|\[|\])"
    rb"|/(?P<name>[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)"
    rb"|(?P<open>\()"
    rb"|(?P<word>[^\x00\t\n\x0c\r ()<>\[\]{}/%]+)"
)
_LITERAL: Final = re.compile(rb"[^()\\]+|\\(?:[0-7]{1,3}|\r\n|[\s\S])|[()]")
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_INLINE_IMAGE_END: Final = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
_SPACE: Final = re.compile(rb"[\x00\t\n\x0c\r ]+")


_MOST_TOKENS: Final = 100_000
"""The most tokens of one operation, spaces included; other programs need some hundred for a line of text."""
_LETTERS: Final = 8  # the letters of a string in round brackets that count as one token


class StreamUnreadable(ValueError):
    """A stream breaks the syntax."""


class TooComplex(ValueError):
    """The file is too large or too complex for the audit to tell whether it is safe."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands. Numbers are floats, strings are bytes, names are str with a slash."""

    operator: str
    operands: list[Operand]
    tokens: int = 1
    """The number of tokens, spaces and comments that were read."""


def operations(data: bytes) -> Iterator[Operation]:
    """Yield the operations of a page's stream.

    Raise StreamUnreadable if the stream breaks the syntax, TooComplex if an operation has more than
    `_MOST_TOKENS` tokens.
    """
    stack: list[list[Operand]] = [[]]
    kinds: list[bytes] = []
    position, end, tokens = 0, len(data), 0
    while position < end:
        match = _TOKEN.match(data, position)
        if match is None:
            raise StreamUnreadable
        tokens += 1
        if tokens > _MOST_TOKENS:
            raise TooComplex
        position = match.end()
        kind = match.lastgroup
        if kind is None:
            continue
        if kind == "number":
            stack[-1].append(float(match["number"]))
        elif kind == "hex":
            stack[-1].append(unhex(match["hex"]))
        elif kind == "name":
            stack[-1].append("/" + match["name"].decode("latin-1"))
        elif kind == "open":
            value, position = _literal(data, position)
            tokens += len(value) // _LETTERS
            stack[-1].append(value)
        elif kind == "mark":
            _bracket(match["mark"], stack, kinds)
        else:
            word = match["word"].decode("latin-1")
            if word in _CONSTANTS:
                stack[-1].append(_CONSTANTS[word])
                continue
            if kinds:
                raise StreamUnreadable
            if word == "ID":
                ended = _INLINE_IMAGE_END.search(data, position)
                if ended is None:
                    raise StreamUnreadable
                position = ended.end()
                word = "EI"
            yield Operation(word, stack[0], tokens)
            stack[0], tokens = [], 0
    if kinds or stack[0]:
        raise StreamUnreadable


def hidden_in(data: bytes) -> bool:
    """Tell whether the bytes of an object or page contain a comment, or the same dictionary key twice.

    If a key has two values, each reading program sees only one of them. Raise StreamUnreadable as
    `operations` does.
    """
    position, end = 0, len(data)
    open_keys: list[set[bytes] | None] = []  # the keys so far in each open bracket; None for a list
    key_next: list[bool] = []
    while position < end:
        match = _TOKEN.match(data, position)
        if match is None:
            raise StreamUnreadable
        position = match.end()
        if match.lastgroup is None:
            if match[0].startswith(b"%"):
                return True
            continue
        if match["mark"] in (b"<<", b"["):
            open_keys.append(set() if match["mark"] == b"<<" else None)
            key_next.append(True)
            continue
        if match["mark"]:
            if not open_keys:
                raise StreamUnreadable
            open_keys.pop()
            key_next.pop()
        elif match.lastgroup == "open":
            position = _literal(data, position)[1]
        keys = open_keys[-1] if open_keys else None
        if keys is None:
            continue
        if key_next[-1] and match["name"] is not None:
            if match["name"] in keys:
                return True
            keys.add(match["name"])
            key_next[-1] = False
        else:
            key_next[-1] = True  # after a value, which may have more tokens if it is a reference
    return False


_CONSTANTS: Final[dict[str, float | None]] = {"true": 1.0, "false": 0.0, "null": None}


def unhex(digits: bytes) -> bytes:
    """Decode the digits of a hexadecimal string; if their number is odd, a final 0 is added."""
    digits = _SPACE.sub(b"", digits)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _bracket(mark: bytes, stack: list[list[Operand]], kinds: list[bytes]) -> None:
    if mark in (b"[", b"<<"):
        kinds.append(mark)
        stack.append([])
        return
    if not kinds or kinds.pop() != {b"]": b"[", b">>": b"<<"}[mark]:
        raise StreamUnreadable
    items = stack.pop()
    if mark == b"]":
        stack[-1].append(items)
        return
    keys, values = items[::2], items[1::2]
    if len(keys) != len(values):
        raise StreamUnreadable
    result: dict[str, Operand] = {}
    for key, value in zip(keys, values, strict=True):
        if not isinstance(key, str):
            raise StreamUnreadable
        result[key] = value
    stack[-1].append(result)


def _literal(data: bytes, position: int) -> tuple[bytes, int]:
    """Decode a string in round brackets that begins at `position`; return the string and its end position.

    Raise TooComplex if the string has more than `_MOST_TOKENS` pieces.
    """
    parts: list[bytes] = []
    depth = 1
    while True:
        match = _LITERAL.match(data, position)
        if match is None:
            raise StreamUnreadable
        position = match.end()
        part = match[0]
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if depth == 0:
                return b"".join(parts), position
        elif part.startswith(b"\\"):
            part = _escaped(part[1:])
        parts.append(part)
        if len(parts) > _MOST_TOKENS:
            raise TooComplex


def _escaped(what: bytes) -> bytes:
    if what[:1].isdigit() and what[:1] not in b"89":
        return bytes([int(what, 8) & 0xFF])
    if what in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPES.get(what, what)


@dataclass(frozen=True, slots=True)
class CharacterMap:
    """The ToUnicode map of a font: the number of bytes per code, and a text for each code."""

    width: int
    texts: dict[int, str]

    def decode(self, data: bytes) -> str:
        """Return the text of a shown string; a code that the map does not contain becomes U+FFFD."""
        width = self.width
        codes = (
            int.from_bytes(data[offset : offset + width], "big") for offset in range(0, len(data), width)
        )
        return "".join([self.texts.get(code, "\ufffd") for code in codes])


_MOST_CODES: Final = 1 << 17
"""The most codes of a map: twice as many as two bytes allow, since some maps list a code twice."""
_LONGEST: Final = 512  # bytes of the text of a code (Adobe Technical Note 5411, 1.4.1)
_MAP_TOKEN: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|([A-Za-z]+)")


def character_map(data: bytes, width: int) -> CharacterMap:
    """Parse a ToUnicode stream; `width` is the number of bytes of a code.

    Raise StreamUnreadable if the map lists so many codes that it would fill the memory.
    """
    texts: dict[int, str] = {}
    ranged = 0
    section = ""
    pending: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for digits, opened, closed, word in _MAP_TOKEN.findall(data):
        if word:
            if word in (b"beginbfchar", b"beginbfrange"):
                section, pending = word.decode("ascii"), []
            elif word in (b"endbfchar", b"endbfrange"):
                section = ""
        elif not section:
            continue
        elif opened:
            inside = []
        elif closed:
            pending.append(inside or [])
            inside = None
        elif inside is not None:
            inside.append(unhex(digits))
        else:
            pending.append(unhex(digits))
        if section == "beginbfchar" and len(pending) == 2:
            code, text = pending
            if isinstance(code, bytes) and isinstance(text, bytes):
                texts[int.from_bytes(code, "big")] = _utf16(text)
            pending = []
        elif section == "beginbfrange" and len(pending) == 3:
            ranged += _range(texts, *pending)
            if ranged > _MOST_CODES:
                raise StreamUnreadable
            pending = []
    return CharacterMap(width, texts)


def _range(
    texts: dict[int, str], first: bytes | list[bytes], last: bytes | list[bytes], to: bytes | list[bytes]
) -> int:
    """Add the texts of a range of codes to `texts`; return the number of codes."""
    if not isinstance(first, bytes) or not isinstance(last, bytes):
        return 0
    start, stop = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    if isinstance(to, list):
        texts.update(zip(range(start, stop + 1), map(_utf16, to), strict=False))
        return len(to)
    if len(to) > _LONGEST:
        raise StreamUnreadable
    text = _utf16(to)
    # No font has more than 65,536 codes: a longer range is an attack on the memory of the reader.
    codes = range(start, min(stop, start + 0xFFFF) + 1)
    for code in codes:
        if text and ord(text[-1]) + code - start <= 0x10FFFF:
            texts[code] = text[:-1] + chr(ord(text[-1]) + code - start)
    return len(codes)


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def pdf_text(data: bytes) -> str:
    """Decode a text string of a PDF (7.9.2.2).

    With a byte-order mark it is UTF-16 or UTF-8; otherwise each byte is one character.
    """
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
