"""The reading of a bundle into the review queue, sealed, in one transaction: all of it or nothing."""

import datetime
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hrddesk.bundle.format import archive, envelope, record_lines
from hrddesk.bundle.merging import level_changes
from hrddesk.bundle.merging.merge import Merge, MergeState
from hrddesk.bundle.merging.own_versions import Ours, our_version, our_versions, was_before
from hrddesk.bundle.merging.version_bounds import Vouched, compared
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.receipts.receipt_format import ReceiptSummary
from hrddesk.bundle.receiving import enclosures, repeats
from hrddesk.bundle.receiving.bundle_file import Stick, VerifiedBundle, open_bundle, opened_file, stanzas
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.bundle.trust.card_owner import Proof
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.errors import BundleDamaged, BundleKindDisputed, BundleMalformed, BundleSeenBefore
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import levels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.database import connection
from hrddesk.store.evidence import file_origins, staging
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.exchange import bundle_lines, receipt_rows, reviews
from hrddesk.store.exchange import contacts as contact_rows
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.records import outgoing
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

_PAGES: Final = 24
"""The MiB of database pages that are cached while reading: it continues from page to page."""
_LOOSENED, _PUBLIC, _DELETES = "loosened", "public", "deletes"
_REGROUPED, _BACK = "regrouped", "brings-back"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What anybody can see of a bundle without a key: the number of recipients, dummies included, and its
    size in bytes.
    """

    recipients: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSummary:
    """A bundle that was read and now waits for a person; `notices` are codes of `Notice`."""

    review: int
    sender: str
    state: ContactState
    new: int
    changed: int
    conflicts: int
    unchanged: int
    notices: tuple[str, ...]
    loosened: int
    """Records that would let more people see local data; that needs a separate consent."""
    arrive_public: int
    """New records with anything public."""
    deletes: int
    """Records that are here and that the sender deleted."""
    regrouped: int
    """Records that would change their people, case or kind of party; that needs the same consent."""
    brings_back: int
    """Records that were deleted here and would be restored."""
    receipts: ReceiptSummary | None = None
    """The receipts of the sender, if there are any; they need no consent."""


def inspect(path: Path) -> Inspected:
    """Look at a bundle without any key; raise FileUnreadable, NotABundle, BundleDamaged, BundleTooLarge."""
    with opened_file(path) as (stick, size):
        return Inspected(stanzas(stick), size)


def read(session: Session, path: Path, job: Job, *, day: datetime.date | None = None) -> ReviewSummary:
    """Verify a bundle and decrypt it into the review queue. Steps are bytes of the file.

    Raise BundleError, FileUnreadable, DiskFull. After an error or a cancellation, nothing of the bundle is
    left in the vault.
    """
    day = day or own_identity.today()
    store = session.store
    files: list[Blob] = []  # what lies in att/ and must go when anything fails
    try:
        with opened_file(path) as (stick, size):
            opened_bundle = open_bundle(stick, store, own_identity.known_identity(store), day)
            earlier = _seen_before(store, opened_bundle)
            with connection.few_pages(store.db, _PAGES), store.change("bundle.read"):
                review = _review(store, opened_bundle, day, earlier)
                passing = _stage(store, review, opened_bundle, stick, size, files, job)
                counts, receipt_report = _enter(session, review, opened_bundle, passing, job)
    except BaseException:
        for blob in files:
            store.blobs.discard(blob)
        raise
    for blob in passing.values():
        store.blobs.discard(blob)
    review_row = reviews.find(store.db, review)
    assert review_row is not None
    return ReviewSummary(
        review=review,
        sender=opened_bundle.sender.name,
        state=contacts.numbered(store, opened_bundle.sender.num).state,
        new=counts[MergeState.NEW],
        changed=counts[MergeState.CHANGED],
        conflicts=counts[MergeState.CONFLICT],
        unchanged=counts[MergeState.UNCHANGED],
        notices=review_row.notices,
        loosened=counts[_LOOSENED],
        arrive_public=counts[_PUBLIC],
        deletes=counts[_DELETES],
        regrouped=counts[_REGROUPED],
        brings_back=counts[_BACK],
        receipts=receipt_report,
    )


def _seen_before(store: Store, opened_bundle: VerifiedBundle) -> reviews.ReviewRow | None:
    """Return the review to open again if this bundle was read before and some of its records were dropped.

    Return None if the bundle was never read; raise BundleSeenBefore if it was read and nothing was dropped.
    """
    bundle = contact_rows.find_bundle(store.db, opened_bundle.envelope.id.hex(), opened_bundle.sender.num)
    if bundle is None:
        return None
    earlier = reviews.of_bundle(store.db, bundle.num)
    assert earlier is not None
    if not earlier.is_partial:
        raise BundleSeenBefore(review=earlier.num, state=earlier.state)
    return earlier


def _review(
    store: Store, opened_bundle: VerifiedBundle, day: datetime.date, earlier: reviews.ReviewRow | None
) -> int:
    """Store the bundle, its review, and the sender's newer card or keys; return the number of the review."""
    is_rotated = opened_bundle.found.proof is Proof.SUCCESSOR
    if is_rotated or opened_bundle.card.serial >= opened_bundle.sender.card.serial:
        contacts.follow(store, opened_bundle.found, opened_bundle.card, day)
    if earlier is not None:
        reviews.open_again(store.db, earlier.num)
        return earlier.num
    notices = (*([Notice.ROTATED] if is_rotated else []), *_notices(store, opened_bundle, day))
    head = opened_bundle.envelope
    bundle = BundleRow(
        num=0,
        id=head.id.hex(),
        outgoing=False,
        contact=opened_bundle.sender.num,
        seq=opened_bundle.address.seq,
        kind=head.kind.value,
        day=head.created.isoformat(),
        line=head.line,
        history_number=head.history_number,
        history_head=head.history_head,
    )
    return reviews.add(store.db, contact_rows.add_bundle(store.db, bundle), notices)


