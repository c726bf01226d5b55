"""Long work that reports its progress and can be cancelled without leaving a trace."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from hrddesk.errors import HrdDeskError

Item = TypeVar("Item")
Made = TypeVar("Made")


class Cancelled(Exception):  # not an error: it is the wish of a person
    """The user cancelled the work; everything is as it was before."""


class Job:
    """The object to which long work reports its progress, and through which the work is cancelled.

    The work calls `step(done, total)` between units; the function that does the work documents the unit. The
    call raises `Cancelled` if `cancel()` was called before, from any thread.
    """

    def __init__(self, on_step: Callable[[int, int], None] | None = None) -> None:
        self._on_step = on_step
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int) -> None:
        """Report that `done` of `total` units are finished; raise `Cancelled` if `cancel` was called."""
        if self._cancelled:
            raise Cancelled
        if self._on_step is not None:
            self._on_step(done, total)

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield many items one by one; raise `Cancelled` between two items if `cancel` was called."""
        for item in items:
            if self._cancelled:
                raise Cancelled
            yield item


def silent() -> Job:
    """Return a job whose progress nobody watches."""
    return Job()


@contextmanager
def without_dead_cycles() -> Iterator[None]:
    """Disable Python's collection of reference cycles in the whole process during the `with` block.

    Use this for work that makes many objects but no reference cycles. Otherwise every few hundred new objects
    start a collection, sometimes of all objects, which takes a tenth of the time and finds nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Made]):
    """The outcome of the work on one item.

    `made` is the result if the work succeeded; `error` is set if the item was refused. Both are None if the
    job was cancelled before the item was finished.
    """

    item: Item
    made: Made | None = None
    error: HrdDeskError | None = None


def one_after_another(
    items: Sequence[Item],
    work: Callable[[Item, Job], Made],
    job: Job,
    *,
    size: Callable[[Item], int] = lambda _: 1,
    stops: tuple[type[HrdDeskError], ...] = (),
) -> list[Done[Item, Made]]:
    """Do the same work for several items one by one; return the outcomes in the order of the items.

    If the work refuses an item, the other items are still done. Only errors of the classes in `stops` are
    raised and end the work. After a cancellation, finished items are kept and no further item is begun.
    `size` returns the number of steps that `job` gets for an item. The steps never go back, whatever `work`
    reports to the job that it is given.
    """
    sizes = [size(item) for item in items]
    total, before, is_over = sum(sizes), 0, False
    outcomes: list[Done[Item, Made]] = []
    for item, each in zip(items, sizes, strict=True):
        if not is_over:
            try:
                job.step(before, total)
                outcomes.append(Done(item, work(item, _share(job, before, each, total))))
            except Cancelled:
                is_over = True
            except stops:
                raise
            except HrdDeskError as error:
                outcomes.append(Done(item, error=error))
        if is_over:
            outcomes.append(Done(item))
        before += each
    return outcomes


def _share(job: Job, before: int, size: int, total: int) -> Job:
    """Return a job for one item, which passes its steps on to `job`, scaled to the size of the item.

    The steps passed on lie between `before` and `before + size`, where the steps of the next item begin.
    """
    reached = before

    def step(done: int, steps: int) -> None:
        nonlocal reached
        reached = max(reached, before + min(size * done // max(steps, 1), size - 1))
        job.step(reached, total)

    return Job(step)
