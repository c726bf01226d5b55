"""The import of tables: a plan with a report per row, then all changes in one transaction or none."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.interop import import_files
from hrddesk.actions.records import evidence
from hrddesk.actions.records.place_links import PlaceCount, PlaceLinker, take_in_used
from hrddesk.actions.records.reports import leads_to
from hrddesk.errors import (
    AmbiguousReference,
    FileUnreadable,
    ImportLeavesOut,
    ImportRefused,
    InvalidValue,
    RecordNotFound,
    UndoNotPossible,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.columns import blocks_table
from hrddesk.interop.formats.findings import Remark
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.import_plan import ImportPlan, Planned
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.interop.mapping.column_mapping import ColumnMapping
from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.levels import LevelChange
from hrddesk.records.model.record import Element, Record, RecordId, is_id
from hrddesk.records.names.names import normalise
from hrddesk.records.terms import vocabulary
from hrddesk.store.evidence import custody, file_origins
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.queries import referrers
from hrddesk.store.records import forwarding
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.imports import IMPORT, Import, Imports
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent

_KINDS: Final = {name: spec.kind for name, spec in kit.FILES.items()}
"""The kind of record to which the keys in each file of the kit belong."""
_WITH_REF: Final = (Kind.CASE, Kind.PARTY, Kind.EVIDENCE, Kind.REPORT)
_BATCH: Final = 64
_REFERENCE: Final = re.compile(r"[0-9A-Z]{4}-[0-9]{4}-[PER]?[0-9]{4,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The report of an import or, in a dry run, of what it would do; with errors nothing is imported."""

    rows: int
    new: Mapping[str, int]
    """The number of new records by kind, including cases that follow from other rows."""
    updated: Mapping[str, int]
    unchanged: int
    """Rows that changed nothing."""
    warnings: tuple[Remark, ...]
    errors: tuple[Remark, ...]
    id: int | None
    """The number by which the import can be undone; None if the import changed nothing."""
    tightened: int = 0
    """The number of existing records of which fewer people may see something now."""
    loosened: int = 0
    """The number of existing records of which more people may see something now."""
    without_role: int = 0
    """The number of people whom rows add to a case without a role."""
    made_concerned: int = 0
    """People without a role in their rows who became persons concerned, because an event happened to them."""
    kept_stricter: int = 0
    """The number of existing records that keep a level stricter than the one given for all rows."""
    places: PlaceCount = field(default_factory=PlaceCount)
    """The numbers of place names that were linked to a place, or not."""

    def to_json(self) -> dict[str, Any]:
        """Return the report as the JSON values that the command line prints."""
        return {
            "rows": self.rows,
            "new": dict(self.new),
            "updated": dict(self.updated),
            "unchanged": self.unchanged,
            "warnings": [finding.to_json() for finding in self.warnings],
            "counted": self.counted,
            "left_out": self.left_out,
            "without_role": self.without_role,
            "made_concerned": self.made_concerned,
            "errors": [finding.to_json() for finding in self.errors],
            "import": self.id,
            "levels": {
                "tightened": self.tightened,
                "loosened": self.loosened,
                "kept_stricter": self.kept_stricter,
            },
            "places": {
                "said": self.places.total,
                "linked": self.places.linked,
                "ambiguous": dict(self.places.ambiguous),
                "unknown": dict(self.places.unknown),
            },
        }

    @classmethod
    def of_errors(cls, errors: Sequence[Remark]) -> "ImportReport":
        """Return the report on input that could not be read at all."""
        return cls(rows=0, new={}, updated={}, unchanged=0, warnings=(), errors=tuple(errors), id=None)

    @property
    def left_out(self) -> int:
        """The number of rows in sheets and files that are not read; each row may be a person."""
        return sum(item.left_out for item in self.warnings)

    @property
    def counted(self) -> dict[str, int]:
        """The number of remarks by code, errors included."""
        return dict(Counter(item.name for item in (*self.errors, *self.warnings)))

    def refusal(self) -> ImportRefused | None:
        """Return the error that says how many rows were refused, or None; it quotes no words of the rows."""
        if not self.errors:
            return None
        first = self.errors[0]
        place_to_show = (
            first if first.column in kit.COLUMNS else replace(first, column="")
        )  # else a word of theirs
        where = place_to_show.place
        return ImportRefused(count=len(self.errors), first=where)


