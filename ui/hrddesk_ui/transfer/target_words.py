"""The names of the fields to which a column can be mapped."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.interop.mapping.targets import SKIPPED, SOURCE, target_of
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_NOUNS: Final[Mapping[str, str]] = {
    "party": QT_TRANSLATE_NOOP("Targets", "Person"),
    "event": QT_TRANSLATE_NOOP("Targets", "Event"),
    "case": QT_TRANSLATE_NOOP("Targets", "Case"),
}
_COLUMNS: Final[Mapping[str, str]] = {
    "occupations": QT_TRANSLATE_NOOP("Targets", "Occupation"),
    "charge_stages": QT_TRANSLATE_NOOP("Targets", "Stage of the charge"),
    "role": QT_TRANSLATE_NOOP("Targets", "Role in the case"),
    "terms": QT_TRANSLATE_NOOP("Targets", "Other terms"),
}


def target_word(name: str) -> str:
    """Return the words for a field to which a column can be mapped, such as "event2.date"."""
    if name == SKIPPED:
        return QCoreApplication.translate("Targets", "Leave it out")
    if name == SOURCE:
        return QCoreApplication.translate("Targets", "Source that is cited")
    target = target_of(name)
    if target is None:
        return name
    noun = QCoreApplication.translate("Targets", _NOUNS[target.noun])
    if target.number > 1:
        noun = f"{noun} {target.number}"
    own = _COLUMNS.get(target.column)
    column = field_word(target.column) if own is None else QCoreApplication.translate("Targets", own)
    return f"{noun}: {column}"
