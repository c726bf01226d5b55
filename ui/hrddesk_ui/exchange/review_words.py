"""What a review says, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.bundle.merging.level_changes import Regrouping
from hrddesk.bundle.merging.merge import State
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.bundle.review.acceptance import Accepted
from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import Hold
from hrddesk.bundle.review.review_reasons import Look
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

STATES: Final = {
    "open": QT_TRANSLATE_NOOP("Reviews", "waits for you"),
    "accepted": QT_TRANSLATE_NOOP("Reviews", "accepted"),
    "rejected": QT_TRANSLATE_NOOP("Reviews", "rejected"),
    "forgotten": QT_TRANSLATE_NOOP("Reviews", "handed off and forgotten"),
}
ITEM_STATES: Final = {
    State.NEW: QT_TRANSLATE_NOOP("Reviews", "new"),
    State.UNCHANGED: QT_TRANSLATE_NOOP("Reviews", "as it is here"),
    State.CHANGED: QT_TRANSLATE_NOOP("Reviews", "changed"),
    State.CONFLICT: QT_TRANSLATE_NOOP("Reviews", "changed on both sides"),
}
NOTICES: Final[dict[str, str]] = {
    Notice.ROTATED: QT_TRANSLATE_NOOP(
        "Reviews",
        "The sender has a new key, which the old one signed. Compare the words before you send anything.",
    ),
    Notice.SEQUENCE_GAP: QT_TRANSLATE_NOOP(
        "Reviews", "A bundle that this sender wrote for you before has not arrived."
    ),
    Notice.SEQUENCE_BACK: QT_TRANSLATE_NOOP("Reviews", "A later bundle of this sender was read already."),
    Notice.NEW_LINE: QT_TRANSLATE_NOOP(
        "Reviews", "The sender's vault was restored from a backup or copied since the last bundle. Ask why."
    ),
    Notice.OLD_LINE: QT_TRANSLATE_NOOP(
        "Reviews",
        "It is from before the sender's vault was restored. Its receipts do not count any more.",
    ),
    Notice.SEEN_AHEAD: QT_TRANSLATE_NOOP(
        "Reviews",
        "The sender saw more of this vault's history than there is: an older copy of it was put back here."
        " Find out who did that, before you write anything.",
    ),
    Notice.HISTORY_BACK: QT_TRANSLATE_NOOP(
        "Reviews",
        "The sender's history is shorter than before: an older copy may have been put back. Ask why.",
    ),
    Notice.CUSTODY: QT_TRANSLATE_NOOP(
        "Reviews",
        "The sender's custody log of some evidence leaves out what it said before, or says otherwise. Both"
        " stay in that log here. Ask why.",
    ),
    Notice.CLOCK_AHEAD: QT_TRANSLATE_NOOP(
        "Reviews", "The sender's clock is ahead of yours, or yours is behind."
    ),
    Notice.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "Reviews",
        "It bears an earlier day than the bundle before it: the sender's clock was wrong on one of both.",
    ),
}


REGROUPINGS: Final = {
    Regrouping.CASE: QT_TRANSLATE_NOOP("Reviews", "moves to another case"),
    Regrouping.PEOPLE: QT_TRANSLATE_NOOP("Reviews", "changes who is in it"),
    Regrouping.CONSENT: QT_TRANSLATE_NOOP("Reviews", "allows more than what somebody consented to"),
    Regrouping.CONFIDENTIAL: QT_TRANSLATE_NOOP("Reviews", "changes until when an event is confidential"),
    Regrouping.KIND: QT_TRANSLATE_NOOP("Reviews", "changes what kind of party it is"),
    Regrouping.NAME: QT_TRANSLATE_NOOP("Reviews", "takes off that the name is protected"),
}

LOOKS: Final = {
    Look.CHANGED: QT_TRANSLATE_NOOP("Reviews", "changes or removes what was here"),
    Look.FILE: QT_TRANSLATE_NOOP(
        "Reviews", "says what a file of evidence is, its dates, or where it came from"
    ),
    Look.NAMED_FILE: QT_TRANSLATE_NOOP("Reviews", "names a file that is here under another record"),
    Look.CUSTODY: QT_TRANSLATE_NOOP(
        "Reviews", "the sender's custody log leaves out what it said before, or says otherwise"
    ),
    Look.TERM: QT_TRANSLATE_NOOP("Reviews", "brings or changes a term"),
    Look.QUESTION: QT_TRANSLATE_NOOP("Reviews", "brings or changes a question"),
    Look.SEARCH: QT_TRANSLATE_NOOP("Reviews", "brings or changes a saved search or a profile"),
    Look.PLACE: QT_TRANSLATE_NOOP("Reviews", "says what kind of place it is, or what it lies in"),
    Look.NAME: QT_TRANSLATE_NOOP("Reviews", "adds a main name where one stands already"),
    Look.LAW: QT_TRANSLATE_NOOP("Reviews", "says which country's law applies"),
    Look.FACT: QT_TRANSLATE_NOOP("Reviews", "says how sure an event is"),
    Look.SOURCE: QT_TRANSLATE_NOOP(
        "Reviews", "says what a source is, how reliable, or what print may say of it"
    ),
    Look.CITED: QT_TRANSLATE_NOOP("Reviews", "cites a source for what is here"),
    Look.CONSENT: QT_TRANSLATE_NOOP("Reviews", "says what a person consents to"),
    Look.SHOWN: QT_TRANSLATE_NOOP("Reviews", "says whom evidence shows, or whether others are seen in it"),
    Look.LEVEL: QT_TRANSLATE_NOOP("Reviews", "says who may learn of it"),
    Look.PUBLIC: QT_TRANSLATE_NOOP("Reviews", "arrives as public"),
    Look.WITH: QT_TRANSLATE_NOOP("Reviews", "refers to a record that came with it and needs a look"),
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
    """Return the state of a review."""
    return QCoreApplication.translate("Reviews", STATES[state])


def item_state_word(state: State) -> str:
    """Return the state of a record in a review."""
    return QCoreApplication.translate("Reviews", ITEM_STATES[state])


def counts_words(new: int, changed: int, conflicts: int, deletes: int) -> str:
    """Return how many records are what, without those that are none; "nothing new" where all are."""
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


def waiting_words(found: Waiting) -> str:
    """Return what waits in a review, and how much of it for a look of its own."""
    words = [counts_words(found.new, found.changed, found.conflicts, found.deletes)]
    words += [
        QCoreApplication.translate("Reviews", text, "", number)
        for text, number in (
            (QT_TRANSLATE_NOOP("Reviews", "%n would open something"), found.opens),
            (QT_TRANSLATE_NOOP("Reviews", "%n would come back"), found.brings_back),
            (QT_TRANSLATE_NOOP("Reviews", "%n arrive as public"), found.arrives_public),
            (QT_TRANSLATE_NOOP("Reviews", "%n asked for"), found.asked),
            (QT_TRANSLATE_NOOP("Reviews", "contacts: %n"), found.introduced),
            (QT_TRANSLATE_NOOP("Reviews", "notices: %n"), len(found.head.notices)),
            (QT_TRANSLATE_NOOP("Reviews", "%n here already"), found.here),
        )
        if number
    ]
    left = _LOOK if found.needs_me or found.introduced else _PLAIN
    return _BETWEEN.join((*words, QCoreApplication.translate("Reviews", left, "", found.needs_me)))


def stayed_words(accepted: Accepted) -> str:
    """Return how many accepted records are not as the sender has them, and why; empty if all are."""
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
    """Return what a bundle would change of where a record belongs."""
    return QCoreApplication.translate("Reviews", REGROUPINGS[change])


def look_word(look: Look) -> str:
    """Return why a record needs a look."""
    return QCoreApplication.translate("Reviews", LOOKS[look])


def hold_sentence(hold: Hold) -> str:
    """Return why nothing of a bundle is plain."""
    return QCoreApplication.translate("Reviews", HOLDS[hold])


def notice_sentence(code: str) -> str:
    """Return what a notice means; a code without words is shown as it is."""
    return QCoreApplication.translate("Reviews", NOTICES.get(code, code))
