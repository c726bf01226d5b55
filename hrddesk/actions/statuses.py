"""Where people are, as of any day, and as it was known on any day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis.status import Reason, Status, status_of
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store.store import Store

PEOPLE = frozenset({"", "person", "group"})
"""The kinds of party that have a status; organisations and authorities have none."""


def has_status(party: Record) -> bool:
    """Tell whether this kind of party can have a status."""
    return party.text("kind") in PEOPLE


def of_party(store: Store, party_id: RecordId, day: date, known_on: date | None = None) -> Status | None:
    """Return the status of one party, None for one that can have none; raise RecordNotFound."""
    known = Knowledge(store, known_on)
    found = known.parties([party_id])
    party = found[0] if found else store.get(party_id)
    return _told(party, known.events_of(party_id), day, store.whereabouts.bystanders([party_id]))


def of_parties(store: Store, ids: Iterable[RecordId], day: date) -> dict[RecordId, Status]:
    """Return the statuses of these parties, for a page of a list; those that have none are left out."""
    wanted = list(dict.fromkeys(ids))
    bystanders, words = store.whereabouts.bystanders(wanted), store.words()
    return {
        party.id: status
        for party, events in store.whereabouts.of_parties(wanted, words=words)
        if (status := _told(party, events, day, bystanders)) is not None
    }


def of_cases(
    store: Store, cases: Sequence[RecordId], day: date, known_on: date | None = None
) -> dict[RecordId, list[Status]]:
    """Return for each of these cases the statuses of those to whom something happened, in their order.

    With `known_on` who was not recorded on that day is left out.
    """
    people = store.whereabouts.people_of_cases(cases)
    if known_on is None:
        found = of_parties(store, (party for named in people.values() for party in named), day)
    else:
        found = {party.id: status for party, status in of_all(store, day, known_on) if status is not None}
    return {case: [found[party] for party in people.get(case, ()) if party in found] for case in cases}


def of_all(store: Store, day: date, known_on: date | None = None) -> Iterator[tuple[Record, Status | None]]:
    """Yield every party with its status, None for one that can have none."""
    known = Knowledge(store, known_on)
    by_party = known.events_by_party
    bystanders = store.whereabouts.bystanders(store.ids(Kind.PARTY))
    for party in known.all(Kind.PARTY):
        yield party, _told(party, by_party.get(party.id, []), day, bystanders)


def _told(
    party: Record, events: Iterable[Record], day: date, bystanders: Collection[RecordId]
) -> Status | None:
    """Return the status of a party. To a bystander, as a witness or a lawyer, nothing happened but death."""
    if not has_status(party):
        return None
    status = status_of(party, events, day)
    return None if status.reason is Reason.NO_EVENTS and party.id in bystanders else status
