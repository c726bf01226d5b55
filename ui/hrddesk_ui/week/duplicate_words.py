"""The words for possible duplicates: the reasons for a pair, and the facts to compare."""

from typing import Final

from hrddesk.analysis.duplicates.duplicate_pairs import Candidate
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.store.records.store import Store
from hrddesk_ui.error_words import core_words
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.record_words import RecordWords

_MOST_SHOWN: Final = 100
"""The most events that are shown of one record; nobody compares more by eye."""


def reasons(candidate: Candidate) -> str:
    """Return in one line the reasons why two records may be duplicates."""
    return "; ".join(core_words.words(reason.value) for reason in candidate.reasons)


def side(record: Record, reader: Store, words: RecordWords) -> str:
    """Return what is known of one record of a pair, one fact on each line, to compare it with the other."""
    lines = [words.title(record)]
    if record.kind is Kind.PARTY:
        lines = [" · ".join(filter(None, (record.text("ref"), *lines)))]
    for name, value in record.fields.items():
        if name != "ref":
            lines.append(f"{field_word(name)}: {words.value(record.kind, name, value)}")
    for item in record.spec.lists:
        for element in record.values(item.name):
            lines.append(f"{field_word(item.name)}: {words.value(record.kind, item.name, element)}")
    lines += [words.title(each) for each in _belonging(record, reader)[:_MOST_SHOWN]]
    return "\n".join(lines)


def _belonging(record: Record, reader: Store) -> list[Record]:
    """Return records that help to recognise `record`: the events of a person or case, the citations of a
    source.
    """
    if record.kind is Kind.PARTY:
        return reader.events_of_party(record.id)
    if record.kind is Kind.CASE:
        return reader.events_of_case(record.id)
    return reader.citing.of_source(record.id) if record.kind is Kind.SOURCE else []
