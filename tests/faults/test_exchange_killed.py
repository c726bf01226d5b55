"""A hand-over that is broken off at any moment: each desk is as before or as after, and can go on."""

import shutil
import sys
from pathlib import Path

import pytest

from hrddesk.errors import DiskFull, WriteFailed
from tests.faults import kills, power
from tests.faults.exchanging import ACTS, BY_NAME, DONE, Act, Exchange

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp")
LIMIT = 7200 if kills.FULL else 240
each_act = pytest.mark.parametrize("act", ACTS, ids=list(BY_NAME))


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    with pytest.MonkeyPatch.context() as patched:
        kills.keys_at_no_cost(patched)
        return Exchange(tmp_path_factory.mktemp("exchange"))


@pytest.fixture(autouse=True)
def _keys_at_no_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """By each test: what another has set for its own lasts no longer (tests/unit/conftest.py)."""
    kills.keys_at_no_cost(monkeypatch)


class Seen:
    """Looks at what is left each time; it is as before or as after, and as after once that was said."""

    def __init__(self, exchange: Exchange, act: Act) -> None:
        self.exchange, self.act = exchange, act
        self.before, self.after = exchange.before_and_after(act)
        assert (self.before != self.after) == (not act.out)
        self.old = self.new = 0

    def look(self, root: Path, *, done: bool) -> None:
        state = self.exchange.state(root, self.act)
        assert state in ((self.after,) if done else (self.before, self.after))
        if self.act.out:
            is_new = (root / "stick" / self.act.out).exists()
            assert is_new or not done
        else:
            is_new = state == self.after
        self.new += is_new
        self.old += not is_new
        if not is_new:
            self._try_again(root)

    def _try_again(self, root: Path) -> None:
        if root == self.exchange.root:
            self.exchange.do(self.act)
            assert self.exchange.state(root, self.act) == self.after


@each_act
@pytest.mark.timeout(LIMIT)
def test_a_kill_at_any_call(exchange: Exchange, act: Act) -> None:
    seen = Seen(exchange, act)
    count = kills.each(
        lambda: exchange.prepare(act),
        lambda: exchange.do(act),
        lambda outcome: seen.look(exchange.root, done=DONE in outcome.printed),
        sample=4,
        seed=f"exchange {act.name}",
    )
    assert count >= 4
    assert seen.old >= 1
    assert seen.new >= 1


@each_act
@pytest.mark.timeout(LIMIT)
def test_a_disk_that_is_full_at_any_call(exchange: Exchange, act: Act) -> None:
    seen = Seen(exchange, act)
    codes = {DiskFull.exit_code, WriteFailed.exit_code, 0}

    def check(outcome: kills.Outcome) -> None:
        assert outcome.code in codes, outcome.printed
        assert outcome.code or DONE in outcome.printed
        seen.look(exchange.root, done=DONE in outcome.printed)

    made = kills.each_full_disk(
        lambda: exchange.prepare(act),
        lambda: exchange.do(act),
        check,
        sample=3,
        seed=f"exchange {act.name}",
    )
    assert made >= 3
    assert seen.old >= 1


@each_act
@pytest.mark.timeout(LIMIT)
def test_a_power_cut_at_any_moment(exchange: Exchange, act: Act, tmp_path: Path) -> None:
    seen = Seen(exchange, act)
    exchange.prepare(act)
    recording = power.record(exchange.root, lambda: exchange.do(act))
    assert recording.code == 0, recording.printed
    for state in power.states(recording, seed=f"exchange {act.name}", count=150 if kills.FULL else 3):
        shutil.rmtree(tmp_path / "cut", ignore_errors=True)
        power.lay(state, tmp_path / "cut")
        try:
            seen.look(tmp_path / "cut", done=DONE in state.printed)
        except BaseException as error:
            error.add_note(state.how)
            raise
