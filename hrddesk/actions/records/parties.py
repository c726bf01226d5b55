"""Parties: people, groups, organisations and authorities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.records import citations, consents, place_links, places, references
from hrddesk.actions.records.cases import with_party
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import PROTECTED, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import display_names, names, ranking
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

_LOOKED_AT: Final = 500
"""The number of matching names that are ranked; a longer text has fewer matches."""


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party as a list row. `kind` is the code of person, group, organisation or authority."""

    id: RecordId
    ref: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party named in a form that the vault does not have yet; values that nobody stated are empty."""

    id: RecordId
    name: str
    kind: str
    """The code of person, group, organisation or authority."""
    role: str
    """The code of the role in the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDetail:
    """A party with its events, relations and cases."""

    record: Record
    events: tuple[Record, ...]
    relations: tuple[Record, ...]
    cases: tuple[RecordId, ...]
    names: dict[RecordId, str]
    """The display names of all parties in its events and relations."""


def list_ids(store: Store, text: str = "") -> list[RecordId]:
    """Return the parties with a name that contains the text, in the order in which this vault stored them
    first.
    """
    every, matches = store.ids(Kind.PARTY), find(store, text, Job())
    return every if matches is None else [party for party in every if party in matches]


def suggested(store: Store, text: str, most: int) -> list[RecordId]:
    """Return the parties whose names match the text best, the best match first, at most `most`."""
    people = store.many(Kind.PARTY, list_ids(store, text)[:_LOOKED_AT])
    return [party.id for party in ranking.in_order(text, people, _called)[:most]]


def _called(party: Record) -> list[str]:
    """Return the names of a party as written, then the forms that a search compares, then its reference."""
    written = [(str(item.get("name") or ""), str(item.get("script") or "")) for item in party.values("names")]
    derived = [form for name, script in written for form in sorted(names.derived_forms(name, script))]
    return [*(name for name, _ in written), *derived, party.text("ref")]


def find(store: Store, text: str, job: Job) -> frozenset[RecordId] | None:
    """Return the parties with a name that contains the text, or None if the text is empty."""
    del job  # one statement
    if not names.normalise(text):
        return None
    return frozenset(store.search.by_name(text, Kind.PARTY))


def rows(store: Store, ids: list[RecordId]) -> list[PartyRow]:
    """Return the list rows of these parties."""
    return [
        PartyRow(party.id, party.text("ref"), display_names.display_name(party), party.text("kind"))
        for party in store.many(Kind.PARTY, ids)
    ]


def detail(store: Store, party_id: RecordId) -> PartyDetail:
    """Return a party with its events, relations and cases, in one snapshot; raise RecordNotFound."""
    with store.at_one_moment():
        record, cases = store.get(party_id), store.cases_of_party(party_id)
        events, relations = store.events_of_party(party_id), store.relations_of_party(party_id)
        referred = [RecordId(str(item["party"])) for event in events for item in event.values("parties")]
        referred += [
            RecordId(relation.text(side)) for relation in relations for side in ("subject", "object")
        ]
        names_by_party = {row.id: row.name or row.ref for row in rows(store, list(dict.fromkeys(referred)))}
    return PartyDetail(
        record=record,
        events=tuple(events),
        relations=tuple(relations),
        cases=tuple(cases),
        names=names_by_party,
    )


def create(
    session: Session,
    fields: Fields,
    lists: Lists | None = None,
    case: RecordId | None = None,
    role: str = "",
    cited: CitationEdits = NO_EDITS,
    *,
    consent_note: str | None = None,
) -> Outcome[RecordId]:
    """Create a party, in a case if one is given; raise InvalidDate, InvalidValue, ReferenceTaken.

    `role` is the role in the case, "" for none. `consent_note` says who was asked for consent and how, and
    never leaves this vault; None stores no note.
    """
    with session.store.change("party.new") as change:
        record = edited(
            Record(kind=Kind.PARTY, id=new_id()),
            {"kind": "person", **fields},
            lists or {},
            session.store.words(),
        )
        record = references.settled(session.store, change, record)
        consents.require_public(session.store, record)
        places.take_in(session.store, change, record.text("home"))
        change.put(place_links.linked(session.store, change, None, record))
        citations.settle(session.store, change, record, cited)
        if case is not None:
            change.put(with_party(session.store.get(case), record.id, role, session.store.words()))
        if consent_note is not None:
            consents.put_note(session.store, change, record.id, consent_note)
    return Outcome(record.id, change.changes)


