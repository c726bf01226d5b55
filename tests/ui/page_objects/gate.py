"""The pages before a vault is open: start, a new vault, unlock."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from hrddesk_ui.gate.gate import Gate
from hrddesk_ui.gate.new_vault_view import NewVaultView
from hrddesk_ui.gate.start_view import StartView
from hrddesk_ui.gate.unlock_view import UnlockView
from tests.ui.driver import Driver


class GatePage:
    """What all pages before a vault have around them: language, help, what it protects against."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> Gate:
        return self.driver.window.gate

    def choose_next_language(self) -> None:
        """Choose the language below the present one in the list of languages."""
        self.view.language.setFocus()
        self.driver.pick("Down")

    def ask_what_it_protects_against(self) -> None:
        self.driver.click(self.view.protects_button)

    def close_help(self) -> None:
        self.driver.click(self.view.help.close_button)

    def shows_help(self) -> bool:
        return self.view.help.isVisible()

    def holds_secrets(self) -> bool:
        """Tell whether something is typed or shown that a lock would take away."""
        return self.view.holds_secrets

    @property
    def topic(self) -> str:
        """The page of the help that is shown."""
        return self.view.help.text.topic

    @property
    def current_page(self) -> str:
        """The name of the page that is shown."""
        return self.view.shown

    @property
    def folder(self) -> Path | None:
        """The vault that a lock would ask for again."""
        return self.view.folder


class StartPage:
    """The first page."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> StartView:
        return self.driver.window.gate.start

    def make_vault(self) -> None:
        """Press the button that leads to a new vault."""
        self.driver.click(self.view.new_button)

    def open_vault(self) -> None:
        """Press the button that leads to a vault that is there."""
        self.driver.click(self.view.open_button)

    def restore_backup(self) -> None:
        self.driver.click(self.view.restore_button)

    def go_to_restore(self) -> None:
        """Give the keyboard to the button that restores a backup."""
        self.view.restore_button.setFocus()

    def has_keyboard(self) -> bool:
        """Tell whether the first button has the keyboard."""
        return self.view.new_button.hasFocus()

    def is_visible(self) -> bool:
        return self.view.isVisible()

    @property
    def words_of_make_vault(self) -> str:
        """The words of the button that leads to a new vault."""
        return self.view.new_button.text()


class NewVaultPage:
    """A new vault in three steps: what opens it, its recovery words, the proof that they are on paper."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> NewVaultView:
        return self.driver.window.gate.new_vault

    def name_folder(self, folder: Path) -> None:
        self.driver.fill(self.view.choice.path_edit.field, str(folder))

    def type_phrase(self, words: str) -> None:
        """Type the six words that the page proposes."""
        self.driver.fill(self.view.choice.typed.field, words)

    def tab_to_phrase(self) -> None:
        """Go to the field for the six words by Tab."""
        while self.driver.focus() is not self.view.choice.typed.field:
            self.driver.key("Tab")

    def tab_to_keyfile(self) -> None:
        """Go to the box that asks for a keyfile by Tab."""
        while self.driver.focus() is not self.view.choice.keyfile.box:
            self.driver.key("Tab")

    def choose_own_passphrase(self) -> None:
        self.driver.click(self.view.choice.own)

    def type_own_passphrase(self, passphrase: str) -> None:
        """Type it twice."""
        self.driver.fill(self.view.choice.passphrase.field, passphrase)
        self.driver.fill(self.view.choice.repeated.field, passphrase)

    def draw_other_words(self) -> None:
        self.driver.click(self.view.choice.another_button)

    def tick_keyfile(self) -> None:
        self.driver.click(self.view.choice.keyfile.box)

    def name_keyfile(self, path: Path) -> None:
        self.driver.fill(self.view.choice.keyfile.file.field, str(path))

    def create(self) -> None:
        """Press the button that makes the vault."""
        self.driver.click(self.view.choice.create_button)

    def go_back(self) -> None:
        self.driver.click(self.view.choice.back_button)

    def wait_for_recovery_words(self, seconds: float = 20) -> None:
        self.driver.until(self.shows_recovery_words, seconds)

    def prove_recovery_words(self, words: list[str]) -> None:
        """Say that the words are written down, and type those that are asked for."""
        self.driver.click(self.view.words.next_button)
        for field, place in zip(self.view.proof.fields, self.view.proof.places, strict=True):
            self.driver.fill(field, words[place])

    def shows_recovery_words(self) -> bool:
        return self.view.step == 1

    def asks_for_proof(self) -> bool:
        return self.view.step == 2

    def is_visible(self) -> bool:
        return self.view.isVisible()

    def is_ready(self) -> bool:
        """Tell whether something can be typed, since nothing is being made."""
        return self.view.choice.isEnabled()

    def shows_problem(self) -> bool:
        return self.view.choice.trouble.isVisible()

    def problem_is_in_sight(self) -> bool:
        """Tell whether the problem can be seen without scrolling."""
        return not self.view.choice.trouble.visibleRegion().isEmpty()

    def shows_proof_problem(self) -> bool:
        return self.view.proof.trouble.isVisible()

    def can_name_keyfile(self) -> bool:
        return self.view.choice.keyfile.file.isEnabled()

    def keyfile_has_keyboard(self) -> bool:
        return self.view.choice.keyfile.file.field.hasFocus()

    @property
    def problem(self) -> str:
        return self.view.choice.trouble.text()

    @property
    def phrase(self) -> str:
        """The six words that the page proposes."""
        return self.view.choice.phrase.text()

    @property
    def typed_phrase(self) -> str:
        return self.view.choice.typed.text

    @property
    def typed_passphrase(self) -> str:
        return self.view.choice.passphrase.text

    @property
    def folder(self) -> Path | None:
        return self.view.choice.path_edit.path

    @property
    def keyfile(self) -> Path | None:
        """The keyfile that the form would use."""
        return self.view.choice.keyfile.path

    @property
    def keyfile_text(self) -> str:
        """What stands in the field for the keyfile."""
        return self.view.choice.keyfile.file.field.text()

    @property
    def recovery_lines(self) -> list[str]:
        """The recovery words, each with its number."""
        return [label.text() for label in self.view.words.labels]

    @property
    def recovery_words(self) -> list[str]:
        return [line.split()[1] for line in self.recovery_lines]

    @property
    def asked_places(self) -> list[int]:
        """The places of the words that the proof asks for, from 0."""
        return list(self.view.proof.places)

    @property
    def words_of_next(self) -> str:
        """The words of the button that says that the recovery words are written down."""
        return self.view.words.next_button.text()

    @property
    def heights(self) -> list[int]:
        """How far from above each thing on the page stands."""
        QApplication.sendPostedEvents()
        visible = [widget for widget in self.view.findChildren(QWidget) if widget.isVisible()]
        return [widget.mapTo(self.view, widget.rect().topLeft()).y() for widget in visible]


