"""The list of forms with unsaved changes, each of which can be opened again or discarded."""

from collections.abc import Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.interop import forms
from hrddesk.records.language.labels import Labels
from hrddesk.records.model.kinds import Kind
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.history.undoing import bring_back
from hrddesk_ui.pages.drafts import DraftKey, Drafts, FormDraft, Since
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.record_words import RecordWords, kind_word
from hrddesk_ui.words.relation_words import relation_sentence

_MOST_LETTERS: Final = 60


class DraftsView(QWidget):
    """The list of drafts, latest first."""

    open_wanted = Signal(object)  # DraftKey

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = Drafts.of(desk)
        self._keys: list[DraftKey] = []
        layout = boxes.column(
            page_layout.title(self.tr("Not saved yet")),
            page_layout.note(
                self.tr(
                    "What stands in these forms is kept in the vault's folder, sealed like everything else,"
                    " until you save it or throw it away."
                )
            ),
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.forms = WrappedList(self.tr("Forms that are not saved"), self)
        layout.addWidget(self.forms, 1)
        self.trouble = page_layout.words("", self)
        theme.set_role(self.trouble, "warn")
        layout.addWidget(self.trouble)
        self.open_button = QPushButton(self)
        theme.set_role(self.open_button, "primary")
        self.drop_button = boxes.button(self.tr("Throw away …"), self._ask, self)
        self.drop_button.setAccessibleName(self.tr("Throw away what stands in the form that is selected"))
        buttons = boxes.row()
        boxes.add(buttons, self.open_button, self.drop_button, 1)
        layout.addLayout(buttons)
        self.confirm = ConfirmBar(self)
        layout.addWidget(self.confirm)
        self.forms.currentRowChanged.connect(self._on_row)
        self.forms.itemActivated.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self._drafts.changed.connect(self._on_changed)
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        """List all forms with unsaved changes, and focus the list."""
        self._show()
        self.forms.setFocus()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        chosen = self._current()
        self._keys = self._drafts.keys()
        self.forms.blockSignals(True)
        self.forms.clear()
        for key in self._keys:
            draft = self._drafts.get(key)
            assert draft is not None
            ListItem(self._words(key, draft), self.forms)
        self.forms.blockSignals(False)
        self.forms.setCurrentRow(self._keys.index(chosen) if chosen in self._keys else 0)
        self._on_row()

    def _current(self) -> DraftKey | None:
        row = self.forms.currentRow()
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def _words(self, key: DraftKey, draft: FormDraft) -> str:
        when = QDateTime.fromSecsSinceEpoch(draft.time).toString("yyyy-MM-dd HH:mm")
        typed = self.tr("typed {when}").format(when=when)
        if key.review:
            review = self.tr("Review {number}").format(number=key.review)
            fields = sum(len(cast("Mapping[str, Any]", chosen)) for chosen in draft.typed.values())
            return " · ".join((review, self.tr("decisions about %n field(s)", "", fields), typed))
        words = RecordWords(self._desk.reader)
        what = (
            words.title(draft.base) if draft.base is not None else _gist(words, key.kind, draft.typed) or "…"
        )
        if key.record is None:
            what = self.tr("new: {what}").format(what=what)
        form = forms.template(key.template).label(shown_chain()) if key.template else kind_word(key.kind)
        parts = [form, what]
        if key.case is not None and key.case != key.record:
            has_case = self._desk.reader.find(key.case) is not None
            where = words.reference(key.case) if has_case else self.tr("a case that was deleted")
            parts.append(self.tr("in {case}").format(case=where))
        return " · ".join(part for part in (*parts, typed) if part)

    def _on_row(self) -> None:
        key = self._current()
        since = Since.SAME if key is None else self._drafts.since(key)
        words = {
            Since.CHANGED: self.tr("The record was changed since. Saving leaves what others changed."),
            Since.DELETED: self.tr("The record was deleted since."),
            Since.NO_CASE: self.tr("The case in which this was typed was deleted since."),
        }
        first = {
            Since.DELETED: self.tr("Bring the record back and open the draft"),
            Since.NO_CASE: self.tr("Bring the case back and open the draft"),
        }
        self.trouble.setText(words.get(since, ""))
        self.trouble.setVisible(since in words)
        self.open_button.setText(first.get(since, self.tr("Open")))
        self.open_button.setAccessibleName(first.get(since, self.tr("Open the form that is selected")))
        self.open_button.setEnabled(key is not None)
        self.drop_button.setEnabled(key is not None)
        self.confirm.withdraw()

    def _open(self) -> None:
        key = self._current()
        if key is None:
            return
        since = self._drafts.since(key)
        deleted_record = {Since.DELETED: key.record, Since.NO_CASE: key.case}.get(since)
        if deleted_record is None:
            self.open_wanted.emit(key)
            return
        sentence = (
            self.tr("The case is back as it was.")
            if deleted_record == key.case
            else self.tr("The record is back as it was.")
        )
        bring_back(
            self._desk, self, deleted_record, sentence, self._open
        )  # a record may be gone besides its case

    def _ask(self) -> None:
        key = self._current()
        if key is not None:
            self.confirm.ask(
                self.tr("What stands in this form will be gone for good."),
                self.tr("Throw it away"),
                self.tr("Keep it"),
                lambda: self._desk.discard_wanted.emit(key),
                self.forms,
            )


def _gist(words: RecordWords, kind: Kind, typed: Mapping[str, Any]) -> str:
    """Return some of the words typed in a form, so that the user recognises the form in the list."""
    if kind is Kind.EVENT:
        parts = [str(typed.get("date", "")), words.value(kind, "type", str(typed.get("type", "")))]
        place = typed.get("place") or {}
        words_of_place = str(place.get("words", "")) or words.reference(str(place.get("place", "")))
        parts.append(words_of_place or str(typed.get("summary", "")))
    elif kind is Kind.PARTY:
        parts = [str(name.get("name", "")) for name in typed.get("names", ())]
    elif kind is Kind.RELATION:
        sides = (str(typed.get(side, {}).get("party", "")) for side in ("subject", "object"))
        who, to_whom = (words.reference(side) or "?" for side in sides)
        parts = [relation_sentence(who, str(typed.get("type", "")) or "?", to_whom)]
    else:
        called = ("title", "code_name", "name", "narrative")
        labels = cast("dict[str, str]", typed.get("labels", {}))
        first = next((str(typed[name]) for name in called if typed.get(name)), "")
        parts = [first or Labels(labels).text(shown_chain())]
    text = " · ".join(" ".join(part.split()) for part in parts if part.strip())
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + " …"
