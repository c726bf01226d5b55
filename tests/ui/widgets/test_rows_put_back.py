"""A row that was removed by a slip of the keyboard comes back with its words."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrddesk_ui.people.names_edit import NamesEdit
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit, unclear_terms
from hrddesk_ui.widgets.forms.rows_edit import RowsEdit
from hrddesk_ui.widgets.forms.words_edit import WordsEdit
from hrddesk_ui.widgets.labels.label import Label
from tests.ui.composing import compose
from tests.ui.texts import records

HU = {"name": "Hu Lan", "script": "Latn", "kind": "main"}
XU = {"name": "Xu Weizheng", "script": "Latn", "kind": "variant"}
Shown = Callable[[RowsEdit], QWidget]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Shown]:
    """Show rows with a line below them."""
    kept: list[QWidget] = []
    QLocale.setDefault(QLocale("en"))
    theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))

    def show(rows: RowsEdit) -> QWidget:
        page = QWidget()
        kept.append(page)
        layout = QVBoxLayout(page)
        layout.addWidget(rows)
        layout.addWidget(LineEdit("after"))
        qtbot.addWidget(page)
        page.resize(700, 300)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    kept.clear()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _said(rows: RowsEdit) -> list[str]:
    return [label.text() for label in rows.findChildren(Label) if label.isVisible() and label.text()]


def _names(*entries: dict[str, str]) -> NamesEdit:
    rows = NamesEdit()
    rows.set_entries(entries)
    return rows


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_one_tab_too_far_and_a_key_lose_no_words(qtbot: QtBot, shown: Shown, key: Qt.Key) -> None:
    rows = _names(HU, XU)
    shown(rows)
    rows.rows[0].stops()[-1].setFocus()
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(_focus(), key)
    assert rows.entries() == rows.drafts() == [XU]
    (said,) = _said(rows)
    assert "Hu Lan" in said
    back = _focus()
    assert back.accessibleName() == records.PUT_BACK
    assert back.accessibleDescription() == said  # read out with the button
    qtbot.keyClick(back, key)
    assert rows.entries() == [HU, XU]
    assert _said(rows) == []
    assert _focus() is rows.rows[0].stops()[0]
    order: list[str] = []
    for _ in range(8):
        order.append(_focus().accessibleName())
        qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    assert order == [records.NAME, records.NAME_SCRIPT, records.NAME_KIND, records.REMOVE_NAME] * 2


def test_words_that_are_no_entry_yet_come_back_as_well(qtbot: QtBot, shown: Shown) -> None:
    rows = WordsEdit("Charge", "+ Add charge", "Remove this charge", "charge")
    shown(rows)
    rows.add_row(focus=True)
    qtbot.keyClicks(_focus(), "words that nobody listed")
    edits: list[bool] = []
    rows.edited.connect(lambda: edits.append(True))
    qtbot.mouseClick(rows.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert rows.entries() == []
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    assert rows.entries() == [{"raw": "words that nobody listed"}]
    assert len(edits) == 2  # the form has something to save each time


def test_a_double_click_on_the_button_does_not_put_back(qtbot: QtBot, shown: Shown) -> None:
    rows = _names(HU)
    shown(rows)
    remove = next(each for each in rows.findChildren(QToolButton) if each.isVisible())
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    back, none = _focus(), Qt.KeyboardModifier.NoModifier
    at, left = QPointF(5, 5), Qt.MouseButton.LeftButton
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(back, QMouseEvent(kind, at, back.mapToGlobal(at), left, left, none))
    assert rows.entries() == []


def test_an_empty_row_goes_without_a_word(qtbot: QtBot, shown: Shown) -> None:
    rows = _names(HU)
    shown(rows)
    rows.add_row(focus=True)
    for _ in range(3):
        qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(_focus(), Qt.Key.Key_Space)
    assert rows.entries() == [HU]
    assert _said(rows) == []
    assert _focus() is rows.rows[0].stops()[0]


def test_what_is_shown_anew_offers_nothing_of_before(qtbot: QtBot, shown: Shown) -> None:
    rows = _names(HU, XU)
    shown(rows)
    qtbot.mouseClick(rows.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    draft = rows.drafts()
    for show in (rows.take_drafts, rows.set_entries):
        show(draft)
        assert _said(rows) == []
        assert rows.entries() == [XU]


def test_a_removed_row_keeps_nothing_from_being_saved(qtbot: QtBot, shown: Shown) -> None:
    rows = _names(HU, XU)
    page = shown(rows)
    kind = rows.rows[0].stops()[-1]
    assert isinstance(kind, TermEdit)
    kind.setEditText("a")  # of which many terms begin
    assert unclear_terms(page, None)
    qtbot.mouseClick(rows.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert not unclear_terms(page, None)


def test_return_in_the_last_row_that_is_left_begins_another(qtbot: QtBot, shown: Shown) -> None:
    rows = _names(HU, XU)
    shown(rows)
    last = [each for each in rows.findChildren(QToolButton) if each.isVisible()][-1]
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    rows.rows[0].stops()[0].setFocus()
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    assert len(rows.rows) == 2


@pytest.mark.parametrize("before", [[], [HU]])
def test_the_first_name_is_the_main_name_again(
    qtbot: QtBot, shown: Shown, before: Sequence[dict[str, str]]
) -> None:
    rows = _names(*before)
    shown(rows)
    qtbot.mouseClick(rows.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rows.add_button, Qt.MouseButton.LeftButton)
    rows.take_drafts(rows.drafts())  # the form was closed by the lock meanwhile
    rows.rows[0].stops()[0].setFocus()
    compose(_focus(), "谭若岚")
    assert rows.entries() == [{"name": "谭若岚", "script": "Hans", "kind": "main"}]
