"""A check of the whole vault in the background, after the vault was unlocked.

The check at opening compares only the heads of the history; this one also finds an older page or row that was
put back. A thread of its own reads through its own connections and pauses often: it delays neither the window
nor the vault's thread. Its priority is the normal one: on a busy computer, a thread of low priority that
holds the interpreter would keep the window from locking.
"""

import threading
import time
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from hrddesk.actions.vault import vaults
from hrddesk.errors import HrdDeskError
from hrddesk.store.vault.check import CheckReport
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job

_PAUSE: Final = 0.002  # seconds after every so many of work, so that the window gets the interpreter
_WORK: Final = 0.004


class BackgroundCheck(QObject):
    """A check that runs once.

    The signal `ended` is emitted with the report, unless the check was stopped.
    """

    ended = Signal(object)  # CheckReport
    crashed = Signal(object)  # a bug
    _returned = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop = threading.Event()
        self._paused = 0.0
        self._job = Job(self._breathe)
        self._thread = threading.Thread(target=self._run, name="looking", daemon=True)
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        session.guests.append(self)  # who closes the vault or must have it alone ends it

    def start(self) -> None:
        """Start the check unless it was stopped before."""
        if not self._stop.is_set():
            self._thread.start()

    def cancel(self) -> None:
        """Ask the check to stop.

        It stops between two rows or pages; while SQLCipher verifies the pages it does not stop.
        """
        self._job.cancel()
        self._stop.set()

    def stop(self, seconds: float) -> None:
        """Stop the check, and wait at most `seconds` until its thread has ended."""
        self.cancel()
        if self._thread.is_alive():
            self._thread.join(seconds)

    @property
    def running(self) -> bool:
        """Whether the check still runs."""
        return self._thread.is_alive()

    def _breathe(self, _: int, __: int) -> None:
        if time.monotonic() - self._paused >= _WORK:
            self._stop.wait(_PAUSE)
            self._paused = time.monotonic()

    def _run(self) -> None:
        try:
            outcome: object = vaults.look_in_background(self._session, self._job)
        except (Cancelled, HrdDeskError):
            return  # a check that a person asks for says what it was
        except Exception as error:  # noqa: BLE001  (carried to the window, not swallowed)
            outcome = error
        if not self._stop.is_set():
            self._returned.emit(outcome)

    def _deliver(self, outcome: object) -> None:
        if self._stop.is_set():
            return
        if isinstance(outcome, CheckReport):
            self.ended.emit(outcome)
        else:
            self.crashed.emit(outcome)
