"""A QR code, painted dark on light in every palette; one key enlarges it to the whole window."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hrddesk.bundle.trust.qr import Modules
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout

_DARK, _LIGHT = QColor("black"), QColor("white")
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QrCode(QWidget):
    """A QR code that takes the focus; Space, Return or a click enlarges it."""

    pressed = Signal()

    def __init__(self, name: str, side: int, parent: QWidget | None = None) -> None:
        """Make the widget; screen readers announce `name`, and `side` is the smallest size in pixels."""
        super().__init__(parent)
        self._code: Modules = ()
        self._side = side
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_code(self, code: Modules) -> None:
        """Show a code, which includes its quiet zone."""
        self._code = code
        self.update()

    @property
    def code(self) -> Modules:
        """The current code."""
        return self._code

    def sizeHint(self) -> QSize:
        """Return the size at which a phone can read the code at arm's length."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Return the size of `sizeHint`, so that a layout does not make the code smaller."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code in the middle, with squares of whole pixels, and a frame while it has the focus."""
        if not self._code:
            return
        count = len(self._code)
        square = max(1, min(self.width(), self.height()) // count)
        left, top = (self.width() - square * count) // 2, (self.height() - square * count) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(left, top, square * count, square * count), _LIGHT)
        for row, line in enumerate(self._code):
            for column, dark in enumerate(line):
                if dark:
                    painter.fillRect(left + column * square, top + row * square, square, square, _DARK)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours().text), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `pressed`, which asks to enlarge the code, on Space or Return."""
        if event.key() in _KEYS:
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Emit `pressed`, which asks to enlarge the code."""
        self.pressed.emit()


class LargeQrCode(QWidget):
    """A QR code that fills the window until Escape, Space, Return or a click."""

    def __init__(self, code: Modules, back: QWidget) -> None:
        """Show `code` over the window of `back`; `back` gets the focus when the code is closed."""
        window = back.window()
        super().__init__(window)
        self._back = back
        self.setAutoFillBackground(True)
        self.code = QrCode(back.accessibleName(), 0, self)
        self.code.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.code.show_code(code)
        self.code.pressed.connect(self.leave)
        hint: Label = page_layout.note(self.tr("Escape closes it."), self)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        boxes.column((self.code, 1), hint, parent=self, margin=tokens.GRID, spacing=-1)
        self.setAccessibleName(back.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Close the code and show the page below again."""
        self.hide()
        self._back.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the code as large as the window when the window is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the focus here, because the widgets below cannot be seen."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the code on Escape, Space or Return."""
        if event.key() in (*_KEYS, Qt.Key.Key_Escape):
            self.leave()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close the code on a click."""
        self.leave()
