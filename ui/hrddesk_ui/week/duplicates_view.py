"""The tab of possible duplicates, side by side; the user merges two records field by field or keeps them
apart.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFormLayout, QWidget

from hrddesk.actions.analysis import duplicate_search, duplicates
from hrddesk.actions.analysis.duplicates import Merged
from hrddesk.analysis.duplicates.duplicate_pairs import Candidate
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.history import undoing
from hrddesk_ui.theme import tokens
from hrddesk_ui.week import duplicate_words
from hrddesk_ui.week.cached_result import FreshLook
from hrddesk_ui.week.side_by_side import SideBySide
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.rows_table_model import Row
from hrddesk_ui.widgets.lists.section_lists import ListSection, Sections
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.record_words import RecordWords

_MERGED = "merged"
_Found = tuple[list[Candidate], list[Merged]]


def _find(store: Store, job: Job) -> _Found:
    return duplicate_search.candidates(store, job), duplicates.merges(store)


class DuplicatesView(QWidget):
    """The list of pairs of possible duplicates.

    A merge takes two buttons: the first shows the differences, the second confirms.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pairs: dict[str, Candidate] = {}
        self._merged: dict[str, Merged] = {}
        self._both: tuple[Record, Record] | None = None
        self.choices: dict[str, StillComboBox] = {}
        self.sections = Sections(self.tr("Duplicates"), self)
        both = SideBySide((self.tr("First of the two"), self.tr("Second of the two")), self)
        self.sides = both.panes
        self.merge_button = boxes.button(self.tr("Merge …"), self._ask, self)
        self.merge_button.setAccessibleName(self.tr("Choose what stands, and then make them one"))
        self.apart_button = boxes.button(self.tr("Not the same"), self._keep_apart, self)
        self.apart_button.setAccessibleName(self.tr("They are not the same; never propose them again"))
        self.undo_button = boxes.button(self.tr("Take back"), self._take_back, self)
        self.undo_button.setAccessibleName(self.tr("Take the merge back, so that they are two again"))
        buttons = boxes.row()
        for button in (self.merge_button, self.apart_button, self.undo_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.trouble = TroubleLabel(self)
        boxes.column(
            (self.sections, 3),
            (both, 2),
            self._asking(),
            self.trouble,
            buttons,
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.sections.chosen.connect(self._show_pair)
        self.sections.opened.connect(lambda _: self._ask())
        self.fresh = FreshLook(desk, self, lambda: _find, self._show, self.tr("Looking for duplicates"))
        self._show_pair("")

    def _asking(self) -> QWidget:
        self.asking = QWidget(self)
        self._form = QFormLayout()
        self.keep = StillComboBox(self.asking, name=self.tr("Which one is kept"))
        self.yes_button = boxes.button(self.tr("Make them one"), self._merge, self.asking)
        self.leave_button = boxes.button(self.tr("Leave it"), self._leave, self.asking)
        boxes.column(
            self._form,
            boxes.row(self.yes_button, self.leave_button, 1, spacing=-1),
            parent=self.asking,
            spacing=-1,
        )
        self._add_row(self.tr("Keep"), self.keep)
        self.asking.hide()
        return self.asking

    def _add_row(self, words: str, choice: StillComboBox) -> None:
        label = page_layout.plain(words, self.asking)
        label.setBuddy(choice)
        self._form.addRow(label, choice)

    # --- looking ---

    def load(self) -> None:
        """Search for duplicates, unless the last result is still valid."""
        self.fresh.load()

    def _show(self, pairs_and_merged: _Found) -> None:
        self._pairs = {f"{item.one}-{item.other}": item for item in pairs_and_merged[0]}
        self._merged = {item.merged: item for item in pairs_and_merged[1]}
        words = RecordWords(self._desk.reader)

        def pairs(keys: Sequence[str]) -> list[Row]:
            shown_pairs = [self._pairs[key] for key in keys]
            ids = list({record for item in shown_pairs for record in (item.one, item.other)})
            records = self._desk.reader.many(shown_pairs[0].kind, ids) if shown_pairs else []
            titles = {record.id: words.title(record) for record in records}
            return [
                Row(
                    key,
                    (
                        " | ".join(titles.get(each, each[:8]) for each in (item.one, item.other)),
                        duplicate_words.reasons(item),
                        str(item.score),
                    ),
                )
                for key, item in zip(keys, shown_pairs, strict=True)
            ]

        def merged(keys: Sequence[str]) -> list[Row]:
            return [
                Row(key, (f"{item.ref} {item.name}".strip() or item.merged[:8], words.reference(item.kept)))
                for key, item in ((key, self._merged[key]) for key in keys)
            ]

        none_merged = self.tr("Nothing was merged.")
        into = (self.tr("Merged"), self.tr("Into"))
        self.sections.show_sections(
            [
                *(self._section(kind, pairs) for kind in duplicate_search.KINDS),
                ListSection(
                    key=_MERGED,
                    title=self.tr("Merged"),
                    headings=into,
                    keys=tuple(self._merged),
                    make=merged,
                    nothing=none_merged,
                ),
            ]
        )

    def _section(self, kind: Kind, pairs: Callable[[Sequence[str]], list[Row]]) -> ListSection:
        title, headings, nothing = {
            Kind.PARTY: (
                self.tr("Perhaps one person"),
                self.tr("Two people"),
                self.tr("Nobody seems to be here twice."),
            ),
            Kind.CASE: (
                self.tr("Perhaps one case"),
                self.tr("Two cases"),
                self.tr("No case seems to be here twice."),
            ),
            Kind.PLACE: (
                self.tr("Perhaps one place"),
                self.tr("Two places"),
                self.tr("No place seems to be here twice."),
            ),
            Kind.SOURCE: (
                self.tr("Perhaps one source"),
                self.tr("Two sources"),
                self.tr("No source seems to be here twice."),
            ),
        }[kind]
        keys = tuple(key for key, item in self._pairs.items() if item.kind is kind)
        return ListSection(
            key=kind.value,
            title=title,
            headings=(headings, self.tr("Why"), self.tr("Score")),
            keys=keys,
            make=pairs,
            nothing=nothing,
        )

    # --- one pair ---

    def _show_pair(self, key: str) -> None:
        self._leave_quietly()
        pair, reader = self._pairs.get(key), self._desk.reader
        records = [] if pair is None else reader.many(pair.kind, [pair.one, pair.other])
        self._both = (records[0], records[1]) if len(records) > 1 else None
        words = RecordWords(reader)
        for pane, record in zip(self.sides, self._both or (None, None), strict=True):
            text = "" if record is None else duplicate_words.side(record, reader, words)
            pane.show_text(text)
        for button in (self.merge_button, self.apart_button):
            button.setEnabled(self._both is not None)
        merged = self._merged.get(key)
        self.undo_button.setEnabled(merged is not None and merged.act is not None)

    def _ask(self) -> None:
        if self._both is None:
            return
        self.trouble.hush()
        words = RecordWords(self._desk.reader)
        one, second = self._both
        self._clear_choices()
        for record in self._both:
            ref = record.text("ref") if record.kind is Kind.PARTY else ""  # other titles begin with it
            self.keep.addItem(" · ".join(filter(None, (ref, words.title(record)))))
        for name in duplicates.differing(self._desk.reader, one.id, second.id):
            choice = StillComboBox(self.asking, name=field_word(name))
            for record in self._both:
                choice.addItem(words.value(record.kind, name, record.fields[name]))
            self.choices[name] = choice
            self._add_row(field_word(name), choice)
            self.setTabOrder(choice, self.yes_button)
        self.asking.show()
        self.keep.setFocus()

    def _merge(self) -> None:
        if self._both is None:
            return
        index = self.keep.currentIndex()
        kept_record, merged_record = self._both[index].id, self._both[1 - index].id
        take = [name for name, choice in self.choices.items() if choice.currentIndex() != index]
        undoing.change(
            self._desk,
            self,
            lambda session: duplicates.merge(session, kept_record, merged_record, take),
            self.tr("They are one now."),
            self._leave_quietly,
            self._failed,
        )

    def _keep_apart(self) -> None:
        if self._both is None:
            return
        one, second = (record.id for record in self._both)

        def work(session: Session, job: Job) -> None:
            del job
            duplicates.keep_apart(session, one, second)

        self._desk.ask(self, work, lambda _: self.fresh.again(), failed=self._failed)

    def _take_back(self) -> None:
        merged = RecordId(self.sections.current)

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return duplicates.undo(session, merged)

        self._desk.change(self, work, failed=self._failed)

    def _leave(self) -> None:
        self._leave_quietly()
        self.sections.go_to_table()

    def _leave_quietly(self) -> None:
        self.trouble.hush()
        self.asking.hide()
        self._clear_choices()

    def _clear_choices(self) -> None:
        self.keep.clear()
        for choice in self.choices.values():
            self._form.removeRow(choice)
        self.choices = {}

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text)
