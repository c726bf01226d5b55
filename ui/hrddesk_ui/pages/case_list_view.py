"""The common base of the tabs of a case that have a list: buttons, the list, a detail beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.list_detail import ListDetail
from hrddesk_ui.widgets.lists.entry_list import EntryList


class CaseListView(QWidget):
    """A list with a detail beside it; questions to the user appear below both.

    The detail is closed until something is opened in it.
    """

    def __init__(self, desk: Desk, entry_list: EntryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.list = entry_list
        self.add_button = QPushButton(theme.icon("new"), "", self)
        self.bar = boxes.row(self.add_button, margin=tokens.GRID)
        self.empty = page_layout.note("", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(4 * tokens.GRID)
        self._either = QStackedWidget(self)
        self._either.addWidget(self.list)
        self._either.addWidget(self.empty)
        self.confirm = ConfirmBar(self)
        desk.moved_on.connect(self.confirm.expire)

    def lay_out(self, detail: QWidget, needs: int) -> None:
        """Put `detail` beside the list; `needs` is the width in pixels from which both have room."""
        left_pane = QWidget(self)
        boxes.column(self.bar, (self._either, 1), parent=left_pane, spacing=0)
        self.panes = ListDetail(left_pane, detail, needs=needs, parent=self)
        self.panes.close_detail()
        boxes.column((self.panes, 1), self.confirm, parent=self, spacing=0)

    def show_list(self, anything: bool) -> None:
        """Show the list; if it is empty (`anything` is False), show a hint in its place."""
        self._either.setCurrentWidget(self.list if anything else self.empty)
