"""The parts of a person's form about consent: the note, and what to correct after a refusal or withdrawal."""

from hrddesk.actions.editions import consent_traces
from hrddesk.actions.records import consents
from hrddesk.records.model.record import Record
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.people.party_edit import PartyEdit


def show_consent(form: PartyEdit, desk: Desk, party: Record) -> None:
    """Show in a person's form the note on who was asked for consent.

    After a refusal or withdrawal, also show the publications to correct and the contacts to notify.
    """
    form.show_consent_note(consents.note(desk.reader, party.id))
    if consent_traces.is_asked_for(party):
        form.trace.show_trace(consent_traces.trace(desk.reader, party))
    form.trace.correction_wanted.connect(desk.correction_wanted)
