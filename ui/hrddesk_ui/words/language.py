"""Which of the two languages of the vocabularies the window speaks."""

import re
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QLocale

from hrddesk.records.language.labels import DEFAULT, EN, Chain, chain_for
from hrddesk.records.names.display_names import BETWEEN_NAMES, BETWEEN_PEOPLE

Language = Literal["en", "zh"]


def shown_language() -> Language:
    """Return the language in which dates and terms are worded, after the window's locale."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def other_language() -> Language:
    """Return the language that a term is shown in besides, so that reports in either are recognised."""
    return "en" if shown_language() == "zh" else "zh"


_PROPERTY: Final = "labels"


def show_languages(chain: Chain) -> None:
    """Look for labels in these languages from now on, before that of the window."""
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_PROPERTY, ",".join(chain))


def chosen_languages() -> Chain:
    """Return the languages that the person chose for labels; none while nobody chose."""
    app = QCoreApplication.instance()
    chosen = str(app.property(_PROPERTY) or "") if app is not None else ""
    return tuple(chosen.split(",")) if chosen else ()


def shown_chain() -> Chain:
    """Return the languages in which labels are looked for: those that were chosen, then the window's own."""
    return tuple(dict.fromkeys((*chosen_languages(), *chain_for(shown_language()))))


def other_chain() -> Chain:
    """Return the languages of the label that stands beside the first one."""
    return chain_for(other_language())


_OWN_NAMES: Final = {EN: "English", "es": "español"}
"""Qt names these after a country: American English, español de España."""


def language_name(code: str) -> str:
    """Return what a language calls itself; the code of one that the system does not know."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    locale = QLocale(code)
    return locale.nativeLanguageName() if locale.language() != QLocale.Language.C else code


def label_languages() -> Chain:
    """Return the languages in which a form asks for labels."""
    return tuple(dict.fromkeys((*chosen_languages(), *DEFAULT)))


_TURNS: Final = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "�"))


def unturned(text: str) -> str:
    """Show where somebody put a character that turns what follows it, and let it turn nothing.

    With one a file or a contact can be made to read as another. Letters of scripts that run to the left do
    so by themselves.
    """
    return text.translate(_TURNS)


_BETWEEN: Final = re.compile(f"({re.escape(BETWEEN_NAMES)}|{re.escape(BETWEEN_PEOPLE)})")


_REVERSES: Final = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067", "�"))


def not_reversed(text: str) -> str:
    """Do as `unturned`, but leave what `isolated` put around a name: that reverses nothing."""
    return text.translate(_REVERSES)


def isolated(names: str) -> str:
    """Keep names of either reading direction from turning the line in which they stand.

    Each is put between U+2068 and U+2069 (Unicode Bidirectional Algorithm, isolates); for showing only.
    """
    parts = _BETWEEN.split(unturned(names))
    return "".join(part if number % 2 else f"\u2068{part}\u2069" for number, part in enumerate(parts))
