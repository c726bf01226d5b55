"""Detection of events that release a person or report a death."""

from hrddesk.records.model.record import Record
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Effect
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.model.issue import Turn


def turn_said(event: Record, terms: Terms) -> Turn | None:
    """Return whether an event is a release or a death, as a `Turn`, or None for any other or a refuted
    event.
    """
    kind = terms.find("event_type", event.text("type"))
    if kind is None or terms.is_refuted(event):
        return None
    effects = countries.effects_of(kind[0])
    if Effect.DIES in effects:
        return Turn.DIED
    return Turn.RELEASED if Effect.LEAVES in effects else None
