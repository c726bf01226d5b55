"""The page that destroys a vault.

The user holds a button down, and a countdown of five seconds follows. The page also says which copies remain.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.locking.resume import WIPED_NOT_ALL
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.hold_button import HoldButton
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.layout import boxes, page_layout

HOLD_SECONDS: Final = 2.0
COUNTDOWN: Final = 5  # seconds


def wiped_words(outcome: str) -> Message:
    """Return the message that is shown after a vault was destroyed.

    `outcome` says whether all files of the vault could be removed.
    """
    return Message(
        QCoreApplication.translate("WipeView", "The vault is destroyed: no secret opens it any more."),
        QCoreApplication.translate(
            "WipeView", "Not all of its files could be removed; without the keys they say nothing."
        )
        if outcome == WIPED_NOT_ALL
        else "",
        QCoreApplication.translate("WipeView", "Backups and copies open as before."),
    )


class WipeView(QWidget):
    """The page that destroys a vault without asking for a passphrase.

    The page of settings and the unlock view lead to it.
    """

    wanted = Signal()

    def __init__(self, backups: Sequence[str] | None, parent: QWidget | None = None) -> None:
        """Build the page; `backups` describes the known backups, or is None while the vault is locked."""
        super().__init__(parent)
        self._left = 0
        layout = page_layout.part(self)
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "Destroys the vault on this disk. Afterwards no passphrase and no recovery words open "
                    "it, yours neither. It cannot be undone."
                )
            )
        )
        self.reach = page_layout.note(
            self.tr(
                "Out of reach are: backups and copies of the folder, which open as before; spare blocks of "
                "an SSD or a stick, in which a laboratory may find the old keyslots; bundles that were "
                "sent, and what was exported or published."
            )
        )
        layout.addWidget(self.reach)
        self.backups = page_layout.note("", self)
        layout.addWidget(self.backups)
        self.show_backups(backups)
        row = boxes.row()
        layout.addLayout(row)
        self.hold = HoldButton(self.tr("Wipe this vault: hold for two seconds"), HOLD_SECONDS, self)
        self.hold.setIcon(theme.icon("warning"))
        row.addWidget(self.hold)
        self.count = page_layout.plain("", self)
        row.addWidget(self.count)
        self.stop = boxes.button(self.tr("Stop"), self.abandon, self)
        self.stop.setAccessibleName(self.stop.text())
        row.addWidget(self.stop)
        row.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.hold.held.connect(self._begin)
        self._show_count()

    @property
    def counting(self) -> int:
        """The remaining seconds of the countdown; 0 if it is not running."""
        return self._left

    def show_backups(self, backups: Sequence[str] | None) -> None:
        """List the known backups; show no list if there are none or if `backups` is None."""
        self.backups.setText("\n".join([self.tr("Known backups:"), *(backups or ())]))
        self.backups.setVisible(bool(backups))

    def abandon(self) -> None:
        """Stop the countdown; the vault stays as it is."""
        if self._left:
            self._left = 0
            self._timer.stop()
            self._show_count()
            self.hold.setFocus()

    def _begin(self) -> None:
        self._left = COUNTDOWN
        self._timer.start()
        self._show_count()
        self.stop.setFocus()

    def _tick(self) -> None:
        self._left -= 1
        if self._left:
            self._show_count()
            return
        self._timer.stop()
        self._show_count()
        self.wanted.emit()

    def _show_count(self) -> None:
        self.hold.setEnabled(not self._left)
        for widget in (self.count, self.stop):
            widget.setVisible(bool(self._left))
        text = (
            self.tr("The vault is destroyed in {seconds} s").format(seconds=self._left) if self._left else ""
        )
        self.count.setText(text)
        if text:
            self.count.setAccessibleName(text)
            announce(self.count, text, is_urgent=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the countdown when the page is hidden, because no vault may be destroyed unseen."""
        self.abandon()
        super().hideEvent(event)
