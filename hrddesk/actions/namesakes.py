"""People who would be named under a name that a label by choice protects: the same person, or another one?"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from hrddesk.records.record import RecordId
from hrddesk.redact.facts import Facts
from hrddesk.store.forwarding import merged_away
from hrddesk.store.store import Store

_DIGITS = 16  # of a mark


@dataclass(frozen=True, slots=True)
class Namesake:
    """A person who would be named, with the last publication that protects somebody of that name."""

    party: RecordId
    publication: int | None
    """None: the one that is being prepared."""
    mark: str
    """What stands for those who are protected: another one when somebody comes to them."""


def namesakes(
    store: Store,
    facts: Facts,
    named: Collection[RecordId],
    chosen: Collection[RecordId],
    labels_off: Collection[RecordId],
) -> list[Namesake]:
    """Return who of the `named` has a name of somebody who has, or had, a label by choice; no authorities.

    Those in `chosen` bear one in this publication. Whoever has a label of their own taken off is no namesake
    of themselves; a person who was forgotten here and came back is one.
    """
    names = store.protected_names
    known = names.everybody()
    for party in chosen:
        person = names.person(party)
        for name in names.kept_hashes(facts.records[party].values("names")):
            known.setdefault(name, {}).setdefault(person, 0)
    if not known:
        return []
    records = {party: [names.person(party)] for party in named}
    for merged, party in merged_away(store.db).items():
        if party in records:
            records[party].append(names.person(merged))
    made = []
    for party in sorted(party for party in named if facts.records[party].text("kind") != "authority"):
        found: dict[str, int] = {}
        for name in names.asked_hashes(facts.records[party].values("names")):
            found |= known.get(name, {})
        if party in labels_off:
            found = {person: number for person, number in found.items() if person not in records[party]}
        if found:
            mark = hashlib.sha256(" ".join(sorted(found)).encode("ascii")).hexdigest()[:_DIGITS]
            made.append(Namesake(party, max(found.values()) or None, mark))
    return made
