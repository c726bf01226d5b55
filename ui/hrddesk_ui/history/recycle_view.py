"""The recycle bin: deleted records by kind and day, which can be restored."""

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import history
from hrddesk.actions.records.history import MOST_DELETED, Deleted
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Changes
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.history.undoing import bring_back
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.act_words import act_word, moment
from hrddesk_ui.words.record_words import RecordWords, kind_word


class RecycleView(Page):
    """The page with the list of deleted records, latest first."""

    name = "recycled"
    icon = "remove"
    at_end = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._items: list[Deleted] = []
        layout = boxes.column(
            page_layout.title(self.title()),
            page_layout.note(
                self.tr(
                    "What was deleted stays in the vault until it is forgotten. It comes back as it was, with"
                    " what was deleted or changed together with it and is untouched since."
                )
            ),
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.kind = StillComboBox(self, name=self.tr("Which kind of records"))
        self.kind.addItem(self.tr("All kinds"), None)
        for kind in Kind:
            self.kind.addItem(kind_word(kind), kind)
        layout.addWidget(self.kind)
        self.records = WrappedList(self.tr("Deleted records"), self)
        layout.addWidget(self.records, 1)
        self.nothing = page_layout.note("", self)
        layout.addWidget(self.nothing)
        self.revive_button = boxes.button(self.tr("Bring back"), self._revive, self)
        self.revive_button.setAccessibleName(self.tr("Bring back the record that is selected"))
        self.history_button = boxes.button(self.tr("History"), self._show_history, self)
        self.history_button.setAccessibleName(self.tr("Show the history of the record that is selected"))
        buttons = boxes.row(self.revive_button, self.history_button, 1)
        layout.addLayout(buttons)
        self.kind.currentIndexChanged.connect(self._load)
        self.records.currentRowChanged.connect(self._on_row)
        self.records.itemActivated.connect(self._revive)
        desk.changed.connect(self._on_changed)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("RecycleView", "Recycle bin")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "cases"

    def arrive(self) -> None:
        """Load the recycle bin and focus its list."""
        self._load()
        self.records.setFocus()

    def _on_changed(self, _: Changes) -> None:
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        chosen = self.kind.currentData()
        kinds = list(Kind) if chosen is None else [Kind(chosen)]
        self.desk.ask(self, lambda session, _: history.deleted(session.store, kinds), self._show)

    def _show(self, deleted_records: list[Deleted]) -> None:
        row = max(0, self.records.currentRow())
        self._items = deleted_records
        words = RecordWords(self.desk.reader)
        self.records.blockSignals(True)
        self.records.clear()
        for item in deleted_records:
            what = words.title(item.record) if item.record is not None else self.tr("forgotten")
            parts = [
                moment(item.entry),
                kind_word(item.kind),
                what,
                act_word(item.entry.what, {}),
                item.entry.who,
            ]
            ListItem("   ".join(part for part in parts if part), self.records)
        self.records.setCurrentRow(min(row, len(deleted_records) - 1))
        self.records.blockSignals(False)
        many = self.tr("These are the last %n; the command line lists all.", "", MOST_DELETED)
        self.nothing.setText(
            self.tr("Nothing here was deleted.")
            if not deleted_records
            else many
            if len(deleted_records) >= MOST_DELETED
            else ""
        )
        self.nothing.setVisible(bool(self.nothing.text()))
        self._on_row()

    def _current(self) -> Deleted | None:
        row = self.records.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def _on_row(self) -> None:
        item = self._current()
        self.revive_button.setEnabled(item is not None and item.record is not None)
        self.history_button.setEnabled(item is not None)

    def _show_history(self) -> None:
        item = self._current()
        if item is not None:
            self.desk.history_wanted.emit(item.id)

    def _revive(self) -> None:
        item = self._current()
        if item is None or item.record is None:
            return
        sentence = self.tr("It is back as it was: {what}").format(
            what=RecordWords(self.desk.reader).title(item.record)
        )
        bring_back(self.desk, self, item.id, sentence, lambda: None)
