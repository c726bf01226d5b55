"""The vocabularies of the open vault, for every field and list that words a code."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk_ui.words.language import shown_chain

_PROPERTY = "words"


def shown_words() -> Words:
    """Return the vocabularies of the desk; the shipped ones while no vault is open."""
    app = QCoreApplication.instance()
    words = None if app is None else app.property(_PROPERTY)
    return words if isinstance(words, Words) else SHIPPED


def show_words(words: Words) -> None:
    """Use these vocabularies from now on, as `QLocale.setDefault` does for the language.

    A process shows one vault at a time: locking replaces it.
    """
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_PROPERTY, words)


def term_label(names: Sequence[str], value: str) -> str:
    """Return a stored code or raw text in the window's language."""
    for name in names:
        words = shown_words().load(name)
        if words.find(value) is not None:
            return words.label(value, shown_chain())
    return value
