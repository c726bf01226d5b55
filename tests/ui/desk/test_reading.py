"""Long looks beside the vault's thread: saving does not wait for them, and they end with the vault."""

import threading

import pytest

from hrddesk.actions.records import cases
from hrddesk.errors import DatabaseDamaged
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from tests.ui.casework import change, fill, stored
from tests.ui.driver import Driver


class Long:
    """Work that goes on until it is told or cancelled."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.enough = threading.Event()

    def __call__(self, store: Store, job: Job) -> int:
        self.begun.set()
        while not self.enough.wait(0.01):
            job.step(1, 2)
        return len(store.ids(Kind.CASE))


def test_saving_does_not_wait_for_a_look(desk: Driver) -> None:
    fill(desk)
    work, found = Long(), list[int]()
    assert desk.window.desk is not None
    desk.window.desk.look(desk.window, work, found.append, label="Looking")
    desk.until(work.begun.is_set)
    change(desk, lambda session: cases.create(session, {"title": "one more"}))
    assert stored(desk, Kind.CASE) == 4
    assert found == []
    assert desk.window.desk.looking
    work.enough.set()
    desk.settled()
    assert found == [4]  # its connection sees what was saved meanwhile


def test_a_look_is_cancelled_and_says_nothing(desk: Driver) -> None:
    work, found = Long(), list[int]()
    assert desk.window.desk is not None
    task = desk.window.desk.look(desk.window, work, found.append)
    desk.until(work.begun.is_set)
    task.cancel()
    desk.settled()
    assert found == []


def test_a_look_ends_when_the_vault_must_be_alone_and_another_can_begin(desk: Driver) -> None:
    work, found = Long(), list[int]()
    shown = desk.window.desk
    assert shown is not None
    shown.look(desk.window, work, found.append)
    desk.until(work.begun.is_set)
    shown.session.send_guests_away(20)
    assert not work.enough.is_set()
    again = Long()
    again.enough.set()
    shown.look(desk.window, again, found.append)
    desk.until(lambda: found == [0])


def test_locking_ends_a_look(desk: Driver) -> None:
    work = Long()
    assert desk.window.desk is not None
    desk.window.desk.look(desk.window, work, lambda _: None, label="Looking")
    desk.until(work.begun.is_set)
    desk.key("Ctrl+L")
    desk.until(lambda: bool(desk.resumed))
    assert desk.app.drained


def test_looks_for_lists_share_a_connection_that_ends_with_the_lane(
    desk: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = desk.window.desk
    assert shown is not None
    seen, closed, close = list[Store](), list[Store](), Store.close

    def close_and_note(store: Store) -> None:
        close(store)
        closed.append(store)

    desk.settled()
    shown.session.send_guests_away(20)  # with what the pages asked for until now
    monkeypatch.setattr(Store, "close", close_and_note)

    def look(store: Store, job: Job) -> Store:
        return store

    def fail(store: Store, job: Job) -> Store:
        raise DatabaseDamaged(why="a page does not decrypt or does not fit")

    for _ in range(2):
        shown.look_for_list(desk.window, look, seen.append)
    desk.settled()
    assert seen[0] is seen[1]
    assert closed == []
    shown.look_for_list(desk.window, fail, seen.append)
    shown.look_for_list(desk.window, look, seen.append)  # after damage a connection answers nothing more
    desk.settled()
    assert len(seen) == 3
    assert seen[2] is not seen[0]
    assert closed == [seen[0]]
    shown.session.send_guests_away(20)
    assert closed == [seen[0], seen[2]]
    shown.look_for_list(desk.window, look, seen.append)
    desk.settled()
    assert len(seen) == 4
