"""The answer to a question: the number with its definition, a chart, and a table."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from hrddesk.analysis.figures.dimensions import Sort
from hrddesk.analysis.figures.figure_card import card, number_words, value_words
from hrddesk.analysis.figures.figure_tables import CountTable, FigureLine, percent_text
from hrddesk.analysis.figures.verdicts import is_unknown
from hrddesk.interop.formats.formula_guard import pasted
from hrddesk_ui.figures.conditions_edit import begun
from hrddesk_ui.figures.figure_chart import Bar, FigureChart
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.rows_table_model import Row, RowsTableModel
from hrddesk_ui.words.language import shown_language

MOST_BARS: Final = 40
"""The greatest number of bars in the chart; the table shows all numbers."""


class FigureAnswerView(QWidget):
    """The view that shows a counted figure; it shows a hint before the first count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: CountTable | None = None
        self.name = ""
        """The name of the shown figure; "" if its question is not saved."""
        self.nothing = page_layout.note(
            self.tr(
                "A figure is counted over all records of the vault. Say what is counted, under which"
                " conditions, and split by what; then press Count."
            ),
            self,
        )
        self.number = page_layout.title("", self)
        self.facts = page_layout.words("", self)
        self.definition = page_layout.note("", self)
        self.chart = FigureChart(self.tr("The figures drawn"), self)
        self.legend = page_layout.note(
            self.tr("Hatched: possible besides, where dates or ages leave it open."), self
        )
        self.more = page_layout.note("", self)
        self.rows = RowsTableModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.tr("The figures as a table"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(heights.field(self.table))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls
        self._parts = (
            self.number,
            self.facts,
            self.definition,
            self.chart,
            self.legend,
            self.more,
            self.table,
        )
        boxes.column(
            self.nothing,
            *self._parts,
            1,
            parent=self,
            margin=2 * tokens.GRID,
        )
        self._hide_all()

    @property
    def shown(self) -> CountTable | None:
        """The table of the shown figure; None before the first count."""
        return self._table

    def show_table(self, table: CountTable, name: str) -> None:
        """Show a counted figure with its definition; `name` is "" if its question is not saved."""
        self._table, self.name = table, name
        self.nothing.hide()
        language = shown_language()
        self.number.setText(value_words(table, language))
        card_lines = list(card(table, language, name))
        between = "：" if language == "zh" else ": "
        facts = [between.join(item) for item in card_lines[:-1]]
        self.facts.setText(("；" if language == "zh" else " · ").join(facts[bool(name) + 1 :]))
        self.definition.setText(card_lines[-1][1])
        for label in (self.number, self.facts, self.definition):
            label.show()
        self._draw(table)
        self._fill(table)

    def text(self) -> str:
        """Return the table and the card as text in which a spreadsheet finds no formula to run."""
        if self._table is None:
            return ""
        lines = [pasted(item) for item in card(self._table, shown_language(), self.name)]
        if self.rows.rowCount():
            headings = [
                str(self.rows.headerData(number, Qt.Orientation.Horizontal))
                for number in range(self.rows.columnCount())
            ]
            cells = [self.rows.row(number).cells for number in range(self.rows.rowCount())]
            lines = [pasted(row) for row in (headings, *cells)] + ["", *lines]
        return "\n".join(lines)

    def copy(self) -> None:
        """Copy the text to the clipboard, which is cleared after half a minute."""
        QApplication.clipboard().setText(self.text())

    def _hide_all(self) -> None:
        for widget in self._parts:
            widget.hide()

    def _draw(self, table: CountTable) -> None:
        columns = table.figure.question.columns
        trend = len(columns) == 1 and columns[0].sort is Sort.TIME
        lines = [line for line in table.lines if not trend or line.known]
        if trend:
            drawn_lines: Sequence[FigureLine] = lines
        else:
            drawn_lines = sorted(lines, key=lambda line: not line.known)[:MOST_BARS]
        self.chart.show_bars([self._bar(table, line) for line in drawn_lines], as_line=trend)
        possible = any(line.possible for line in drawn_lines)
        self.legend.setVisible(possible)
        hidden_count = len(lines) - len(drawn_lines)
        self.more.setText(
            self.tr("%n more line(s) is/are in the table only.", "", hidden_count) if hidden_count else ""
        )
        self.more.setVisible(bool(hidden_count))

    def _bar(self, table: CountTable, line: FigureLine) -> Bar:
        language = shown_language()
        label = " · ".join(table.label(column, value, language) for column, value in enumerate(line.key))
        return Bar(label, line.count, line.possible or 0, _count_words(line))

    def _fill(self, table: CountTable) -> None:
        language = shown_language()
        columns = table.figure.question.columns
        headings = [begun(table.title(number, language)) for number in range(len(columns))]
        if len(columns) == 2 and table.sums[0]:
            self._fill_crossed(table)
        else:
            headings += [self.tr("Number"), self.tr("Possible besides"), self.tr("Per cent")]
            rows = [
                Row(
                    str(number),
                    (
                        *(table.label(place, value, language) for place, value in enumerate(line.key)),
                        number_words(line.count, language),
                        "" if line.possible is None else number_words(line.possible, language),
                        percent_text(line.percent),
                    ),
                )
                for number, line in enumerate(table.lines)
            ]
            self.rows.show(headings, rows)
        self.table.setVisible(bool(table.lines))
        heads = self.table.horizontalHeader()
        for number in range(self.rows.columnCount()):
            mode = QHeaderView.ResizeMode
            heads.setSectionResizeMode(number, mode.Stretch if number == 0 else mode.ResizeToContents)
        height = heads.sizeHint().height() + self.rows.rowCount() * heights.field(self.table)
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(height + bar + 2 * self.table.frameWidth())

    def _fill_crossed(self, table: CountTable) -> None:
        """Show the counts of two crossed columns, with the sum of each row and column."""
        language = shown_language()
        first, second = table.values(0), table.values(1)
        titles = [table.label(1, value, language) for value in second]
        headings = [begun(table.title(0, language)), *titles, self.tr("Sum")]
        rows = []
        for value in first:
            counts = [table.counts.get((value, second_value), 0) for second_value in second]
            cells = [number_words(count, language) for count in (*counts, table.sums[0][value])]
            rows.append(Row(value, (table.label(0, value, language), *cells)))
        sums = [number_words(table.sums[1][second_value], language) for second_value in second]
        rows.append(Row("sum", (self.tr("Sum"), *sums, number_words(table.total, language))))
        self.rows.show(headings, rows)


def _count_words(line: FigureLine) -> str:
    language = shown_language()
    words = number_words(line.count, language)
    if line.count is None:
        return words
    if line.possible is None:
        return f"{words}+"
    if line.possible:
        words = f"{words} (+{line.possible:,}?)"
    if line.percent is None or any(is_unknown(value) for value in line.key):
        return words
    return f"{words} · {percent_text(line.percent)}"
