"""What the notices of a review mean, in a sentence each."""

from typing import Final

from hrddesk.bundle.receiving.notices import Notice

SENTENCES: Final = {
    Notice.ROTATED: "The sender has a new key, which the old one signed. "
    "Compare the words before you send anything.",
    Notice.SEQUENCE_GAP: "A bundle that this sender wrote for you before has not arrived.",
    Notice.SEQUENCE_BACK: "A later bundle of this sender was read already.",
    Notice.NEW_LINE: "The sender's vault was restored from a backup or copied since the last bundle. "
    "Ask why.",
    Notice.OLD_LINE: "It is from before the sender's vault was restored. Its receipts do not count any more.",
    Notice.HISTORY_BACK: "The sender's history is shorter than before: an older copy may have been put back. "
    "Ask why.",
    Notice.SEEN_AHEAD: "The sender saw more of this vault's history than there is: an older copy of it was "
    "put back here. Find out who did that, before you write anything.",
    Notice.CUSTODY: "The sender's custody log of some evidence leaves out what it said before, or says "
    "otherwise. Both stay in that log here. Ask why.",
    Notice.CLOCK_AHEAD: "The sender's clock is ahead of yours, or yours is behind.",
    Notice.CLOCK_BEHIND: "It bears an earlier day than the bundle before it: the sender's clock was wrong "
    "on one of both.",
}


def line(code: str) -> str:
    """Return a notice as it is printed: its code, and what it means."""
    return f"note: {code}: {SENTENCES[Notice(code)]}"
