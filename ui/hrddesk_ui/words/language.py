"""The languages in which the window shows dates, terms and labels."""

import re
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QLocale

from hrddesk.records.language.labels import DEFAULT, EN, Chain, chain_for
from hrddesk.records.names.display_names import BETWEEN_NAMES, BETWEEN_PEOPLE

Language = Literal["en", "zh"]


def shown_language() -> Language:
    """Return the language of dates and terms, which is the language of the window."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def other_language() -> Language:
    """Return the language of the second label of a term: users find the term in reports in either
    language.
    """
    return "en" if shown_language() == "zh" else "zh"


_PROPERTY: Final = "labels"


def show_languages(chain: Chain) -> None:
    """From now on, look for labels in the languages of `chain` first, and then in the window's language."""
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_PROPERTY, ",".join(chain))


def chosen_languages() -> Chain:
    """Return the languages that the user chose for labels; empty if none were chosen."""
    app = QCoreApplication.instance()
    chosen = str(app.property(_PROPERTY) or "") if app is not None else ""
    return tuple(chosen.split(",")) if chosen else ()


def shown_chain() -> Chain:
    """Return the languages for labels, in order of preference: the chosen ones, then the window's own."""
    return tuple(dict.fromkeys((*chosen_languages(), *chain_for(shown_language()))))


def other_chain() -> Chain:
    """Return the languages, in order of preference, of the second label that is shown beside the first."""
    return chain_for(other_language())


_OWN_NAMES: Final = {EN: "English", "es": "español"}
"""The names of languages for which Qt would name a country too: American English, español de España."""


def language_name(code: str) -> str:
    """Return the name of a language in that language; if the system does not know it, return its code."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    locale = QLocale(code)
    return locale.nativeLanguageName() if locale.language() != QLocale.Language.C else code


def label_languages() -> Chain:
    """Return the languages in which a user can type labels in a form."""
    return tuple(dict.fromkeys((*chosen_languages(), *DEFAULT)))


_TURNS: Final = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "�"))


def unturned(text: str) -> str:
    """Replace the characters that change the reading direction by a visible sign.

    With such a character the name of a file or contact can be made to look like another name. Right-to-left
    scripts do not need these characters.
    """
    return text.translate(_TURNS)


_BETWEEN: Final = re.compile(f"({re.escape(BETWEEN_NAMES)}|{re.escape(BETWEEN_PEOPLE)})")


_REVERSES: Final = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067", "�"))


def not_reversed(text: str) -> str:
    """Do the same as `unturned`, but keep the two characters that `isolated` adds, which reverse nothing."""
    return text.translate(_REVERSES)


def isolated(names: str) -> str:
    """Isolate each name in a text, so that its reading direction does not change that of the line.

    Each name is put between U+2068 and U+2069 (Unicode Bidirectional Algorithm, isolates); for display only.
    """
    parts = _BETWEEN.split(unturned(names))
    return "".join(part if number % 2 else f"\u2068{part}\u2069" for number, part in enumerate(parts))
