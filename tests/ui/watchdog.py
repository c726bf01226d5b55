"""What counts how long the window's thread is held.

It is CPU time between two turns of its event loop, and not the wall time, which on a machine with other work
says more about that work.
"""

import gc
import time
from pathlib import Path

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


class InterpreterWatch(QObject):
    """Notes for how long other threads worked while the event loop stood still.

    A thread that does not let go of the interpreter holds the window too, and `Watchdog` does not see it.
    What the window's own thread did itself does not count, nor the time when it was ready and waited for a
    processor: then the machine held it.
    """

    _BEAT = 0.005  # seconds

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        """In seconds."""
        self._last = self._clocks()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(round(1000 * self._BEAT))

    @staticmethod
    def _clocks() -> tuple[float, float]:
        """Return the wall time in which this thread could not run, and the CPU time of the others."""
        ran, waited = map(int, Path("/proc/thread-self/schedstat").read_text().split()[:2])
        return time.perf_counter() - (ran + waited) / 1e9, time.process_time() - ran / 1e9

    def _turn(self) -> None:
        now = self._clocks()
        passed, worked = (after - before for after, before in zip(now, self._last, strict=True))
        self.longest, self._last = max(self.longest, min(passed - self._BEAT, worked)), now


def forget_other_tests() -> None:
    """Let the collector pass over what other tests left, from now on: it would cost time within a turn."""
    gc.collect()
    gc.freeze()  # for good: to thaw it would slow down every window that is tried after


def over(longest: dict[str, float]) -> dict[str, int]:
    """Return the steps that held the thread for too long, in milliseconds."""
    return {
        step: round(1000 * seconds)
        for step, seconds in longest.items()
        if seconds > (CHOOSING if step.startswith("choosing") else MOST)
    }