def run(
    session: Session,
    path: Path,
    format: str | None = None,  # noqa: A002  (as the option is called)
    source: str | None = None,
    visibility: str | None = None,
    dry_run: bool = False,
    job: Job | None = None,
    *,
    loosen: bool = False,
    mapping: ColumnMapping | None = None,
    sheet: str = "",
    partly: bool = False,
) -> Outcome[ImportReport]:
    """Import as `attempt` does, but raise ImportRefused if rows have errors; a dry run only reports them."""
    report, changes = attempt(
        session,
        path,
        format,
        source,
        visibility,
        dry_run,
        job,
        loosen=loosen,
        mapping=mapping,
        sheet=sheet,
        partly=partly,
    )
    refusal = report.refusal()
    if refusal is not None and not dry_run:
        raise refusal
    return Outcome(report, changes)


def attempt(
    session: Session,
    path: Path,
    format: str | None = None,  # noqa: A002  (as the option is called)
    source: str | None = None,
    visibility: str | None = None,
    dry_run: bool = False,
    job: Job | None = None,
    *,
    loosen: bool = False,
    mapping: ColumnMapping | None = None,
    sheet: str = "",
    partly: bool = False,
) -> Outcome[ImportReport]:
    """Import a folder or file in one transaction; a dry run only reports what the import would do.

    `source` names the collection that the keys of the rows belong to, by default the folder or file.
    `visibility` is the level for all rows that state none. An existing record gets this level if its own is
    less strict, or if `loosen` is true. By default new records are restricted. `mapping` maps the columns of
    a table, by default the stored mapping for its header; `sheet` names a sheet of a workbook. `job` reports
    progress per row. If there are errors, nothing is imported and the report lists them. If some sheets or
    files are not read, nothing is imported unless `partly` is true. Raise ImportLeavesOut, UnknownFormat,
    NoMappingFits, MappingNotFound, FileUnreadable, InvalidValue, DiskFull.
    """
    level = WholeLevel(None if visibility is None else _level(visibility), loosen)
    watched = job or silent()
    read = import_files.read(session.store, path, format, mapping, sheet, watched)
    chosen = source or read.source
    if dry_run:
        plan = read.plan(_Vault(session.store), source=chosen, level=level, job=watched)
        return Outcome(_report(*PlaceLinker(session.store).over(plan), None), Changes())
    with _sealed(session, read.files, watched) as blobs, session.store.change(IMPORT) as change:
        plan = read.plan(_Vault(session.store), source=chosen, level=level, job=watched)
        if plan.found.errors:
            return Outcome(_report(plan, PlaceCount(), None), Changes())
        _refuse_to_leave_out(plan, partly=partly)
        linker = PlaceLinker(session.store)
        plan, places = linker.over(plan)
        for place in linker.lacking.values():
            change.put(place)
        fresh = [item.record for item in plan.planned if item.before is None]
        references = {item.id: change.next_ref(item.kind) for item in fresh if item.kind in _WITH_REF}
        for done in range(0, len(plan.planned), _BATCH):
            watched.step(done, len(plan.planned))
            batch = plan.planned[done : done + _BATCH]
            change.put_each(_referenced(item.record, references) for item in batch if item.is_changed)
        for record in (item.record for item in plan.planned):
            blob = blobs.pop(record.text("sha256"), None) if record.kind is Kind.EVIDENCE else None
            if blob is not None:
                session.store.blobs.keep(blob)
            if record.kind is Kind.EVIDENCE and record.text("sha256") in read.files:
                file_origins.note(session.store.db, [(record.id, record.text("sha256"))])
        if change.act is not None:
            _remember(Imports(session.store.db), change.act, chosen, read.format, plan)
    return Outcome(_report(plan, places, change.act), change.changes)


