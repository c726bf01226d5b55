"""The words, icons and colours for the states of trust in a contact, the same in all lists and pages."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QListWidgetItem

from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class _StateWords:
    """The display of a state of trust; `tone` names a colour of `theme.Colours`, and `mark` an icon."""

    word: str
    advice: str
    tone: str
    mark: str


STATES: Final[dict[ContactState, _StateWords]] = {
    ContactState.UNKNOWN: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "unknown"),
        QT_TRANSLATE_NOOP("Contacts", "Nobody of yours: nothing is sent to this key or taken from it."),
        "muted",
        "unknown",
    ),
    ContactState.FIRST_USE: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "not verified"),
        QT_TRANSLATE_NOOP("Contacts", "Compare the twelve words with the person before you send anything."),
        "warn",
        "warning",
    ),
    ContactState.INTRODUCED: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "introduced, not verified by you"),
        QT_TRANSLATE_NOOP(
            "Contacts",
            "Somebody else vouches for it, not you. Compare the twelve words before you send anything.",
        ),
        "link",
        "introduced",
    ),
    ContactState.VERIFIED: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "verified"),
        QT_TRANSLATE_NOOP("Contacts", "The words were compared and match. Bundles can be sent."),
        "good",
        "done",
    ),
    ContactState.ROTATED: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "new key, signed by the old one"),
        QT_TRANSLATE_NOOP("Contacts", "Compare the words again before you send anything."),
        "turned",
        "rotated",
    ),
    ContactState.CHANGED: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "key changed without proof, blocked"),
        QT_TRANSLATE_NOOP(
            "Contacts",
            "Somebody gave another key for this contact. Meet or call the person: the words that they read "
            "decide which key is theirs. Nothing is sent or taken before.",
        ),
        "bad",
        "problem",
    ),
    ContactState.REVOKED: _StateWords(
        QT_TRANSLATE_NOOP("Contacts", "revoked"),
        QT_TRANSLATE_NOOP(
            "Contacts",
            "Nothing is sent to this contact and nothing is taken from it, for ever. "
            "If the person comes back, it is with a new identity: add its card under another name.",
        ),
        "ended",
        "revoked",
    ),
}


def state_word(state: ContactState) -> str:
    """Return the name of a state of trust, in a few words."""
    return QCoreApplication.translate("Contacts", STATES[state].word)


def state_advice(state: ContactState) -> str:
    """Return the advice to the user about a contact in this state."""
    return QCoreApplication.translate("Contacts", STATES[state].advice)


def state_tone(state: ContactState) -> str:
    """Return the name of the colour of a state, which is also a role in the style sheet."""
    return STATES[state].tone


def state_mark(state: ContactState) -> QIcon:
    """Return the icon of a state, in the colour of the state."""
    return theme.icon(STATES[state].mark, state_tone(state))


def contact_line(contact: Contact) -> str:
    """Return the text of a contact in a list: its name and its state."""
    return f"{contact.name} — {state_word(contact.state)}"


def show_state(item: QListWidgetItem, state: ContactState) -> None:
    """Give a line of a list the icon and the colour of a state."""
    item.setIcon(state_mark(state))
    item.setForeground(QColor(getattr(theme.colours(), state_tone(state))))


def show_mark(label: Label, state: ContactState) -> None:
    """Show the icon of a state of trust in `label`."""
    label.setPixmap(state_mark(state).pixmap(16, 16))
