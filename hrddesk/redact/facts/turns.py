"""Detection of events that release a person or report a death."""

from hrddesk.records.model.record import Record
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Effect
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.model.issue import Turn


def turn_said(event: Record, terms: Terms) -> Turn | None:
    """Return the turn of an event, a release or a death; None for other events and for refuted ones."""
    kind = terms.find("event_type", event.text("type"))
    if kind is None or terms.is_refuted(event):
        return None
    effects = countries.effects_of(kind[0])
    if Effect.DIES in effects:
        return Turn.DIED
    return Turn.RELEASED if Effect.LEAVES in effects else None
