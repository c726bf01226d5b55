"""The screen after a bug: the vault is locked, and a report without case data is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk_ui.widgets.layout import boxes, page_layout


class ReportView(QWidget):
    """Shows a report about a bug, which the user may copy by hand and send on."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = page_layout.column(self, centred=True)
        layout.addWidget(page_layout.title(self.tr("The program made a mistake")))
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "The vault was locked at once. What was saved before is safe; the last step was undone. "
                    "The report below names places in the program only, no person and no case. "
                    "If you can, give it to whoever gave you the program."
                )
            )
        )
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Report"))
        self._text.setMinimumHeight(240)
        layout.addWidget(self._text, 1)
        self.button = boxes.button(self.tr("Continue"), self.left, self)
        self.button.setAccessibleName(self.tr("Continue"))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    @property
    def text(self) -> str:
        """The text of the report."""
        return self._text.toPlainText()

    def fill(self, text: str) -> None:
        """Show `text` as the report."""
        self._text.setPlainText(text)
