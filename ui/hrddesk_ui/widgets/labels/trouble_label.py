"""A message about a problem, shown on the page where it can be solved."""

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QScrollArea, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.label import Label


class TroubleLabel(Label):
    """A message that is hidden while empty; screen readers announce it at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._until: tuple[SignalInstance, ...] = ()
        self.setWordWrap(True)
        theme.set_role(self, "bad")
        self.hide()

    def complain(self, text: str, *until: SignalInstance) -> None:
        """Show `text` until one of the signals `until` is emitted, which means that the user began to solve
        the problem.
        """
        self._forget()
        self.setText(text)
        self.setAccessibleName(text)
        self.show()
        for signal in until:
            signal.connect(self.hush)
        self._until = until
        QTimer.singleShot(0, self, self._come_into_view)  # it has its place once the layout is through
        announce(self, text, is_urgent=True)

    def hush(self) -> None:
        """Remove the message."""
        self._forget()
        self.clear()
        self.setAccessibleName("")
        self.hide()

    def _come_into_view(self) -> None:
        """Scroll until the message is visible: on a small screen it may be below the edge."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, tokens.GRID)
            around = around.parentWidget()

    def _forget(self) -> None:
        for signal in self._until:
            signal.disconnect(self.hush)
        self._until = ()
