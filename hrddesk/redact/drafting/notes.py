"""The printed notes that say where statements come from.

A note is "on file", a description, a name or the details of a public document. A source has no number in
print, and equal notes are printed once, so that nobody can count the sources.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from hrddesk.records.language.scripts import is_han, normalise
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import NOTED, SUPPORTING, Attribution, attribution_of, is_public
from hrddesk.records.terms.roles import PEOPLE
from hrddesk.redact.detection.givers import names_of_givers
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.on_record import called
from hrddesk.redact.facts.terms import published_date
from hrddesk.redact.model.source_note import ON_FILE, Note
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.profiles import DateDetail, Profile
from hrddesk.redact.texts.censor import Censor

_WORD: Final = re.compile(r"\w+")
_IN_THE_OPEN: Final = (None, PartyStanding.NAMED, PartyStanding.BESIDE)


def _tells_a_name(words: str, names: Iterable[str]) -> bool:
    """Tell whether a text contains any word of the names."""
    tokens = _WORD.findall(words.casefold())
    parts = [part for name in names for part in _WORD.findall(name.casefold()) if len(part) > 1]
    return any(part in tokens or (is_han(part[0]) and part in words) for part in parts)


class Notes:
    """Writes the notes of one publication."""

    def __init__(self, facts: Facts, profile: Profile, censor: Censor) -> None:
        self._facts, self._profile, self._censor = facts, profile, censor
        self._cited: dict[RecordId, list[Record]] = {}
        for citation in facts.all(Kind.CITATION):
            if citation.text("stance") in SUPPORTING and profile.admits_citation(citation):
                self._cited.setdefault(RecordId(citation.text("record")), []).append(citation)

    def of(self, records: Iterable[Record], case: Record) -> tuple[Note, ...]:
        """Return the notes of the printed records of a case, sorted by their words; equal notes once."""
        tells_documents = not self._hides_somebody(case)
        sources = (source for record in records for source in self._sources(record))
        return self._in_order(self._note(source, tells_documents=tells_documents) for source in sources)

    def of_figure(self, figure: Record) -> tuple[Note, ...]:
        """Return the notes of a published figure.

        A document or a named source is given only if it is cited for figures alone, or if nobody in the vault
        must stay without a name in this publication. Otherwise its note is "on file".
        """
        all_named = all(standing in _IN_THE_OPEN for standing in self._censor.standing.values())
        return self._in_order(
            self._note(source, tells_documents=all_named or source.id not in self._beside_figures)
            for source in self._sources(figure)
        )

    @cached_property
    def _beside_figures(self) -> frozenset[str]:
        """The sources that are cited for records that are no figures."""
        cited = (
            item
            for record, citations in self._cited.items()
            for item in citations
            if not self._is_figure(record)
        )
        return frozenset(citation.text("source") for citation in cited)

    def _is_figure(self, record: RecordId) -> bool:
        citing_record = self._facts.records.get(record)
        return citing_record is not None and citing_record.kind is Kind.FIGURE

    @staticmethod
    def _in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
        """Return the notes sorted by their words; equal notes once."""
        distinct_notes = set(notes)
        return tuple(sorted(distinct_notes, key=lambda note: (note != ON_FILE, codec.canonical(note))))

    def _sources(self, record: Record) -> Iterator[Record]:
        for citation in self._cited.get(record.id, ()):
            field = citation.text("field")
            source = self._facts.records.get(RecordId(citation.text("source")))
            if source is not None and (not field or self._profile.allows(record, field)):
                yield source

    def _hides_somebody(self, case: Record) -> bool:
        """Tell whether somebody in a case has a label or does not appear: a document would reveal this
        person.
        """
        admitted_records = filter(self._profile.admits, (case, *self._facts.events_of(case.id)))
        parties = (
            self._facts.party(item.get("party"))
            for record in admitted_records
            for item in record.values("parties")
        )
        people = (party.id for party in parties if party is not None and party.text("kind") in PEOPLE)
        return any(self._censor.standing.get(party) not in _IN_THE_OPEN for party in people)

    def _note(self, source: Record, *, tells_documents: bool) -> Note:
        if is_public(source):
            return self._of_document(source) if tells_documents else ON_FILE
        attribution, words = attribution_of(source), source.text("credit").strip()
        described = attribution is Attribution.DESCRIBED
        if attribution is Attribution.ON_FILE or not self._names_nobody(words, None if described else source):
            return ON_FILE
        if attribution is Attribution.BY_NAME and not tells_documents:
            return ON_FILE  # a name tells as much as a document
        if described and any(name in normalise(words) for name in self._places):
            return ON_FILE
        if described and _tells_a_name(words, names_of_givers(source.text("title"))):
            return ON_FILE
        return Note(words=words)

    def _of_document(self, source: Record) -> Note:
        words_by_field = {
            name: source.text(name).strip() for name in NOTED if self._profile.admits_note(source, name)
        }
        words_by_field["date"] = published_date(words_by_field.get("date", ""), DateDetail.DAY)
        if not all(self._names_nobody(words, source) for words in words_by_field.values()):
            return ON_FILE
        return Note(**words_by_field)

    def _names_nobody(self, words: str, source: Record | None) -> bool:
        """Tell whether words name nobody whose name must be removed, other than `source` itself."""
        for item in self._censor.find(words):
            own = None if source is None else source.id
            others = {owner for owner in (*item.owners, *item.partly) if owner != own}
            named = all(self._censor.standing.get(owner) is PartyStanding.NAMED for owner in others)
            if not named and self._censor.instead(item) is not None:
                return False
        return True

    @cached_property
    def _places(self) -> frozenset[str]:
        """The normalised names of all places: a description with such a name is not printed."""
        places = self._facts.all(Kind.PLACE)
        return frozenset(normalise(name) for place in places for name in called(place)) - {""}
