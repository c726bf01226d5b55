"""How far a contact is trusted, in words and in a tone; never by colour alone."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.bundle.contacts import ContactState
from hrddesk_ui.marking import QT_TRANSLATE_NOOP

STATES: Final[dict[ContactState, tuple[str, str, str]]] = {
    ContactState.FIRST_USE: (
        QT_TRANSLATE_NOOP("Contacts", "not verified"),
        QT_TRANSLATE_NOOP("Contacts", "Compare the twelve words with the person before you send anything."),
        "warn",
    ),
    ContactState.VERIFIED: (
        QT_TRANSLATE_NOOP("Contacts", "verified"),
        QT_TRANSLATE_NOOP("Contacts", "The words were compared and match. Bundles can be sent."),
        "good",
    ),
    ContactState.ROTATED: (
        QT_TRANSLATE_NOOP("Contacts", "new key, signed by the old one"),
        QT_TRANSLATE_NOOP("Contacts", "Compare the words again before you send anything."),
        "warn",
    ),
    ContactState.CHANGED: (
        QT_TRANSLATE_NOOP("Contacts", "key changed without proof, blocked"),
        QT_TRANSLATE_NOOP("Contacts", "Meet or call the person before you trust the new key."),
        "bad",
    ),
    ContactState.REVOKED: (
        QT_TRANSLATE_NOOP("Contacts", "revoked"),
        QT_TRANSLATE_NOOP("Contacts", "Nothing is sent to this contact and nothing is taken from it."),
        "bad",
    ),
}


def state_word(state: ContactState) -> str:
    """Return the state in a word or two."""
    return QCoreApplication.translate("Contacts", STATES[state][0])


def state_advice(state: ContactState) -> str:
    """Return what to do about it."""
    return QCoreApplication.translate("Contacts", STATES[state][1])


def state_tone(state: ContactState) -> str:
    """Return the tone of the style sheet: good, warn or bad."""
    return STATES[state][2]
