"""The delivery status of each case with each contact, according to its latest receipt."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.trust import contacts
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import receipt_rows
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job

_STEP = 256


class Holding(StrEnum):
    """The delivery status of a case."""

    ALL = "all"
    PART = "part"  # it has the case, but not what was changed or added since, or was kept back
    WAITS = "waits"  # the case left here in a bundle, and no receipt speaks of it
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHolding:
    """How much of a case a contact has: the number of records, and how many of them the contact lacks or has
    in part.
    """

    case: RecordId
    holding: Holding
    records: int
    lacking: int
    is_acknowledged: bool
    """Whether the contact's latest receipt acknowledges any record of the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactHolding:
    """The latest receipt of a contact, and the delivery status of each case."""

    contact: Contact
    receipt_day: datetime.date | None
    """The day of the contact's latest receipt, by the contact's clock."""
    seen: int | None
    """The last row of this vault's history that the contact saw; None if it does not report the present
    replica.
    """
    seen_day: datetime.date | None
    cases: Mapping[RecordId, CaseHolding]
    asked: Sequence[tuple[RecordId, RequestKind]]
    """The requests of the contact."""


def of_contacts(
    store: Store, job: Job, case: RecordId | None = None, contact_name: str = ""
) -> list[ContactHolding]:
    """Return the delivery status of one case, or of each, for every contact with bundles or receipts.

    `contact_name` limits the result to one contact; raise ContactNotFound.
    """
    named = receipt_rows.members(store.db, case)
    contexts = dict(receipt_rows.contexts(store.db, sorted(set[RecordId]().union(*named.values()))))
    records_by_case = {
        owner: records & contexts.keys() for owner, records in named.items() if owner in contexts
    }
    only = None if case is None else contexts.keys()
    line = store.setting("line") or ""
    if case is None:
        sent_by_case = receipt_rows.all_sent(store.db, line)
    else:
        sent_by_case = {case: outgoing.sent(store.db, line, case)}
    holding_list = []
    for contact in [contacts.named(store, contact_name)] if contact_name else contacts.everybody(store):
        handed = receipt_rows.was_handed_any(store.db, contact.num)
        who = Acknowledged(store, contact, only)
        if not handed and who.day is None:
            continue
        lacking = {record for record, context in contexts.items() if not who.has(record, context)}
        cases = {}
        for number, (name, records) in enumerate(records_by_case.items()):
            if number % _STEP == 0:
                job.step(number, len(records_by_case))
            without = len(records & lacking)
            if not without:
                holding = Holding.ALL
            elif who.knows(name):
                holding = Holding.PART
            else:
                holding = Holding.WAITS if handed and sent_by_case.get(name) else Holding.NONE
            is_acknowledged = any(map(who.names, records))
            cases[name] = CaseHolding(
                case=name,
                holding=holding,
                records=len(records),
                lacking=without,
                is_acknowledged=is_acknowledged,
            )
        seen = who.seen
        day = None if seen is None else _day(store, seen.number)
        requests = sorted((record, what) for record, every in who.asked.items() for what in every)
        holding_list.append(
            ContactHolding(
                contact=contact,
                receipt_day=who.day,
                seen=None if seen is None else seen.number,
                seen_day=day,
                cases=cases,
                asked=requests,
            )
        )
    return holding_list


def _day(store: Store, number: int) -> datetime.date | None:
    time = receipt_rows.history_time(store.db, number)
    return None if time is None else datetime.datetime.fromtimestamp(time, tz=datetime.UTC).date()
