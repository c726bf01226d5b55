"""How an entry of a list is laid out with wrapped lines, chips and small pictures, and how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.lists.entry_list_model import Chip, ListEntry

_CHIP_SIDES = 6  # pixels at each side of the words of a chip
_PICTURE = QSize(72, 48)  # the greatest size of a small picture in pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text that was broken into lines, and its position in the entry."""

    layout: QTextLayout
    place: QRect
    is_strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLayout:
    """The parts of an entry with their positions, in pixels from the top left corner of the entry.

    The positions are those of a window that is read from left to right; `paint_entry` mirrors them.
    """

    lead: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    chips: tuple[tuple[Chip, QRect], ...]
    pictures: tuple[tuple[QPixmap, QRect], ...]
    height: int


def lay_out(
    entry: ListEntry, width: int, lead_width: int, view: QWidget, pictures: Sequence[QPixmap] = ()
) -> EntryLayout:
    """Break the lines of an entry so that it fits into `width` pixels.

    `lead_width` is the width of the column for the lead, 0 for none; `view` gives the font.
    """
    plain, strong, small = QFont(view.font()), QFont(view.font()), QFont(view.font())
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(heights.scaled(tokens.SMALL))
    text_left = tokens.GRID + tokens.BAR + (lead_width + 3 * tokens.GRID if lead_width else 0)
    inner = max(width - text_left - tokens.GRID, 8 * tokens.GRID)
    y = tokens.GRID
    lead = _paragraph(entry.lead, plain, tokens.GRID + tokens.BAR, y, lead_width) if lead_width else None
    paragraphs = []
    for text, font in ((entry.first, strong), *((line, plain) for line in entry.second.split("\n"))):
        if text:
            paragraphs.append(_paragraph(text, font, text_left, y, inner, is_strong=font is strong))
            y = paragraphs[-1].place.bottom() + 1 + tokens.GRID // 4
    chips, metrics = [], QFontMetrics(small)
    chip_height = metrics.height() + 4
    x = text_left
    for chip in entry.chips:
        chip_width = min(metrics.horizontalAdvance(chip.text) + 2 * _CHIP_SIDES, inner)
        if x > text_left and x + chip_width > text_left + inner:
            x, y = text_left, y + chip_height + tokens.GRID // 2
        chips.append((chip, QRect(x, y + 2, chip_width, chip_height)))
        x += chip_width + tokens.GRID // 2
    y += chip_height + tokens.GRID // 2 if chips else 0
    x, picture_places = text_left, []
    for picture in pictures:
        size = picture.size().scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        if x > text_left and x + size.width() > text_left + inner:
            x, y = text_left, y + _PICTURE.height() + tokens.GRID // 2
        picture_places.append((picture, QRect(x, y + 2, size.width(), size.height())))
        x += size.width() + tokens.GRID // 2
    y += _PICTURE.height() + tokens.GRID // 2 if picture_places else 0
    lead_end = 0 if lead is None else lead.place.bottom() + 1
    return EntryLayout(
        lead=lead,
        paragraphs=tuple(paragraphs),
        chips=tuple(chips),
        pictures=tuple(picture_places),
        height=max(y, lead_end) + tokens.GRID,
    )


def _paragraph(text: str, font: QFont, x: int, y: int, width: int, *, is_strong: bool = False) -> Paragraph:
    layout = QTextLayout(text, font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return Paragraph(layout=layout, place=QRect(x, y, width, round(height + 0.5)), is_strong=is_strong)


def paint_entry(painter: QPainter, rect: QRect, option: QStyleOptionViewItem, layout: EntryLayout) -> None:
    """Paint an entry into `rect`, mirrored where text is read from right to left."""
    colours = theme.colours()

    def mirrored(place: QRect) -> QRect:
        return QStyle.visualRect(option.direction, rect, place.translated(rect.topLeft()))

    for paragraph in (layout.lead, *layout.paragraphs):
        if paragraph is not None:
            is_dark = paragraph.is_strong or paragraph is layout.lead
            painter.setPen(QColor(colours.text if is_dark else colours.muted))
            paragraph.layout.draw(painter, QPointF(mirrored(paragraph.place).topLeft()))
    small = QFont(option.font)
    small.setPixelSize(heights.scaled(tokens.SMALL))
    for chip, place in layout.chips:
        frame = mirrored(place)
        painter.setFont(small)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(frame, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(QColor(colours.text))
        inner = frame.adjusted(_CHIP_SIDES, 0, -_CHIP_SIDES + 1, 0)
        text = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
    for picture, place in layout.pictures:
        painter.drawPixmap(mirrored(place), picture)