def _referenced(record: Record, references: Mapping[RecordId, str]) -> Record:
    """Return a record with its new reference, if any, and a report with the new references in its blocks."""
    if record.id in references:
        record = record.with_fields(ref=references[record.id])
    return blocks_table.with_references(record, references) if record.kind is Kind.REPORT else record


def _refuse_to_leave_out(plan: ImportPlan, *, partly: bool) -> None:
    beside = [item for item in plan.found.warnings if item.left_out]
    if beside and not partly:
        count = sum(item.left_out for item in beside)
        raise ImportLeavesOut(count=count)


@contextmanager
def _sealed(session: Session, beside: Mapping[str, Path], job: Job) -> Iterator[dict[str, Blob]]:
    """Seal the files of evidence that the vault does not have yet, and yield them by SHA-256.

    Files without an entry in the database are removed at the end. Raise FileUnreadable for a file that
    changed while it was read.
    """
    store, blobs_by_hash = session.store, dict[str, Blob]()
    try:
        for sha256, path in beside.items():
            if not store.blobs.known(sha256):
                blob = evidence.sealed(session, path, job)
                blobs_by_hash[blob.sha256] = blob
                if blob.sha256 != sha256:
                    raise FileUnreadable(path=path.name, why=Translatable("it was changed while it was read"))
        yield dict(blobs_by_hash)
    finally:
        for blob in blobs_by_hash.values():
            if not store.blobs.keeps(blob):
                store.blobs.discard(blob)


def undo(session: Session, import_id: int) -> Outcome[None]:
    """Undo one import completely.

    Raise UndoNotPossible if there is no such import, if it is already undone, if a record was changed since,
    or if newer records refer to a record that would be removed.
    """
    imports = Imports(session.store.db)
    past_import = imports.find(import_id)
    if past_import is None:
        raise UndoNotPossible(why=Translatable("there is no import of that number"))
    if past_import.undone:
        raise UndoNotPossible(why=Translatable("it was undone before"))
    with session.store.change("import.undo") as change:
        session.store.undo_within(change, past_import.act, restore_versions=False)
        take_in_used(session.store, change)
        touched = _every(change.changes)
        if _is_missed(session.store, [item for item in touched if session.store.find(item) is None]):
            raise UndoNotPossible(why=Translatable("records that were made since refer to what it brought"))
        imports.mark_undone(past_import.act)
    return Outcome(None, change.changes)


def _every(changes: Changes) -> frozenset[RecordId]:
    return changes.cases | changes.parties | changes.events | changes.others


def _is_missed(store: Store, removed_ids: Collection[RecordId]) -> bool:
    """Tell whether live records refer to a removed record or term, or answer a removed question."""
    return forwarding.names_any(store.db, removed_ids) or any(
        _are_its_words_used(store, record_id)
        for record_id in removed_ids
        if store.tables.kind_ever(record_id) in (Kind.TERM, Kind.FIELD)
    )


def _are_its_words_used(store: Store, record_id: RecordId) -> bool:
    """Tell whether live records use the code of a removed term, or answer a removed question."""
    was = forwarding.last_state(store, record_id)
    if was is None:
        return False
    if was.kind is Kind.FIELD:
        return bool(referrers.of_field(store.db, was.text("key")))
    words, code = store.words(), was.text("code")
    still_known = any(words.load(name).exact(code) is not None for name in vocabulary.PLAIN)
    return not still_known and bool(referrers.of_term(store.db, code))


def all_imports(store: Store) -> list[Import]:
    """Return the imports that changed something, oldest first."""
    return Imports(store.db).all()


