"""The cross-reference table of a PDF file, and a check that it can be read in only one way.

Readers repair a damaged table in different ways, so that two readers can see two different files in the same
bytes.
"""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pypdf import PdfReader

_FOOT: Final = re.compile(rb"\sstartxref\s{1,4}(\d{1,12})\s{1,4}%%EOF\s*\Z")
_OBJECT: Final = re.compile(rb"(\d{1,10}) (\d{1,5}) obj\b")
_HEAD: Final = re.compile(rb"xref ?(?:\r\n|\n|\r)")
_SECTION: Final = re.compile(rb"(\d{1,10}) (\d{1,10}) ?(?:\r\n|\n|\r)")
_ENTRY: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_ENTRY_BYTES: Final = 20
# One dictionary without comments or inner dictionaries: two readers can read it in only one way.
_TRAILER: Final = re.compile(
    rb"\s{0,4}trailer\s{0,4}<<(?:[^<>()%]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\))*>>\s*", re.DOTALL
)

_Places = dict[int, tuple[int, int]]
"""The byte offset and the generation of each object, by object number."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """The positions of the objects that are directly in the file, not within an object stream."""

    offsets: tuple[int, ...]
    """The byte offsets of the objects in ascending order; there is at least one."""
    end: int
    """The byte offset of the end of the last object."""
    of: Mapping[int, int]
    """The byte offset of each object, by object number."""


def read(data: bytes, reader: "PdfReader") -> CrossReference | None:
    """Return the cross-reference table, or None if two programs could read two different files from it.

    The table must be at the stated offset. Each entry must point to the object with its number. No number and
    no offset may occur twice, and no number may exceed the stated size. `reader` repairs tables, so what it
    read is compared with what a strict reader reads. Raise the errors of pypdf if an object cannot be read.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    foot = _FOOT.search(data)
    if foot is None:
        return None
    try:
        strict = PdfReader(io.BytesIO(data), strict=True)  # repairs nothing
    except PyPdfError:
        return None
    start, end, places = int(foot[1]), foot.start(), _places(strict)
    if not _agree(strict, reader) or not all(_leads(data, number, place) for number, place in places.items()):
        return None
    offset_by_number = {number: offset for number, (offset, _) in places.items()}
    offsets = set(offset_by_number.values())
    if data.startswith(b"xref", start):
        return (
            CrossReference(tuple(sorted(offsets)), start, offset_by_number)
            if _entries(data, start, end) == places
            else None
        )
    if _OBJECT.match(data, start):  # the table is a stream, and this stream is the last object
        return CrossReference(tuple(sorted(offsets | {start})), end, offset_by_number)
    return None


def _agree(strict: "PdfReader", reader: "PdfReader") -> bool:
    """Tell whether two readers and the object streams agree about the position of each object number."""
    places, packed, size = _places(strict), _packed(strict), strict.trailer.get("/Size")
    return (
        bool(places)
        and places.keys().isdisjoint(packed)
        and isinstance(size, int)
        and max(places | packed) < size
        and places == _places(reader)
        and packed == strict.xref_objStm == reader.xref_objStm
    )


def _leads(data: bytes, number: int, place: tuple[int, int]) -> bool:
    head = _OBJECT.match(data, place[0])
    return head is not None and (int(head[1]), int(head[2])) == (number, place[1])


def _places(reader: "PdfReader") -> _Places:
    places: _Places = {}
    for generation, offsets in reader.xref.items():
        for number, offset in offsets.items():
            # A number with two generations gets an impossible position, so that the comparisons fail.
            places[number] = (-1, -1) if number in places else (offset, generation)
    return places


def _packed(reader: "PdfReader") -> dict[int, tuple[int, int]]:
    """Return the position of each object within an object stream, by object number.

    A position is the number of the stream and the index in the stream. The numbers are read from the object
    streams, not from the table.
    """
    places: dict[int, tuple[int, int]] = {}
    for container in {number for number, _ in reader.xref_objStm.values()}:
        stream: Any = reader.get_object(container)
        count = int(stream["/N"])
        numbers = stream.get_data().split(None, 2 * count)[: 2 * count : 2]
        for index, number in enumerate(map(int, numbers)):
            # A number that occurs twice gets an impossible position: readers differ in which one they use.
            places[number] = (-1, -1) if number in places else (container, index)
    return places


def _entries(data: bytes, start: int, end: int) -> _Places | None:
    """Return the entries of the table between two byte offsets, or None if the table is malformed."""
    head = _HEAD.match(data, start)
    places: _Places = {}
    position, next_number = (head.end() if head else end), 0
    while section := _SECTION.match(data, position, end):
        number, count = int(section[1]), int(section[2])
        position = section.end() + count * _ENTRY_BYTES
        if number < next_number or (next_number == 0 and number) or position > end:
            return None
        next_number = number + count
        for place in range(section.end(), position, _ENTRY_BYTES):
            entry = _ENTRY.fullmatch(data, place, place + _ENTRY_BYTES)
            if entry is None:
                return None
            if entry[3] == b"n":
                places[number] = (int(entry[1]), int(entry[2]))
            number += 1
    return places if _TRAILER.fullmatch(data, position, end) else None
