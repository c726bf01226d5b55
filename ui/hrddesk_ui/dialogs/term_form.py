"""The form of a term: its labels, the other words for it, its code in a list that is used elsewhere."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.actions.terms import Wording
from hrddesk.records.record import Record
from hrddesk.records.vocabulary import Term
from hrddesk_ui.widgets.form_edit import Draft, FormEdit, FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.text_edit import TextEdit

_EMPTY = Term("", "", "", "")


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
        self.add_field(self.tr("English label"), self.en, 0, 0, 2)
        self.add_field(self.tr("Chinese label"), self.zh, 1, 0, 2)
        self.add_field(self.tr("Other words for it"), self.aliases, 2, 0, 2, grow=True)
        self.add_field(self.tr("Code elsewhere"), self.map, 3, 0, 2)
        self.finish()
        for line in (self.en, self.zh, self.map):
            line.textEdited.connect(self.mark_dirty)
        self.aliases.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the English label."""
        return self.en

    def show_term(self, term: Term | None) -> None:
        """Show a term, or begin a new one."""
        shown = term or _EMPTY
        self.en.setText(shown.en)
        self.zh.setText(shown.zh)
        self.aliases.setPlainText("\n".join(shown.aliases))
        self.map.setText(shown.map)
        self.set_heading(
            self.tr("New term") if term is None else self.tr("Term: {code}").format(code=term.code)
        )
        self.mark_clean()

    def show_record(self, record: Record) -> None:
        """Begin a new term: terms are shown by `show_term`, since those that are shipped are no records."""
        del record
        self.show_term(None)

    def wording(self) -> Wording:
        """Return what was typed."""
        aliases = [line.strip() for line in self.aliases.toPlainText().splitlines() if line.strip()]
        return Wording(self.en.text().strip(), self.zh.text().strip(), aliases, self.map.text().strip())

    def values(self) -> FormValues:
        """Return what was typed in the terms of a record."""
        wording = self.wording()
        return FormValues(
            {"label_en": wording.en, "label_zh": wording.zh, "map": wording.map},
            {"aliases": [{"text": alias} for alias in wording.aliases or ()]},
        )

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
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.en.setText(cast("str", draft["en"]))
        self.zh.setText(cast("str", draft["zh"]))
        self.aliases.setPlainText(cast("str", draft["aliases"]))
        self.map.setText(cast("str", draft["map"]))
        self.mark_dirty()
