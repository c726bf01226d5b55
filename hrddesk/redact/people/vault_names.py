"""All names of the vault that are searched in texts: of parties, sources, givers of evidence and places."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Final

from hrddesk.records.model.kinds import LABELS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import is_document, is_public
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.givers import names_of_givers, names_typed
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.on_record import called
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.people.standing import is_single, published_names
from hrddesk.redact.profile.profiles import Profile

_LEAST_TITLE: Final = 8  # letters of a source's title that is looked for; "Report" would be everywhere


def former_names(facts: Facts, party: Record) -> list[str]:
    """Return the earlier names of a party that the search for its present names does not find.

    If "Vero" is "Vero Lunt" now, the earlier name is left out: it is found as a part of the present one.
    """
    if party.id not in facts.former:
        return []
    elements = party.values("names")
    now = {"", *(squeeze(str(element.get("name", ""))) for element in elements)}
    former = [name for name in facts.former[party.id] if squeeze(name) not in now]
    names = (KnownName(party.id, str(element.get("name", ""))) for element in elements)
    index = NameIndex(replace(name, parts=is_single(party)) for name in names)
    return [name for name in former if not any(one.span == (0, len(name)) for one in index.find(name))]


def known_former(facts: Facts, party: Record, profile: Profile) -> Iterator[KnownName]:
    """Yield the earlier names of a party, to be searched in texts.

    An earlier name counts as withheld, because whoever removed it from the record may have had a reason. Only
    an earlier name that a published name contains counts as an ordinary name.
    """
    published = published_names(party, profile) if party.id in facts.former else ()
    for text in former_names(facts, party):
        name = KnownName(party.id, text, "", IdentifierKind.WITHHELD, is_single(party))
        looked = NameIndex([replace(name, parts=False)])
        is_published = any(looked.find(longer.text) for longer in published)
        yield replace(name, kind=IdentifierKind.NAME) if is_published else name


def known_names(facts: Facts, profile: Profile) -> Iterator[KnownName]:
    """Yield every name of every party, and the names of sources, of givers of evidence and of withheld
    places.
    """
    of_parties: set[str] = set()
    for party in facts.all(Kind.PARTY):
        for element in party.values("names"):
            name, kind = str(element.get("name", "")), str(element.get("kind") or "main")
            of_parties.add(squeeze(name))
            name_kind = IdentifierKind.NAME if kind in profile.name_kinds else IdentifierKind.WITHHELD
            yield KnownName(party.id, name, str(element.get("script", "")), name_kind, is_single(party))
    former = [name for party in facts.all(Kind.PARTY) for name in known_former(facts, party, profile)]
    for name_before in former:
        # One that somebody has now, as after a slip of the pen, may mean either of them.
        shared = squeeze(name_before.text) in of_parties
        yield replace(name_before, kind=IdentifierKind.NAME) if shared else name_before
    of_parties |= {squeeze(name_before.text) for name_before in former}
    for source in facts.all(Kind.SOURCE):
        yield KnownName(source.id, source.text("code_name"), "", IdentifierKind.SOURCE, False)
        yield KnownName(source.id, source.text("interviewer"), "", IdentifierKind.SOURCE, False)
        if is_public(source):
            continue
        if len(squeeze(source.text("title"))) >= _LEAST_TITLE:
            yield KnownName(source.id, source.text("title"), "", IdentifierKind.SOURCE, False)
        typed = (source.text("author"),) if is_document(source) else names_typed(source)
        for words in typed:
            yield from _names_in(source.id, words, of_parties)
    for evidence in facts.all(Kind.EVIDENCE):
        yield from _names_in(evidence.id, evidence.text("from_whom"), of_parties)
    for place in facts.all(Kind.PLACE):
        if not profile.allows(place, LABELS):
            yield from (KnownName(place.id, name, "", IdentifierKind.PLACE, False) for name in called(place))


def _names_in(owner: RecordId, typed: str, besides: Set[str]) -> Iterator[KnownName]:
    """Yield the names of people in a text that was typed about a source or a giver of evidence.

    Names of parties are left out, because the standing of the party decides about them.
    """
    for name in names_of_givers(typed):
        if squeeze(name) not in besides:
            yield KnownName(owner, name, "", IdentifierKind.SOURCE)
