"""The pages before a vault is open that restore a backup, destroy a vault, or show the report of a bug."""

from pathlib import Path

from hrddesk_ui.gate.bug_report_view import ReportView
from hrddesk_ui.gate.restore_view import RestoreView
from hrddesk_ui.gate.wipe_gate_view import WipeGateView
from tests.ui.driver import Driver


class RestorePage:
    """Where a backup becomes a vault."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> RestoreView:
        return self.driver.window.gate.restore

    def name_file(self, path: Path) -> None:
        self.driver.fill(self.view.file.field, str(path))

    def name_folder(self, folder: Path) -> None:
        """Name the folder of the new vault."""
        self.driver.fill(self.view.folder.field, str(folder))

    def set_paths(self, file: Path, folder: Path) -> None:
        """Put the backup and the folder of the new vault into their fields, as the dialogs do."""
        self.view.file.set_path(file)
        self.view.folder.set_path(folder)

    def type_passphrase(self, passphrase: str) -> None:
        """Type it in place of what stands there."""
        self.driver.fill(self.view.passphrase.field, passphrase)

    def tick_keyfile(self) -> None:
        self.driver.click(self.view.keyfile.box)

    def name_keyfile(self, path: Path) -> None:
        self.driver.fill(self.view.keyfile.file.field, str(path))

    def choose_recovery_words(self) -> None:
        self.view.by_words.click()

    def choose_passphrase(self) -> None:
        self.view.by_passphrase.click()

    def go_to_recovery_words(self) -> None:
        self.view.words.setFocus()

    def restore(self) -> None:
        """Press the button that restores."""
        self.driver.click(self.view.restore_button)

    def restore_by_keyboard(self) -> None:
        self.view.restore_button.setFocus()
        self.driver.key("Space")

    def go_back(self) -> None:
        self.driver.click(self.view.back_button)

    def shows_problem(self) -> bool:
        return self.view.trouble.isVisible()

    def asks_for_keyfile(self) -> bool:
        """Tell whether the box is ticked that asks for a keyfile."""
        return self.view.keyfile.box.isChecked()

    def can_name_keyfile(self) -> bool:
        return self.view.keyfile.isEnabled()

    def keyfile_has_keyboard(self) -> bool:
        return self.view.keyfile.file.field.hasFocus()

    def restore_has_keyboard(self) -> bool:
        """Tell whether the button that restores has the keyboard."""
        return self.driver.focus() is self.view.restore_button

    def holds_something_typed(self) -> bool:
        return self.view.typed

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def passphrase(self) -> str:
        return self.view.passphrase.text

    @property
    def file(self) -> Path | None:
        return self.view.file.path


class WipePage:
    """Where a vault is destroyed without its passphrase."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> WipeGateView:
        return self.driver.window.gate.wipe

    def go_back(self) -> None:
        self.driver.click(self.view.back_button)

    @property
    def which(self) -> str:
        """Which vault would be destroyed."""
        return self.view.which.text()


class ReportPage:
    """The report of a bug, after which the window began anew."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> ReportView:
        return self.driver.window.gate.report

    def go_on(self) -> None:
        """Go on to the vault."""
        self.driver.click(self.view.button)

    def is_visible(self) -> bool:
        return self.view.isVisible()

    @property
    def text(self) -> str:
        return self.view.text
