"""The page that makes a publication: the choice of its content, a preview, and the PDF."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QWidget,
)

from hrddesk.actions.analysis import figures, published_figures
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publication_risks import RiskKind
from hrddesk.actions.publishing.publications import Preview, Published, PublishRequest
from hrddesk.actions.records import cases
from hrddesk.actions.scope import publication_request
from hrddesk.errors import HrdDeskError, PreviewOutdated
from hrddesk.records.language.labels import EN, ZH, Labels
from hrddesk.records.model.record import RecordId
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import SHIPPED
from hrddesk.redact.publication.redaction import TITLE
from hrddesk.store.records.changes import Changes
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.publishing.profiles.languages_choice import LanguagesChoice
from hrddesk_ui.publishing.profiles.profile_choice import ProfileChoice
from hrddesk_ui.publishing.publication import publication_text
from hrddesk_ui.publishing.publication.preview_view import PreviewView
from hrddesk_ui.publishing.publication.publication_contents import PublicationContents
from hrddesk_ui.publishing.publication.series_choice import SeriesChoice
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.layout.whole_pane import WholePane
from hrddesk_ui.words.language import shown_chain

SIDE_BY_SIDE = 800  # pixels from which the preview stands beside the choices


class PublicationView(QWidget):
    """The page that makes a publication. A PDF can be written only while the preview is up to date."""

    texts_wanted = Signal(str)  # profile
    pictures_wanted = Signal(str)  # profile

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._previewed: PublishRequest | None = None
        self._seen = ""
        self._writing = False
        self._printing: Task | None = None
        self._hides: tuple[str, frozenset[RecordId]] | None = None
        self.profile = ProfileChoice(self.tr("What may leave"), self)
        self.language = LanguagesChoice(self.tr("Language of the publication"), self)
        self.heading = QLineEdit(self)
        self.heading.setAccessibleName(self.tr("Title of the publication"))
        self.heading.setPlaceholderText(self.tr("Documented cases"))
        # In the order in which they stand: Tab goes in the order in which parts were made.
        self.series = SeriesChoice(self)
        self.choices = PublicationContents(desk, self)
        self.cases, self.people, self.parts = self.choices.cases, self.choices.people, self.choices.parts
        self.trouble = TroubleLabel(self)
        self.preview_button = QPushButton(theme.icon("search"), self.tr("Preview"), self)
        self.write_button = QPushButton(theme.icon("publish"), self.tr("Write the PDF …"), self)
        for button in (self.preview_button, self.write_button):
            button.setAccessibleName(button.text())
        self.preview = PreviewView(desk, self)
        self._arrange()
        self._connect()
        self._choice_changed()

    # --- making ---

    def _arrange(self) -> None:
        left_pane = WholePane(self)
        column = boxes.column(parent=left_pane, margin=2 * tokens.GRID)
        fields = page_layout.Fields()
        fields.add(self.tr("What may leave"), self.profile)
        fields.add(self.tr("Language"), self.language)
        fields.add(self.tr("Title"), self.heading)
        fields.add(self.tr("Issue before"), self.series)
        column.addLayout(fields)
        column.addWidget(self.choices, 1)
        column.addWidget(self.trouble)
        buttons = boxes.row(self.preview_button, self.write_button, 1)
        column.addLayout(buttons)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(left_pane, 1)
        panes.add(self.preview, 1)
        panes.setSizes([1000, 1000])
        boxes.column(panes, parent=self)

    def _connect(self) -> None:
        self.profile.currentIndexChanged.connect(self._profile_chosen)
        self.language.currentIndexChanged.connect(self._choice_changed)
        self.heading.textChanged.connect(self._choice_changed)
        self.choices.all_cases.toggled.connect(self._on_which)
        self.cases.changed.connect(self._on_which)
        self.people.changed.connect(self._choice_changed)
        self.people.listed.connect(self._choice_changed)
        self.parts.changed.connect(self._choice_changed)
        self.series.changed.connect(self._choice_changed)
        self.series.issue_chosen.connect(self._take_over_issue)
        self.preview.held.changed.connect(self._step_taken)
        self.preview.answered.connect(self._say_what_remains)
        self.preview.answers.namesakes.same_person.connect(self._label_too)
        self.preview.names.changed.connect(self._choice_changed)
        self.preview.beside.changed.connect(self._choice_changed)
        self.preview.coarser.changed.connect(self._step_taken)
        self.preview_button.clicked.connect(lambda: self.look())
        self.write_button.clicked.connect(self._answer_or_write)
        self.choices.levels_button.clicked.connect(self._say_levels)
        self.preview.texts_wanted.connect(lambda: self.texts_wanted.emit(self.profile.currentData()))
        self.preview.pictures_wanted.connect(lambda: self.pictures_wanted.emit(self.profile.currentData()))
        self._desk.changed.connect(self._on_changed)
        self._desk.runner.finished.connect(self._look_whether_cancelled)

    # --- choosing ---

    def load(self) -> None:
        """Fill the lists of profiles, figures, publications and people, and check whether the preview still
        holds.
        """
        if self.profile.show_profiles(publications.profile_names(self._desk.reader)):
            self._hides = None  # another profile may have that name now
            self._profile_chosen()
        self._list_figures()
        self.series.show_publications(publications.all_publications(self._desk.reader))
        self._on_which()

    def _list_figures(self) -> None:
        self.parts.show_figures(
            [item.name for item in figures.saved(self._desk.reader) if item.question is not None],
            published_figures.listed(self._desk.reader),
        )

    def request(self) -> PublishRequest:
        """Return the request that the fields describe."""
        title = self.heading.text().strip()
        chosen = self.choices.chosen_cases()
        request = PublishRequest(
            profile=self.profile.currentData() or "",
            cases=None if chosen is None else tuple(chosen),
            label=self.people.ticked if self.people.isEnabled() else frozenset(),
            languages=self.language.languages,
            decided=self.preview.names.decided,
            added=self.preview.beside.added,
            coarser=self.preview.coarser.steps,
            parts=self.parts.parts,
            figures=self.parts.ticked,
            published=tuple(map(RecordId, self.parts.published.ticked)),
            figure_names=self.parts.names.isChecked(),
            count_all=self.parts.count_all.isChecked(),
            small_counts=self.parts.small_counts.text().strip(),
            labels_off=self.preview.held.off,
            since=self.series.since,
            corrects=self.series.is_correction,
        )
        return replace(request, title=Labels.same(title)) if title else request

    def _take_over_issue(self) -> None:
        """Fill the fields as they were for the previous issue; the user can change all of them."""
        self.preview.held.forget()
        if self.series.since is None:
            return
        request = publication_request.following(self._desk.reader, self.series.since)
        self.profile.choose(request.profile)
        self.language.choose(request.languages)
        self.heading.setText("" if request.title == TITLE else request.title.text(shown_chain()))
        self.choices.choose_cases(request.cases)
        self.people.tick(request.label)
        self.preview.beside.take(request.added)
        self.parts.take_over(request)
        self._choice_changed()  # first: another profile takes back the steps of the one before
        self.preview.coarser.take(sorted(request.coarser, key=list(Coarser).index))

    def _on_which(self) -> None:
        self.cases.setEnabled(not self.choices.all_cases.isChecked())
        self.people.look_soon()
        self._choice_changed()

    def _profile_chosen(self) -> None:
        """Choose the language of the profile; the user may then choose another one for this publication.

        If the profile came with the program, choose the language of the window: nobody chose that profile's
        language.
        """
        if name := self.profile.currentData():
            languages = publications.profile_of(self._desk.reader, name).languages
            if name in SHIPPED:
                languages = (ZH if self._desk.language.vocabulary == "zh" else EN,)
            self.language.choose(languages)
        self._choice_changed()

    def _choice_changed(self) -> None:
        self.choices.allow_labels(self.profile.currentData() != "labels")
        self.choices.show_counts()
        hides = (request := self.request()).profile, request.label
        if hides != self._hides:
            self.preview.names.forget()  # they were decided about other hidden people
            if self._hides is None or hides[0] != self._hides[0]:
                self.preview.coarser.forget()
                self.preview.held.forget()
            self._hides = hides
        same = self._previewed is not None and self._previewed == self.request()
        self.write_button.setEnabled(same)
        self._say_what_remains()
        if self._previewed is not None and not same:
            self.preview.outdate()

    def _say_what_remains(self) -> None:
        """Show on the button how many kinds of risk need an answer, or else how many people can
        be recognised.
        """
        answers = self.preview.answers
        people = answers.count(RiskKind.RECOGNISABLE)
        if not self.write_button.isEnabled():
            words = self.tr("Write the PDF …")
        elif answers.open:
            words = self.tr("Answer %n kind(s) of risk …", "", len(answers.open))
        elif people:
            words = self.tr("Write the PDF: %n people can be recognised …", "", people)
        else:
            words = self.tr("Write the PDF …")
        self.write_button.setText(words)
        self.write_button.setAccessibleName(words)

    def _label_too(self, party: str) -> None:
        """Let a namesake get a label too, because it is the same person as the one with the label."""
        self.people.tick(self.people.ticked | {RecordId(party)})
        self._step_taken()

    def _step_taken(self) -> None:
        """Make a new preview at once without moving the focus, so that the user sees the effect of the last
        choice.
        """
        self._choice_changed()
        self.look(stay=True)

    def _say_levels(self) -> None:
        """Go to the page where the levels of the chosen cases are set."""
        if self.choices.all_cases.isChecked():
            chosen = cases.list_ids(self._desk.reader, cases.CaseQuery())
        else:
            chosen = self.cases.chosen
        if not chosen:
            self._ask_for_a_case()
            return
        self._desk.levels_wanted.emit(chosen)

    def _ask_for_a_case(self) -> None:
        words = self.tr("Tick at least one case, or choose All cases.")
        self.trouble.complain(words, self.cases.changed, self.choices.all_cases.toggled)
        self.choices.go_to_cases()

    def _on_changed(self, changes: Changes) -> None:
        if changes.parties:
            self.preview.names.forget()  # somebody may be hidden now who was not
        if self._previewed is not None and not self._writing:
            self._outdate()
        self.people.look_soon()

    def _outdate(self) -> None:
        """Require a new preview, because what would be printed may have changed."""
        self._previewed = None
        self._choice_changed()
        self.preview.outdate()

    # --- previewing ---

    def look(self, *, stay: bool = False) -> None:
        """Make a preview and focus it; if `stay` is set, the focus stays where it is."""
        request = self.request()
        if request.cases == () and not request.figures and not request.published:
            self._ask_for_a_case()
            return
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: _previewed(session, request, job),
            lambda preview: self._show_preview(request, *preview, stay=stay),
            failed=self._failed,
            label=self.tr("Making the preview"),
        )

    def _show_preview(
        self,
        request: PublishRequest,
        preview: Preview,
        text: str,
        places: list[tuple[int, int]],
        *,
        stay: bool,
    ) -> None:
        self._previewed, self._seen = request, preview.seen
        self.preview.show_preview(preview, text, places)
        self._choice_changed()
        if not stay:
            self.preview.text.setFocus()

    def _failed(self, error: HrdDeskError) -> None:
        # Another issue takes its own choices over: what was said of these is true no more.
        self.trouble.complain(messages.of(error).text, self.series.issue_chosen)
        if isinstance(error, PreviewOutdated):
            self._outdate()
        again = self.write_button if self._writing and self.write_button.isEnabled() else self.preview_button
        again.setFocus()
        self._writing = False

    # --- writing ---

    def _answer_or_write(self) -> None:
        if self.preview.answers.open:
            self.preview.go_to_risks()
        else:
            self._choose_target()

    def _choose_target(self) -> None:
        choose_path(
            self,
            self.tr("Where to put the PDF"),
            Purpose.SAVE_FILE,
            self.write,
            pattern=self.tr("PDF files (*.pdf)"),
            suffix="pdf",
            name="publication.pdf",
        )

    def write(self, target: Path) -> None:
        """Write the publication as it was previewed to the new file `target`."""
        if self._previewed is None:
            return
        # Something may be waiting in the vault's thread that changes what would be printed.
        answers = self.preview.answers.answers
        request = replace(self._previewed, target=target, seen=self._seen, answers=answers)
        self.trouble.hush()
        self._writing = True  # its record in the vault changes nothing of what was previewed
        self._printing = self._desk.change(
            self,
            lambda session, job: publications.publish(session, request, job),
            self._written,
            failed=self._failed,
            label=self.tr("Printing and checking the pages"),
        )

    def _look_whether_cancelled(self, task: Task) -> None:
        """React to changes in the vault again once the task that writes the PDF has ended.

        This is needed for a cancelled task, which reports no outcome.
        """
        if task is self._printing:
            QTimer.singleShot(0, self, self._heed_changes)

    def _heed_changes(self) -> None:
        self._writing = False

    def _written(self, published: Published) -> None:
        self._writing = False
        self.preview.held.forget()  # the labels are off: they hold no more
        self.preview.answers.forget()
        self.series.show_publications(publications.all_publications(self._desk.reader))
        self._choice_changed()
        self._desk.say(
            self.tr("The PDF was written: {path}").format(path=published.path),
            self.tr("The finished pages were opened again and checked. Its signature lies beside it."),
            " ".join(
                filter(
                    None,
                    (
                        self.tr("%n page(s).", "", published.pages),
                        self.preview.texts_left_out(published.preview.left_out),
                        self.tr("Read all pages as a stranger would, before you pass them on."),
                    ),
                )
            ),
        )


def _previewed(
    session: Session, request: PublishRequest, job: Job
) -> tuple[Preview, str, list[tuple[int, int]]]:
    """Return a preview, its text, and the spans of labels in it; not called in the thread of the window."""
    preview = publications.preview(session, request, job)
    return preview, *publication_text.marked(preview.model)
