"""A result that a page computes from the whole vault and caches until a record changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task

if TYPE_CHECKING:
    from hrddesk.store.records.changes import Changes
    from hrddesk.store.records.store import Store

T = TypeVar("T")


class FreshLook(QObject, Generic[T]):
    """A long background computation of one page; a result that is older than a change is never shown."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        work: "Callable[[], Callable[[Store, Job], T]]",
        show: Callable[[T], None],
        label: str,
    ) -> None:
        """Prepare the computation for `page`.

        `work` returns the function to run for the current state of the page. `label` describes it while it
        runs.
        """
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._work = work
        self._show = show
        self._label = label
        self._stale = True
        self._task: Task | None = None
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        """Compute the result, unless nothing has changed since the last time."""
        if self._stale and (self._task is None or self._task.done):
            self.again()

    def again(self) -> None:
        """Compute the result anew, even while a computation is running."""
        self.forget()
        self._task = self._desk.look(self._page, self._work(), self._done, label=self._label)

    def forget(self) -> None:
        """Compute the result anew at the next `load`, because something changed on which it depends."""
        self._stale = True
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_changed(self, changes: "Changes") -> None:
        if changes:
            self.forget()
            if self._page.isVisible():
                self.load()

    def _done(self, answer: T) -> None:
        self._stale = False
        self._show(answer)