def protect(session: Session, party_id: RecordId) -> Outcome[None]:
    """Mark a person's name as protected: every publication prints a label instead. Raise RecordNotFound."""
    with session.store.change("party.protect") as change:
        change.put(session.store.get(party_id).with_fields(protected=True, unprotected=None))
    return Outcome(None, change.changes)


def unprotect(session: Session, party_id: RecordId, reason: str) -> Outcome[None]:
    """End the protection of a person's name, with a reason that is stored; raise InvalidValue,
    RecordNotFound.
    """
    with session.store.change("party.unprotect") as change:
        if not session.store.get(party_id).fields.get(PROTECTED):
            raise InvalidValue(field=PROTECTED, why=Translatable("this name is not protected"))
        unprotect_within(session.store, change, party_id, reason)
    return Outcome(None, change.changes)


def unprotect_within(store: Store, change: Change, party_id: RecordId, reason: str) -> None:
    """End the protection of a person's name within the transaction `change`; raise InvalidValue."""
    if not reason.strip():
        raise InvalidValue(field="unprotected", why=Translatable("say why the name is protected no more"))
    change.unprotects = True
    change.put(store.get(party_id).with_fields(protected=None, unprotected=reason.strip()))
    change.unprotects = False


def begin(
    store: Store, change: Change, new: Sequence[NewParty], case: Record | None, among: Iterable[RecordId]
) -> None:
    """Create those of the `new` parties that a record refers to, within the transaction `change`.

    `among` are the ids that the record refers to; existing parties are left as they are. Raise InvalidValue
    for a party without a name.
    """
    party_ids = set(among)
    for party in new:
        if party.id not in party_ids or store.find(party.id) is not None:
            continue
        party_ids.remove(party.id)  # named twice, it is made once
        if not party.name.strip():
            raise InvalidValue(field="names", why=Translatable("a person has a name"))
        name = {"name": party.name.strip(), "script": names.script_of(party.name).value, "kind": "main"}
        record = edited(
            Record(kind=Kind.PARTY, id=party.id), {"kind": party.kind}, {"names": [name]}, store.words()
        )
        change.put(references.settled(store, change, record))
        if case is not None:
            case = with_party(case, party.id, party.role, store.words())
            change.put(case)


def edit(
    session: Session,
    party_id: RecordId,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
    case: RecordId | None = None,
    role: str = "",
    *,
    consent_note: str | None = None,
) -> Outcome[None]:
    """Change a party, and its role in a case if one is given; fields that are not given stay.

    The errors are those of `create`.
    """
    with session.store.change("party.edit") as change:
        before = session.store.get(party_id)
        after = edited(before, fields, lists or {}, session.store.words())
        consents.require_public(session.store, after, before)
        places.take_in(session.store, change, after.text("home"))
        after = place_links.linked(session.store, change, before, after)
        change.put(references.settled(session.store, change, after, before))
        citations.settle(session.store, change, after, cited)
        if case is not None:
            change.put(with_party(session.store.get(case), party_id, role, session.store.words()))
        if consent_note is not None:
            consents.put_note(session.store, change, party_id, consent_note)
    return Outcome(None, change.changes)


def remove(session: Session, party_id: RecordId) -> Outcome[None]:
    """Delete a party and its relations; its cases and events keep their other parties."""
    with session.store.change("party.remove") as change:
        for case_id in session.store.cases_of_party(party_id):
            case = session.store.get(case_id)
            remaining = [item for item in case.values("parties") if item.get("party") != party_id]
            change.put(case.with_elements("parties", remaining))
        for event in session.store.events_of_party(party_id):
            remaining = [item for item in event.values("parties") if item.get("party") != party_id]
            change.put(event.with_elements("parties", remaining))
        for relation in session.store.relations_of_party(party_id):
            change.delete(relation.id)
        change.delete(party_id)
    return Outcome(None, change.changes)
