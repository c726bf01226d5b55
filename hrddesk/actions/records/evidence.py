"""Evidence: files that are stored unchanged, with a log of everything that was done with them."""

import heapq
import io
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader
from itertools import zip_longest
from pathlib import Path
from typing import Final

from hrddesk.actions.records import citations, places, references
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.actions.records.parts_in_words import PartsInWords
from hrddesk.errors import (
    DiskFailing,
    DiskFull,
    EvidenceDamaged,
    EvidenceMissing,
    FileUnreadable,
    InvalidValue,
    PictureUnfit,
    WriteFailed,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.images.burning import Unfit
from hrddesk.publish.images.thumbnail import Thumbnail
from hrddesk.publish.process import press
from hrddesk.records.language import labels
from hrddesk.records.model.kinds import ABOUT, CASES, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, new_id
from hrddesk.records.names import names
from hrddesk.records.rules import custody
from hrddesk.records.rules.media import LOOKED_AT, media_type
from hrddesk.records.terms.vocabulary import NONE, Term
from hrddesk.store.evidence import custody as own_custody
from hrddesk.store.evidence import file_origins
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.queries import referrers
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job

PICTURES: Final = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""The media types of files that are opened as pictures."""
_MOST_SHOWN: Final = 64 << 20  # bytes; a larger file is no photograph
DESCRIBED: Final = (
    *("title", "captured", "acquired", "from_whom", "others", "language", "place", "derived_from", "note"),
    "visibility",
)
"""The fields that a person fills in; all others are computed from the file."""


@dataclass(frozen=True, slots=True)
class CustodyChange:
    """One changed field, or one changed entry of a list, in words; None for an absent value."""

    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One entry in the custody log of a piece of evidence. `time` is in seconds since 1970, UTC."""

    number: int
    time: int
    who: str
    what: str
    changed: tuple[CustodyChange, ...] = ()
    """The changes to earlier values; empty for the entry that created the record."""
    is_received: bool = False
    """Whether the entry is from the log of another desk; the history of this vault does not prove it then."""
    says: str = ""
    """The contact whose own log has the entry; empty for an entry of this vault or an unknown contact."""


@dataclass(frozen=True, slots=True)
class AddedEvidence:
    """A piece of evidence that was just added."""

    id: RecordId
    ref: str
    sha256: str
    size: int


class _Original:
    """A file that is read into the vault; errors while reading are reported as errors of this file."""

    def __init__(self, file: BufferedReader, path: Path) -> None:
        self._file = file
        self._path = path

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; raise FileUnreadable."""
        with self._told():
            return self._file.read(size)

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill the buffer and return the number of bytes, 0 only at the end; raise FileUnreadable."""
        with self._told():
            return self._file.readinto(buffer)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FileUnreadable(path=self._path.name, why=error.strerror) from None


def add(
    session: Session,
    case: RecordId | None,
    path: Path,
    job: Job,
    fields: Fields | None = None,
    lists: Lists | None = None,
) -> Outcome[AddedEvidence]:
    """Encrypt a file into the vault, unchanged, as evidence; `job` reports progress in bytes.

    Raise FileUnreadable, DiskFull, WriteFailed, RecordNotFound. An error or a cancellation leaves nothing.
    """
    if case is not None:
        session.store.get(case)
    blob, kind = _sealed(session, path, job)
    try:
        with session.store.change("evidence.added") as change:
            session.store.blobs.keep(blob)
            places.take_in(session.store, change, str((fields or {}).get("place") or ""))
            record = edited(
                Record(kind=Kind.EVIDENCE, id=new_id()),
                {
                    "original_name": path.name.encode("utf-8", "replace").decode("utf-8"),
                    "media_type": kind,
                    "size": blob.size,
                    "sha256": blob.sha256,
                    **(fields or {}),
                },
                {**(lists or {}), **({CASES: [{"case": case}]} if case is not None else {})},
                session.store.words(),
            )
            _check(session, record, fields or {})
            record = references.settled(session.store, change, record)
            change.put(record)
            file_origins.note(session.store.db, [(record.id, blob.sha256)])
    except BaseException:
        session.store.blobs.discard(blob)
        raise
    return Outcome(AddedEvidence(record.id, record.text("ref"), blob.sha256, blob.size), change.changes)


def sealed(session: Session, path: Path, job: Job) -> Blob:
    """Encrypt a file whose record will be stored later; raise FileUnreadable, DiskFull, WriteFailed."""
    return _sealed(session, path, job)[0]


def _sealed(session: Session, path: Path, job: Job) -> tuple[Blob, str]:
    """Encrypt a file, and return it with its media type; `job` reports progress in bytes."""
    try:
        with files.open_regular(path) as file:
            kind = media_type(file.read(LOOKED_AT))
            file.seek(0)
            return session.store.blobs.seal(_Original(file, path), job), kind
    except OSError as error:
        raise FileUnreadable(path=path.name, why=error.strerror) from None
    except WriteFailed as error:  # names a file inside the vault, which tells nobody anything
        raise WriteFailed(path=session.folder.name, why=error.details["why"]) from None


def edit(
    session: Session,
    evidence_id: RecordId,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
) -> Outcome[None]:
    """Change the description of a piece of evidence; its content, hash and type stay.

    `cited` are citations of its sources. Raise RecordNotFound. Raise InvalidValue for a field that is no
    description, and for evidence that would be derived from itself.
    """
    for name in fields:
        if name not in DESCRIBED:
            raise InvalidValue(
                field=name, why=Translatable("evidence stays as it came; only its description changes")
            )
    with session.store.change("evidence.edit") as change:
        places.take_in(session.store, change, str(fields.get("place") or ""))
        record = edited(session.store.get(evidence_id), fields, lists or {}, session.store.words())
        _check(session, record, fields)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(None, change.changes)


def made_from(store: Store, evidence_id: RecordId) -> list[Record]:
    """Return the evidence that was derived from this one: redacted copies, cuttings, transcripts."""
    return store.many(Kind.EVIDENCE, referrers.derived_from(store.db, evidence_id))


def content(session: Session, record: Record, job: Job) -> bytes:
    """Return the stored bytes of a picture; raise PictureUnfit, EvidenceMissing, EvidenceDamaged."""
    size = record.fields.get("size")
    if record.text("media_type") not in PICTURES:
        raise PictureUnfit(ref=record.text("ref"), why=Unfit.NONE)
    if not isinstance(size, int) or size > _MOST_SHOWN:
        raise PictureUnfit(ref=record.text("ref"), why=Unfit.TOO_LONG)
    buffer = io.BytesIO()
    with _named(record):
        session.store.blobs.read_into(record.text("sha256"), buffer, job)
    return buffer.getvalue()


def thumbnail(session: Session, evidence_id: RecordId, job: Job) -> Thumbnail | None:
    """Return a small version of a picture, or None for other evidence; it is cached in the vault.

    Raise RecordNotFound, EvidenceMissing, EvidenceDamaged.
    """
    record = session.store.get(evidence_id)
    size = record.fields.get("size")
    if record.text("media_type") not in PICTURES or not isinstance(size, int) or size > _MOST_SHOWN:
        return None
    stored = session.store.thumbnails.get(record.text("sha256"))
    if stored is not None:
        with suppress(ValueError):  # packed by another version: it is made anew
            return Thumbnail.unpacked(stored)
    small_picture = press.small_picture(content(session, record, job), job)
    if small_picture is not None and not session.is_read_only:
        with suppress(DiskFull, DiskFailing, WriteFailed):  # it is shown all the same
            session.store.thumbnails.keep(record.text("sha256"), small_picture.packed())
    return small_picture


def save(
    session: Session, evidence_id: RecordId, path: Path, job: Job, *, what: str = "evidence.exported"
) -> Outcome[None]:
    """Write a copy of evidence outside the vault and verify its hash; the custody log records it as `what`.

    A vault opened read-only also writes the copy, but cannot record it: the caller must tell the user. Raise
    TargetExists, EvidenceMissing, EvidenceDamaged, DiskFull, WriteFailed; then nothing of the copy is left.
    """
    store, record = session.store, session.store.get(evidence_id)
    with files.told(path), NewFile(path) as new:
        with _named(record):
            store.blobs.read_into(record.text("sha256"), new.file, job)
        if session.is_read_only:
            new.put_in_place()
            return Outcome(None, Changes())
        with held(), ExitStack() as undo:  # no copy without its entry, no entry without a copy
            with store.change(what) as change:
                change.note(evidence_id, what)
                new.put_in_place()
                undo.callback(path.unlink, missing_ok=True)
            undo.pop_all()
    return Outcome(None, change.changes)


@contextmanager
def _named(record: Record) -> Iterator[None]:
    """Add the reference of a record to errors of the store in the `with` block; the store knows no
    references.
    """
    try:
        yield
    except (EvidenceDamaged, EvidenceMissing) as error:
        raise type(error)(ref=record.text("ref") or record.id[:8]) from None


def _check_origin(session: Session, record: Record) -> None:
    """Raise InvalidValue for an original that is no evidence, or that was itself derived from the copy."""
    seen = {record.id}
    origin = record.text("derived_from")
    while origin:
        if origin in seen:
            raise InvalidValue(field="derived_from", why=Translatable("evidence cannot be made from itself"))
        seen.add(RecordId(origin))
        origin_record = session.store.find(origin)
        if origin_record is None:
            return  # deleted, or not sent along: its hash is no longer here, its id still says what it was
        if origin_record.kind is not Kind.EVIDENCE:
            raise InvalidValue(
                field="derived_from", why=Translatable("it takes the reference of a piece of evidence")
            )
        origin = origin_record.text("derived_from")


def _check(session: Session, record: Record, fields: Fields) -> None:
    """Raise InvalidValue for an impossible description; `fields` are the fields that were typed now."""
    _check_origin(session, record)
    if record.text("others") not in ("", *(term.code for term in _others(session))):
        raise InvalidValue(field="others", why=Translatable("write none, covered, consented or open"))
    if record.text("language") and not labels.is_code(record.text("language")):
        labels.code_of(record.text("language"))
    _check_named(session, record.values(CASES), "case", (Kind.CASE,))
    _check_named(session, [{"place": record.fields.get("place")}], "place", (Kind.PLACE,), needed=False)
    about = record.values(ABOUT)
    _check_named(session, about, "record", (Kind.PARTY, Kind.EVENT))
    if fields.get("from_whom"):
        _check_giver(session, record)
    for code in record.labels:
        labels.code_of(code)


def _others(session: Session) -> tuple[Term, ...]:
    terms = session.store.words().load("others_visible")
    return (*terms.terms, *(term for term in terms.answers if term.code == NONE))


def _check_named(
    session: Session, elements: Sequence[Element], part: str, kinds: Collection[Kind], *, needed: bool = True
) -> None:
    """Raise InvalidValue unless each element refers to a record of these kinds, live or deleted."""
    for element in elements:
        named = element.get(part)
        if named is None and not needed:
            continue
        kind = session.store.tables.kind_ever(str(named))
        if kind not in kinds:
            kind_names = " or ".join(kinds)
            raise InvalidValue(
                field=part, why=Translatable("it takes the reference of a record of the kind {0}", kind_names)
            )


def _check_giver(session: Session, record: Record) -> None:
    """Raise InvalidValue if the giver has the name of a person of one of the cases; a code name is needed
    then.
    """
    typed = names.normalise(record.text("from_whom"))
    for case in session.store.many(Kind.CASE, list(record.cases)):
        people = [RecordId(str(item["party"])) for item in case.values("parties") if "party" in item]
        for party in session.store.many(Kind.PARTY, people):
            if typed in {names.normalise(str(item.get("name") or "")) for item in party.values("names")}:
                raise InvalidValue(
                    field="from_whom",
                    why=Translatable("somebody of the case has this name: write a code name"),
                )


def log(
    session: Session, evidence_id: RecordId, languages: labels.Chain = labels.ENGLISH
) -> list[CustodyEntry]:
    """Return the custody log of a piece of evidence, oldest first, in words of these languages.

    Entries of this vault keep their order; entries from logs of other desks are inserted by their time.
    """
    piece = session.store.get(evidence_id)
    history, own_entries = session.store.history, list[CustodyEntry]()
    parts = PartsInWords(session.store, languages)
    before: Mapping[str, Sequence[Value]] = {}
    for entry in history.of_record(evidence_id):
        state = history.content(entry.number)
        record = None if not state else json.loads(state)["record"]
        after = before if record is None else parts.of(Record.from_json(record))
        changed = tuple(_changed(before, after)) if before else ()
        before = after
        own_entries.append(
            CustodyEntry(
                number=entry.number, time=entry.time, who=entry.who, what=entry.what, changed=changed
            )
        )
    store = session.store
    own_lines, claims = own_custody.log(store.db, evidence_id), own_custody.claims(store.db, evidence_id)
    others = custody.received(piece, own_lines, claims)
    return [*heapq.merge(map(_received, others), own_entries, key=lambda entry: entry.time)]


def _received(item: Element) -> CustodyEntry:
    time, number = (int(item.get(name) or 0) for name in ("time", "number"))
    what, who = (" ".join(str(item.get(name) or "").split()) for name in ("what", "by"))
    says = str(item.get(own_custody.SAYS) or "")
    return CustodyEntry(number=number, time=time, who=who, what=what, is_received=True, says=says)


def _changed(
    before: Mapping[str, Sequence[Value]], after: Mapping[str, Sequence[Value]]
) -> Iterator[CustodyChange]:
    """Yield the removed and the added entries of lists, compared by their content, not by their ids."""
    for name in sorted({*before, *after}):
        old, new = Counter(before.get(name, ())), Counter(after.get(name, ()))
        for went, came in zip_longest((old - new).elements(), (new - old).elements()):
            yield CustodyChange(name, went, came)


def remove(session: Session, evidence_id: RecordId) -> Outcome[None]:
    """Delete the record of a piece of evidence; undo restores it."""
    with session.store.change("evidence.removed") as change:
        change.delete(evidence_id)
    return Outcome(None, change.changes)
