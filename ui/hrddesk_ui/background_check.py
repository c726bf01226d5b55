"""Look at the whole vault after it was unlocked, while people work.

Opening compares only the heads; that a page or a row was put back shows in the rest. A thread of its own with
the lowest priority reads through connections of its own: it delays neither the window nor the vault's thread.
"""

import os
import sys
import threading
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from hrddesk.actions import vaults
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Cancelled, Job
from hrddesk.session import Session
from hrddesk.store.check import CheckReport

_PATIENT: Final = 5  # nice(2): behind everything else, yet soon at its end when it is to stop
_PAUSE: Final = 0.002  # seconds after every so many records, so that the window gets the interpreter
_RECORDS: Final = 20
_END_SECONDS: Final = 0.6


class BackgroundCheck(QObject):
    """Runs once. `ended` brings the report; nothing comes once it was stopped."""

    ended = Signal(object)  # CheckReport
    crashed = Signal(object)  # a bug
    _returned = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop = threading.Event()
        self._steps = 0
        self._job = Job(self._breathe)
        self._thread = threading.Thread(target=self._run, name="looking", daemon=True)
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        session.guests.append(self.stop)  # who closes the vault or must have it alone ends it

    def start(self) -> None:
        """Begin, unless it was stopped before."""
        if not self._stop.is_set():
            self._thread.start()

    def stop(self) -> None:
        """End soon, and wait a moment for it: its connections are closed then."""
        self._job.cancel()
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(_END_SECONDS)

    @property
    def running(self) -> bool:
        """Whether it still looks."""
        return self._thread.is_alive()

    def _breathe(self, _: int, __: int) -> None:
        self._steps += 1
        if self._steps % _RECORDS == 0:
            self._stop.wait(_PAUSE)

    def _run(self) -> None:
        if sys.platform.startswith("linux"):  # where a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _PATIENT)
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
