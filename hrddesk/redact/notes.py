"""What print says of who says so: on file, described, by name, or the note of a public document.

A person has no number in print, and notes that say the same are one note: nobody can count the sources.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from hrddesk.records import codec
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.records.scripts import normalise
from hrddesk.records.sources import NOTED, Attribution, attribution_of, is_public
from hrddesk.redact.censor import Censor
from hrddesk.redact.facts import Facts
from hrddesk.redact.profiles import DateDetail, Profile
from hrddesk.redact.source_note import ON_FILE, Note
from hrddesk.redact.standing import Standing
from hrddesk.redact.terms import published_date

_SUPPORTS: Final = ("", "supports")


class Notes:
    """Writes the notes of one publication."""

    def __init__(self, facts: Facts, profile: Profile, censor: Censor) -> None:
        self._facts, self._profile, self._censor = facts, profile, censor
        self._cited: dict[RecordId, list[Record]] = {}
        for citation in facts.all(Kind.CITATION):
            if citation.text("stance") in _SUPPORTS and profile.admits_citation(citation):
                self._cited.setdefault(RecordId(citation.text("record")), []).append(citation)

    def of(self, records: Iterable[Record], case: Record) -> tuple[Note, ...]:
        """Return the notes of what is printed of some records of a case, each once, by what they say."""
        tells_documents = not self._has_label(case)
        found = {
            self._note(source, tells_documents=tells_documents)
            for record in records
            for source in self._sources(record)
        }
        return tuple(sorted(found, key=lambda note: (note != ON_FILE, codec.canonical(note))))

    def _sources(self, record: Record) -> Iterator[Record]:
        for citation in self._cited.get(record.id, ()):
            field = citation.text("field")
            source = self._facts.records.get(RecordId(citation.text("source")))
            if source is not None and (not field or self._profile.allows(record, field)):
                yield source

    def _has_label(self, case: Record) -> bool:
        """Tell whether somebody of a case bears a label: a document would tell who that is."""
        told = filter(self._profile.admits, (case, *self._facts.events_of(case.id)))
        parties = (RecordId(str(item.get("party"))) for record in told for item in record.values("parties"))
        standings = (self._censor.standing.get(party) for party in parties)
        return any(found is not None and found.has_label for found in standings)

    def _note(self, source: Record, *, tells_documents: bool) -> Note:
        if is_public(source):
            return self._of_document(source) if tells_documents else ON_FILE
        attribution, words = attribution_of(source), source.text("credit").strip()
        if attribution is Attribution.ON_FILE or not self._names_nobody_else(words, source):
            return ON_FILE
        if attribution is Attribution.DESCRIBED and any(name in normalise(words) for name in self._places):
            return ON_FILE
        return Note(words=words)

    def _of_document(self, source: Record) -> Note:
        told = {name: source.text(name).strip() for name in NOTED if self._profile.admits_note(source, name)}
        told["date"] = published_date(told.get("date", ""), DateDetail.DAY)
        if not all(self._names_nobody_else(words, source) for words in told.values()):
            return ON_FILE
        return Note(**told)

    def _names_nobody_else(self, words: str, source: Record) -> bool:
        """Tell whether words name nobody who may not be named, but for the source itself."""
        for item in self._censor.index.find(words):
            others = {owner for owner in (*item.owners, *item.partly) if owner != source.id}
            named = all(self._censor.standing.get(owner) is Standing.NAMED for owner in others)
            if not named and self._censor.instead(item) is not None:
                return False
        return True

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names of all places, which no description may hold."""
        names = (
            name
            for place in self._facts.all(Kind.PLACE)
            for name in (
                *place.labels.values(),
                *(str(item.get("text", "")) for item in place.values("aliases")),
            )
        )
        return frozenset(normalise(name) for name in names) - {""}
