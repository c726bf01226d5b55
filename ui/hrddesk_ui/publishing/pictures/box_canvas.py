"""A picture on which the user draws boxes that cover parts of it, by mouse or by keyboard.

Keys: N or Insert adds a box, Page Up and Page Down choose another box, and Delete removes the chosen box.
Arrow keys move the chosen box; with Shift, they move its right and lower edge; with Ctrl, they move by one
pixel.
"""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk.publish.images.burning import Burnt
from hrddesk.redact.drafting.boxes import Box
from hrddesk_ui.publishing.pictures.drawn_boxes import DrawnBoxes
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.labels.label import Label

_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_STEP: Final = 100  # arrows go a hundredth of the longer side
_SEEN_THROUGH: Final = 150  # of 255: whoever moves a box sees what it comes to cover
_HANDLE: Final = 10  # pixels on the screen around a corner that take hold of it


def image_of(burnt: Burnt) -> QImage:
    """Return the pixels of a picture as a Qt image; the process that opens pictures has decoded them."""
    width, height = burnt.image.width, burnt.image.height
    return QImage(burnt.pixels, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class BoxCanvas(QWidget):
    """Shows a picture as large as possible, with its boxes; the chosen box is half transparent."""

    edited = Signal()
    """A box was added, changed or removed."""
    chosen = Signal(int)
    """Another box was chosen; carries its position in the list, or -1 for none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the canvas; `name` is its name for screen readers."""
        super().__init__(parent)
        self.drawn = DrawnBoxes()
        self._image = QImage()
        self._held: tuple[int, int] | None = None  # the corner that stays while another is dragged
        self._grip: tuple[int, int] | None = None  # where a box that is moved was last taken hold of
        self._frozen: QRectF | None = None  # where the picture lies as long as the mouse drags
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(20 * tokens.GRID, 7 * heights.line(self))

    def sizeHint(self) -> QSize:
        """Return the usual size; the picture grows if there is more room."""
        return QSize(40 * tokens.GRID, 28 * tokens.GRID)

    def show_picture(self, burnt: Burnt, boxes: tuple[Box, ...]) -> None:
        """Show a picture and the boxes that were drawn on it earlier."""
        self._image = image_of(burnt)
        self.drawn.show(boxes, burnt.original)
        self._told()

    def clear(self) -> None:
        """Show no picture."""
        self._image = QImage()
        self.drawn.show((), (1, 1))
        self._told()

    def choose(self, place: int) -> None:
        """Choose the box at this position in the list of boxes."""
        if place != self.drawn.chosen and 0 <= place < len(self.drawn.boxes):
            self.drawn.chosen = place
            self._told()

    def add_box(self) -> None:
        """Add a box in the middle of the picture."""
        if not self._image.isNull():
            self.drawn.add()
            self._changed()

    def remove_box(self) -> None:
        """Remove the chosen box."""
        if self.drawn.box is not None:
            self.drawn.remove()
            self._changed()

    def words_of(self, place: int) -> str:
        """Return words for the place and size of a box, in per cent of the picture; `place` is its number
        from 0.
        """
        box, (width, height) = self.drawn.boxes[place], self.drawn.size
        words = self.tr(
            "Box {n} of {count}: {left}% from the left, {top}% from the top, {width}% wide, {height}% high"
        )
        return words.format(
            n=place + 1,
            count=len(self.drawn.boxes),
            left=round(100 * box.left / width),
            top=round(100 * box.top / height),
            width=max(1, round(100 * box.width / width)),
            height=max(1, round(100 * box.height / height)),
        )

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move, resize, add or remove a box by a key."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if self._image.isNull():
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.drawn.step(_STEPS[key])
            self._told()
        elif key in _WAYS and self.drawn.box is not None:
            fine = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            step = 1 if fine else max(1, max(self.drawn.size) // _STEP)
            across, down = (step * way for way in _WAYS[key])
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.drawn.stretch(across, down)
            else:
                self.drawn.move(across, down)
            self._changed()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_box()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Insert) and modifiers == Qt.KeyboardModifier.NoModifier:
            self.add_box()
        else:
            super().keyPressEvent(event)

    # --- mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag a corner of the chosen box, to move a box, or to draw a new one."""
        if event.button() is not Qt.MouseButton.LeftButton or self._image.isNull():
            super().mousePressEvent(event)
            return
        self._frozen = self._area()
        place = self._pixel(event.position())
        self._held = self._opposite(event.position())
        if self._held is None:
            if self.drawn.choose_at(*place):
                self._grip = place
            else:
                x, y = (
                    min(max(0, coordinate), side - 1)
                    for coordinate, side in zip(place, self.drawn.size, strict=True)
                )
                self.drawn.add(Box(x, y, 1, 1))
                self._held = (x, y)
        self._told()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the box or the corner that is dragged."""
        place = self._pixel(event.position())
        if self._held is not None:
            self.drawn.span(self._held, place)
        elif self._grip is not None:
            self.drawn.move(place[0] - self._grip[0], place[1] - self._grip[1])
            self._grip = place
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the drag; a new box of only one pixel, made by a click without a drag, is removed again."""
        del event
        self._frozen = None
        if self._held is None and self._grip is None:
            return
        box = self.drawn.box
        if self._held is not None and box is not None and max(box.width, box.height) == 1:
            self.drawn.remove()
        self._held = self._grip = None
        self._changed()

    def _opposite(self, point: QPointF) -> tuple[int, int] | None:
        """Return the corner of the chosen box that is opposite to the corner near `point`.

        Return None if no corner is near.
        """
        box = self.drawn.box
        if box is None:
            return None
        left, top, right, lower = box.corners
        for x, other_x in ((left, right), (right, left)):
            for y, other_y in ((top, lower), (lower, top)):
                away = self._point(x, y) - point
                if max(abs(away.x()), abs(away.y())) <= _HANDLE:
                    return other_x, other_y
        return None

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, the boxes in black, and a frame around each box."""
        del event
        painter = QPainter(self)
        colours = theme.colours()
        painter.fillRect(self.rect(), QColor(colours.base))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._area(), self._image)
            for place, box in enumerate(self.drawn.boxes):
                rectangle = QRectF(self._point(box.left, box.top), self._point(*box.corners[2:]))
                is_chosen = place == self.drawn.chosen
                painter.fillRect(rectangle, QColor(0, 0, 0, _SEEN_THROUGH if is_chosen else 255))
                self._frame(painter, rectangle, is_chosen=is_chosen)
        ink = QColor(colours.accent if self.hasFocus() else colours.edge)
        painter.setPen(QPen(ink, 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _frame(self, painter: QPainter, rectangle: QRectF, *, is_chosen: bool) -> None:
        """Paint a frame around a box so that the box is visible on every picture.

        The chosen box gets a frame in two colours, with its corners marked.
        """
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("white"), 3 if is_chosen else 1))
        painter.drawRect(rectangle)
        if is_chosen:
            painter.setPen(QPen(QColor(theme.colours().accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(rectangle)
            for corner in (
                rectangle.topLeft(),
                rectangle.topRight(),
                rectangle.bottomLeft(),
                rectangle.bottomRight(),
            ):
                grip = QRectF(0, 0, _HANDLE, _HANDLE)
                grip.moveCenter(corner)
                painter.fillRect(grip, QColor("white"))
                painter.drawRect(grip)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the frame of the canvas that it has the keyboard focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show by the frame of the canvas that it lost the keyboard focus."""
        super().focusOutEvent(event)
        self.update()

    def _area(self) -> QRectF:
        """Return the rectangle in which the picture is painted: as large as possible, and centred.

        During a drag the rectangle stays the same even if the canvas is resized. Otherwise the two corners of
        a new box would be measured in different scales.
        """
        if self._frozen is not None:
            return self._frozen
        room = self.rect().adjusted(4, 4, -4, -4)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = room.center() - QPoint(size.width() // 2, size.height() // 2)
        return QRectF(corner, size)

    def _point(self, x: int, y: int) -> QPointF:
        """Return the position in the widget of a pixel of the original picture."""
        area, (width, height) = self._area(), self.drawn.size
        return QPointF(area.left() + x * area.width() / width, area.top() + y * area.height() / height)

    def _pixel(self, point: QPointF) -> tuple[int, int]:
        """Return the pixel of the original picture at a position in the widget; it may lie outside the
        picture.
        """
        area, (width, height) = self._area(), self.drawn.size
        x, y = point.x() - area.left(), point.y() - area.top()
        return round(x * width / max(1.0, area.width())), round(y * height / max(1.0, area.height()))

    # --- telling ---

    def _changed(self) -> None:
        self._told()
        self.edited.emit()

    def _told(self) -> None:
        """Announce the chosen box and its place to screen readers, emit `chosen`, and repaint."""
        chosen = self.drawn.chosen
        words = self.words_of(chosen) if self.drawn.box is not None else self.tr("No box is drawn.")
        self.setAccessibleDescription(words)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.chosen.emit(chosen)
        self.update()


class ShownPicture(Label):
    """A picture as it will be published, shown as large as possible."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(20 * tokens.GRID, 7 * heights.line(self))
        self.setAccessibleName(name)

    def show_burnt(self, burnt: Burnt) -> None:
        """Show the pixels of a picture in which the boxes are burnt in."""
        self._whole = QPixmap.fromImage(image_of(burnt))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into the new size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._whole.isNull():
            mode = Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio, mode))
