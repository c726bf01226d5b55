"""The tab that writes a bundle: recipients, cases, content, and the folder on a stick."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from hrddesk.actions.exchange import bundles, contacts, receipts
from hrddesk.actions.exchange.bundles import Contents, Estimate, Sent
from hrddesk.actions.exchange.receipts import LastWord
from hrddesk.actions.exchange.source_mentions import SourceMention
from hrddesk.actions.records import reports
from hrddesk.actions.scope import profiles
from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.trust.contacts import Contact, ContactState
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.evidence.evidence_detail_view import size_in_words
from hrddesk_ui.exchange.bundle_contents_edit import AlongEdit
from hrddesk_ui.exchange.case_scope import WhichCases
from hrddesk_ui.exchange.contact_words import contact_line, show_state
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.ticks import Ticks
from hrddesk_ui.words.field_words import field_word

_MOST_MENTIONS = 5  # the most texts that are listed one by one
_LEAST_ROWS, _MOST_ROWS = 3, 6  # visible rows of the list of contacts, which scrolls
SIDE_BY_SIDE = 800  # pixels from which the cases stand beside the recipients


class SendView(QWidget):
    """The form for writing a bundle; only verified contacts can be ticked as recipients."""

    contacts_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.recipients = Ticks(self.tr("For whom; Space ticks one"), self)
        self.nobody = page_layout.note(
            self.tr("No contact is verified yet. Add a contact card and compare the words first."), self
        )
        self.contacts_button = boxes.button(self.tr("To the contacts"), self.contacts_wanted, self)
        self.contacts_button.setAccessibleName(self.contacts_button.text())
        self.asked = page_layout.words("", self)
        self.withdraw_button = boxes.button(self.tr("Ask for nothing any more"), self._withdraw, self)
        self.withdraw_button.setAccessibleName(self.withdraw_button.text())
        self.what = WhichCases(desk, self.tr("These cases, with all that belongs to them"), self)
        self.along = AlongEdit(self)
        self.becomes = page_layout.words("", self)
        self.replace_button = boxes.button(
            self.tr("Replace here and in the bundle"), self._replace_names, self
        )
        self.replace_button.setAccessibleName(self.replace_button.text())
        self.replace_button.setToolTip(self.tr("Puts the code name in place of each source who has one."))
        self.replace_button.hide()
        self.folder = PathEdit(self.tr("Folder for the bundle, on a stick"), Purpose.FOLDER, self)
        self.trouble = TroubleLabel(self)
        self.write_button = boxes.button(self.tr("Write the bundle"), self._write, self, icon="handoff")
        self.write_button.setAccessibleName(self.write_button.text())
        self._estimate: Task | None = None
        self._last_words: dict[str, LastWord] = {}
        self._arrange()
        self.recipients.itemChanged.connect(self._on_ticked)
        self.what.cases.changed.connect(self._measure)
        self.what.all_records.toggled.connect(self._measure)
        self.along.changed.connect(self._measure)
        self.folder.submitted.connect(self._write)
        self._fill([], {})

    def _arrange(self) -> None:
        """Place the fields on top; below them are the changing hints, which then move no field."""
        for_whom = QWidget(self)
        left_column = boxes.column(
            page_layout.heading(self.tr("For whom")),
            self.nobody,
            (self.contacts_button, 0, Qt.AlignmentFlag.AlignLeft),
            self.recipients,
            parent=for_whom,
            margin=(0, 0, tokens.GRID, 0),
        )
        left_column.addSpacing(tokens.GRID)
        boxes.add(
            left_column,
            page_layout.heading(self.tr("Where to")),
            self.folder,
            self.trouble,
            page_layout.note(
                self.tr("The file gets a name that says nothing. It is complete, or not there.")
            ),
            self.asked,
            (self.withdraw_button, 0, Qt.AlignmentFlag.AlignLeft),
            self.becomes,
            (self.replace_button, 0, Qt.AlignmentFlag.AlignLeft),
            1,
        )
        sending = QWidget(self)
        column = page_layout.part(sending)
        column.addWidget(page_layout.scrolling(for_whom, self), 1)
        column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(sending, 2)
        panes.add(self._what_goes(), 3)
        boxes.column(panes, parent=self, margin=2 * tokens.GRID)

    def _what_goes(self) -> QWidget:
        pane = QWidget(self)
        right = page_layout.part(pane)
        right.addWidget(self.what, 1)
        along = boxes.column(
            page_layout.heading(self.tr("What goes along")),
            self.along,
            margin=(tokens.GRID, 0, 0, 0),
            spacing=-1,
        )
        right.addLayout(along)
        return pane

    def load(self) -> None:
        """Read the contacts, their receipts, and our profiles and reports again."""
        self.along.show_profiles(profiles.ids(self._desk.reader))
        self.along.show_reports({row.id: row.title for row in reports.listed(self._desk.reader)})
        self._desk.ask(
            self,
            lambda session, job: (contacts.all_contacts(session), receipts.last_words(session.store)),
            lambda contacts_and_words: self._fill(*contacts_and_words),
        )

    def _fill(self, all_contacts: list[Contact], last_words: dict[str, LastWord]) -> None:
        self._last_words = last_words
        self.recipients.show_lines((contact.name, self._line(contact)) for contact in all_contacts)
        verified = [row for row, contact in enumerate(all_contacts) if contact.state is ContactState.VERIFIED]
        self.recipients.blockSignals(True)  # the ticks are read only once, below
        for row, (contact, item) in enumerate(zip(all_contacts, self.recipients.lines, strict=True)):
            show_state(item, contact.state)
            if row not in verified:
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.recipients.blockSignals(False)
        self.recipients.take_rows(min(max(len(all_contacts), _LEAST_ROWS), _MOST_ROWS))
        self.nobody.setVisible(not verified)
        self.contacts_button.setVisible(not verified)
        self.recipients.setVisible(bool(all_contacts))
        self.write_button.setEnabled(bool(verified))
        if verified:
            self.recipients.setCurrentRow(verified[0])
        self._on_ticked()

    def _line(self, contact: Contact) -> str:
        word = self._last_words.get(contact.name)
        if contact.state is not ContactState.VERIFIED or word is None:
            return contact_line(contact)
        if word.day is None:
            receipt = self.tr("no receipt yet")
        else:
            receipt = self.tr("receipt of {day}").format(day=word.day.isoformat())
        return f"{contact_line(contact)} · {receipt}"

    def _on_ticked(self) -> None:
        lines = []
        for name in self.recipients.ticked:
            word = self._last_words.get(name)
            if word is not None and word.asked:
                text = self.tr("{name} asks for: {refs}")
                lines.append(text.format(name=name, refs=self._named(word.asked)))
            if word is not None and word.wanted:
                text = self.tr("You ask {name} for: {refs}")
                lines.append(text.format(name=name, refs=self._named(word.wanted)))
        self.asked.setText("\n".join(lines))
        self.asked.setVisible(bool(lines))
        self.withdraw_button.setVisible(bool(self._asking()))
        self.along.show_sources(bundles.last_sources(self._desk.reader, self.recipients.ticked))
        self._measure()

    def _named(self, requests: Sequence[tuple[str, RequestKind]]) -> str:
        files = self.tr("the file of {ref}")
        return ", ".join(
            files.format(ref=ref) if what is RequestKind.EVIDENCE else ref for ref, what in requests
        )

    def _asking(self) -> list[str]:
        """Return the ticked contacts whom this desk asks for records or files."""
        words = ((name, self._last_words.get(name)) for name in self.recipients.ticked)
        return [name for name, word in words if word is not None and word.wanted]

    def _withdraw(self) -> None:
        names = self._asking()

        def work(session: Session, job: Job) -> None:
            del job
            for name in names:
                receipts.withdraw_all(session, name)

        self._desk.ask(self, work, lambda _: self.load())

    def _measure(self) -> None:
        """Estimate the bundle in the background, and show its size as soon as it is known."""
        if self._estimate is not None:
            self._estimate.cancel()
            self._estimate = None
        self.what.setEnabled(not self.along.is_receipt)
        to, chosen, choice = self.recipients.ticked, self.what.chosen, self.along.choice
        leave = self.along.leaves_texts
        if not to or chosen == [] or self.along.is_receipt:
            self.becomes.hide()
            self.replace_button.hide()
            return

        def done(estimate: Estimate) -> None:
            if self._estimate is task:
                self._say_size(estimate)

        self._estimate = task = self._desk.look(
            self,
            lambda store, job: bundles.estimate(store, to, chosen, job, choice, leave_texts=leave),
            done,
            failed=lambda error: self.becomes.setText(messages.of(error).text),
            lane="estimate",
        )

    def _say_size(self, estimate: Estimate) -> None:
        size = estimate.measured
        lines = [
            self.tr("It becomes {size}: {records}, {cases}, {files}.").format(
                size=size_in_words(size.size),
                records=self.tr("%n record(s)", "", size.records),
                cases=self.tr("%n case(s)", "", size.cases),
                files=self.tr("%n file(s)", "", size.files),
            )
        ]
        lines += self._told(estimate.contents)
        if estimate.packed.unacknowledged:
            names = ", ".join(estimate.packed.unacknowledged)
            lines.append(
                self.tr("{names}: nothing was acknowledged yet, so all of it goes.").format(names=names)
            )
        if estimate.packed.keeps_receipts:
            lines.append(self.tr("What came from them goes unsaid: a receipt is for one alone."))
        self.becomes.setText("\n".join(lines))
        self.becomes.show()
        self.replace_button.setVisible(any(item.can_be_replaced for item in estimate.contents.mentions))

    def _told(self, contents: Contents) -> list[str]:
        """Return sentences about the content of a bundle, and about texts of records that name sources."""
        sources = self.tr("%n source(s) by code name", "", contents.sources)
        if contents.named:
            sources = self.tr("%n source(s) with names", "", contents.sources)
        lines = [
            self.tr(
                "To {names}: {cases}, {people} ({secret}), {sources}, {files}, {reports}, {terms}, {logs}."
            ).format(
                names=", ".join(self.recipients.ticked),
                cases=self.tr("%n case(s)", "", contents.cases),
                people=self.tr("%n people", "", contents.people),
                secret=self.tr("%n secret", "", contents.secret),
                sources=sources,
                files=self.tr("%n file(s)", "", contents.files),
                reports=self.tr("%n report(s)", "", contents.reports),
                terms=self.tr("%n own term(s)", "", contents.terms),
                logs=self.tr("%n custody log(s)", "", contents.logs),
            )
        ]
        listed_mentions = contents.mentions[:_MOST_MENTIONS]
        lines += [self._fate(item, leaves=contents.leaves_texts) for item in listed_mentions]
        more = len(contents.mentions) - len(listed_mentions)
        return [*lines, self.tr("and %n more text(s)", "", more)] if more else lines

    def _fate(self, item: SourceMention, *, leaves: bool) -> str:
        """Return the sentence that says how a text that names a source is treated."""
        if leaves and item.stays_whole:
            sentence = self.tr(
                "{ref} ({field}): a text names a source ({words}); the record stays here whole."
            )
        elif leaves:
            sentence = self.tr("{ref} ({field}): a text names a source ({words}); it stays here.")
        elif item.protected_as:
            sentence = self.tr(
                "{ref} ({field}): a text names a source ({words}), and goes as it is. In publications it is"
                " covered there until a reader decides otherwise."
            )
        else:
            sentence = self.tr(
                "{ref} ({field}): a text names a source ({words}), and goes as it is. Publications there do"
                " not cover it."
            )
        words = item.words
        if item.same_as:
            words = self.tr("maybe, as {field} does: {words}").format(
                field=field_word(item.same_as), words=words
            )
        return sentence.format(ref=item.ref, field=field_word(item.at.part), words=words)

    def _replace_names(self) -> None:
        """Replace the names of sources in texts by code names.

        This changes the local records, and the bundle contains the changed records.
        """
        chosen, choice = self.what.chosen, self.along.choice

        def work(session: Session, job: Job) -> Outcome[tuple[int, int | None]]:
            del job
            count, changes = bundles.replace_names(session, chosen, choice)
            return Outcome((count, changes.act), changes)

        self._desk.change(self, work, self._replaced)

    def _replaced(self, done: tuple[int, int | None]) -> None:
        count, act = done
        self._measure()
        if act is not None:
            self._desk.offer_undo(self.tr("Code names stand in %n text(s) now.", "", count), act)

    def _write(self) -> None:
        to, folder = self.recipients.ticked, self.folder.path
        chosen = self.what.chosen
        if not to:
            self.trouble.complain(self.tr("Tick for whom the bundle is."), self.recipients.itemChanged)
            self.recipients.setFocus()
        elif self.along.is_receipt and len(to) > 1:
            self.trouble.complain(
                self.tr("A receipt is for one alone: tick one contact."), self.recipients.itemChanged
            )
            self.recipients.setFocus()
        elif chosen == [] and not self.along.is_receipt:
            self.what.complain(self.trouble)
        elif folder is None:
            self.trouble.complain(self.tr("Say into which folder."), self.folder.changed)
            self.folder.setFocus()
        else:
            self.trouble.hush()
            self._desk.ask(
                self,
                self._work(folder, to, chosen),
                self._written,
                failed=self._failed,
                label=self.tr("Writing the bundle"),
            )

    def _work(
        self, folder: Path, to: list[str], chosen: list[RecordId] | None
    ) -> Callable[[Session, Job], Sent]:
        if self.along.is_receipt:
            return lambda session, job: receipts.write_receipt(session, folder, to[0], job)
        choice, leave = self.along.choice, self.along.leaves_texts
        return lambda session, job: bundles.write_bundle(
            session, folder, to, chosen, job, choice, leave_texts=leave
        )

    def _written(self, sent: Sent) -> None:
        written = sent.written
        if written.kind is BundleKind.RECEIPT:
            holds = self.tr("It holds a receipt and no record.")
        else:
            holds = self.tr("It holds %n case(s).", "", written.cases)
        self._desk.say(
            self.tr("The bundle was written: {path}").format(path=written.path),
            self.tr("Only those whom you ticked can open it."),
            holds,
        )
        self.along.forget_choice()
        self.load()

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(
            messages.of(error).text, self.folder.changed, self.what.cases.changed, self.recipients.itemChanged
        )
        self.write_button.setFocus()
