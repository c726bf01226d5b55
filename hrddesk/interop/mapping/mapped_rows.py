"""The conversion of a mapped table into rows of the kit, so that tables and kits use the same import.

Each row of the table is one person: a row of `parties.csv`, often one of `cases.csv`, and one of `events.csv`
for each event in the row. Sources that the row names do not become rows of the kit; `table_import` adds them
as records, with citations.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hrddesk.errors import InvalidDate
from hrddesk.interop.columns import cells as cell
from hrddesk.interop.columns.events import NO_CASE
from hrddesk.interop.formats.csv_tables import CsvRow, CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec, KitRows
from hrddesk.interop.mapping.column_mapping import HOLE, ColumnMapping, ColumnRule, folded
from hrddesk.interop.mapping.dates_in_order import in_order
from hrddesk.interop.mapping.targets import SKIPPED, CellTarget, target_of
from hrddesk.records.dates import dates
from hrddesk.records.language.scripts import script_of
from hrddesk.records.names.names import normalise

_BRACKETED: Final = re.compile(r"(?P<name>[^()（）]+)[(（](?P<other>[^()（）]+)[)）]\s*")


@dataclass(slots=True, kw_only=True)
class MappedRows:
    """The content of a table as rows of the kit."""

    table: CsvTable
    kit: KitRows
    sources: dict[str, tuple[str, ...]]
    """The sources that each row names, by the key of the row."""
    numbers: Mapping[str, int]
    """The number of each row in the table, by the key of the row."""
    rows_of_keys: Mapping[tuple[str, str], str]
    """The key of the table's row, by file of the kit and key in that file."""
    columns: Mapping[tuple[str, str], tuple[str, ...]]
    """The columns of the table that supply each column of the kit, by file and column of the kit."""


def to_kit(table: CsvTable, mapping: ColumnMapping, findings: Findings) -> MappedRows:
    """Convert the rows of a table into rows of the kit; faults are reported in `findings`."""
    return _Mapped(table=table, mapping=mapping, found=findings).rows()


def key_of_event(key: str, number: int) -> str:
    """Return the key of the event `number` of a row that has the key `key`."""
    return f"{key}#{number}"


@dataclass(slots=True)
class _Cells:
    """The texts of one row of the table, by the target to which each belongs."""

    said: dict[CellTarget, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, target: CellTarget, text: str, column: str) -> None:
        if target.column == "note" and target.noun == "party":
            self.notes.append(f"{column}: {text}" if column else text)
        else:
            self.said.setdefault(target, []).append(text)

    def of(self, noun: str, number: int = 1) -> dict[str, str]:
        return {
            target.column: ("|" if target.is_list else "\n").join(texts)
            for target, texts in self.said.items()
            if (target.noun, target.number) == (noun, number)
        }


