"""Why two records may be one, and what is compared of them, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.analysis.duplicates.duplicate_pairs import Candidate, Reason
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.store.records.store import Store
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.record_words import RecordWords

_MOST_SHOWN: Final = 100
"""Events of one side; nobody compares more by eye."""
_REASONS: Final = {
    Reason.SAME_NAME: QT_TRANSLATE_NOOP("Duplicates", "same name"),
    Reason.SAME_SPELLING: QT_TRANSLATE_NOOP("Duplicates", "one name in two spellings"),
    Reason.SAME_SOUND: QT_TRANSLATE_NOOP("Duplicates", "names that sound alike"),
    Reason.ONE_LETTER: QT_TRANSLATE_NOOP("Duplicates", "names one letter apart"),
    Reason.SAME_BIRTH: QT_TRANSLATE_NOOP("Duplicates", "same day of birth"),
    Reason.BIRTH_FITS: QT_TRANSLATE_NOOP("Duplicates", "dates of birth that fit"),
    Reason.SAME_EVENT: QT_TRANSLATE_NOOP("Duplicates", "the same happened on the same day"),
    Reason.SAME_PLACE: QT_TRANSLATE_NOOP("Duplicates", "the same place"),
    Reason.BUT_FOR_ITS_KIND: QT_TRANSLATE_NOOP(
        "Duplicates", "one name, with and without what kind of place it is"
    ),
    Reason.SAME_PARENT: QT_TRANSLATE_NOOP("Duplicates", "they lie in the same place"),
    Reason.PARENT_FITS: QT_TRANSLATE_NOOP("Duplicates", "one may lie where the other does"),
    Reason.SAME_KIND: QT_TRANSLATE_NOOP("Duplicates", "of the same kind"),
    Reason.SAME_TITLE: QT_TRANSLATE_NOOP("Duplicates", "same title"),
    Reason.TITLE_ONE_LETTER: QT_TRANSLATE_NOOP("Duplicates", "titles one letter apart"),
    Reason.SAME_CODE_NAME: QT_TRANSLATE_NOOP("Duplicates", "same code name"),
    Reason.SAME_QUOTE: QT_TRANSLATE_NOOP("Duplicates", "the same passage is quoted"),
    Reason.CITED_ALIKE: QT_TRANSLATE_NOOP("Duplicates", "cited for the same fact"),
    Reason.SAME_PERSON: QT_TRANSLATE_NOOP("Duplicates", "about the same person"),
    Reason.PEOPLE_OF_ONE_NAME: QT_TRANSLATE_NOOP("Duplicates", "about people of one name"),
    Reason.BIRTH_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: different dates of birth"),
    Reason.SEX_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: different sex"),
    Reason.TOGETHER: QT_TRANSLATE_NOOP("Duplicates", "against it: both named in one event"),
    Reason.PARENT_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: they lie in different places"),
    Reason.ONE_IN_THE_OTHER: QT_TRANSLATE_NOOP("Duplicates", "against it: one lies in the other"),
    Reason.KIND_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: of different kinds"),
    Reason.NOBODY_IN_COMMON: QT_TRANSLATE_NOOP("Duplicates", "against it: about different people"),
}


def reasons(candidate: Candidate) -> str:
    """Return the reasons of a pair in one line."""
    return "; ".join(
        QCoreApplication.translate("Duplicates", _REASONS[reason]) for reason in candidate.reasons
    )


def side(record: Record, reader: Store, words: RecordWords) -> str:
    """Return all that is to be compared of one record, a line each."""
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
    """Return what belongs to a record and helps to tell it: events, or what is cited from a source."""
    if record.kind is Kind.PARTY:
        return reader.events_of_party(record.id)
    if record.kind is Kind.CASE:
        return reader.events_of_case(record.id)
    return reader.citing.of_source(record.id) if record.kind is Kind.SOURCE else []
