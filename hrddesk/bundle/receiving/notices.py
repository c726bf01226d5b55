"""The notices about how a bundle follows earlier ones. The user sees them; they refuse no bundle."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hrddesk.errors.translatable import Translatable
from hrddesk.store.exchange import receipt_rows


class Notice(StrEnum):
    """The codes of notices, as they are stored with a review; `SENTENCES` has the sentence for each."""

    ROTATED = "rotated"
    """The sender has a new key, signed by the old one."""
    SEQUENCE_GAP = "sequence-gap"
    """An earlier bundle is missing."""
    SEQUENCE_BACK = "sequence-back"
    """A later bundle of the sender was read already."""
    NEW_LINE = "new-line"
    """The sender's vault was restored or copied since the last bundle."""
    OLD_LINE = receipt_rows.OLD_LINE
    """The bundle is from before the sender's vault was restored or copied."""
    HISTORY_BACK = "history-back"
    """The sender's history is shorter than before."""
    SEEN_AHEAD = "seen-ahead"
    """The sender saw a history of this vault that differs from the present one."""
    CUSTODY = "custody"
    """The sender's custody log of some evidence omits or contradicts entries of earlier bundles."""
    CLOCK_AHEAD = "clock-ahead"
    """The bundle has a date in the future of this computer."""
    CLOCK_BEHIND = "clock-behind"
    """The bundle has an earlier date than the previous one."""


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
