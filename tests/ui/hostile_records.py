"""Records whose every text is an attack on the window, and a walk that looks at all that is shown of them."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QListView,
    QPushButton,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import LANGUAGES, Kind
from hrddesk.records.model.record import Element, ElementId, Record, Value
from hrddesk.store.records.change import Change
from hrddesk.store.vault.session import Session
from hrddesk_ui.frame.rail_pages import PAGES
from tests.ui.driver import Driver
from tests.unit.actions.every_field import one_of_each

REVERSING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067"
BOUNDS: Final = (2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63 - 1, -(2**63) + 1)
_MOST_ROWS = 12
_SHORT: Final = "<b>\u202ex"


class Pipe:
    """A pipe that no part of the program has a reason to open; somebody waits at its other end."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "p"
        self._seen = folder / "opened"
        subprocess.run(["mkfifo", str(self.path)], check=True)
        # Each opening is answered with an end of file: who opens it goes on, and the test fails in words.
        script = 'while :; do : > "$1" && echo x >> "$2"; done'
        self._waits = subprocess.Popen(["sh", "-c", script, "sh", str(self.path), str(self._seen)])

    @property
    def opened(self) -> bool:
        """Whether somebody opened it for reading."""
        return self._seen.exists()

    def close(self) -> None:
        """Wait no longer."""
        self._waits.kill()
        self._waits.wait()


@contextmanager
def pipe_in(folder: Path) -> Iterator[Pipe]:
    made = Pipe(folder)
    try:
        yield made
    finally:
        made.close()


def hostile_text(pipe: Path) -> str:
    """Return a text that Qt takes for HTML with a picture, and that is reversed behind it."""
    return f"<img src={pipe}>\u202egnp.\u2067X\u2069\u2069"


def hostile_records(text: str, number: int, *, codes_too: bool, within: bool = False) -> list[Record]:
    """Return a record of each kind with `text` and `number` in every field.

    Without `codes_too` what comes from a list of the program stays, so that more pages show the record.
    With `within` no field is given more than it takes: a bundle with more is not read.
    """
    return [_spoilt(record, text, number, codes_too, within) for record in one_of_each().values()]


def _spoilt(record: Record, text: str, number: int, codes_too: bool, within: bool) -> Record:
    def value(spec: FieldSpec, before: Value, kept: bool) -> Value:
        if spec.type is FieldType.NUMBER:
            lowest, highest = spec.bounds
            return min(max(number, lowest), highest) if within else number
        free = str(before).startswith("something invented for")
        is_text = spec.type in (FieldType.TEXT, FieldType.LONG, FieldType.DATE)
        if spec.name in LANGUAGES or not is_text or not (free or (codes_too and not kept)):
            return before  # no record is read that has another language
        return _SHORT if within and len(text) > spec.longest else text

    fields = {
        name: value(spec, before, name in ("ref", "template"))
        for name, before in record.fields.items()
        if (spec := record.spec.field(name)) is not None
    }
    lists: dict[str, dict[ElementId, Element]] = {}
    for name, elements in record.lists.items():
        of_list = record.spec.list(name)
        assert of_list is not None
        lists[name] = {
            key: {
                part: given
                if part == "pos" or name == "visibility"  # no record has others
                else value(of_list.by_name[part], given, part == "field")
                for part, given in element.items()
            }
            for key, element in elements.items()
        }
    return Record(kind=record.kind, id=record.id, fields=fields, lists=lists)


def store_unchecked(session: Session, records: list[Record]) -> None:
    """Store records below every check of what a record may hold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Change, "_valid", lambda _, record: record)
        with session.store.change("test") as change:
            for record in records:
                if record.kind is not Kind.FORWARD:  # one would lead all that names it elsewhere
                    change.put(record)


class Walk:
    """Goes over the window as a person does who looks at everything, and notes what they would see."""

    def __init__(self, driver: Driver, pipe: Pipe) -> None:
        self.driver = driver
        self.pipe = pipe
        self.reversed: set[str] = set()
        self.hovered = 0

    def everywhere(self, records: list[Record]) -> None:
        """Look at every page and part of it, and at every form."""
        for page in PAGES:
            self.look_at(self.driver.page(page.name))
        for record in records:
            frame = self.driver.frame
            frame.show_record(record.id)
            self.driver.settled()
            self.look_at(frame)
            self.driver.key("F2")
            self.driver.settled()
            self.look_at(frame)
            frame.show_history(record.id)
            self.driver.settled()
            self.look_at(frame)
        frame.search("img")
        self.driver.settled()
        self.look_at(frame)

    def look_at(self, part: QWidget) -> None:
        """Look at what is shown in `part`, behind all of its tabs too."""
        self.driver.settled()
        tabs = [tabs for tabs in part.findChildren(QTabWidget) if tabs.isVisible()]
        if not tabs:
            self._rest_on_all(part)
        for holder in tabs:
            for number in range(holder.count()):
                if holder.isTabEnabled(number):
                    holder.setCurrentIndex(number)
                    self.driver.settled()
                    self._rest_on_all(part)

    def _rest_on_all(self, part: QWidget) -> None:
        for view in part.findChildren(QAbstractItemView):
            if isValid(view) and view.isVisible() and not isinstance(view, QHeaderView):
                self._rest_on_cells(view)
        for widget in part.findChildren(QWidget):
            if not isValid(widget) or not widget.isVisible():  # a list that is looked at changes others
                continue
            if isinstance(widget, QLabel | QPushButton):
                self._note(widget.text())
            if isinstance(widget, QComboBox):
                for row in range(widget.count()):
                    self._note(widget.itemText(row))
            if widget.toolTip():
                self._rest_on(widget, widget.rect().center())

    def _rest_on_cells(self, view: QAbstractItemView) -> None:
        model = view.model()
        for row in range(min(model.rowCount(), _MOST_ROWS)):
            columns = 1 if isinstance(view, QListView) else model.columnCount()  # a list does not tell
            for column in range(columns):
                index = model.index(row, column)
                self._note(str(index.data() or ""))
                view.scrollTo(index)
                self._rest_on(view.viewport(), view.visualRect(index).center())
            if view.selectionMode() is not QAbstractItemView.SelectionMode.NoSelection:
                view.setCurrentIndex(model.index(row, 0))
                self.driver.settled()
            if model.rowCount() <= row:
                return

    def _rest_on(self, widget: QWidget, at: QPoint) -> None:
        event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)
        self.hovered += 1
        assert not self.pipe.opened, "a text was read as HTML"
        for shown in QApplication.topLevelWidgets():
            if isinstance(shown, QLabel) and shown.windowType() is Qt.WindowType.ToolTip:
                assert shown.textFormat() is Qt.TextFormat.PlainText
                self._note(shown.text())

    def _note(self, text: str) -> None:
        if any(character in text for character in REVERSING):
            self.reversed.add(text)
