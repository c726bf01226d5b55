"""The view for a pasted report: the text on the left, the proposals read from it on the right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.interop import pasted_texts
from hrddesk.actions.interop.pasted_texts import Likely, PastedText
from hrddesk.analysis.pasted_reports.happenings import ReportedEvent
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import RecordId
from hrddesk.records.names.display_names import names_together, people_together
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import tokens
from hrddesk_ui.transfer.proposal_edit import ProposalEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.vocabularies import term_label

SIDE_BY_SIDE = 700  # pixels from which the text stands beside the proposals
_ONE, _EACH = "one", "each"
_PROPOSAL = Qt.ItemDataRole.UserRole

_Read = tuple[PastedText, dict[str, RecordId], dict[str, list[Likely]]]
"""A text, its proposals that were already accepted, and the people in the vault who may be meant."""


class PastedReportView(QWidget):
    """The view of a pasted report and its proposals; a proposal is stored only when the user accepts it.

    In the list of proposals, Return accepts and Delete leaves out the selected one.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._report: PastedText | None = None
        self._taken: dict[str, RecordId] = {}
        self._likely: dict[str, list[Likely]] = {}
        self._asked = 0
        self.title = LineEdit(self.tr("Title of the report"), self.tr("Empty: its first line"), self)
        self.year = LineEdit(self.tr("Year of dates that say none"), self.tr("most named"), self)
        self.year.setValidator(QIntValidator(1, 9999, self.year))
        self.paste = TextEdit(self.tr("Text of the report"), self.tr("Paste the text here."), parent=self)
        self.file_button = boxes.button(self.tr("Text file …"), self._choose_file, self)
        self.read_button = boxes.button(self.tr("Read it"), self.read, self)
        self.text = MarkedText(self.tr("The report; the passage is marked"), self)
        self.list = WrappedList(self.tr("What the report says"), self)
        self.edit = ProposalEdit(self)
        self.cases = StillComboBox(self, name=self.tr("Into which case"), short=True)
        for words, choice in (
            (self.tr("Into which case? — choose —"), None),
            (self.tr("One case for everybody in this report"), _ONE),
            (self.tr("A case for each person"), _EACH),
        ):
            self.cases.addItem(words, choice)
        self.take_button = boxes.button(self.tr("Take it"), self._take, self, icon="done")
        self.take_button.setToolTip(self.tr("Return"))
        self.drop_button = boxes.button(self.tr("Leave it out"), self._leave_out, self)
        self.drop_button.setToolTip(self.tr("Delete"))
        self.again_button = boxes.button(self.tr("Another text"), self.begin, self)
        self.close_button = boxes.button(self.tr("Close"), self.closed, self)
        self.close_button.setToolTip("Esc")
        self.hint = HintLabel(self)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show_proposal())
        self.edit.submitted.connect(self._take)

    def begin(self) -> None:
        """Drop the previous text and let the user paste a new one."""
        self._asked += 1
        self._report = None
        self.paste.clear()
        self.title.clear()
        self.year.clear()
        self.hint.show_hint("")
        self._show_reading(False)
        self.paste.setFocus()

    def arrive(self) -> None:
        """Focus the list of proposals; before a report was read, focus the field for its text."""
        (self.list if self._report is not None else self.paste).setFocus()

    def read(self) -> None:
        """Read the pasted text and list the proposals found in it; the vault is not changed."""
        text, title, year = self.paste.toPlainText(), self.title.text().strip(), self.year.text()
        if not text.strip():
            self.hint.show_hint(self.tr("Paste a text first."), Tone.BAD)
            self.paste.setFocus()
            return
        self._asked += 1
        request = self._asked

        def work(session: Session, job: Job) -> _Read:
            report = pasted_texts.read(session.store, title, text, int(year) if year else None)
            likely_by_proposal = {}
            for number, person in enumerate(report.reading.people, 1):
                job.step(number, len(report.reading.people))
                likely_by_proposal[f"p{number}"] = pasted_texts.likely(session.store, person)
            return report, pasted_texts.taken(session.store, report), likely_by_proposal

        def done(read: _Read) -> None:
            if request == self._asked:
                self.read_button.setEnabled(True)
                self._report, self._taken, self._likely = read
                self._list()

        self.read_button.setEnabled(False)
        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Reading the report"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept the selected proposal on Return, leave it out on Delete, close the view on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif self.list.hasFocus() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._leave_out()
        else:
            super().keyPressEvent(event)

    # --- the list ---

    def _list(self) -> None:
        report = self._report
        if report is None:
            return
        self.text.show_text(report.text)
        self.list.clear()
        people = report.reading.people
        places = [(person.passages[0].start, 0, f"p{n}") for n, person in enumerate(people, 1)]
        for number, event in enumerate(report.reading.happenings, 1):
            named = [people[index].passages[0].start for index in event.named]
            places.append((max(event.word.start, *named), 1, f"e{number}"))  # after all of its people
        for *_, proposal in sorted(places):
            item = ListItem()
            item.setData(_PROPOSAL, proposal)
            self.list.addItem(item)
            self._word(item)
        if not self.list.count():
            self.hint.show_hint(self.tr("No person was found in this text."), Tone.BAD)
            return
        self.hint.show_hint("")
        self._show_reading(True)
        several = len(people) > 1
        self.cases.setCurrentIndex(0)
        self.cases.setVisible(several)
        self.list.setCurrentRow(0)
        self._go_to_next()
        self.list.setFocus()

    def _word(self, item: QListWidgetItem) -> None:
        proposal = str(item.data(_PROPOSAL))
        words = self._words_of(proposal)
        item.setText(f"✓ {words}" if proposal in self._taken else words)

    def _words_of(self, proposal: str) -> str:
        assert self._report is not None
        reading = self._report.reading
        if proposal.startswith("p"):
            person = reading.person(proposal)
            names = names_together(str(element["name"]) for element in person.names)
            names = " · ".join([names, *person.occupations])  # what is stored is seen before
            return names if person.is_certain else self.tr("{names} (perhaps)").format(names=names)
        event = reading.happening(proposal)
        who = people_together(self._names_of(event, proposal))
        if event.candidates and proposal not in self._taken:
            is_one = len(event.candidates) == 1
            who = (self.tr("Perhaps {people}") if is_one else self.tr("One of {people}")).format(people=who)
        parts = [
            term_label(("event_type",), event.type),
            event.date.value if event.date else "",
            event.place.value if event.place else "",
            *(fact.value for fact in event.charges),
        ]
        return f"{who}: {' · '.join(part for part in parts if part)}"

    def _names_of(self, event: ReportedEvent, proposal: str) -> list[str]:
        """Return the names of the people to whom an event happened, by the report.

        If one of several candidates was chosen when the event was accepted, return the name of that candidate
        only.
        """
        assert self._report is not None
        chosen = self._chosen(event, proposal)
        who = [int(chosen.removeprefix("p")) - 1] if chosen else event.named
        return [self._report.reading.people[index].name for index in who]

    def _chosen(self, event: ReportedEvent, proposal: str) -> str:
        """Return the candidate who was chosen when an event was accepted, as the id of a proposal; "" if none
        was.
        """
        if not event.candidates or proposal not in self._taken:
            return ""
        parties = self.desk.reader.get(self._taken[proposal]).values("parties")
        happened_to = {item.get("party") for item in parties}
        offered = (f"p{index + 1}" for index in event.candidates)
        return next((each for each in offered if self._taken.get(each) in happened_to), "")

    def _current(self) -> str:
        """Return the id of the selected proposal; "" if none is selected."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_PROPOSAL)) if row >= 0 else ""

    def _show_proposal(self) -> None:
        proposal = self._current()
        if not proposal or self._report is None:
            return
        reading = self._report.reading
        taken = self._taken.get(proposal)
        if proposal.startswith("p"):
            person = reading.person(proposal)
            spans = [(passage.start, passage.end) for passage in person.passages]
            self.edit.show_person(person, self._likely.get(proposal, ()), taken)
        else:
            event = reading.happening(proposal)
            spans = [(event.sentence.start, event.sentence.end)]
            names = {f"p{index + 1}": reading.people[index].name for index in event.candidates}
            self.edit.show_event(event, names, self._chosen(event, proposal))
        self.text.show_spans(spans)
        self.text.go_to(spans[0])
        self.edit.setEnabled(taken is None)
        self.take_button.setEnabled(taken is None)
        self.drop_button.setEnabled(taken is None)

    def _go_to_next(self) -> None:
        """Select the next proposal that is not accepted yet; after the last, go on with the first."""
        start = max(0, self.list.currentRow())
        for row in [*range(start, self.list.count()), *range(start)]:
            if str(self.list.item(row).data(_PROPOSAL)) not in self._taken:
                self.list.setCurrentRow(row)
                self._show_proposal()
                return
        self._show_proposal()

    # --- taking ---

    def _take(self) -> None:
        proposal, report = self._current(), self._report
        if not proposal or report is None or proposal in self._taken or self.edit.needs_answer():
            return
        if self.cases.isVisible() and self.cases.currentData() is None:
            self.hint.show_hint(self.tr("Say first: one case for everybody, or one for each."), Tone.BAD)
            self.cases.setFocus()
            return
        one_case = self.cases.currentData() == _ONE
        names, known_people, event_fields = (
            self.edit.wanted_names(),
            self.edit.known(),
            self.edit.wanted_event(),
        )

        def work(session: Session, job: Job) -> Outcome[RecordId]:
            del job
            if proposal.startswith("p"):
                return pasted_texts.take_person(
                    session, report, proposal, known=known_people, wanted=names, one_case=one_case
                )
            return pasted_texts.take_event(session, report, proposal, event_fields, one_case=one_case)

        def done(record: RecordId) -> None:
            self._taken = pasted_texts.taken(self.desk.reader, report) | {proposal: record}
            for row in range(self.list.count()):
                self._word(self.list.item(row))
            self.hint.show_hint(f"{self._so_far()} {self._where(proposal)}".strip(), Tone.GOOD)
            self._go_to_next()
            self.list.setFocus()

        self.take_button.setEnabled(False)
        self.desk.change(self, work, done, failed=self._failed)

    def _so_far(self) -> str:
        return self.tr("%n taken from this report.", "", len(self._taken))

    def _where(self, proposal: str) -> str:
        """Return a sentence that names the case of an accepted event, if people of the event have other cases
        too.

        Otherwise return "".
        """
        filed = (
            pasted_texts.filed(self.desk.reader, self._taken[proposal]) if proposal.startswith("e") else None
        )
        if filed is None:
            return ""
        return self.tr(
            "The event is filed in {ref} ({title}) alone. It counts for {people} too, whose own cases do not"
            " list it."
        ).format(ref=filed.ref, title=filed.title, people=people_together(filed.elsewhere))

    def _leave_out(self) -> None:
        if self._current() and self._current() not in self._taken:
            self.list.takeItem(self.list.currentRow())
            self._show_proposal()
            self.list.setFocus()

    def _failed(self, error: HrdDeskError) -> None:
        self.read_button.setEnabled(True)
        self.take_button.setEnabled(True)
        self.hint.show_hint(messages.of(error).text, Tone.BAD)

    # --- making ---

    def _choose_file(self) -> None:
        choose_path(
            self, self.tr("Text file …"), Purpose.OPEN_FILE, self._read_file, pattern="UTF-8 (*.txt *.md)"
        )

    def _read_file(self, path: Path) -> None:
        try:
            self.paste.setPlainText(pasted_texts.text_of(path))
        except HrdDeskError as error:
            self.hint.show_hint(messages.of(error).text, Tone.BAD)
            return
        self.read_button.setFocus()

    def _show_reading(self, is_read: bool) -> None:
        self._room.setCurrentIndex(int(is_read))
        for button in (self.take_button, self.drop_button, self.again_button):
            button.setVisible(is_read)
        self.read_button.setVisible(not is_read)
        self.file_button.setVisible(not is_read)

    def _lay_out(self) -> None:
        layout = boxes.column(
            page_layout.heading(self.tr("Paste a report"), self), parent=self, margin=2 * tokens.GRID
        )
        entry = QWidget(self)
        column = boxes.column(
            page_layout.note(
                self.tr(
                    "People, dates, places and charges of a text are proposed, each with its passage."
                    " Nothing is taken until you say so for each."
                    " A lock loses the text and what you did not take: keep it elsewhere until then."
                ),
                entry,
            ),
            parent=entry,
            spacing=-1,
        )
        fields = page_layout.Fields()
        fields.add(self.tr("Title"), self.title)
        fields.add(self.tr("Year where none is said"), self.year)
        column.addLayout(fields)
        column.addWidget(self.paste, 1)
        right = QWidget(self)
        boxes.column(self.cases, (self.list, 1), self.edit, parent=right)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(self.text, 1)
        panes.add(right, 1)
        panes.setSizes([1000, 1000])
        self._room = QStackedWidget(self)
        self._room.addWidget(entry)
        self._room.addWidget(panes)
        layout.addWidget(self._room, 1)
        layout.addWidget(self.hint)
        buttons = boxes.row(self.again_button, self.file_button, 1)
        for button in (self.close_button, self.drop_button, self.take_button, self.read_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self._show_reading(False)
