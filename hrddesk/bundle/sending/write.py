"""The writing of a bundle: the result is a complete and verified file, or no file."""

import datetime
import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from hrddesk.bundle.format import archive, bag, canonical, envelope, record_lines
from hrddesk.bundle.format import custody_lines as custody
from hrddesk.bundle.format import protected_lines as protected
from hrddesk.bundle.format.archive import ArchiveEntry, ArchiveWriter
from hrddesk.bundle.format.envelope import BundleKind, Envelope
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.sending.parcel import EvidenceChoice, Parcel
from hrddesk.bundle.sending.target_file import Sink, TargetFile, place
from hrddesk.bundle.trust import identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contacts import Contact, require_unrevoked, require_writable
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto import age, signatures
from hrddesk.crypto.age import FileKey, Writer, sealed_size
from hrddesk.errors import BundleTooLarge, HrdDeskError
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.evidence import file_origins
from hrddesk.store.exchange import contacts
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.publications import protected_texts
from hrddesk.store.records import outgoing
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job
from hrddesk.system.product import VERSION

SUFFIX: Final = ".hrdb"
MAX_RECIPIENTS: Final = 16

HANDED_OVER: Final = "evidence.handed-over"
"""The name of the entry in the custody log of evidence for a file that was sent in a bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBundle:
    """A bundle whose file was written: its path, id, number of cases, and size in bytes."""

    path: Path
    id: str
    cases: int
    size: int
    opener: FileKey
    """The key that opens the bundle as its recipients do, to read it back; it is stored nowhere else."""
    kind: BundleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleSize:
    """The expected size of a bundle in bytes, and its numbers of records (tombstones included), cases and
    evidence files.
    """

    size: int
    records: int
    cases: int
    files: int
    files_size: int
    """The bytes of the evidence files alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """The contents of a bundle, as a first pass over its records determined them."""

    number: int
    """The number of records."""
    files: tuple[ArchiveEntry, ...]
    """The archive entries of the records, contacts, receipts, protected places and custody logs."""
    protected: Sequence[bytes]
    """The lines of protected places, without line feeds."""
    custody: Sequence[bytes]
    """The lines of custody logs, without line feeds."""
    attachments: tuple[ArchiveEntry, ...]
    evidence: tuple[RecordId, ...]
    cases: int
    counters: Mapping[RecordId, int]
    """The counter of this vault's replica in the version of each record that this replica changed."""

    @property
    def entries(self) -> list[ArchiveEntry]:
        return [*self.files, *self.attachments]


def write(
    session: Session,
    path: Path,
    to: Sequence[Contact],
    parcel: Parcel,
    job: Job,
    *,
    day: datetime.date | None = None,
) -> WrittenBundle:
    """Write a bundle of the records in `parcel` for 1 to 16 contacts; `path` may be a folder.

    Progress is counted in bytes. Raise ContactNotVerified, ContactRevoked, CardExpired, TargetExists,
    DiskFull, WriteFailed, BundleTooLarge, EvidenceDamaged. After an error, or when the job is cancelled, no
    file remains and nothing is stored in the vault.
    """
    store, day = session.store, day or own_identity.today()
    recipients = list({contact.num: contact for contact in to}.values())
    if not 1 <= len(recipients) <= MAX_RECIPIENTS:
        raise ValueError("a bundle is for 1 to 16 contacts")
    for contact in recipients:
        require_writable(contact, day)
        require_unrevoked(store, contact.card)
    target = place(path, SUFFIX)
    _finish_interrupted(store)
    owner = own_identity.own_identity(store, day)
    contents = _look_through(store, parcel, job)
    head, rows = _envelope(store, owner, recipients, parcel.kind, day)
    tag_files = _tag_files(owner, head, contents.entries)

    openers: list[FileKey] = []

    def fill(sink: Sink) -> None:
        with Writer(sink, [contact.card.age for contact in recipients]) as sealed:
            openers.append(sealed.opener)
            archived = ArchiveWriter(sealed)
            for name, text in tag_files.items():
                archived.add(name, len(text), iter([text]))
            _payload(store, archived, contents, parcel, job)
            archived.finish()

    with TargetFile(target) as file:
        file.write(fill, lambda file: age.is_whole(file, openers[0], lambda _: job.step(1, 1)))
        with _reserved(store, rows, contents, parcel) as reservation, held():
            with store.change("bundle.written") as change:
                _note_placed(store, change, reservation.bundle)
                file.put_in_place()
            file.keep()
            reservation.is_kept = True
    return WrittenBundle(
        path=target,
        id=head.id.hex(),
        cases=contents.cases,
        size=file.size,
        opener=openers[0],
        kind=parcel.kind,
    )


@dataclass(slots=True)
class _Reservation:
    """The reserved sequence numbers of a bundle whose file has no final name yet."""

    bundle: str
    is_kept: bool = False


