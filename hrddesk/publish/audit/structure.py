"""The walk through every object of a PDF file, and the objects that a publication must not contain."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from hrddesk.publish.audit.cross_reference import CrossReference
from hrddesk.publish.audit.findings import AuditCode
from hrddesk.publish.audit.tokens import TooComplex, hidden_in, pdf_text
from hrddesk.publish.images.jpegs import says_more

if TYPE_CHECKING:
    from pypdf import PdfReader

# All exceptions that pypdf raises for a broken file; its documentation names only some of them.
BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)

_CATALOGUE: Final = frozenset(
    [
        "/Type",
        "/Pages",
        "/Outlines",
        "/PageMode",
        "/Lang",
        "/MarkInfo",
        "/StructTreeRoot",
        "/PageLabels",
    ]
)
_TRAILER: Final = frozenset(["/Root", "/Size", "/ID", "/Info"])
# The keys of cross-reference streams, which other programs write.
_XREF_STREAM: Final = frozenset(
    ["/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms", "/DL", "/F", "/FFilter"]
)

_KEYS: Final = {
    "/Metadata": AuditCode.METADATA,
    "/PieceInfo": AuditCode.METADATA,
    "/LastModified": AuditCode.METADATA,
    "/CreationDate": AuditCode.METADATA,
    "/ModDate": AuditCode.METADATA,
    "/EmbeddedFiles": AuditCode.ATTACHMENT,
    "/EmbeddedFile": AuditCode.ATTACHMENT,
    "/EF": AuditCode.ATTACHMENT,
    "/AF": AuditCode.ATTACHMENT,
    "/JS": AuditCode.SCRIPT,
    "/JavaScript": AuditCode.SCRIPT,
    "/AA": AuditCode.SCRIPT,
    "/OpenAction": AuditCode.SCRIPT,
    "/AcroForm": AuditCode.FORM,
    "/XFA": AuditCode.FORM,
    "/Thumb": AuditCode.THUMBNAIL,
    "/OCProperties": AuditCode.HIDDEN_LAYER,
    "/OC": AuditCode.HIDDEN_LAYER,
    "/OCGs": AuditCode.HIDDEN_LAYER,
    "/URI": AuditCode.EXTERNAL_LINK,
    "/Alternates": AuditCode.ALTERNATE_PICTURE,
    "/OPI": AuditCode.ALTERNATE_PICTURE,
}
_TYPES: Final = {
    "/Filespec": AuditCode.ATTACHMENT,
    "/EmbeddedFile": AuditCode.ATTACHMENT,
    "/OCG": AuditCode.HIDDEN_LAYER,
    "/OCMD": AuditCode.HIDDEN_LAYER,
    "/Metadata": AuditCode.METADATA,
}
_OUTWARD: Final = frozenset(["/URI", "/GoToR", "/GoToE", "/Launch", "/SubmitForm", "/ImportData"])
_INWARD: Final = frozenset(["/GoTo"])
_REPLACEMENTS: Final = frozenset(["/ActualText", "/Alt", "/E"])

_MANY: Final = 500  # the objects between two calls of `going_on`: some hundredths of a second
LARGEST: Final = 64 << 20  # bytes of a decoded stream; those of this program are below 1 MiB, except pictures
_LARGEST_ALL: Final = 256 << 20  # bytes of all decoded streams; a thousand cases need a tenth of this
_LARGEST_TEXT: Final = 1 << 20  # bytes of a stream in base 85, which takes a hundred times that to read
_AS_TEXT: Final = frozenset(["/ASCII85Decode", "/A85"])
# The version, then optionally a line of bytes above 127, which marks the file as binary.
_HEAD: Final = re.compile(rb"%PDF-\d\.\d\s*(?:%[\x80-\xff]{0,8}\s*)?")
_WHOLE: Final = re.compile(rb"\d+ \d+ obj\b(?:(?!endobj).)*endobj\s*", re.DOTALL)
_STREAM: Final = re.compile(
    rb"/Length (\d+)\b(?: (\d+) R)?(?:(?!stream|endobj|/Length ).)*?>>\s{0,9}stream(?:\r\n|\n)", re.DOTALL
)
_LENGTH: Final = re.compile(rb"/Length (\d+) \d+ R")
_NUMBER: Final = re.compile(rb"\d+ (\d+) obj\s+(\d+)\s+endobj")


@dataclass(slots=True, kw_only=True)
class Structure:
    """The contents of the objects of a file, and the problems found in them."""

    problems: set[AuditCode] = field(default_factory=set)
    streams: list[bytes] = field(default_factory=list)
    strings: list[bytes] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)  # the strings, decoded
    names: set[str] = field(default_factory=set)
    replacements: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    images: list[Any] = field(default_factory=list)  # the image objects of pypdf
    contents: list[Any] = field(default_factory=list)  # forms and patterns: they have operators like pages
    forms: int = 0
    pages: int = 0


def revisions(data: bytes) -> set[AuditCode]:
    """Return a finding if a file has more than one revision, or bytes before its start or after its end."""
    problems: set[AuditCode] = set()
    ends = list(re.finditer(rb"%%EOF", data))
    if len(ends) != 1 or data.count(b"startxref") != 1 or data.count(b"%PDF-") != 1:
        problems.add(AuditCode.LEFTOVER_REVISION)
    elif data[ends[0].end() :].strip() or not data.startswith(b"%PDF-"):
        problems.add(AuditCode.STRAY_BYTES)
    return problems


def stray(data: bytes, table: CrossReference) -> set[AuditCode]:
    """Return STRAY_BYTES if a byte before the end of the last object belongs to no object of the table.

    A comment or a repeated key within an object also counts as stray.
    """
    if not _HEAD.fullmatch(data[: table.offsets[0]]):
        return {AuditCode.STRAY_BYTES}
    for start, stop in pairwise([*table.offsets, table.end]):
        part = data[start:stop]
        # If the part contained a second object, the table would not name that object.
        body = _without_stream(part, data, table)
        if not _WHOLE.fullmatch(body) or hidden_in(body):
            return {AuditCode.STRAY_BYTES}
    return set()


def _without_stream(part: bytes, data: bytes, table: CrossReference) -> bytes:
    """Return the bytes of an object without its stream, the length of which the object declares.

    Bytes that are hidden after the stream make the result malformed, so that `stray` reports them. Many
    programs write the length as a separate object after the stream.
    """
    head = _STREAM.search(part)
    if head is None:
        return part
    length = int(head[1])
    if head[2] is not None:
        number = _NUMBER.match(data, table.of.get(length, len(data)))
        if number is None or number[1] != head[2]:
            return part
        length = int(number[2])
    behind = part[head.end() + length :].lstrip(b"\r\n")
    return part[: head.start()] + (
        behind.removeprefix(b"endstream") if behind.startswith(b"endstream") else b"?"
    )


def lengths(data: bytes) -> frozenset[int]:
    """Return the numbers of the objects that state the length of a stream.

    pypdf loses the references to these objects, so they are read from the bytes of the file.
    """
    return frozenset(int(number) for number in _LENGTH.findall(data))


def survey(
    reader: "PdfReader", going_on: Callable[[], object] = lambda: None, used: frozenset[int] = frozenset()
) -> Structure:
    """Visit every object that the trailer leads to; return the contents of the objects and the problems.

    An object to which the trailer does not lead is a problem, unless its number is in `used` and its value is
    a number. `going_on` is called from time to time; an error that it raises ends the visit. Raise one of the
    exceptions in `BROKEN` if the file is broken.
    """
    structure = Structure()
    trailer = reader.trailer
    for key in trailer:
        if key not in _TRAILER and key not in _XREF_STREAM:
            structure.problems.add(AuditCode.LEFTOVER_REVISION if key == "/Prev" else AuditCode.CATALOGUE_KEY)
    information: Any = trailer.get("/Info")
    if information is not None and len(information.get_object()):
        structure.problems.add(AuditCode.METADATA)
    catalogue: Any = trailer["/Root"]
    for key in catalogue:
        if key not in _CATALOGUE:
            structure.problems.add(_KEYS.get(key, AuditCode.CATALOGUE_KEY))
    walk = _Walk(structure, going_on)
    visited = walk.walk(trailer)
    # Object streams and the stream of the table are referred to by offset, not by number.
    packed = {number for number, _ in reader.xref_objStm.values()}
    for number in sorted(packed - visited):
        walk.walk(reader.get_object(number))  # no object in it may be one that the table does not name
    table_numbers = {
        number for numbers in reader.xref.values() for number, offset in numbers.items() if offset
    }
    for number in sorted((table_numbers | set(reader.xref_objStm)) - visited - packed):
        value: Any = reader.get_object(number)
        table = isinstance(value, dict) and value.get("/Type") == "/XRef"
        if not table and not (number in used and isinstance(value, int)):
            structure.problems.add(AuditCode.UNUSED_OBJECT)
            _Walk(structure, going_on).walk(value)
    return structure


class _Walk:
    """A visit to every value that can be reached from a root, each numbered object only once."""

    def __init__(self, structure: Structure, going_on: Callable[[], object]) -> None:
        self.found = structure
        self.going_on = going_on
        self.visited: set[int] = set()
        self._decoded = 0

    def walk(self, root: Any) -> set[int]:
        """Visit everything that `root` leads to; return the numbers of the visited objects."""
        from pypdf.generic import (
            ArrayObject,
            ByteStringObject,
            DictionaryObject,
            IndirectObject,
            NameObject,
            StreamObject,
            TextStringObject,
        )

        pending = [root]
        while pending:
            value = pending.pop()
            if isinstance(value, IndirectObject):
                if value.idnum in self.visited:
                    continue
                self.visited.add(value.idnum)
                if len(self.visited) % _MANY == 0:
                    self.going_on()
                value = value.get_object()
            if isinstance(value, DictionaryObject):
                self._dictionary(value)
                pending += [dict.__getitem__(value, key) for key in value]
                if isinstance(value, StreamObject):
                    self._stream(value)
            elif isinstance(value, ArrayObject):
                pending += list(list.__iter__(value))
            elif isinstance(value, NameObject):
                self.found.names.add(value)
            elif isinstance(value, TextStringObject):
                self.found.strings.append(value.original_bytes)
                self.found.texts.append(str(value))
            elif isinstance(value, ByteStringObject):
                self.found.strings.append(bytes(value))
                self.found.texts.append(pdf_text(bytes(value)))
        return self.visited

    def _dictionary(self, value: Any) -> None:
        problems = self.found.problems
        self.found.names.update(value)
        for key in value:
            if key in _KEYS:
                problems.add(_KEYS[key])
            if key in _REPLACEMENTS and isinstance(value[key], str):
                self.found.replacements.append(str(value[key]))
        kind, subtype = value.get("/Type"), value.get("/Subtype")
        if isinstance(kind, str) and kind in _TYPES:
            problems.add(_TYPES[kind])
        if subtype == "/Image":
            self.found.images.append(value)
        self.found.forms += subtype in ("/Form", "/PS")
        if subtype == "/Form" or value.get("/PatternType") == 1:
            self.found.contents.append(value)
        self.found.pages += kind == "/Page"
        if kind == "/Annot" or ("/Rect" in value and subtype is not None):
            self._annotation(value, subtype)
        action = value.get("/S")
        if isinstance(action, str) and (kind == "/Action" or action in _OUTWARD):
            if action in _OUTWARD:
                problems.add(AuditCode.EXTERNAL_LINK)
            elif action not in _INWARD:
                problems.add(AuditCode.SCRIPT)
        if "/Title" in value and "/Parent" in value:
            self.found.titles.append(str(value["/Title"]))

    def _annotation(self, value: Any, subtype: object) -> None:
        if subtype != "/Link" or value.get("/Contents"):
            self.found.problems.add(AuditCode.ANNOTATION)

    def _stream(self, value: Any) -> None:
        raw = bytes(value._data)
        if value.get("/Subtype") == "/Image":
            self.found.streams.append(raw)  # compressed pictures contain no text of the story
            if says_more(raw):
                self.found.problems.add(AuditCode.PICTURE_METADATA)
            return
        filters = value.get("/Filter")
        if filters in ("/FlateDecode", ["/FlateDecode"]):
            inflater = zlib.decompressobj()
            inflater.decompress(raw, LARGEST)
            if inflater.unconsumed_tail:
                raise TooComplex("a stream is larger than any page")
            if inflater.unused_data.strip():  # bytes after the end of the stream, which no viewer reads
                self.found.problems.add(AuditCode.STRAY_BYTES)
                self.found.streams.append(inflater.unused_data)
        else:
            names = filters if isinstance(filters, list) else [filters]
            self._check_text([str(name.get_object()) for name in names if name is not None], len(raw))
        data = bytes(value.get_data())
        self._decoded += len(data)
        if self._decoded > _LARGEST_ALL:
            raise TooComplex("the streams are larger than any publication")
        self.found.streams.append(data)

    def _check_text(self, filters: list[str], size: int) -> None:
        """Raise TooComplex if the stream may be too long for a filter that decodes text (base 85).

        pypdf decodes such a stream without a limit. `size`, the length of the stream in bytes, is known only
        for the first filter, so a filter of this kind is refused in any later position.
        """
        looked_at = filters if size > _LARGEST_TEXT else filters[1:]
        if not _AS_TEXT.isdisjoint(looked_at):
            raise TooComplex("a stream is larger than any page")
