"""The form of a report's blocks: a list of all blocks, and below it the fields of the selected one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.kinds import BLOCKS
from hrddesk.records.model.record import Record, RecordId, Value, bare, new_id
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem, beyond_limit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.links_edit import Records
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow
from hrddesk_ui.widgets.forms.texts_edit import LanguageEdit
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated, language_name
from hrddesk_ui.words.vocabularies import term_label

_TYPED: Final = "typed"
"""The key in a draft for typed words in place of a chosen record."""
_LINES_SHOWN: Final = 5
_WORDS_SHOWN: Final = 80


class BlockRow(EntryRow):
    """The fields of one block: its kind, state, language, writer, text, and the record it is about."""

    def __init__(self, records: Records, parent: QWidget | None = None) -> None:
        """Build the fields; `records` searches the records that a block can be about."""
        super().__init__(parent)
        self._records = records
        kind = self.bind("kind", TermEdit(self.tr("Kind of block"), "block_kind", parent=self))
        state = self.bind("state", TermEdit(self.tr("State of the block"), "block_state", parent=self))
        language = self.bind("language", LanguageEdit(self.tr("Language of the block"), self))
        by = self.bind("by", LineEdit(self.tr("Block by"), self.tr("An alias"), self))
        self.about = PartyPicker(self.tr("Record it is about"), (), records.find, self)
        self.about.set_placeholder(self.tr("Case, person, evidence: type a name or reference"))
        self.about.edited.connect(self.edited)
        caption = self.bind("caption", LineEdit(self.tr("Caption"), self.tr("Caption"), self))
        words = self.tr("Text, in Markdown. @ before a reference names a record")
        self.body = self.bind("body", TextEdit(self.tr("Text of the block"), words, lines=7, parent=self))
        column = boxes.column(boxes.row((kind, 1), (state, 1), spacing=6), parent=self, spacing=4)
        for term in (kind, state):
            column.addWidget(term.echo)
            term.echo.hush()
        boxes.add(column, boxes.row((language, 1), (by, 1), spacing=6))
        boxes.add(column, boxes.row((self.about, 1), (caption, 1), spacing=6), (self.body, 1))

    def show_entry(self, entry: Entry) -> None:
        """Show a block; if no record was chosen, show the words that were typed in the field for it."""
        super().show_entry({name: value for name, value in entry.items() if name not in ("record", _TYPED)})
        about = str(entry.get("record") or "")
        choice = PartyChoice(RecordId(about), self._records.label(RecordId(about))) if about else None
        self.about.set_choice(choice)
        if choice is None:
            self.about.setEditText(str(entry.get(_TYPED) or ""))

    def entry(self) -> dict[str, Value]:
        """Return the content of the block."""
        about = self.about.value()
        block = {**super().entry(), "record": about, _TYPED: None if about else self.about.typed()}
        return {name: value for name, value in block.items() if value}

    def stops(self) -> list[QWidget]:
        """Return the controls in the order of the Tab key."""
        *before, caption, body = super().stops()
        return [*before, self.about, caption, body]


class BlocksEdit(QWidget):
    """The list in which blocks are added, moved, changed and removed.

    Nothing is stored until the form is saved.
    """

    edited = Signal()

    def __init__(self, records: Records, author: str, parent: QWidget | None = None) -> None:
        """Build the list; `author` is the alias that new blocks have as their writer."""
        super().__init__(parent)
        self._author = author
        self._blocks: dict[RecordId, dict[str, Value]] = {}
        self._is_showing = False
        self.list = EntryList(self.tr("Blocks"), parent=self)
        self.list.setMinimumHeight(_LINES_SHOWN * (2 * heights.line(self.list) + 2 * tokens.GRID))
        self.add_button = boxes.button(self.tr("+ Add block"), self.add_block, self, kind="quiet")
        self.up = self._mover(self.tr("Up"), self.tr("Move the block up"), -1)
        self.down = self._mover(self.tr("Down"), self.tr("Move the block down"), 1)
        self.remove = DeleteButton(None, self.tr("Remove"), self.list, self)
        self.remove.setAccessibleName(self.tr("Remove the block"))
        self.remove.clicked.connect(self._remove)
        self.row = BlockRow(records, self)
        bar = boxes.row(self.add_button, self.up, self.down, self.remove, 1, spacing=6)
        boxes.column(self.list, bar, (self.row, 1), parent=self, spacing=6)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.list.opened.connect(lambda _: self.row.body.setFocus())
        self.row.edited.connect(self._take)
        self.setFocusProxy(self.list)
        self._refresh(None)

    def blocks(self) -> list[dict[str, Value]]:
        """Return the blocks in their order, each with its id."""
        return [
            {**{name: value for name, value in block.items() if name != _TYPED}, "id": key}
            for key, block in self._blocks.items()
        ]

    def drafts(self) -> list[dict[str, Value]]:
        """Return the content of all blocks for a draft, including typed words for which no record
        was chosen.
        """
        return [{**block, "id": key} for key, block in self._blocks.items()]

    def set_blocks(self, blocks: Iterable[Entry]) -> None:
        """Replace all blocks by `blocks`, each of which has an `id`, and select the first."""
        self._blocks = {RecordId(str(block["id"])): bare(block) for block in blocks}
        self._refresh(next(iter(self._blocks), None))

    def add_block(self) -> None:
        """Add a text block after the selected block, or at the end, and focus its text."""
        key, place = new_id(), self.list.currentIndex().row() + 1
        new = bare({"kind": "text", "state": "draft", "by": self._author})
        keys = list(self._blocks)
        keys.insert(place or len(keys), key)
        self._blocks = {each: self._blocks.get(each, new) for each in keys}
        self._refresh(key)
        self.row.body.setFocus()
        self.edited.emit()

    def unchosen(self) -> RecordId | None:
        """Return the first block in which words were typed but no record was chosen; None if
        there is none.
        """
        return next((key for key, block in self._blocks.items() if block.get(_TYPED)), None)

    def _mover(self, text: str, words: str, steps: int) -> QPushButton:
        button = boxes.button(text, lambda: self._move(steps), self)
        button.setAccessibleName(words)
        return button

    def _move(self, steps: int) -> None:
        key, keys = self.list.current(), list(self._blocks)
        place = self.list.currentIndex().row() + steps
        if key is not None and 0 <= place < len(keys):
            keys.remove(key)
            keys.insert(place, key)
            self._blocks = {each: self._blocks[each] for each in keys}
            self._refresh(key)
            self.edited.emit()

    def _remove(self) -> None:
        key, place = self.list.current(), self.list.currentIndex().row()
        if key is not None:
            del self._blocks[key]
            keys = list(self._blocks)
            self._refresh(keys[min(place, len(keys) - 1)] if keys else None)
            self.edited.emit()

    def _take(self) -> None:
        """Take the content of the fields over into the list of blocks."""
        key = self.list.current()
        if key is None or self._is_showing:
            return
        before = _line(key, self._blocks[key])
        self._blocks[key] = self.row.entry()
        if _line(key, self._blocks[key]) != before:
            self.list.entries.show([_line(each, block) for each, block in self._blocks.items()])
        self.edited.emit()

    def _refresh(self, key: RecordId | None) -> None:
        """Fill the list again, and select the block `key` in it."""
        self._is_showing = True
        self.list.entries.show([_line(each, block) for each, block in self._blocks.items()])
        if key is not None:
            self.list.select(key)
        self._is_showing = False
        self._follow()

    def _follow(self) -> None:
        """Show the selected block in the fields."""
        if self._is_showing:
            return
        key = self.list.current()
        self.row.setEnabled(key is not None)
        for button, end in ((self.up, 0), (self.down, len(self._blocks) - 1)):
            is_enabled = key is not None and self.list.currentIndex().row() != end
            if button.hasFocus() and not is_enabled:
                self.list.setFocus()  # else the keyboard goes on to what removes the block
            button.setEnabled(is_enabled)
        self.remove.setEnabled(key is not None)
        self._is_showing = True
        self.row.show_entry(self._blocks[key] if key is not None else {})
        self._is_showing = False


class BlocksBinding(Binding):
    """The binding of the list of blocks to the record of the report."""

    def __init__(self, spec: ListSpec, edit: BlocksEdit) -> None:
        super().__init__(BLOCKS, edit, edit.edited)
        self.spec, self.edit = spec, edit

    def show(self, record: Record) -> None:
        """Show the blocks of a report."""
        self.edit.set_blocks({**block, "id": key} for key, block in record.elements(BLOCKS))

    def fill(self, values: FormValues) -> None:
        """Put the blocks into `values`."""
        values.entries[BLOCKS] = self.edit.blocks()

    def draft(self) -> list[dict[str, Value]]:
        """Return the content of each block for a draft."""
        return self.edit.drafts()

    def take_draft(self, draft: Any) -> None:
        """Show the blocks of a draft."""
        self.edit.set_blocks(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the first problem, and select its block: a record that was not chosen, or a text that is too
        long.
        """
        unchosen = self.edit.unchosen()
        if unchosen is not None:
            self.edit.list.select(unchosen)
            return [(self.edit.row.about, self.edit.tr("Choose the record from the list."))]
        for block in self.edit.blocks():
            for name, value in block.items():
                why = beyond_limit(self.spec.by_name[name], value) if name in self.spec.by_name else ""
                if why:
                    self.edit.list.select(RecordId(str(block["id"])))
                    return [(self.edit.row.body, why)]
        return []


def _line(key: RecordId, block: Mapping[str, Value]) -> ListEntry:
    """Return the list entry for a block: its kind, and the first words of its text."""
    text = " ".join(str(block.get("body") or block.get("caption") or "").split())
    kind = term_label(["block_kind"], str(block.get("kind") or ""))
    state = term_label(["block_state"], str(block.get("state") or ""))
    language = str(block.get("language") or "")
    parts = (kind, language_name(language) if language else "", str(block.get("by") or ""), state)
    return ListEntry(
        id=key, first=isolated(text[:_WORDS_SHOWN]) or kind, second=" · ".join(filter(None, parts))
    )
