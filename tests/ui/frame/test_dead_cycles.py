"""Old objects are looked through only while nobody uses the window: it would be held for as long."""

import gc
import weakref
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.frame.dead_cycles import DeadCycles
from tests.ui.driver import Driver

MANY = 300_000


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def _is_gone(kept: "weakref.ref[Cycle]") -> bool:
    return kept() is None


def _old(cycle: Cycle) -> "weakref.ref[Cycle]":
    for generation in (0, 1):  # it survives both, and is old then
        gc.collect(generation)
    return weakref.ref(cycle)


def test_work_on_many_objects_never_looks_through_all_of_them(qtbot: QtBot, gate: Driver) -> None:
    looked: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looked.append(info["generation"])

    def work(job: Job) -> int:
        return len([{"a record": [number]} for number in range(MANY)])

    runner, owner = Runner(), QObject()
    gc.callbacks.append(note)
    try:
        with qtbot.waitSignal(runner.finished, timeout=60_000):
            runner.run(owner, work, lambda count: None)
    finally:
        gc.callbacks.remove(note)
        runner.stop(None, 5)
    assert set(looked) == {0, 1}  # young ones are still looked at


def test_what_only_refers_to_itself_goes_when_nobody_uses_the_window(gate: Driver) -> None:
    asked: list[bool] = []

    def is_busy() -> bool:
        asked.append(len(asked) < 3)
        return asked[-1]

    free = DeadCycles(gate.app.qt, is_busy, gate.window)
    for number in range(2):  # time and again
        cycle = Cycle()
        kept = _old(cycle)
        del cycle
        assert kept() is not None
        free.begin(0.02 / 60)
        if number == 0:  # not while something is at work
            gate.until(lambda: len(asked) == 3)
            assert kept() is not None
        gate.until(partial(_is_gone, kept))


def test_an_open_vault_is_freed_of_it(desk: Driver) -> None:
    cycles = desk.window._dead_cycles
    cycle = Cycle()
    kept = _old(cycle)
    del cycle
    assert cycles._unused._timer.isActive()
    cycles._unused.start(0.02 / 60)
    desk.until(lambda: kept() is None)


def test_an_error_of_the_vaults_thread_leaves_nothing_behind(qtbot: QtBot, gate: Driver) -> None:
    runner, owner = Runner(), QObject()
    left: list[weakref.ref[Cycle]] = []

    def work(job: Job) -> None:
        secret = Cycle()
        secret.itself = secret
        left.append(weakref.ref(secret))
        del secret.itself  # it stays for as long as its frame, which the error knows
        raise ValueError

    runner.crashed.connect(lambda error: None)
    gc.disable()
    try:
        with qtbot.waitSignal(runner.finished):
            runner.run(owner, work, lambda nothing: None)
        gate.until(lambda: left[0]() is None)
    finally:
        gc.enable()
        runner.stop(None, 5)
