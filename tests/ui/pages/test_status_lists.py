"""Where everybody is, in the lists of cases and of people: as of any day, as known on any, and filtered."""

import datetime
import time

import pytest

from hrddesk.actions.records import cases, events, parties, terms
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.people.party_table_model import PartyColumn
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.many_cases import ManyCases
from tests.ui.page_objects.status import StatusList
from tests.ui.texts import records, statistics

TODAY = datetime.datetime.now().astimezone().date()
RELEASED = f"{records.RELEASED} · {statistics.SINCE.format('2 May 2021')}"


def since(day: str, days: int) -> str:
    """Return how it is said that a status lasts since a day that is not known exactly."""
    length = statistics.N_DAYS.format(f"{days:,}")
    return statistics.SINCE.format(day) + statistics.AT_LEAST.format(length)


def somebody(session: Session, name: str, *what: tuple[str, str]) -> Outcome[None]:
    case = cases.create(session, {"title": f"The case of {name}"}).result
    who, changes = parties.create(session, {}, {"names": [{"name": name, "kind": "main"}]}, case, "subject")
    for kind, day in what:
        fields = {"type": kind, "date": day}
        changes = events.add(session, case, fields, {"parties": [{"party": who, "role": "victim"}]}).changes
    return Outcome(None, changes)


def fill(session: Session) -> Outcome[None]:
    somebody(session, "Hu Lan", ("detained", "2020-03"), ("released", "2021-05-02"))
    somebody(session, "Orla Fenwick", ("detained", "2021-01-01"), ("arrested", "2021-01-20"))
    somebody(session, "谭若岚", ("disappeared", "2019"))
    parties.create(session, {"kind": "authority"}, {"names": [{"name": "The office"}]})
    return somebody(session, "Tenzin Gyutong")


def as_of(desk: Driver, listed: StatusList, day: str) -> None:
    """Type a day, or nothing, and have the list shown as of it."""
    listed.focus_day()
    key(desk, "Ctrl+A")
    type_(desk, day or "x")
    if not day:
        key(desk, "Backspace")
    key(desk, "Return")
    desk.settled()


def test_demand_5_the_list_of_people_says_where_each_is_as_of_any_day(desk: Driver) -> None:
    change(desk, fill)
    listed = StatusList(desk, "people").open()
    custody = f"{statistics.CUSTODY_AFTER_ARREST} · {statistics.FORMALLY_ARRESTED}"
    assert listed.column(PartyColumn.STATUS) == [
        RELEASED,
        f"{records.IN_CUSTODY} · {custody} · {statistics.SINCE.format('1 January 2021')}",
        f"{statistics.DISAPPEARED} · {since('2019', (TODAY - datetime.date(2019, 12, 31)).days)}",
        "",
        f"{records.UNDETERMINED} · {statistics.NO_EVENT_TELLS}",
    ]
    as_of(desk, listed, "2020-12-31")
    assert listed.column(PartyColumn.STATUS)[:2] == [
        f"{records.IN_CUSTODY} · {statistics.DETAINED_STAGE} · {since('March 2020', 275)}",
        statistics.FREE,
    ]
    assert listed.heading(PartyColumn.STATUS) == statistics.STATUS_OF_DAY.format("2020-12-31")
    desk.shot("status-people")
    as_of(desk, listed, "")
    assert listed.column(PartyColumn.STATUS)[0] == RELEASED
    type_(desk, "2020-12-31")  # a whole day needs no Return
    desk.settled()
    assert listed.heading(PartyColumn.STATUS) == statistics.STATUS_OF_DAY.format("2020-12-31")
    as_of(desk, listed, "")
    as_of(desk, listed, "2020-02")
    assert statistics.DAY_FORM in listed.view.status.day.accessibleDescription()
    assert listed.column(PartyColumn.STATUS)[0] == RELEASED


def test_who_is_at_large_is_listed_with_what_says_so(desk: Driver) -> None:
    change(desk, lambda session: somebody(session, "Orla Fenwick", ("fled", "2021-01-01")))
    assert StatusList(desk, "people").open().column(PartyColumn.STATUS) == [
        f"{statistics.FREE} · {statistics.FLED} · {statistics.SINCE.format('1 January 2021')}"
    ]


