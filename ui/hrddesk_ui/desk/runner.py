"""The runner: one thread for all work with the vault, whose results come back to the window's thread."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from hrddesk.errors import HrdDeskError
from hrddesk.system.jobs import Cancelled, Job

T = TypeVar("T")
_STEP_SECONDS = 0.05  # progress is told at most twenty times a second


@dataclass(slots=True)
class Task:
    """A piece of work that a runner was given."""

    label: str  # what the window says is going on; "" for work too short to mention
    can_cancel: bool = True  # whether a person may stop it
    job: Job = field(default_factory=Job)
    done: bool = False

    def cancel(self) -> None:
        """Ask the work to stop; work that stops changes nothing, and its result is not delivered."""
        self.job.cancel()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    task: Task
    owner: QObject
    result: Any
    error: BaseException | None
    then: Callable[[Any], None]
    failed: Callable[[HrdDeskError], None] | None


class Runner(QObject):
    """Runs one piece of work after the other in a thread; every result is delivered in the
    window's thread.
    """

    started = Signal(object)  # Task
    stepped = Signal(object, int, int)  # Task, done, total
    finished = Signal(object)  # Task, whatever its outcome
    failed = Signal(object)  # HrdDeskError that nobody took
    crashed = Signal(object)  # any other exception: a bug
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        self._stopped = False
        self._delivering = False
        self._open: dict[int, tuple[Task, Future[None]]] = {}
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[Job], T],
        then: Callable[[T], None],
        *,
        failed: Callable[[HrdDeskError], None] | None = None,
        label: str = "",
        can_cancel: bool = True,
    ) -> Task:
        """Run `work` in the thread of the runner, then call `then` with its result in the window's thread.

        `then` is not called if `owner` was deleted or the work was cancelled. If the work raises
        HrdDeskError, `failed` is called with it; without `failed`, the message bar shows the error.
        """
        task = Task(label, can_cancel)
        if self._stopped:  # a timer of a page may still fire while the window closes
            task.done = True
            return task
        last = 0.0

        def step(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _STEP_SECONDS or done >= total:
                last = now
                self.stepped.emit(task, done, total)

        task.job = Job(step)

        def carry_out() -> None:
            result, error = None, None
            try:
                task.job.step(0, 0)
                result = work(task.job)
            except BaseException as caught:  # noqa: BLE001 - it is carried to the window, not swallowed
                from hrddesk.store.database.database_errors import (
                    told,  # the page that unlocks waits for no database
                )

                error = told(caught) or caught
            self._returned.emit(
                _Outcome(task=task, owner=owner, result=result, error=error, then=then, failed=failed)
            )
            del result, error  # an error knows this frame: with it, all that its frames hold would stay

        self._open[id(task)] = (task, self._pool.submit(carry_out))
        self.started.emit(task)
        return task

    def _deliver(self, outcome: _Outcome) -> None:
        outcome.task.done = True
        self._open.pop(id(outcome.task), None)
        self.finished.emit(outcome.task)
        if self._stopped:
            return  # the vault is closed by now, and a page that is told of a change would read it
        self._delivering = True
        try:
            self._hand_over(outcome)
        finally:
            self._delivering = False

    def _hand_over(self, outcome: _Outcome) -> None:
        error, has_owner = outcome.error, shiboken6.isValid(outcome.owner)
        if isinstance(error, Cancelled):
            return
        if isinstance(error, HrdDeskError):
            if outcome.failed is not None and has_owner:
                outcome.failed(error)
            else:
                self.failed.emit(error)
        elif error is not None:
            self.crashed.emit(error)
        elif has_owner:
            outcome.then(outcome.result)

    @property
    def stopped(self) -> bool:
        """Whether the window is closing; from then on nothing is run, and no result is delivered."""
        return self._stopped

    @property
    def busy(self) -> bool:
        """Whether any work is running or waiting."""
        return bool(self._open)

    @property
    def delivering(self) -> bool:
        """Whether a result is being delivered; work that begins meanwhile follows from it, not
        from the user.
        """
        return self._delivering

    def cancel_all(self) -> None:
        """Ask all work to stop, running or waiting."""
        for task, _ in list(self._open.values()):  # who must have the vault alone asks from another thread
            task.cancel()

    def stop(self, last: Callable[[], None] | None, seconds: float) -> bool:
        """Cancel all work, then run `last` in the vault's thread; return whether `last` ended in `seconds`.

        Called only while the window is closing.
        """
        self.cancel_all()
        self._stopped = True
        future = self._pool.submit(last if last is not None else lambda: None)
        self._pool.shutdown(wait=False)
        return not wait([future], timeout=seconds).not_done
