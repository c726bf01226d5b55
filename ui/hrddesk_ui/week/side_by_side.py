"""Two texts for comparison: side by side, or one above the other in a narrow window."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter

_NEEDS: Final = 640  # pixels from which they stand side by side


class SideBySide(TurningSplitter):
    """Panes of the same size, each with a text."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        """Make one pane for each of `names`; the names are what screen readers call the panes."""
        super().__init__(_NEEDS, parent)
        self.panes = [MarkedText(name, self) for name in names]
        for pane in self.panes:
            pane.setMinimumHeight(12 * tokens.GRID)
            self.add(pane, 1)
        self.setSizes([1000] * len(self.panes))