def test_demand_5_both_lists_are_filtered_by_status_as_of_a_day(desk: Driver) -> None:
    change(desk, fill)
    listed = StatusList(desk, "people").open()
    listed.choose_status(2)
    assert listed.column(PartyColumn.NAME) == ["Orla Fenwick"]
    as_of(desk, listed, "2020-12-31")
    assert listed.column(PartyColumn.NAME) == ["Hu Lan"]
    listed.choose_status(5)
    assert listed.column(PartyColumn.NAME) == []
    assert statistics.NOBODY_HAS_STATUS in listed.nothing
    listed = StatusList(desk, "cases").open()
    assert len(listed.column(CaseColumn.REF)) == 4
    listed.choose_status(2)
    assert listed.column(CaseColumn.PEOPLE) == ["Orla Fenwick"]
    assert listed.column(CaseColumn.STATUS) == [f"{records.IN_CUSTODY}, {statistics.FORMALLY_ARRESTED}"]
    as_of(desk, listed, "2020-12-31")
    assert listed.column(CaseColumn.PEOPLE) == ["Hu Lan"]
    desk.shot("status-cases")
    listed.choose_status(0)
    assert len(listed.column(CaseColumn.REF)) == 4


def test_demand_5_a_filter_follows_what_is_changed(desk: Driver) -> None:
    change(desk, fill)
    listed = StatusList(desk, "people").open()
    listed.choose_status(2)

    def release(session: Session) -> Outcome[None]:
        held = next(event for event in session.store.all(Kind.EVENT) if event.text("type") == "arrested")
        lists = {"parties": [dict(item) for item in held.values("parties")]}
        return Outcome(
            None, events.add(session, None, {"type": "released", "date": "2021-06"}, lists).changes
        )

    change(desk, release)
    desk.until(lambda: listed.column(PartyColumn.NAME) == [])
    listed.choose_status(3)
    assert listed.column(PartyColumn.NAME) == ["Hu Lan", "Orla Fenwick"]


def test_demand_5_a_filter_follows_a_term_that_is_merged_into_another(desk: Driver) -> None:
    codes: list[str] = []

    def lure(session: Session) -> Outcome[None]:
        term = terms.add(session, "event_type", terms.TermWording({"en": "Lured to tea"})).result
        codes.append(session.store.get(term).text("code"))
        return somebody(session, "Hu Lan", (codes[0], "2020-03"))

    change(desk, lure)
    listed = StatusList(desk, "people").open()
    listed.choose_status(2)
    assert listed.column(PartyColumn.NAME) == []
    change(desk, lambda session: terms.merge(session, "event_type", codes[0], "detained"))
    desk.until(lambda: listed.column(PartyColumn.NAME) == ["Hu Lan"])


def test_demand_5_the_lists_as_they_were_known_on_an_earlier_day(
    desk: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    with monkeypatch.context() as past:
        past.setattr(time, "time", lambda: now - 3 * 86_400)
        change(desk, lambda session: somebody(session, "Hu Lan", ("detained", "2020-03")))
    change(desk, fill)
    listed = StatusList(desk, "people").open()
    listed.focus_known_on()
    type_(desk, (TODAY - datetime.timedelta(2)).isoformat())
    key(desk, "Return")
    desk.settled()
    statuses = listed.column(PartyColumn.STATUS)
    days = (TODAY - datetime.date(2020, 3, 31)).days
    assert statuses[0] == f"{records.IN_CUSTODY} · {statistics.DETAINED_STAGE} · {since('March 2020', days)}"
    assert set(statuses[1:]) == {""}  # nobody had recorded them then
    listed.choose_status(2)
    assert listed.column(PartyColumn.NAME) == ["Hu Lan"]


def test_a_case_that_the_filter_leaves_out_is_shown_all_the_same(desk: Driver) -> None:
    change(desk, fill)
    listed = StatusList(desk, "cases").open()
    listed.choose_status(2)
    assert desk.window.desk is not None
    case = next(iter(desk.window.desk.reader.ids(Kind.CASE)))
    desk.window.desk.show_record(case)
    desk.settled()
    assert len(listed.column(CaseColumn.REF)) == 4
    assert listed.view.status.answer.currentIndex() == 0
    assert ManyCases(desk).case == case


def test_statuses_in_chinese(desk: Driver) -> None:
    change(desk, fill)
    desk.window.speak(WindowLanguage.CHINESE)
    listed = StatusList(desk, "people").open()
    assert listed.column(PartyColumn.STATUS)[1].startswith("在押 · 逮捕后羁押")
    desk.shot("status-people-zh")
