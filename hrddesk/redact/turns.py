"""Whether an event sets somebody free or tells of a death."""

from hrddesk.analysis.liberty import DYING, LEAVING, REFUTED
from hrddesk.records.record import Record
from hrddesk.redact.issue import Turn
from hrddesk.redact.terms import Terms


def turn_said(event: Record, terms: Terms) -> Turn | None:
    """Return the turn that an event is for whom it happened to; None for others and what proved untrue."""
    asserted = terms.find("assertion", event.text("assertion"))
    if asserted is not None and asserted[0] == REFUTED:
        return None
    kind = terms.find("event_type", event.text("type"))
    if kind is None:
        return None
    if kind[0] in DYING:
        return Turn.DIED
    return Turn.RELEASED if kind[0] in LEAVING else None
