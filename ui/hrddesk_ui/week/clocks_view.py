"""The tab of legal clocks.

It lists people in three cases: they pass a custody limit within seven days or have passed one; their sentence
ends soon; or there was no news of them for long.
"""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import clocks
from hrddesk.analysis.consistency.findings import Finding
from hrddesk.analysis.overview.clocks import Clock, Week
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import tokens
from hrddesk_ui.week import finding_words
from hrddesk_ui.week.cached_result import FreshLook
from hrddesk_ui.week.limits_view import limit_word
from hrddesk_ui.widgets.fields.day_edit import DayEdit, complain_of_day
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.rows_table_model import Row
from hrddesk_ui.widgets.lists.section_lists import ListSection, Sections
from hrddesk_ui.words import status_words
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords

_FINDINGS = "findings"
Seen = tuple[Week, dict[RecordId, Record], dict[str, Finding]]


class ClocksView(QWidget):
    """The list of legal clocks as of today, or as of a typed day."""

    finding_wanted = Signal(str)  # key of a finding

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.day = DayEdit(self.tr("As of which day"), self.tr("today"), self)
        label = page_layout.plain(self.tr("As of"), self)
        label.setBuddy(self.day)
        self.told = page_layout.note("", self)
        self.sections = Sections(self.tr("What to look at"), self)
        self.open_button = boxes.button(
            self.tr("Open"), lambda: self._open(self.sections.current), self, icon="open"
        )
        self.open_button.setAccessibleName(self.tr("Open what is selected"))
        self.open_button.setEnabled(False)
        boxes.column(
            boxes.row(label, self.day, (self.told, 1)),
            (self.sections, 1),
            boxes.row(self.open_button, 1, spacing=-1),
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.fresh = FreshLook(desk, self, self._work, self._show, self.tr("Counting days"))
        self.day.day_changed.connect(self.fresh.again)
        self.day.refused.connect(lambda why: complain_of_day(desk, why))
        self.sections.chosen.connect(lambda key: self.open_button.setEnabled(bool(key)))
        self.sections.opened.connect(self._open)

    def load(self) -> None:
        """Compute the clocks, unless the last result is still valid."""
        self.fresh.load()

    def _work(self) -> Callable[[Store, Job], Seen]:
        day = self.day.day or datetime.datetime.now().astimezone().date()

        def work(store: Store, job: Job) -> Seen:
            week = clocks.week(store, day, job=job)
            record_ids = list(dict.fromkeys(record for item in week.findings for record in item.records))
            records = [record for kind in (Kind.PARTY, Kind.EVENT) for record in store.many(kind, record_ids)]
            return week, {record.id: record for record in records}, {item.key: item for item in week.findings}

        return work

    def _show(self, seen: Seen) -> None:
        week, records, findings = seen
        heads = (self.tr("Person"), self.tr("Where they are"))
        limit, days_left = self.tr("Limit"), self.tr("Days left")
        self.sections.show_sections(
            (
                self._section(
                    "passing",
                    self.tr("Passes a limit within seven days"),
                    (*heads, limit, days_left),
                    week.passing,
                    lambda item: (self._limit(item), self._left(item)),
                    self.tr("Nobody passes a limit within seven days, as far as the dates tell."),
                ),
                self._section(
                    "passed",
                    self.tr("Has passed a limit"),
                    (*heads, limit, self.tr("Days over")),
                    week.passed,
                    lambda item: (self._limit(item), self._over(item)),
                    self.tr("Nobody has passed a limit."),
                ),
                self._section(
                    "ending",
                    self.tr("Sentence ends within thirty days, or has ended"),
                    (*heads, self.tr("Sentence"), self.tr("Ends")),
                    week.ending,
                    lambda item: (status_words.sentence(item.status), _days_of(item)),
                    self.tr("No sentence ends within thirty days."),
                ),
                self._section(
                    "silent",
                    self.tr("Longest without news"),
                    (*heads, self.tr("Days without news")),
                    week.silent,
                    lambda item: (self._range(item.silent),),
                    self.tr("There is news of everybody within the days that are set under Limits."),
                ),
                self._findings(findings, records),
            )
        )
        self.told.setText(self.tr("Counted as of {day}.").format(day=week.day.isoformat()))

    def _section(
        self,
        key: str,
        title: str,
        headings: tuple[str, ...],
        clocks_of_kind: Sequence[Clock],
        cells: Callable[[Clock], tuple[str, ...]],
        nothing: str,
    ) -> ListSection:
        by_party = {str(item.party): item for item in clocks_of_kind}

        def make(keys: Sequence[str]) -> list[Row]:
            return [
                Row(party, (isolated(item.name), status_words.full(item.status), *cells(item)))
                for party, item in ((party, by_party[party]) for party in keys)
            ]

        return ListSection(
            key=key, title=title, headings=headings, keys=tuple(by_party), make=make, nothing=nothing
        )

    def _findings(self, by_key: dict[str, Finding], records: dict[RecordId, Record]) -> ListSection:
        words = RecordWords(self._desk.reader, records)

        def make(keys: Sequence[str]) -> list[Row]:
            return [
                Row(key, (finding_words.message(item, records, words), finding_words.check_title(item.check)))
                for key, item in ((key, by_key[key]) for key in keys)
            ]

        return ListSection(
            key=_FINDINGS,
            title=self.tr("New: does not fit together"),
            headings=(self.tr("What was found"), self.tr("Check")),
            keys=tuple(by_key),
            make=make,
            nothing=self.tr(
                "Nothing that was changed in the last seven days is at odds with something else."
            ),
        )

    def _limit(self, item: Clock) -> str:
        name = "" if item.rule is None else limit_word(item.rule)
        return self.tr("{limit}, {days} days").format(limit=name, days=item.limit)

    def _left(self, item: Clock) -> str:
        return self._range(item.left)

    def _over(self, item: Clock) -> str:
        counted = item.counted
        over = DaySpan(
            None if counted.least is None else max(0, counted.least - item.limit),
            None if counted.most is None else counted.most - item.limit,
        )
        if item.is_over():
            return self._range(over)
        return self.tr("perhaps, {days}").format(days=self._range(over))

    def _range(self, span: DaySpan) -> str:
        if span.least == span.most:
            return "?" if span.least is None else str(span.least)
        if span.most is None:
            return self.tr("at least {days}").format(days=span.least or 0)
        return self.tr("{least} to {most}").format(least=span.least or 0, most=span.most)

    def _open(self, key: str) -> None:
        if self.sections.section == _FINDINGS:
            self.finding_wanted.emit(key)
        elif key:
            self._desk.show_record(RecordId(key))


def _days_of(item: Clock) -> str:
    first, last = ("…" if day is None else day.isoformat() for day in item.status.ends)
    return first if first == last else f"{first} – {last}"
