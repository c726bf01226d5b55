"""What is wrong in a form: said once, at the field, which is outlined; and one gesture, one answer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStyle, QStyleOptionFrame, QWidget

from hrddesk.actions.exchange import identity, organisation
from hrddesk_ui.theme import theme
from tests.ui.casework import fill, key, list_is_there, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.published import OrganisationPage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records

pytestmark = pytest.mark.timeout(120)


def _is_outlined(field: QWidget) -> bool:
    """Tell whether the edge of a field is painted in the colour of what is wrong."""
    image = field.grab().toImage()
    red = QColor(theme.colours().bad)
    middle = image.height() // 2
    seen = [image.pixelColor(x, middle) for x in range(3)]
    return any(
        abs(each.red() - red.red()) + abs(each.green() - red.green()) + abs(each.blue() - red.blue()) < 60
        for each in seen
    )


def test_a_wrong_date_is_said_once_and_its_field_outlined(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    assert not _is_outlined(form.type.widget)
    form.date.write("1954-02-29")
    key(desk, "Ctrl+S")  # sooner than the field would say it by itself
    assert _is_outlined(form.type.widget)  # nothing was chosen there: it is the first that is wrong
    assert _is_outlined(form.date.widget)
    type_(desk, "Detained")
    assert not _is_outlined(form.type.widget)
    assert _is_outlined(form.date.widget)
    desk.until(list_is_there)
    key(desk, "Escape")
    desk.until(lambda: not list_is_there())
    key(desk, "Ctrl+S")
    desk.until(lambda: form.date.has_keyboard)
    assert records.NO_SUCH_DAY.format("1954-02-29") in form.date.hint
    assert records.NO_SUCH_DAY.format("").strip(" .") not in form.problem
    assert form.problem
    desk.shot("event-date-wrong")
    key(desk, "Ctrl+A")
    type_(desk, "1954-02-28")
    assert not _is_outlined(form.date.widget)
    assert not form.problem


def test_no_sign_covers_a_day_that_is_wrong(desk: Driver) -> None:
    fill(desk, 1)
    day = CasesPage(desk).view.status.day
    CasesPage(desk).status_day.write("2020-02-30")
    key(desk, "Return")
    desk.until(lambda: bool(day.toolTip()))
    option = QStyleOptionFrame()
    day.initStyleOption(option)
    room = day.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, day)
    signs = [each for each in day.findChildren(QWidget) if each.isVisible() and each.width() > 0]
    edge = min((each.x() for each in signs), default=day.width())
    assert edge - room.x() >= day.fontMetrics().horizontalAdvance("2020-02-30")
    assert len(signs) == 1
    assert _is_outlined(day)
    desk.shot("day-wrong")
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    assert not _is_outlined(day)
    assert desk.window.message_bar.text == ""
    assert isinstance(day, QLineEdit)


def _keys(desk: Driver) -> OrganisationPage:
    """Make a key of an organisation and show it."""
    keys: list[object] = []
    assert desk.window.desk is not None

    def work(session, job) -> object:  # type: ignore[no-untyped-def]
        identity.show(session)
        return organisation.make(session, "The Willow Lane Archive")

    desk.window.desk.ask(desk.window, work, keys.append)
    desk.until(lambda: bool(keys))
    desk.page("publish")
    page = OrganisationPage(desk)
    page.show()
    desk.until(page.view.remove_button.isEnabled)
    return page


def _click_again(button: QPushButton) -> None:
    """Click as the second time of a double click, which the system tells from a first one."""
    place = QPointF(button.rect().center())
    everywhere = QPointF(button.mapToGlobal(QPoint(int(place.x()), int(place.y()))))
    main_button, none, nothing = (
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, main_button),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        QApplication.sendEvent(button, QMouseEvent(kind, place, everywhere, main_button, held, nothing))


def _hold(button: QPushButton) -> None:
    for again in (True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            nothing = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Space, nothing, " ", again))


def test_one_gesture_removes_one_key_and_answers_no_question(desk: Driver) -> None:
    page = _keys(desk)
    view = page.view
    page.remove_key()
    assert view.confirm.question
    _click_again(view.confirm.yes)  # the question came up below the mouse
    _hold(view.confirm.no)
    assert view.confirm.question
    assert view.remove_button.isEnabled()
    desk.shot("key-removal-asked")
    view.confirm.yes.setFocus()
    key(desk, "Space")
    key(desk, "Space")  # pressed twice
    _click_again(view.remove_button)
    desk.until(view.make_button.isEnabled)
    desk.settled()
    assert not view.confirm.question
    assert not view.remove_button.isEnabled()
