"""The timer of the kernel that ends this process if its window does not react any more.

The window's thread locks an open vault: it receives the lock key, the end of the idle time and the sleep of
the system. That thread cannot run while a worker holds the interpreter in one long call, or while a read in
it does not return; no Python code would notice this. So the window's thread asks the kernel each second to
end the process ten seconds later. When the process ends, its memory is gone.

setitimer(2): ITIMER_REAL counts real time, without the time that a computer sleeps; no child inherits the
timer, and it outlives execve. By default, SIGALRM ends the whole process, whatever its threads do. A stopped
process would end only when it continues, so a terminal may not stop it (`never_stop`). Windows has no such
signal and so no such timer.

The command line has no such timer, because it promises no lock: the vault is open for one command, which
the user can end. Also, its one thread often works longer than ten seconds.
"""

import signal
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

SILENT_SECONDS: Final = 10.0
"""The longest time for which the window's thread may stand still while a vault is open."""
_EVERY_MS: Final = 1000
_LEAVING_SECONDS: Final = 1.6  # for the exit: the vault must be locked within two seconds


class Heartbeat(QObject):
    """Renews the timer of the kernel each second, from the first passphrase until `stop`.

    A process has one instance.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Make the kernel end this process if the calling thread runs no timer for ten seconds."""
        self._beat()
        self._timer.start()

    def stop(self) -> None:
        """Stop renewing the timer of the kernel; that timer still runs until it expires or is cancelled."""
        self._timer.stop()

    def _beat(self) -> None:
        _end_after(SILENT_SECONDS)


def end_in_time() -> None:
    """Make the kernel end this process within two seconds, whatever it does, because it is about to exit.

    If the process is replaced instead, `replace_process` cancels this timer.
    """
    _end_after(_LEAVING_SECONDS)


def never_stop() -> None:
    """Ignore Ctrl-Z in the terminal that started the window, because a stopped process never locks
    its vault.
    """
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def call_off() -> None:
    """Cancel the timer of the kernel, because it is not needed any more."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)  # timers outlive execve: it would end the next process


def _end_after(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        # Whoever started the program may have had the signal ignored or blocked, and both outlive execve.
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        signal.setitimer(signal.ITIMER_REAL, seconds)
