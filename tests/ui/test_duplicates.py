"""Duplicates in the window: side by side, merged field by field, taken back, kept apart; by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hrddesk.actions import cases, events, parties, places, sources
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.views.duplicates_view import DuplicatesView
from tests.ui.casework import change, key
from tests.ui.driver import Driver
from tests.ui.pages.week import DuplicatesPage
from tests.ui.texts import records


def _twice(session: Session) -> Changes:
    case, changes = cases.create(session, {"title": "The mill"})
    for name, birth in (("胡岚", "1970"), ("Hu Lan", "1970-05-01")):
        party, _ = parties.create(session, {"birth": birth}, {"names": [{"name": name}]}, case, "subject")
        events.add(session, case, {"type": "detained"}, {"parties": [{"party": party, "role": "victim"}]})
    return changes


def _open(desk: Driver) -> DuplicatesView:
    change(desk, _twice)
    view = DuplicatesPage(desk).open().view
    desk.until(lambda: view.sections.rows.rowCount() == 1)
    view.sections.go_to_table()
    return view


def test_demand_9_two_people_are_merged_by_a_person_and_parted_again(desk: Driver) -> None:
    view = _open(desk)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    shown = view.sections.rows.row(0).cells
    assert f"{records.TWO_SPELLINGS}; {records.BIRTHS_FIT}" in shown
    texts = [pane.toPlainText() for pane in view.sides]
    assert any("胡岚" in text for text in texts)
    assert any("Hu Lan" in text for text in texts)
    key(desk, "Return")  # what differs
    assert view.asking.isVisible()
    assert list(view.choices) == ["birth"]
    labels = view.asking.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert len(list(reader.all(Kind.PARTY))) == 2  # nothing yet
    desk.shot("duplicates")
    exact = view.choices["birth"].findText("1970-05-01")
    view.choices["birth"].setFocus()
    desk.pick("End" if exact else "Home")
    view.yes_button.setFocus()
    key(desk, "Space")
    desk.until(lambda: len(reader.ids(Kind.PARTY)) == 1)
    desk.settled()
    (kept,) = reader.all(Kind.PARTY)
    assert kept.text("birth") == "1970-05-01"
    assert {item["name"] for item in kept.values("names")} == {"胡岚", "Hu Lan"}
    assert all(item.values("parties")[0]["party"] == kept.id for item in reader.all(Kind.EVENT))
    view.sections.list.setFocus()
    key(desk, "End")
    view.sections.go_to_table()
    desk.until(view.undo_button.isEnabled)
    view.undo_button.setFocus()
    key(desk, "Space")
    desk.until(lambda: len(reader.ids(Kind.PARTY)) == 2)


def test_who_is_kept_apart_is_gone_from_the_list(desk: Driver) -> None:
    view = _open(desk)
    view.apart_button.setFocus()
    key(desk, "Space")
    desk.until(lambda: "Nobody" in view.sections.nothing.text())
    desk.settled()
    assert view.sections.rows.rowCount() == 0


def test_a_place_that_is_there_twice_is_merged_with_what_lies_in_it(desk: Driver) -> None:
    def fill(session: Session) -> Changes:
        outer, _ = places.create(session, {"en": "Tarnfold"}, {"kind": "county"})
        second, _ = places.create(session, {"en": "Tarnfold", "zh-Hans": "云墨"}, {"kind": "county"})
        places.create(session, {"en": "West Mill"}, {"parent": second})
        sources.create(session, {"title": "A letter"})
        return places.edit(session, outer, {"note": "seen"})

    change(desk, fill)
    view = DuplicatesPage(desk).open().view
    desk.until(lambda: view.sections.list.count() == 5)
    view.sections.list.setFocus()
    for name in ("Home", "Down", "Down"):
        key(desk, name)
    view.sections.go_to_table()
    cells = view.sections.rows.row(0).cells
    assert f"{records.SAME_NAME}; {records.SAME_KIND}" in cells
    desk.shot("duplicates-places")
    key(desk, "Return")
    assert view.asking.isVisible()
    view.yes_button.setFocus()
    key(desk, "Space")
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    desk.until(lambda: len(reader.ids(Kind.PLACE)) == 2)
    desk.settled()
    mill = next(place for place in reader.all(Kind.PLACE) if place.labels["en"] == "West Mill")
    kept = reader.get(mill.text("parent"))
    assert (kept.labels["zh-Hans"], kept.text("note")) == ("云墨", "seen")
