"""Cases, with their people, events and evidence: list, show, create, change, delete."""

from dataclasses import dataclass
from typing import Final

from hrddesk.actions.records import citations, references
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.analysis.overview.network import ends
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.records.names import display_names
from hrddesk.records.terms.roles import SUBJECT
from hrddesk.records.terms.vocabulary import NONE, NOT_ASKED, UNKNOWN
from hrddesk.records.terms.words import Words
from hrddesk.store.queries.case_list import CaseQuery as CaseQuery
from hrddesk.store.queries.case_list import CaseRow as CaseRow
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

_NO_ROLE: Final = frozenset({UNKNOWN, NOT_ASKED, NONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDetail:
    """A case with all that its page shows. `names` has the display name of every party in the case and its
    events.
    """

    record: Record
    parties: tuple[tuple[Record, str], ...]
    """The people of the case, each with the role in the case."""
    events: tuple[Record, ...]
    """The events sorted by date; events without a date are last."""
    evidence: tuple[Record, ...]
    names: dict[RecordId, str]

    @property
    def subjects(self) -> list[RecordId]:
        """The people whom the case is about, in order."""
        return [party.id for party, role in self.parties if role == SUBJECT]

    def role_of(self, party_id: RecordId) -> str:
        """Return the role of a party in the case, or "" if no role is stated."""
        return next((role for party, role in self.parties if party.id == party_id), "")


def list_ids(store: Store, query: CaseQuery) -> list[RecordId]:
    """Return the ids of the cases that the query finds."""
    return store.listing.ids(query)


def first_rows(store: Store, query: CaseQuery, count: int) -> list[CaseRow]:
    """Return the list rows of the first cases in the order of the query."""
    return store.listing.first(query, count)


def find(store: Store, text: str, job: Job) -> frozenset[RecordId] | None:
    """Return the cases that contain a text, or None if the text is empty; raise Cancelled."""
    return store.listing.found(text, lambda: job.step(0, 0))


def rows(store: Store, ids: list[RecordId]) -> list[CaseRow]:
    """Return the list rows of these cases."""
    return store.listing.rows(ids)


def detail(store: Store, case_id: RecordId) -> CaseDetail:
    """Return a case with its people, events and evidence, read in one snapshot; raise RecordNotFound."""
    with store.at_one_moment():
        record = store.get(case_id)
        events = store.events_of_case(case_id)
        evidence = store.evidence_of_case(case_id)
        roles = [
            (RecordId(str(item["party"])), str(item.get("role") or "")) for item in record.values("parties")
        ]
        referred = [party for party, _ in roles]
        referred += [RecordId(str(item["party"])) for event in events for item in event.values("parties")]
        parties = {party.id: party for party in store.many(Kind.PARTY, list(dict.fromkeys(referred)))}
    return CaseDetail(
        record=record,
        parties=tuple((parties[party], role) for party, role in roles if party in parties),
        events=tuple(events),
        evidence=tuple(evidence),
        names={
            party_id: display_names.display_name(party) or party.text("ref")
            for party_id, party in parties.items()
        },
    )


def case_of(store: Store, record_id: RecordId) -> RecordId | None:
    """Return the case that a record belongs to, or None.

    A case belongs to itself, and a person to the first of the person's cases. A relation belongs to the case
    of its first side or, if that has none, of its second side.
    """
    record = store.find(record_id)
    if record is None:
        return None
    if record.kind is Kind.CASE:
        return record.id
    if record.kind is Kind.PARTY:
        return next(iter(store.cases_of_party(record.id)), None)
    if record.kind is Kind.RELATION:
        cases_of_ends = (case_of(store, end) for end in ends(record))
        return next((case for case in cases_of_ends if case is not None), None)
    return next(iter(record.cases), None)


def create(
    session: Session, fields: Fields, lists: Lists | None = None, cited: CitationEdits = NO_EDITS
) -> Outcome[RecordId]:
    """Create a case; raise InvalidDate, InvalidValue, ReferenceTaken."""
    with session.store.change("case.new") as change:
        record = edited(Record(kind=Kind.CASE, id=new_id()), fields, lists or {}, session.store.words())
        record = references.settled(session.store, change, record)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(record.id, change.changes)


def edit(
    session: Session,
    case_id: RecordId,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
) -> Outcome[None]:
    """Change a case; fields that are not given stay. The errors are those of `create`."""
    with session.store.change("case.edit") as change:
        before = session.store.get(case_id)
        after = edited(before, fields, lists or {}, session.store.words())
        change.put(references.settled(session.store, change, after, before))
        citations.settle(session.store, change, after, cited)
    return Outcome(None, change.changes)


def add_party(session: Session, case_id: RecordId, party_id: RecordId, role: str = "") -> Outcome[None]:
    """Add an existing party to a case, or set the role of a party of the case; "" means no stated role."""
    with session.store.change("case.edit") as change:
        change.put(with_party(session.store.get(case_id), party_id, role, session.store.words()))
    return Outcome(None, change.changes)


def remove_party(session: Session, case_id: RecordId, party_id: RecordId) -> Outcome[None]:
    """Remove a party from a case; the record of the party stays."""
    with session.store.change("case.edit") as change:
        record = session.store.get(case_id)
        remaining = [item for item in record.values("parties") if item.get("party") != party_id]
        change.put(record.with_elements("parties", remaining))
    return Outcome(None, change.changes)


def remove(session: Session, case_id: RecordId) -> Outcome[None]:
    """Delete a case. Its people, events and evidence stay, but no longer belong to a case."""
    with session.store.change("case.remove") as change:
        change.delete(case_id)
    return Outcome(None, change.changes)


def with_party(case: Record, party_id: RecordId, role: str, words: Words) -> Record:
    """Return a case with a party in a role; a party that is already in the case keeps its place in the list.

    The codes *unknown* and *not asked* are stored as no role.
    """
    code = words.load("case_role").code(role) or role
    mine: Element = {"party": party_id, "role": "" if code in _NO_ROLE else code}
    case_parties: list[Element] = [{**item, "id": key} for key, item in case.elements("parties")]
    if any(item.get("party") == party_id for item in case_parties):
        new_parties = [
            {**mine, "id": item["id"]} if item.get("party") == party_id else item for item in case_parties
        ]
    else:
        new_parties = [*case_parties, mine]
    return case.with_elements("parties", new_parties)
