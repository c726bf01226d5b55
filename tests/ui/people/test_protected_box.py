"""The box that protects a name: ticked by hand, and unticked nowhere in the form."""

from pytestqt.qtbot import QtBot

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk_ui.people.party_edit import PartyEdit
from tests.ui.widgets.test_visibility import NO_SOURCES, NoPlaces

_PERSON = Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person")


def test_the_box_stays_ticked_once_it_is_stored(qtbot: QtBot) -> None:
    form = PartyEdit(NO_SOURCES, NoPlaces())
    qtbot.addWidget(form)
    form.begin(_PERSON.with_fields(unprotected="she spoke herself"))
    assert not form.protected.box.isChecked()
    assert form.values().fields["protected"] is None
    assert "unprotected" not in form.values().fields
    form.protected.box.click()
    assert form.values().fields["protected"] is True
    assert form.values().fields["unprotected"] is None
    form.begin(_PERSON.with_fields(protected=True))
    assert form.protected.box.isChecked()
    assert not form.protected.box.isEnabled()
    form.protected.take_draft(False)
    assert form.protected.draft() is False
