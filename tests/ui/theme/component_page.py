"""A page that shows every component of the window in every state, for the eye and for a test of pictures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import heights, theme
from hrddesk_ui.widgets.fields.still_choices import StillComboBox, StillSpinBox
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList

WORDS = {
    "en": {
        "title": "Ghulja, winter",
        "text": "Detained near the market",
        "long": "Three men in uniform came to the house before dawn.\nNobody said where they went.",
        "save": "Save",
        "cancel": "Cancel",
        "delete": "Delete case",
        "custody": "in custody",
        "released": "released",
        "unclear": "unclear",
        "dead": "dead",
        "overdue": "overdue",
        "person": "Aygul Example",
        "message": "The case is saved.",
    },
    "zh": {
        "title": "伊宁,冬天",
        "text": "在市场附近被拘留",
        "long": "黎明前,三名穿制服的男子来到家中。\n没有人说他们去了哪里。",
        "save": "保存",
        "cancel": "取消",
        "delete": "删除案件",
        "custody": "在押",
        "released": "已获释",
        "unclear": "不明",
        "dead": "已死亡",
        "overdue": "已逾期",
        "person": "例某",
        "message": "案件已保存。",
    },
}
PILLS = ("custody", "released", "unclear", "dead", "overdue")
TONES = ("info", "good", "warn", "bad")


class ComponentPage(QWidget):
    """Every component in the words of a language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._words = WORDS[language]
        columns = QHBoxLayout(self)
        for parts in (
            (self._labels(), self._buttons(), self._boxes(), self._messages()),
            (self._fields(),),
            (self._lists(), self._tabs()),
        ):
            column = QVBoxLayout()
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column)

    def _labels(self) -> QWidget:
        part, grid = _part()
        for row, role in enumerate(("title", "heading", "", "muted", "good", "warn", "bad", "link")):
            label = Label(self._words["title" if row < 2 else "text"])
            if role:
                theme.set_role(label, role)
            grid.addWidget(label, row, 0, 1, 5)
        for column, pill in enumerate(PILLS):
            label = Label(self._words[pill])
            label.setProperty("pill", pill)
            grid.addWidget(label, 9, column)
        return part

    def _buttons(self) -> QWidget:
        part, grid = _part()
        for row, role in enumerate(("primary", "", "danger")):
            for column, enabled in enumerate((True, False)):
                button = QPushButton(self._words["delete" if role == "danger" else "save"])
                if role:
                    theme.set_role(button, role)
                button.setEnabled(enabled)
                grid.addWidget(button, row, column)
        pressed = QPushButton(self._words["cancel"])
        pressed.setCheckable(True)
        pressed.setChecked(True)
        grid.addWidget(pressed, 0, 2)
        with_icon = QPushButton(theme.icon("lock"), self._words["cancel"])
        grid.addWidget(with_icon, 1, 2)
        tool = QToolButton()
        tool.setIcon(theme.icon("edit"))
        tool.setAccessibleName(self._words["save"])
        grid.addWidget(tool, 2, 2)
        return part

    def _boxes(self) -> QWidget:
        part, grid = _part()
        for row, enabled in enumerate((True, False)):
            for column, state in enumerate(Qt.CheckState):
                box = QCheckBox(self._words["custody"])
                box.setTristate(True)
                box.setCheckState(state)
                box.setEnabled(enabled)
                grid.addWidget(box, row, column)
            for column, chosen in enumerate((False, True)):
                radio = QRadioButton(self._words["released"])
                radio.setAutoExclusive(False)
                radio.setChecked(chosen)
                radio.setEnabled(enabled)
                grid.addWidget(radio, 2 + row, column)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setValue(60)
        grid.addWidget(bar, 4, 0, 1, 3)
        return part

    def _messages(self) -> QWidget:
        part, grid = _part()
        for row, tone in enumerate(TONES):
            frame = QFrame()
            theme.set_role(frame, "message", tone=tone)
            line = QHBoxLayout(frame)
            what = Label(self._words["message"])
            theme.set_role(what, "what")
            line.addWidget(what)
            grid.addWidget(frame, row, 0)
        return part

    def _fields(self) -> QWidget:
        part, grid = _part()
        usual, empty, wrong, off, locked = (QLineEdit(self._words["text"]) for _ in range(5))
        empty.clear()
        empty.setPlaceholderText(self._words["person"])
        off.setEnabled(False)
        locked.setReadOnly(True)
        text, wrong_text = QPlainTextEdit(self._words["long"]), QPlainTextEdit(self._words["long"])
        for several in (text, wrong_text):
            several.setFixedHeight(heights.scaled(64))
        choice, typed, wrong_choice, choice_off = (StillComboBox() for _ in range(4))
        for box in (choice, typed, wrong_choice, choice_off):
            for words in ("custody", "released"):
                box.addItem(self._words[words])
        typed.setEditable(True)
        choice_off.setEnabled(False)
        number = StillSpinBox()
        for row, field in enumerate(
            (
                usual,
                empty,
                wrong,
                off,
                locked,
                text,
                wrong_text,
                choice,
                typed,
                wrong_choice,
                choice_off,
                number,
            )
        ):
            grid.addWidget(field, row, 0)
        for marked in (wrong, wrong_text, wrong_choice):
            theme.mark_wrong(marked, True)
        return part

    def _lists(self) -> QWidget:
        part, grid = _part()
        ticks = QListWidget()
        ticks.ensurePolished()  # a list that is laid out before has rows of another height
        for row, state in enumerate(Qt.CheckState):
            item = QListWidgetItem(self._words["person"])
            item.setCheckState(state)
            ticks.addItem(item)
            if row == 1:
                ticks.setCurrentItem(item)
        ticks.setFixedHeight(heights.scaled(110))
        entries = WholeList("entries", lead_width=heights.scaled(80))
        entries.entries.show(
            [
                ListEntry(
                    id=RecordId(str(number)),
                    first=self._words["text"],
                    second=self._words["person"],
                    lead=f"{number} Mar 2026",
                    uncertain=number == 2,
                )
                for number in (1, 2)
            ]
        )
        entries.select(RecordId("1"))
        entries.is_in_use = True
        table = QTableWidget(2, 2)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(heights.field(table))
        table.setHorizontalHeaderLabels([self._words["person"], self._words["text"]])
        for row in range(2):
            for column, words in enumerate((self._words["person"], self._words["custody"])):
                table.setItem(row, column, QTableWidgetItem(words))
        table.selectRow(0)
        table.setFixedHeight(heights.scaled(120))
        table.setFixedWidth(heights.scaled(260))
        for row, each in enumerate((ticks, entries, table)):
            grid.addWidget(each, row, 0)
        return part

    def _tabs(self) -> QWidget:
        part, grid = _part()
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for words in ("custody", "released", "dead"):
            tabs.addTab(QWidget(), self._words[words])
        tabs.setTabEnabled(2, False)
        grid.addWidget(tabs, 0, 0)
        return part


def _part() -> tuple[QFrame, QGridLayout]:
    """Return a card and the grid in it."""
    frame = QFrame()
    theme.set_role(frame, "card")
    return frame, QGridLayout(frame)
