"""The traces outside the vault of a person who refused or withdrew consent: what to correct, whom to notify.

The consistency checks take their findings about consent from here, also those about impossible answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hrddesk.actions.editions import publication_decisions
from hrddesk.analysis.consistency.checks_of_consents import answers_that_cannot_be
from hrddesk.analysis.consistency.findings import Check, Finding, about
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import ABOUT, CASES, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules import consents
from hrddesk.records.rules.consents import ConsentState
from hrddesk.store.exchange import receipt_rows
from hrddesk.store.publications import consents as stored
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.published_people import Stood
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The publications, by number, that name or show a person, and the contacts who have the person's
    record.
    """

    party: RecordId
    named: tuple[int, ...]
    pictured: tuple[int, ...]
    """The publications with a picture of the person or of one of the person's cases."""
    held_by: tuple[str, ...]
    """The contacts who have the record according to their receipts or bundles."""
    perhaps_held_by: tuple[str, ...]
    """The contacts to whom bundles were sent and who have not confirmed the record."""

    @property
    def is_empty(self) -> bool:
        """Whether no publication and no contact has the person, as far as this vault knows."""
        return not (self.named or self.pictured or self.held_by or self.perhaps_held_by)

    @property
    def publications(self) -> tuple[int, ...]:
        """The numbers of all publications to correct."""
        return tuple(sorted({*self.named, *self.pictured}))


def trace(store: Store, party: Record) -> Trace:
    """Return the publications that name or show a person, and the contacts who have, or may have, the
    person's record.
    """
    merged = merged_away(store.db)
    ids = {party.id, *(merged_id for merged_id, survivor in merged.items() if survivor == party.id)}
    named = {
        row.publication
        for row in published_people.people_as_merged(store.db)
        if row.stood is Stood.NAMED and row.party == party.id
    }
    holders, perhaps = list[str](), list[str]()
    has_left = any(stored.has_left(store.db, record) for record in ids)
    for contact in contacts.everybody(store):
        acknowledged = Acknowledged(store, contact)
        if any(acknowledged.knows(record) for record in ids):
            holders.append(contact.name)
        elif has_left and receipt_rows.was_handed_any(store.db, contact.num):
            perhaps.append(contact.name)
    return Trace(
        party=party.id,
        named=tuple(sorted(named)),
        pictured=tuple(sorted(_pictured(store, ids))),
        held_by=tuple(holders),
        perhaps_held_by=tuple(perhaps),
    )


def is_asked_for(party: Record) -> bool:
    """Tell whether a person refused or withdrew consent to be published.

    If so, the publications and contacts that `trace` returns are to be corrected and notified.
    """
    state = consents.current(party, own_identity.today()).state
    return state in (ConsentState.REFUSED, ConsentState.WITHDRAWN) or consents.keeps_out(party)


def refuse_now(store: Store, publication: int) -> list[RecordId]:
    """Return the people in a publication who, by their present consent, must not be published or not be
    named.
    """
    today = own_identity.today()
    rows = [row for row in published_people.people_as_merged(store.db) if row.publication == publication]
    stood = {row.party for row in rows}
    named = {row.party for row in rows if row.stood is Stood.NAMED}
    return [
        party.id
        for party in store.many(Kind.PARTY, sorted(stood & set(stored.answered(store.db))))
        if consents.keeps_out(party) or (party.id in named and consents.current(party, today).refuses)
    ]


def findings(store: Store) -> Iterator[Finding]:
    """Yield the findings about consent: people who refused but are named outside, and impossible answers."""
    for party in store.many(Kind.PARTY, stored.answered(store.db)):
        yield from answers_that_cannot_be(party, dates.newest_day())
        if not is_asked_for(party):
            continue
        consent_trace = trace(store, party)
        if not consent_trace.is_empty:
            numbers = ", ".join(map(str, consent_trace.publications))
            who = ", ".join(
                [*consent_trace.held_by, *(f"{name} (?)" for name in consent_trace.perhaps_held_by)]
            )
            now = consents.current(party, own_identity.today())
            yield about(
                Check.CONSENT_REFUSED, party, first=numbers, second=who, answer=now.state, day=now.date
            )


def _pictured(store: Store, ids: set[RecordId]) -> Iterator[int]:
    cases = {case for record in ids for case in store.cases_of_party(record)}
    for row in publications.everything(store.db):
        for picture in publication_decisions.of(row).pictures:
            record = store.find(picture.evidence)
            if record is None:
                continue
            subject_ids = {str(item.get("record")) for item in record.values(ABOUT)}
            if ids & subject_ids or cases & {str(item.get("case")) for item in record.values(CASES)}:
                yield row.num
