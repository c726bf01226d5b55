"""A question inside the page, used instead of a dialog; it says what would happen and does not block."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.once_button import OnceButton
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


class ConfirmBar(QFrame):
    """A bar with a question, hidden until it asks.

    Escape and the first button mean no. The keyboard focus then returns to the widget that had it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "message", tone="warn")
        self._then: Callable[[], None] | None = None
        self._back: QWidget | None = None
        self._offered = False
        row = boxes.row()
        buttons = boxes.row(1)
        boxes.column(
            row,
            buttons,
            parent=self,
            margin=(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID),
            spacing=-1,
        )
        sign = Label(parent=self)
        sign.setPixmap(theme.icon("warning").pixmap(16, 16))
        self._question = Label(parent=self)
        self._question.setWordWrap(True)
        self.no = OnceButton(self)
        self.yes = OnceButton(self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._question, 1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._go)
        self.hide()

    @property
    def question(self) -> str:
        """The question on the screen; empty if there is none."""
        return "" if self.isHidden() else self._question.text()

    def ask(self, question: str, yes: str, no: str, then: Callable[[], None], back: QWidget) -> None:
        """Ask and take the keyboard; call `then` on yes. `back` has the keyboard after either answer."""
        self.offer(question, yes, no, then, back)
        self._offered = False  # a question waits for its answer
        self.no.setFocus()

    def offer(self, question: str, yes: str, no: str, then: Callable[[], None], back: QWidget) -> None:
        """Offer an optional step; the keyboard focus does not move."""
        self._offered = True
        self._question.setText(question)
        self._then, self._back = then, back
        self.yes.setText(yes)
        self.no.setText(no)
        self.yes.setAccessibleDescription(question)
        self.setAccessibleName(question)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Answer no."""
        self._then = None
        self._close()

    def expire(self) -> None:
        """Withdraw an offer, because the user began something else; a question stays."""
        if not self._offered or self.isHidden():
            return
        if self.no.hasFocus() or self.yes.hasFocus():
            self.dismiss()
        else:
            self.withdraw()

    def withdraw(self) -> None:
        """Remove the question because its subject is no longer on the screen."""
        self._then = self._back = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer no by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _go(self) -> None:
        then, self._then = self._then, None
        self._close()
        if then is not None:
            then()

    def _close(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus()
