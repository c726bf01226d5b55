"""The form for the question of a figure.

It says what is counted, under which conditions, by which columns, and as of which day.
"""

import datetime
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.analysis.figures.dimensions import SHIPPED, Dimension
from hrddesk.analysis.figures.figure_questions import CountedUnit, FigureQuestion, Of, asked
from hrddesk_ui.figures.conditions_edit import ANY, PART, WHERE, WITHOUT, ConditionsEdit, field_label, flat
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.day_edit import DayEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox, StillSpinBox
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.vocabularies import shown_words

UNITS: Final = {
    CountedUnit.PERSONS.value: QT_TRANSLATE_NOOP("Figures", "Persons"),
    CountedUnit.CASES.value: QT_TRANSLATE_NOOP("Figures", "Cases"),
    CountedUnit.EVENTS.value: QT_TRANSLATE_NOOP("Figures", "Events"),
}
_ANY_WIDTH: Final = 16_777_215  # QWIDGETSIZE_MAX
_NOT_SPLIT: Final = frozenset({"date"})


class QuestionEdit(QWidget):
    """A form for one question; it counts nothing itself."""

    edited = Signal()

    def __init__(self, own_fields: Iterable[Dimension], parent: QWidget | None = None) -> None:
        """Build the form; `own_fields` are the questions that the desk added, which are offered like other
        fields.
        """
        super().__init__(parent)
        fields = (*SHIPPED.values(), *own_fields)
        self.unit = self._box(self.tr("Count"), {c: self._word(text) for c, text in UNITS.items()})
        self.conditions = ConditionsEdit(fields, self)
        nothing = {"": self.tr("nothing")}
        split = {item.name: field_label(item) for item in fields if item.name not in _NOT_SPLIT}
        self.by = self._box(self.tr("Split by"), nothing | split)
        self.and_by = self._box(self.tr("and by"), nothing | split)
        self.of = self._box(
            self.tr("Per cent of"),
            {Of.ALL.value: self.tr("all"), Of.KNOWN.value: self.tr("those of whom it is known")},
        )
        self.bands = LineEdit(self.tr("Bands begin at"), self.tr("as usual, or 0, 120, 300"), self)
        self.as_of = DayEdit(self.tr("As of which day"), self.tr("everything"), self)
        self.known_on = DayEdit(self.tr("As known on which day"), self.tr("now"), self)
        for day in (self.as_of, self.known_on):
            day.setMaximumWidth(_ANY_WIDTH)  # as wide as the choices above it
        self.suppress = StillSpinBox(self)
        self.suppress.setMinimumHeight(heights.field(self.suppress))
        self.suppress.setRange(0, 1000)
        self.suppress.setAccessibleName(self.tr("Hide counts smaller than"))
        self.suppress.setSpecialValueText(self.tr("hide nothing"))
        self.at_least = QCheckBox(self.tr("Say “at least”"), self)
        self.at_least.setToolTip(self.tr("There may be more than was recorded"))
        self._lay_out()
        self.by.currentIndexChanged.connect(self._on_split)
        self.and_by.currentIndexChanged.connect(self._on_split)
        for signal in (
            *(box.activated for box in (self.unit, self.by, self.and_by, self.of)),
            *(self.conditions.edited, self.suppress.valueChanged, self.at_least.toggled),
            *(self.as_of.day_changed, self.known_on.day_changed, self.bands.textEdited),
        ):
            signal.connect(lambda *_: self.edited.emit())
        self._on_split()

    def _word(self, text: str) -> str:
        return QCoreApplication.translate("Figures", text)

    def _box(self, name: str, items: dict[str, str]) -> StillComboBox:
        box = StillComboBox(self, name=name)
        box.setMinimumHeight(heights.field(box))
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code, text in items.items():
            box.addItem(text, code)
        return box

    def _lay_out(self) -> None:
        first, second = page_layout.Fields(), page_layout.Fields()
        first.add(self.unit.accessibleName(), self.unit)
        for field in (self.by, self.and_by, self.of):
            second.add(field.accessibleName(), field)
        self._bands_label = second.add(self.bands.accessibleName(), self.bands)
        second.add(self.tr("As of"), self.as_of)
        second.add(self.tr("As known on"), self.known_on)
        second.add(self.tr("Hide less than"), self.suppress)
        second.addWidget(self.at_least, second.rowCount(), 1)
        boxes.column(first, self.conditions, second, parent=self)

    def question(self) -> FigureQuestion:
        """Return the question of the form; raise InvalidValue or InvalidDate if it is invalid."""
        groups = self.conditions.groups()
        by = [str(box.currentData()) for box in (self.by, self.and_by) if box.currentData()]
        return asked(
            unit=str(self.unit.currentData()),
            where=flat(groups[WHERE]),
            any_of=groups[ANY],
            without=groups[WITHOUT],
            part=flat(groups[PART]),
            by=by,
            of=str(self.of.currentData()),
            bands=self._bands(by),
            as_of=_day_text(self.as_of),
            known_on=_day_text(self.known_on),
            at_least=self.at_least.isChecked(),
            suppress=self.suppress.value() if self.suppress.value() > 1 else 0,
            words=shown_words(),
        )

    def show_question(self, question: FigureQuestion) -> None:
        """Show a saved question in the form."""
        self.conditions.show_question(question)
        codes = [item.name for item in question.by] + ["", ""]
        for box, code in ((self.unit, question.unit.value), (self.by, codes[0]), (self.and_by, codes[1])):
            if box.findData(code) < 0:
                box.addItem(code, code)
            box.setCurrentIndex(box.findData(code))
        self.of.setCurrentIndex(self.of.findData(question.of.value))
        bands = next((question.bands[item.name] for item in question.by if item.name in question.bands), ())
        self.bands.setText(", ".join(map(str, bands)))
        self.as_of.set_day(datetime.date.fromisoformat(question.as_of) if question.as_of else None)
        self.known_on.set_day(datetime.date.fromisoformat(question.known_on) if question.known_on else None)
        self.at_least.setChecked(question.at_least)
        self.suppress.setValue(question.suppress)

    def _bands(self, by: list[str]) -> dict[str, list[object]]:
        text = self.bands.text().strip()
        if not text or self.bands.isHidden():
            return {}
        starts: list[object] = []
        for item in text.replace("，", ",").split(","):
            word = item.strip()
            starts.append(int(word) if word.isascii() and word.isdecimal() else word)
        return {name: starts for name in by if _has_bands(name)}

    def _on_split(self) -> None:
        """Show the field for bands (ranges of numbers) only if a chosen column has numbers."""
        names = [str(box.currentData()) for box in (self.by, self.and_by)]
        has_bands = any(map(_has_bands, names))
        self.bands.setVisible(has_bands)
        self._bands_label.setVisible(has_bands)
        self.and_by.setEnabled(bool(names[0]))
        if not names[0] and names[1]:
            self.and_by.setCurrentIndex(0)


def _has_bands(name: str) -> bool:
    return name in SHIPPED and SHIPPED[name].sort == "number"


def _day_text(edit: DayEdit) -> str:
    """Return the typed text of a day, even if it is no day: the question then refuses it instead of ignoring
    it.
    """
    return edit.text().strip()
