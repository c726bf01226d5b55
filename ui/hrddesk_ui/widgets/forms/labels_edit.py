"""A text in several languages, with a line for each language.

The languages are those of the desk and those in which the text exists.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.kinds import LABELS
from hrddesk.records.model.record import Record, Value
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem, beyond_limit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.words.language import label_languages, language_name


class LabelsEdit(QWidget):
    """A field for the labels of a record, with a line for each language."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the lines; screen readers announce each by `name` and its language."""
        super().__init__(parent)
        self._name = name
        self.lines: dict[str, LineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.GRID)
        self._grid.setVerticalSpacing(tokens.GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self.set_value({})
        self.setFocusProxy(self.start())

    def value(self) -> dict[str, str]:
        """Return the texts by language; empty texts are left out."""
        texts = {code: line.text().strip() for code, line in self.lines.items()}
        return {code: text for code, text in texts.items() if text}

    def set_value(self, value: Mapping[str, str]) -> None:
        """Show the texts."""
        for code in dict.fromkeys((*label_languages(), *value)):
            if code not in self.lines:
                self._add(code)
        for code, line in self.lines.items():
            line.setText(value.get(code, ""))

    def elements(self) -> list[dict[str, Value]]:
        """Return the texts as entries of the list of labels in a record."""
        return [{"language": code, "text": text} for code, text in self.value().items()]

    def start(self) -> LineEdit:
        """Return the first line."""
        return next(iter(self.lines.values()))

    def _add(self, code: str) -> None:
        line = LineEdit(f"{self._name}: {language_name(code)}")
        words = Label(language_name(code), self)
        words.setBuddy(line)
        theme.set_role(words, "muted")
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(line, row, 1)
        line.textEdited.connect(self.edited)
        self.lines[code] = line


class LabelsBinding(Binding):
    """Binds the labels of a record to a field with a line for each language."""

    def __init__(self, spec: ListSpec, edit: LabelsEdit, required: str) -> None:
        """Bind the labels; `required` is the message if there is no label, or "" if none is needed."""
        super().__init__(LABELS, edit, edit.edited)
        self.edit, self._text, self._required = edit, spec.by_name["text"], required

    def show(self, record: Record) -> None:
        """Show the labels."""
        self.edit.set_value(record.labels)

    def fill(self, values: FormValues) -> None:
        """Write the labels into `values`."""
        values.entries[LABELS] = self.edit.elements()

    def draft(self) -> dict[str, str]:
        """Return the labels by language."""
        return self.edit.value()

    def take_draft(self, draft: Any) -> None:
        """Show the labels."""
        self.edit.set_value(dict(draft))

    def problems(self) -> Sequence[Problem]:
        """Return the line and the reason if there is no label, or for each label that is too long."""
        if self._required and not self.edit.value():
            return [(self.edit.start(), self._required)]
        beyond = ((line, beyond_limit(self._text, line.text())) for line in self.edit.lines.values())
        return [(line, why) for line, why in beyond if why]