def measure(
    store: Store, to: Sequence[Contact], parcel: Parcel, job: Job, *, day: datetime.date | None = None
) -> BundleSize:
    """Return the counts and the file size that a bundle would have, without writing it; raise BundleTooLarge.

    The size is exact while the vault does not change: signatures have a fixed length, and no other length is
    random.
    """
    day = day or own_identity.today()
    contents = _look_through(store, parcel, job)
    owner = own_identity.known_identity(store) or identity.generate(day.toordinal())
    head, _ = _envelope(store, owner, to, parcel.kind, day)
    tag_files = _tag_files(owner, head, contents.entries)
    sizes = [*map(len, tag_files.values()), *(entry.size for entry in contents.entries)]
    size = sealed_size(archive.total_size(sizes), len(to))
    files_size = sum(entry.size for entry in contents.attachments)
    return BundleSize(
        size=size,
        records=contents.number,
        cases=contents.cases,
        files=len(contents.attachments),
        files_size=files_size,
    )


@contextmanager
def _reserved(
    store: Store, rows: Sequence[BundleRow], contents: _Contents, parcel: Parcel
) -> Iterator[_Reservation]:
    """Store a bundle's sequence numbers before its file gets its final name, and withdraw them on failure.

    A file system and a database cannot commit together. After a kill, a number without a bundle looks like a
    lost bundle, which is harmless; a bundle without a stored number would make the next bundle look like a
    replay. The same transaction stores which of our changes others may have seen from now on.
    """
    line = rows[0].line
    with store.change("bundle.reserved") as change:
        for row in rows:
            contacts.add_files(store.db, contacts.add_bundle(store.db, row), contents.evidence)
        unsent = outgoing.note_sent(store.db, line, contents.counters)
        if parcel.before_leaving is not None:
            parcel.before_leaving(change)
    reservation = _Reservation(rows[0].id)
    try:
        yield reservation
    finally:
        if not reservation.is_kept:
            with suppress(HrdDeskError), store.change("bundle.withdrawn"):  # at worst a gap
                contacts.remove_bundle(store.db, reservation.bundle)
                outgoing.forget_sent(store.db, line, unsent)


def _finish_interrupted(store: Store) -> None:
    """Write into the custody logs the evidence files that a killed process may have handed over.

    An entry for a file that was not handed over is better than a missing one.
    """
    for bundle_id in contacts.unplaced_bundles(store.db):
        with store.change("bundle.written") as change:
            _note_placed(store, change, bundle_id)


def _note_placed(store: Store, change: Change, bundle_id: str) -> None:
    """Record that a bundle's file has its final name, and enter the handover of its files in the custody
    logs.
    """
    contacts.place_bundle(store.db, bundle_id)
    for record_id in contacts.files_in(store.db, bundle_id):
        if store.find(record_id) is not None:
            change.note(record_id, HANDED_OVER)


def _look_through(store: Store, parcel: Parcel, job: Job) -> _Contents:
    own_line = store.setting("line") or ""
    digest, size, cases, count = hashlib.sha256(), 0, 0, 0
    named: dict[str, list[RecordId]] = {}
    attached_hashes: set[str] = set()
    counters: dict[RecordId, int] = {}
    protected_places, places, logs = protected_texts.known(store), list[bytes](), list[bytes]()
    for number, (record, version) in enumerate(parcel.records):
        if number % 256 == 0:
            job.step(0, 1)
        line = record_lines.encode_record(record, version)
        if len(line) > canonical.MAX_LINE:
            raise BundleTooLarge(what_part=Translatable("the record {0}", record.id[:8]))
        digest.update(line)
        size += len(line)
        count += 1
        if own_line in version.context:
            counters[record.id] = version.context[own_line]
        places += (item.line for item in protected.places_in(record, parcel.protected, protected_places))
        logs += (
            item.line for item in custody.log_of(store, record, version, with_others=parcel.logs_of_others)
        )
        cases += record.kind is Kind.CASE and not version.deleted
        sha256 = record.text("sha256")
        goes = parcel.evidence is EvidenceChoice.FILES and record.kind is Kind.EVIDENCE
        if goes and sha256:
            named.setdefault(sha256, []).append(record.id)
            if file_origins.came(store.db, record.id, sha256) and store.blobs.known(sha256):
                attached_hashes.add(sha256)
    attachments = tuple(
        ArchiveEntry(archive.ATTACHMENTS + sha256, store.blobs.size(sha256), sha256)
        for sha256 in sorted(attached_hashes)
    )
    contents = _Contents(
        number=count,
        files=(
            ArchiveEntry(archive.RECORDS, size, digest.hexdigest()),
            _entry(archive.CONTACTS, _ended(parcel.contact_lines)),
            _entry(archive.RECEIPTS, _ended(parcel.receipt_lines)),
            _entry(archive.PROTECTED, _ended(places)),
            _entry(archive.CUSTODY, _ended(logs)),
        ),
        protected=places,
        custody=logs,
        attachments=attachments,
        evidence=tuple(record_id for sha256 in sorted(attached_hashes) for record_id in named[sha256]),
        cases=cases,
        counters=counters,
    )
    sizes = [entry.size for entry in contents.entries]
    if len(parcel.contact_lines) > receipt_format.MAX_CONTACTS:
        raise BundleTooLarge(what_part=Translatable("the list of contacts"))
    if len(attachments) > archive.MAX_FILES:
        raise BundleTooLarge(what_part=Translatable("the number of files inside"))
    if max(sizes) > archive.MAX_FILE or any(
        entry.size > archive.MAX_NOTES for entry in contents.files if entry.path in archive.NOTES
    ):
        raise BundleTooLarge(what_part=Translatable("a file inside"))
    if sum(sizes) > archive.MAX_TOTAL:
        raise BundleTooLarge(what_part=Translatable("all files together"))
    return contents


