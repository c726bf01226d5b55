"""The page of settings, part by part: looks, the check, backups, wiping, the number of the history."""

from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import Qt

from hrddesk_ui.settings import wipe_view
from hrddesk_ui.settings.backup_view import BackupView
from hrddesk_ui.settings.check_view import CheckView
from hrddesk_ui.settings.history_head_view import HeadView
from hrddesk_ui.settings.settings_view import SettingsView
from hrddesk_ui.settings.wipe_view import WipeView
from tests.ui.driver import Driver
from tests.ui.page_objects.views import settings_view


class SettingsPart:
    """One part of the page of settings, and the way there."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Go to the page by the rail."""
        driver.page(SettingsView.name)
        return cls(driver)


class LooksPart(SettingsPart):
    """Language, colours, and when the vault locks by itself."""

    @property
    def view(self) -> SettingsView:
        return settings_view(self.driver)

    def choose_next_language(self) -> None:
        """Choose the language below the present one in the list."""
        self.view.language.setFocus()
        self.driver.pick("Down")

    def choose_last_palette(self) -> None:
        self.view.scheme.setFocus()
        self.driver.pick("End")

    def choose_close_rows(self) -> None:
        """Choose the last of the heights of rows."""
        self.view.density.setFocus()
        self.driver.pick("End")

    def lock_a_minute_later(self) -> None:
        """Let the vault lock after a minute more without use."""
        self.view.idle.setFocus()
        self.driver.key("Up")


class CheckPart(SettingsPart):
    """The check of the vault, and what it found."""

    @property
    def view(self) -> CheckView:
        return settings_view(self.driver).check

    def check_vault(self) -> None:
        self.driver.click(self.view.button)

    def go_on_with_vault_by_keyboard(self) -> None:
        """Press the button that ends the alarm, by keys."""
        self.view.known_button.setFocus()
        self.driver.key("Space")

    def say_yes(self) -> None:
        self.driver.click(self.view.confirm.yes)

    def no_has_keyboard(self) -> bool:
        """Tell whether the answer no has the keyboard."""
        return self.view.confirm.no.hasFocus()

    def offers_to_go_on(self) -> bool:
        return self.view.known_button.isVisible()

    def shows_findings(self) -> bool:
        return self.view.report.isVisible()

    def hides_findings(self) -> bool:
        return self.view.report.isHidden()

    @property
    def findings(self) -> str:
        return self.view.report.toPlainText()


class BackupPart(SettingsPart):
    """Backups: one is made, a restore is tried, those that lie somewhere are listed."""

    @property
    def view(self) -> BackupView:
        return settings_view(self.driver).backup

    def name_folder(self, folder: Path) -> None:
        self.driver.fill(self.view.folder.field, str(folder))

    def make_into(self, folder: Path) -> None:
        """Name the folder for a backup and press Return."""
        self.name_folder(folder)
        self.driver.key("Return")

    def make_by_keyboard(self) -> None:
        """Press the button that makes a backup, by keys."""
        self.view.make_button.setFocus()
        self.driver.key("Space")

    def name_file(self, path: Path) -> None:
        """Name the backup that is tried."""
        self.driver.fill(self.view.file.field, str(path))

    def name_no_file(self) -> None:
        self.view.file.set_path(None)

    def type_passphrase(self, passphrase: str) -> None:
        """Type the passphrase of then and press Return, which tries a restore."""
        self.driver.fill(self.view.secret.field, passphrase)
        self.driver.key("Return")

    def try_restore(self) -> None:
        self.driver.click(self.view.test_button)

    def try_restore_by_keyboard(self) -> None:
        self.view.test_button.setFocus()
        self.driver.key("Space")

    def take_off_list(self, row: int) -> None:
        """Select a backup, and press the button that takes it off the list."""
        self.view.known.setCurrentRow(row)
        self.driver.click(self.view.gone_button)

    def say_yes(self) -> None:
        self.driver.click(self.view.confirm.yes)

    def lists_backups(self) -> bool:
        return self.view.known.isVisible()

    def can_make(self) -> bool:
        return self.view.make_button.isEnabled()

    def shows_making_problem(self) -> bool:
        return self.view.make_trouble.isVisible()

    def shows_trying_problem(self) -> bool:
        return self.view.test_trouble.isVisible()

    def asks_for_keyfile(self) -> bool:
        """Tell whether the box is ticked that asks for a keyfile."""
        return self.view.keyfile.box.isChecked()

    def keyfile_has_keyboard(self) -> bool:
        return self.view.keyfile.file.field.hasFocus()

    @property
    def backups(self) -> list[str]:
        """The backups that may still lie somewhere."""
        return [self.view.known.item(row).text() for row in range(self.view.known.count())]

    @property
    def state(self) -> str:
        """When the last backup was made, and whether it was tried."""
        return self.view.state.text()

    @property
    def file(self) -> Path | None:
        """The backup that would be tried."""
        return self.view.file.path

    @property
    def passphrase(self) -> str:
        return self.view.secret.text

    @property
    def trying_problem(self) -> str:
        return self.view.test_trouble.text()

    @property
    def question(self) -> str:
        return self.view.confirm.question


