"""The conversion of rows of a kit into records, without side effects.

So a dry run is the same computation as the import. A row is recognised by its key. If a row was imported
before, only its cells that have changed since are applied, so that changes made on the desk remain.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from hrddesk.interop.columns import contradictions, custody_table
from hrddesk.interop.columns.column_types import FieldPart, ListPart, Part
from hrddesk.interop.columns.events import NO_CASE
from hrddesk.interop.columns.record_columns import parts_of
from hrddesk.interop.columns.visibility import visibility_of
from hrddesk.interop.formats.csv_tables import CsvRow
from hrddesk.interop.formats.findings import Findings, RemarkCode, by_row
from hrddesk.interop.kit import import_checks, kit
from hrddesk.interop.kit.import_checks import Numbered
from hrddesk.interop.kit.kit import FileSpec, KitRows
from hrddesk.interop.kit.lookup import Lookup
from hrddesk.interop.kit.row_application import (
    ImportKey,
    RowRecord,
    WholeLevel,
    applied,
    says_the_same,
    with_key,
    with_levels,
)
from hrddesk.interop.kit.row_matching import KnownRows
from hrddesk.interop.kit.row_reader import RowReader
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.levels import staying_confidential
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import display_names
from hrddesk.records.terms import roles
from hrddesk.records.terms.roles import SUBJECT
from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk.system.jobs import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The planned state of one record, which comes from one row or is a case created for other rows."""

    before: Record | None
    record: Record
    key: ImportKey
    cells: Mapping[str, str]
    """The cells of the row, to be stored for the next import."""
    remember: bool
    """Whether `cells` differ from the cells that the last import stored."""

    @property
    def is_changed(self) -> bool:
        """Whether the record is new or differs from the stored one."""
        return self.before != self.record


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """All changes that an import would make, in the order in which they are to be made."""

    planned: tuple[Planned, ...]
    rows: int
    unchanged: int
    """The number of rows that change nothing."""
    kept_stricter: int
    """The number of stored records that keep a stricter level than that of the whole import."""
    found: Findings
    made_concerned: int = 0
    """The number of people without a role who become persons concerned because an event happened to them."""

    @property
    def without_role(self) -> int:
        """The number of people without a role in new and changed cases."""
        cases = (item.record for item in self.planned if item.is_changed and item.record.kind is Kind.CASE)
        return sum(not element.get("role") for case in cases for element in case.values("parties"))


