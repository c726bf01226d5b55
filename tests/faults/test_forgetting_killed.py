"""A hand-off that is killed, meets a full disk or loses its power: the cases are here, or nothing of them.

Threat T3.
"""

import shutil
from pathlib import Path

import pytest

from tests.faults import kills, power
from tests.faults.handing_off import HandOff


@pytest.fixture
def handing_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HandOff:
    kills.keys_at_no_cost(monkeypatch)
    return HandOff(tmp_path)


def _check(made: HandOff, outcome: kills.Outcome) -> None:
    made.look(made.root, done=outcome.code == 0 and not outcome.killed)


@pytest.mark.timeout(7200 if kills.FULL else 240)
def test_a_kill_at_any_call(handing_off: HandOff) -> None:
    made = handing_off
    assert kills.each(made.prepare, made.work, lambda o: _check(made, o), sample=7, seed="handoff")
    assert made.finished
    assert made.untouched
    assert made.rotated


@pytest.mark.timeout(7200 if kills.FULL else 240)
def test_a_disk_that_is_full_at_any_call(handing_off: HandOff) -> None:
    made = handing_off
    assert kills.each_full_disk(made.prepare, made.work, lambda o: _check(made, o), sample=5, seed="handoff")
    assert made.finished
    assert made.untouched
    assert made.rotated


@pytest.mark.timeout(7200 if kills.FULL else 240)
def test_a_power_cut_at_any_moment(handing_off: HandOff, tmp_path: Path) -> None:
    made = handing_off
    made.prepare()
    recording = power.record(made.root, made.work)
    assert recording.code == 0, recording.printed
    cut = tmp_path / "cut"
    for state in power.states(recording, seed="handoff", count=300 if kills.FULL else 6):
        shutil.rmtree(cut, ignore_errors=True)
        power.lay(state, cut)
        try:
            made.look(cut, done="HANDED OFF" in state.printed)
        except BaseException as error:
            error.add_note(state.how)
            raise
    assert made.finished
    assert made.untouched
