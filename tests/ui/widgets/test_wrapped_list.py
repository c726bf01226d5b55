"""Entries that take several lines, of scripts of which some are higher than others."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from tests.ui.driver import Driver

UYGHUR = "Bulut Made-up · بۇلۇت ئويدۇرما · 布鲁特虚构 · somebody with a longer name  (ABCD-2026-P0010)"
TIBETAN = "Chumig Made-up · ཆུ་མིག་བཟོས · 曲米虚构 · somebody else with a longer name  (ABCD-2026-P0016)"
LATIN = "Somebody with a name · and with another one · and with a third name  (ABCD-2026-P0017)"


def _is_cut(entries: WrappedList, row: int) -> bool:
    """Whether Qt would leave lines out: where one more as high as the last would go beyond the room."""
    option = QStyleOptionViewItem()
    entries.initViewItemOption(option)
    index = entries.model().index(row, 0)
    delegate = entries.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    option.rect = entries.visualRect(index)
    room = entries.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, entries)
    margin = entries.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, entries) + 1
    layout = QTextLayout(option.text, option.font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    height, lines = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width() - 2 * margin)
        lines.append(line.height())
    layout.endLayout()
    for line_height in lines[:-1]:
        height += line_height
        if height + line_height > room.height():
            return True
    return False


@pytest.mark.parametrize("width", range(240, 520, 20))
def test_no_line_of_any_script_is_left_out(gate: Driver, width: int) -> None:
    entries = WrappedList("People", gate.window)
    for words in (UYGHUR, TIBETAN, LATIN) * 10:
        QListWidgetItem(words, entries)
    entries.resize(width, 300)
    entries.show()
    for _ in range(3):
        QApplication.sendPostedEvents()
    gate.settled()
    assert [row for row in range(3) if _is_cut(entries, row)] == []
