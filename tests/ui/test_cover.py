"""One key hides everything that is shown; the same key shows it again."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from hrddesk_ui.messages import Message
from tests.ui.driver import Driver


def _seen(driver: Driver) -> list[str]:
    labels, fields = driver.window.findChildren(QLabel), driver.window.findChildren(QLineEdit)
    said = [label.text() for label in labels if label.isVisible()]
    return said + [field.text() for field in fields if field.isVisible()]


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
    assert desk.frame.top.search.text() == "Odal Brisk"
    assert desk.frame.top.search.hasFocus()


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
