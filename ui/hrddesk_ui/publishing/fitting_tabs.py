"""A tab widget that asks only for the room of the visible page, not of the largest page."""

from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

_SHOWN = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
_HIDDEN = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class FittingTabs(QTabWidget):
    """Tabs that are only as high as the visible page.

    Otherwise a short page would scroll because another page is long.
    """

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
        """Tell whether the height of the visible page depends on its width, because lines wrap."""
        return self.count() > 0 and self.currentWidget().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the visible page and the tab bar need at a width.

        Qt would take the height of the highest page.
        """
        return self.currentWidget().heightForWidth(width) + self.tabBar().sizeHint().height()

    def tabInserted(self, index: int) -> None:
        """Count only the visible page for the height, also after a page was added."""
        super().tabInserted(index)
        self._fit()
