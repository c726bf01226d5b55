"""The list of saved searches: a user runs, renames or deletes one, or saves the present search."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrddesk.actions.analysis import saved_searches
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.errors import HrdDeskError
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.history import undoing
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout


class SavedSearchesView(QWidget):
    """The choice of a saved search, and a field for a new name; every change can be undone."""

    chosen = Signal(object)  # Wanted

    def __init__(
        self, desk: Desk, current_query: Callable[[], SearchQuery], parent: QWidget | None = None
    ) -> None:
        """Build the view; `current_query` returns the present search, which the Save button saves."""
        super().__init__(parent)
        self._desk = desk
        self._asked = current_query
        self._saved: dict[str, SearchQuery] = {}
        self.saved = StillComboBox(self, name=self.tr("Saved searches"))
        self.saved.setMinimumHeight(heights.field(self.saved))
        self.saved.setMinimumContentsLength(8)
        self.saved.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.remove_button = DeleteButton(theme.icon("remove"), "", self.saved, self)
        self.remove_button.setAccessibleName(self.tr("Delete the saved search"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self.name = LineEdit(self.tr("Name of the search"), self.tr("Name, to keep the search"), self)
        self.save_button = boxes.button(self.tr("Save"), self._save, self)
        self.save_button.setAccessibleName(self.tr("Save the search under this name"))
        self.rename_button = boxes.button(self.tr("Rename"), self._rename, self)
        self.rename_button.setAccessibleName(self.tr("Give the saved search this name"))
        self.trouble = TroubleLabel(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(tokens.GRID)
        first.addWidget(self.saved, 1)
        first.addWidget(self.remove_button)
        boxes.add(second, (self.name, 1), self.save_button, self.rename_button)
        column = page_layout.part(self)
        boxes.add(column, first, second, self.trouble)
        self.saved.activated.connect(self._choose)
        self.name.returnPressed.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self._show("")

    @property
    def current(self) -> str:
        """The name of the chosen search; "" if none is chosen."""
        return str(self.saved.currentData() or "")

    def load(self) -> None:
        """Read the saved searches into the choice."""
        self._saved = dict(saved_searches.saved(self._desk.reader))
        self._show(self.current)

    def clear(self) -> None:
        """Choose no search, and empty the field for the name."""
        self.name.setText("")
        self.trouble.hush()
        self._saved = {}
        self._show("")

    def _show(self, chosen: str) -> None:
        self.saved.clear()
        self.saved.addItem(self.tr("Saved searches"), "")
        for name in self._saved:
            self.saved.addItem(name, name)
        self.saved.setEnabled(bool(self._saved))
        self._select(chosen)

    def _select(self, name: str) -> None:
        self.saved.setCurrentIndex(max(0, self.saved.findData(name)) if name else 0)
        for button in (self.remove_button, self.rename_button):
            button.setEnabled(bool(self.current))

    def _choose(self) -> None:
        name = self.current
        self._select(name)
        self.trouble.hush()
        if name:
            self.name.setText(name)
            self.chosen.emit(self._saved[name])

    def _save(self) -> None:
        query, name = self._asked(), self.name.text().strip()
        if query == SearchQuery():
            self.trouble.complain(self.tr("Type a word, or choose a filter."), self.name.textEdited)
            return
        self._change(
            lambda session: saved_searches.save(session, name, query),
            self.tr("The search is kept: what it asks, not what it finds."),
            name,
        )

    def _rename(self) -> None:
        old, new = self.current, self.name.text().strip()
        self._change(
            lambda session: saved_searches.rename(session, old, new),
            self.tr("The saved search has another name."),
            new,
        )

    def _remove(self) -> None:
        name = self.current
        self._change(
            lambda session: saved_searches.remove(session, name),
            self.tr("Saved search “{name}” deleted.").format(name=name),
            "",
        )

    def _change(self, work: Callable[[Session], Outcome[None]], sentence: str, then: str) -> None:
        """Run an action on saved searches, choose the search named `then`, and say `sentence` with an undo
        button.
        """

        def done() -> None:
            if self.isVisible():
                self.load()
                self._select(then)

        def failed(error: HrdDeskError) -> None:
            self.trouble.complain(messages.of(error).text, self.name.textEdited, self.saved.activated)
            self.name.setFocus()

        undoing.change(self._desk, self, work, sentence, done, failed)
