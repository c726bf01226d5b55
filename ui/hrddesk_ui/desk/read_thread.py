"""A thread that reads the vault through a connection of its own, so that saving never waits for
long reads.
"""

import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from hrddesk.errors import HrdDeskError
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Runner, Task

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store
    from hrddesk.store.vault.session import Session

T = TypeVar("T")
_WORK: Final = 0.02  # seconds after which it pauses
_PAUSE: Final = 0.002  # seconds, so that the window gets the interpreter


class ReadThread:
    """A thread that only reads; it ends when the vault is closed, or when other work must have the vault
    alone.
    """

    def __init__(self, session: "Session", relay: Runner, *, keeps: bool = False) -> None:
        """Make the thread; `relay` is a runner whose signals are emitted for the work of this thread too.

        With `keeps`, the connection stays open between reads. This is for short reads: opening a connection
        would take longer than the read.
        """
        self._session = session
        self._keeps = keeps
        self._kept: Store | None = None
        self._runner = Runner(relay)
        for name in ("started", "stepped", "finished", "failed", "crashed"):
            getattr(self._runner, name).connect(getattr(relay, name))
        session.guests.append(self)

    def look(
        self,
        owner: QObject,
        work: "Callable[[Store, Job], T]",
        then: Callable[[T], None],
        *,
        failed: Callable[[HrdDeskError], None] | None = None,
        label: str = "",
    ) -> Task:
        """Run `work(store, job)` in this thread, then `then(result)` in the window's thread.

        The other parameters are those of `Runner.run`.
        """
        read = self._read_on if self._keeps else self._read
        return self._runner.run(owner, lambda job: read(work, job), then, failed=failed, label=label)

    def _read(self, work: "Callable[[Store, Job], T]", job: Job) -> T:
        with closing(self._session.reader()) as store:
            return work(store, _breathing(job))

    def _read_on(self, work: "Callable[[Store, Job], T]", job: Job) -> T:
        if self._kept is None:
            self._kept = self._session.reader_for_lists()
        try:
            return work(self._kept, _breathing(job))
        except BaseException:
            self._close()  # one that met a damaged page answers nothing any more
            raise

    def _close(self) -> None:
        reader, self._kept = self._kept, None
        if reader is not None:
            reader.close()

    @property
    def busy(self) -> bool:
        """Whether work is running or waiting in this thread."""
        return self._runner.busy

    @property
    def ended(self) -> bool:
        """Whether the thread was stopped for good."""
        return self._runner.stopped

    def cancel(self) -> None:
        """Ask all work of this thread to stop; any thread may call this."""
        self._runner.cancel_all()

    def stop(self, seconds: float) -> None:
        """Stop the thread and close its connection; wait for this at most `seconds`."""
        self._runner.stop(self._close, seconds)


def _breathing(job: Job) -> Job:
    """Return a job that pauses shortly at a step if its last pause was some time ago.

    So the window's thread gets the interpreter in between.
    """
    paused = time.monotonic()

    def step(done: int, total: int) -> None:
        nonlocal paused
        if time.monotonic() - paused >= _WORK:
            time.sleep(_PAUSE)
            paused = time.monotonic()
        job.step(done, total)

    return Job(step)
