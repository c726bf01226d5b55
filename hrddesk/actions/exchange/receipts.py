"""Receipts: tell contacts what arrived here, ask contacts for records, and read the receipts of contacts."""

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from errno import ENOENT, ENOTDIR
from pathlib import Path
from typing import Final

from hrddesk.actions.exchange.bundles import Sent
from hrddesk.bundle.receipts import holdings, receipt_format, replies
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receipts.holdings import ContactHolding
from hrddesk.bundle.receipts.receipt_format import ReceiptSummary, RequestKind
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.review_items import ReviewHead
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.trust import contacts
from hrddesk.errors import HrdDeskError, InvalidValue, NothingToAcknowledge, WriteFailed
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, is_id
from hrddesk.store.exchange import receipt_rows
from hrddesk.store.exchange.receipt_rows import Ask
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job, one_after_another

_SHOWN: Final = 8  # digits of an id


def write_receipt(session: Session, path: Path, to: str, job: Job) -> Sent:
    """Write a small bundle that acknowledges the records of a contact and has no records itself.

    Raise ContactNotFound, NothingToAcknowledge, and the errors of `bundle.sending.write.write`.
    """
    contact = contacts.named(session.store, to)
    packed = packing.receipt(session.store, contact)
    if not packed.has_receipts:
        raise NothingToAcknowledge
    return Sent(write.write(session, path, [contact], packed.parcel, job), packed)


@dataclass(frozen=True, slots=True)
class ReceiptOutcome:
    """The outcome of one contact's receipt: written, refused, or not written because the work was
    cancelled.
    """

    name: str
    sent: Sent | None = None
    error: HrdDeskError | None = None


def owed(store: Store) -> list[str]:
    """Return the names of the contacts whose records were accepted since the last separate receipt to them.

    A receipt inside a bundle of records does not count: a contact may get the same receipt twice, which does
    no harm.
    """
    return sorted(contacts.numbered(store, number).name for number in receipt_rows.unanswered(store.db))


def write_receipts(session: Session, folder: Path, job: Job) -> list[ReceiptOutcome]:
    """Write into a folder a receipt for each contact in `owed`; the names of the files say nothing.

    An error for one contact does not stop the others. Receipts written before a cancellation stay. `job`
    reports progress per contact. Raise WriteFailed if the folder does not exist.
    """
    with files.told(folder):
        if not folder.is_dir():
            raise WriteFailed(path=folder.name, why=os.strerror(ENOTDIR if folder.exists() else ENOENT))
    outcomes = one_after_another(
        owed(session.store), lambda name, each: write_receipt(session, folder, name, each), job
    )
    return [ReceiptOutcome(each.item, each.made, each.error) for each in outcomes]


def ask(session: Session, to: str, record: RecordId, what: RequestKind) -> list[Ask]:
    """Ask a contact for a record or for a file of evidence; the next receipt to the contact contains the
    request.

    Return all open requests to the contact. Raise ContactNotFound. Raise InvalidValue for a file that is
    already here, or for a record that has no file.
    """
    store, contact = session.store, contacts.named(session.store, to)
    stored = store.find(record)
    if what is RequestKind.EVIDENCE and stored is not None and not lacks_file(store, stored):
        raise InvalidValue(field="evidence", why=Translatable("evidence whose file is not here"))
    with store.change("bundle.asked"):
        replies.ask(store, contact, record, what)
    return replies.open_asks(store, contact)


def lacks_file(store: Store, record: Record) -> bool:
    """Tell whether a record is evidence whose file is not here."""
    return record.kind is Kind.EVIDENCE and not store.blobs.known(record.text("sha256"))


def who_brought(store: Store, record: RecordId) -> list[str]:
    """Return the names of the contacts who sent a record, and so can be asked for more about it."""
    return [
        contact.name
        for contact in contacts.everybody(store)
        if receipt_rows.came_since(store.db, contact.num, record, 0)
    ]


def withdraw(session: Session, to: str, record: RecordId) -> list[Ask]:
    """Withdraw all requests to a contact for a record; return the remaining requests. Raise
    ContactNotFound.
    """
    store, contact = session.store, contacts.named(session.store, to)
    with store.change("bundle.asked"):
        replies.withdraw(store, contact, record)
    return replies.open_asks(store, contact)


def withdraw_all(session: Session, to: str) -> None:
    """Withdraw all requests to a contact; raise ContactNotFound."""
    contact = contacts.named(session.store, to)
    with session.store.change("bundle.asked"):
        receipt_rows.set_asks(session.store.db, contact.num, [])


def asked_of(session: Session, to: str) -> list[Ask]:
    """Return the open requests to a contact; raise ContactNotFound."""
    return replies.open_asks(session.store, contacts.named(session.store, to))


@dataclass(frozen=True, slots=True)
class LastWord:
    """What a contact and this desk ask of each other, such as a file, and the contact's latest receipt.

    `day` is None if the contact sent no receipt.
    """

    day: datetime.date | None
    asked: Sequence[tuple[str, RequestKind]]
    """The requests of the contact, by reference, or by the beginning of the id if a record has no
    reference.
    """
    wanted: Sequence[tuple[str, RequestKind]]
    """The open requests of this desk to the contact."""


def last_words(store: Store) -> dict[str, LastWord]:
    """Return the requests and the day of the latest receipt of every contact, by the contact's name."""
    words_by_contact = {}
    for contact in contacts.everybody(store):
        who = Acknowledged(store, contact, ())
        their_requests = sorted(
            (_ref(store, record), what) for record, every in who.asked.items() for what in every
        )
        our_requests = [
            (_ref(store, item.record), RequestKind(item.what)) for item in replies.open_asks(store, contact)
        ]
        words_by_contact[contact.name] = LastWord(who.day, their_requests, our_requests)
    return words_by_contact


def _ref(store: Store, record: RecordId) -> str:
    stored = store.find(record)
    return record[:_SHOWN] if stored is None else stored.text("ref") or record[:_SHOWN]


def what_others_have(store: Store, job: Job, case: RecordId | None = None) -> Sequence[ContactHolding]:
    """Return what every contact has of a case, or of each case for None, according to its latest receipt."""
    return holdings.of_contacts(store, job, case)


@dataclass(frozen=True, slots=True)
class Received:
    """The summary of a bundle that has only receipts, and what its sender has now."""

    head: ReviewHead
    said: ReceiptSummary
    holding: ContactHolding | None
    """What the sender has by its latest receipt.

    None if none of its receipts counts and no bundle was sent to it.
    """


def received(store: Store, number: int, job: Job) -> Received | None:
    """Return the summary of a bundle that has only receipts, or None for any other bundle.

    Raise ReviewNotFound.
    """
    head = acceptance.head(store, number)
    statement = receipt_format.said(store, number) if head.is_receipt else None
    if statement is None:
        return None
    contact_holdings = holdings.of_contacts(store, job, contact_name=head.sender)
    return Received(head, statement, next(iter(contact_holdings), None))


def find_record(session: Session, ref: str) -> RecordId:
    """Return the id of a record by its reference or whole id; raise RecordNotFound.

    A whole id is returned even if this vault does not have the record.
    """
    typed = ref.strip().lower()
    return RecordId(typed) if is_id(typed) else session.store.by_ref(ref).id
