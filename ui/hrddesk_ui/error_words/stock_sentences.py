"""What many errors say alike."""

from typing import Final

from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

Words = tuple[str, str, str]
"""What happened, what is safe, what to do; not translated yet."""

NOTHING_CHANGED: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was changed.")
NOTHING_FORGOTTEN: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was written and nothing was forgotten.")
