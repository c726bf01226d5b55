"""When to look among all objects for those that only refer to each other: while nobody uses the window.

Whichever thread makes an object too many begins such a look, and holds the interpreter until it is through.
In the middle of working out 100,000 cases it took up to two seconds, sixty times, and freed nothing; the
window could not paint a letter meanwhile. Young objects are looked at as ever, which takes a millisecond.
"""

import gc
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from hrddesk_ui.locking.idle import IdleWatch

UNUSED_MINUTES: Final = 1.0
_NEVER: Final = 2**31 - 1


def put_off() -> None:
    """Let Python look at old objects only when it is asked to, from now on in the whole process."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


class DeadCycles(QObject):
    """Frees what only refers to itself, such as pages in another language, while nobody uses the window."""

    def __init__(self, app: QGuiApplication, is_busy: Callable[[], bool], parent: QObject) -> None:
        """`is_busy` tells whether work goes on that would have to wait."""
        super().__init__(parent)
        self._is_busy = is_busy
        self._unused = IdleWatch(app, self)
        self._unused.expired.connect(self._free)

    def begin(self, minutes: float = UNUSED_MINUTES) -> None:
        """Free it each time that nobody used the window for so long."""
        self._minutes = minutes
        self._unused.start(minutes)

    def _free(self) -> None:
        if not self._is_busy():
            gc.collect()
        self._unused.start(self._minutes)
