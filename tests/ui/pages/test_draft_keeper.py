"""What is typed goes to the disk soon, without anybody waiting for it."""

import threading
import time
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from hrddesk.errors import HrdDeskError, WriteFailed
from hrddesk.store.vault.drafts import DraftFile
from hrddesk_ui.pages import draft_keeper
from hrddesk_ui.pages.draft_keeper import DraftKeeper

KEY, VAULT = bytes(32), bytes(16)


class Slow(DraftFile):
    """A disk that waits for its signal, and tells what it was given."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, KEY, VAULT)
        self.given: Queue[list[dict[str, Any]]] = Queue()
        self.go_on = threading.Event()

    def save(self, drafts: Any) -> None:
        self.given.put(drafts)
        assert self.go_on.wait(20)
        super().save(drafts)


def test_nobody_waits_for_the_disk_and_only_the_newest_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "EVERY_SECONDS", 0.01)
    file, said = Slow(tmp_path), Queue[BaseException | None]()
    keeper = DraftKeeper(file, said.put)
    keeper.put([{"n": 1}])
    assert file.given.get(timeout=20) == [{"n": 1}]
    for number in range(2, 50):
        keeper.put([{"n": number}])  # while the disk still has the first
    file.go_on.set()
    assert file.given.get(timeout=20) == [{"n": 49}]
    assert keeper.stop(20)
    assert DraftFile(tmp_path, KEY, VAULT).load().drafts == [{"n": 49}]
    keeper.put([{"n": 50}])
    assert DraftFile(tmp_path, KEY, VAULT).load().drafts == [{"n": 49}]
    assert said.empty()


def test_stopping_writes_what_waits_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "EVERY_SECONDS", 3600.0)
    file = Slow(tmp_path)
    file.go_on.set()
    keeper = DraftKeeper(file, lambda _: None)
    keeper.put([{"n": 1}])
    file.given.get(timeout=20)
    keeper.put([{"n": 2}])
    begun = time.monotonic()
    assert keeper.stop(20)
    assert time.monotonic() - begun < 10
    assert DraftFile(tmp_path, KEY, VAULT).load().drafts == [{"n": 2}]


def test_in_a_hurry_everything_is_written_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "EVERY_SECONDS", 3600.0)
    file = Slow(tmp_path)
    file.go_on.set()
    keeper = DraftKeeper(file, lambda _: None)
    keeper.put([{"n": 1}])
    file.given.get(timeout=20)
    keeper.put([{"n": 2}])
    keeper.hurry()
    assert file.given.get(timeout=20) == [{"n": 2}]
    keeper.put([{"n": 3}])
    assert file.given.get(timeout=20) == [{"n": 3}]
    assert keeper.stop(20)


def test_stopping_what_never_began_or_hangs(tmp_path: Path) -> None:
    file = Slow(tmp_path)
    assert DraftKeeper(file, lambda _: None).stop(1)
    keeper = DraftKeeper(file, lambda _: None)
    keeper.put([{"n": 1}])
    file.given.get(timeout=20)
    assert not keeper.stop(0.01)
    file.go_on.set()
    assert keeper.stop(20)


def test_a_disk_that_refuses_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "EVERY_SECONDS", 0.01)
    tries = threading.Semaphore(0)

    class Refusing(DraftFile):
        refuse = True

        def save(self, drafts: Any) -> None:
            tries.release()
            if self.refuse:
                raise WriteFailed(path="drafts.bin", why="it is not there")
            super().save(drafts)

    said: Queue[BaseException | None] = Queue()
    file = Refusing(tmp_path, KEY, VAULT)
    keeper = DraftKeeper(file, said.put)
    keeper.put([{"n": 1}])
    assert isinstance(said.get(timeout=20), HrdDeskError)
    for _ in range(4):
        assert tries.acquire(timeout=20)  # again and again, and nothing more is said
    assert said.empty()
    file.refuse = False
    assert said.get(timeout=20) is None
    assert keeper.stop(20)
    assert file.load().drafts == [{"n": 1}]
    file.refuse = True


def test_a_bug_is_carried_to_the_window(tmp_path: Path) -> None:
    class Broken(DraftFile):
        def save(self, drafts: Any) -> None:
            raise ZeroDivisionError

    said: Queue[BaseException | None] = Queue()
    keeper = DraftKeeper(Broken(tmp_path, KEY, VAULT), said.put)
    keeper.put([{"n": 1}])
    assert isinstance(said.get(timeout=20), ZeroDivisionError)
    assert keeper.stop(20)


def test_a_disk_that_refuses_to_the_end_does_not_keep_the_vault_open(tmp_path: Path) -> None:
    class Refusing(DraftFile):
        def save(self, drafts: Any) -> None:
            raise WriteFailed(path="drafts.bin", why="it is not there")

    said: Queue[BaseException | None] = Queue()
    keeper = DraftKeeper(Refusing(tmp_path, KEY, VAULT), said.put)
    keeper.put([{"n": 1}])
    said.get(timeout=20)
    assert keeper.stop(20)
