"""Whether an event sets somebody free or tells of a death."""

from hrddesk.records import countries
from hrddesk.records.countries import Effect
from hrddesk.records.record import Record
from hrddesk.redact.issue import Turn
from hrddesk.redact.terms import Terms


def turn_said(event: Record, terms: Terms) -> Turn | None:
    """Return the turn that an event is for whom it happened to; None for others and what proved untrue."""
    kind = terms.find("event_type", event.text("type"))
    if kind is None or terms.is_refuted(event):
        return None
    effects = countries.effects_of(kind[0])
    if Effect.DIES in effects:
        return Turn.DIED
    return Turn.RELEASED if Effect.LEAVES in effects else None
