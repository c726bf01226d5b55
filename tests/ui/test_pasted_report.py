"""Demand 10 by the window: a pasted report is read, and what it says is taken one by one, by keyboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from hrddesk.actions import citations, parties
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.views.pasted_report_view import PastedReportView
from hrddesk_ui.widgets.line_edit import LineEdit
from tests.ui.casework import change, key, page, stored
from tests.ui.driver import Driver
from tests.ui.texts import records, tables
from tests.unit.actions.test_pasted_texts import EITHER

TEXT = (
    "Yearly report 2023\n\nPoet Ji Shuo (籍朔) was taken away by police in Anqing on March 9. Ji was formally"
    " arrested on April 14, 2023 on charges of “inciting subversion of state power.” The magazine Lantern"
    " (灯笼) wrote of it.\n\nPang Suhe (庞苏禾) was detained in May 2023. Xi Wanglu spoke.\n"
)


def _open(desk: Driver, text: str = TEXT) -> PastedReportView:
    desk.click(page(desk).paste_button)
    view = page(desk).pasted
    assert view.paste.hasFocus()
    view.paste.insertPlainText(text)  # as the clipboard does
    return view


def _read(desk: Driver, text: str = TEXT) -> PastedReportView:
    view = _open(desk, text)
    desk.click(view.read_button)
    desk.until(lambda: view.list.isVisible(), 60)
    desk.settled()
    view.cases.setCurrentIndex(2)  # a case for each
    return view


def _lines(view: PastedReportView) -> list[str]:
    return [view.list.item(row).text() for row in range(view.list.count())]


def test_demand_10_a_report_is_taken_one_by_one_by_keyboard(desk: Driver) -> None:
    view = _open(desk)
    desk.shot("report-paste")
    desk.click(view.read_button)
    desk.until(lambda: view.list.isVisible(), 60)
    assert _lines(view) == [
        "Ji Shuo / 籍朔 · Poet", f"Ji Shuo: {records.TAKEN_AWAY} · 2023-03-09 · Anqing",
        f"Ji Shuo: {records.ARRESTED} · 2023-04-14 · inciting subversion of state power",
        "Pang Suhe / 庞苏禾", f"Pang Suhe: {records.DETAINED} · 2023-05", "Xi Wanglu (perhaps)",
    ]  # fmt: skip
    assert stored(desk, Kind.PARTY) == 0
    assert view.list.hasFocus()
    key(desk, "Return")
    assert tables.WHICH_CASES_FIRST in view.hint.text()  # it is asked, not assumed
    assert view.cases.hasFocus()
    desk.pick("End")
    view.list.setFocus()
    assert view.text.marked == ["Ji Shuo (籍朔)"]
    desk.shot("report-read")
    key(desk, "Return")  # take the person; the next one is selected
    desk.until(lambda: view.list.currentRow() == 1)
    desk.settled()
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == 1
    assert view.text.marked == ["Poet Ji Shuo (籍朔) was taken away by police in Anqing on March 9."]
    assert tables.YEAR_MISSING in view.edit.date_hint.text()
    desk.shot("report-event")
    desk.window.resize(683, 384)  # 1366x768 at 200 %
    desk.settled()
    assert view.edit.isVisible()  # what is being done stays in sight
    desk.shot("report-event-small")
    desk.window.resize(1366, 768)
    desk.until(lambda: view.edit.date.line.isVisible())
    desk.fill(view.edit.date.line, "2023-03-0X")
    key(desk, "Return")
    desk.until(lambda: view.list.currentRow() == 2)
    (event,) = desk.frame.desk.reader.all(Kind.EVENT)
    assert (event.text("type"), event.text("date"), event.text("place_text")) == (
        "taken_away", "2023-03-0X", "Anqing",
    )  # fmt: skip
    assert {c.text("field") for c in citations.of_record(desk.frame.desk.reader, event.id)} == {
        "type", "date", "place_text",
    }  # fmt: skip
    key(desk, "Delete")  # the arrest is left out
    assert len(_lines(view)) == 5
    key(desk, "End")
    key(desk, "Delete")  # and so is the one that is only perhaps somebody
    assert _lines(view)[:2] == [
        "✓ Ji Shuo / 籍朔 · Poet",
        f"✓ Ji Shuo: {records.TAKEN_AWAY} · 2023-03-09 · Anqing",
    ]
    assert _lines(view)[-1] == f"Pang Suhe: {records.DETAINED} · 2023-05"
    desk.shot("report-taken")
    key(desk, "Escape")
    assert not view.isVisible()
    desk.click(page(desk).paste_button)  # what was begun is still there
    assert view.list.hasFocus()


def test_an_event_takes_its_people_with_it(desk: Driver) -> None:
    view = _read(desk, "Police detained Ji Shuo (籍朔) and Pang Suhe (庞苏禾) in May 2023.\n")
    assert _lines(view)[-1].startswith(f"Ji Shuo; Pang Suhe: {records.DETAINED}")  # behind both of them
    view.cases.setCurrentIndex(1)  # one case
    key(desk, "End")
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    assert (stored(desk, Kind.PARTY), stored(desk, Kind.CASE)) == (2, 1)
    assert all(line.startswith("✓") for line in _lines(view))


def test_whom_it_happened_to_is_asked_where_the_text_leaves_it_open(desk: Driver) -> None:
    view = _read(desk, EITHER)
    assert _lines(view)[-1] == (f"{tables.ONE_OF.format('Ji Shuo; Pang Suhe')}: {records.ARRESTED} · 2022-06")
    key(desk, "End")
    assert view.edit.happened_to.isVisible()
    assert view.edit.happened_to.currentData() == ""  # nobody is chosen
    desk.shot("report-who")
    key(desk, "Return")
    assert view.edit.happened_to.hasFocus()
    assert tables.VICTIM_FIRST in view.edit.happened_to_hint.text()
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0
    desk.shot("report-who-asked")
    desk.pick("End")
    desk.click(view.take_button)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    reader = desk.frame.desk.reader
    ((event,), (party,)) = (list(reader.all(kind)) for kind in (Kind.EVENT, Kind.PARTY))
    assert [item["party"] for item in event.values("parties")] == [party.id]
    assert party.values("names")[0]["name"] == "Pang Suhe"
    assert _lines(view)[-1] == f"✓ Pang Suhe: {records.ARRESTED} · 2022-06"
    view.list.setCurrentRow(view.list.count() - 1)
    assert view.edit.happened_to.currentText() == "Pang Suhe"
    assert not view.edit.isEnabled()
    desk.shot("report-who-taken")
    view.list.setCurrentRow(2)  # the detention of both: nothing is asked
    assert not view.edit.happened_to.isVisible()
    view.list.setFocus()
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.settled()
    assert tables.FILED_IN in view.hint.text()
    assert tables.COUNTS_FOR in view.hint.text()
    desk.shot("report-filed")


def test_the_only_one_who_is_known_is_not_chosen_where_somebody_else_may_be_meant(desk: Driver) -> None:
    view = _read(desk, "Sela was detained. Ji Shuo (籍朔) was detained too. She was released in April 2021.")
    assert _lines(view)[-1] == f"{tables.PERHAPS.format('Ji Shuo')}: {records.RELEASED_EVENT} · 2021-04"
    key(desk, "End")
    assert view.edit.happened_to.currentData() == ""
    assert tables.PERHAPS_UNRECOGNISED in view.edit.happened_to_hint.text()
    desk.shot("report-perhaps")
    key(desk, "Return")
    assert tables.VICTIM_FIRST in view.edit.happened_to_hint.text()
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0


def test_an_event_of_nobody_in_particular_can_be_left_out(desk: Driver) -> None:
    view = _read(desk, EITHER)
    key(desk, "End")
    key(desk, "Delete")
    assert [line for line in _lines(view) if line.startswith(tables.ONE_OF.format(""))] == []
    assert stored(desk, Kind.EVENT) == 0


def test_an_event_of_somebody_who_may_be_here_waits_and_says_their_name(desk: Driver) -> None:
    def work(session: Session) -> Changes:
        return parties.create(session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]})[1]

    change(desk, work)
    view = _read(desk)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: tables.PERSON_IN_VAULT.format("Ji Shuo / 籍朔") in view.hint.text())
    assert stored(desk, Kind.EVENT) == 0
    desk.fill(view.edit.date.line, "2023-02-30")
    desk.click(view.take_button)
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0


def test_somebody_who_may_be_here_already_must_be_decided_about(desk: Driver) -> None:
    def work(session: Session) -> Changes:
        return parties.create(session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]})[1]

    change(desk, work)
    (there,) = desk.frame.desk.reader.ids(Kind.PARTY)
    view = _read(desk)
    assert view.edit.who.isVisible()
    desk.shot("report-same-person")
    key(desk, "Return")
    assert view.edit.who.hasFocus()
    assert tables.SAME_PERSON_FIRST in view.edit.who_hint.text()
    assert stored(desk, Kind.PARTY) == 1
    desk.pick("End")  # the one who is here
    assert view.edit.known() == there
    key(desk, "Return")
    desk.until(lambda: view.list.currentRow() == 1)
    desk.settled()
    assert stored(desk, Kind.PARTY) == 1
    record = desk.frame.desk.reader.get(there)
    assert [element["name"] for element in record.values("names")] == ["籍朔", "Ji Shuo"]


def test_the_same_text_again_shows_what_was_taken(desk: Driver) -> None:
    view = _read(desk)
    key(desk, "Return")
    desk.until(lambda: view.list.currentRow() == 1)
    desk.click(view.again_button)
    assert view.paste.hasFocus()
    assert view.paste.toPlainText() == ""
    view.paste.insertPlainText(TEXT)
    desk.click(view.read_button)
    desk.until(lambda: view.list.isVisible(), 60)
    assert _lines(view)[0] == "✓ Ji Shuo / 籍朔 · Poet"
    assert view.list.currentRow() == 1
    view.list.setCurrentRow(0)
    assert not view.take_button.isEnabled()


def test_a_text_without_people_and_no_text_are_said(desk: Driver) -> None:
    view = _open(desk, "")
    desk.click(view.read_button)
    assert tables.NO_TEXT in view.hint.text()
    view.paste.insertPlainText("Nothing happened.")
    desk.click(view.read_button)
    desk.until(lambda: tables.NO_PERSON in view.hint.text())
    assert view.read_button.isEnabled()


def test_the_real_report_is_listed_whole(desk: Driver, shared: Path) -> None:
    text = (shared / "data" / "report2020" / "report.txt").read_text("utf-8")
    view = _read(desk, text)
    assert sum(" / " in line and ":" not in line for line in _lines(view)) >= 38
    view.list.setCurrentRow(30)
    desk.shot("report-real")


def test_the_year_of_one_report_is_not_that_of_the_next(desk: Driver) -> None:
    view = _open(desk)
    desk.fill(view.year, "2019")
    view.begin()
    assert view.year.text() == ""


def test_a_pasted_text_is_not_kept_over_a_lock_and_the_page_says_so(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    view = _open(desk)
    assert any(tables.LOST_BY_LOCK in label.text() for label in view.findChildren(QLabel))
    desk.shot("report-paste-note")
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    desk.window.close()
    assert desk.app.drained
    assert file.load().drafts == []
    desk = enter(vault)
    desk.click(page(desk).paste_button)
    assert page(desk).pasted.paste.toPlainText() == ""


def test_names_and_charges_with_a_dot_are_taken_whole(desk: Driver) -> None:
    text = (
        "The teacher Rahile Ablet (热依拉·阿布来提) was detained by police in Kashgar on April 14, 2023 on"
        " charges of “spreading extremism.”\n"
    )
    view = _read(desk, text)
    assert _lines(view)[0].startswith("Rahile Ablet / 热依拉·阿布来提")
    assert [row.entry()["name"] for row in view.edit.names.rows] == ["Rahile Ablet", "热依拉·阿布来提"]
    key(desk, "Return")
    desk.until(lambda: view.list.currentRow() == 1)
    desk.settled()
    (party,) = desk.frame.desk.reader.all(Kind.PARTY)
    assert [element["name"] for element in party.values("names")] == ["Rahile Ablet", "热依拉·阿布来提"]
    charge = view.edit.charges.rows[0].stops()[0]
    assert isinstance(charge, LineEdit)
    charge.setFocus()
    charge.selectAll()
    charge.insert("传播·杂音")  # as an input method does
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    (event,) = desk.frame.desk.reader.all(Kind.EVENT)
    assert [element["raw"] for element in event.values("charges")] == ["传播·杂音"]
