"""Namesakes: people who would be printed under a name that belongs to a person with a label.

A namesake may be that person in a second record, or another person with the same name. Only the user knows.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hrddesk.records.model.record import RecordId
from hrddesk.redact.facts.facts import Facts
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store

_MARK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Namesake:
    """A person who would be named, and the last publication that protects a person with the same name."""

    party: RecordId
    publication: int | None
    """The number of that publication; None if it is the one being prepared."""
    mark: str
    """A digest of the people who are protected under the name; it changes when one is added."""


def namesakes(
    store: Store,
    facts: Facts,
    named: Collection[RecordId],
    holding: Mapping[RecordId, int],
    labels_off: Collection[RecordId],
) -> list[Namesake]:
    """Return the namesakes among the people who would be `named`; authorities are left out.

    `holding` has each person whose label applies, with the number of its publication, 0 for the one being
    prepared; the present names of these people are protected, too. People in `labels_off` have their own
    label taken off, so their own protected name does not make them namesakes. But somebody who was erased
    here and then received again counts as another person, and is a namesake.
    """
    names = store.protected_names
    protected = names.people_by_name()
    for party, number in holding.items():
        person = names.person(party)
        for name in names.kept_hashes(facts.records[party].values("names")):
            protected.setdefault(name, {}).setdefault(person, number)
    if not protected:
        return []
    records = {party: [names.person(party)] for party in named}
    for merged, party in merged_away(store.db).items():
        if party in records:
            records[party].append(names.person(merged))
    namesake_list = []
    for party in sorted(party for party in named if facts.records[party].text("kind") != "authority"):
        bearers: dict[str, int] = {}
        for name in names.asked_hashes(facts.records[party].values("names")):
            bearers |= protected.get(name, {})
        if party in labels_off:
            bearers = {person: number for person, number in bearers.items() if person not in records[party]}
        if bearers:
            mark = hashlib.sha256(" ".join(sorted(bearers)).encode("ascii")).hexdigest()[:_MARK_DIGITS]
            namesake_list.append(Namesake(party, max(bearers.values()) or None, mark))
    return namesake_list
