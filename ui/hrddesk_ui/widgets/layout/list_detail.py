"""A list and its detail: side by side in a wide window, only one of them visible in a narrow window."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from hrddesk_ui.widgets.layout import boxes


class ListDetail(QWidget):
    """A list and a detail in two panes; the detail can be closed.

    If there is no room for both, an open detail takes the place of the list.
    """

    narrowed = Signal(bool)
    """There is now room for only one pane (True), or for both side by side (False)."""

    def __init__(
        self,
        first: QWidget,
        detail: QWidget,
        *,
        needs: int,
        shares: tuple[int, int] = (2, 3),
        parent: QWidget | None = None,
    ) -> None:
        """Make the panes; `needs` is the width in pixels from which both are shown side by side."""
        super().__init__(parent)
        self._needs = needs
        self._first, self._detail = first, detail
        self._narrow = False
        self._open = True
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(first)
        self._splitter.addWidget(detail)
        self._splitter.setStretchFactor(0, shares[0])
        self._splitter.setStretchFactor(1, shares[1])
        self._splitter.setSizes([1000 * share for share in shares])
        boxes.column(self._splitter, parent=self)

    @property
    def splitter(self) -> QSplitter:
        """The splitter between the panes."""
        return self._splitter

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for only one of the two panes."""
        return self._narrow

    @property
    def is_open(self) -> bool:
        """Whether the detail is open."""
        return self._open

    def open_detail(self) -> None:
        """Show the detail."""
        self._open = True
        self._arrange()

    def close_detail(self) -> None:
        """Show the list alone."""
        self._open = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the room that one pane needs: in a narrow window only one pane is visible."""
        return self._first.minimumSizeHint().expandedTo(self._detail.minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the panes side by side, or only one of them, according to the width."""
        super().resizeEvent(event)
        narrow = self.width() < self._needs
        if narrow != self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)  # before anything is hidden, so that it is known where the keyboard is
            self._arrange()

    def _arrange(self) -> None:
        self._detail.setVisible(self._open)
        alone = self._open and self._narrow
        if alone and self._first.isAncestorOf(QApplication.focusWidget() or self):
            self._enter_detail()  # Qt would give the keyboard to what comes next, a button that deletes too
        self._first.setVisible(not alone)

    def _enter_detail(self) -> None:
        part = self._detail.nextInFocusChain()
        while part is not None and part is not self._detail:
            tabbed = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if tabbed and part.isVisible() and part.isEnabled() and self._detail.isAncestorOf(part):
                part.setFocus()
                return
            part = part.nextInFocusChain()
