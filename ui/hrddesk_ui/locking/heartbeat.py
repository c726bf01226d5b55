"""Timers of the kernel that end this process when its window no longer can.

The window's thread locks an open vault: it receives the lock key, the end of the idle time and the sleep of
the system. A worker that holds the interpreter in one long call, or a read that never returns, keeps that
thread from running, and nothing written in Python would notice. So the kernel is asked to end the process
after ten seconds, and asked anew each second by that same thread. What the process knows goes with it.

setitimer(2): ITIMER_REAL counts real time, not the time that a computer sleeps; no child inherits it, and it
outlives execve. At its default action SIGALRM ends every thread, whatever each of them does. A process that
was stopped ends once it goes on, so a terminal may not stop it (`never_stop`). Not on Windows, which has no
such signal.

The command line has no such timer: it promises no lock, has the vault open for one command, often works
longer than ten seconds in its one thread, and is ended by whoever sits at it.
"""

import signal
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

SILENT_SECONDS: Final = 10.0
"""The longest time in which the window's thread may not run while a vault is open."""
_EVERY_MS: Final = 1000
_LEAVING_SECONDS: Final = 1.6  # for the way out: the vault is locked within two seconds


class Heartbeat(QObject):
    """Renews the timer each second, from the first passphrase until `stop`; a process has one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Make the kernel end this process once the calling thread runs no timer for ten seconds."""
        self._beat()
        self._timer.start()

    def stop(self) -> None:
        """Stop renewing; the last timer stays until `call_off` or `end_in_time`."""
        self._timer.stop()

    def _beat(self) -> None:
        _end_after(SILENT_SECONDS)


def end_in_time() -> None:
    """Make the kernel end this process soon, whatever it does: it is about to exit.

    A process that replaces it calls the timer off (`replace_process`).
    """
    _end_after(_LEAVING_SECONDS)


def never_stop() -> None:
    """Ignore Ctrl-Z in the terminal that started the window: a vault that is open would never lock."""
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def call_off() -> None:
    """Cancel the timer of the kernel: its purpose is fulfilled."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)  # it would hit the next image: timers outlive execve


def _end_after(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        # Whoever started the program may have had the signal ignored or blocked, and both outlive execve.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        signal.setitimer(signal.ITIMER_REAL, seconds)
