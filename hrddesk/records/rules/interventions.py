"""Interventions: requests to a UN body, an embassy or an organisation, and how long they are confidential.

An intervention is an event whose fields name the addressee, the request, the due day of the answer, and the
outcome.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record

TYPE: Final = "intervention"
CONFIDENTIAL_UNTIL: Final = "confidential_until"
AHEAD: Final = 7
"""The number of days before the due day of an answer on which the reminder begins."""


def is_confidential(event: Record, today: date | None = None) -> bool:
    """Tell whether an event may not be printed yet; without a known last day it may never be.

    The default of `today` is the earliest day that has not ended anywhere on earth.
    """
    until = event.text(CONFIDENTIAL_UNTIL)
    if not until:
        return False
    last = dates.read(until).latest
    return last is None or last >= (today or (datetime.now(tz=UTC) - timedelta(hours=12)).date())


def awaits_answer(event: Record, today: date) -> bool:
    """Tell whether an answer is due within `AHEAD` days, or overdue, and none is recorded."""
    due = event.text("due")
    if not due or event.text("answered") or event.text("outcome"):
        return False
    last = dates.read(due).latest
    return last is None or last <= today + timedelta(days=AHEAD)  # words that nobody can place remind at once
