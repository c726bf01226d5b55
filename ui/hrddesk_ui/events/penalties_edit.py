"""The rows for penalties: a kind, and an extent read from words such as "3 years 6 months" or "50000 CNY"."""

from PySide6.QtWidgets import QWidget

from hrddesk.interop.columns import cells
from hrddesk.records.model.record import Value
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.penalty_words import extent_words
from hrddesk_ui.words.vocabularies import shown_words

_EXTENT = ("months", "amount", "quantity", "ends")


def typed_extent(entry: Entry) -> str:
    """Return the extent of a penalty as it was typed; if nothing was typed, return it in the
    program's words.
    """
    raw = str(entry.get("raw") or "")
    if not raw:
        return extent_words(entry)
    return raw if not entry.get("kind") else raw.partition(":")[2].strip()


class PenaltyRow(EntryRow):
    """A row for the kind and the extent of a penalty, with a line that says how the extent was understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = TermEdit(self.tr("Kind of penalty"), "penalty", parent=self)
        self._extent = LineEdit(self.tr("How much or how long"), self.tr("3 years 6 months, 50000 CNY"), self)
        self._hint = HintLabel(self)
        self._shown = ("", "")
        boxes.column(
            boxes.row((self._kind, 1), (self._extent, 1), spacing=6), self._hint, parent=self, spacing=2
        )
        self._hint.hide()
        self._kind.edited.connect(self.edited)
        self._extent.textEdited.connect(self.edited)
        self._extent.textChanged.connect(self._echo)
        self._extent.returnPressed.connect(self.entered)

    def stops(self) -> list[QWidget]:
        """Return the controls of the row in the order of the Tab key: kind and extent."""
        return [self._kind, self._extent]

    def show_entry(self, entry: Entry) -> None:
        """Show a stored penalty."""
        super().show_entry(entry)
        self._kind.set_value(str(entry.get("kind", "")))
        self._extent.setText(typed_extent(entry))
        self._shown = self._typed()

    def entry(self) -> dict[str, Value]:
        """Return the penalty of the row; if the row was not changed, return the stored penalty as it is."""
        kind, extent = self._typed()
        entry = super().entry()
        if entry and self._shown == (kind, extent):
            return entry
        if not kind and not extent:
            return {}
        # The form of the spreadsheet kit keeps the words as typed and is read back the same.
        read, _ = cells.penalty_of(f"{kind}:{extent}" if kind and extent else kind or extent, shown_words())
        return {key: value for key, value in read.items() if value not in (None, "")}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, with kind and extent as they were typed."""
        kind, extent = self._typed()
        return {**super().entry(), "typed kind": kind, "typed extent": extent}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        values = {key: value for key, value in draft.items() if not key.startswith("typed ")}
        if values:
            self.show_entry(values)
        self._kind.set_value(str(draft.get("typed kind", "")))
        self._extent.setText(str(draft.get("typed extent", "")))

    def _typed(self) -> tuple[str, str]:
        return self._kind.value(), self._extent.text().strip()

    def _echo(self, text: str) -> None:
        words = text.strip()
        kind = self._kind.value()
        # The extent is echoed before a kind is chosen too; any kind of the vocabulary serves to read it.
        is_known = shown_words().load("penalty").find(kind) is not None
        read, complete = cells.penalty_of(f"{kind if is_known else 'fixed'}:{words}", shown_words())
        if not words:
            self._say("", Tone.MUTED)
        elif complete and any(read.get(part) for part in _EXTENT):
            self._say(self.tr("Understood as: {words}").format(words=extent_words(read)), Tone.GOOD)
        else:
            self._say(self.tr("Kept as it was typed; it will not be counted."), Tone.MUTED)

    def _say(self, text: str, tone: Tone) -> None:
        self._hint.show_hint(text, tone)
        self._hint.setVisible(bool(text))
        self._extent.setAccessibleDescription(text)


class PenaltiesEdit(RowsEdit):
    """The rows of the penalties of an event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", PenaltyRow, parent)
        self._add.setText(self.tr("+ Add &penalty"))
        self._remove_text = self.tr("Remove this penalty")
