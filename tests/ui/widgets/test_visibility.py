"""Who may learn of a person or an event is chosen in its form, and stays where nobody touches it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk_ui.events.event_edit import EventEdit
from hrddesk_ui.people.party_edit import PartyEdit
from hrddesk_ui.widgets.forms.links_edit import EventChoice
from hrddesk_ui.widgets.forms.place_edit import PlaceChoice
from hrddesk_ui.widgets.forms.source_picker import SourceChoice


class NoSources:
    """A vault without sources."""

    def near(self) -> list[SourceChoice]:
        return []

    def find(self, text: str) -> list[SourceChoice]:
        del text
        return []

    def label(self, source: RecordId) -> str:
        return source

    def new_title(self, source: RecordId) -> str:
        del source
        return ""

    def promise(self, source: RecordId, title: str) -> None:
        raise AssertionError(source, title)


NO_SOURCES = NoSources()


class NoPlaces:
    """A desk without places."""

    def find(self, text: str) -> list[PlaceChoice]:
        del text
        return []

    def meant(self, text: str) -> list[PlaceChoice]:
        return []

    def find_or_new(self, text: str) -> list[PlaceChoice]:
        return self.find(text)

    def choice(self, place: str) -> PlaceChoice | None:
        del place
        return None


class NoEvents:
    """A desk in which nothing else happened."""

    def near(self) -> list[EventChoice]:
        return []

    def find(self, text: str) -> list[EventChoice]:
        del text
        return []

    def label(self, record: RecordId) -> str:
        return record


def _party() -> Record:
    return Record(kind=Kind.PARTY, id=new_id()).with_elements(
        "names", [{"name": "Odal Brisk", "kind": "main"}]
    )


def _event() -> Record:
    return Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained")


def _forms() -> list[tuple[PartyEdit | EventEdit, Record]]:
    return [
        (PartyEdit(NO_SOURCES, NoPlaces()), _party()),
        (EventEdit((), lambda _: [], lambda _: "", NO_SOURCES, NoPlaces(), NoEvents()), _event()),
    ]


@pytest.mark.parametrize("which", [0, 1])
def test_a_level_is_chosen_by_key_and_kept_in_the_draft(qtbot: QtBot, which: int) -> None:
    form, record = _forms()[which]
    qtbot.addWidget(form)
    form.show_record(record)
    assert form.visibility.accessibleName()
    assert form.values().fields["visibility"] is None
    with qtbot.waitSignal(form.visibility.edited, timeout=2000):
        qtbot.keyClick(form.visibility, Qt.Key.Key_Down)  # opens the list
        popup = QApplication.activePopupWidget()
        assert popup is not None
        for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            qtbot.keyClick(popup.focusWidget(), pressed)
    assert form.values().fields["visibility"] == "public"
    draft = form.draft()
    form.show_record(record)
    assert form.values().fields["visibility"] is None
    form.take_draft(draft)
    assert form.values().fields["visibility"] == "public"


@pytest.mark.parametrize("which", [0, 1])
def test_a_stored_level_is_shown(qtbot: QtBot, which: int) -> None:
    form, record = _forms()[which]
    qtbot.addWidget(form)
    form.show_record(record.with_visibility(Visibility.SECRET))
    assert form.visibility.value() == "secret"
    assert form.values().fields["visibility"] is None
