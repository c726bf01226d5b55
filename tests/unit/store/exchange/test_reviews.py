"""The review queue in its tables."""

import datetime
from collections.abc import Callable

import pytest

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange import contacts, reviews
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.exchange.reviews import ItemRow, ReviewRow
from hrddesk.store.vault.session import Session


@pytest.fixture
def db(session: Session) -> Connection:
    return session.store.db


@pytest.fixture
def number(db: Connection) -> int:
    """A review of one bundle."""
    contact = contacts.add(db, "two", bytes(32), "verified", "2026-01-31")
    row = BundleRow(
        num=0,
        id="0" * 32,
        outgoing=False,
        contact=contact,
        seq=1,
        kind="whole",
        day="2026-01-31",
        line="5" * 32,
        history_number=17,
        history_head=bytes(32),
    )
    return reviews.add(db, contacts.add_bundle(db, row), ("new-line", "clock-ahead"))


def test_a_review_is_found_and_changes_its_state(db: Connection, number: int) -> None:
    row = ReviewRow(num=number, bundle=1, state=reviews.OPEN, notices=("new-line", "clock-ahead"))
    assert reviews.find(db, number) == reviews.of_bundle(db, 1) == row
    assert reviews.all_reviews(db) == [row]
    reviews.close(db, number)
    assert reviews.all_reviews(db) == [
        ReviewRow(num=number, bundle=1, state=reviews.ACCEPTED, notices=row.notices)
    ]
    assert reviews.find(db, number + 1) is None
    assert reviews.of_bundle(db, 2) is None


def test_items_wait_are_marked_and_wait_again(db: Connection, number: int) -> None:
    for record in ("2" * 32, "1" * 32, "3" * 32):
        reviews.add_lines(db, number, [(record, f"line {record[0]}")])
    reviews.add_lines(db, number, [("1" * 32, "another line")])
    assert list(reviews.items(db, number)) == [ItemRow(d * 32, f"line {d}", None) for d in "123"]
    reviews.mark_items(db, number, ["1" * 32], 7)
    reviews.mark_items(db, number, ["2" * 32], 0)
    assert [item.act for item in reviews.items(db, number)] == [7, 0, None]
    assert reviews.waiting(db, number) == 1
    reviews.mark_items(db, number, ["3" * 32], 9)
    assert reviews.acts(db, number) == [9, 7, 0]
    reviews.let_all_wait(db, number)
    assert reviews.waiting(db, number) == 3
    reviews.mark_items(db, number, ["1" * 32], 7)
    reviews.reject(db, number)
    assert [item.record for item in reviews.items(db, number)] == ["1" * 32]


def test_the_rest_is_accepted_without_a_touch_of_its_items(db: Connection, number: int) -> None:
    for record in ("1" * 32, "2" * 32, "3" * 32):
        reviews.add_lines(db, number, [(record, f"line {record[0]}")])
    reviews.mark_items(db, number, ["1" * 32], 7)
    before = db.execute("SELECT * FROM review_item").fetchall()
    reviews.close(db, number, 9)
    assert db.execute("SELECT * FROM review_item").fetchall() == before
    assert [item.act for item in reviews.items(db, number)] == [7, 9, 9]
    assert (reviews.waiting(db, number), reviews.acts(db, number)) == (0, [9, 7])
    row = reviews.find(db, number)
    assert row is not None
    assert row.state == reviews.all_reviews(db)[0].state == reviews.ACCEPTED
    reviews.close(db, number)  # nothing of it waits; which act it was is kept
    assert reviews.acts(db, number) == [9, 7]
    reviews.let_all_wait(db, number)
    assert (reviews.waiting(db, number), reviews.acts(db, number)) == (3, [])


