"""The people involved in a case: in its texts, even a part of their name identifies them."""

from collections.abc import Iterable

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.facts.facts import Facts


def involved_in(facts: Facts, records: Iterable[Record]) -> frozenset[RecordId]:
    """Return the parties that are involved in the given cases and events.

    These are all parties that take part in a case or in one of its events, in any role, and all parties in a
    relation to one of them, such as the wife of a prisoner. Only one relation is followed from each party,
    since several in a row could connect a whole vault.
    """
    subjects = list(records)
    near = {record.id for record in subjects}
    for record in subjects:
        if record.kind is Kind.CASE:
            near |= {event.id for event in facts.events_of(record.id)}
            near |= {party.id for party in facts.people_of(record)}
        else:
            near |= {RecordId(str(element.get("party"))) for element in record.values("parties")}
    return frozenset(party for party in near | facts.related_to(near) if facts.party(party) is not None)
