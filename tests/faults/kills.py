"""Kill something at each of its calls that change files, and look at what it leaves each time.

    def test_rotation_survives_every_kill(desk, monkeypatch):
        kills.keys_at_no_cost(monkeypatch)
        whole = kills.Copies(desk.vault, tmp_path / "now.hrdv")
        kills.each(whole.put, lambda: rotate(whole.now), check)

`check` gets the `Outcome` after each kill; also once after a run that nobody killed.
"""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.crypto import kdf
from tests import campaigns
from tests.campaigns import FULL
from tests.faults.calls import ROOM, Outcome, Work, command, run
from tests.made import argon2id_at_no_cost

__all__ = ["FULL", "Copies", "Outcome", "Work", "command", "each", "each_full_disk", "keys_at_no_cost", "run"]

Check = Callable[[Outcome], object]


class Copies:
    """A vault (or any folder) as it is before the work, and the copy that the work may spoil."""

    def __init__(self, source: Path, now: Path) -> None:
        self.source = source
        self.now = now

    def clear(self) -> None:
        """Remove the copy, and what killed runs left beside it."""
        for path in [self.now, *self.now.parent.glob(".*.part")]:
            shutil.rmtree(path, ignore_errors=True)

    def put(self) -> None:
        """Put the copy (back) as the source is."""
        self.clear()
        shutil.copytree(self.source, self.now, symlinks=True)


def keys_at_no_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Argon2id take no time: a campaign opens vaults a thousand times, and makes keys in children."""
    monkeypatch.setattr(kdf, "argon2id", argon2id_at_no_cost)


def each(prepare: Callable[[], object], work: Work, check: Check, *, sample: int = 5, seed: str = "") -> int:
    """Kill `work` before its first call that changes a file, before its second, and so on.

    Return how many kills: all with HRDDESK_FULL=1, otherwise `sample` of them, drawn under the name `seed`,
    always the first and the last. `prepare` runs in this process before each. What is killed before call n
    stands as it was after call n - 1. Fail where a run was not killed.
    """
    chosen = _chosen(_whole(prepare, work, check), sample, seed)
    for number in chosen:
        prepare()
        outcome = run(work, before_call(number))
        assert outcome.killed, f"nothing was killed before call {number}"
        _checked(check, outcome, f"killed before call {number}")
    print(f"{seed}: {len(chosen)} kills")
    return len(chosen)


def each_full_disk(
    prepare: Callable[[], object],
    work: Work,
    check: Check,
    *,
    sample: int = 5,
    seed: str = "",
    number: int = errno.ENOSPC,
) -> int:
    """Let the disk be full from the first call that needs room on, then from the second, as `each` kills.

    Return how many runs met the full disk, which are all: fail where no call was refused. The work ends by
    itself then; `check` sees its exit code. `number` is what the system says of it: EDQUOT for a quota that
    is used up, EIO for a disk that fails.
    """
    _whole(prepare, work, check)
    prepare()
    places = [n for n, call in enumerate(run(work).calls, 1) if call in ROOM]
    chosen = _chosen(len(places), sample, seed)
    for place in chosen:
        prepare()
        first = places[place - 1]
        outcome = run(work, _without_room(first, number))
        assert outcome.refused, f"no call was refused from call {first} on"
        _checked(check, outcome, f"full from call {first} on")
    print(f"{seed}: {len(chosen)} full disks of {len(places)} places")
    return len(chosen)


def before_call(number: int) -> Callable[[int, str], int | None]:
    """Return the answer to `run` that kills before that call."""
    return lambda count, _: None if count == number else 0


def _without_room(first: int, number: int) -> Callable[[int, str], int | None]:
    return lambda count, call: number if count >= first and call in ROOM else 0


def _whole(prepare: Callable[[], object], work: Work, check: Check) -> int:
    prepare()
    outcome = run(work)
    assert outcome.code == 0, outcome.printed
    assert outcome.calls, "it changes no file: nothing can be learned from killing it"
    _checked(check, outcome, "not killed")
    return len(outcome.calls)


def _chosen(count: int, sample: int, seed: str) -> list[int]:
    every = range(1, count + 1)
    if FULL or count <= sample:
        return list(every)
    between = campaigns.chance(f"kills {seed}").sample(every[1:-1], max(sample - 2, 0))
    return sorted({1, count, *between})


def _checked(check: Check, outcome: Outcome, how: str) -> None:
    try:
        check(outcome)
    except BaseException as error:
        at = f"{how}, {len(outcome.calls)} calls, the last {outcome.calls[-5:]}, exit code {outcome.code}"
        error.add_note(f"{at}; it printed:\n{outcome.printed[-2000:]}")
        raise
