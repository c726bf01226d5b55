"""Garbage collection of reference cycles, only while nobody uses the window.

Otherwise any thread that allocates one object too many starts a collection and holds the interpreter until it
ends. While 100,000 cases were evaluated, a collection took up to two seconds, sixty times, and freed nothing;
meanwhile the window could not paint a letter. Young objects are still collected, which takes a millisecond.
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
    """Make Python collect old objects only on request, in the whole process."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


class DeadCycles(QObject):
    """A timer that collects reference cycles while nobody uses the window.

    Such cycles are left, for example, by the pages in the former language after the language was changed.
    """

    def __init__(self, app: QGuiApplication, is_busy: Callable[[], bool], parent: QObject) -> None:
        """Make the timer; while `is_busy` returns True, nothing is collected, because running work would have
        to wait.
        """
        super().__init__(parent)
        self._is_busy = is_busy
        self._unused = IdleWatch(app, self)
        self._unused.expired.connect(self._free)

    def begin(self, minutes: float = UNUSED_MINUTES) -> None:
        """Collect each time that nobody has used the window for `minutes`."""
        self._minutes = minutes
        self._unused.start(minutes)

    def _free(self) -> None:
        if not self._is_busy():
            gc.collect()
        self._unused.start(self._minutes)
