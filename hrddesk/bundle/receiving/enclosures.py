"""The content of a bundle besides its records: contacts, receipts, protected places, custody logs.

Each line is checked and stored with the review while the records of the bundle are stored; the caller owns
the transaction. No record is changed.
"""

from collections.abc import Iterator
from typing import Final

from hrddesk.bundle.format import custody_lines, protected_lines, record_lines
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.errors import BundleAsksTooMuch, BundleContactsTooMany, BundleMalformed
from hrddesk.errors.translatable import Translatable
from hrddesk.store.evidence import custody
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.exchange import bundle_lines, reviews
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.publications import protected_texts
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job

STEP: Final = 256
"""The number of lines that are read together."""


def enter_contacts(store: Store, review: int, blob: Blob, job: Job) -> int:
    """Check the lines of contacts and store them with the review; return their number."""
    count = 0
    for batch in _batches(store, blob, About.CONTACTS):
        job.step(1, 1)
        count += len(batch)
        if count > receipt_format.MAX_CONTACTS:
            raise BundleContactsTooMany(most=receipt_format.MAX_CONTACTS)
        for line in batch:
            receipt_format.check_contact(line)
        bundle_lines.add(store.db, review, About.CONTACTS, [line.decode("utf-8") for line in batch])
    return count


def enter_receipts(store: Store, review: int, blob: Blob, job: Job) -> int:
    """Check the lines of receipts and store them with the review; return the number of lines."""
    count = ask_count = 0
    for batch in _batches(store, blob, About.RECEIPTS):
        job.step(1, 1)
        count += len(batch)
        ask_count += sum(map(receipt_format.check_receipt, batch))
        if ask_count > receipt_format.MAX_ASKED:
            raise BundleAsksTooMuch(most=receipt_format.MAX_ASKED)
        bundle_lines.add(store.db, review, About.RECEIPTS, [line.decode("ascii") for line in batch])
    return count


def enter_protected(store: Store, review: int, blob: Blob, job: Job) -> None:
    """Store the protected places in the texts of a bundle, even for texts that this vault has already.

    The places apply from now on until the review is rejected: they change no record, and can only keep more
    out of a publication.
    """
    last = ("", "")
    for batch in record_lines.batches(lines_of(store, blob), STEP):
        job.step(1, 1)
        for raw in batch:
            places = protected_lines.decode(raw)
            if (places.record, places.field) <= last:
                raise BundleMalformed(why=Translatable("the protected places are not sorted"))
            last = (places.record, places.field)
            line = reviews.line_of(store.db, review, places.record)
            if not line:
                raise BundleMalformed(why=Translatable("protected places of a record that is not in it"))
            text = places.text_in(record_lines.decode_text(line)[0])
            protected_texts.note(store.db, review, places.record, places.field, text, places.spans)


def enter_custody(store: Store, review: int, blob: Blob, newest: int, job: Job) -> None:
    """Store the sender's custody logs of the evidence in a bundle, even for evidence that this vault has
    already.

    No record is changed. If a log contradicts an earlier bundle of the same contact, add a notice to the
    review.
    """
    last = ""
    for batch in record_lines.batches(lines_of(store, blob), STEP):
        job.step(1, 1)
        for raw in batch:
            log = custody_lines.decode(raw, newest)
            if log.record <= last:
                raise BundleMalformed(why=Translatable("the custody logs are not sorted"))
            last = log.record
            line = reviews.line_of(store.db, review, log.record)
            if not line or not custody_lines.is_of(*record_lines.decode_text(line)):
                raise BundleMalformed(why=Translatable("a custody log of what is no evidence in it"))
            custody.add_claims(store.db, review, log.record, log.own, log.others)
    if custody_lines.lacking(store, review):
        reviews.add_notice(store.db, review, Notice.CUSTODY)


def _batches(store: Store, blob: Blob, about: About) -> Iterator[list[bytes]]:
    return record_lines.batches(lines_of(store, blob), bundle_lines.IN_A_ROW[about])


def lines_of(store: Store, blob: Blob) -> Iterator[bytes]:
    """Yield the lines of one file of a bundle, which is sealed in the vault as `blob`."""
    return record_lines.split(store.blobs.chunks_of(blob))
