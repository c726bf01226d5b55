"""The small line under a field: how the entry was read, or what is wrong with it."""

from enum import StrEnum

from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label


class Tone(StrEnum):
    """The purpose of a hint, named as the roles of the theme."""

    MUTED = "muted"
    GOOD = "good"
    BAD = "bad"


_SIGNS = {Tone.MUTED: "", Tone.GOOD: "✓ ", Tone.BAD: "⚠ "}  # never by colour alone


class HintLabel(Label):
    """A wrapped plain-text line in a tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_hint(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """Show the text in that tone; an empty text leaves the line blank."""
        self.setText(_SIGNS[tone] + text if text else "")
        theme.set_role(self, tone.value)
