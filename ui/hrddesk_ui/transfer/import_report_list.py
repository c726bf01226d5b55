"""The report of an import or of a trial: counts of records, counts of alike remarks, single remarks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QListWidget, QWidget

from hrddesk.actions.interop.imports import ImportReport
from hrddesk.interop.formats.findings import Remark, RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk_ui.transfer.import_findings import in_words
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.words.record_words import kind_word

MOST_SHOWN: Final = 2000
"""The greatest number of listed remarks; the total is always shown."""


class ImportReportList(QListWidget):
    """The list with the report of an import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Report of the import"))
        self.setWordWrap(True)
        self.setUniformItemSizes(False)

    def show_report(self, report: ImportReport) -> None:
        """Show this report in place of the previous one."""
        self.clear()
        for counts, words in ((report.new, self.tr("new")), (report.updated, self.tr("changed"))):
            for kind, count in counts.items():
                if count and not report.errors:
                    self.addItem(ListItem(f"{words}: {self._counted(kind, count)}"))
        remarks = [(self.tr("error"), item) for item in report.errors]
        remarks += [(self.tr("warning"), item) for item in report.warnings]
        for sort, (first, *others) in _alike(remarks):
            if others:
                self.addItem(ListItem(f"{sort}: {len(others) + 1} × {in_words(replace(first, detail='…'))}"))
        for sort, item in remarks[:MOST_SHOWN]:
            self.addItem(
                f"{sort}: {self._place(item)}"
                + (f" “{item.value}”" if item.value else "")
                + f" — {in_words(item)}"
            )

    def _counted(self, kind: str, count: int) -> str:
        words = {
            "case": self.tr("%n case(s)", "", count),
            "party": self.tr("%n people and groups", "", count),
            "event": self.tr("%n event(s)", "", count),
            "place": self.tr("%n place(s)", "", count),
            "relation": self.tr("%n relation(s)", "", count),
            "figure": self.tr("%n figure(s)", "", count),
            "source": self.tr("%n source(s)", "", count),
            "citation": self.tr("%n citation(s)", "", count),
        }
        return words.get(kind) or f"{count} × {kind_word(Kind(kind))}"

    def _place(self, item: Remark) -> str:
        if not item.row:
            return item.file
        place = self.tr("{file}, row {row}").format(file=item.file, row=item.row)
        return place if not item.column else f"{place}, {item.column}"


def _alike(remarks: Sequence[tuple[str, Remark]]) -> list[tuple[str, list[Remark]]]:
    """Return the remarks grouped by their code, each group with the word "error" or "warning".

    The groups are in the order in which their first remarks come.
    """
    remarks_by_code: dict[RemarkCode, tuple[str, list[Remark]]] = {}
    for sort, item in remarks:
        remarks_by_code.setdefault(item.code, (sort, []))[1].append(item)
    return list(remarks_by_code.values())
