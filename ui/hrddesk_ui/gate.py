"""What stands before an open vault: start, new vault, unlock, help, and the report of a bug."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hrddesk_ui import theme
from hrddesk_ui.runner import Runner
from hrddesk_ui.translation import Language
from hrddesk_ui.views.help_view import HelpBrowser
from hrddesk_ui.views.new_vault_view import NewVaultView
from hrddesk_ui.views.report_view import ReportView
from hrddesk_ui.views.start_view import StartView
from hrddesk_ui.views.unlock_view import UnlockView


class Gate(QWidget):
    """Leads to an open vault."""

    opened = Signal(object)  # Session
    language_wanted = Signal(object)  # Language

    def __init__(self, runner: Runner, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = StartView(self)
        self.new_vault = NewVaultView(runner, self)
        self.unlock = UnlockView(runner, self)
        self.report = ReportView(self)
        self.help = HelpBrowser(language, self)
        self._stack = QStackedWidget(self)
        for view in (self.start, self.new_vault, self.unlock, self.report, self.help):
            self._stack.addWidget(view)
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language"))
        for choice in Language:
            self.language.addItem(choice.own_name, choice)
        self.language.setCurrentIndex(list(Language).index(language))
        self.language.activated.connect(self._choose_language)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(*[2 * theme.GRID] * 4)
        bottom.addStretch(1)
        bottom.addWidget(self.language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack, 1)
        layout.addLayout(bottom)
        self.start.new_wanted.connect(self.show_new_vault)
        self.start.open_wanted.connect(self.show_unlock)
        self.start.help_wanted.connect(self.show_help)
        self.new_vault.back_wanted.connect(self.show_start)
        self.new_vault.opened.connect(self.opened)
        self.unlock.back_wanted.connect(self.show_start)
        self.unlock.opened.connect(self.opened)
        self.report.left.connect(self._after_report)
        self.help.closed.connect(self.show_start)

    def _choose_language(self, index: int) -> None:
        self.language_wanted.emit(Language(self.language.itemData(index)))  # Qt keeps the bare text

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)

    def show_start(self) -> None:
        """Show the first page."""
        self._show(self.start)
        self.start.new_button.setFocus()

    def show_new_vault(self) -> None:
        """Show how a vault is made."""
        self.new_vault.begin()
        self._show(self.new_vault)

    def show_unlock(self, folder: Path | None = None) -> None:
        """Ask for the passphrase of the vault in `folder`, or for the folder too."""
        self._show(self.unlock)
        self.unlock.begin(folder)

    def show_help(self) -> None:
        """Show the help pages."""
        self._show(self.help)
        self.help.arrive()

    def show_report(self, text: str) -> None:
        """Say that a bug locked the vault."""
        self.report.fill(text)
        self._show(self.report)

    @property
    def index(self) -> int:
        """Which of the views is shown, from 0."""
        return self._stack.currentIndex()

    def _after_report(self) -> None:
        if self.unlock.folder is not None:
            self.show_unlock(self.unlock.folder)
        else:
            self.show_start()

    def take_over(self, old: "Gate") -> None:
        """Show the same view as `old` did, which spoke another language."""
        self.unlock.begin(old.unlock.folder)
        self.report.fill(old.report.text)
        self.new_vault.begin()
        self._stack.setCurrentIndex(old.index)
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)