def _notices(store: Store, opened_bundle: VerifiedBundle, day: datetime.date) -> tuple[Notice, ...]:
    """Return the notices about how this bundle follows earlier ones; no bundle is refused for them."""
    head, address = opened_bundle.envelope, opened_bundle.address
    line = receipt_rows.current_line(store.db, opened_bundle.sender.num)
    last = contact_rows.last_bundle(store.db, opened_bundle.sender.num, outgoing=False)
    notices: list[Notice] = []
    before = 0 if last is None else last.seq
    if address.seq <= before:
        notices.append(Notice.SEQUENCE_BACK)
    else:
        prev = None if last is None else bytes.fromhex(last.id)
        follows = envelope.prev_of(head.id, opened_bundle.me, prev) == address.prev
        if address.seq > before + 1 or not follows:
            notices.append(Notice.SEQUENCE_GAP)
    if line is not None and line != head.line:
        # Every life begins with a newer card of the same keys.
        is_over = (
            opened_bundle.found.proof is Proof.SAME
            and opened_bundle.card.serial < opened_bundle.sender.card.serial
        )
        notices.append(Notice.OLD_LINE if is_over else Notice.NEW_LINE)
    elif last is not None and last.line == head.line and address.seq > before:
        notices += [Notice.HISTORY_BACK] if head.history_number < last.history_number else []
    if head.created > day + datetime.timedelta(days=1):
        notices.append(Notice.CLOCK_AHEAD)
    if last is not None and address.seq > before and head.created < datetime.date.fromisoformat(last.day):
        notices.append(Notice.CLOCK_BEHIND)
    return tuple(notices)


