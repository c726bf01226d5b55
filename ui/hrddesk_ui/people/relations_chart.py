"""A small graph of people and relations; arrow keys go from person to person, and Return opens a person."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hrddesk.analysis.overview.network import Network, ends, neighbour
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.words.language import not_reversed
from hrddesk_ui.words.relation_words import relation_label, relation_sentence

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_WIDEST = 18 * tokens.GRID  # pixels of a name
_NOBODY = Network({}, (), 0)


class RelationsChart(QWidget):
    """The graph of people and relations; a list beside it states the same relations in words."""

    opened = Signal(str)
    """Emitted with the id of the person whom the user wants to open."""
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the chart; `name` is its name for screen readers."""
        super().__init__(parent)
        self._name = name
        self._network = _NOBODY
        self._names: Mapping[RecordId, str] = {}
        self._at: RecordId | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumHeight(8 * heights.line(self))

    def sizeHint(self) -> QSize:
        """Return a size with room for a few people."""
        return QSize(60 * tokens.GRID, 16 * heights.line(self))

    def show_network(self, network: Network, names: Mapping[RecordId, str]) -> None:
        """Show the people and relations of `network`; the selected person stays selected if possible."""
        self._network = network
        self._names = {party: not_reversed(name) for party, name in names.items()}
        centre = self._at if self._at in network.places else next(iter(network.places), None)
        self._go(centre)

    def current(self) -> RecordId | None:
        """Return the selected person."""
        return self._at

    def choose(self, party: RecordId) -> None:
        """Select the person `party` if the graph contains this person."""
        if party in self._network.places:
            self._go(party)

    # --- keys and mouse ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select the next person in the direction of an arrow key; open the selected person by Return.

        Arrow keys do not reach every person. Page Up, Page Down, Home and End go through all people, from
        the middle of the graph outwards.
        """
        key = Qt.Key(event.key())
        people = list(self._network.places)
        if self._at is not None and key in _WAYS:
            self._go(neighbour(self._network.places, self._at, *_WAYS[key]))
        elif self._at is not None and key in _STEPS:
            step = people.index(self._at) + _STEPS[key]
            self._go(people[min(max(step, 0), len(people) - 1)])
        elif people and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(people[0 if key == Qt.Key.Key_Home else -1])
        elif self._at is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the clicked person."""
        self.setFocus()
        party = self._found(event.position())
        if party is not None:
            self._go(party)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the double-clicked person."""
        party = self._found(event.position())
        if party is not None:
            self.opened.emit(party)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint with the focus frame."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Repaint without the focus frame."""
        super().focusOutEvent(event)
        self.update()

    def box_of(self, party: RecordId) -> QRectF:
        """Return the rectangle around a person's name, in coordinates of the widget."""
        x, y = self._network.places[party]
        width = min(
            _WIDEST, self.fontMetrics().horizontalAdvance(self._names.get(party, "")) + 2 * tokens.GRID
        )
        height = heights.line(self) + tokens.GRID
        across = (self.width() - _WIDEST) / 2 - 2 * tokens.GRID
        down = (self.height() - height) / 2 - tokens.GRID
        middle = QPointF(self.width() / 2 + x * across, self.height() / 2 + y * down)
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)

    def _found(self, place: QPointF) -> RecordId | None:
        return next((party for party in self._network.places if self.box_of(party).contains(place)), None)

    def _go(self, party: RecordId | None) -> None:
        self._at = party
        self.setAccessibleDescription("" if party is None else self._spoken(party))
        self.setToolTip(self.accessibleDescription())
        self.update()
        if party is not None:
            self.chosen.emit(party)

    def _spoken(self, party: RecordId) -> str:
        """Return the name of a person and the drawn relations of this person, in words."""
        relations = [
            relation_sentence(self._names.get(a, ""), relation.text("type"), self._names.get(b, ""))
            for relation in self._network.drawn
            for a, b in [ends(relation)]
            if party in (a, b)
        ]
        return not_reversed("; ".join([self._names.get(party, ""), *relations]))

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of the relations, then the words on the lines, then the people over both."""
        del event
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.base))
        for relation in self._network.drawn:
            strong = self._at in ends(relation)
            painter.setPen(QPen(QColor(colours.accent if strong else colours.edge), 2.5 if strong else 1))
            a, b = (self.box_of(end).center() for end in ends(relation))
            painter.drawLine(a, b)
        for relation in self._network.drawn:
            self._paint_words(painter, relation)
        for party in self._network.places:
            self._paint_party(painter, party)

    def _paint_words(self, painter: QPainter, relation: Record) -> None:
        a, b = (self.box_of(end).center() for end in ends(relation))
        text = _pointed(relation_label(relation.text("type")), a, b)
        metrics = painter.fontMetrics()
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + tokens.GRID, metrics.height())
        box.moveCenter((a + b) / 2)
        painter.fillRect(box, QColor(theme.colours().base))
        painter.setPen(QColor(theme.colours().muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_party(self, painter: QPainter, party: RecordId) -> None:
        colours, box = theme.colours(), self.box_of(party)
        here = party == self._at
        painter.setBrush(QColor(colours.accent if here else colours.raised))
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawRoundedRect(box, 4, 4)
        if here and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1.5, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 5, 5)
        painter.setPen(QColor(colours.on_accent if here else colours.text))
        name = painter.fontMetrics().elidedText(
            self._names.get(party, ""), Qt.TextElideMode.ElideRight, int(box.width()) - tokens.GRID
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _pointed(words: str, a: QPointF, b: QPointF) -> str:
    """Return the words of a relation with an arrow from the subject to the object.

    `a` is the place of the subject, and `b` that of the object.
    """
    across, down = b.x() - a.x(), b.y() - a.y()
    if abs(across) >= abs(down):
        return f"{words} →" if across > 0 else f"← {words}"
    return f"{words} ↓" if down > 0 else f"↑ {words}"
