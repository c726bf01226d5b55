"""The section of a case with its evidence: files sealed into the vault, with hash and custody log."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrddesk.actions.exchange import receipts
from hrddesk.actions.records import citations, evidence
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.actions.records.evidence import AddedEvidence
from hrddesk.actions.scope import profiles
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.errors import HrdDeskError
from hrddesk.publish.images.thumbnail import Thumbnail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.evidence.evidence_detail_view import EvidenceDetailView, size_in_words
from hrddesk_ui.evidence.evidence_edit import EvidenceEdit
from hrddesk_ui.evidence.evidence_finder import AboutFinder, CaseFinder
from hrddesk_ui.evidence.text_reader import TextReader
from hrddesk_ui.finders.place_finder import PlaceFinder
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.case_section import CaseSection
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.form_pane import FormPane
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import page_layout
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList
from hrddesk_ui.words.language import shown_chain, unturned

_READING = 70 * tokens.GRID  # pixels, the height in which a text is read


class EvidenceView(CaseSection):
    """The list of the files of a case; the details of a file unfold below it.

    Files are added by a dialog or by drag and drop. A copy is written only after a warning.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Evidence"), WholeList(self.tr("Evidence of the case")), parent)
        self._case: RecordId | None = None
        self._detail: CaseDetail | None = None
        self._records: dict[RecordId, Record] = {}
        self.setAcceptDrops(True)
        self.add_button.setText(self.tr("Add file …"))
        self.add_button.setToolTip(Shortcut.ADD_EVIDENCE.shown)
        self.add_button.clicked.connect(self.choose_files)
        hint = page_layout.plain(self.tr("or drop files here"), self)
        theme.set_role(hint, "muted")
        self.bar.insertWidget(1, hint)
        self.empty.setText(
            self.tr(
                "No evidence yet. Press Ctrl+D or drop files here: each is hashed at once and sealed into the"
                " vault as it is. The original stays where it was; think about what to do with it."
            )
        )
        self.file = EvidenceDetailView(self)
        self.pane = FormPane(desk, self._describe, self)
        self._file_or_form = QStackedWidget(self)
        self._file_or_form.addWidget(self.file)
        self._file_or_form.addWidget(self.pane)
        self.reader = TextReader(self)
        self._file_or_form.addWidget(self.reader)
        self.lay_out(self._file_or_form, self._height_of_detail)
        self._file_or_form.currentChanged.connect(self.unfolded.fit_soon)
        self.pane.opened.connect(lambda: self._file_or_form.setCurrentWidget(self.pane))
        self.pane.closed.connect(lambda: self._file_or_form.setCurrentIndex(0))
        self.pane.ended.connect(self._on_described)
        self.file.describe_wanted.connect(lambda record: self.describe(RecordId(record)))
        self.list.opened.connect(lambda record: self._open(RecordId(record), focus=True))
        self.list.clicked.connect(self._on_clicked)
        self.file.read_wanted.connect(lambda record: self.read(RecordId(record)))
        self.reader.closed.connect(self._close_reader)
        self.file.save_wanted.connect(self._ask_copy)
        self.file.ask_wanted.connect(self._ask_for_file)
        self.file.lend_wanted.connect(self._ask_lend)
        self.file.derive_wanted.connect(self._choose_derivative)
        self.file.closed.connect(self._close)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the files of the case; if it is already shown, keep the open file."""
        if self._case != detail.record.id:
            self.pane.put_away()
            self.fold()
            self.confirm.withdraw()
        self._case, self._detail = detail.record.id, detail
        self._records = {record.id: record for record in detail.evidence}
        record_id = self.file.shown
        row = -1 if record_id is None else self.list.entries.row_of(record_id)
        self.list.entries.show([_entry(record) for record in detail.evidence])
        self.show_list()
        if row >= 0 and record_id not in self._records and self.is_unfolded:  # its addition was undone
            if self.pane.leave_gone():
                self._close()
                self.list.select_near(row)
        elif record_id is not None and record_id in self._records and self.is_unfolded:
            self._show_file(self._records[record_id])
            if self.reader.shown == record_id:
                self.reader.show_record(self._records[record_id])
            self._load_log(record_id)
            self.pane.refresh(lambda: self._form_of(self._records[record_id], detail))

    def _height_of_detail(self, width: int) -> int:
        current = self._file_or_form.currentWidget()
        if current is self.pane:
            return self.pane.whole_height(width)
        if current is self.reader:
            return _READING
        return self.file.whole_height(width)

    def edit_current(self) -> None:
        """Open the form that describes the selected file."""
        record = self.list.current()
        if record is not None:
            self.describe(record)

    def describe(self, record_id: RecordId) -> None:
        """Open the form that describes a file; if it has a draft, show the draft."""
        record, case = self._records.get(record_id), self._case
        detail = self._detail
        if record is None or case is None or detail is None:
            return

        self.list.select(record_id)
        self._open(record_id, focus=False)
        self.pane.open(
            DraftKey(case=case, kind=Kind.EVIDENCE, record=record_id),
            lambda: self._form_of(record, detail),
            focus=True,
        )
        self._file_or_form.setCurrentWidget(self.pane)

    def _form_of(self, record: Record, detail: CaseDetail) -> EvidenceEdit:
        reader = self.desk.reader
        subjects, others = AboutFinder(reader, detail), CaseFinder(reader)
        form = EvidenceEdit(SourceFinder(reader, detail), PlaceFinder(reader), subjects, others, self)
        form.show_record(record)
        form.citations.show_citations(citations.of_record(reader, record.id))
        return form

    def read(self, record_id: RecordId, field: str = "", words: str = "") -> None:
        """Show the texts of a file for reading; show the text `field` first, and select `words` in it."""
        record = self._records.get(record_id)
        if record is None:
            return
        self.list.select(record_id)
        self._open(record_id, focus=False)
        self.reader.show_record(record, field, words)
        self._file_or_form.setCurrentWidget(self.reader)
        self.reader.body.setFocus()

    def _close_reader(self) -> None:
        self._file_or_form.setCurrentIndex(0)
        self.file.read_button.setFocus()

    def _describe(self, session: Session, key: DraftKey, values: FormValues) -> Outcome[RecordId]:
        assert key.record is not None
        return Outcome(
            key.record, evidence.edit(session, key.record, values.fields, values.lists, values.cited).changes
        )

    def _on_described(self, record: str) -> None:
        if record:
            self.list.select(RecordId(record))
        self.file.describe_button.setFocus()

    def choose_files(self) -> None:
        """Let the user choose a file, and add it as evidence."""
        choose_path(
            self,
            self.tr("Add a file as evidence"),
            Purpose.OPEN_FILE,
            lambda path: self.take([path]),
        )

    def take(self, paths: Sequence[Path], origin: RecordId | None = None) -> None:
        """Seal files into the vault, one after the other; say which ones could not be read.

        `origin` is the evidence that the files were made from, for example as a redacted copy or a
        transcript.
        """
        case = self._case
        if case is None:
            return
        for path in paths:
            if path.is_dir():
                self.desk.say(
                    self.tr("A folder cannot be evidence."),
                    self.tr("Nothing of it was taken in."),
                    self.tr("Drop the files in it instead."),
                    tone="warn",
                    about=(self, path),
                )
                continue
            self._take_one(case, path, origin)

    def _take_one(self, case: RecordId, path: Path, origin: RecordId | None) -> None:
        about = (self, path)

        def work(session: Session, job: Job) -> Outcome[AddedEvidence]:
            return evidence.add(session, case, path, job, {"derived_from": origin})

        def added(file: AddedEvidence) -> None:
            self.desk.mended.emit(about)
            self._added(file)

        def failed(error: HrdDeskError) -> None:
            self.desk.said.emit(messages.of(error), "bad", about)

        label = self.tr("Sealing a file into the vault")
        self.desk.change(self, work, added, failed=failed, label=label)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a drag only if it contains local files."""
        if self._case is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the dropped files; the originals stay where they are."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _added(self, added: AddedEvidence) -> None:
        self.list.select(added.id)
        self._open(added.id, focus=False)
        self.desk.say(
            self.tr("The file is in the vault as {ref}.").format(ref=added.ref),
            self.tr("Its hash was taken before anything else."),
            self.tr("The original is still where it was: if it is a risk there, remove it yourself."),
        )

    def _on_clicked(self) -> None:
        record = self.list.current()
        if record is not None:
            self._open(record, focus=False)

    def _open(self, record_id: RecordId, *, focus: bool) -> None:
        record = self._records.get(record_id)
        if record is None:
            return
        if self.pane.key is not None and self.pane.key.record != record_id:
            self.pane.put_away()  # what was typed stays as a draft
        if self._file_or_form.currentWidget() is self.reader and self.reader.shown != record_id:
            self._file_or_form.setCurrentIndex(0)
        self._show_file(record)
        self.unfold(record_id)
        self._load_log(record_id)
        if focus:
            self.file.save_button.setFocus()

    def _show_file(self, record: Record) -> None:
        origin = self.desk.reader.find(record.text("derived_from"))
        copies = evidence.made_from(self.desk.reader, record.id)
        is_other = self.file.shown != record.id
        senders = receipts.who_brought(self.desk.reader, record.id) if self._lacks_file(record) else []
        self.file.show_record(
            record,
            "" if origin is None else _entry(origin).spoken,
            [_entry(copy).spoken for copy in copies],
            can_ask=bool(senders),
        )
        if is_other:
            self.desk.ask(
                self.file.picture,
                lambda session, job: evidence.thumbnail(session, record.id, job),
                lambda small: self._show_picture(record.id, small),
                failed=lambda _: None,  # a damaged file is named where it is checked, saved or lent
            )

    def _show_picture(self, record_id: RecordId, small: Thumbnail | None) -> None:
        self.file.show_picture(record_id, small)
        if self.below == record_id and self.is_unfolded:
            self.reveal()  # the details are higher now

    def _lacks_file(self, record: Record) -> bool:
        return receipts.lacks_file(self.desk.reader, record)

    def _ask_for_file(self, record_id: str) -> None:
        """Ask every contact who sent the record of the evidence for its file."""
        record = RecordId(record_id)

        def work(session: Session, job: Job) -> list[str]:
            del job
            names = receipts.who_brought(session.store, record)
            for name in names:
                receipts.ask(session, name, record, RequestKind.EVIDENCE)
            return names

        def done(names: list[str]) -> None:
            self.desk.say(
                self.tr("The file is asked for."),
                self.tr("Nothing is changed here."),
                self.tr("{names}: your next bundle or receipt says so.").format(names=", ".join(names)),
            )

        self.desk.ask(self, work, done)

    def _close(self) -> None:
        self.fold()
        self.list.setFocus()

    def _load_log(self, record_id: RecordId) -> None:
        languages = shown_chain()
        self.desk.ask(
            self.file,
            lambda session, _: evidence.log(session, record_id, languages),
            lambda entries: self.file.show_log(record_id, entries, profiles.names_by_id(self.desk.reader)),
        )

    def _choose_derivative(self, record_id: str) -> None:
        choose_path(
            self,
            self.tr("Add a redacted copy, a cutting, a transcript"),
            Purpose.OPEN_FILE,
            lambda path: self.take([path], RecordId(record_id)),
        )

    def _ask_lend(self, record_id: str) -> None:
        sentence = self.tr(
            "A copy will lie outside the vault, in a folder that only you can enter, until the vault is"
            " locked; then it is overwritten. The program that you open it with may keep its own copy, a"
            " small picture of it or its name in a list: nobody can erase those. The custody log will say"
            " that it was looked at."
        )
        if not self.desk.lent.is_in_memory:
            sentence = messages.one_line(
                sentence,
                self.tr(
                    "This computer has no place in memory for it: on the disk, something may stay that can be"
                    " read."
                ),
            )
        self.confirm.ask(
            sentence,
            self.tr("Put a copy there"),
            self.tr("Do not"),
            lambda: self._lend(RecordId(record_id)),
            self.file.lend_button,
        )

    def _lend(self, record_id: RecordId) -> None:
        def work(session: Session, job: Job) -> Outcome[Path]:
            return self.desk.lent.lend(session, record_id, job)

        def done(path: Path) -> None:
            self._load_log(record_id)
            self.desk.say(
                self.tr("The copy is {path}.").format(path=path),
                self.tr("It is overwritten when the vault is locked or closed."),
                self.tr("Open it with a program that you trust, and close that before you lock."),
                tone="warn",
                about=(self, record_id),
            )

        self.desk.change(self, work, done, label=self.tr("Writing the copy"))

    def _ask_copy(self, record_id: str) -> None:
        self.confirm.ask(
            self.tr(
                "The copy will lie outside the vault, readable to everybody who gets at the disk, and other"
                " programs may leave traces of it. The custody log will say that it was made."
            ),
            self.tr("Save a copy"),
            self.tr("Do not save"),
            lambda: self._choose_target(RecordId(record_id)),
            self.file.save_button,
        )

    def _choose_target(self, record_id: RecordId) -> None:
        choose_path(
            self,
            self.tr("Save a copy outside the vault"),
            Purpose.SAVE_FILE,
            lambda path: self._save_copy(record_id, path),
        )

    def _save_copy(self, record_id: RecordId, path: Path) -> None:
        def work(session: Session, job: Job) -> Outcome[None]:
            return evidence.save(session, record_id, path, job)

        def done(_: None) -> None:
            self._load_log(record_id)
            self.desk.say(self.tr("The copy was written and its hash is right."), tone="good")

        self.desk.change(self, work, done, label=self.tr("Writing the copy"))


def _entry(record: Record) -> ListEntry:
    size = record.fields.get("size")
    facts = [
        record.text("ref"),
        record.text("media_type"),
        size_in_words(size) if isinstance(size, int) else "",
        record.text("sha256")[:12],
    ]
    return ListEntry(
        id=record.id,
        first=unturned(record.text("title") or record.text("original_name") or record.text("ref")),
        second=" · ".join(fact for fact in facts if fact),
        pictures=(record.id,),
    )
