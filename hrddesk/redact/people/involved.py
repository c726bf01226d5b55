"""The people involved in a case: in its texts, a part of their names is enough to identify them."""

from collections.abc import Iterable

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.facts.facts import Facts


def involved_in(facts: Facts, records: Iterable[Record]) -> frozenset[RecordId]:
    """Return the parties that these cases and events are about.

    Those are all whom a case, or an event of it, names in whatever role, and all who stand in a relation to
    one of them: the wife of a prisoner need not take part in anything. It goes one step only, or a few
    relations would tie a whole vault together.
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
