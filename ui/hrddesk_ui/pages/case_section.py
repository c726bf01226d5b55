"""A section of a dossier: a heading with buttons, a list, and what unfolds below an entry of the list."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.unfolded import Unfolded
from hrddesk_ui.widgets.lists.whole_list import WholeList


class CaseSection(QWidget):
    """A list of records of one case; the form or the details of an entry unfold below the entry.

    The card with the form is not an item of the list, since screen readers would not find it there: it lies
    over the room that the list leaves for it.
    """

    def __init__(self, desk: Desk, title: str, entry_list: WholeList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.list = entry_list
        self.heading = page_layout.heading(title, self)
        self.add_button = QPushButton(theme.icon("new"), "", self)
        self.bar = boxes.row((self.heading, 1), self.add_button)
        self.empty = page_layout.note("", self)
        self.confirm = ConfirmBar(self)
        desk.moved_on.connect(self.confirm.expire)
        self._below: RecordId | None = None
        self._is_new = False  # it was just unfolded, and has to come into view

    def lay_out(self, detail: QWidget, whole_height: Callable[[int], int]) -> None:
        """Put the parts below each other; `detail` is hidden until `unfold`.

        `whole_height` returns the height in pixels with which the detail shows all of itself at a width in
        pixels.
        """
        boxes.column(self.bar, self.confirm, self.empty, self.list, parent=self, spacing=tokens.GRID // 2)
        self.unfolded = Unfolded(detail, whole_height, self)
        self.unfolded.fitted.connect(self._fit)
        self.list.arranged.connect(self._place)
        self.list.escaped.connect(self.close_unfolded)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self.show_list()

    @property
    def is_unfolded(self) -> bool:
        """Whether the form or the details of an entry are shown."""
        return not self.unfolded.isHidden()

    def unfold(self, record: RecordId | None) -> None:
        """Show the detail below the entry of a record; for None, at the end of the list."""
        self._below = record
        self.unfolded.show()
        self.unfolded.raise_()
        self.show_list()
        self._fit()
        self.reveal()

    def reveal(self) -> None:
        """Scroll to the detail as soon as its layout is known."""
        self._is_new = True
        self.unfolded.fit_soon()

    @property
    def below(self) -> RecordId | None:
        """The entry below which the detail is unfolded."""
        return self._below

    def put_below(self, record: RecordId | None) -> None:
        """Move the detail below another entry, without scrolling."""
        self._below = record
        self._fit()

    def fold(self) -> None:
        """Hide the detail."""
        self.unfolded.hide()
        self.list.leave_room(None, 0)
        self.show_list()

    def close_unfolded(self) -> None:
        """Fold what is unfolded, on Escape in the list; a section with a form closes the form."""
        if self.is_unfolded:
            self.fold()

    def show_answer(self) -> None:
        """Scroll to the question or the offer of the section."""
        QTimer.singleShot(0, self.confirm, self._scroll_to_answer)

    def _scroll_to_answer(self) -> None:
        for area in page_layout.scroll_areas(self.confirm):
            area.ensureWidgetVisible(self.confirm, 0, tokens.GRID)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Mark the current entry while the keyboard focus is in the section."""
        is_in_use = now is not None and self.isAncestorOf(now)
        if is_in_use != self.list.is_in_use:
            self.list.is_in_use = is_in_use
            self.list.viewport().update()
            self.used_changed()

    def used_changed(self) -> None:
        """Follow whether the keyboard focus is in the section."""

    def show_list(self) -> None:
        """Show the list, or a hint if the list is empty and nothing new is being written."""
        is_used = bool(self.list.entries.rowCount()) or self.is_unfolded
        self.list.setVisible(is_used)
        self.empty.setVisible(not is_used)

    def _fit(self) -> None:
        if not self.is_unfolded:
            return
        above = self.list.height_of(self._below)
        self.list.leave_room(self._below, self.unfolded.wanted_height(self.list.width(), above) + tokens.GRID)
        self._place()
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self.unfolded, lambda: self.unfolded.come_into_view(above))

    def _place(self) -> None:
        if self.is_unfolded:
            place = self.list.geometry()
            top = place.top() + self.list.top_of_room()
            self.unfolded.setGeometry(place.left(), top, place.width(), self.list.room - tokens.GRID)
