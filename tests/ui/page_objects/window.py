"""What stands around every page of an open vault: the bar on top and the rail."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.driver import Driver


class TopBar:
    """The bar on top: search, undo, lock."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def go_to_search(self) -> None:
        """Give the keyboard to the search."""
        self.driver.frame.top.search.setFocus()

    def lock(self) -> None:
        self.driver.click(self.driver.frame.top.lock)

    def undo(self) -> None:
        """Press the button that undoes the last change."""
        self.driver.click(self.driver.frame.top.undo)

    def tab_to_lock(self) -> None:
        """Give the keyboard to the button that locks, as Tab does."""
        self.driver.frame.top.lock.setFocus(Qt.FocusReason.TabFocusReason)

    def search_has_keyboard(self) -> bool:
        return self.driver.frame.top.search.hasFocus()

    @property
    def searched_words(self) -> str:
        """What stands in the box of the search."""
        return self.driver.frame.top.search.text()

    @property
    def words_of_lock(self) -> str:
        """The words of the button that locks."""
        return self.driver.frame.top.lock.text()


class Rail:
    """The rail with a button for each page."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def go_to(self, name: str) -> None:
        """Give the keyboard to the button of a page."""
        self.driver.frame.rail.buttons[name].setFocus()

    def has_keyboard(self, name: str) -> bool:
        return self.driver.frame.rail.buttons[name].hasFocus()

    def stands_whole(self, name: str) -> bool:
        """Tell whether all of a button can be seen."""
        button = self.driver.frame.rail.buttons[name]
        return button.visibleRegion().boundingRect() == button.rect()

    @property
    def names(self) -> list[str]:
        """The names of the pages, from above."""
        return list(self.driver.frame.rail.buttons)

    @property
    def marked(self) -> list[str]:
        """The pages whose buttons are marked as shown."""
        return [name for name, button in self.driver.frame.rail.buttons.items() if button.isChecked()]

    def words(self, name: str) -> str:
        """Return the words of the button of a page."""
        return self.driver.frame.rail.buttons[name].text()


def buttons_called(root: QWidget, name: str) -> list[QPushButton]:
    """Return the buttons below a widget that a screen reader calls by that name."""
    return [button for button in root.findChildren(QPushButton) if button.accessibleName() == name]
