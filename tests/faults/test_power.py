"""The power goes at any moment: the vault opens, holds, has what was acknowledged, and raises no alarm.

Threat T11.
"""

import os
import random
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, evidence
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import HrdDeskError, WrongSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.database import connection
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import kills, power

PASSPHRASE = "granite lantern orbit velvet"
SECRET = PassphraseSecret(PASSPHRASE)
NEW = PassphraseSecret("ember saddle quilt tundra")
COUNT = 150 if kills.FULL else 6
LIMIT = 3600 if kills.FULL else 120
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> kills.Copies:
    """A vault with three cases and evidence, closed, alone in a folder that the recorder follows."""
    kills.keys_at_no_cost(monkeypatch)
    (tmp_path / "large.bin").write_bytes(os.urandom(1 << 20))
    (tmp_path / "disk").mkdir()
    with Session.create(tmp_path / "disk" / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        for number in range(3):
            case = cases.create(session, {"title": f"case {number}"}).result
        evidence.add(session, case, tmp_path / "large.bin", Job())
    return kills.Copies(tmp_path / "disk", tmp_path / "cut")


def _look(path: Path, secret: PassphraseSecret = SECRET) -> tuple[int, int]:
    with vaults.unlock(path, secret) as session:
        assert session.alarms == []
        report = vaults.check(session, Job())
        assert report.ok, report.damage
    return report.counts[Kind.CASE], report.counts[Kind.EVIDENCE]


def _cut(
    desk: kills.Copies,
    work: Callable[[], object],
    check: Callable[[power.State], None],
    seed: str,
    chance: random.Random | None = None,
) -> int:
    recording = power.record(desk.source, work)
    assert recording.code == 0, recording.printed
    done = 0
    for state in power.states(recording, seed=seed, count=COUNT, chance=chance):
        desk.clear()
        power.lay(state, desk.now)
        try:
            check(state)
        except BaseException as error:
            error.add_note(state.how)
            raise
        done += 1
    return done


def _save(vault: Path) -> None:
    with Session.open(vault, SECRET) as session:
        for number in range(4):
            cases.create(session, {"title": f"more {number}", "narrative": "words " * 900})
            print("SAVED")


@pytest.mark.timeout(LIMIT)
def test_saved_records(desk: kills.Copies) -> None:
    def check(state: power.State) -> None:
        found, _ = _look(desk.now / "desk.hrdv")
        saved = state.printed.count("SAVED")
        assert found - 3 in (saved, saved + 1)

    assert _cut(desk, lambda: _save(desk.source / "desk.hrdv"), check, "save") == COUNT


@pytest.mark.timeout(LIMIT)
def test_added_evidence(desk: kills.Copies, tmp_path: Path) -> None:
    def add() -> None:
        with Session.open(desk.source / "desk.hrdv", SECRET) as session:
            case = session.store.ids(Kind.CASE)[0]
            for _ in range(2):
                (tmp_path / "new.bin").write_bytes(os.urandom(300_000))
                evidence.add(session, case, tmp_path / "new.bin", Job())
                print("ADDED")

    def check(state: power.State) -> None:
        _, found = _look(desk.now / "desk.hrdv")
        added = state.printed.count("ADDED")
        assert found - 1 in (added, added + 1)

    assert _cut(desk, add, check, "evidence") == COUNT


@pytest.mark.timeout(LIMIT)
def test_a_new_passphrase(desk: kills.Copies) -> None:
    def change() -> None:
        sessions.change_passphrase(desk.source / "desk.hrdv", SECRET, NEW.passphrase, FLOOR)
        print("CHANGED")

    def check(state: power.State) -> None:
        vault = desk.now / "desk.hrdv"
        try:
            assert _look(vault, NEW) == (3, 1)
        except WrongSecret:
            assert "CHANGED" not in state.printed
            assert _look(vault) == (3, 1)

    assert _cut(desk, change, check, "passphrase") == COUNT


@pytest.mark.timeout(LIMIT)
def test_a_new_vault(desk: kills.Copies) -> None:
    def make() -> None:
        Session.create(desk.source / "new.hrdv", PASSPHRASE, FLOOR)[0].close()
        print("MADE")

    def check(state: power.State) -> None:
        assert _look(desk.now / "desk.hrdv") == (3, 1)
        if "MADE" in state.printed or (desk.now / "new.hrdv").exists():
            assert _look(desk.now / "new.hrdv") == (0, 0)

    assert _cut(desk, make, check, "new") == COUNT


@pytest.mark.timeout(LIMIT)
def test_without_syncing_it_would_be_lost(desk: kills.Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the same with synchronous OFF, which these states must betray."""
    off = tuple(
        ("synchronous", "OFF", (0,)) if row[0] == "synchronous" else row for row in connection._SETTINGS
    )
    lost: list[str] = []

    def check(state: power.State) -> None:
        try:
            found, _ = _look(desk.now / "desk.hrdv")
            if found - 3 < state.printed.count("SAVED"):
                lost.append("acknowledged")
        except AssertionError:
            lost.append("alarm or damage")
        except HrdDeskError as error:
            lost.append(type(error).__name__)

    def careless() -> None:
        monkeypatch.setattr(connection, "_SETTINGS", off)
        _save(desk.source / "desk.hrdv")

    done = _cut(desk, careless, check, "control", random.Random("power control"))
    print(f"{len(lost)} of {done}: {sorted(set(lost))}")
    assert len(lost) * 5 > done


def test_a_cut_that_takes_nothing_is_no_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the cuts themselves: where each state is all that was written, the campaign fails."""
    (tmp_path / "disk").mkdir()
    recording = power.record(tmp_path / "disk", lambda: (tmp_path / "disk" / "name").write_bytes(b"words"))
    assert len(list(power.states(recording, seed="off", count=8))) == 8

    def all_of_it(recording: power.Recording, *_: object) -> power.State:
        return power.State(recording.after.tree(), "", "")

    monkeypatch.setattr(power, "state_at", all_of_it)
    with pytest.raises(AssertionError, match="never went"):
        list(power.states(recording, seed="off", count=8))


def test_the_model_of_the_disk(tmp_path: Path) -> None:
    """A file without a sync may be empty under its new name; one with both syncs may not."""
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "name").write_bytes(b"old")

    def replace(*, careful: bool) -> None:
        with (folder / "new").open("wb") as file:
            file.write(b"words")
            if careful:
                file.flush()
                os.fsync(file.fileno())
        (folder / "new").replace(folder / "name")
        if careful:
            descriptor = os.open(folder, os.O_RDONLY)
            os.fsync(descriptor)
            print("DONE")

    seen = {}
    for careful in (False, True):
        recording = power.record(folder, partial(replace, careful=careful))
        seen[careful] = {
            (state.tree["name"], "DONE" in state.printed)
            for state in power.states(recording, seed="model", count=60, chance=random.Random("power model"))
        }
        (folder / "name").write_bytes(b"old")
    assert seen[False] == {(b"old", False), (b"", False), (b"words", False)}
    assert seen[True] == {(b"old", False), (b"words", False), (b"words", True)}
    shutil.rmtree(folder)
