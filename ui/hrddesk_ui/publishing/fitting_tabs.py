"""Tabs that ask for the room of the one that is shown, not of the largest."""

from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

_SHOWN = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_HIDDEN = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class FittingTabs(QTabWidget):
    """Tabs as high as the visible page, so that a short page does not scroll because another one is long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.currentChanged.connect(self._fit)

    def _fit(self) -> None:
        for number in range(self.count()):
            page = self.widget(number)
            if page is not None:
                page.setSizePolicy(_SHOWN if page is self.currentWidget() else _HIDDEN)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell whether the lines of the visible page wrap."""
        return self.count() > 0 and self.currentWidget().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the visible page needs at a width; Qt would use the highest page."""
        return self.currentWidget().heightForWidth(width) + self.tabBar().sizeHint().height()

    def tabInserted(self, index: int) -> None:
        """Update the height for the new page."""
        super().tabInserted(index)
        self._fit()
