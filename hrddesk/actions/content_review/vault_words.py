"""Ordinary words, recognised by their use in texts of other cases of the vault.

A name counts as an ordinary word if it occurs in texts of other cases that are unrelated to its bearers. Such
a word must not be replaced without asking: a gap in place of it would reveal that somebody has that name.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.texts import text_of
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.ordinary import WordsOf
from hrddesk.store.records.store import Store

_MOST_READ = 200  # texts with a word; if all of these concern bearers of the name, so do the others


class VaultWords:
    """Tells whether a word is an ordinary one; valid while the vault does not change.

    For each word the index of texts is searched once, and each text is split into words once.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[str, tuple[Record, ...]] = {}
        self._texts: dict[tuple[RecordId, str], tuple[Record, WordsOf]] = {}
        self._near: dict[RecordId, frozenset[RecordId]] = {}

    def __call__(self, word: str, owners: Sequence[RecordId], case: RecordId) -> bool:
        """Tell whether the word is ordinary: it occurs in a text of another case that is unrelated to
        `owners`.
        """
        key = squeeze(word)
        if key not in self._told:
            self._told[key] = tuple(self._telling(word))
        return any(
            case not in (record.id, record.text("case")) and self._near_to(record).isdisjoint(owners)
            for record in self._told[key]
        )

    def _telling(self, word: str) -> Iterator[Record]:
        """Yield the cases and events whose texts contain a word; only the first texts in the index are
        read.
        """
        text_places = (
            (record_id, field)
            for record_id, field in self._store.search.by_text(word)
            if self._store.tables.kind_of(record_id) in (Kind.CASE, Kind.EVENT)
        )
        for place in islice(text_places, _MOST_READ):
            if place not in self._texts:
                record = self._store.get(place[0])
                self._texts[place] = record, WordsOf(text_of(record, place[1]))
            record, words = self._texts[place]
            if word in words:
                yield record

    def _near_to(self, record: Record) -> frozenset[RecordId]:
        """Return the ids of all that is related to the case of a record: people, their relatives, and
        evidence.
        """
        case_id = record.id if record.kind is Kind.CASE else RecordId(record.text("case"))
        if case_id not in self._near:
            records = [record, *self._store.events_of_case(case_id)]
            case = self._store.find(case_id) if case_id else None
            records += [] if case is None else [case]
            near = {
                RecordId(str(element.get("party"))) for one in records for element in one.values("parties")
            }
            relations = (relation for one in near for relation in self._store.relations_of_party(one))
            sides = [
                RecordId(relation.text(side)) for relation in relations for side in ("subject", "object")
            ]
            evidence = (piece.id for piece in self._store.evidence_of_case(case_id))
            self._near[case_id] = frozenset((*near, *sides, *evidence))
        return self._near[case_id]
