"""Compression of record states with zlib, each separately, so that forgetting can erase any single state.

Small states repeat the keys of their kind, so zlib gets a dictionary for each kind, derived from
`records.model.kinds`. The vault stores each dictionary: a later version of the program, whose kinds have more
fields, can still read older states. A dictionary is stored when the vault is created, or first opened by a
program with another dictionary. A state names its dictionary by an Adler-32 checksum (RFC 1950).
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from hrddesk.errors import DatabaseDamaged
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import FieldSpec
from hrddesk.records.model.kinds import SPECS, Kind

LARGEST: Final = 64 << 20
"""The largest size of an unpacked state, in bytes; a larger state counts as damaged instead of filling the
memory.
"""

_WINDOW: Final = 14  # bits: larger ones take four times as long, all of it for allocating memory
_NAME: Final = slice(2, 6)  # where a packed state has the checksum of its dictionary
_COMMON: Final = (
    *("reported", "person", "main", "Latn", "Hans", "Hant", "subject", "victim", "public", "restricted"),
    *(
        "secret",
        "import",
        "narrative",
        "2019-",
        "2020-",
        "2021-",
        "2022-",
        "2023-",
        "2024-",
        "2025-",
        "2026-",
    ),
)
"""Words that are common in the states of many desks."""


@lru_cache
def dictionary(kind: Kind) -> bytes:
    """Return the dictionary of a kind: likely substrings of its states, the likeliest last, as zlib
    advises.
    """
    spec = SPECS[kind]
    lists = "".join(
        f'{{"{{"pos":0,{_keys(item.fields)}"}},"{item.name}":{{],"{item.name}/' for item in spec.lists
    )
    dots = "".join(f',1],"{field.name}":[0' for field in spec.fields)
    record = f'"}}}}}}}}],"record":{{"fields":{{{_keys(spec.fields)}"}},"id":"","kind":"{kind}","lists":{{"'
    common = '":"'.join(_COMMON)
    return f'{common}{lists}{record}{dots}{{"context":{{"":1}},"deleted":false,"dots":{{"*":[0'.encode()


def _keys(fields: tuple[FieldSpec, ...]) -> str:
    return ",".join(f'"{field.name}":"' for field in fields)


def _name(words: bytes) -> bytes:
    return zlib.adler32(words).to_bytes(4, "big")


_KNOWN: Final = {_name(dictionary(kind)): dictionary(kind) for kind in Kind}


def pack(text: bytes, kind: Kind) -> bytes:
    """Compress the state of a record of a kind."""
    packing = zlib.compressobj(wbits=_WINDOW, zdict=dictionary(kind))
    return packing.compress(text) + packing.flush()


def unpack(packed: bytes) -> bytes:
    """Decompress a state; an empty state stays empty. Raise DatabaseDamaged for invalid bytes."""
    if not packed:
        return b""
    words = _KNOWN.get(packed[_NAME])
    if words is None:
        raise DatabaseDamaged(why=Translatable("a state in the history names no dictionary of this vault"))
    try:
        unpacking = zlib.decompressobj(zdict=words)
        text = unpacking.decompress(packed, LARGEST)
    except zlib.error:
        raise DatabaseDamaged(why=Translatable("a state in the history is damaged")) from None
    if not unpacking.eof or unpacking.unused_data:
        raise DatabaseDamaged(why=Translatable("a state in the history is damaged"))
    return text


def unpacked_text(packed: bytes | None) -> str | None:
    """Decompress a state to text; None stays None. SQL calls this function `unpacked`."""
    return None if packed is None else unpack(packed).decode("utf-8")


def dictionaries() -> Iterator[tuple[int, str, bytes]]:
    """Yield the checksum, the kind and the content of each dictionary of this version."""
    for kind in Kind:
        yield zlib.adler32(dictionary(kind)), kind.value, dictionary(kind)


def learn(words: bytes) -> None:
    """Register the dictionary of an earlier version for `unpack`."""
    _KNOWN.setdefault(_name(words), words)
