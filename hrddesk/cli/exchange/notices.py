"""What the notices of a review mean, in a sentence each."""

from hrddesk.bundle.receiving.notices import SENTENCES, Notice


def line(code: str) -> str:
    """Return a notice as it is printed: its code, and what it means."""
    return f"note: {code}: {SENTENCES[Notice(code)]}"
