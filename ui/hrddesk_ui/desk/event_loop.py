"""Work split into parts, one per turn of the event loop: keys, mouse and painting are handled in between."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer

_waiting: list[QTimer] = []


def next_turn(owner: QObject, work: Callable[[], object]) -> None:
    """Do something in the next turn of the loop, unless `owner` is gone by then.

    Not QTimer.singleShot(0): Qt may carry that out in the same turn, before anything is painted.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)

    def begin() -> None:
        _waiting.remove(timer)
        timer.deleteLater()
        work()

    timer.timeout.connect(begin)
    _waiting.append(timer)
    timer.start(0)


def are_waiting() -> bool:
    """Tell whether any part still waits for its turn."""
    _waiting[:] = [timer for timer in _waiting if shiboken6.isValid(timer)]
    return bool(_waiting)
