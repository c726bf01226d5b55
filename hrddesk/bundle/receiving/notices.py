"""What a person should know of how a bundle follows those before. It is said; nothing is refused for it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hrddesk.errors.translatable import Translatable
from hrddesk.store.exchange import receipt_rows


class Notice(StrEnum):
    """The codes, as they are kept with a review; `SENTENCES` has their words."""

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


SENTENCES: Final[Mapping[str, str]] = {
    Notice.ROTATED: Translatable(
        "The sender has a new key, which the old one signed. Compare the words before you send anything."
    ),
    Notice.SEQUENCE_GAP: Translatable("A bundle that this sender wrote for you before has not arrived."),
    Notice.SEQUENCE_BACK: Translatable("A later bundle of this sender was read already."),
    Notice.NEW_LINE: Translatable(
        "The sender's vault was restored from a backup or copied since the last bundle. Ask why."
    ),
    Notice.OLD_LINE: Translatable(
        "It is from before the sender's vault was restored. Its receipts do not count any more."
    ),
    Notice.HISTORY_BACK: Translatable(
        "The sender's history is shorter than before: an older copy may have been put back. Ask why."
    ),
    Notice.SEEN_AHEAD: Translatable(
        "The sender saw more of this vault's history than there is: an older copy of it was "
        "put back here. Find out who did that, before you write anything."
    ),
    Notice.CUSTODY: Translatable(
        "The sender's custody log of some evidence leaves out what it said before, or says "
        "otherwise. Both stay in that log here. Ask why."
    ),
    Notice.CLOCK_AHEAD: Translatable("The sender's clock is ahead of yours, or yours is behind."),
    Notice.CLOCK_BEHIND: Translatable(
        "It bears an earlier day than the bundle before it: the sender's clock was wrong on one of both."
    ),
}
