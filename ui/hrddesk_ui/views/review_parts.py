"""One record of a review, field by field: here and in the bundle, or only what came where it is new."""

from collections.abc import Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from hrddesk.bundle.merge import PartMerge, State, Verdict, before
from hrddesk.bundle.review import EvidenceContent, ReviewItem
from hrddesk.records.kinds import WHOLE_RECORD
from hrddesk.records.record import Record
from hrddesk_ui import theme
from hrddesk_ui.record_words import RecordWords, field_word, level_word
from hrddesk_ui.widgets import heights

_LEVELS, _KEYS = "visibility", "keys"


class ReviewParts(QTableWidget):
    """Fields in the order of the kind; who may learn of it after them, import keys last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Here"), self.tr("In the bundle")])
        self.setAccessibleName(self.tr("The record field by field, here and in the bundle"))
        heads = self.horizontalHeader()
        heads.resizeSection(0, 18 * theme.GRID)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(heights.field(self))

    def show_item(self, item: ReviewItem | None, words: RecordWords) -> None:
        """Show a record; nothing for None."""
        self.setRowCount(0)
        if item is None:
            return
        is_new = item.merged.state is State.NEW
        self.setColumnHidden(1, is_new)
        lines = list(self._lines(item, words))
        self.setRowCount(len(lines))
        for row, (name, here, theirs, differs) in enumerate(lines):
            for column, text in enumerate((name, here, theirs)):
                cell = QTableWidgetItem(text)
                if differs and column == 2 and not is_new:
                    font = cell.font()
                    font.setBold(True)
                    cell.setFont(font)
                self.setItem(row, column, cell)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every text the lines that it needs in this width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _lines(self, item: ReviewItem, words: RecordWords) -> Iterator[tuple[str, str, str, bool]]:
        """Yield name, value here, value in the bundle, and whether they differ."""
        parts = sorted(item.merged.parts, key=lambda part: _place(item, part))
        said = [part for part in parts if _says_something(part)]
        keys = [part for part in said if part.part.startswith(_KEYS)]
        yield from (_line(item, part, words) for part in said if part not in keys and not _is_level(part))
        yield from self._levels(item, [part for part in said if _is_level(part)], words)
        if item.content is not None:
            yield self.tr("The file itself"), "", self._content_word(item.content), False
        yield from (_line(item, part, words) for part in keys)

    def _levels(
        self, item: ReviewItem, said: list[PartMerge], words: RecordWords
    ) -> Iterator[tuple[str, str, str, bool]]:
        """Yield who may learn of it, also where nobody chose that."""
        default = self.tr("{level} (nobody chose)").format(
            level=level_word(Record(item.record.kind, item.record.id).visibility(WHOLE_RECORD))
        )
        whole = f"{_LEVELS}/{WHOLE_RECORD}"
        found = next((part for part in said if part.part == whole), None)
        _, ours, theirs, differs = ("", "", "", False) if found is None else _line(item, found, words)
        here = "" if before(item.merged) is None else ours or default
        there = "" if item.deleted else theirs or default
        if here or there:
            yield field_word(_LEVELS), here, there, differs
        yield from (_line(item, part, words) for part in said if part is not found)

    def _content_word(self, content: EvidenceContent) -> str:
        return {
            EvidenceContent.IN_BUNDLE: self.tr("in the bundle"),
            EvidenceContent.HERE: self.tr("here already"),
            EvidenceContent.MISSING: self.tr("not here: only its hash came"),
        }[content]


def _line(item: ReviewItem, part: PartMerge, words: RecordWords) -> tuple[str, str, str, bool]:
    ours, theirs = (words.value(item.record.kind, part.part, value) for value in (part.ours, part.theirs))
    return field_word(part.part), ours, theirs, part.verdict is not Verdict.SAME and ours != theirs


def _is_level(part: PartMerge) -> bool:
    return part.part.startswith(f"{_LEVELS}/")


def _says_something(part: PartMerge) -> bool:
    if part.part == "*":  # whether the record is deleted
        return bool(part.ours or part.theirs)
    return part.ours is not None or part.theirs is not None


def _place(item: ReviewItem, part: PartMerge) -> tuple[int, str]:
    """Sort parts as the kind has them: the record as a whole, its fields, its lists, levels, keys."""
    name = part.part.partition("/")[0]
    spec = item.record.spec
    order = ["*", *(field.name for field in spec.fields), *(each.name for each in spec.lists)]
    return order.index(name), "" if part.part.endswith(f"/{WHOLE_RECORD}") else part.part
