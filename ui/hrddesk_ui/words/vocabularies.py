"""The vocabularies of the open vault, for everything that shows a code in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk_ui.words.language import shown_chain

_PROPERTY = "words"


def shown_words() -> Words:
    """Return the vocabularies of the desk; if no vault is open, return the shipped ones."""
    app = QCoreApplication.instance()
    words = None if app is None else app.property(_PROPERTY)
    return words if isinstance(words, Words) else SHIPPED


def show_words(words: Words) -> None:
    """Use these vocabularies in the whole process from now on.

    A process shows one vault only, because locking replaces the process.
    """
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_PROPERTY, words)


def term_label(names: Sequence[str], value: str) -> str:
    """Return the label of a code in the window's language; words that are no code are returned unchanged.

    `names` are the vocabularies in which the code is looked up.
    """
    for name in names:
        words = shown_words().load(name)
        if words.find(value) is not None:
            return words.label(value, shown_chain())
    return value
