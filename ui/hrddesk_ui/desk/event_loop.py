"""Work in parts, one in each turn of the event loop, so that keys, mouse and painting are handled
in between.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer

_waiting: list[QTimer] = []


def next_turn(owner: QObject, work: Callable[[], object]) -> None:
    """Run `work` in the next turn of the event loop, unless `owner` is deleted by then.

    This does not use QTimer.singleShot(0), because Qt may run that in the same turn, before anything is
    painted.
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
    """Tell whether any work still waits for its turn of the event loop."""
    _waiting[:] = [timer for timer in _waiting if shiboken6.isValid(timer)]
    return bool(_waiting)
