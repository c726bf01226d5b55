"""The help, before a vault is open and in it, and the page about the program."""

from typing import Self

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel

from hrddesk_ui.gate.help_view import HelpBrowser
from hrddesk_ui.settings.about_view import AboutView
from tests.ui.driver import Driver


class HelpPage:
    """Topics on one side, the text of one of them on the other."""

    def __init__(self, driver: Driver, view: HelpBrowser) -> None:
        self.driver = driver
        self.view = view

    @classmethod
    def open_before_vault(cls, driver: Driver) -> Self:
        """Press F1 before a vault is open."""
        driver.key("F1")
        page = cls(driver, driver.window.gate.help)
        assert page.view.isVisible()
        return page

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Press F1 in an open vault."""
        driver.key("F1")
        assert driver.frame.current == "help"
        return cls.of_vault(driver)

    @classmethod
    def of_vault(cls, driver: Driver) -> Self:
        """Return the help of the open vault, shown or not."""
        (view,) = driver.frame.findChildren(HelpBrowser)
        return cls(driver, view)

    def follow_link(self, address: str) -> None:
        """Follow a link, as a click on it does."""
        self.view.text.anchorClicked.emit(QUrl(address))

    def go_to_text(self) -> None:
        """Give the keyboard to the text."""
        self.view.text.setFocus()

    def says_that_nothing_was_found(self) -> bool:
        return self.view.nothing.isVisible()

    @property
    def topics(self) -> list[str]:
        """The topics that are listed."""
        return [self.view.topics.item(row).text() for row in range(self.view.topics.count())]

    @property
    def topic(self) -> str:
        """The name of the page whose text is shown."""
        return self.view.text.topic

    @property
    def text(self) -> str:
        return self.view.text.toPlainText()


class AboutPage:
    """What the program is and what it protects against on this computer."""

    def __init__(self, driver: Driver) -> None:
        view = driver.frame.page("about")
        assert isinstance(view, AboutView)
        self.driver = driver
        self.view = view

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Go there by the rail."""
        driver.page("about")
        return cls(driver)

    def ask_what_it_protects_against(self) -> None:
        self.driver.click(self.view.protects_button)

    @property
    def text(self) -> str:
        """All sentences of the page that can be seen, a line for each."""
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())
