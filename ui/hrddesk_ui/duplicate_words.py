"""Why two people may be one, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.analysis.duplicates import Candidate, Reason
from hrddesk.records.record import Record
from hrddesk_ui.field_words import field_word
from hrddesk_ui.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.record_words import RecordWords

_REASONS: Final = {
    Reason.SAME_NAME: QT_TRANSLATE_NOOP("Duplicates", "same name"),
    Reason.SAME_SPELLING: QT_TRANSLATE_NOOP("Duplicates", "one name in two spellings"),
    Reason.SAME_SOUND: QT_TRANSLATE_NOOP("Duplicates", "names that sound alike"),
    Reason.ONE_LETTER: QT_TRANSLATE_NOOP("Duplicates", "names one letter apart"),
    Reason.SAME_BIRTH: QT_TRANSLATE_NOOP("Duplicates", "same day of birth"),
    Reason.BIRTH_FITS: QT_TRANSLATE_NOOP("Duplicates", "dates of birth that fit"),
    Reason.SAME_EVENT: QT_TRANSLATE_NOOP("Duplicates", "the same happened on the same day"),
    Reason.SAME_PLACE: QT_TRANSLATE_NOOP("Duplicates", "the same place"),
    Reason.BIRTH_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: different dates of birth"),
    Reason.SEX_DIFFERS: QT_TRANSLATE_NOOP("Duplicates", "against it: different sex"),
    Reason.TOGETHER: QT_TRANSLATE_NOOP("Duplicates", "against it: both named in one event"),
}


def reasons(candidate: Candidate) -> str:
    """Return the reasons of a pair in one line."""
    return "; ".join(
        QCoreApplication.translate("Duplicates", _REASONS[reason]) for reason in candidate.reasons
    )


def side(record: Record, events: list[Record], words: RecordWords) -> str:
    """Return all that is to be compared of one person, a line each."""
    lines = [" · ".join(filter(None, (record.text("ref"), words.title(record))))]
    for name, value in record.fields.items():
        if name != "ref":
            lines.append(f"{field_word(name)}: {words.value(record.kind, name, value)}")
    for item in record.spec.lists:
        for element in record.values(item.name):
            lines.append(f"{field_word(item.name)}: {words.value(record.kind, item.name, element)}")
    lines += [words.title(event) for event in events]
    return "\n".join(lines)
