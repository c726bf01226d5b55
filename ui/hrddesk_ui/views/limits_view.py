"""How long the law allows a custody: what the clocks and the checks count against, for this desk."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hrddesk.actions import checks
from hrddesk.analysis import limits
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.still import StillSpinBox
from hrddesk_ui.widgets.trouble_label import TroubleLabel

LIMITS: Final[Mapping[str, str]] = {
    limits.ADMINISTRATIVE: QT_TRANSLATE_NOOP("Limits", "Administrative detention"),
    limits.ARREST: QT_TRANSLATE_NOOP("Limits", "Detention until the arrest"),
    limits.RSDL: QT_TRANSLATE_NOOP("Limits", "Designated location"),
    limits.SILENCE: QT_TRANSLATE_NOOP("Limits", "Without news"),
}
_GROUNDS: Final[Mapping[str, str]] = {
    limits.ADMINISTRATIVE: QT_TRANSLATE_NOOP(
        "Limits", "Public Security Administration Punishments Law: 15 days; 20 where several are joined."
    ),
    limits.ARREST: QT_TRANSLATE_NOOP(
        "Limits", "Criminal Procedure Law, article 91: 30 days, and 7 for the approval of the arrest."
    ),
    limits.RSDL: QT_TRANSLATE_NOOP("Limits", "Criminal Procedure Law, article 79: six months."),
    limits.SILENCE: QT_TRANSLATE_NOOP("Limits", "No law: after so many days this week asks about somebody."),
}
_MOST: Final = 36_500


def limit_word(name: str) -> str:
    """Return what a limit is called."""
    return QCoreApplication.translate("Limits", LIMITS[name])


class LimitsView(QWidget):
    """A number of days for each; nothing counts before it is saved."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.column(self)
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "The clocks and the checks count against these. They are this desk's own: change them"
                    " when the law does. A day counts once it is over; a limit has passed on the day after"
                    " its last."
                )
            )
        )
        fields = page_layout.Fields()
        self.days: dict[str, StillSpinBox] = {}
        for name, ground in _GROUNDS.items():
            box = StillSpinBox(self)
            box.setRange(1, _MOST)
            box.setSuffix(self.tr(" days"))
            box.setAccessibleName(limit_word(name))
            words = QCoreApplication.translate("Limits", ground)
            box.setAccessibleDescription(words)
            fields.add(limit_word(name), box)
            fields.addWidget(page_layout.note(words, self), fields.rowCount(), 1)
            self.days[name] = box
        layout.addLayout(fields)
        self.trouble = TroubleLabel(self)
        self.save_button = QPushButton(theme.icon("done"), self.tr("Save the limits"), self)
        self.law_button = QPushButton(self.tr("As the law has them"), self)
        self.law_button.setAccessibleName(self.tr("Put in what the law says; save to use it"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.law_button)
        buttons.addStretch(1)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save_button.clicked.connect(self._save)
        self.law_button.clicked.connect(lambda: self._put(limits.DEFAULTS))

    def load(self) -> None:
        """Show the limits of this desk."""
        self._put(checks.caps(self._desk.reader))

    def _put(self, days: Mapping[str, int]) -> None:
        for name, box in self.days.items():
            box.setValue(days[name])

    def _save(self) -> None:
        wanted = {name: box.value() for name, box in self.days.items()}

        def work(session: Session, job: Job) -> None:
            del job
            checks.set_caps(session, wanted)

        def done(_: None) -> None:
            self.saved.emit()
            self._desk.say(self.tr("The limits are saved. The clocks and the checks count against them now."))

        def failed(error: HrdDeskError) -> None:
            self.trouble.complain(messages.of(error).text)

        self.trouble.hush()
        self._desk.ask(self, work, done, failed=failed)
