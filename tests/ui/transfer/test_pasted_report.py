"""Demand 10 by the window: a pasted report is read, and what it says is taken one by one, by keyboard."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions.records import citations, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from tests.ui.casework import change, key, stored
from tests.ui.driver import Driver
from tests.ui.page_objects.tables import PastedReport
from tests.ui.texts import records, tables
from tests.unit.actions.interop.test_pasted_texts import EITHER

TEXT = (
    "Yearly report 2023\n\nPoet Ji Shuo (籍朔) was taken away by police in Anqing on March 9. Ji was formally"
    " arrested on April 14, 2023 on charges of “inciting subversion of state power.” The magazine Lantern"
    " (灯笼) wrote of it.\n\nPang Suhe (庞苏禾) was detained in May 2023. Xi Wanglu spoke.\n"
)


def _open(desk: Driver, text: str = TEXT) -> PastedReport:
    report = PastedReport(desk)
    report.open()
    assert report.has_keyboard_in_text
    report.paste(text)
    return report


def _read(desk: Driver, text: str = TEXT) -> PastedReport:
    report = _open(desk, text)
    report.read_through()
    desk.settled()
    report.file_in_case_for_each()
    return report


def test_demand_10_a_report_is_taken_one_by_one_by_keyboard(desk: Driver) -> None:
    report = _open(desk)
    desk.shot("report-paste")
    report.read_through()
    assert report.lines == [
        "Ji Shuo / 籍朔 · Poet", f"Ji Shuo: {records.TAKEN_AWAY} · 2023-03-09 · Anqing",
        f"Ji Shuo: {records.ARRESTED} · 2023-04-14 · inciting subversion of state power",
        "Pang Suhe / 庞苏禾", f"Pang Suhe: {records.DETAINED} · 2023-05",
        tables.PERHAPS_SOMEBODY.format("Xi Wanglu"),
    ]  # fmt: skip
    assert stored(desk, Kind.PARTY) == 0
    assert report.has_keyboard_in_list
    key(desk, "Return")
    assert tables.WHICH_CASES_FIRST in report.hint  # it is asked, not assumed
    assert report.cases_have_keyboard
    desk.pick("End")
    report.enter_list()
    assert report.marked == ["Ji Shuo (籍朔)"]
    desk.shot("report-read")
    key(desk, "Return")  # take the person; the next one is selected
    desk.until(lambda: report.row == 1)
    desk.settled()
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == 1
    assert report.marked == ["Poet Ji Shuo (籍朔) was taken away by police in Anqing on March 9."]
    assert tables.YEAR_MISSING in report.date.hint
    desk.shot("report-event")
    desk.window.resize(683, 384)  # 1366x768 at 200 %
    desk.settled()
    assert report.shows_proposal  # what is being done stays in sight
    desk.shot("report-event-small")
    desk.window.resize(1366, 768)
    desk.until(lambda: report.date.is_visible)
    report.date.replace("2023-03-0X")
    key(desk, "Return")
    desk.until(lambda: report.row == 2)
    (event,) = desk.frame.desk.reader.all(Kind.EVENT)
    assert (event.text("type"), event.text("date"), event.text("place_text")) == (
        "taken_away", "2023-03-0X", "Anqing",
    )  # fmt: skip
    assert {c.text("field") for c in citations.of_record(desk.frame.desk.reader, event.id)} == {
        "type", "date", "place_text",
    }  # fmt: skip
    key(desk, "Delete")  # the arrest is left out
    assert len(report.lines) == 5
    key(desk, "End")
    key(desk, "Delete")  # and so is the one that is only perhaps somebody
    assert report.lines[:2] == [
        "✓ Ji Shuo / 籍朔 · Poet",
        f"✓ Ji Shuo: {records.TAKEN_AWAY} · 2023-03-09 · Anqing",
    ]
    assert report.lines[-1] == f"Pang Suhe: {records.DETAINED} · 2023-05"
    desk.shot("report-taken")
    key(desk, "Escape")
    assert not report.is_open
    report.open()  # what was begun is still there
    assert report.has_keyboard_in_list


def test_an_event_takes_its_people_with_it(desk: Driver) -> None:
    report = _read(desk, "Police detained Ji Shuo (籍朔) and Pang Suhe (庞苏禾) in May 2023.\n")
    assert report.lines[-1].startswith(f"Ji Shuo; Pang Suhe: {records.DETAINED}")  # behind both of them
    report.file_in_one_case()
    key(desk, "End")
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    assert (stored(desk, Kind.PARTY), stored(desk, Kind.CASE)) == (2, 1)
    assert all(line.startswith("✓") for line in report.lines)


def test_whom_it_happened_to_is_asked_where_the_text_leaves_it_open(desk: Driver) -> None:
    report = _read(desk, EITHER)
    assert report.lines[-1] == (f"{tables.ONE_OF.format('Ji Shuo; Pang Suhe')}: {records.ARRESTED} · 2022-06")
    key(desk, "End")
    assert report.victim.is_visible
    assert report.victim_code == ""  # nobody is chosen
    desk.shot("report-who")
    key(desk, "Return")
    assert report.victim.has_keyboard
    assert tables.VICTIM_FIRST in report.victim.hint
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0
    desk.shot("report-who-asked")
    desk.pick("End")
    report.take()
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    reader = desk.frame.desk.reader
    ((event,), (party,)) = (list(reader.all(kind)) for kind in (Kind.EVENT, Kind.PARTY))
    assert [item["party"] for item in event.values("parties")] == [party.id]
    assert party.values("names")[0]["name"] == "Pang Suhe"
    assert report.lines[-1] == f"✓ Pang Suhe: {records.ARRESTED} · 2022-06"
    report.select(len(report.lines) - 1)
    assert report.victim.value == "Pang Suhe"
    assert not report.can_change
    desk.shot("report-who-taken")
    report.select(2)  # the detention of both: nothing is asked
    assert not PastedReport(desk).victim.is_visible
    report.enter_list()
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.settled()
    assert tables.FILED_IN in report.hint
    assert tables.COUNTS_FOR in report.hint
    desk.shot("report-filed")


def test_the_only_one_who_is_known_is_not_chosen_where_somebody_else_may_be_meant(desk: Driver) -> None:
    report = _read(
        desk, "Sela was detained. Ji Shuo (籍朔) was detained too. She was released in April 2021."
    )
    assert report.lines[-1] == f"{tables.PERHAPS.format('Ji Shuo')}: {records.RELEASED_EVENT} · 2021-04"
    key(desk, "End")
    assert report.victim_code == ""
    assert tables.PERHAPS_UNRECOGNISED in report.victim.hint
    desk.shot("report-perhaps")
    key(desk, "Return")
    assert tables.VICTIM_FIRST in report.victim.hint
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0


def test_an_event_of_nobody_in_particular_can_be_left_out(desk: Driver) -> None:
    report = _read(desk, EITHER)
    key(desk, "End")
    key(desk, "Delete")
    assert [line for line in report.lines if line.startswith(tables.ONE_OF.format(""))] == []
    assert stored(desk, Kind.EVENT) == 0


def test_an_event_of_somebody_who_may_be_here_waits_and_says_their_name(desk: Driver) -> None:
    def work(session: Session) -> Outcome[None]:
        return Outcome(
            None,
            parties.create(
                session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]}
            ).changes,
        )

    change(desk, work)
    report = _read(desk)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: tables.PERSON_IN_VAULT.format("Ji Shuo / 籍朔") in report.hint)
    assert stored(desk, Kind.EVENT) == 0
    report.date.replace("2023-02-30")
    report.take()
    desk.settled()
    assert stored(desk, Kind.EVENT) == 0


def test_somebody_who_may_be_here_already_must_be_decided_about(desk: Driver) -> None:
    def work(session: Session) -> Outcome[None]:
        return Outcome(
            None,
            parties.create(
                session, {}, {"names": [{"name": "籍朔", "script": "Hans", "kind": "main"}]}
            ).changes,
        )

    change(desk, work)
    (person,) = desk.frame.desk.reader.ids(Kind.PARTY)
    report = _read(desk)
    assert report.same_person.is_visible
    desk.shot("report-same-person")
    key(desk, "Return")
    assert report.same_person.has_keyboard
    assert tables.SAME_PERSON_FIRST in report.same_person.hint
    assert stored(desk, Kind.PARTY) == 1
    desk.pick("End")  # the one who is here
    assert report.same_person_record == person
    key(desk, "Return")
    desk.until(lambda: report.row == 1)
    desk.settled()
    assert stored(desk, Kind.PARTY) == 1
    record = desk.frame.desk.reader.get(person)
    assert [element["name"] for element in record.values("names")] == ["籍朔", "Ji Shuo"]


def test_the_same_text_again_shows_what_was_taken(desk: Driver) -> None:
    report = _read(desk)
    key(desk, "Return")
    desk.until(lambda: report.row == 1)
    report.begin_again()
    assert report.has_keyboard_in_text
    assert report.pasted == ""
    report.paste(TEXT)
    report.read_through()
    assert report.lines[0] == "✓ Ji Shuo / 籍朔 · Poet"
    assert report.row == 1
    report.select(0)
    assert not report.can_take


def test_a_text_without_people_and_no_text_are_said(desk: Driver) -> None:
    report = _open(desk, "")
    report.read()
    assert tables.NO_TEXT in report.hint
    report.paste("Nothing happened.")
    report.read()
    desk.until(lambda: tables.NO_PERSON in report.hint)
    assert report.can_read


def test_the_real_report_is_listed_whole(desk: Driver, shared: Path) -> None:
    text = (shared / "data" / "report2020" / "report.txt").read_text("utf-8")
    report = _read(desk, text)
    assert sum(" / " in line and ":" not in line for line in report.lines) >= 38
    report.select(30)
    desk.shot("report-real")


def test_the_year_of_one_report_is_not_that_of_the_next(desk: Driver) -> None:
    report = _open(desk)
    report.year.replace("2019")
    report.view.begin()
    assert report.year.value == ""


def test_a_pasted_text_is_not_kept_over_a_lock_and_the_page_says_so(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    desk = enter(vault)
    report = _open(desk)
    assert any(tables.LOST_BY_LOCK in label for label in report.labels)
    desk.shot("report-paste-note")
    assert desk.window.desk is not None
    file = desk.window.desk.session.drafts
    desk.window.close()
    assert desk.app.drained
    assert file.load().drafts == []
    desk = enter(vault)
    report = PastedReport(desk)
    report.open()
    assert report.pasted == ""


def test_names_and_charges_with_a_dot_are_taken_whole(desk: Driver) -> None:
    text = (
        "The teacher Rahile Ablet (热依拉·阿布来提) was detained by police in Kashgar on April 14, 2023 on"
        " charges of “spreading extremism.”\n"
    )
    report = _read(desk, text)
    assert report.lines[0].startswith("Rahile Ablet / 热依拉·阿布来提")
    assert [row.entry()["name"] for row in report.names.rows] == ["Rahile Ablet", "热依拉·阿布来提"]
    key(desk, "Return")
    desk.until(lambda: report.row == 1)
    desk.settled()
    (party,) = desk.frame.desk.reader.all(Kind.PARTY)
    assert [element["name"] for element in party.values("names")] == ["Rahile Ablet", "热依拉·阿布来提"]
    charge = report.charges.stop(0)
    assert isinstance(charge, LineEdit)
    charge.setFocus()
    charge.selectAll()
    charge.insert("传播·杂音")  # as an input method does
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    (event,) = desk.frame.desk.reader.all(Kind.EVENT)
    assert [element["raw"] for element in event.values("charges")] == ["传播·杂音"]
