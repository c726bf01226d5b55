"""The decisions about people that a single publication adds to those of its profile."""

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
    """The people whom a publication is about, and the decisions about some of them that differ from the
    profile.
    """

    involved: frozenset[RecordId] = frozenset()
    """The people whose names are searched in texts by their parts, too."""
    label: frozenset[RecordId] = frozenset()
    """The people who get a label although the profile would name them."""
    decided: frozenset[RecordId] = frozenset()
    """The people who are named although their name contains the name of somebody who may not be named, see
    `standings`.
    """
    beside: frozenset[RecordId] = frozenset()
    """The people who do not appear because of their role in the cases, see `appearing`."""

    @classmethod
    def of(
        cls,
        facts: Facts,
        profile: Profile,
        label: frozenset[RecordId],
        decided: frozenset[RecordId],
        added: Collection[RecordId],
    ) -> Self:
        """Return the decisions for a publication of the chosen cases; the `added` people appear in any
        role.
        """
        return cls(involved_in(facts, facts.cases()), label, decided, left_out_by_role(facts, profile, added))
