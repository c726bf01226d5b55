"""A card with a form or details, which unfolds in the middle of a page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout

_AFTER_POPUP_MS = 100
_LEAST = 22 * tokens.GRID  # pixels, the height that the card may have in the lowest window


class Unfolded(QFrame):
    """A card that shows all of its content, but is no higher than the visible part of the page around it.

    A higher content scrolls in itself, so that its buttons stay in sight. The card is hidden at first.
    """

    fitted = Signal()
    """The height that the card wants has perhaps changed."""

    def __init__(self, content: QWidget, whole_height: Callable[[int], int], parent: QWidget) -> None:
        """Make the card.

        `whole_height` returns the height in pixels with which the content shows all of itself at a width in
        pixels.
        """
        super().__init__(parent)
        theme.set_role(self, "card")
        self._whole_height = whole_height
        self._page: QScrollArea | None = None
        boxes.column(content, parent=self, margin=1)
        content.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        self.hide()

    def wanted_height(self, width: int, above: int = 0) -> int:
        """Return the height that the card wants at a width, in pixels.

        `above` is the height of the entry above the card, which is to be visible with the card if it takes
        no more than a third of the page.
        """
        page = _LEAST if self._page is None else self._page.viewport().height() - 2 * tokens.GRID
        most = page - (above if above <= page // 3 else 0)
        return min(self._whole_height(width - 2) + 2, max(most, _LEAST))

    def come_into_view(self, above: int = 0) -> None:
        """Scroll the page until the card and the `above` pixels above it are visible."""
        if self._page is None or (content := self._page.widget()) is None:
            return
        top = self.mapTo(content, QPoint()).y()
        for y in (top - above, top, top + self.height()):
            self._page.ensureVisible(0, y, 0, tokens.GRID // 2)

    def _fit(self) -> None:
        """Ask for another height; not while a list of suggestions is open, which would stay behind."""
        if QApplication.activePopupWidget() is None:
            self.fitted.emit()
        else:
            QTimer.singleShot(_AFTER_POPUP_MS, self, self.fit_soon)

    def fit_soon(self) -> None:
        """Emit `fitted` in a later turn of the event loop, when the layout of the content is known."""
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the page in which the card is shown, and follow its height."""
        super().showEvent(event)
        page = next(iter(page_layout.scroll_areas(self)), None)
        if page is not None and page is not self._page:
            self._page = page
            page.viewport().installEventFilter(self)
        self.fit_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the height again when the page has another size or the content other parts."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and self.isVisible():
            self.fit_soon()
        if self._page is not None and watched is self._page.viewport() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._keep_focus)
        return super().eventFilter(watched, event)

    def _keep_focus(self) -> None:
        """Scroll to the focused field, which a smaller window may have put out of sight."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            for area in page_layout.scroll_areas(focus):
                area.ensureWidgetVisible(focus, 0, tokens.GRID)
