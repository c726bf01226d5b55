"""The terms of the vocabularies: a user adds, rewords, translates, merges and retires them.

None of these actions changes a record that has the term.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import terms
from hrddesk.actions.records.terms import TermWording
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.vocabulary import Term
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.catalogue.term_form import TermForm
from hrddesk_ui.catalogue.vocabulary_words import NAMES
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import other_chain, shown_chain
from hrddesk_ui.words.vocabularies import shown_words, term_label


class TermsView(CatalogueView):
    """The list of the terms of one vocabulary, and the choice of the vocabulary."""

    kind: ClassVar[Kind] = Kind.TERM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Terms of the vocabulary"),
            self.tr("New term"),
            self.tr("What you change here changes how records read, never what is recorded."),
            parent,
        )
        self.vocabulary = StillComboBox(self, name=self.tr("Vocabulary"))
        self.vocabulary.setMinimumHeight(heights.field(self.vocabulary))
        for name, text in NAMES.items():
            self.vocabulary.addItem(QCoreApplication.translate("Vocabularies", text), name)
        self.head.insertWidget(0, self.vocabulary)
        self.state = page_layout.note("", self)
        self.state.setContentsMargins(2 * tokens.GRID, 0, 2 * tokens.GRID, 0)
        self.retire_button = boxes.button(self.tr("Retire"), self._retire, self)
        self.retire_button.setToolTip(self.tr("Offer it no longer; records that have it keep it"))
        self.restore_button = boxes.button(self.tr("Offer again"), self._restore, self)
        self.merge_button = boxes.button(self.tr("Merge into"), self._merge, self)
        self.merge_button.setToolTip(self.tr("Retire it, and read it as the other term from now on"))
        self._row = boxes.row(margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID))
        boxes.add(self._row, self.retire_button, self.restore_button, self.merge_button, 1)
        self.into: TermEdit | None = None
        self._into_of: Term | None = None
        self.side.insertWidget(0, self.state)
        self.side.insertLayout(1, self._row)
        self._terms: dict[RecordId, Term] = {}
        self._named = str(self.vocabulary.currentData())
        self.vocabulary.currentIndexChanged.connect(self._other_vocabulary)

    @property
    def name(self) -> str:
        """The name of the vocabulary whose terms are listed."""
        return self._named

    def make_form(self) -> FormEdit:
        """Make the form of a term."""
        self._form = TermForm()
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the terms of the vocabulary that have the text in a label or in another word."""
        every = terms.listed(self.desk.reader, self.name)
        listed_terms = terms.listed(self.desk.reader, self.name, text) if text else every
        self._terms = {RecordId(term.id): term for term in every}
        return [self._entry(term) for term in listed_terms]

    def show_entry(self, record: RecordId | None) -> None:
        """Show the form of a term, and the actions that are possible for it."""
        term = self._terms.get(record) if record is not None else None
        self._form.show_term(term, None if term is None else self.desk.reader.find(term.id))
        self.state.setText(self._said(term))
        self.state.setVisible(term is not None)
        self.retire_button.setVisible(term is not None and not term.retired)
        self.restore_button.setVisible(term is not None and term.retired)
        self.merge_button.setVisible(term is not None and not term.retired)
        if term != self._into_of:  # else somebody may be typing in it
            self._into_of = term
            self._offer_others(term)

    def _offer_others(self, term: Term | None) -> None:
        """Replace the field in which the target of a merge is chosen: the vocabulary may be another now."""
        if self.into is not None:
            self._row.removeWidget(self.into)
            self.into.deleteLater()
            self.into = None
        if term is not None and not term.retired:
            self.into = TermEdit(self.tr("The term that stays"), self.name, parent=self)
            self._row.insertWidget(3, self.into, 10)

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that adds the term, or changes its words."""
        term = self._terms.get(record) if record is not None else None
        labels = values.labels({} if term is None else term.labels)
        name = self.name

        def store(session: Session) -> Outcome[RecordId]:
            stored = None if term is None else session.store.find(term.id)
            aliases = values.texts("aliases", stored)
            wording = TermWording(labels, aliases, values.said("map"), values.said("visibility") or None)
            if term is None:
                return terms.add(session, name, wording)
            return Outcome(RecordId(term.id), terms.edit(session, name, term.code, wording).changes)

        return store

    def group(self) -> str:
        """Return the name of the shown vocabulary, to which a new term is added."""
        return self.name

    def go_to_group(self, group: str) -> None:
        """Show the terms of the vocabulary named `group`."""
        self.vocabulary.setCurrentIndex(self.vocabulary.findData(group))

    def _entry(self, term: Term) -> ListEntry:
        labels = dict.fromkeys((term.label(shown_chain()), term.label(other_chain())))
        first = " · ".join(label for label in labels if label)
        if term.into:
            state = self.tr("read as: {term}").format(term=term_label((self.name,), term.code))
        else:
            state = self.tr("retired") if term.retired else ""
        own = self.tr("changed by your desk") if shown_words().is_own(self.name, term.code) else ""
        second = " · ".join(part for part in (state, own, ", ".join(term.aliases)) if part)
        return ListEntry(id=RecordId(term.id), first=first, second=second)

    def _said(self, term: Term | None) -> str:
        if term is None:
            return ""
        return self.tr("Used in %n record(s).", "", terms.uses(self.desk.reader, term))

    def _other_vocabulary(self) -> None:
        self._put_away()  # as a draft of the vocabulary that was shown
        self._named = str(self.vocabulary.currentData())
        self._shown = self._into_of = None
        self.load()

    def _term(self) -> Term | None:
        return self._terms.get(self.shown) if self.shown is not None else None

    def _retire(self) -> None:
        term, name = self._term(), self.name
        if term is not None:
            self.change(
                lambda session: terms.retire(session, name, term.code), self.tr("It is offered no longer.")
            )

    def _restore(self) -> None:
        term, name = self._term(), self.name
        if term is not None:
            self.change(
                lambda session: terms.restore(session, name, term.code), self.tr("It is offered again.")
            )

    def _merge(self) -> None:
        term, name = self._term(), self.name
        if term is None or self.into is None:
            return
        into = self.into.value()
        if not into or not self.into.is_known() or into == term.code:
            self._form.show_problem(self.tr("Choose the term that stays first."))
            self.into.setFocus()
            return
        sentence = self.tr("It is read as the other term from now on; no record was changed.")
        self.change(lambda session: terms.merge(session, name, term.code, into), sentence)
