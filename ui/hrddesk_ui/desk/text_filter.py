"""The filter of a long list: a thread that reads looks for the text, and the list goes on meanwhile."""

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
"""The records that hold a text; None where it asks for nothing."""
_LANE = "search"  # as for the box on top: a person types in one of them


class TextFilter(QObject):
    """Whoever types on ends the search before; the list shows what the last text found."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        find: "Callable[[Store, str, Job], Found]",
        show: Callable[[str, Found], None],
    ) -> None:
        """`find` looks for a text, in the other thread; `show` asks the list for what holds it."""
        super().__init__(page)
        self._desk = desk
        self._find = find
        self._show = show
        self._task: Task | None = None
        self.text = ""
        """What the records shall hold."""
        desk.changed.connect(self._on_changed)

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet what holds the text."""
        return self._task is not None and not self._task.done

    def ask(self, text: str) -> None:
        """Look for a text; an empty one is answered at once, by all records."""
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
        """Look anew: what holds the text may be another record now."""
        if self.text and changes:
            self.ask(self.text)