def to_records(rows: KitRows, lookup: Lookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
    """Return the plan of an import of these rows. Steps are rows.

    `source` is the source of keys in rows that name none; `level` applies to rows that state no level.
    """
    return _Import(
        rows=rows,
        lookup=lookup,
        known=KnownRows(rows=rows, lookup=lookup, source=source),
        whole=level,
        job=job,
    ).plan()


@dataclass(slots=True, kw_only=True)
class _Import:
    rows: KitRows
    lookup: Lookup
    known: KnownRows
    whole: WholeLevel
    job: Job
    planned: list[Planned] = field(default_factory=list)
    taken: dict[RecordId, Record] = field(default_factory=dict)
    """The records as the rows so far have changed them."""
    cases_of: dict[RecordId, list[RecordId]] = field(default_factory=dict)
    """The cases to which rows of this kit assign each party."""
    victims: dict[str, set[RecordId]] = field(default_factory=dict)
    """The victims of the events of each case, by the key of the case; "" for events that name no case."""
    words: Words = SHIPPED
    """The vocabularies of the desk together with the terms of this kit."""
    new: list[Numbered] = field(default_factory=list)
    done: int = 0
    unchanged: int = 0
    kept_stricter: int = 0
    made_concerned: int = 0

    @property
    def found(self) -> Findings:
        return self.rows.found

    def plan(self) -> ImportPlan:
        self.words = self.lookup.words
        self.known.recognise(kit.FILES.values())
        self.unchanged += len(self.known.gone)
        self._note_victims()
        self._file(kit.TERMS)
        self._require_apart(kit.TERMS)
        self.words = self.lookup.words.with_records(self.taken.values())
        for spec in (kit.QUESTIONS, kit.PLACES, kit.SOURCES, kit.PARTIES, kit.CASES):
            self._file(spec)
            self._require_apart(spec)
            if spec is kit.PLACES:
                self._refuse_circles(spec, "parent", RemarkCode.PLACE_IN_ITSELF)
        if kit.CASES.file not in self.rows.tables:
            self._cases_of_their_own()
        self._file(kit.EVENTS)
        self._relations()
        self._file(kit.FIGURES)
        self._file(kit.EVIDENCE)
        self._refuse_circles(kit.EVIDENCE, "derived_from", RemarkCode.FROM_ITSELF)
        for item in self.planned:
            import_checks.refuse_other_file(self.found, item.key.key, item.record, item.before)
        self._file(kit.CITATIONS)
        self._file(kit.QUERIES)
        self._file(kit.REPORTS)
        contradictions.settle(self.found, self.rows.tables)
        self.found.errors[:] = by_row(self.found.errors, kit.FILES)
        self.found.warnings[:] = by_row(self.found.warnings, kit.FILES)
        return ImportPlan(
            planned=tuple(self.planned),
            rows=self.rows.rows,
            unchanged=self.unchanged,
            kept_stricter=self.kept_stricter,
            found=self.found,
            made_concerned=self.made_concerned,
        )

    # --- what a row says --------------------------------------------------------------------------------

    def _file(self, spec: FileSpec) -> None:
        table = self.rows.tables.get(spec.file)
        if table is None:
            return
        parts = parts_of(spec.kind, kit.unknown_columns(table, spec), kit.label_columns(table, spec))
        taken: set[str] = set()
        known_rows = self.known.of_file[spec.file]
        for row in {row[spec.keys[0]].strip(): row for row in reversed(table.rows)}.values():
            written = row[spec.keys[0]].strip()
            if written in known_rows:
                known_rows[written] = self._settle(spec, row, known_rows[written], parts)
        for row in table.rows:
            self._step()
            written = row[spec.keys[0]].strip()
            known_row = known_rows.get(written)
            if known_row is not None and written not in taken:
                taken.add(written)
                self._take(spec, row, known_row, parts)

    def _settle(self, spec: FileSpec, row: CsvRow, known_row: RowRecord, parts: Sequence[Part]) -> RowRecord:
        """Return the record that matches a row, or a new record if the matched record contradicts the row.

        Only a record whose key comes from another desk is examined: it matches if it contains everything in
        the row. The rows to which this row refers must be settled before it. Events can refer to each other,
        so their links are not compared.
        """
        compared = [part for part in parts if not (isinstance(part, ListPart) and part.name == "links")]
        if not known_row.is_anothers or known_row.before is None:
            return known_row
        if says_the_same(known_row.before, compared, row.cells, self._silent(spec)):
            return known_row
        self.found.warn(spec.file, row.number, spec.keys[0], known_row.key.key, RemarkCode.KEY_TAKEN_TOO)
        return RowRecord(key=known_row.key, id=new_id(), before=None, base=None)

    def _rows_of(self, spec: FileSpec) -> Sequence[CsvRow]:
        table = self.rows.tables.get(spec.file)
        return () if table is None else table.rows

    def _step(self) -> None:
        self.job.step(self.done, self.rows.rows)
        self.done += 1

    def _take(self, spec: FileSpec, row: CsvRow, known_row: RowRecord, parts: Sequence[Part]) -> None:
        cells = {
            column: text for column, text in row.cells.items() if text and column != custody_table.TABLE.cell
        }
        base = known_row.base
        former_cells = {} if base is None else {c: text for c, text in base.items() if c not in row.cells}
        remembered = {**former_cells, **cells}
        reader, silent = self._reader(spec, row, self.found), self._silent(spec)
        record = known_row.before or Record(kind=spec.kind, id=known_row.id)
        if known_row.is_anothers:
            for part in parts:
                part.build(row.cells, reader)  # for its remarks only: the record says all of it
            record = with_levels(record, row.cells, known_row, reader, silent)
        elif base is None or known_row.before is None or remembered != base:
            for part in parts:
                record = applied(record, part, row.cells, known_row, reader, silent)
            record = with_levels(record, row.cells, known_row, reader, silent)
            record = staying_confidential(known_row.before or record, with_key(record, known_row))
            import_checks.require_sound(self.found, spec, row.number, record, known_row.before)
            import_checks.warn_of_sources(
                self.found, spec, row.number, record, known_row.before, self._record
            )
            self.made_concerned += reader.concerned
        row_levels = visibility_of(row.cells, spec.kind, silent)
        record = self._with_level(record, known_row.before, row_levels)
        not_by_import = known_row.is_anothers or spec is kit.RELATIONS  # a relation is found by what it says
        if known_row.before is not None and not_by_import and base is None:
            record = self.whole.held_to(record, row_levels)
        if custody_table.TABLE.cell in row.cells:
            record = custody_table.grown(record, row, self.lookup.log(record.id), self.found)
        if spec is kit.CASES:
            for element in record.values("parties"):
                self.cases_of.setdefault(RecordId(str(element["party"])), []).append(record.id)
        import_checks.require_within_limits(self.found, spec, row.number, record)
        if spec.is_labelled and spec is not kit.EVIDENCE and not record.labels:
            self.found.error(spec.file, row.number, kit.LABEL, "", RemarkCode.NO_LABEL)
        if known_row.before is None:
            import_checks.require_defined(self.found, spec.file, row.number, record)
            self.new.append((row.number, record))
        planned = Planned(
            before=known_row.before,
            record=record,
            key=known_row.key,
            cells=remembered,
            remember=remembered != (base or {}),
        )
        self.unchanged += not planned.is_changed
        self.planned.append(planned)
        self.taken[record.id] = record

    def _require_apart(self, spec: FileSpec) -> None:
        if spec in (kit.TERMS, kit.QUESTIONS):
            import_checks.require_apart(
                self.found, spec.file, (item for item in self.new if item[1].kind is spec.kind)
            )

    def _reader(self, spec: FileSpec, row: CsvRow, findings: Findings) -> RowReader:
        return RowReader(
            known=self.known,
            taken=self.taken,
            cases_of=self.cases_of,
            words=self.words,
            victims=self.victims,
            file=spec.file,
            row=row.number,
            found=findings,
        )

    def _silent(self, spec: FileSpec) -> RowReader:
        """Return a reader that discards remarks, for rows whose faults are reported elsewhere."""
        return self._reader(spec, CsvRow(0, {}), Findings())

    def _with_level(self, record: Record, before: Record | None, levelled_fields: Collection[str]) -> Record:
        """Return the record with the level of the whole import, as `WholeLevel.given` applies that level."""
        record = self.whole.given(record, before, levelled_fields)
        if before is not None and WHOLE_RECORD not in levelled_fields:
            self.kept_stricter += self.whole.is_looser_than(record)
        return record

    # --- cases that no row makes ------------------------------------------------------------------------

    def _cases_of_their_own(self) -> None:
        """Create one case for each party that has events and no case yet, in the order of rows."""
        events = self._rows_of(kit.EVENTS)
        acting = dict.fromkeys(row["party"].strip() for row in events if not row["case"].strip())
        order = [key for key in self.known.of_file[kit.PARTIES.file] if key in acting]
        order += [key for key in acting if key not in self.known.of_file[kit.PARTIES.file]]
        for written in order:
            party = self.known.resolve(kit.PARTIES.file, written) if written else None
            if party is not None:
                self._case_of_its_own(written, party)

    def _note_victims(self) -> None:
        """Collect the victims of the events in these rows; a victim without a role in a case becomes its
        subject.
        """
        for row in self._rows_of(kit.EVENTS):
            written = row["party"].strip()
            party = self.known.resolve(kit.PARTIES.file, written) if written else None
            if party is not None and row["case"].strip() != NO_CASE:
                self.victims.setdefault(row["case"].strip(), set()).add(party)

    def _case_of_its_own(self, written: str, party: RecordId) -> None:
        known_row = self.known.of_file[kit.PARTIES.file].get(written)
        source, key = (known_row.key.source, known_row.key.key) if known_row else (self.known.source, written)
        case_key = ImportKey(source, kit.CASES.file, key)
        case = self.lookup.by_key(source, case_key.file, key)
        others = self.lookup.anothers(source, case_key.file, key)
        if case is None and others is not None and others in self.lookup.cases_of_party(party):
            case = others
        if case is not None:
            self.cases_of.setdefault(party, []).append(case)
            stored_case = self.lookup.get(case)
            record = self._with_level(stored_case, stored_case, ())
            is_first = case == others and self.lookup.last_row(source, case_key.file, key) is None
            if is_first:
                record = self.whole.held_to(record, {})
            self.planned.append(
                Planned(
                    before=stored_case, record=record, key=case_key, cells={"case": key}, remember=is_first
                )
            )
            return
        if self.lookup.last_row(source, case_key.file, key) is not None:
            return  # it was deleted in the desk
        if self.lookup.cases_of_party(party):
            return
        person = self.taken.get(party) or self.lookup.get(party)
        record = Record(kind=Kind.CASE, id=new_id()).with_fields(title=display_names.display_name(person))
        role = SUBJECT if person.text("kind") in roles.PEOPLE else ""
        self.made_concerned += role == SUBJECT
        record = record.with_elements("parties", [{"party": party, "role": role}])
        record = with_key(record, RowRecord(key=case_key, id=record.id, before=None, base=None))
        record = self._with_level(record, None, ())
        self.cases_of.setdefault(party, []).append(record.id)
        self.planned.append(
            Planned(before=None, record=record, key=case_key, cells={"case": key}, remember=True)
        )

    def _record(self, record_id: RecordId) -> Record | None:
        """Return a record as the rows so far have changed it, else as stored on the desk."""
        return self.taken.get(record_id) or self.lookup.find(record_id)

    def _refuse_circles(self, spec: FileSpec, field: str, code: RemarkCode) -> None:
        rows = {row[spec.keys[0]].strip(): row.number for row in self._rows_of(spec)}
        named = {key: (rows[key], known_row.id) for key, known_row in self.known.of_file[spec.file].items()}
        import_checks.refuse_circles(self.found, spec, named, field, code, self._record)

    # --- relations --------------------------------------------------------------------------------------

    def _relations(self) -> None:
        """Import the relations; a relation without a key is identified by its two parties and its type."""
        spec, table = kit.RELATIONS, self.rows.tables.get(kit.RELATIONS.file)
        if table is None:
            return
        parts = parts_of(spec.kind, kit.unknown_columns(table, spec))
        first_rows: dict[str, int] = {}
        for row in table.rows:
            self._step()
            sides = [row[column].strip() for column in spec.keys]
            written = row["relation"].strip() or "|".join(sides)
            if not all(sides):
                column = spec.keys[sides.index("")]
                self.found.error(spec.file, row.number, column, "", RemarkCode.KEY_MISSING)
            elif written in first_rows:
                self.found.warn(
                    spec.file, row.number, "", written, RemarkCode.SAID_TWICE, first_rows[written]
                )
                self.unchanged += 1
            else:
                first_rows[written] = row.number
                self._relation(spec, row, written, sides, parts)

    def _relation(
        self, spec: FileSpec, row: CsvRow, written: str, sides: Sequence[str], parts: Sequence[Part]
    ) -> None:
        known_row = self.known.known(spec, row, written)
        is_gone = any((kit.PARTIES.file, side) in self.known.gone for side in (sides[0], sides[2]))
        if is_gone or known_row is None:
            self.found.warn(spec.file, row.number, "", written, RemarkCode.DELETED_HERE)
            self.unchanged += 1
            return
        same = self._same_relation(row, spec) if known_row.before is None else None
        known_row = self._settle(spec, row, known_row, parts)
        if same is not None:
            known_row = RowRecord(key=known_row.key, id=same.id, before=same, base=known_row.base)
        self.known.of_file[spec.file][written] = known_row
        self._take(spec, row, known_row, parts)

    def _same_relation(self, row: CsvRow, spec: FileSpec) -> Record | None:
        """Return the stored relation with the same parties and type; None if there is none."""
        probe = Record(kind=spec.kind, id=new_id())
        reader = self._silent(spec)
        for part in parts_of(spec.kind, ()):
            if isinstance(part, FieldPart):
                probe = probe.with_fields(**part.build(row.cells, reader))
        triple = [probe.text(name) for name in ("subject", "type", "object")]
        stored_relations = self.lookup.relations_of_party(RecordId(triple[0])) if triple[0] else []
        return next(
            (
                item
                for item in stored_relations
                if item.id not in self.taken
                and [item.text(n) for n in ("subject", "type", "object")] == triple
            ),
            None,
        )