class HeldWipe:
    """The button that destroys a vault when it is held down, wherever it stands."""

    def __init__(self, driver: Driver, view: WipeView) -> None:
        self.driver = driver
        self.view = view

    @staticmethod
    def count_from(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
        """Let so many seconds pass between the button and the wipe."""
        monkeypatch.setattr(wipe_view, "COUNTDOWN", seconds)

    def hold(self, by: str) -> None:
        """Hold the button down, by "mouse" or else by Space, until it lets go by itself."""
        button = self.view.hold
        self.driver.bot.waitExposed(self.driver.window)
        button.setFocus()
        if by == "mouse":
            self.driver.bot.mousePress(button, Qt.MouseButton.LeftButton)
        else:
            self.driver.bot.keyPress(button, Qt.Key.Key_Space)
        self.driver.until(lambda: not button.isEnabled())

    def press(self) -> None:
        """Press the mouse on the button, without letting go."""
        self.view.hold.setFocus()
        self.driver.bot.mousePress(self.view.hold, Qt.MouseButton.LeftButton)

    def release(self) -> None:
        self.driver.bot.mouseRelease(self.view.hold, Qt.MouseButton.LeftButton)

    def can_hold(self) -> bool:
        return self.view.hold.isEnabled()

    def stop_has_keyboard(self) -> bool:
        """Tell whether the button that stops the countdown has the keyboard."""
        return self.driver.focus() is self.view.stop

    def shows_backups(self) -> bool:
        return self.view.backups.isVisible()

    @property
    def held_part(self) -> float:
        """How much of the time is over for which the button must be held, from 0 to 1."""
        return self.view.hold.part

    @property
    def counting(self) -> int:
        """The seconds until the vault is destroyed, or 0."""
        return self.view.counting

    @property
    def backups(self) -> str:
        """The backups that open as before."""
        return self.view.backups.text()


class WipePart(SettingsPart):
    """Where the vault that is open is destroyed."""

    @property
    def button(self) -> HeldWipe:
        return HeldWipe(self.driver, settings_view(self.driver).wipe)


class HeadPart(SettingsPart):
    """The number and the words of the history, to be written down and compared later."""

    @property
    def view(self) -> HeadView:
        return settings_view(self.driver).head

    def show(self) -> None:
        """Ask for the number and the words, and wait for them."""
        self.view.show_button.click()
        self.driver.until(lambda: bool(self.number_and_words))

    def type_number(self, number: str) -> None:
        self.driver.fill(self.view.number, number)

    def type_words(self, words: str) -> None:
        """Type the words that were written down and press Return, which compares."""
        self.driver.fill(self.view.words, words)
        self.driver.key("Return")

    def shows_problem(self) -> bool:
        return self.view.trouble.isVisible()

    @property
    def number_and_words(self) -> str:
        return self.view.shown.text()

    @property
    def problem(self) -> str:
        return self.view.trouble.text()
