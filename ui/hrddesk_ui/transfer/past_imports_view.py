"""The list of past imports, each of which can be undone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from hrddesk.actions.interop import imports
from hrddesk.errors import HrdDeskError
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.imports import Import
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.words.act_words import utc


class PastImportsView(QWidget):
    """The list of past imports, latest first.

    An undone import stays in the list, because the history still has its records.
    """

    undone = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._imports: list[Import] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Imports so far"))
        self.nothing = page_layout.note(self.tr("Nothing was imported into this vault yet."), self)
        self.undo_button = boxes.button(self.tr("Take this import back …"), self._ask, self)
        self.undo_button.setAccessibleName(self.undo_button.text())
        self.trouble = TroubleLabel(self)
        self.confirm = ConfirmBar(self)
        boxes.column(
            page_layout.heading(self.tr("Imports so far"), self),
            self.nothing,
            (self.list, 100),
            boxes.row(self.undo_button, 1, spacing=-1),
            self.trouble,
            self.confirm,
            1,
            parent=self,
            margin=(0, tokens.GRID, 0, 0),
        )
        self.list.currentRowChanged.connect(self._on_current)

    def load(self) -> None:
        """Read the list of past imports again."""
        current = self._current()
        self._imports = imports.all_imports(self._desk.reader)[::-1]
        self.list.clear()
        for past_import in self._imports:
            parts = [
                utc(past_import.time),
                past_import.source,
                self.tr("%n row(s)", "", past_import.rows),
                self.tr("taken back") if past_import.undone else "",
            ]
            self.list.addItem(ListItem(" · ".join(part for part in parts if part)))
        self.nothing.setVisible(not self._imports)
        self.list.setVisible(bool(self._imports))
        self.undo_button.setVisible(bool(self._imports))
        acts = [past_import.act for past_import in self._imports]
        if acts:
            self.list.setCurrentRow(
                acts.index(current.act) if current is not None and current.act in acts else 0
            )
        self._on_current()

    def _current(self) -> Import | None:
        row = self.list.currentRow()
        return self._imports[row] if 0 <= row < len(self._imports) else None

    def _on_current(self) -> None:
        past_import = self._current()
        self.trouble.hush()
        self.confirm.withdraw()
        self.undo_button.setEnabled(past_import is not None and not past_import.undone)

    def _ask(self) -> None:
        past_import = self._current()
        if past_import is None:
            return
        self.confirm.ask(
            self.tr(
                "Take this import back? What it added goes, what it changed is as before: {source}, {rows}"
            ).format(source=past_import.source, rows=self.tr("%n row(s)", "", past_import.rows)),
            self.tr("Take it back"),
            self.tr("Leave it"),
            lambda: self._undo(past_import),
            self.list,
        )

    def _undo(self, past_import: Import) -> None:
        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return imports.undo(session, past_import.act)

        def done(_: None) -> None:
            self.load()
            self.undone.emit()
            self._desk.say(self.tr("The import was taken back: {source}").format(source=past_import.source))

        def failed(error: HrdDeskError) -> None:
            self.trouble.complain(messages.of(error).text)
            self.undo_button.setEnabled(True)

        self.undo_button.setEnabled(False)
        label = self.tr("Taking the import back")
        self._desk.change(self, work, done, failed=failed, label=label)
