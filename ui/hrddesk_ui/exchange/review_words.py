"""The words for states, counts and warnings in a review."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.bundle.merging.level_changes import Regrouping
from hrddesk.bundle.merging.merge import MergeState
from hrddesk.bundle.receiving.notices import SENTENCES
from hrddesk.bundle.review.acceptance import Acceptance
from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import Hold
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk_ui.error_words import core_words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

STATES: Final = {
    "open": QT_TRANSLATE_NOOP("Reviews", "waits for you"),
    "accepted": QT_TRANSLATE_NOOP("Reviews", "accepted"),
    "rejected": QT_TRANSLATE_NOOP("Reviews", "rejected"),
    "forgotten": QT_TRANSLATE_NOOP("Reviews", "handed off and forgotten"),
}
ITEM_STATES: Final = {
    MergeState.NEW: QT_TRANSLATE_NOOP("Reviews", "new"),
    MergeState.UNCHANGED: QT_TRANSLATE_NOOP("Reviews", "as it is here"),
    MergeState.CHANGED: QT_TRANSLATE_NOOP("Reviews", "changed"),
    MergeState.CONFLICT: QT_TRANSLATE_NOOP("Reviews", "changed on both sides"),
}
HOLDS: Final = {
    Hold.SENDER: QT_TRANSLATE_NOOP(
        "Reviews", "Nothing of it is plain: the sender's words were not compared."
    ),
    Hold.NOTICE: QT_TRANSLATE_NOOP("Reviews", "Nothing of it is plain: its notice asks for an answer first."),
    Hold.CONTACTS: QT_TRANSLATE_NOOP("Reviews", "Nothing of it is plain: it brings news of contacts."),
}


_BETWEEN: Final = " · "
_LOOK: Final = QT_TRANSLATE_NOOP("Reviews", "%n to look at")
_PLAIN: Final = QT_TRANSLATE_NOOP("Reviews", "all plain")


def review_state_word(state: str) -> str:
    """Return the word for the state of a review."""
    return QCoreApplication.translate("Reviews", STATES[state])


def item_state_word(state: MergeState) -> str:
    """Return the word for the state of a record in a review."""
    return QCoreApplication.translate("Reviews", ITEM_STATES[state])


def counts_words(new: int, changed: int, conflicts: int, deletes: int) -> str:
    """Return the numbers of new, changed, conflicting and deleted records in words, or "nothing new".

    A number that is zero is left out.
    """
    words = [
        QCoreApplication.translate("Reviews", text, "", number)
        for text, number in (
            (QT_TRANSLATE_NOOP("Reviews", "%n new"), new),
            (QT_TRANSLATE_NOOP("Reviews", "%n changed"), changed),
            (QT_TRANSLATE_NOOP("Reviews", "%n changed on both sides"), conflicts),
            (QT_TRANSLATE_NOOP("Reviews", "%n deleted by the sender"), deletes),
        )
        if number
    ]
    return _BETWEEN.join(words) or QCoreApplication.translate("Reviews", "nothing new")


def waiting_words(waiting: Waiting) -> str:
    """Return the numbers of waiting records in words, and the number of records that the user
    must look at.
    """
    words = [counts_words(waiting.new, waiting.changed, waiting.conflicts, waiting.deletes)]
    words += [
        QCoreApplication.translate("Reviews", text, "", number)
        for text, number in (
            (QT_TRANSLATE_NOOP("Reviews", "%n would open something"), waiting.opens),
            (QT_TRANSLATE_NOOP("Reviews", "%n would come back"), waiting.brings_back),
            (QT_TRANSLATE_NOOP("Reviews", "%n arrive as public"), waiting.arrives_public),
            (QT_TRANSLATE_NOOP("Reviews", "%n asked for"), waiting.asked),
            (QT_TRANSLATE_NOOP("Reviews", "contacts: %n"), waiting.introduced),
            (QT_TRANSLATE_NOOP("Reviews", "notices: %n"), len(waiting.head.notices)),
            (QT_TRANSLATE_NOOP("Reviews", "%n here already"), waiting.here),
        )
        if number
    ]
    template = _LOOK if waiting.needs_me or waiting.introduced else _PLAIN
    return _BETWEEN.join((*words, QCoreApplication.translate("Reviews", template, "", waiting.needs_me)))


def stayed_words(accepted: Acceptance) -> str:
    """Return sentences that say how many accepted records differ from the sender's, and why.

    Return "" if no accepted record differs.
    """
    return " ".join(
        QCoreApplication.translate("Reviews", text, "", number)
        for text, number in (
            (
                QT_TRANSLATE_NOOP("Reviews", "Records that kept the stricter level that they have here: %n."),
                accepted.kept,
            ),
            (
                QT_TRANSLATE_NOOP(
                    "Reviews",
                    "Records that stay beside the one that they were merged into: %n. A text of both would be"
                    " too long. Shorten one of the two, and they become one.",
                ),
                accepted.beside,
            ),
        )
        if number
    )


def regrouping_word(change: Regrouping) -> str:
    """Return the words for a change that may let more people see a record although its level stays."""
    return core_words.words(change.value)


def look_word(look: ReviewReason) -> str:
    """Return the words that say why the user must look at a record."""
    return core_words.words(look.value)


def hold_sentence(hold: Hold) -> str:
    """Return the sentence that says why nothing of a bundle can be accepted before the user looks at it."""
    return QCoreApplication.translate("Reviews", HOLDS[hold])


def notice_sentence(code: str) -> str:
    """Return the sentence for the code of a notice, or the code itself if it is unknown."""
    return core_words.words(SENTENCES.get(code, code))
