"""The records that a contact has, according to the latest receipt of its present vault.

A receipt that claims more of our changes than ever left this vault is reduced to what was sent, like every
claim (`merging.version_bounds`). If this desk never changed a record, the contact counts as having what it
sent itself. A contact can still claim wrongly that changes of other desks reached it: nobody here can know
that.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.receipts.receipt_format import AcceptedChanges, RequestKind, Seen
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import bundle_lines, receipt_rows
from hrddesk.store.exchange.contacts import bundle_numbered
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store


class Acknowledged:
    """The records that one contact has, read from the database when needed. Do not use it after a change."""

    def __init__(self, store: Store, contact: Contact, only: Collection[RecordId] | None = None) -> None:
        """Prepare to read the receipts; `only` limits them to these records, which is quicker."""
        self._store = store
        self._contact = contact.num
        self._only = only
        self._own_line = store.setting("line") or ""
        line = receipt_rows.current_line(store.db, contact.num)
        latest_receipts = bundle_lines.latest_receipts(store.db, contact.num, line)
        self._said = None if latest_receipts is None else receipt_format.said(store, latest_receipts[1])
        self._review = 0 if latest_receipts is None or self._said is None else latest_receipts[1]
        """The review with the latest receipts; 0 if there are none, or none that report a seen history."""
        self.day: datetime.date | None = None
        """The day of the latest receipt by its writer's clock; None if there is none."""
        if latest_receipts is not None and self._said is not None:
            self.day = datetime.date.fromisoformat(bundle_numbered(store.db, latest_receipts[0]).day)

    @cached_property
    def asked(self) -> Mapping[RecordId, Collection[RequestKind]]:
        """The requests of the contact by record; some records may never have been here."""
        requests_by_record: dict[RecordId, set[RequestKind]] = {}
        for record, what in () if self._said is None else self._said.asked:
            requests_by_record.setdefault(record, set()).add(what)
        return requests_by_record

    @property
    def seen(self) -> Seen | None:
        """How far the contact saw our history; None if it reports nothing about the present replica of this
        vault.
        """
        seen = None if self._said is None else self._said.seen
        return seen if seen is not None and seen.line == self._own_line else None

    def has(self, record: RecordId, context: Mapping[str, int]) -> bool:
        """Tell whether the contact has every change of a record that `context` contains."""
        if self._has_said(record, context):
            return True
        return self._own_line not in context and _covers(self._brought.get(record, {}), context)

    @property
    def has_acknowledged(self) -> bool:
        """Whether the latest receipt of the contact acknowledges any record."""
        return self._said is not None and self._said.accepted > 0

    def names(self, record: RecordId) -> bool:
        """Tell whether the latest receipt says that any version of a record was accepted."""
        return record in self._accepted

    def knows(self, record: RecordId) -> bool:
        """Tell whether the contact has any version of a record that is or was here."""
        return self.names(record) or record in self._brought

    def has_file(self, evidence: RecordId) -> bool:
        """Tell whether the contact has the file of a piece of evidence.

        The contact's latest receipt must say so, and a bundle for the contact must have contained the file: a
        contact can know the hash without the file.
        """
        piece, has = self._store.find(evidence), self._accepted.get(evidence)
        is_said = piece is not None and has is not None and has.file == piece.text("sha256")
        return is_said and receipt_rows.was_sent_file(self._store.db, self._contact, evidence)

    def lacks(self, record: RecordId, context: Mapping[str, int]) -> bool:
        """Tell whether to send a record to the contact: the contact lacks a change of it or asks for it."""
        return record in self.asked or not self.has(record, context)

    def unsaid(self, ids: Iterable[RecordId]) -> list[RecordId]:
        """Return those records that the contact's receipts do not fully acknowledge.

        This includes records that came from the contact: it may have handed them off and forgotten them.
        """
        record_contexts = receipt_rows.contexts(self._store.db, list(ids))
        return [
            record
            for record, context in record_contexts
            if record in self.asked or not self._has_said(record, context)
        ]

    def _has_said(self, record: RecordId, context: Mapping[str, int]) -> bool:
        has = self._accepted.get(record)
        return _covers(self._cut(record, {} if has is None else has.context), context)

    def lacking(self, ids: Iterable[RecordId]) -> list[RecordId]:
        """Return those of the records `ids` that should be sent to the contact."""
        record_contexts = receipt_rows.contexts(self._store.db, list(ids))
        return [record for record, context in record_contexts if self.lacks(record, context)]

    def _cut(self, record: RecordId, stated_context: Mapping[str, int]) -> Mapping[str, int]:
        claimed = stated_context.get(self._own_line, 0)
        return (
            stated_context
            if not claimed
            else {**stated_context, self._own_line: min(claimed, self._sent(record))}
        )

    def _sent(self, record: RecordId) -> int:
        if self._only is not None:
            return outgoing.sent(self._store.db, self._own_line, record)
        return self._all_sent.get(record, 0)

    @cached_property
    def _accepted(self) -> Mapping[RecordId, AcceptedChanges]:
        return dict(receipt_format.accepted(self._store, self._review, self._only))

    @cached_property
    def _all_sent(self) -> Mapping[RecordId, int]:
        return receipt_rows.all_sent(self._store.db, self._own_line)

    @cached_property
    def _brought(self) -> Mapping[RecordId, Mapping[str, int]]:
        return receipt_rows.brought(self._store.db, self._contact, self._only)


def _covers(left: Mapping[str, int], right: Mapping[str, int]) -> bool:
    return all(left.get(line, 0) >= counter for line, counter in right.items())
