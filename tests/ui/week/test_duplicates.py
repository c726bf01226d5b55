"""Duplicates in the window: side by side, merged field by field, taken back, kept apart; by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hrddesk.actions.records import cases, events, parties, places, sources
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from tests.ui.casework import change, key
from tests.ui.driver import Driver
from tests.ui.page_objects.week import DuplicatesPage
from tests.ui.texts import records


def _twice(session: Session) -> Outcome[None]:
    case, changes = cases.create(session, {"title": "The mill"})
    for name, birth in (("胡岚", "1970"), ("Hu Lan", "1970-05-01")):
        party = parties.create(session, {"birth": birth}, {"names": [{"name": name}]}, case, "subject").result
        events.add(session, case, {"type": "detained"}, {"parties": [{"party": party, "role": "victim"}]})
    return Outcome(None, changes)


def _open(desk: Driver) -> DuplicatesPage:
    change(desk, _twice)
    page = DuplicatesPage(desk).open()
    desk.until(lambda: len(page.rows) == 1)
    page.focus_rows()
    return page


def test_demand_9_two_people_are_merged_by_a_person_and_parted_again(desk: Driver) -> None:
    page = _open(desk)
    reader = desk.frame.desk.reader
    assert f"{records.TWO_SPELLINGS}; {records.BIRTHS_FIT}" in page.rows[0]
    assert any("胡岚" in side for side in page.sides)
    assert any("Hu Lan" in side for side in page.sides)
    key(desk, "Return")  # what differs
    assert page.asks_what_differs()
    assert page.differing == ["birth"]
    labels = page.view.asking.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert len(list(reader.all(Kind.PARTY))) == 2  # nothing yet
    desk.shot("duplicates")
    page.choose_value("birth", "1970-05-01")
    page.merge()
    desk.until(lambda: len(reader.ids(Kind.PARTY)) == 1)
    desk.settled()
    (merged,) = reader.all(Kind.PARTY)
    assert merged.text("birth") == "1970-05-01"
    assert {item["name"] for item in merged.values("names")} == {"胡岚", "Hu Lan"}
    assert all(item.values("parties")[0]["party"] == merged.id for item in reader.all(Kind.EVENT))
    page.focus_sections()
    key(desk, "End")
    page.focus_rows()
    page.take_back()
    desk.until(lambda: len(reader.ids(Kind.PARTY)) == 2)


def test_who_is_kept_apart_is_gone_from_the_list(desk: Driver) -> None:
    page = _open(desk)
    page.keep_apart()
    desk.until(lambda: records.NOBODY_TWICE in page.nothing)
    desk.settled()
    assert page.rows == []


def test_a_place_that_is_there_twice_is_merged_with_what_lies_in_it(desk: Driver) -> None:
    def fill(session: Session) -> Outcome[None]:
        outer = places.create(session, {"en": "Tarnfold"}, {"kind": "county"}).result
        second = places.create(session, {"en": "Tarnfold", "zh-Hans": "云墨"}, {"kind": "county"}).result
        places.create(session, {"en": "West Mill"}, {"parent": second})
        sources.create(session, {"title": "A letter"})
        return places.edit(session, outer, {"note": "seen"})

    change(desk, fill)
    page = DuplicatesPage(desk).open()
    desk.until(lambda: page.list_is_filled(kinds=5))
    page.focus_sections()
    for name in ("Home", "Down", "Down"):
        key(desk, name)
    page.focus_rows()
    assert f"{records.SAME_NAME}; {records.SAME_KIND}" in page.rows[0]
    desk.shot("duplicates-places")
    key(desk, "Return")
    assert page.asks_what_differs()
    page.merge()
    reader = desk.frame.desk.reader
    desk.until(lambda: len(reader.ids(Kind.PLACE)) == 2)
    desk.settled()
    mill = next(place for place in reader.all(Kind.PLACE) if place.labels["en"] == "West Mill")
    county = reader.get(mill.text("parent"))
    assert (county.labels["zh-Hans"], county.text("note")) == ("云墨", "seen")
