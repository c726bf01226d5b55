"""The text filter of a long list: a reading thread searches while the list stays usable."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store

Found = frozenset[RecordId] | None
"""The records that contain a text; None if there is no text to search for."""
_LANE = "search"  # as for the box on top: a person types in one of them


class TextFilter(QObject):
    """A filter whose search is cancelled when the user types on, so that the list shows what the last text
    matches.
    """

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        find: "Callable[[Store, str, Job], Found]",
        show: Callable[[str, Found], None],
    ) -> None:
        """Make the filter; `find` searches in a reading thread, `show` makes the list show the
        found records.
        """
        super().__init__(page)
        self._desk = desk
        self._find = find
        self._show = show
        self._task: Task | None = None
        self.text = ""
        """The text that records must contain."""
        desk.changed.connect(self._on_changed)

    @property
    def is_looking(self) -> bool:
        """Whether a search is still running."""
        return self._task is not None and not self._task.done

    def ask(self, text: str) -> None:
        """Search for a text; for an empty text, show all records at once."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.text = text
        if not text:
            self._show(text, None)
            return
        find = self._find

        def done(matches: Found) -> None:
            if self._task is task:
                self._task = None
                self._show(text, matches)

        self._task = task = self._desk.look(self, lambda store, job: find(store, text, job), done, lane=_LANE)

    def _on_changed(self, changes: Changes) -> None:
        """Search again after a change, because other records may contain the text now."""
        if self.text and changes:
            self.ask(self.text)
