"""One key hides everything that is shown; the same key shows it again."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from hrddesk.actions.records import cases
from hrddesk_ui.error_words.messages import Message
from tests.ui.driver import Driver
from tests.ui.page_objects.window import TopBar
from tests.ui.texts import window as texts


def _seen(driver: Driver) -> list[str]:
    labels, fields = driver.window.findChildren(QLabel), driver.window.findChildren(QLineEdit)
    texts_in_sight = [label.text() for label in labels if label.isVisible()]
    return texts_in_sight + [field.text() for field in fields if field.isVisible()]


def _covered(driver: Driver) -> bool:
    return driver.window.coverable.covered


def test_the_cover_hides_all_and_gives_it_back(desk: Driver) -> None:
    desk.key("Ctrl+F")
    desk.text("Odal Brisk")
    desk.window.say(Message("Odal Brisk was saved"), "good")
    desk.key("Ctrl+B")
    assert _covered(desk)
    assert not [text for text in _seen(desk) if "Odal" in text]
    assert desk.window.coverable.cover.button.hasFocus()
    desk.shot("cover")
    for key in ("Ctrl+F", "F1", "x"):
        desk.key(key)  # nothing below answers
    desk.key("Ctrl+B")
    assert not _covered(desk)
    assert TopBar(desk).searched_words == "Odal Brisk"
    assert TopBar(desk).search_has_keyboard()


def test_the_button_lifts_it_and_the_key_locks_through_it(desk: Driver) -> None:
    desk.key("Ctrl+B")
    desk.key("Space")
    assert not _covered(desk)
    desk.key("Ctrl+B")
    desk.key("Ctrl+L")
    assert desk.resumed


def test_a_place_that_is_gone_by_then_gives_the_keyboard_to_the_page(desk: Driver) -> None:
    desk.key("Ctrl+F")
    desk.key("Ctrl+B")
    desk.window.speak(desk.app.translations.language)  # what had the keyboard is built anew
    QApplication.sendPostedEvents(None, 0)
    assert _covered(desk)
    desk.key("Ctrl+B")
    assert not _covered(desk)
    assert QApplication.focusWidget() is not None


def _told(part: QAccessibleInterface) -> Iterator[str]:
    """Yield all that a program on the accessibility bus reads off a part of the window."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield part.text(kind)
    text = part.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for number in range(part.childCount()):
        inside = part.child(number)
        if inside is not None:
            yield from _told(inside)


def _read_off(driver: Driver) -> str:
    lines = []
    for window in QApplication.topLevelWindows():
        root = window.accessibleRoot()
        if root is not None:
            lines += list(_told(root))
    assert driver.window.windowTitle()
    return "\n".join(lines)


def test_the_cover_hides_it_from_the_bus_of_screen_readers_too(desk: Driver) -> None:
    model = desk.window.desk
    assert model is not None
    model.change(desk.window, lambda session, _: cases.create(session, {"title": "Brisk"}), lambda _: None)
    desk.page("cases")
    desk.settled()
    desk.key("Ctrl+F")
    desk.text("Odal")
    assert {"Brisk", "Odal"} <= {word for word in ("Brisk", "Odal") if word in _read_off(desk)}
    focus, parts = QApplication.focusWidget(), desk.window.coverable.findChildren(QWidget)
    desk.key("Ctrl+B")
    desk.settled()
    read_off = _read_off(desk)
    assert "Brisk" not in read_off
    assert "Odal" not in read_off
    assert texts.SHOW_AGAIN in read_off
    desk.key("Ctrl+B")
    assert QApplication.focusWidget() is focus
    assert desk.window.coverable.findChildren(QWidget) == parts
    assert "Brisk" in _read_off(desk)


def test_a_form_under_the_cover_stays_as_it_was(desk: Driver) -> None:
    desk.page("cases")
    desk.key("Ctrl+N")
    desk.text("Written before the cover")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    focus.setCursorPosition(3)
    size = focus.size()
    for _ in range(3):
        desk.key("Ctrl+B")
        desk.settled()
        desk.key("Ctrl+B")
        desk.settled()
    assert QApplication.focusWidget() is focus
    assert focus.text() == "Written before the cover"
    assert focus.cursorPosition() == 3
    assert focus.size() == size
    assert focus.isUndoAvailable()
