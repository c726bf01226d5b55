"""The meanings of the notices of a review, one sentence each."""

from hrddesk.bundle.receiving.notices import SENTENCES, Notice


def line(code: str) -> str:
    """Return a notice as a printed line: its code and its meaning."""
    return f"note: {code}: {SENTENCES[Notice(code)]}"