class UnlockPage:
    """Where the passphrase of a vault is asked for, or its recovery words."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> UnlockView:
        return self.driver.window.gate.unlock

    def type_passphrase(self, passphrase: str) -> None:
        """Type it in place of what stands there."""
        self.driver.fill(self.view.passphrase.field, passphrase)

    def take_other_way(self) -> None:
        """Ask to open the vault by its recovery words."""
        self.driver.click(self.view.other_way)

    def type_recovery_words(self, words: str) -> None:
        self.driver.bot.keyClicks(self.view.words, words)

    def type_new_passphrase(self, passphrase: str) -> None:
        self.driver.fill(self.view.new_passphrase.first.field, passphrase)

    def repeat_new_passphrase(self, passphrase: str) -> None:
        self.driver.fill(self.view.new_passphrase.repeated.field, passphrase)

    def name_keyfile(self, path: Path) -> None:
        self.driver.fill(self.view.keyfile.field, str(path))

    def choose_folder(self) -> None:
        """Press the button that shows the dialog for the folder."""
        self.driver.click(self.view.path_edit.button)

    def set_folder(self, folder: Path | None) -> None:
        """Put a folder into the field, as the dialog does."""
        self.view.path_edit.set_path(folder)

    def show_passphrase(self) -> None:
        self.driver.click(self.view.passphrase.show_button)

    def unlock(self) -> None:
        """Press the button that unlocks."""
        self.driver.click(self.view.unlock_button)

    def go_back(self) -> None:
        self.driver.click(self.view.back_button)

    def wipe(self) -> None:
        """Press the button that leads to the page which destroys the vault."""
        self.driver.click(self.view.wipe_button)

    def is_visible(self) -> bool:
        return self.view.isVisible()

    def shows_problem(self) -> bool:
        return self.view.trouble.isVisible()

    def passphrase_has_keyboard(self) -> bool:
        return self.view.passphrase.field.hasFocus()

    def folder_has_keyboard(self) -> bool:
        return self.view.path_edit.field.hasFocus()

    def asks_for_keyfile(self) -> bool:
        return self.view.keyfile.isVisible()

    def says_that_nothing_is_lost(self) -> bool:
        """Tell whether it is said that nothing typed is lost by the lock."""
        return self.view._kept.isVisible()

    def holds_something_typed(self) -> bool:
        return self.view.typed

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def passphrase(self) -> str:
        return self.view.passphrase.text

    @property
    def new_passphrase(self) -> str:
        return self.view.new_passphrase.text

    @property
    def recovery_words(self) -> str:
        return self.view.words.toPlainText()

    @property
    def folder(self) -> Path | None:
        return self.view.folder

    @property
    def words_of_unlock(self) -> str:
        """The words of the button that unlocks."""
        return self.view.unlock_button.text()
