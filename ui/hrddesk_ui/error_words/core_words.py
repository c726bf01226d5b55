"""The sentences of the core, translated into the window's language.

The template of a `Translatable` is translated, then its values are filled in again. This module lists the
sentences of the system and of libraries that can be translated; their other sentences stay in English.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.errors.translatable import Translatable
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_OF_THE_SYSTEM: Final = (
    QT_TRANSLATE_NOOP("Core", "Device or resource busy"),
    QT_TRANSLATE_NOOP("Core", "File name too long"),
    QT_TRANSLATE_NOOP("Core", "Input/output error"),
    QT_TRANSLATE_NOOP("Core", "Is a directory"),
    QT_TRANSLATE_NOOP("Core", "No space left on device"),
    QT_TRANSLATE_NOOP("Core", "No such file or directory"),
    QT_TRANSLATE_NOOP("Core", "Not a directory"),
    QT_TRANSLATE_NOOP("Core", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Core", "Permission denied"),
    QT_TRANSLATE_NOOP("Core", "Read-only file system"),
    QT_TRANSLATE_NOOP("Core", "Too many open files"),
    QT_TRANSLATE_NOOP("Core", "line contains NUL"),
    QT_TRANSLATE_NOOP("Core", "unexpected end of data"),
)
_ALSO_CODES: Final = (
    QT_TRANSLATE_NOOP("Core", "accepted"),
    QT_TRANSLATE_NOOP("Core", "case"),
    QT_TRANSLATE_NOOP("Core", "citation"),
    QT_TRANSLATE_NOOP("Core", "counter"),
    QT_TRANSLATE_NOOP("Core", "event"),
    QT_TRANSLATE_NOOP("Core", "evidence"),
    QT_TRANSLATE_NOOP("Core", "figure"),
    QT_TRANSLATE_NOOP("Core", "forgotten"),
    QT_TRANSLATE_NOOP("Core", "history"),
    QT_TRANSLATE_NOOP("Core", "open"),
    QT_TRANSLATE_NOOP("Core", "pages"),
    QT_TRANSLATE_NOOP("Core", "party"),
    QT_TRANSLATE_NOOP("Core", "place"),
    QT_TRANSLATE_NOOP("Core", "records"),
    QT_TRANSLATE_NOOP("Core", "relation"),
    QT_TRANSLATE_NOOP("Core", "source"),
    QT_TRANSLATE_NOOP("Core", "term"),
)
"""Codes of the core that reasons quote as words."""


def words(text: str) -> str:
    """Return a sentence in the window's language; if it has no translation, return it unchanged."""
    if not isinstance(text, Translatable):
        return QCoreApplication.translate("Core", text)
    translated = QCoreApplication.translate("Core", text.template)
    if not text.values:
        return translated
    return translated.format(
        *(words(value if isinstance(value, str) else str(value)) for value in text.values)
    )
