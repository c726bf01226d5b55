"""The sources of records as chips below the entries of a list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import citations, sources
from hrddesk.actions.records.citations import CONTRADICTS
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.lists.entry_list_model import Chip


def chips_of(store: Store, records: Sequence[RecordId]) -> Mapping[RecordId, tuple[Chip, ...]]:
    """Return the sources that are cited for each of these records, each source once per record.

    A source that contradicts the record says so. Sources that are not in the vault are left out.
    """
    sources_by_id: dict[str, Record | None] = {}
    chips: dict[RecordId, dict[str, Chip]] = {}
    for citation in citations.of_records(store, records):
        source_id = citation.text("source")
        if source_id not in sources_by_id:
            sources_by_id[source_id] = store.find(source_id)
        source = sources_by_id[source_id]
        if source is not None:
            words = sources.title_of(source)
            if citation.text("stance") == CONTRADICTS:
                words = QCoreApplication.translate("Sources", "against: {source}").format(source=words)
            chips.setdefault(RecordId(citation.text("record")), {})[words] = Chip(words, source.id)
    return {record: tuple(by_words.values()) for record, by_words in chips.items()}
