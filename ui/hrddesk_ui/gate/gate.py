"""The screens before a vault is open: start, new vault, unlock, restore, destroy, help, and bug report.

A screen is created, and its code loaded, only when it is first shown, so unlocking waits for no other screen.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from hrddesk.system import paths
from hrddesk.system.lazy import Lazy
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.translation import WindowLanguage

if TYPE_CHECKING:
    from hrddesk.store.vault.session import Session
    from hrddesk_ui.gate.bug_report_view import ReportView
    from hrddesk_ui.gate.help_view import HelpBrowser
    from hrddesk_ui.gate.new_vault_view import NewVaultView
    from hrddesk_ui.gate.restore_view import RestoreView
    from hrddesk_ui.gate.start_view import StartView
    from hrddesk_ui.gate.unlock_view import UnlockView
    from hrddesk_ui.gate.wipe_gate_view import WipeGateView

_TOPICS = {"new_vault": "passphrase", "unlock": "passphrase", "restore": "backup", "wipe": "wipe"}
"""The help topic of each view; other views keep the current topic."""
ViewT = TypeVar("ViewT", bound=QWidget)


@runtime_checkable
class _Left(Protocol):
    """A view that the user can leave by the Escape key."""

    def escape(self) -> None:
        """Clear the fields for secrets or, if they are empty, return to the previous view."""


class Gate(QWidget):
    """The views with which the user creates, opens, restores or destroys a vault."""

    opening = Signal()  # a passphrase is being tried, which leaves time to load other code
    opened = Signal(object)  # Session
    told = Signal(object, str)  # Message, tone: a notice about the vault that was just opened
    wipe_wanted = Signal(object)  # Path of the vault that is to be destroyed
    language_wanted = Signal(object)  # Language
    moved_on = Signal()  # another view is shown, so earlier messages are out of date

    def __init__(self, runner: Runner, language: WindowLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._tried = False
        self._before_help = "start"
        self.opening.connect(self._note_attempt)
        self._speaks = language
        self._stack = QStackedWidget(self)
        self.language = StillComboBox(self, name=self.tr("Language"))
        for choice in WindowLanguage:
            self.language.addItem(choice.own_name, choice)
        self.language.setCurrentIndex(list(WindowLanguage).index(language))
        self.language.activated.connect(self._choose_language)
        bottom = boxes.row(margin=2 * tokens.GRID, spacing=-1)
        self.protects_button = boxes.button(
            self.tr("What it protects against, and what not"), lambda: self.show_help("protects"), self
        )
        self.protects_button.setAccessibleName(self.protects_button.text())
        boxes.add(bottom, self.protects_button, 1, self.language)
        boxes.column((self._stack, 1), bottom, parent=self, spacing=-1)

    # --- the views, each made when it is first asked for ---

    @Lazy
    def start(self) -> "StartView":
        """The first view, which leads to the other views."""
        from hrddesk_ui.gate.start_view import StartView

        view = self._added(StartView(self))
        view.new_wanted.connect(self.show_new_vault)
        view.open_wanted.connect(self._open_usual)
        view.restore_wanted.connect(self.show_restore)
        view.help_wanted.connect(lambda: self.show_help())
        return view

    @Lazy
    def new_vault(self) -> "NewVaultView":
        """The view that creates a vault."""
        from hrddesk_ui.gate.new_vault_view import NewVaultView

        view = self._added(NewVaultView(self._runner, self))
        view.back_wanted.connect(self.show_start)
        view.opening.connect(self.opening)
        view.opened.connect(self.opened)
        return view

    @Lazy
    def unlock(self) -> "UnlockView":
        """The view that opens a vault."""
        from hrddesk_ui.gate.unlock_view import UnlockView

        view = self._added(UnlockView(self._runner, self))
        view.back_wanted.connect(self.show_start)
        view.wipe_wanted.connect(self.show_wipe)
        view.opening.connect(self.opening)
        view.opened.connect(self.opened)
        return view

    @Lazy
    def restore(self) -> "RestoreView":
        """The view that restores a vault from a backup."""
        from hrddesk_ui.gate.restore_view import RestoreView

        view = self._added(RestoreView(self._runner, self))
        view.back_wanted.connect(self.show_start)
        view.opening.connect(self._note_attempt)
        view.opening.connect(self.opening)
        view.opened.connect(self.opened)
        view.told.connect(self.told)
        return view

    @Lazy
    def wipe(self) -> "WipeGateView":
        """The view that destroys a vault without opening it."""
        from hrddesk_ui.gate.wipe_gate_view import WipeGateView

        view = self._added(WipeGateView(self))
        view.back_wanted.connect(lambda: self.show_unlock(view.folder))
        view.wanted.connect(self.wipe_wanted)
        return view

    @Lazy
    def report(self) -> "ReportView":
        """The view with the report of a bug."""
        from hrddesk_ui.gate.bug_report_view import ReportView

        view = self._added(ReportView(self))
        view.left.connect(self._after_report)
        return view

    @Lazy
    def help(self) -> "HelpBrowser":
        """The help pages."""
        from hrddesk_ui.gate.help_view import HelpBrowser

        view = self._added(HelpBrowser(self._speaks, self))
        view.closed.connect(self._after_help)
        return view

    def _added(self, view: ViewT) -> ViewT:
        self._stack.addWidget(view)
        return view

    @property
    def session(self) -> "Session | None":
        """The session of a new vault until the user has proven to have the recovery words; otherwise None."""
        new_vault = Gate.new_vault.existing(self)
        return None if new_vault is None else new_vault.session

    @property
    def holds_secrets(self) -> bool:
        """Whether the memory of this process may contain a secret.

        That is so if a passphrase was tried or typed, or a vault is being created.
        """
        views = (Gate.unlock.existing(self), Gate.restore.existing(self))
        is_typed = any(view is not None and view.typed for view in views)
        return self._tried or self._beneath == "new_vault" or is_typed

    @property
    def folder(self) -> Path | None:
        """The folder of the vault to unlock; None unless the unlock view or the bug report is shown."""
        return self.unlock.folder if self._beneath in ("unlock", "report") else None

    @property
    def locked(self) -> bool:
        """Whether a vault was open in this window before and was locked."""
        unlock = Gate.unlock.existing(self)
        return unlock is not None and unlock.locked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the current view on Escape, whatever widget has the focus.

        If the view has fields for secrets that are not empty, Escape only clears them.
        """
        view: object = self._stack.currentWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(view, _Left):
            view.escape()
            return
        super().keyPressEvent(event)

    def _note_attempt(self) -> None:
        self._tried = True  # a wrong passphrase is nearly the right one, and stays in the memory

    def _choose_language(self, index: int) -> None:
        self.language_wanted.emit(WindowLanguage(self.language.itemData(index)))  # Qt keeps the bare text

    def _show(self, view: QWidget) -> None:
        if view is not self._stack.currentWidget():
            self.moved_on.emit()
        self._stack.setCurrentWidget(view)

    def show_start(self) -> None:
        """Show the first view."""
        self._show(self.start)
        self.start.new_button.setFocus()

    def show_new_vault(self) -> None:
        """Show the view that creates a vault."""
        self.new_vault.begin()
        self._show(self.new_vault)

    def show_unlock(self, folder: Path | None = None, *, locked: bool = False) -> None:
        """Ask for the passphrase of the vault in `folder`; if `folder` is None, ask for the folder too.

        `locked` says that the vault was open in this window and was locked.
        """
        self._show(self.unlock)
        self.unlock.begin(folder, locked=locked)

    def _open_usual(self) -> None:
        """Ask for the passphrase of a vault, and propose the default folder if it exists.

        No list of vaults is kept.
        """
        usual = paths.usual_vault()
        self.show_unlock(usual if usual.is_dir() else None)

    def show_restore(self) -> None:
        """Show the view that restores a vault from a backup."""
        self._show(self.restore)
        self.restore.begin()

    def show_wipe(self, folder: Path) -> None:
        """Show the view that destroys the vault in `folder`."""
        self.wipe.begin(folder)
        self._show(self.wipe)

    def show_help(self, topic: str = "") -> None:
        """Show the help page `topic`, or for "" the page about the current view.

        When the user closes the help, the current view is shown again.
        """
        self._before_help = self._beneath or "start"
        if self.shown != "help":
            topic = topic or _TOPICS.get(self._before_help, "")
        self._show(self.help)
        self.help.show_topic(topic)
        self.help.arrive()

    def _after_help(self) -> None:
        if self._before_help == "start":
            self.show_start()
        else:  # the view still contains what was typed
            self._show(getattr(self, self._before_help))

    def show_report(self, text: str) -> None:
        """Show the report of a bug; the vault was locked because of the bug."""
        self.report.fill(text)
        self._show(self.report)

    @property
    def shown(self) -> str:
        """The name of the current view; "" before the first view is shown."""
        views = (Gate.start, Gate.new_vault, Gate.unlock, Gate.restore, Gate.wipe, Gate.report, Gate.help)
        current = self._stack.currentWidget()
        return next((view.attrname or "" for view in views if view.existing(self) is current), "")

    @property
    def _beneath(self) -> str:
        """The name of the current view or, while the help is shown, of the view before the help."""
        return self._before_help if self.shown == "help" else self.shown

    def _after_report(self) -> None:
        if self.unlock.folder is not None:
            self.show_unlock(self.unlock.folder, locked=self.unlock.locked)
        else:
            self.show_start()

    def take_over(self, old: "Gate") -> None:
        """Show the same view as the gate `old`, whose texts are in another language."""
        self._tried = old._tried
        view_name = old._beneath
        if view_name == "unlock":
            self.show_unlock(old.unlock.folder, locked=old.unlock.locked)
        elif view_name == "report":
            self.unlock.begin(old.unlock.folder, locked=old.unlock.locked)
            self.show_report(old.report.text)
        elif view_name == "new_vault":
            self.new_vault.take_over(old.new_vault)
            self._show(self.new_vault)
        elif view_name == "restore":
            self.show_restore()
        elif view_name == "wipe":
            self.show_wipe(old.wipe.folder)
        else:
            self.show_start()
        if old.shown == "help":
            self.show_help(old.help.text.topic)
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)