def _stage(
    store: Store,
    review: int,
    opened_bundle: VerifiedBundle,
    stick: Stick,
    size: int,
    files: list[Blob],
    job: Job,
) -> dict[str, Blob]:
    """Encrypt every payload file into the vault and verify its hash; return the temporary files by path.

    Each evidence file is appended to `files` as it is stored, so that the caller can remove it.
    """
    passing: dict[str, Blob] = {}
    stepping = Job(lambda _done, _total: job.step(stick.done, size))
    remaining_octets = opened_bundle.payload.octets
    for path, sha256 in opened_bundle.payload.hashes.items():
        largest = archive.MAX_NOTES if path in archive.NOTES else archive.MAX_FILE
        job.step(stick.done, size)
        blob = store.blobs.seal(opened_bundle.archive.next(path, min(remaining_octets, largest)), stepping)
        if blob.file_id is not None:
            files.append(replace(blob, content=None))
        if blob.sha256 != sha256:
            raise BundleDamaged(where=Translatable("a file inside is not the one that was signed"))
        remaining_octets -= blob.size
        if path in archive.LINES or not staging.stage(store.db, review, blob):
            passing[path] = blob
    opened_bundle.archive.finish()
    if remaining_octets:
        raise BundleMalformed(why=Translatable("its files are smaller than was signed"))
    return passing


def _enter(
    session: Session, review: int, opened_bundle: VerifiedBundle, passing: dict[str, Blob], job: Job
) -> tuple[Counter[str], ReceiptSummary | None]:
    """Store the records as items of the review, and the other content of the bundle.

    Return the numbers of records by state and by what `_count` finds in them, and the summary of the
    receipts.
    """
    store = session.store
    bundle = contact_rows.find_bundle(store.db, opened_bundle.envelope.id.hex(), opened_bundle.sender.num)
    assert bundle is not None
    own_line, issued = session.line, int(store.setting("counter") or 0)
    if opened_bundle.envelope.line == own_line:
        raise BundleMalformed(why=Translatable("it claims to come from this vault"))
    counts: Counter[str] = Counter()
    away = merged_away(store.db)
    vouched, doubtful = Vouched(store, bundle, session.line), list[RecordId]()
    attachments = {path.removeprefix(archive.ATTACHMENTS) for path in opened_bundle.payload.attachments}
    attached = set(attachments)
    last = ""
    for raw in record_lines.batches(enclosures.lines_of(store, passing[archive.RECORDS]), enclosures.STEP):
        job.step(1, 1)
        batch = _compared_at_once(store, review, raw)
        reviews.add_lines(store.db, review, [(came.id, came.line) for came in batch if not came.history])
        reviews.add_repeats(store.db, review, [(came.id, came.history) for came in batch if came.history])
        file_origins.note(store.db, [(came.id, came.sha256) for came in batch if came.sha256 in attachments])
        ours = our_versions(store, [came.id for came in batch if came.is_to_be_merged])
        for came in batch:
            if came.id <= last:
                raise BundleMalformed(why=Translatable("the records are not sorted"))
            last = came.id
            attached.discard(came.sha256)
            if came.theirs is None:
                counts[MergeState.UNCHANGED] += 1
                continue
            record, version = came.theirs
            if version.context.get(own_line, 0) > issued:
                raise BundleMalformed(
                    why=Translatable("it claims changes of this vault that were never made")
                )
            if not came.is_to_be_merged:
                counts[MergeState.NEW] += 1
                counts[_PUBLIC] += levels.is_public(record)
                continue
            here = ours.get(record.id)
            if here is not None and vouched.is_doubtful(here[1], version):
                doubtful.append(record.id)  # what to believe follows from the whole bundle
            else:
                _count(store, counts, away, _compared(store, vouched, here, came.theirs))
    for record_id in doubtful:
        theirs = record_lines.decode_text(reviews.line_of(store.db, review, record_id))
        _count(store, counts, away, _compared(store, vouched, our_version(store, record_id), theirs))
    if attached:
        raise BundleMalformed(why=Translatable("a file that no record speaks of"))
    enclosures.enter_protected(store, review, passing[archive.PROTECTED], job)
    enclosures.enter_custody(
        store, review, passing[archive.CUSTODY], opened_bundle.envelope.history_number, job
    )
    bundle_lines.drop(store.db, review)
    introduced = enclosures.enter_contacts(store, review, passing[archive.CONTACTS], job)
    acknowledges = enclosures.enter_receipts(store, review, passing[archive.RECEIPTS], job) > 0
    receipt_report = receipt_format.said(store, review)
    if _saw_more(session, receipt_report):
        reviews.add_notice(store.db, review, Notice.SEEN_AHEAD)
    if acknowledges and not introduced and not reviews.waiting(store.db, review):
        reviews.close(store.db, review)  # it asks nobody for a decision
    return counts, receipt_report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    """One line of a bundle. `theirs` is None if the record is identical here; `sha256` is that of an evidence
    file.
    """

    line: str
    history: int
    """The row of the history with the identical state, 0 for none."""
    id: RecordId
    sha256: str
    theirs: Ours | None
    is_to_be_merged: bool
    """Whether a local version exists that it may differ from, even a deletion."""


