"""The form for the conditions of a figure; each row has a field, "is" or "is not", and a value."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from hrddesk.analysis.figures.dimensions import Dimension, Sort, value_label, values_of
from hrddesk.analysis.figures.figure_questions import Condition, FigureQuestion
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.language import shown_language
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.vocabularies import shown_words

WHERE, ANY, WITHOUT, PART, AND = "where", "any", "without", "part", "and"
ROLES: Final = {
    WHERE: QT_TRANSLATE_NOOP("Figures", "Only where"),
    ANY: QT_TRANSLATE_NOOP("Figures", "At least one of"),
    WITHOUT: QT_TRANSLATE_NOOP("Figures", "Left out"),
    PART: QT_TRANSLATE_NOOP("Figures", "Of those, the part where"),
    AND: QT_TRANSLATE_NOOP("Figures", "… and also, of the row above"),
}
"""The ways in which a row counts; a row with `AND` belongs to the group of the row above it."""


def field_label(dimension: Dimension) -> str:
    """Return the label of a field with a capital first letter, for the beginning of a line."""
    return begun(dimension.label(shown_language()))


def begun(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


class ConditionRow(EntryRow):
    """The row of one condition; its value is chosen from a vocabulary if the field has one,
    otherwise typed.
    """

    def __init__(self, fields: Iterable[Dimension], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role, self.field, self.sign = (StillComboBox(self) for _ in range(3))
        self.role.setAccessibleName(self.tr("How the condition counts"))
        self.field.setAccessibleName(self.tr("Field"))
        self.sign.setAccessibleName(self.tr("Is or is not"))
        for code, text in ROLES.items():
            self.role.addItem(QCoreApplication.translate("Figures", text), code)
        self._fields = {dimension.name: dimension for dimension in fields}
        for name, dimension in self._fields.items():
            self.field.addItem(field_label(dimension), name)
        self.sign.addItem(self.tr("is"), "=")
        self.sign.addItem(self.tr("is known and not"), "!=")
        self._values = QStackedWidget(self)
        self.value: TermEdit | StillComboBox = StillComboBox(self)
        for box in (self.role, self.field, self.sign):
            box.setMinimumHeight(heights.field(box))
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self.edited)
        first, second = QHBoxLayout(), QHBoxLayout()
        for layout, field_widget, right in (
            (first, self.role, self.field),
            (second, self.sign, self._values),
        ):
            layout.setSpacing(tokens.GRID // 2)
            layout.addWidget(field_widget, 2)
            layout.addWidget(right, 3)
        boxes.column(first, second, parent=self, margin=(0, 0, 0, tokens.GRID // 2), spacing=tokens.GRID // 2)
        self._values.setSizePolicy(self.field.sizePolicy())
        self.field.currentIndexChanged.connect(self._offer_values)
        self._offer_values()

    def stops(self) -> list[QWidget]:
        """Return the controls of the row in the order of the Tab key."""
        return [self.role, self.field, self.sign, self.value]

    @property
    def dimension(self) -> Dimension:
        """The chosen field."""
        return self._fields[str(self.field.currentData())]

    def show_entry(self, entry: Entry) -> None:
        """Show a condition."""
        super().show_entry(entry)
        self._choose(self.role, str(entry.get("role") or WHERE))
        self._choose(self.field, str(entry.get("field") or "type"))
        self._choose(self.sign, str(entry.get("sign") or "="))
        value = str(entry.get("value") or "")
        if isinstance(self.value, TermEdit):
            self.value.set_value(value)
        else:
            row = self.value.findData(value)
            self.value.setCurrentIndex(row)
            self.value.setEditText(self.value.itemText(row) if row >= 0 else value)

    def entry(self) -> dict[str, str | int | bool | None]:
        """Return the condition; an empty dictionary if it has no value yet."""
        if isinstance(self.value, TermEdit):
            value = self.value.value()
        else:
            index = self.value.findText(self.value.currentText().strip())
            value = str(self.value.itemData(index)) if index >= 0 else self.value.currentText().strip()
        if not value:
            return {}
        return {
            "role": str(self.role.currentData()),
            "field": str(self.field.currentData()),
            "sign": str(self.sign.currentData()),
            "value": value,
        }

    def _choose(self, box: StillComboBox, code: str) -> None:
        if box.findData(code) < 0 and box is self.field:
            dimension = Condition.parse(f"{code}=x").dimension
            self._fields[code] = dimension
            box.addItem(field_label(dimension), code)
        box.setCurrentIndex(box.findData(code))

    def _offer_values(self) -> None:
        """Replace the control for the value by one that offers the values of the chosen field."""
        dimension, old = self.dimension, self.value
        name = self.tr("Value")
        if dimension.vocabulary:
            self.value = TermEdit(name, dimension.vocabulary, parent=self)
            self.value.edited.connect(self.edited)
        else:
            self.value = self._plain_value(dimension, name)
        had_focus = old.hasFocus()
        self._values.addWidget(self.value)
        self._values.setCurrentWidget(self.value)
        QWidget.setTabOrder(self.sign, self.value)
        self._values.removeWidget(old)
        old.deleteLater()
        if had_focus:
            self.value.setFocus()

    def _plain_value(self, dimension: Dimension, name: str) -> StillComboBox:
        box = StillComboBox(self)
        line = LineEdit(name, _hint_of(dimension))
        line.go_into(box)
        box.setInsertPolicy(StillComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(name)
        box.setMinimumHeight(heights.field(box))
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        words = shown_words()
        for value in values_of(dimension, words):
            box.addItem(value_label(dimension, value, shown_language(), words), value)
        box.setCurrentIndex(-1)
        line.textEdited.connect(self.edited)
        box.activated.connect(self.edited)
        return box


def _hint_of(dimension: Dimension) -> str:
    """Return an example of a value of this field, to be shown while no value is typed; "" if
    there is none.
    """
    if dimension.sort is Sort.NUMBER:
        return "120..300"
    return "2020-01/2020-06" if dimension.sort is Sort.TIME else ""


class ConditionsEdit(RowsEdit):
    """The list of all conditions of a question."""

    def __init__(self, fields: Iterable[Dimension], parent: QWidget | None = None) -> None:
        every = tuple(fields)
        super().__init__("", "", lambda: ConditionRow(every), parent)
        self.add_button.setText(self.tr("Add a condition"))
        self.add_button.setAccessibleName(self.add_button.text())
        self._remove_text = self.tr("Remove the condition")

    def show_question(self, question: FigureQuestion) -> None:
        """Show the conditions of a question."""
        entries = [_entry(WHERE, condition) for condition in question.where]
        for role, groups in ((ANY, question.any_of), (WITHOUT, question.without)):
            for group in groups:
                entries += [
                    _entry(AND if number else role, condition) for number, condition in enumerate(group)
                ]
        entries += [_entry(PART, condition) for condition in question.part]
        self.set_entries(entries)

    def groups(self) -> dict[str, list[list[str]]]:
        """Return the groups of conditions by their role, a key of `ROLES` such as "without".

        Each group is a list of conditions; each condition is a text.
        """
        groups: dict[str, list[list[str]]] = {role: [] for role in ROLES}
        current: list[str] | None = None
        for entry in self.entries():
            text = f"{entry['field']}{entry['sign']}{entry['value']}"
            if entry["role"] == AND and current is not None:
                current.append(text)
            else:
                current = [text]
                groups[WHERE if entry["role"] == AND else str(entry["role"])].append(current)
        return groups


def _entry(role: str, condition: Condition) -> dict[str, str]:
    return {
        "role": role,
        "field": condition.dimension.name,
        "sign": "!=" if condition.negated else "=",
        "value": "|".join(condition.values),
    }


def flat(groups: Iterable[Iterable[str]]) -> list[str]:
    """Return the conditions of all groups as one list, for roles in which all conditions must be true."""
    return [text for group in groups for text in group]
