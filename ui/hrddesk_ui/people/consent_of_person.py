"""The note on consent in a person's form, and the corrections that ended consent needs."""

from hrddesk.actions.editions import consent_traces
from hrddesk.actions.records import consents
from hrddesk.records.model.record import Record
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.people.party_edit import PartyEdit


def show_consent(form: PartyEdit, desk: Desk, party: Record) -> None:
    """Show who was asked and how; after a refusal or withdrawal also where the person is named outside this
    vault.
    """
    form.show_consent_note(consents.note(desk.reader, party.id))
    if consent_traces.is_asked_for(party):
        form.trace.show_trace(consent_traces.trace(desk.reader, party))
    form.trace.correction_wanted.connect(desk.correction_wanted)
