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
    """Tell whether an intervention is still confidential and must not be printed.

    If the last confidential day cannot be read, the event stays confidential. The default of `today` is the
    earliest day that has not ended everywhere on earth.
    """
    until = event.text(CONFIDENTIAL_UNTIL)
    if not until:
        return False
    last = dates.read(until).latest
    return last is None or last >= (today or (datetime.now(tz=UTC) - timedelta(hours=12)).date())


def awaits_answer(event: Record, today: date) -> bool:
    """Tell whether an answer is overdue or due within `AHEAD` days, and no answer is recorded."""
    due = event.text("due")
    if not due or event.text("answered") or event.text("outcome"):
        return False
    last = dates.read(due).latest
    return last is None or last <= today + timedelta(days=AHEAD)  # words that nobody can place remind at once
