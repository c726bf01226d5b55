"""A label for plain text, whatever characters the text contains."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget  # noqa: TID251  (the one place that may)

from hrddesk_ui.words.language import not_reversed


class Label(QLabel):
    """A label that never reads its text as HTML.

    Qt's own label guesses whether a text is HTML. It reads `<img src=PATH>` in a name as a picture and opens
    that file in the thread of the window. If the file is a pipe or a device, the window then stops or the
    memory fills up.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`, with a visible sign in place of each control character that would reverse the text
        after it.
        """
        super().setText(not_reversed(text))
