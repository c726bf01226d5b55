"""The window answers throughout: no step of a tour through its pages holds its thread for over 100 ms.

What is counted is the CPU time of the window's own thread between two turns of its event loop, and not the
wall time, which on a machine with other work says more about that work.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

import coverage
import pytest
from PySide6.QtCore import QObject, QTimer

from hrddesk.actions import cases, events, parties
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from tests.ui.casework import change, key
from tests.ui.driver import Driver

MOST = 0.1  # seconds
CHOOSING = 0.05
"""Seconds that showing another case may take: somebody holds the arrow key down."""


class Watchdog(QObject):
    """Notes the longest turn of the event loop, by the CPU time of the thread that runs it."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[tuple[float, str]] = []
        self.step = ""
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def _turn(self) -> None:
        now = time.thread_time()
        self.turns.append((now - self._last, self.step))
        self._last = now

    def begin(self, step: str) -> None:
        """Name what follows; what the test itself did before is not counted."""
        self.step, self._last = step, time.thread_time()

    def has_turned(self) -> bool:
        """Tell whether the loop went round in this step."""
        return bool(self.turns) and self.turns[-1][1] == self.step

    def stop(self) -> dict[str, float]:
        """Return the longest turn of every step, in seconds of CPU."""
        self._timer.stop()
        longest: dict[str, float] = {}
        for seconds, step in self.turns:
            longest[step] = max(longest.get(step, 0.0), seconds)
        return longest


def _desk(session: Session) -> Changes:
    made = Changes()
    for number in range(60):
        case, made = cases.create(session, {"title": f"Case {number}", "narrative": "The mill. " * 100})
        who, _ = parties.create(session, {}, {"names": [{"name": f"Tashi {number}"}, {"name": "胡岚"}]}, case)
        for kind, day in (("detained", "2020-02"), ("arrested", "2020-03-04")):
            events.add(
                session, case, {"type": kind, "date": day}, {"parties": [{"party": who, "role": "victim"}]}
            )
    return made


@contextmanager
def _nothing_but_the_window() -> Iterator[None]:
    """Let neither what other tests left, nor the counting of lines, cost time in the middle of a turn."""
    counting = coverage.Coverage.current()
    gc.collect()
    gc.freeze()
    if counting is not None:
        counting.stop()
    try:
        yield
    finally:
        if counting is not None:
            counting.start()
        gc.unfreeze()


@pytest.mark.timeout(300)
def test_demand_12_the_window_never_holds_its_thread_for_over_100_ms(desk: Driver) -> None:
    change(desk, _desk)
    names = [page.name for page in desk.frame.pages]
    for name in names:  # each page is made once, when it is seen first
        desk.page(name)
        desk.settled()
    with _nothing_but_the_window():
        watchdog = Watchdog()
        for name in names:
            watchdog.begin(name)
            desk.page(name)
            desk.settled()
            desk.until(watchdog.has_turned)
        watchdog.begin("back to the cases")
        desk.page("cases")
        desk.settled()
        desk.until(watchdog.has_turned)
        for number in range(8):
            watchdog.begin(f"choosing case {number}")  # each in a turn of its own, as a hand does
            key(desk, "Down")
            desk.settled()
            desk.until(watchdog.has_turned)
        longest = watchdog.stop()
    assert set(names) <= longest.keys()
    over = {
        step: round(1000 * seconds)
        for step, seconds in longest.items()
        if seconds > (CHOOSING if step.startswith("choosing") else MOST)
    }
    assert not over, f"milliseconds of CPU in one turn: {over}"


def test_the_watchdog_sees_a_thread_that_is_held(desk: Driver) -> None:
    watchdog = Watchdog()
    watchdog.begin("busy")

    def hold() -> None:
        until = time.thread_time() + 2 * MOST
        while time.thread_time() < until:
            pass
        done.append(True)

    done: list[bool] = []
    QTimer.singleShot(0, hold)
    desk.until(lambda: len(done) == 1)
    desk.settled()
    desk.until(lambda: watchdog.stop().get("busy", 0.0) > MOST)
