"""The form of a term: its labels, the other words for it, its code in a list that is used elsewhere."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.labels import EN, ZH, Labels
from hrddesk.records.record import Record, RecordId, Value
from hrddesk.records.vocabulary import Term
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_EMPTY = Term("", "", Labels())
_NO_RECORD = Record(Kind.TERM, RecordId("0" * 32))


class TermForm(FormEdit):
    """Add or reword one term."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.en = LineEdit(self.tr("English label"))
        self.zh = LineEdit(self.tr("Chinese label"))
        self.aliases = TextEdit(
            self.tr("Other words for it"),
            self.tr("One on each line: what reports and people call it"),
            lines=5,
        )
        self.map = LineEdit(self.tr("Code elsewhere"), self.tr("Of a list that is used elsewhere"))
        self.visibility = VisibilityEdit(Kind.TERM)
        self.add_field(self.tr("English label"), self.en, 0, 0, 2)
        self.add_field(self.tr("Chinese label"), self.zh, 1, 0, 2)
        self.add_field(self.tr("Other words for it"), self.aliases, 2, 0, 2, grow=True)
        self.add_field(self.tr("Code elsewhere"), self.map, 3, 0)
        self.add_field(self.tr("Who may learn of it"), self.visibility, 3, 1)
        self.finish()
        for line in (self.en, self.zh, self.map):
            line.textEdited.connect(self.mark_dirty)
        self.aliases.textChanged.connect(self.mark_dirty)
        self.visibility.edited.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the English label."""
        return self.en

    def show_term(self, term: Term | None, record: Record | None) -> None:
        """Show a term, or begin a new one; `record` is what the desk made of it, None for one as shipped."""
        if record is not None:
            self.show_record(record)  # what it says itself: a label that is missing is read as the other one
            return
        shown = term or _EMPTY
        self._show(
            shown.code,
            (shown.labels.get(EN, ""), shown.labels.get(ZH, ""), shown.map),
            shown.aliases,
            _NO_RECORD,
        )
        self.stored = None

    def show_record(self, record: Record) -> None:
        """Show a term that the desk made, or worded anew."""
        words = (record.text("label_en"), record.text("label_zh"), record.text("map"))
        aliases = [str(item.get("text") or "") for item in record.values("aliases")]
        self._show(record.text("code"), words, aliases, record)
        self.stored = record

    def _show(self, code: str, words: tuple[str, str, str], aliases: Sequence[str], record: Record) -> None:
        for line, text in zip((self.en, self.zh, self.map), words, strict=True):
            line.setText(text)
        self.aliases.setPlainText("\n".join(aliases))
        self.visibility.show_record(record)
        self.set_heading(self.tr("Term: {code}").format(code=code) if code else self.tr("New term"))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        lines = [line.strip() for line in self.aliases.toPlainText().splitlines()]
        aliases: list[dict[str, Value]] = [{"text": line} for line in lines if line]
        fields: dict[str, Value] = {
            "label_en": self.en.text().strip() or None,
            "label_zh": self.zh.text().strip() or None,
            "map": self.map.text().strip() or None,
            "visibility": self.visibility.changed(),
        }
        return FormValues(fields, {"aliases": aliases})

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say that a label is missing."""
        if self.en.text().strip() or self.zh.text().strip():
            return ()
        return ((self.en, self.tr("Give the term a label in English or Chinese.")),)

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "en": self.en.text(),
            "zh": self.zh.text(),
            "aliases": self.aliases.toPlainText(),
            "map": self.map.text(),
            "visibility": self.visibility.level(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.en.setText(cast("str", draft["en"]))
        self.zh.setText(cast("str", draft["zh"]))
        self.aliases.setPlainText(cast("str", draft["aliases"]))
        self.map.setText(cast("str", draft["map"]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self.mark_dirty()