def _entry(path: str, ended: Iterable[bytes]) -> ArchiveEntry:
    digest, size = hashlib.sha256(), 0
    for line in ended:
        digest.update(line)
        size += len(line)
    return ArchiveEntry(path, size, digest.hexdigest())


def _ended(noted: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines with a line feed at the end of each."""
    return (line + b"\n" for line in noted)


def _envelope(
    store: Store, owner: Identity, to: Sequence[Contact], kind: BundleKind, day: datetime.date
) -> tuple[Envelope, list[BundleRow]]:
    """Return the envelope of a new bundle, and the row that the vault stores of the bundle for each
    recipient.
    """
    line = store.setting("line") or ""
    bundle_id, chain = secrets.token_bytes(16), store.history.head()
    addresses, rows = [], []
    for contact in to:
        last = contacts.last_bundle(store.db, contact.num, outgoing=True)
        seq = 1 if last is None else last.seq + 1
        before = None if last is None else bytes.fromhex(last.id)
        addresses.append(envelope.address(bundle_id, contact.fingerprint, seq, before))
        rows.append(
            BundleRow(
                num=0,
                id=bundle_id.hex(),
                outgoing=True,
                contact=contact.num,
                seq=seq,
                kind=kind.value,
                day=day.isoformat(),
                line=line,
                history_number=chain.number,
                history_head=chain.mac,
            )
        )
    head = Envelope(
        id=bundle_id,
        sender=owner.fingerprint,
        line=line,
        to=envelope.with_dummies(addresses),
        created=day,
        kind=kind,
        history_number=chain.number,
        history_head=chain.mac,
        app=f"HRDDesk {VERSION}",
    )
    return head, rows


def _tag_files(owner: Identity, head: Envelope, entries: Sequence[ArchiveEntry]) -> dict[str, bytes]:
    """Return the tag files in their order; the last two are signatures that cover the whole bundle."""
    tag_files = {
        archive.BAGIT: bag.BAGIT_TEXT,
        archive.BAG_INFO: bag.bag_info(entries),
        archive.ENVELOPE: head.to_bytes(),
        archive.CARD: Card.make(owner).raw,
        archive.MANIFEST: bag.manifest({entry.path: entry.sha256 for entry in entries}),
    }
    signed = bag.manifest({path: hashlib.sha256(text).hexdigest() for path, text in tag_files.items()})
    tag_files[archive.TAG_MANIFEST] = signed
    tag_files[archive.SSH_SIGNATURE] = signatures.sshsig_sign(owner.signing, bag.NAMESPACE, signed).encode(
        "ascii"
    )
    tag_files[archive.MLDSA_SIGNATURE] = signatures.mldsa_sign(
        owner.signing, bag.NAMESPACE.encode("ascii"), signed
    )
    return tag_files


def _payload(
    store: Store,
    archived: ArchiveWriter,
    contents: _Contents,
    parcel: Parcel,
    job: Job,
) -> None:
    entries = contents.entries
    notes: Mapping[str, Iterable[bytes]] = {
        archive.CONTACTS: parcel.contact_lines,
        archive.RECEIPTS: parcel.receipt_lines,
        archive.PROTECTED: contents.protected,
        archive.CUSTODY: contents.custody,
    }
    done, total = 0, sum(entry.size for entry in entries) or 1
    for entry in entries:
        if entry.path == archive.RECORDS:
            chunks = _again((record_lines.encode_record(*each) for each in parcel.records), entry)
        elif entry.path in notes:
            chunks = _again(_ended(notes[entry.path]), entry)
        else:
            content = partial(store.blobs.read_into, entry.sha256, job=_behind(done, total, job))
            archived.add_filled(entry.path, entry.size, content)
            done += entry.size
            continue
        archived.add(entry.path, entry.size, _stepping(chunks, done, total, job))
        done += entry.size


def _behind(before: int, total: int, job: Job) -> Job:
    """Return a job that reports its steps to `job` as bytes of `total`, after the first `before` bytes."""
    return Job(lambda done, _: job.step(before + done, total))


def _stepping(chunks: Iterator[bytes], done: int, total: int, job: Job) -> Iterator[bytes]:
    for chunk in chunks:
        done += len(chunk)
        job.step(done, total)
        yield chunk


def _again(ended: Iterable[bytes], entry: ArchiveEntry) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for line in ended:
        digest.update(line)
        yield line
    if digest.hexdigest() != entry.sha256:
        raise AssertionError("the lines changed while they were written")
