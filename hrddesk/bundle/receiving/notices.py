"""What a person should know of how a bundle follows those before. It is said; nothing is refused for it."""

from enum import StrEnum

from hrddesk.store.exchange import receipt_rows


class Notice(StrEnum):
    """The codes, as they are kept with a review; the command line and the window have the words."""

    ROTATED = "rotated"
    """The sender has a new key, signed by the old one."""
    SEQUENCE_GAP = "sequence-gap"
    """One before it did not come."""
    SEQUENCE_BACK = "sequence-back"
    """A later one came already."""
    NEW_LINE = "new-line"
    """The sender's vault was restored or copied since the last one."""
    OLD_LINE = receipt_rows.OLD_LINE
    """It is from before the sender's vault was restored or copied."""
    HISTORY_BACK = "history-back"
    """The sender's history is shorter than it was."""
    SEEN_AHEAD = "seen-ahead"
    """The sender saw a history of this vault that is not the one it has now."""
    CUSTODY = "custody"
    """The sender's custody log of some evidence leaves out what it said before, or says otherwise."""
    CLOCK_AHEAD = "clock-ahead"
    """It was written on a day that has not come here."""
    CLOCK_BEHIND = "clock-behind"
    """It follows one that bears a later day."""
