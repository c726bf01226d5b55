"""What came and was here just so is kept once: its item leads to the history and costs nothing to accept."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.vault import vaults
from hrddesk.bundle.merging.merge import MergeState
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import handoff
from hrddesk.errors import UndoNotPossible
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange import receipt_rows, reviews
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.forgetting import Scope
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, hand_over, put
from tests.unit.bundle.sending.test_write import add_evidence


@pytest.fixture
def met(desks: Desks, tmp_path: Path) -> Iterator[Desks]:
    """Two desks of which one took over three cases of the other."""
    put(desks.documenter, case(ONE, title='a "title" 胡岚', narrative="多行\n文字"), case(TWO), case(THREE))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    yield desks
    assert vaults.check(desks.coordinator, Job()).damage == []


def _cells(db: Connection, number: int) -> list[tuple[str | None, int | None, int | None]]:
    """Return line, history and act of the items of a review."""
    asked = "SELECT line, history, act FROM review_item WHERE review = ? ORDER BY record"
    rows: list[tuple[str | None, int | None, int | None]] = db.execute(asked, (number,)).fetchall()
    return rows


def _accept_one_by_one(session: Session, number: int) -> None:
    """Accept as the rule says of each record."""
    for item in acceptance.review(session, number, Job()).items:
        if not item.accepted:
            acceptance.accept(session, number, [item.record.id], Job())


def test_it_is_kept_as_a_number_and_read_as_it_came(met: Desks, tmp_path: Path) -> None:
    db, number = met.coordinator.store.db, hand_over(met, tmp_path).review
    rows = db.execute("SELECT history FROM record ORDER BY id").fetchall()
    assert _cells(db, number) == [(None, row, None) for (row,) in rows]
    shown = acceptance.review(met.coordinator, number, Job())
    assert [(item.record, item.merged.state) for item in shown.items] == [
        (met.documenter.store.get(name), MergeState.UNCHANGED) for name in (ONE, TWO, THREE)
    ]
    first, second = reviews.counted(db, 1, met.documenter.line).values()
    assert second == first > 0
    brought = receipt_rows.brought(db, 1)
    assert brought[ONE] == {met.documenter.line: 1}


def test_accepting_it_writes_to_no_item_and_can_be_undone(met: Desks, tmp_path: Path) -> None:
    store, number = met.coordinator.store, hand_over(met, tmp_path).review
    before = content(met.coordinator)
    cells = _cells(store.db, number)
    accepted = acceptance.accept(met.coordinator, number, None, Job())
    assert (accepted.cases, accepted.others) == (frozenset(), frozenset())
    assert content(met.coordinator) == before
    assert _cells(store.db, number) == cells
    shown = acceptance.review(met.coordinator, number, Job())
    assert (shown.head.state, shown.head.waiting) == (reviews.ACCEPTED, 0)
    assert all(item.accepted for item in shown.items)
    assert set(reviews.accepted_counts(store.db, 1, met.documenter.line)) == {ONE, TWO, THREE}
    assert [item.act for _, item in reviews.every_item(store.db)][-3:] == [0] * 3
    acceptance.undo(met.coordinator, number)
    assert acceptance.review(met.coordinator, number, Job()).head.waiting == 3
    assert content(met.coordinator) == before


def test_a_sender_of_whom_only_that_was_accepted_awaits_a_receipt(met: Desks, tmp_path: Path) -> None:
    store = met.coordinator.store
    with store.change("test"):
        store.db.execute("DELETE FROM review_item")  # as if the first bundle had been forgotten
    number = hand_over(met, tmp_path).review
    assert receipt_rows.unanswered(store.db) == []
    acceptance.accept(met.coordinator, number, None, Job())
    assert receipt_rows.unanswered(store.db) == [1]


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_changed_here_since_it_was_read_is_merged(met: Desks, tmp_path: Path, at_once: bool) -> None:
    number, first = hand_over(met, tmp_path).review, 1
    put(met.coordinator, case(TWO, title="ours"))
    delete(met.coordinator, THREE)
    before = content(met.coordinator)
    if at_once:
        acceptance.accept(met.coordinator, number, None, Job())
    else:
        _accept_one_by_one(met.coordinator, number)
    assert content(met.coordinator) == before
    assert acceptance.review(met.coordinator, first, Job()).head.state == reviews.ACCEPTED


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_undone_here_since_it_was_read_comes_again(
    met: Desks, tmp_path: Path, at_once: bool
) -> None:
    number = hand_over(met, tmp_path).review
    before = content(met.coordinator)
    acceptance.undo(met.coordinator, 1)
    assert content(met.coordinator) != before
    if at_once:
        acceptance.accept(met.coordinator, number, None, Job())
    else:
        _accept_one_by_one(met.coordinator, number)
    assert content(met.coordinator) == before


def test_undoing_what_changed_nothing_changes_nothing_though_what_brought_it_was_undone_before(
    met: Desks, tmp_path: Path
) -> None:
    file = os.urandom(100_000)
    evidence = add_evidence(met.documenter, file)
    first = hand_over(met, tmp_path).review
    acceptance.accept(met.coordinator, first, None, Job())
    again = hand_over(met, tmp_path).review
    full = content(met.coordinator)
    acceptance.accept(met.coordinator, again, None, Job())
    for number in (first, 1):
        acceptance.undo(met.coordinator, number)
    assert content(met.coordinator) == ({}, [])
    acceptance.accept(met.coordinator, 1, [TWO], Job())
    before = content(met.coordinator)
    assert not acceptance.undo(met.coordinator, again).changes
    assert content(met.coordinator) == before
    for number in (first, 1):
        acceptance.reject(met.coordinator, number)
    acceptance.accept(met.coordinator, again, None, Job())
    assert content(met.coordinator) == full
    store = met.coordinator.store
    assert b"".join(store.blobs.chunks(evidence.text("sha256"))) == file


@pytest.mark.parametrize("closed", [True, False])
def test_a_single_record_that_changed_nothing_can_wait_again(
    met: Desks, tmp_path: Path, closed: bool
) -> None:
    """What brought it was undone and dropped since: then it is here no more, and comes with this bundle."""
    number = hand_over(met, tmp_path).review
    acceptance.accept(met.coordinator, number, [ONE], Job())
    acceptance.undo(met.coordinator, 1)
    acceptance.reject(met.coordinator, 1)
    if closed:
        acceptance.reject(met.coordinator, number)
    acceptance.undo(met.coordinator, number)
    shown = acceptance.review(met.coordinator, number, Job())
    wait = {ONE} if closed else {ONE, TWO, THREE}
    assert {item.record.id for item in shown.items if not item.accepted} == wait
    acceptance.accept(met.coordinator, number, None, Job())
    came = {record.id: record for record in met.coordinator.store.all(Kind.CASE)}
    assert came == {name: met.documenter.store.get(name) for name in wait}


def test_of_what_waits_altogether_nothing_can_be_undone(met: Desks, tmp_path: Path) -> None:
    number = hand_over(met, tmp_path).review
    with pytest.raises(UndoNotPossible, match="nothing of this bundle"):
        acceptance.undo(met.coordinator, number)


def test_what_became_so_since_it_was_read_needs_no_merge_either(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="a"))
    first, second = (hand_over(desks, tmp_path).review for _ in range(2))
    acceptance.accept(desks.coordinator, first, None, Job())
    act = desks.coordinator.store.history.head().number
    assert acceptance.accept(desks.coordinator, second, None, Job()).cases == frozenset()
    db = desks.coordinator.store.db
    assert [history for _, history, _ in _cells(db, second)] == [None]
    assert acceptance.review(desks.coordinator, second, Job()).head.waiting == 0
    assert desks.coordinator.store.history.of_record(ONE)[-1].number <= act


def test_a_file_that_came_again_moves_where_it_is_missing(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE))
    files = [os.urandom(100_000), os.urandom(90_000)]
    records = [add_evidence(desks.documenter, file) for file in files]
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    store = desks.coordinator.store
    with store.change("test"):
        store.blobs.drop(records[0].text("sha256"))
    number = hand_over(desks, tmp_path).review
    assert reviews.contents_as_here(store.db, number) == {record.text("sha256") for record in records}
    acceptance.accept(desks.coordinator, number, None, Job())
    assert b"".join(store.blobs.chunks(records[0].text("sha256"))) == files[0]
    delete(desks.coordinator, records[1].id)
    assert reviews.contents_as_here(store.db, hand_over(desks, tmp_path).review) == {
        records[0].text("sha256")
    }
    assert vaults.check(desks.coordinator, Job()).damage == []


# --- forgetting --------------------------------------------------------------------------------------------


def _forget(session: Session, name: RecordId) -> None:
    with session.store.change(forgetting.FORGOTTEN) as change:
        forgetting.erase(session.store, change, handoff.of_cases(session.store, [name]).scope)


def _text_of_all(db: Connection) -> str:
    tables = ("coalesce(line, '') FROM review_item", "unpacked(state) FROM history_content")
    return "\n".join(row[0] for table in tables for row in db.execute(f"SELECT {table}"))


def test_what_is_forgotten_is_gone_from_every_review(met: Desks, tmp_path: Path) -> None:
    accepted, waits = hand_over(met, tmp_path).review, hand_over(met, tmp_path).review
    acceptance.accept(met.coordinator, accepted, None, Job())
    db = met.coordinator.store.db
    assert "胡岚" in _text_of_all(db)
    _forget(met.coordinator, ONE)
    assert "胡岚" not in _text_of_all(db)
    for number in (1, accepted, waits):
        assert [item.record.id for item in acceptance.review(met.coordinator, number, Job()).items] == [
            TWO,
            THREE,
        ]
    assert [item.accepted for item in acceptance.review(met.coordinator, accepted, Job()).items] == [
        True,
        True,
    ]
    assert acceptance.review(met.coordinator, accepted, Job()).head.state == reviews.FORGOTTEN
    assert reviews.waiting(db, accepted) == 0
    assert reviews.waiting(db, waits) == 2
    again = hand_over(met, tmp_path)
    assert (again.new, again.unchanged) == (1, 2)
    acceptance.accept(met.coordinator, again.review, None, Job())
    assert content(met.coordinator) == content(met.documenter)


def test_an_item_keeps_what_it_says_when_the_version_that_it_led_to_is_erased(
    desks: Desks, tmp_path: Path
) -> None:
    who = Record(kind=Kind.PARTY, id=RecordId("a" * 32)).with_elements(
        "names", [{"name": "Ada of Invention"}]
    )
    named = case(ONE, title="mill").with_elements("parties", [{"party": who.id, "role": "victim"}])
    told = case(TWO, title="weir", narrative="as Ada of Invention said")
    put(desks.documenter, who, named, told)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    accepted, waits = hand_over(desks, tmp_path).review, hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, accepted, None, Job())
    put(desks.coordinator, told.with_fields(narrative="as she said"))
    _forget(desks.coordinator, ONE)
    db = desks.coordinator.store.db
    assert "Ada" not in "\n".join(row[0] for row in db.execute("SELECT unpacked(state) FROM history_content"))
    assert acceptance.review(desks.coordinator, accepted, Job()).items == ()
    (item,) = acceptance.review(desks.coordinator, waits, Job()).items
    assert item.record == told
    assert item.merged.state is MergeState.UNCHANGED  # ours was written in knowledge of it
    acceptance.accept(desks.coordinator, waits, None, Job())
    assert desks.coordinator.store.get(TWO).text("narrative") == "as she said"
    assert vaults.check(desks.coordinator, Job()).damage == []


def test_forgetting_everything_leaves_no_item(met: Desks, tmp_path: Path) -> None:
    acceptance.accept(met.coordinator, hand_over(met, tmp_path).review, None, Job())
    store = met.coordinator.store
    found: Scope = handoff.of_everything(store).scope
    with store.change(forgetting.FORGOTTEN) as change:
        forgetting.erase(store, change, found)
    assert list(reviews.every_item(store.db)) == []
    assert "胡岚" not in _text_of_all(store.db)
