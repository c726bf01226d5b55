"""Heights of lines and fields that leave room for the ink of every script in the current font."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk_ui.theme import tokens

# Tibetan reaches furthest: two letters with a vowel above, a subjoined one with a vowel below.
_TALLEST = "རྒྱུད་ཧཱུྃ ئۆ 汉 Äg"

_measured: dict[str, int] = {}  # pixels by font: laying out letters of so many scripts takes milliseconds
_factor = 1.0  # of the size of text
_dense = False


def set_look(factor: float, *, dense: bool) -> None:
    """Use these from now on: `factor`, the text size (1.0 is usual), and closer rows if `dense` is set."""
    global _factor, _dense
    _factor, _dense = factor, dense


def scaled(pixels: int) -> int:
    """Convert a width or height in pixels from the usual text size to the chosen text size."""
    return round(pixels * _factor)


def _of_letters(font: QFont) -> int:
    height = _measured.get(font_key := font.toString())
    if height is None:
        metrics = QFontMetrics(font)
        height = _measured[font_key] = max(metrics.height(), metrics.tightBoundingRect(_TALLEST).height())
    return height


def ink(widget: QWidget) -> int:
    """Return the height in pixels of the widget's tallest letters in any script, without a margin."""
    return _of_letters(widget.font())


def line(widget: QWidget) -> int:
    """Return the height of one line of text in a list."""
    return ink(widget) + (0 if _dense else tokens.GRID // 2)


def control(font: QFont) -> int:
    """Return the height of a button, a field or a table row whose text has this font."""
    least = scaled(tokens.DENSE_CONTROL if _dense else tokens.CONTROL)
    needed = _of_letters(font) + tokens.GRID // (4 if _dense else 1)
    return max(least, needed + needed % 2)


def field(widget: QWidget) -> int:
    """Return the height of a field or a table row."""
    return control(widget.font())


def take_what_there_is(widget: QWidget, least: int) -> None:
    """Let a widget take all free height, but at least `least` units of the 8-pixel grid."""
    widget.setMinimumHeight(least * tokens.GRID)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