@dataclass(slots=True, kw_only=True)
class _Mapped:
    table: CsvTable
    mapping: ColumnMapping
    found: Findings
    columns: dict[str, str] = field(default_factory=dict)
    """The column of the table for each column of the mapping; empty if the table lacks the column."""
    unmapped: list[str] = field(default_factory=list)
    """The columns of the table without a rule."""
    always: dict[CellTarget, str] = field(default_factory=dict)
    made: dict[str, list[CsvRow]] = field(default_factory=dict)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first_rows: dict[str, CsvRow] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    owners: dict[tuple[str, str], str] = field(default_factory=dict)

    def rows(self) -> MappedRows:
        by_folded = {folded(name): name for name in self.table.columns}
        rule_columns = [rule.column for rule in self.mapping.columns]
        self.columns = {name: by_folded.get(folded(name), "") for name in (*rule_columns, *self.mapping.keys)}
        mapped = set(map(folded, rule_columns))
        self.unmapped = [column for name, column in by_folded.items() if name not in mapped]
        for rule in self.mapping.columns:
            if not self.columns[rule.column]:
                self.found.error(self.table.file, 1, rule.column, rule.column, RemarkCode.COLUMN_MISSING)
        self.always = {_target(name): text for name, text in self.mapping.always.items()}
        self._remark_on_unmapped()
        for row in self.table.rows:
            self._row(row)
        tables = {
            spec.file: CsvTable(spec.file, self._kit_columns(spec), tuple(self.made[spec.file]))
            for spec in (kit.PARTIES, kit.CASES, kit.EVENTS)
            if self.made.get(spec.file)
        }
        numbers = {key: row.number for key, row in self.first_rows.items()}
        return MappedRows(
            table=self.table,
            kit=KitRows(self.table.file, tables, self.found),
            sources=self.sources,
            numbers=numbers,
            rows_of_keys=self.owners,
            columns=self._columns_of_kit(),
        )

    # --- one row ----------------------------------------------------------------------------------------

    def _row(self, row: CsvRow) -> None:
        key = self._key(row)
        if not key.strip("|"):
            self.found.error(
                self.table.file, row.number, ", ".join(self.mapping.keys), "", RemarkCode.KEY_MISSING
            )
            return
        before = self.first_rows.setdefault(key, row)
        if before is not row:
            same = dict(before.cells) == dict(row.cells)
            say = self.found.warn if same else self.found.error
            say(
                self.table.file,
                row.number,
                "",
                key,
                RemarkCode.SAID_TWICE if same else RemarkCode.SAME_KEY,
                before.number,
            )
            return
        cells = self._cells(row)
        self._remark_on_namesakes(row, cells)
        self._give(row.number, key, cells)

    def _key(self, row: CsvRow) -> str:
        if self.mapping.keys:
            return cell.join(self._cell(row, column).strip() for column in self.mapping.keys)
        words = "\0".join(f"{folded(name)}\0{text.strip()}" for name, text in sorted(row.cells.items()))
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _cell(self, row: CsvRow, column: str) -> str:
        return row[self.columns[column]]

    def _cells(self, row: CsvRow) -> _Cells:
        cells = _Cells()
        for rule in self.mapping.columns:
            text = self._cell(row, rule.column)
            if text.strip() and rule.to != SKIPPED:
                self._apply(rule, text, row, cells)
        for column in self.unmapped:
            if row[column].strip():
                cells.notes.append(f"{column}: {row[column]}")
        return cells

    def _apply(self, rule: ColumnRule, text: str, row: CsvRow, cells: _Cells) -> None:
        target = _target(rule.to)
        meanings = rule.words.get(folded(text)) if rule.words else None
        if meanings is not None:
            for name, words in meanings.items():
                cells.add(_target(name), words, "")
            if target.is_date or HOLE in rule.write:
                taken = ", ".join(f"{name} = {words}" for name, words in meanings.items())
                self.found.warn(
                    self.table.file, row.number, rule.column, text, RemarkCode.WORD_FOR_DATE, taken
                )
            return
        items = [item.strip() for item in text.split(rule.split)] if rule.split else [text]
        items = [item for item in items if item]
        if rule.order:
            items = [self._in_order(rule, item, row) for item in items]
        if rule.write:
            items = [self._written(rule, item, row) for item in items]
        if target.column == "names":
            items = [name for item in items for name in _names(item)]
        elif target.is_list:
            items = [cell.join([item]) for item in items]
        for item in items:
            cells.add(target, item, rule.column)

    def _in_order(self, rule: ColumnRule, text: str, row: CsvRow) -> str:
        """Return a numeric date in ISO 8601, or any other text unchanged.

        Add a warning for a text that is not a date in any form.
        """
        turned = in_order(text, rule.order)
        if turned != text or dates.read(text).edtf:
            return turned
        self.found.warn(self.table.file, row.number, rule.column, text, RemarkCode.ORDER_OF_DATE, rule.order)
        return text

    def _written(self, rule: ColumnRule, text: str, row: CsvRow) -> str:
        """Return the text of `rule.write` with the cell inserted.

        Add a warning if the rule writes the end date of a penalty and the cell is not a valid date.
        """
        if rule.to.endswith(".penalties") and "until" in rule.write:
            try:
                dates.parse(text)
            except InvalidDate as error:
                why = error.details["why"]
                self.found.warn(
                    self.table.file, row.number, rule.column, text, RemarkCode.DATE_NOT_UNDERSTOOD, why
                )
        return rule.write.replace(HOLE, text)

    # --- what it gives ----------------------------------------------------------------------------------

    def _give(self, number: int, key: str, cells: _Cells) -> None:
        party = self._constants("party") | cells.of("party")
        note = "\n".join([*filter(None, [self.always.get(_target("party.note"), "")]), *cells.notes])
        self._put(kit.PARTIES, number, key, {**party, "party": key, "note": note})
        if self.mapping.cases:
            kit_cells = self._constants("case") | cells.of("case")
            title = kit_cells.get("title") or _first_name(party.get("names", ""))
            role = kit_cells.pop("role", "")
            people = cell.join([f"{key}:{role}" if role else key])
            self._put(kit.CASES, number, key, {**kit_cells, "case": key, "title": title, "parties": people})
        for event_number in sorted({target.number for target in cells.said if target.noun == "event"}):
            event = self._constants("event", event_number) | cells.of("event", event_number)
            case = key if self.mapping.cases else NO_CASE
            kit_cells = {**event, "event": key_of_event(key, event_number), "party": key, "case": case}
            self._put(kit.EVENTS, number, key, kit_cells)
        sources = tuple(
            dict.fromkeys(
                text
                for target, texts in cells.said.items()
                if target.noun == "source"
                for item in texts
                for text in cell.split(item)
            )
        )
        if sources:
            self.sources[key] = sources

    def _constants(self, noun: str, number: int = 1) -> dict[str, str]:
        return {
            target.column: text
            for target, text in self.always.items()
            if (target.noun, target.number) == (noun, number)
        }

    def _put(self, spec: FileSpec, number: int, key: str, cells: Mapping[str, str]) -> None:
        self.owners[spec.file, cells[spec.keys[0]]] = key
        filled = {column: text for column, text in cells.items() if text}
        self.made.setdefault(spec.file, []).append(CsvRow(number, filled))

    # --- remarks ----------------------------------------------------------------------------------------

    def _remark_on_unmapped(self) -> None:
        for column in self.unmapped:
            if any(row[column].strip() for row in self.table.rows):
                self.found.warn(self.table.file, 1, column, column, RemarkCode.UNMAPPED_COLUMN)

    def _remark_on_namesakes(self, row: CsvRow, cells: _Cells) -> None:
        """Add a warning if two rows have the same name; they remain two people, for the user to check."""
        columns = [rule.column for rule in self.mapping.columns if rule.to == "party.names"]
        for item in cell.split(cells.of("party").get("names", "")):
            name = str(cell.name_of(item, set())["name"])
            form = normalise(name)
            first = self.names.setdefault(form, row.number) if form else row.number
            if first != row.number:
                self.found.warn(
                    self.table.file, row.number, ", ".join(columns), name, RemarkCode.SAME_NAME, first
                )

    # --- columns ----------------------------------------------------------------------------------------

    def _kit_columns(self, spec: FileSpec) -> tuple[str, ...]:
        used = {column for row in self.made[spec.file] for column in row.cells}
        return tuple(column for column in spec.columns if column in used)

    def _columns_of_kit(self) -> dict[tuple[str, str], tuple[str, ...]]:
        columns_by_place: dict[tuple[str, str], list[str]] = {}
        for rule in self.mapping.columns:
            names = [rule.to, *(name for meanings in rule.words.values() for name in meanings)]
            for name in names:
                target = target_of(name)
                if target is not None and target.noun != "source":
                    columns_by_place.setdefault((target.file.file, target.column), []).append(rule.column)
        return {place: tuple(dict.fromkeys(columns)) for place, columns in columns_by_place.items()}


def _target(name: str) -> CellTarget:
    target = target_of(name)
    if target is None:
        raise KeyError(name)  # a mapping is checked where it is read
    return target


def _names(text: str) -> Iterable[str]:
    """Yield the names of a cell: 王玉文（王藏） gives two names of one person, and so does 桑珠（Samdu）.

    The name in brackets is a main name if its script differs from that of the first name, else an alias.
    """
    match = _BRACKETED.fullmatch(text.strip())
    if match is None or not any(c.isalpha() for c in match["other"]):
        yield cell.join([text.strip()])
        return
    name, second_name = match["name"].strip(), match["other"].strip()
    scripts = script_of(name), script_of(second_name)
    alike = scripts[0].value[:3] == scripts[1].value[:3]  # Hans, Hant and Hani are one here
    yield cell.join([f"{name}@{scripts[0].value}:main"])
    yield cell.join([f"{second_name}@{scripts[1].value}:{'alias' if alike else 'main'}"])


def _first_name(names: str) -> str:
    return next((str(cell.name_of(item, set())["name"]) for item in cell.split(names)), "")
