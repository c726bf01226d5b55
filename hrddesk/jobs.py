"""Long work that shows how far it is and can be cancelled without a trace."""

from collections.abc import Callable


class Cancelled(Exception):  # not an error: a person changed their mind
    """A person cancelled the work; everything is as it was before."""


class Job:
    """What a long function reports to, and what stops it.

    `step(done, total)` is called between units of work, in whatever unit the function documents;
    it raises `Cancelled` once `cancel()` was called from any thread.
    """

    def __init__(self, on_step: Callable[[int, int], None] | None = None) -> None:
        self._on_step = on_step
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int) -> None:
        """Report that `done` of `total` units are finished; raise `Cancelled` if asked to stop."""
        if self._cancelled:
            raise Cancelled
        if self._on_step is not None:
            self._on_step(done, total)


def silent() -> Job:
    """Return a job that nobody watches."""
    return Job()
