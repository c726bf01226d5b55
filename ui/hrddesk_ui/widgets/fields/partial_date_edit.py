"""A field for a date of any precision, which shows at once how the program reads the text."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.errors import InvalidDate
from hrddesk.records.dates import dates
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.language import other_language, shown_language

ERROR_DELAY_MS = 600
"""The milliseconds before an incomplete date is called wrong: nobody likes to be corrected mid-word."""

# How the reasons of hrddesk.records.dates.dates end; a test holds that each of them is still given.
_NOT_THERE = " does not exist"
_TURNED = " ends before it begins"
_TWO_WAYS = "day and month could be read two ways"


class PartialDateEdit(QWidget):
    """A line for a date; below it, the date in words or the reason why the text is not a date.

    The text is stored as it was typed: `2020` stays `2020` and is never completed to a day.
    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, happened: bool = False) -> None:
        """Make the field; screen readers announce `name`. If `happened` is set, a date in the future is
        marked as wrong.
        """
        super().__init__(parent)
        self._happened = happened
        self._name = name
        self._line = LineEdit(name, self.tr("early March 2021, 2021-03-05, about 2020"), self)
        self._hint = HintLabel(self)
        boxes.column(self._line, self._hint, parent=self, spacing=2)
        self.setFocusProxy(self._line)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(ERROR_DELAY_MS)
        self._late.timeout.connect(self.show_problem)
        self._line.textChanged.connect(self._echo)
        self._line.textEdited.connect(self.edited)
        self._line.installEventFilter(self)
        self._echo()

    @property
    def line(self) -> LineEdit:
        """The line in which the date is typed."""
        return self._line

    def value(self) -> str:
        """Return the text as it was typed, without surrounding white space."""
        return self._line.text().strip()

    def set_value(self, text: str) -> None:
        """Show a stored date as it was typed."""
        self._line.setText(text)

    def echo(self) -> str:
        """Return the words below the line."""
        return self._hint.text()

    def problem(self) -> str:
        """Return why the text is not a date; empty for a date and for an empty field."""
        try:
            dates.kept(self.value(), field=self._name)
        except InvalidDate as error:
            return self._worded(error)
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the problem as soon as the focus leaves the line."""
        if watched is self._line and event.type() == QEvent.Type.FocusOut:
            self.show_problem()
        return super().eventFilter(watched, event)

    def _echo(self) -> None:
        self._late.stop()
        text = self.value()
        try:
            date = dates.kept(text, field=self._name)
        except InvalidDate:
            self._late.start()
            return
        if not text:
            self._show(self.tr("As precisely as it is known."), Tone.MUTED)
            return
        if date.raw:
            self._show(self.tr("Kept as you typed it. It is not placed on the timeline."), Tone.MUTED)
            return
        both = (dates.in_words(date, language) for language in (shown_language(), other_language()))
        words = " · ".join(dict.fromkeys(both))  # a report in either language is compared with it
        understood = self.tr("Understood as: {words}").format(words=words)
        if self._happened and dates.is_to_come(date, dates.newest_day()):
            to_come = self.tr("This has not come yet.")
            self._show(f"{understood}. {to_come}", Tone.BAD)
            theme.mark_wrong(self._line, False)  # it is saved all the same
        else:
            self._show(understood, Tone.GOOD)

    def show_problem(self) -> None:
        """Show the problem of the text at once, if it has one."""
        problem = self.problem()
        if problem:
            self._show(problem, Tone.BAD)

    def _show(self, text: str, tone: Tone) -> None:
        self._hint.show_hint(text, tone)
        theme.mark_wrong(self._line, tone is Tone.BAD)
        self._line.setAccessibleDescription(text)

    def _worded(self, error: InvalidDate) -> str:
        """Return the reason why a text is not a date in the window's language; `error` gives it
        in English.
        """
        why = error.details.get("why", "")
        keep = self.tr("To keep the words as they were said, put them in quotation marks.")
        if why.endswith(_NOT_THERE):
            return self.tr("{date} does not exist.").format(date=why.removesuffix(_NOT_THERE)) + f" {keep}"
        if why.endswith(_TURNED):
            return (
                self.tr("{date} ends before it begins.").format(date=why.removesuffix(_TURNED)) + f" {keep}"
            )
        if why == _TWO_WAYS:
            return self.tr("Day and month could be read two ways: write 2020-02-06.") + f" {keep}"
        return self.tr("This is too long for a date. Put the story into the note.")
