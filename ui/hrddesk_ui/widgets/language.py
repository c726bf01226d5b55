"""Which of the two languages of the vocabularies the window speaks."""

from typing import Literal

from PySide6.QtCore import QLocale

Language = Literal["en", "zh"]


def shown_language() -> Language:
    """Return the language in which dates and terms are worded, after the window's locale."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def other_language() -> Language:
    """Return the language that a term is shown in besides, so that reports in either are recognised."""
    return "en" if shown_language() == "zh" else "zh"


def isolated(names: str) -> str:
    """Keep names of either reading direction from turning the line in which they stand.

    Each is put between U+2068 and U+2069 (Unicode Bidirectional Algorithm, isolates); for showing only.
    """
    return " · ".join(f"\u2068{name}\u2069" for name in names.split(" · "))