@pytest.mark.parametrize("drop", [reviews.reject, reviews.forget])
@pytest.mark.parametrize("act", [9, 0])
def test_records_that_were_dropped_may_be_read_again_until_they_are(
    db: Connection, number: int, drop: Callable[[Connection, int], None], act: int
) -> None:
    def row() -> ReviewRow:
        found = reviews.find(db, number)
        assert found is not None
        return found

    reviews.add_lines(db, number, [("1" * 32, "line 1")])
    reviews.mark_items(db, number, ["1" * 32], act)
    reviews.add_lines(db, number, [("2" * 32, "line 2")])
    drop(db, number)
    assert row().is_partial
    reviews.let_all_wait(db, number)
    reviews.close(db, number, act)
    assert (row().state, row().is_partial) == (reviews.ACCEPTED, True)
    assert {item.act for item in reviews.items(db, number)} == {act}
    reviews.forget(db, number)
    reviews.open_again(db, number)
    assert (row().state, row().is_partial) == (reviews.OPEN, False)
    reviews.add_lines(db, number, [("1" * 32, "another line"), ("3" * 32, "line 3")])
    acts = [item.act for item in reviews.items(db, number)]
    assert (acts[0], acts[-1]) == (act, None)
    assert reviews.waiting(db, number) == 1


def test_what_waits_is_told_but_for_what_is_known(
    db: Connection, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "_BATCH", 2)
    ids = [RecordId(digit * 32) for digit in "12345"]
    for record in ids:
        reviews.add_lines(db, number, [(record, f"the line of record {record[0]}")])
    reviews.mark_items(db, number, [ids[2]], 7)
    assert dict(reviews.waiting_but(db, number, {ids[0], ids[2]})) == {
        record: f"the line of record {record[0]}" for record in (ids[1], ids[3], ids[4])
    }
    assert list(reviews.waiting_but(db, number, ids)) == []
    never_here = {record: (item, line) for item, record, line in reviews.unknown(db, number)}
    assert sorted(never_here) == [ids[0], ids[1], ids[3], ids[4]]
    items = [never_here[record][0] for record in (ids[4], ids[0], ids[1])]
    assert reviews.lines_of(db, items) == [f"the line of record {digit}" for digit in "512"]


def test_how_far_a_sender_says_that_its_line_counted(db: Connection, number: int) -> None:
    own = "5" * 32
    for record, counter in (("1", 7), ("2", 3), ("3", 9)):
        reviews.add_lines(db, number, [(record * 32, f'{{"context":{{"{own}":{counter}}}}}')])
    reviews.add_lines(db, number, [("4" * 32, '{"context":{}}')])
    assert reviews.line_of(db, number, "2" * 32) == f'{{"context":{{"{own}":3}}}}'
    assert reviews.counted(db, 1, own) == {1: 9}
    assert reviews.accepted_counts(db, 1, own) == {}
    reviews.mark_items(db, number, ["1" * 32, "4" * 32], 0)
    assert reviews.accepted_counts(db, 1, own) == {"1" * 32: 7, "4" * 32: 0}
    assert reviews.counted(db, 2, own) == reviews.counted(db, 1, "6" * 32) == {}


def test_what_was_accepted_since_a_day_is_told_by_either_clock(session: Session, number: int) -> None:
    db = session.store.db
    reviews.add_lines(db, number, [("1" * 32, "line")])
    assert reviews.accepted_since(db, 1, "2020-01-01") == []  # it waits
    with session.store.change("test") as change:
        change.set_setting("test", "1")
    act = session.store.history.head().number
    reviews.mark_items(db, number, ["1" * 32], act)
    long_ago = int(datetime.datetime(2020, 5, 1, tzinfo=datetime.UTC).timestamp())
    for ours in (None, long_ago):
        if ours is not None:
            db.execute("UPDATE history SET time = ? WHERE num = ?", (ours, act))
        assert reviews.accepted_since(db, 1, "2026-01-31") == [number]  # the sender's
        assert reviews.accepted_since(db, 1, "2026-02-01") == ([number] if ours is None else [])
    assert reviews.accepted_since(db, 2, "2020-01-01") == []
