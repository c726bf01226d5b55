"""The strength of a passphrase, in words."""

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.vault import passphrases
from hrddesk.actions.vault.passphrases import Strength
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

NONE_YET = QT_TRANSLATE_NOOP(
    "Passphrases", "Sayings, names, dates and pinyin are guessed first. Six random words are safer."
)
STRENGTHS = {
    Strength.WEAK: QT_TRANSLATE_NOOP(
        "Passphrases", "Weak: whoever takes the computer finds this by guessing."
    ),
    Strength.FAIR: QT_TRANSLATE_NOOP(
        "Passphrases", "Fair: it holds against a person, not against a laboratory."
    ),
    Strength.STRONG: QT_TRANSLATE_NOOP("Passphrases", "Strong, as far as a program can tell."),
}


def verdict(text: str, drawn: str = "") -> str:
    """Return words for the strength of a passphrase; for an empty one, advice how to make a strong one.

    `drawn` is the passphrase that the program proposed in the same dialog, if any.
    """
    return QCoreApplication.translate(
        "Passphrases", STRENGTHS[passphrases.judge(text, drawn)] if text else NONE_YET
    )