def _level(visibility: str) -> Visibility:
    try:
        return Visibility(visibility)
    except ValueError:
        raise InvalidValue(
            field="visibility", why=Translatable("the levels are public, restricted and secret")
        ) from None


def _remember(imports: Imports, act: int, source: str, format_: str, plan: ImportPlan) -> None:
    imports.add(act, source, format_, plan.rows)
    for item in plan.planned:
        if item.remember:
            imports.remember(act, item.key.source, item.key.file, item.key.key, item.cells)


def _report(plan: ImportPlan, places: PlaceCount, act: int | None) -> ImportReport:
    changed = [item for item in plan.planned if item.is_changed]

    def count(items: list[Planned]) -> dict[str, int]:
        return dict(Counter(item.record.kind.value for item in items))

    return ImportReport(
        rows=plan.rows,
        new=count([item for item in changed if item.before is None]),
        updated=count([item for item in changed if item.before is not None]),
        unchanged=plan.unchanged,
        warnings=tuple(plan.found.warnings),
        errors=tuple(plan.found.errors),
        id=act,
        tightened=_levels(changed, levels.tightened),
        loosened=_levels(changed, levels.loosened),
        without_role=plan.without_role,
        made_concerned=plan.made_concerned,
        kept_stricter=plan.kept_stricter,
        places=places,
    )


def _levels(changed: Sequence[Planned], differ: Callable[[Record, Record], Sequence[LevelChange]]) -> int:
    return sum(bool(item.before is not None and differ(item.before, item.record)) for item in changed)


class _Vault:
    """The vault's answers to the questions of an import's plan; it reads all keys of a file at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._imports = Imports(store.db)
        self._owners: dict[tuple[str, str], Mapping[str, RecordId]] = {}
        self._others: dict[tuple[str, str], Mapping[str, RecordId]] = {}
        self._rows: dict[tuple[str, str], Mapping[str, Mapping[str, str]]] = {}
        self._records: dict[RecordId, Record] = {}
        self.words = store.words()
        self._names: dict[str, str] | None = None

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        owners = self._owners.get((source, file))
        if owners is None:
            kind = _KINDS[file]
            owners = self._owners[source, file] = self._imports.owners(kind, source, file)
            for record in self._store.many(kind, list(owners.values())):
                self._records[record.id] = record
        return owners.get(key)

    def anothers(self, source: str, file: str, key: str) -> RecordId | None:
        others = self._others.get((source, file))
        if others is None:
            kind = _KINDS[file]
            others = self._others[source, file] = self._imports.of_others(kind, source, file)
            self._records |= {record.id: record for record in self._store.many(kind, list(others.values()))}
        return others.get(key)

    def by_ref(self, kind: Kind, ref: str) -> RecordId | None:
        if not (_REFERENCE.fullmatch(ref) or is_id(ref)):
            return None
        try:
            return self._store.by_ref(ref, kind).id
        except (RecordNotFound, AmbiguousReference):
            return None

    def leads_to(self, ref: str) -> RecordId | None:
        return leads_to(self._store, ref)

    def get(self, record_id: RecordId) -> Record:
        return self._records.get(record_id) or self._store.get(record_id)

    def find(self, record_id: RecordId) -> Record | None:
        return self._records.get(record_id) or self._store.find(record_id)

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        return self._store.cases_of_party(party_id)

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        return self._store.relations_of_party(party_id)

    def last_row(self, source: str, file: str, key: str) -> Mapping[str, str] | None:
        rows = self._rows.get((source, file))
        if rows is None:
            rows = self._rows[source, file] = self._imports.last_rows(source, file)
        return rows.get(key)

    def log(self, record_id: RecordId) -> Sequence[Element]:
        store = self._store
        return [*custody.log(store.db, record_id), *custody.claims(store.db, record_id)]

    def named(self, name: str) -> str | None:
        if self._names is None:
            self._names = {normalise(text): ref for text, ref in self._imports.names_of_parties()}
        return self._names.get(normalise(name)) if normalise(name) else None
