"""The thread that writes drafts to the disk; the window and the vault's thread do not wait for it."""

from collections.abc import Callable
from threading import Condition, Thread
from typing import Any, Final

from hrddesk.errors import HrdDeskError
from hrddesk.store.vault.drafts import DraftFile

EVERY_SECONDS: Final = 2.0
"""The shortest time between two writes.

At most five seconds of typing may be lost, and a form hands over its content within one second.
"""

Snapshot = list[dict[str, Any]]


class DraftKeeper:
    """Writes the newest snapshot of all drafts; an older snapshot that is not written yet is skipped."""

    def __init__(self, file: DraftFile, report: Callable[[BaseException | None], None]) -> None:
        """Prepare the thread; it calls `report` with an error, and with None once writing succeeds again."""
        self._file = file
        self._said = report
        self._changed = Condition()
        self._waiting: Snapshot | None = None
        self._stopping = False
        self._hurried = False
        self._thread: Thread | None = None
        self._trouble = False

    def put(self, drafts: Snapshot) -> None:
        """Schedule this snapshot for writing, and return at once."""
        with self._changed:
            if self._stopping:
                return
            self._waiting = drafts
            if self._thread is None:
                self._thread = Thread(target=self._work, name="drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def hurry(self) -> None:
        """Write every snapshot without a pause from now on: the process ends soon, perhaps before `stop` is
        called.
        """
        with self._changed:
            self._hurried = True
            self._changed.notify_all()

    def stop(self, seconds: float) -> bool:
        """Write the last snapshot and end the thread; return whether it ended within `seconds`."""
        with self._changed:
            self._stopping = True
            thread = self._thread
            self._changed.notify_all()
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _work(self) -> None:
        while (drafts := self._next()) is not None:
            try:
                self._file.save(drafts)
            except HrdDeskError as error:
                if not self._trouble:
                    self._trouble = True
                    self._said(error)
                self._try_again(drafts)
            except BaseException as error:  # noqa: BLE001  (it is carried to the window, not swallowed)
                self._said(error)
                return
            else:
                if self._trouble:
                    self._trouble = False
                    self._said(None)
            self._pause()

    def _next(self) -> Snapshot | None:
        """Wait for a snapshot and return it; return None if the thread is to end and no snapshot is left."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._stopping)
            drafts, self._waiting = self._waiting, None
            return drafts

    def _try_again(self, drafts: Snapshot) -> None:
        with self._changed:
            if self._waiting is None and not self._stopping and not self._hurried:
                self._waiting = drafts

    def _pause(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._hurried, EVERY_SECONDS)
