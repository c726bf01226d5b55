"""What counts how long the window's thread is held.

It is the CPU time of that thread between two turns of its event loop, and not the wall time, which on a
machine with other work says more about that work.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

import coverage
from PySide6.QtCore import QObject, QTimer

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


@contextmanager
def nothing_but_the_window() -> Iterator[None]:
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


def over(longest: dict[str, float]) -> dict[str, int]:
    """Return the steps that held the thread for too long, in milliseconds."""
    return {
        step: round(1000 * seconds)
        for step, seconds in longest.items()
        if seconds > (CHOOSING if step.startswith("choosing") else MOST)
    }