def _compared_at_once(store: Store, review: int, raw: Sequence[bytes]) -> list[_Came]:
    """Read lines, and recognise without a merge the records that are identical here or were never here.

    Raise BundleKindDisputed for a record that waits in another review as another kind.
    """
    repeated = repeats.among(store, raw)
    others = [
        record_lines.decode_record(line) for line, repeat in zip(raw, repeated, strict=True) if repeat is None
    ]
    disputed = reviews.other_kinds(store.db, review, {record.id: record.kind.value for record, _ in others})
    if disputed:
        raise BundleKindDisputed(review=disputed)
    known_ids = outgoing.known(store.db, [record.id for record, _ in others])
    remaining, arrivals = iter(others), []
    for line, repeat in zip(raw, repeated, strict=True):
        if repeat is not None:
            arrivals.append(
                _Came(
                    line="",
                    history=repeat.history,
                    id=repeat.id,
                    sha256=repeat.sha256,
                    theirs=None,
                    is_to_be_merged=False,
                )
            )
            continue
        record, version = theirs = next(remaining)
        sha256 = record.text("sha256") if record.kind is Kind.EVIDENCE else ""
        is_ruled = record.id in known_ids or version.deleted
        arrivals.append(
            _Came(
                line=line.decode("utf-8"),
                history=0,
                id=record.id,
                sha256=sha256,
                theirs=theirs,
                is_to_be_merged=is_ruled,
            )
        )
    return arrivals


def _saw_more(session: Session, receipt_report: ReceiptSummary | None) -> bool:
    """Tell whether the sender saw a history of this vault's present replica that differs from the present
    history.

    If so, an older copy of the whole vault was put back, which only another desk can notice; or the sender
    errs. A vault that was restored from a backup has another replica, and nothing is reported.
    """
    if receipt_report is None or receipt_report.seen.line != session.line:
        return False
    own_head = session.store.history.head_at(receipt_report.seen.number)
    return own_head is None or own_head.mac != receipt_report.seen.head


def _count(store: Store, counts: Counter[str], away: Collection[RecordId], merged: Merge) -> None:
    was = was_before(store, merged)
    counts[merged.state] += 1
    counts[_LOOSENED] += bool(level_changes.proposed(merged, was))
    counts[_REGROUPED] += bool(level_changes.regrouped(merged, level_changes.their_side(merged), was))
    counts[_BACK] += level_changes.brings_back(merged) and merged.id not in away
    counts[_PUBLIC] += level_changes.arrives_public(merged)
    whole_part = merged.parts[0]
    counts[_DELETES] += whole_part.ours is False and whole_part.theirs is True


def _compared(store: Store, vouched: Vouched, ours: Ours | None, theirs: Ours) -> Merge:
    """Compare a record with ours; raise BundleMalformed if its id is known here for another kind."""
    if ours is None and store.tables.kind_ever(theirs[0].id) not in (None, theirs[0].kind):
        raise BundleMalformed(why=Translatable("a record of another kind than before"))
    try:
        return compared(vouched, ours, theirs)
    except ValueError:
        raise BundleMalformed(why=Translatable("a record of another kind than before")) from None
