"""The list of cases reads ids first and rows by page, in SQL's order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.records.cases import CaseQuery, CaseRow
from hrddesk.actions.vault import vaults
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.cases.case_table_model import CaseColumn, CaseTableModel
from hrddesk_ui.desk.read_thread import ReadThread
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.people.party_table_model import PartyColumn, PartyTableModel
from hrddesk_ui.widgets.lists.entry_list_model import ENTRY_ROLE, EntryListModel, ListEntry
from hrddesk_ui.widgets.lists.paged_table_model import FIRST, ID_ROLE, PAGE, PAGES
from tests.ui.driver import PASSPHRASE
from tests.ui.texts import records

HELD = f"{records.IN_CUSTODY}, {records.DETAINED.lower()}"


@pytest.fixture
def session(vault: Path) -> Iterator[Session]:
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as opened:
        yield opened


@pytest.fixture
def reader(session: Session) -> Iterator[Store]:
    store = session.reader()
    yield store
    store.close()


@pytest.fixture
def reading(session: Session, qapp: object) -> Iterator[ReadThread]:
    told = Runner()
    yield ReadThread(session, told, keeps=True)  # the session ends it
    told.stop(None, 5)


def _make(session: Session, count: int) -> list[RecordId]:
    with session.store.change("case.new") as change:
        made = []
        for number in range(count):
            record = Record(kind=Kind.CASE, id=new_id()).with_fields(
                ref=change.next_ref(Kind.CASE), title=f"Willow Lane {number:04d}"
            )
            change.put(record)
            made.append(record.id)
    return made


def test_the_model_keeps_qt_s_rules(
    session: Session, reader: Store, qtmodeltester: ModelTester, qapp: object
) -> None:
    model = CaseTableModel(reader)
    model.show(CaseQuery())
    qtmodeltester.check(model)
    _make(session, 3)
    model.show(CaseQuery())
    qtmodeltester.check(model)
    assert model.rowCount() == 3
    assert model.columnCount() == len(CaseColumn)


def test_rows_are_read_by_page_and_few_are_kept(
    session: Session, reader: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _make(session, PAGE * (PAGES + 2) + 1)
    asked: list[int] = []
    read = cases.rows

    def watched(store: Store, ids: list[RecordId]) -> list[CaseRow]:
        asked.append(len(ids))
        return read(store, ids)

    monkeypatch.setattr(cases, "rows", watched)
    model = CaseTableModel(reader)
    model.show(CaseQuery(sort="ref"))
    assert asked == []  # ids alone
    last = model.index(model.rowCount() - 1, CaseColumn.TITLE)
    assert last.data() == f"Willow Lane {len(made) - 1:04d}"
    assert asked == [1]  # the last page holds one row
    for row in range(0, model.rowCount(), PAGE):
        model.index(row, CaseColumn.REF).data()
    whole = PAGES + 3  # the last of them fell out of those that are kept and was read again
    assert len(asked) == 1 + whole
    assert max(asked) == PAGE
    model.index(PAGE, CaseColumn.REF).data()  # fell out too
    model.index(model.rowCount() - 1, CaseColumn.REF).data()  # is still kept
    assert len(asked) == 1 + whole + 1


def test_order_and_filter_are_sql_s(session: Session, reader: Store) -> None:
    made = _make(session, 5)
    model = CaseTableModel(reader)
    model.sort(CaseColumn.TITLE, Qt.SortOrder.DescendingOrder)
    assert [model.id_at(row) for row in range(5)] == made[::-1]
    model.sort(-1)
    assert model.query.sort == "title"
    model.show(CaseQuery("lane 0003", "title", descending=True), cases.find(reader, "lane 0003", Job()))
    assert [model.id_at(row) for row in range(model.rowCount())] == [made[3]]
    assert model.row_of(made[3]) == 0
    assert model.row_of(made[0]) == -1
    assert model.index(0, 0).data(ID_ROLE) == made[3]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_changes_decide_whether_to_read_again(session: Session, reader: Store) -> None:
    made = _make(session, 2)
    model = CaseTableModel(reader)
    model.show(CaseQuery())
    told: list[str] = []
    model.dataChanged.connect(lambda *_: told.append("data"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.refresh(Changes(others=frozenset({made[0]})))
    assert told == []
    assert model.index(0, CaseColumn.PEOPLE).data() == records.NOBODY_CONCERNED_YET.format("Willow Lane 0000")
    changes = parties.create(
        session,
        {},
        {"names": [{"name": "Orla Fenwick", "script": "Latn", "kind": "main"}]},
        made[0],
        "subject",
    ).changes
    model.refresh(changes)
    assert told == ["data"]
    assert model.index(0, CaseColumn.PEOPLE).data() == "Orla Fenwick"
    changes = events.add(session, made[0], {"type": "detained", "date": "2020-02"}).changes
    model.refresh(changes)
    assert model.index(0, CaseColumn.LAST_EVENT).data() == "2020-02"
    model.refresh(cases.remove(session, made[1]).changes)
    assert told == ["data", "data", "reset"]
    assert model.rowCount() == 1


def test_the_list_of_people_is_paged_too(
    session: Session, reader: Store, qtmodeltester: ModelTester, qapp: object
) -> None:
    model = PartyTableModel(reader)
    model.show("")
    qtmodeltester.check(model)
    changes = Changes()
    for name in ("Orla Fenwick", "谭若岚"):
        changes = parties.create(session, {}, {"names": [{"name": name, "kind": "main"}]}).changes
    model.refresh(Changes(cases=changes.cases))
    assert model.rowCount() == 0
    model.refresh(changes)
    qtmodeltester.check(model)
    assert [model.index(row, PartyColumn.NAME).data() for row in range(2)] == ["Orla Fenwick", "谭若岚"]
    assert model.index(0, PartyColumn.KIND).data() == records.PERSON
    model.show("tanruolan", parties.find(reader, "tanruolan", Job()))
    assert model.rowCount() == 1
    assert model.text == "tanruolan"
    assert model.columnCount() == len(PartyColumn)


def test_short_lists_keep_qt_s_rules(qtmodeltester: ModelTester, qapp: object) -> None:
    model = EntryListModel()
    qtmodeltester.check(model)
    entries = [
        ListEntry(
            id=RecordId(f"{n:032x}"),
            first=f"first {n}",
            second="second",
            lead="2020?",
            lead_words="2020, uncertain",
        )
        for n in (1, 2)
    ]
    model.show(entries)
    qtmodeltester.check(model)
    assert model.index(1).data() == "2020, uncertain, first 2, second"
    assert model.index(0).data(ENTRY_ROLE) == entries[0]
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.show([*entries])
    assert told == []  # the same ones: the selection stays
    model.show(entries[:1])
    assert told == ["reset"]
    assert model.row_of(entries[1].id) == -1


def _detained(session: Session, case: RecordId) -> Outcome[None]:
    who = parties.create(
        session, {}, {"names": [{"name": "Orla Fenwick", "kind": "main"}]}, case, "subject"
    ).result
    victim = [{"party": who, "role": "victim"}]
    return Outcome(
        None, events.add(session, case, {"type": "detained", "date": "2020-02"}, {"parties": victim}).changes
    )


def _shown(model: CaseTableModel) -> list[RecordId]:
    return [model.id_at(row) for row in range(model.rowCount())]


def test_ids_from_another_thread_answer_what_was_asked_last(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    made = _make(session, 3)
    model = CaseTableModel(reader, None, reading.look)
    qtmodeltester.check(model)
    told: list[list[RecordId]] = []
    model.loaded.connect(lambda: told.append(_shown(model)))
    model.sort(CaseColumn.TITLE, Qt.SortOrder.AscendingOrder)
    model.sort(CaseColumn.TITLE, Qt.SortOrder.DescendingOrder)
    assert model.is_loading
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: not model.is_loading and not reading.busy)
    assert told == [made[::-1]]
    model.sort(CaseColumn.TITLE, Qt.SortOrder.AscendingOrder)
    assert _shown(model) == made[::-1]  # what is there stays until the other order is
    changes = cases.remove(session, made[1]).changes
    model.refresh(changes)
    qtbot.waitUntil(lambda: not model.is_loading and not reading.busy)
    assert told[1:] == [[made[0], made[2]]]  # nothing from before the change
    qtmodeltester.check(model)


def test_the_first_cases_are_shown_before_all_are_known_and_stay_where_they_are(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    made = _make(session, FIRST + 3)
    model = CaseTableModel(reader, None, reading.look)
    qtmodeltester.check(model)
    resets: list[tuple[int, bool]] = []
    grown: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append((model.rowCount(), model.is_loading)))
    model.rowsInserted.connect(lambda _, first, last: grown.append((first, last)))
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery(sort="title"))
    assert resets == [(FIRST, True)]
    assert grown == [(FIRST, FIRST + 2)]
    assert _shown(model) == made
    assert model.index(FIRST + 2, CaseColumn.TITLE).data() == f"Willow Lane {FIRST + 2:04d}"
    model.sort(CaseColumn.TITLE, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not model.is_loading)
    assert resets[1:] == [(FIRST + 3, False)]  # there is something to be seen: no less is shown in between
    qtmodeltester.check(model)


def test_what_changes_after_the_first_cases_were_read_is_shown(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot
) -> None:
    made = _make(session, FIRST + 1)
    model = CaseTableModel(reader, None, reading.look)
    removed: list[RecordId] = []

    def remove() -> None:
        if not removed:
            removed.append(made[0])
            model.refresh(cases.remove(session, made[0]).changes)

    model.modelReset.connect(remove)
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery(sort="title"))
    assert _shown(model) == made[1:]


def test_where_something_is_left_out_the_first_are_not_known_before_the_others(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot
) -> None:
    made = _make(session, FIRST + 1)
    model = CaseTableModel(reader, None, reading.look)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery("0001"), frozenset(made[:2]))
    assert resets == [2]


def test_ids_that_are_on_their_way_can_be_had_at_once(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot
) -> None:
    made = _make(session, 2)
    model = CaseTableModel(reader, None, reading.look)
    told: list[int] = []
    model.loaded.connect(lambda: told.append(model.rowCount()))
    model.show(CaseQuery())
    model.settle()
    assert _shown(model) == made
    model.settle()  # nothing is on its way any more
    qtbot.waitUntil(lambda: not reading.busy)
    assert told == [2]


def test_statuses_come_from_another_thread_and_none_outlives_a_change(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot
) -> None:
    made = _make(session, 2)
    model = CaseTableModel(reader, None, reading.look)
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery())
    told: list[tuple[int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex, _: object) -> None:
        told.append((first.row(), last.row(), first.column()))

    model.dataChanged.connect(note)
    cell = model.index(0, CaseColumn.STATUS)
    assert cell.data() == ""
    assert cell.data() == ""  # asked for once
    assert model.index(0, CaseColumn.TITLE).data() == "Willow Lane 0000"  # the rest does not wait for it
    changes = _detained(session, made[0]).changes
    model.refresh(changes)
    assert told == [(0, 1, 0)]
    assert cell.data() == ""
    qtbot.waitUntil(lambda: not reading.busy)
    assert told == [(0, 1, 0), (0, 1, CaseColumn.STATUS)]  # no answer to what was asked before the change
    assert cell.data() == HELD
    model.show(CaseQuery(descending=True))
    assert cell.data() == ""
    qtbot.waitUntil(lambda: not reading.busy)
    assert model.index(0, CaseColumn.STATUS).data() == ""
    qtbot.waitUntil(lambda: not reading.busy)
    assert [model.index(row, CaseColumn.STATUS).data() for row in range(2)] == [
        "",
        HELD,
    ]


def test_who_moves_on_fast_does_not_wait_for_what_is_passed(
    session: Session, reader: Store, reading: ReadThread, qtbot: QtBot
) -> None:
    made = _make(session, 20 * 40)
    for case in (made[0], made[-1]):
        _detained(session, case)
    model = CaseTableModel(reader, None, reading.look)
    with qtbot.waitSignal(model.loaded):
        model.show(CaseQuery(sort="title"))
    told: list[int] = []
    model.dataChanged.connect(lambda first, last, _: told.append(last.row()))
    for row in range(0, len(made), 20):
        model.index(row, CaseColumn.STATUS).data()
    qtbot.waitUntil(lambda: not reading.busy)
    assert told[-1] == len(made) - 1
    assert len(told) < 40
    assert model.index(len(made) - 1, CaseColumn.STATUS).data() == HELD
    assert model.index(0, CaseColumn.STATUS).data() == ""  # it was passed; whoever goes back asks again
    qtbot.waitUntil(lambda: not reading.busy)
    assert model.index(0, CaseColumn.STATUS).data() == HELD
