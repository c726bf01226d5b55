"""The publications to correct and the contacts to notify after a person refused or withdrew consent."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.editions.consent_traces import Trace
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


class ConsentTrace(QWidget):
    """A list for a person without consent: the publications to correct and the contacts to notify.

    It is hidden while there is nothing to correct and nobody to notify.
    """

    correction_wanted = Signal(int)
    """Emitted with the number of the publication that the user wants to correct."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Label(parent=self)
        self.lines.setWordWrap(True)
        theme.set_role(self.lines, "bad")
        self.buttons: list[QPushButton] = []
        self._row = boxes.row(1)
        boxes.column(self.lines, self._row, parent=self)
        self.hide()

    def show_trace(self, trace: Trace | None) -> None:
        """Show the publications and contacts in `trace`; hide the list if `trace` is None or empty."""
        lines = [] if trace is None or trace.is_empty else self._words(trace)
        self.lines.setText("\n".join(lines))
        self.lines.setAccessibleName(self.lines.text())
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        numbers = () if trace is None else trace.publications
        self.buttons = [self._button(number) for number in numbers]
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(place, button)
        self.setVisible(bool(lines))

    def _words(self, trace: Trace) -> list[str]:
        named, pictured = (", ".join(map(str, numbers)) for numbers in (trace.named, trace.pictured))
        holders, perhaps = ", ".join(trace.held_by), ", ".join(trace.perhaps_held_by)
        begin = self.tr("No consent to publish. Who has or may have the record, and what names the person:")
        lines = [begin]
        lines += [self.tr("Named in publication: {numbers}").format(numbers=named)] if named else []
        if pictured:
            lines.append(self.tr("Perhaps pictured in publication: {numbers}").format(numbers=pictured))
        lines += (
            [self.tr("To tell, since they have the record: {names}").format(names=holders)] if holders else []
        )
        if perhaps:
            line = self.tr("Perhaps to tell, though no receipt says that they have it: {names}")
            lines.append(line.format(names=perhaps))
        return lines

    def _button(self, number: int) -> QPushButton:
        text = self.tr("Prepare the correction of publication {number}").format(number=number)
        return boxes.button(text, lambda: self.correction_wanted.emit(number), self)
