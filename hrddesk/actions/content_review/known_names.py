"""The names of a vault, prepared once for searching many texts, because computing all spellings takes a
while.
"""

from typing import Final
from weakref import WeakKeyDictionary

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.store.records.former_names import former_names
from hrddesk.store.records.store import Store

_OF_NAMES: Final = (Kind.PARTY, Kind.SOURCE, Kind.EVIDENCE, Kind.PLACE, Kind.RELATION)
_MOST_LOOKED_AT: Final = 200
"""The number of changes since the last reading that are examined one by one; after more, the names are read
again.
"""


class KnownNames:
    """All records with names in a vault, and for each profile a censor, which redacts texts."""

    def __init__(self, store: Store) -> None:
        """Read the records. Call `of` instead to use names that were already read."""
        self._head = store.history.head().number
        self.records: list[Record] = [record for kind in _OF_NAMES for record in store.all(kind)]
        self._former = former_names(store.db)
        self._censors: dict[str, tuple[Profile, Censor]] = {}  # as a profile of that name was
        self._printing: tuple[Profile, PeopleInPrint, Censor] | None = None  # the last that was asked for

    @classmethod
    def of(cls, store: Store) -> "KnownNames":
        """Return the present names of a vault. They are cached while the connection is open."""
        known_names = _KEPT.get(store)
        if known_names is None or not known_names._still_holds(store):
            known_names = _KEPT[store] = cls(store)
        return known_names

    def _still_holds(self, store: Store) -> bool:
        """Tell whether none of the records that were read here has changed since."""
        head = store.history.head().number
        if head == self._head:
            return True
        changed = store.history.records_since(self._head)
        if head < self._head or len(changed) > _MOST_LOOKED_AT:
            return False
        if any(store.tables.kind_ever(record) in _OF_NAMES for record in changed):
            return False
        self._head = head
        return True

    def censor(self, profile: Profile) -> Censor:
        """Return the censor that redacts texts under a profile, for reviewers.

        A publication may name some people only because a user decided it. This censor leaves the names of all
        of them in the text, so that a reviewer sees the most that may be printed.
        """
        cached_profile, cached_censor = self._censors.get(profile.name, (None, None))
        if cached_censor is None or cached_profile != profile:
            facts = Facts.of(self.records, former=self._former)
            everybody = frozenset(party.id for party in facts.all(Kind.PARTY))
            cached_censor = Censor(facts, profile, PeopleInPrint(decided=everybody))
            self._censors[profile.name] = (profile, cached_censor)
        return cached_censor

    def printing(self, profile: Profile, printed: PeopleInPrint) -> Censor:
        """Return the censor that redacts the texts of one publication; the censor returned last is cached."""
        if self._printing is None or self._printing[:2] != (profile, printed):
            facts = Facts.of(self.records, former=self._former)
            printing_censor = self.censor(profile).printed_as(facts, printed)
            self._printing = profile, printed, printing_censor
        return self._printing[2]


_KEPT: Final[WeakKeyDictionary[Store, KnownNames]] = WeakKeyDictionary()
