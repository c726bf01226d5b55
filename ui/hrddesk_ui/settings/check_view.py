"""The part of the settings that checks the whole vault: pages, history, records and evidence."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from hrddesk.actions.vault import vaults
from hrddesk.store.vault.check import CheckReport
from hrddesk_ui.desk.desk import ALARM, Desk
from hrddesk_ui.error_words.core_words import words
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.record_words import kind_word

# By the codes of the core. The message of the core, which names rows or beginnings of ids, is added.
DAMAGE: Final = {
    "rollback": QT_TRANSLATE_NOOP("Damage", "An older copy may have been put back"),
    "page": QT_TRANSLATE_NOOP("Damage", "A page of the database is damaged"),
    "history": QT_TRANSLATE_NOOP("Damage", "The history was altered"),
    "record": QT_TRANSLATE_NOOP("Damage", "A record is not as its history says"),
    "row": QT_TRANSLATE_NOOP("Damage", "A contact, a review or a setting is not as its history says"),
    "search": QT_TRANSLATE_NOOP("Damage", "The search or the list of cases may miss something that is there"),
    "evidence": QT_TRANSLATE_NOOP("Damage", "An evidence file is missing or damaged"),
    "unreadable": QT_TRANSLATE_NOOP("Damage", "A part cannot be read to the end"),
}


class CheckView(QWidget):
    """The part of the settings that checks the vault; it changes nothing, whatever it finds."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.part(self)
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "Looks at every page, compares every record with the history, and reads every evidence "
                    "file. It takes a while in a large vault, and changes nothing."
                )
            )
        )
        self.button = boxes.button(self.tr("Check the vault"), self._check, self)
        self.button.setAccessibleName(self.button.text())
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.report = MarkedText(self.tr("What the check found"), self)
        self.report.setMinimumHeight(16 * tokens.GRID)
        self.report.hide()
        layout.addWidget(self.report)
        self.known_button = boxes.button(self.tr("Go on with this vault as it is …"), self._ask, self)
        self.known_button.setAccessibleName(self.known_button.text())
        self.known_button.setVisible(bool(desk.session.alarms))
        layout.addWidget(self.known_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.confirm = ConfirmBar(self)
        layout.addWidget(self.confirm)
        desk.looked.connect(self._list)
        if desk.report is not None:
            self._list(desk.report)

    def _ask(self) -> None:
        self.confirm.ask(
            self.tr(
                "You know why the vault is not as it was left, and go on with it? The alarm ends; the history"
                " keeps that you did so."
            ),
            self.tr("Go on with it"),
            self.tr("Not yet"),
            self._acknowledge,
            self.known_button,
        )

    def _acknowledge(self) -> None:
        self._desk.ask(self, lambda session, job: vaults.acknowledge(session), self._known)

    def _known(self, _: int) -> None:
        self.button.setFocus()
        self.known_button.hide()
        self._desk.mended.emit(ALARM)
        self._desk.say(self.tr("The alarm is over."), self.tr("The history keeps it."))

    def _check(self) -> None:
        self.report.hide()
        self._desk.ask(
            self,
            lambda session, job: vaults.check(session, job),
            self._show,
            label=self.tr("Checking the vault"),
        )

    def _show(self, report: CheckReport) -> None:
        counted = [f"{kind_word(kind)}: {count}" for kind, count in report.counts.items() if count]
        if report.ok:
            self._desk.mended.emit(self)
            self._desk.say(
                self.tr("Nothing is damaged, and no part of the vault was put back."),
                self.tr("Whether all of it is an old copy, only the number on your paper tells."),
                ", ".join(counted),
            )
            return
        self._list(report)
        self._desk.say(
            self.tr("The check found %n problem(s).", "", len(report.damage)),
            self.tr("Nothing was changed."),
            self.tr("The page of settings lists them. Keep your backup."),
            tone="bad",
            about=self,
        )

    def _list(self, report: CheckReport) -> None:
        """Show the problems that a check found; the check was started here or in the background."""
        lines = [
            f"{QCoreApplication.translate('Damage', DAMAGE[damage.code])} — {words(damage.message)}"
            for damage in report.damage
        ]
        self.report.show_text("\n".join(lines))
        self.report.setVisible(bool(lines))
