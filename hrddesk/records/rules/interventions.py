"""Interventions: what a UN body, an embassy or an organisation was asked, and until when it is confidential.

An intervention is an event, whose fields say to whom, what was asked, when an answer is due, and the outcome.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record

TYPE: Final = "intervention"
CONFIDENTIAL_UNTIL: Final = "confidential_until"
AHEAD: Final = 7
"""So many days before an answer is due somebody is reminded."""


def is_confidential(event: Record, today: date | None = None) -> bool:
    """Tell whether an event may not be printed yet; one whose last day is not known may never be.

    Without `today`, the day counts that has not ended anywhere on earth.
    """
    until = event.text(CONFIDENTIAL_UNTIL)
    if not until:
        return False
    last = dates.read(until).latest
    return last is None or last >= (today or (datetime.now(tz=UTC) - timedelta(hours=12)).date())


def awaits_answer(event: Record, today: date) -> bool:
    """Tell whether an answer is due within `AHEAD` days, or was due, and none is recorded."""
    due = event.text("due")
    if not due or event.text("answered") or event.text("outcome"):
        return False
    last = dates.read(due).latest
    return last is None or last <= today + timedelta(days=AHEAD)  # words that nobody can place remind at once
