"""The lines of a bundle: records with their versions, contacts, receipts. One canonical JSON document a line.

The line of a record is an object with four members: `context` {replica: counter}, `deleted`, `dots` {part:
[index, counter, ...]} and `record`. An index is the position of a replica in the sorted context. If several
desks wrote the same value of a part without knowing of each other, the part has several pairs, ascending. A
part with a dot and no value is a tombstone. The part `*` is the record itself. A deleted record has no
content; its parts are tombstones, all with the dot of `*`.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from hrddesk.bundle.format import canonical
from hrddesk.errors import BundleMalformed, BundleRecordUnknown
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind, KindSpec
from hrddesk.records.model.record import (
    BeyondLimit,
    NoLanguage,
    Record,
    RecordId,
    UnknownHere,
    canonical_json,
)
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.records.names import shipped_places
from hrddesk.store.database.record_writing import Stored

MAX_LINES_OF_CONTEXT: Final = 10_000

_NAMES: Final = {"context", "deleted", "dots", "record"}
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_ELEMENT_ID: Final = re.compile(r"[0-9a-z_]{1,64}")
_LINE_BYTES: Final = 16
_RECORD: Final = ',"record":{'
"""The text before the record in a line. No earlier part can contain it: there are only numbers."""
_BEGINNING: Final = re.compile(r'\{"context":(\{[^}]*\}),"deleted":false,"dots":\{"\*":\[([0-9,]+)\]')
"""The beginning of the line of a live record: `*` is before every other part."""
_OF_CONTEXT: Final = re.compile(r'"([0-9a-f]+)":')
_MERGE: Final = f',"kind":"{Kind.FORWARD.value}","lists":'
"""The text that only the line of a forward record contains; within a text each quote is escaped."""


def encode_record(record: Record, version: Version) -> bytes:
    """Return the line of a record, with a line feed; raise ValueError for a record that must not leave its
    vault.
    """
    _travelling(record)
    if version.deleted:
        record = Record(kind=record.kind, id=record.id)
        version = replace(version, dots=dict.fromkeys(version.dots, version.dots[WHOLE]))
    return canonical_json({"record": record.to_json(), **version.to_json()}) + b"\n"


def decode_record(line: bytes) -> tuple[Record, Version]:
    """Return the record and the version in a line, which is given without its line feed.

    Raise BundleMalformed, BundleRecordUnknown.
    """
    body = canonical.decode(line, Translatable("a record"))
    try:
        body = canonical.exactly(body, _NAMES)
        record = _travelling(Record.from_json(body["record"]))
        version = _version(body, record)
    except UnknownHere as unknown:
        raise BundleRecordUnknown(what_part=unknown) from None
    except BeyondLimit as beyond:
        raise BundleMalformed(
            why=Translatable("{0} is beyond its limit: {1}", beyond.field, beyond.why)
        ) from None
    except NoLanguage:
        raise BundleMalformed(
            why=Translatable("the language of a record or of a text is no code like zh-Hans")
        ) from None
    except ValueError:
        raise BundleMalformed(
            why=Translatable("a record breaks the rules of its kind or of versions")
        ) from None
    return record, version


def decode_text(line: str) -> tuple[Record, Version]:
    """Return the record and the version in a line that is a text, as in the review queue and the history."""
    return decode_record(line.encode("utf-8"))


def _travelling(record: Record) -> Record:
    if not record.spec.travels:
        raise ValueError("a record that never leaves its vault")
    if record.kind is not Kind.PLACE and record.id in shipped_places.listed():
        raise ValueError("the id that a shipped place has in every vault")
    return record


def made_by(line: str, unseen: str) -> Dot | None:
    """Return the dot of the change that created a live record, from a line that `decode_record` has checked.

    Return None for a deletion, for a forward record, and for a version that claims to have seen changes of
    the replica `unseen`.
    """
    begins = _BEGINNING.match(line)
    if begins is None or f'"{unseen}":' in begins[1] or _MERGE in line:
        return None
    *_, place, counter = map(int, begins[2].split(","))
    return Dot(_OF_CONTEXT.findall(begins[1])[place], counter)


def taken_apart(line: str) -> Stored:
    """Return the stored form of a live record from a line that `decode_record` has checked."""
    obj = json.loads(line[line.index(_RECORD) + len(_RECORD) - 1 : -1])
    record = Record(kind=Kind(obj["kind"]), id=RecordId(obj["id"]), fields=obj["fields"], lists=obj["lists"])
    return Stored(record, line.encode("utf-8"))


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines without their line feeds; raise BundleMalformed for a line that is too long or does not
    end.
    """
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
        if len(rest) > canonical.MAX_LINE:
            raise BundleMalformed(why=Translatable("a line longer than {0} bytes", canonical.MAX_LINE))
    if rest:
        raise BundleMalformed(why=Translatable("a last line that does not end"))


def batches(lines: Iterable[bytes], count: int) -> Iterator[list[bytes]]:
    """Yield lines in batches of up to `count` lines, or of some megabytes, to use little memory."""
    batch: list[bytes] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if len(batch) >= count or size >= canonical.MAX_LINE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _version(body: dict[str, Any], record: Record) -> Version:
    context, dots, deleted = body["context"], body["dots"], body["deleted"]
    if not isinstance(context, dict) or not isinstance(dots, dict) or not isinstance(deleted, bool):
        raise ValueError("types")
    if len(context) > MAX_LINES_OF_CONTEXT:
        raise ValueError("too many lines")
    for line, counter in context.items():
        canonical.hexadecimal(line, _LINE_BYTES)
        canonical.integer(counter, 1)
    lines = sorted(context)
    dots_by_part = {part: _dot(flat, lines, context) for part, flat in dots.items()}
    fits = WHOLE in dots_by_part and parts(record).keys() <= dots_by_part.keys()
    fits = fits and all(_is_part(part, record.spec) for part in dots_by_part)
    if deleted:
        fits = fits and not parts(record) and set(dots_by_part.values()) == {dots_by_part[WHOLE]}
    if not fits:
        raise ValueError("dots and values do not fit")
    return Version(context, dots_by_part, deleted)


def _dot(flat: Any, lines: list[str], context: Mapping[str, int]) -> Dot:
    if not isinstance(flat, list) or not flat or len(flat) % 2:
        raise ValueError("a dot is made of pairs")
    dots = []
    for index, counter in zip(flat[::2], flat[1::2], strict=True):
        line = lines[canonical.integer(index, 0, len(lines) - 1)]
        dots.append(Dot(line, canonical.integer(counter, 1, context[line])))
    if any((a.line, a.counter) >= (b.line, b.counter) for a, b in itertools.pairwise(dots)):
        raise ValueError("dots are not ascending")
    *others, last = dots
    return Dot(last.line, last.counter, tuple(others))


def _is_part(part: str, spec: KindSpec) -> bool:
    """Tell whether `part` is the name of a part; raise UnknownHere if only a later version of HRDDesk may
    know it.
    """
    name, slash, element = part.partition("/")
    if part != WHOLE and not _NAME.fullmatch(name):
        return False
    if slash and not _ELEMENT_ID.fullmatch(element):
        return False
    if part != WHOLE and (spec.list(name) if slash else spec.field(name)) is None:
        raise UnknownHere(
            Translatable("a list of a record") if slash else Translatable("a field of a record")
        )
    return True
