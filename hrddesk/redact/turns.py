"""Whether an event sets somebody free or tells of a death."""

from hrddesk.analysis.liberty import DYING, LEAVING
from hrddesk.records.record import Record
from hrddesk.redact.issue import Turn
from hrddesk.redact.terms import Terms


def turn_said(event: Record, terms: Terms) -> Turn | None:
    """Return the turn that an event is for whom it happened to; None for others and what proved untrue."""
    kind = terms.find("event_type", event.text("type"))
    if kind is None or terms.is_refuted(event):
        return None
    if kind[0] in DYING:
        return Turn.DIED
    return Turn.RELEASED if kind[0] in LEAVING else None
