"""A question inside the page, used instead of a dialog.

The question says what would happen. The rest of the page stays usable.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.once_button import OnceButton
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


class ConfirmBar(QFrame):
    """A bar with a question and two buttons, hidden until a question is asked.

    Escape and the first button mean no. After an answer, a widget that the caller names gets the keyboard
    focus.
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
            margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
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
        """The question that is shown; "" if the bar is hidden."""
        return "" if self.isHidden() else self._question.text()

    def ask(self, question: str, yes: str, no: str, then: Callable[[], None], back: QWidget) -> None:
        """Show a question and move the keyboard focus to the button for no.

        `yes` and `no` are the texts of the buttons. `then` is called if the answer is yes. `back` gets the
        focus after either answer.
        """
        self.offer(question, yes, no, then, back)
        self._offered = False  # a question waits for its answer
        self.no.setFocus()

    def offer(self, question: str, yes: str, no: str, then: Callable[[], None], back: QWidget) -> None:
        """Show a question about an optional step without moving the keyboard focus; see `ask` for the
        parameters.
        """
        self._offered = True
        self._question.setText(question)
        self._then, self._back = then, back
        self.yes.setText(yes)
        self.no.setText(no)
        self.yes.setAccessibleDescription(question)
        self.setAccessibleName(question)
        self.show()
        announce(self, question)

    def dismiss(self) -> None:
        """Answer no."""
        self._then = None
        self._close()

    def expire(self) -> None:
        """Close an optional question of `offer` because the user began something else; a question of `ask`
        stays.
        """
        if not self._offered or self.isHidden():
            return
        if self.no.hasFocus() or self.yes.hasFocus():
            self.dismiss()
        else:
            self.withdraw()

    def withdraw(self) -> None:
        """Hide the question because its subject is no longer on the screen; nothing is called or focused."""
        self._then = self._back = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer no on Escape."""
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
        if self._back is not None:
            self._back.setFocus()  # first: from a hidden button Qt would give it to what comes next
        self.hide()
