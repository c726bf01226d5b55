"""The rule by which the role of a person in the published cases decides whether the person appears."""

from collections.abc import Collection, Iterator
from typing import Final

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import SUPPORTING, is_published
from hrddesk.records.terms.roles import PEOPLE, SUBJECT, VICTIM
from hrddesk.records.terms.vocabulary import FIELDS
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.profile.profiles import Profile

_OFFICE: Final = frozenset(
    ["perpetrator", "authority", "ordered", "held_by", "arrested_by", "charged_by", "tried_by", "judge"]
)
"""The roles of people who committed or decided an act for the State."""
_ALLEGED: Final = frozenset({"perpetrator", "ordered"})
"""The roles in `_OFFICE` whose name accuses a person."""
_ENOUGH_SOURCES: Final = 2
_LAWYERS: Final = frozenset({"lawyer", "state_lawyer"})


def left_out_by_role(facts: Facts, profile: Profile, added: Collection[RecordId] = ()) -> frozenset[RecordId]:
    """Return the people of the chosen cases who do not appear because of their role, whatever their own
    level.

    These people appear: the subject of a case; a person to whom one of its events happened, unless the case
    gives that person another role; people who acted for the State; a lawyer with the level public. Relatives,
    colleagues, witnesses and all others do not appear, unless they are `added`. Organisations and authorities
    do not count as people. Records that the profile withholds are ignored.
    """
    terms = Terms(facts)
    met, appear = set[RecordId](), set(added)
    for case in filter(profile.admits, facts.cases()):
        stated: set[RecordId] = set()
        for party, role in _parts(facts, terms, case):
            met.add(party.id)
            if role == SUBJECT or _acts_in_public(party, role):
                appear.add(party.id)
            elif role:
                stated.add(party.id)
        for event in filter(profile.admits, facts.events_of(case.id)):
            for party, role in _parts(facts, terms, event):
                met.add(party.id)
                if _acts_in_public(party, role) or (role == VICTIM and party.id not in stated):
                    appear.add(party.id)
    return frozenset(met - appear)


def unverified(facts: Facts) -> frozenset[RecordId]:
    """Return the people of the chosen cases who are accused on the word of too few sources.

    A published document or two sources are enough. The sources must be cited for the person, or for a case or
    an event in which the person has an accusing role. A citation counts if it is for the whole record or for
    its list of participants.
    """
    terms, accused = Terms(facts), dict[RecordId, set[RecordId]]()
    for case in facts.cases():
        for record in (case, *facts.events_of(case.id)):
            for party, role in _parts(facts, terms, record):
                if is_accusing(terms, role) and party.text("kind") != "group":
                    accused.setdefault(party.id, {party.id}).add(record.id)
    cited: dict[str, set[RecordId]] = {}
    for citation in facts.all(Kind.CITATION):
        if citation.text("stance") in SUPPORTING and citation.text("field") in ("", "parties"):
            cited.setdefault(citation.text("record"), set()).add(RecordId(citation.text("source")))
    return frozenset(
        party
        for party, records in accused.items()
        if not _are_enough(facts, {source for record in records for source in cited.get(record, ())})
    )


def is_accusing(terms: Terms, role: str) -> bool:
    """Tell whether a role accuses the person who has it.

    A desk's own role counts like the shipped role of the same meaning.
    """
    return not _ALLEGED.isdisjoint(terms.meanings("role", role))


def _are_enough(facts: Facts, sources: Collection[RecordId]) -> bool:
    source_records = [record for source in sources if (record := facts.records.get(source)) is not None]
    return len(source_records) >= _ENOUGH_SOURCES or any(map(is_published, source_records))


def _acts_in_public(party: Record, role: str) -> bool:
    by_office = role in _OFFICE
    return by_office or (role in _LAWYERS and party.visibility("names") is Visibility.PUBLIC)


def _parts(facts: Facts, terms: Terms, record: Record) -> Iterator[tuple[Record, str]]:
    """Yield the people who take part in a case or an event, each with the code of the person's role."""
    roles = FIELDS[f"{record.kind.value}.parties.role"]
    for element in record.values("parties"):
        party, text = facts.party(element.get("party")), str(element.get("role") or "")
        if party is not None and party.text("kind") in PEOPLE:
            known_role = terms.find(roles, text)
            yield party, text if known_role is None else known_role[0]
