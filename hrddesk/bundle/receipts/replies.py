"""The receipts that this desk sends to a contact: accepted changes, requests, and the seen history.

For each record that the contact ever sent, a receipt tells how much of the contact's version ours contains,
and no more: the contact does not learn of other desks' changes. So the receipts for one contact are sent to
nobody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hrddesk.bundle.receipts.receipt_format import AcceptedChanges, Receipts, RequestKind, Seen
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import receipt_rows
from hrddesk.store.exchange.receipt_rows import Ask
from hrddesk.store.records.store import Store

_BATCH: Final = 500


def receipts_for(store: Store, contact: Contact) -> Receipts | None:
    """Return the receipts for a contact, or None if no bundle of it was ever read."""
    last = receipt_rows.latest(store.db, contact.num)
    if last is None:
        return None
    requests = frozenset((ask.record, RequestKind(ask.what)) for ask in open_asks(store, contact))
    seen = Seen(last.line, last.history_number, last.history_head)
    return Receipts(seen, _Accepted(store, contact.num), requests)


@dataclass(frozen=True, slots=True)
class _Accepted:
    """The accepted changes of the records that a contact sent, read from the database while iterated."""

    store: Store
    contact: int

    def __iter__(self) -> Iterator[tuple[RecordId, AcceptedChanges]]:
        brought = receipt_rows.each_brought(self.store.db, self.contact)
        while came := dict(islice(brought, _BATCH)):
            files = receipt_rows.files_here(self.store.db, list(came))
            for record, ours in receipt_rows.contexts(self.store.db, list(came)):
                theirs = came[record]
                both = {line: min(counter, ours[line]) for line, counter in theirs.items() if line in ours}
                if both:
                    yield record, AcceptedChanges(both, files.get(record, ""))


def open_asks(store: Store, contact: Contact) -> list[Ask]:
    """Return the requests to a contact that it has not answered yet."""
    return [
        ask for ask in receipt_rows.asks(store.db, contact.num) if not _is_answered(store, contact.num, ask)
    ]


def ask(store: Store, contact: Contact, record: RecordId, what: RequestKind) -> None:
    """Ask a contact for a record or a file, in its next receipt; the caller owns the transaction."""
    since = receipt_rows.last_bundle_number(store.db)
    other_asks = [item for item in open_asks(store, contact) if (item.record, item.what) != (record, what)]
    receipt_rows.set_asks(store.db, contact.num, [*other_asks, Ask(record, what.value, since)])


def withdraw(store: Store, contact: Contact, record: RecordId) -> None:
    """Drop all requests to a contact about a record, in the caller's transaction."""
    other_asks = [item for item in open_asks(store, contact) if item.record != record]
    receipt_rows.set_asks(store.db, contact.num, other_asks)


def _is_answered(store: Store, contact: int, item: Ask) -> bool:
    if item.what == RequestKind.EVIDENCE:
        record = store.find(item.record)
        return record is not None and store.blobs.known(record.text("sha256"))
    return receipt_rows.came_since(store.db, contact, item.record, item.since)
