"""Hand off and forget: what is chosen, what would go, and the screen that says what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from hrddesk_ui.exchange.forgotten_view import ForgottenView
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import CasesPart, HandoffPage
from tests.ui.page_objects.incoming import lines


class ForgetPage:
    """The tab in which cases are handed off and forgotten: first the choice, then what would go."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.forget
        self.choice = self.view.choice
        self.outlook = self.view.outlook
        self.cases = CasesPart(driver, self.choice.what)

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Go there, and wait until the one contact of the vault is listed."""
        HandoffPage.open(driver).turn_to_forget()
        page = cls(driver)
        driver.until(lambda: page.choice.contacts.count() == 1)
        return page

    def show_what_would_go(self) -> None:
        """Press the button that leads to what would go."""
        self.driver.click(self.choice.look_button)

    def name_folder(self, folder: Path) -> None:
        """Name the folder for the bundle and press Return."""
        self.driver.fill(self.choice.folder.field, str(folder))
        self.driver.key("Return")

    def wait_for_outlook(self) -> None:
        self.driver.until(lambda: self.view.step == 1)

    def go_back(self) -> None:
        """Go back from what would go to the choice."""
        self.driver.click(self.outlook.back_button)

    def forget(self) -> None:
        """Press the button that hands off and forgets."""
        self.driver.click(self.outlook.go_button)

    def name_emergency(self) -> None:
        """Put the word that says that it is an emergency, as the window asks for it."""
        self.outlook.typed.setText(self.outlook.word)

    def type_word(self, word: str) -> None:
        """Type the word that says that it is an emergency, in place of what stands there."""
        self.driver.fill(self.outlook.typed, word)

    def go_to_passphrase(self) -> None:
        self.outlook.passphrase.setFocus()

    def type_passphrase(self, passphrase: str) -> None:
        """Type the passphrase and press Return."""
        self.driver.fill(self.outlook.passphrase.field, passphrase)
        self.driver.key("Return")

    @property
    def problem(self) -> str:
        """What is missing in the choice."""
        return self.choice.trouble.text()

    @property
    def outlook_problem(self) -> str:
        """What is missing before it is done."""
        return self.outlook.trouble.text()

    def shows_choice(self) -> bool:
        return self.view.step == 0

    def folder_has_keyboard(self) -> bool:
        return self.choice.folder.field.hasFocus()

    @property
    def goes(self) -> list[str]:
        """What would go and what would stay."""
        return lines(self.outlook.goes)

    @property
    def heading(self) -> str:
        return self.outlook.heading.text()

    @property
    def where(self) -> str:
        """Where the bundle goes."""
        return self.outlook.where.text()

    def asks_for_word(self) -> bool:
        """Whether the word is asked for that says that it is an emergency."""
        return self.outlook.typed.isVisible()

    def word_has_keyboard(self) -> bool:
        return self.outlook.typed.hasFocus()

    def passphrase_has_keyboard(self) -> bool:
        return self.outlook.passphrase.field.hasFocus()

    def asks_for_keyfile(self) -> bool:
        return self.outlook.keyfile.isVisible()


class ForgottenScreen:
    """The screen that takes the place of the pages while cases are forgotten, and says what became of it."""

    def __init__(self, driver: Driver, view: ForgottenView) -> None:
        self.driver = driver
        self.view = view

    @classmethod
    def wait(cls, driver: Driver) -> Self:
        """Wait until it is there and says what became of it."""
        driver.until(lambda: cls.is_open(driver))
        screen = cls(driver, driver.window.findChildren(ForgottenView)[-1])
        driver.until(screen.view.back_button.isVisible, 60)
        return screen

    @staticmethod
    def is_open(driver: Driver) -> bool:
        """Tell whether the screen is there."""
        return bool(driver.window.findChildren(ForgottenView))

    @staticmethod
    def call_after_begin(monkeypatch: pytest.MonkeyPatch, action: Callable[[], object]) -> None:
        """Call the action as soon as the screen has begun to forget."""
        begin = ForgottenView.begin

        def begin_and_act(screen: ForgottenView) -> None:
            begin(screen)
            action()

        monkeypatch.setattr(ForgottenView, "begin", begin_and_act)

    def go_back(self) -> None:
        """Go back to the pages."""
        self.driver.click(self.view.back_button)
        self.driver.until(lambda: self.driver.window.frame is not None)

    def lock(self) -> None:
        self.driver.click(self.view.lock_button)

    @property
    def heading(self) -> str:
        return self.view.heading.text()

    @property
    def text(self) -> str:
        return self.view.text.text()

    @property
    def recovery_words(self) -> str:
        """The new recovery words with their numbers."""
        return self.view.words.text()
