"""Read a text as somebody does who is sure that nothing in it means anybody: keep each marked place."""

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.texts import TextReview
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session


def read_through(session: Session, ref: str, profile: str) -> Outcome[TextReview]:
    """Decide about every place that waits for it, and confirm the text."""
    while marks := [one for one in texts.occurrences(session, ref, profile).found if one.decide and one.at]:
        assert marks[0].at is not None
        text_decisions.decide(session, ref, profile, Decision(*marks[0].at, How.STAY))
    return texts.review(session, ref, profile)
