"""One record of a review as a table: for each field, the local and the received value.

A new record has only received values.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QWidget

from hrddesk.bundle.merging.merge import MergeState, PartMerge, PartVerdict, Side, before
from hrddesk.bundle.review.review_items import EvidenceContent, ReviewItem
from hrddesk.records.model import levels
from hrddesk.records.model.kinds import WHOLE_RECORD
from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.records.model.versions import WHOLE
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.lists.items import TableItem
from hrddesk_ui.widgets.lists.wrapped_list import WholeEntries
from hrddesk_ui.words.record_words import RecordWords, field_word, level_word

_LEVELS, _KEYS = "visibility", "keys"
Decisions = Mapping[str, Mapping[str, tuple[str, str]]]
"""For each record and part: the digest of the two versions that the user saw, and the chosen side."""

_STANDS = "✓ "
"""The sign before the value that will be kept, if the user can choose between two values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One row of the table; `part` is None if the user cannot choose between the two values."""

    name: str
    here: str
    theirs: str
    differs: bool = False
    part: PartMerge | None = None


class ReviewParts(QTableWidget):
    """The table of a record: fields in the order of its kind, then visibility levels, then import keys.

    A choice counts only for the two versions that were shown when it was made.
    """

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._item: ReviewItem | None = None
        self._words: RecordWords | None = None
        self._shown: list[_Line] = []
        self._review = 0
        self._chosen: dict[RecordId, dict[str, tuple[str, Side]]] = {}
        self._accepted: set[RecordId] = set()
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Here"), self.tr("In the bundle")])
        self.setAccessibleName(self.tr("The record field by field, here and in the bundle"))
        self.setItemDelegate(WholeEntries(self))
        heads = self.horizontalHeader()
        heads.resizeSection(0, 18 * tokens.GRID)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(heights.field(self))

    def show_item(self, item: ReviewItem | None, words: RecordWords) -> None:
        """Show a record, or an empty table if `item` is None."""
        self._item, self._words = item, words
        self.clearSelection()
        self._paint()

    def choices(self, records: Iterable[RecordId] | None) -> dict[RecordId, dict[str, Side]]:
        """Return the chosen sides for these records, or for all records if `records` is None.

        Accepted records are left out.
        """
        chosen_records = set(self._chosen if records is None else records) - self._accepted
        return {
            record: {name: side for name, (_, side) in chosen.items()}
            for record, chosen in self._chosen.items()
            if record in chosen_records
        }

    @property
    def waiting(self) -> Decisions:
        """The decisions about records that are not accepted yet, to be stored as a draft."""
        return {
            record: {part: (seen, side.value) for part, (seen, side) in chosen.items()}
            for record, chosen in self._chosen.items()
            if chosen and record not in self._accepted
        }

    def take_decisions(self, review: int, items: Iterable[ReviewItem], decisions: Decisions) -> None:
        """Restore the stored decisions of a review; drop those about parts that have changed since.

        Accepted records keep all decisions: if the user undoes the acceptance, they are needed again.
        """
        now = {item.record.id: item for item in items}
        self._accepted = {item.record.id for item in now.values() if item.accepted}
        before = self._chosen if review == self._review else {}
        self._review, self._chosen = review, {}
        for record, item in now.items():
            chosen = dict(before.get(record, {}))
            chosen |= {part: (seen, Side(side)) for part, (seen, side) in decisions.get(record, {}).items()}
            if not item.accepted:
                seen_now = {part.part: _digest(item, part) for part in item.differing}
                chosen = {part: pair for part, pair in chosen.items() if seen_now.get(part) == pair[0]}
            self._chosen[record] = chosen

    def forget_decisions(self) -> None:
        """Drop all decisions."""
        self._chosen = {}
        self._paint()

    def can_choose(self) -> bool:
        """Tell whether a row with a choice is selected."""
        return any(line.part is not None for line in self._selected())

    def choose(self, side: Side) -> None:
        """Choose a side, ours or theirs, for the selected rows."""
        assert self._item is not None
        chosen = self._chosen.setdefault(self._item.record.id, {})
        for line in self._selected():
            if line.part is not None:
                chosen[line.part.part] = (_digest(self._item, line.part), side)
        self._paint()
        self.decided.emit()

    def _selected(self) -> list[_Line]:
        return [self._shown[index.row()] for index in self.selectionModel().selectedRows()]

    def _paint(self) -> None:
        item, words = self._item, self._words
        self._shown = [] if item is None or words is None else list(self._lines(item, words))
        self.setRowCount(len(self._shown))
        if item is None:
            return
        is_new = item.merged.state is MergeState.NEW
        self.setColumnHidden(1, is_new)
        for row, line in enumerate(self._shown):
            side = self._side(item, line.part)
            here = (_STANDS if side is Side.OURS else "") + line.here
            theirs = (_STANDS if side is Side.THEIRS else "") + line.theirs
            for column, text in enumerate((line.name, here, theirs)):
                cell = TableItem(text)
                if line.differs and column == 2 and not is_new:
                    font = cell.font()
                    font.setBold(True)
                    cell.setFont(font)
                self.setItem(row, column, cell)
        self.resizeRowsToContents()

    def _side(self, item: ReviewItem, part: PartMerge | None) -> Side | None:
        """Return the side whose value will be kept, or None if nothing is chosen yet or there
        is no choice.
        """
        if part is None:
            return None
        chosen = self._chosen.get(item.record.id, {}).get(part.part)
        if chosen is not None:
            return chosen[1]
        return Side.THEIRS if part.verdict is PartVerdict.THEIRS else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make every row as high as its text needs at the new width."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def _lines(self, item: ReviewItem, words: RecordWords) -> Iterator[_Line]:
        if item.merged_into is not None:
            yield _Line(name=self.tr("Merged here into"), here=words.reference(item.merged_into), theirs="")
        parts = sorted(item.merged.parts, key=lambda part: _place(item, part))
        stated_parts = [part for part in parts if _says_something(part)]
        keys = [part for part in stated_parts if part.part.startswith(_KEYS)]
        yield from (
            self._line(item, part, words) for part in stated_parts if part not in keys and not _is_level(part)
        )
        yield from self._levels(item, [part for part in stated_parts if _is_level(part)], words)
        if item.content is not None:
            yield _Line(name=self.tr("The file itself"), here="", theirs=self._content_word(item.content))
        yield from (self._line(item, part, words) for part in keys)

    def _levels(self, item: ReviewItem, level_parts: list[PartMerge], words: RecordWords) -> Iterator[_Line]:
        """Yield the rows of the visibility levels, including default levels that nobody chose."""
        default = self.tr("{level} (nobody chose)").format(
            level=level_word(levels.of_whole(Record(kind=item.record.kind, id=item.record.id)))
        )
        whole_part = f"{_LEVELS}/{WHOLE_RECORD}"
        merge = next((part for part in level_parts if part.part == whole_part), None)
        line = _Line(name="", here="", theirs="") if merge is None else self._line(item, merge, words)
        here = "" if before(item.merged) is None else line.here or default
        theirs = line.theirs if merge is not None and merge.came else ""
        theirs = "" if item.deleted else theirs or default
        if here or theirs:
            yield replace(line, name=field_word(_LEVELS), here=here, theirs=theirs)
        yield from (self._line(item, part, words) for part in level_parts if part is not merge)

    def _line(self, item: ReviewItem, part: PartMerge, words: RecordWords) -> _Line:
        kind, as_here = item.record.kind, words.stored_first()
        ours = as_here.value(kind, part.part, part.ours)
        theirs = words.value(kind, part.part, part.theirs)
        differs = (
            part.came
            and part.verdict is not PartVerdict.SAME
            and words.value(kind, part.part, part.ours) != theirs
        )
        can_be_chosen = (
            part in item.differing and not item.accepted and item.merged.state is not MergeState.NEW
        )
        if part.verdict is PartVerdict.CONFLICT and part.part in item.bases:
            was = as_here.value(kind, part.part, item.bases[part.part])
            ours += "\n" + self.tr("before: {value}").format(value=was or self.tr("nothing"))
        if not part.came:
            theirs = self.tr("did not come along")
        return _Line(
            name=field_word(part.part),
            here=ours,
            theirs=theirs,
            differs=differs,
            part=part if can_be_chosen else None,
        )

    def _content_word(self, content: EvidenceContent) -> str:
        return {
            EvidenceContent.IN_BUNDLE: self.tr("in the bundle"),
            EvidenceContent.HERE: self.tr("here already"),
            EvidenceContent.MISSING: self.tr("not here: only its hash came"),
            EvidenceContent.NAMED: self.tr(
                "only its hash came; a file of that hash is here under another record"
            ),
        }[content]


def _digest(item: ReviewItem, part: PartMerge) -> str:
    """Return the hash of both versions of a part as they are shown.

    For the part WHOLE, which stands for the deletion of the record, the hash includes all parts.
    """
    parts = item.merged.parts if part.part == WHOLE else (part,)
    seen = [(one.part, one.verdict.value, one.ours, one.theirs, one.dot.pairs) for one in parts]
    return hashlib.sha256(canonical_json(seen)).hexdigest()


def _is_level(part: PartMerge) -> bool:
    return part.part.startswith(f"{_LEVELS}/")


def _says_something(part: PartMerge) -> bool:
    if part.part == WHOLE:  # whether the record is deleted
        return bool(part.ours or part.theirs)
    return part.ours is not None or part.theirs is not None


def _place(item: ReviewItem, part: PartMerge) -> tuple[int, str]:
    """Return the sort key of a part.

    The order is: the record as a whole, its fields, its lists, its visibility levels, its import keys.
    """
    name = part.part.partition("/")[0]
    spec = item.record.spec
    order = [WHOLE, *(field.name for field in spec.fields), *(each.name for each in spec.lists)]
    return order.index(name), "" if part.part.endswith(f"/{WHOLE_RECORD}") else part.part
