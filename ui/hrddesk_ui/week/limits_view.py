"""The tab of custody limits: the usual country of cases, and the limits of its law."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import countries
from hrddesk.errors import HrdDeskError
from hrddesk.records.terms.countries import Country, Limit, shipped
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.fields.still_choices import StillComboBox, StillSpinBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.language import shown_chain

_MOST: Final = 36_500


def limit_word(limit: Limit) -> str:
    """Return the name of a limit."""
    return limit.labels.text(shown_chain())


class LimitsView(QWidget):
    """The form with the days of each limit of one country; changes count only after they are saved."""

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
        self.country = StillComboBox(self, name=self.tr("Country"))
        for code, country in shipped().items():
            self.country.addItem(country.labels.text(shown_chain()), code)
        self.usual_button = boxes.button(self.tr("Make it the usual country"), self._make_usual, self)
        self.usual_note = page_layout.note("", self)
        fields = page_layout.Fields()
        fields.add(self.tr("Country"), self.country)
        fields.addWidget(self.usual_note, fields.rowCount(), 1)
        fields.addWidget(self.usual_button, fields.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(fields)
        self.days: dict[str, StillSpinBox] = {}
        self._limits = QWidget(self)
        self._column = layout
        layout.addWidget(self._limits)
        self.trouble = TroubleLabel(self)
        self.save_button = boxes.button(self.tr("Save the limits"), self._save, self, icon="done")
        self.law_button = boxes.button(self.tr("As the law has them"), self._put_law, self)
        self.law_button.setAccessibleName(self.tr("Put in what the law says; save to use it"))
        buttons = boxes.row(self.save_button, self.law_button, 1)
        boxes.add(layout, self.trouble, buttons, 1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.country.activated.connect(self._show_country)

    @property
    def shown(self) -> Country:
        """The country whose limits the form shows."""
        return shipped()[self.country.currentData()]

    def load(self) -> None:
        """Show the usual country of this desk, with the desk's limits."""
        usual = countries.usual(self._desk.reader)
        self.country.setCurrentIndex(self.country.findData(usual.code))
        self._show_country()

    def _show_country(self) -> None:
        usual = countries.usual(self._desk.reader)
        self.usual_button.setEnabled(usual is not self.shown)
        words = self.tr("Cases that name no country fall under the law of: {country}")
        self.usual_note.setText(words.format(country=usual.labels.text(shown_chain())))
        replaced, self._limits, self.days = self._limits, QWidget(self), {}
        fields = page_layout.Fields()
        fields.setContentsMargins(0, 0, 0, 0)
        self._limits.setLayout(fields)
        for code, limit in self.shown.limits.items():
            self.days[code] = box = StillSpinBox(self._limits)
            box.setRange(1, _MOST)
            box.setSuffix(self.tr(" days"))
            box.setAccessibleName(limit_word(limit))
            ground = limit.ground.text(shown_chain())
            box.setAccessibleDescription(ground)
            fields.add(limit_word(limit), box)
            fields.addWidget(page_layout.note(ground, self._limits), fields.rowCount(), 1)
        self._column.replaceWidget(replaced, self._limits)
        replaced.deleteLater()
        self._put(countries.limits(self._desk.reader, self.shown))

    def _put(self, days: Mapping[str, int]) -> None:
        for name, box in self.days.items():
            box.setValue(days[name])

    def _put_law(self) -> None:
        self._put(self.shown.days({}))

    def _make_usual(self) -> None:
        code = self.shown.code

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return countries.set_usual(session, code)

        def done(_: None) -> None:
            self.saved.emit()
            self._show_country()
            self._desk.say(self.tr("Cases that name no country fall under this law now."))

        self.trouble.hush()
        self._desk.change(self, work, done, failed=self._complain)

    def _save(self) -> None:
        country, days = self.shown, {name: box.value() for name, box in self.days.items()}

        def work(session: Session, job: Job) -> None:
            del job
            countries.set_limits(session, country, days)

        def done(_: None) -> None:
            self.saved.emit()
            self._desk.say(self.tr("The limits are saved. The clocks and the checks count against them now."))

        self._change(work, done)

    def _change(self, work: Callable[[Session, Job], None], done: Callable[[None], None]) -> None:
        self.trouble.hush()
        self._desk.ask(self, work, done, failed=self._complain)

    def _complain(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text)
