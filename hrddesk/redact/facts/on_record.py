"""Recorded names of anything other than people, such as organisations and places.

Such a name in a text means no person. But a place in a text may be finer than the places that are printed.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from hrddesk.records.language.scripts import normalise
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import is_document
from hrddesk.records.texts.wordings import Forms
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.places import Places
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.profile.profiles import Profile

_PERSON: Final = ("", "person")


class OnRecord:
    """The names of places, terms, organisations and publishers in a vault, computed on first use."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts, self._profile = facts, profile
        self.forms = Forms()

    def is_no_person(self, words: str) -> bool:
        """Tell whether normalised words are the whole name of something other than a person."""
        return words in self._no_people

    @cached_property
    def _no_people(self) -> frozenset[str]:
        parties = (one for one in self._facts.all(Kind.PARTY) if one.text("kind") not in _PERSON)
        names = [str(name.get("name", "")) for party in parties for name in party.values("names")]
        for source in filter(is_document, self._facts.all(Kind.SOURCE)):
            names += [source.text("publisher"), source.text("title")]
        for place in (*self._facts.all(Kind.PLACE), *self._facts.all(Kind.TERM)):
            names += called(place)
        return frozenset(map(normalise, names)) - {""}

    @cached_property
    def finer(self) -> frozenset[str]:
        """The normalised names of places that are too fine for the profile."""
        places = Places(self._facts, Terms(self._facts))
        untold = (place for place in self._facts.all(Kind.PLACE) if not places.is_told(place, self._profile))
        return frozenset(normalise(name) for place in untold for name in called(place)) - {""}


def sexless(facts: Facts, profile: Profile) -> frozenset[RecordId]:
    """Return the people whose sex is not recorded or not printed under a profile."""
    people = (party for party in facts.all(Kind.PARTY) if party.text("kind") in _PERSON)
    return frozenset(party.id for party in people if not (party.text("sex") and profile.allows(party, "sex")))


def called(record: Record) -> Iterator[str]:
    """Yield the labels and aliases of a place or a term."""
    yield from record.labels.values()
    yield from (str(alias.get("text", "")) for alias in record.values("aliases"))
