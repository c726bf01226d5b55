"""The search for a record of any kind: by reference, by name, or by words in its texts."""

from hrddesk.actions.analysis import search
from hrddesk.errors import AmbiguousReference, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords, kind_word

MOST_FOUND = 20


class RecordFinder:
    """The search for records, through the connection of the window's thread."""

    def __init__(self, reader: Store) -> None:
        self._reader, self._words = reader, RecordWords(reader)

    def near(self) -> list[PartyChoice]:
        """Return an empty list: no record is more likely than another before something is typed."""
        return []

    def find(self, text: str) -> list[PartyChoice]:
        """Return the record with this reference, then saved questions by name, then records that contain the
        text.
        """
        records: dict[RecordId, Record] = {}
        try:
            record = self._reader.by_ref(text)
            records[record.id] = record
        except (AmbiguousReference, RecordNotFound):
            pass
        sought = text.casefold()
        for query in self._reader.all(Kind.QUERY):
            if sought in query.text("name").casefold():
                records[query.id] = query
        for hit in search.find(self._reader, text, MOST_FOUND):
            records.setdefault(hit.id, self._reader.get(hit.id))
        return [PartyChoice(key, self._label(record)) for key, record in list(records.items())[:MOST_FOUND]]

    def label(self, record: RecordId) -> str:
        """Return the title of a record; if it was deleted, return the beginning of its id."""
        stored = self._reader.find(record)
        return record[:8] if stored is None else self._label(stored)

    def _label(self, record: Record) -> str:
        return f"{isolated(self._words.title(record))} · {kind_word(record.kind)} · {record.id[:8]}"
