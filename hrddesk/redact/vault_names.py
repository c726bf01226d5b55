"""Every name that the vault knows and that is looked for in texts: of parties, sources, givers and places."""

from collections.abc import Iterator, Set
from typing import Final

from hrddesk.records import vocabulary
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.facts import Facts
from hrddesk.redact.folding import squeeze
from hrddesk.redact.found import Found
from hrddesk.redact.givers import names_of_givers
from hrddesk.redact.matcher import KnownName
from hrddesk.redact.places import names_told
from hrddesk.redact.profiles import Profile
from hrddesk.redact.standing import is_single

_LEAST_TITLE: Final = 8  # letters of a source's title that is looked for; "Report" would be everywhere
_PEOPLE: Final = frozenset(
    {"interview", "witness", "family", "lawyer", "survivor", "own_observation", "other"}
)
"""Types of sources that are people, or may be."""


def is_document(source: Record) -> bool:
    """Tell whether a source is a document; one whose type nobody gave may be a person."""
    term = vocabulary.load("source_type").find(source.text("type"))
    return term is not None and term.code not in _PEOPLE


def known_names(facts: Facts, profile: Profile) -> Iterator[KnownName]:
    """Yield every name of every party, and what would name a source or a place that is kept back."""
    of_parties: set[str] = set()
    for party in facts.all(Kind.PARTY):
        for element in party.values("names"):
            name, kind = str(element.get("name", "")), str(element.get("kind") or "main")
            of_parties.add(squeeze(name))
            found = Found.NAME if kind in profile.name_kinds else Found.WITHHELD
            yield KnownName(party.id, name, str(element.get("script", "")), found, is_single(party))
    for source in facts.all(Kind.SOURCE):
        yield KnownName(source.id, source.text("code_name"), "", Found.SOURCE, False)
        if len(squeeze(source.text("title"))) >= _LEAST_TITLE:
            yield KnownName(source.id, source.text("title"), "", Found.SOURCE, False)
        if not is_document(source):
            yield from _names_in(source.id, source.text("title"), of_parties)
    for evidence in facts.all(Kind.EVIDENCE):
        yield from _names_in(evidence.id, evidence.text("from_whom"), of_parties)
    for place in facts.all(Kind.PLACE):
        for field in ("name", "name_zh"):
            if not profile.allows(place, field):
                yield KnownName(place.id, place.text(field), "", Found.PLACE, False)
        if not names_told(place, profile):
            for alias in place.values("aliases"):
                yield KnownName(place.id, str(alias.get("text", "")), "", Found.PLACE, False)


def _names_in(owner: RecordId, typed: str, besides: Set[str]) -> Iterator[KnownName]:
    """Yield the names of people in what was typed of a source or a giver, but for those of parties.

    Of these their own standing says what becomes of them.
    """
    for name in names_of_givers(typed):
        if squeeze(name) not in besides:
            yield KnownName(owner, name, "", Found.SOURCE)
