"""The signals that ask a program to end: the end of the session, a closed terminal, or Ctrl-C."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from hrddesk.system.interruption import signals


class EndWatch(QObject):
    """Reports signals of the system at once in the window's thread.

    Python's own handlers would wait for the next event in that thread.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = os.pipe()
        for end in (self._reader, self._writer):
            os.set_blocking(end, False)
        self._before = signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
        self._handlers = {number: signal.getsignal(number) for number in signals()}
        for number, handler in self._handlers.items():
            if handler is not signal.SIG_IGN:  # ignored, for example because of nohup
                signal.signal(number, _pass)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        heard = os.read(self._reader, 4096)
        if any(number in heard for number in self._handlers):
            self.wanted.emit()

    def stop(self) -> None:
        """Restore the signal handlers that were set before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        os.close(self._reader)
        os.close(self._writer)


def _pass(number: int, frame: FrameType | None) -> None:
    """Do nothing, because `EndWatch` learns of the signal through its pipe."""
    del number, frame
