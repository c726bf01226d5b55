"""What a publication makes of people, beside what its profile makes of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from hrddesk.records.model.record import RecordId
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.people.appearing import left_out_by_role
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.profile.profiles import Profile


@dataclass(frozen=True, slots=True)
class PeopleInPrint:
    """Whom a publication is about, and who of them is not named in it although the profile would."""

    involved: frozenset[RecordId] = frozenset()
    """Of these, parts of names are looked for as well."""
    label: frozenset[RecordId] = frozenset()
    """Who gets a label although the profile would name them."""
    decided: frozenset[RecordId] = frozenset()
    """Who is named although the name holds that of somebody who may not be named, see `standings`."""
    beside: frozenset[RecordId] = frozenset()
    """Who does not appear, for the role in the cases, see `appearing`."""

    @classmethod
    def of(
        cls,
        facts: Facts,
        profile: Profile,
        label: frozenset[RecordId],
        decided: frozenset[RecordId],
        added: Collection[RecordId],
    ) -> Self:
        """Return this of a publication of the chosen cases, in which those appear who are `added`."""
        return cls(involved_in(facts, facts.cases()), label, decided, left_out_by_role(facts, profile, added))
