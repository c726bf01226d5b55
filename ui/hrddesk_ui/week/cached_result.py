"""A result that a page computes from the whole vault; it is computed again only after a change."""

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
    """A long computation of one page in the background.

    A result is not shown if a record was changed after the computation began.
    """

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        work: "Callable[[], Callable[[Store, Job], T]]",
        show: Callable[[T], None],
        label: str,
    ) -> None:
        """Prepare the computation for `page`.

        `work` returns the function that computes the result for the present state of the page; `show` shows
        the result. `label` tells the user what is being computed.
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
        """Compute the result, unless the last result is still valid or is being computed."""
        if self._stale and (self._task is None or self._task.done):
            self.again()

    def again(self) -> None:
        """Cancel a running computation and compute the result again."""
        self.forget()
        self._task = self._desk.look(self._page, self._work(), self._done, label=self._label)

    def forget(self) -> None:
        """Make the last result invalid, so that the next `load` computes it again."""
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
