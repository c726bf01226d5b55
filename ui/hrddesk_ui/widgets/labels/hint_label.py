"""The small line under a field, which says how the input was read or what is wrong with it."""

from enum import StrEnum

from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label


class Tone(StrEnum):
    """The purpose of a hint; each value is the name of a role in the theme."""

    MUTED = "muted"
    GOOD = "good"
    BAD = "bad"


_SIGNS = {Tone.MUTED: "", Tone.GOOD: "✓ ", Tone.BAD: "⚠ "}  # never by colour alone


class HintLabel(Label):
    """A plain-text line that wraps and shows the purpose of the hint by a sign and a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_hint(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """Show `text` with the sign and colour of `tone`; an empty text leaves the line blank."""
        self.setText(_SIGNS[tone] + text if text else "")
        theme.set_role(self, tone.value)
