"""A vault that is only dictionaries, and kits written from a few lines."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from hrddesk.interop.columns.blocks_table import with_references
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.import_plan import ImportPlan, to_records
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, key_element_id
from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk.system.jobs import silent


class Desk:
    """Keeps records and rows in memory, and answers what an import asks of a vault."""

    def __init__(self) -> None:
        self.records: dict[RecordId, Record] = {}
        self.others: dict[tuple[str, str, str], RecordId] = {}
        self.rows: dict[tuple[str, str, str], Mapping[str, str]] = {}
        self.logs: dict[RecordId, Sequence[Element]] = {}
        self.words: Words = SHIPPED

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        wanted, others = key_element_id(source, file, key), set(self.others.values())
        found = (r.id for r in self.records.values() if wanted in r.lists.get("keys", {}))
        return next((name for name in found if name not in others), None)

    def anothers(self, source: str, file: str, key: str) -> RecordId | None:
        return self.others.get((source, file, key))

    def by_ref(self, kind: Kind, ref: str) -> RecordId | None:
        found = (r for r in self.records.values() if r.kind is kind and ref in (r.id, r.text("ref")))
        return next((r.id for r in found), None)

    def leads_to(self, ref: str) -> RecordId | None:
        every = self.records.values()
        found = [r.id for r in every if ref.upper() == r.text("ref")] or [
            r.id for r in every if len(ref) >= 8 and r.id.startswith(ref.lower())
        ]
        return found[0] if len(found) == 1 else None

    def get(self, record_id: RecordId) -> Record:
        return self.records[record_id]

    def find(self, record_id: RecordId) -> Record | None:
        return self.records.get(record_id)

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        return [c.id for c in self.all(Kind.CASE) if party_id in [e["party"] for e in c.values("parties")]]

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        return [r for r in self.all(Kind.RELATION) if party_id in (r.text("subject"), r.text("object"))]

    def last_row(self, source: str, file: str, key: str) -> Mapping[str, str] | None:
        return self.rows.get((source, file, key))

    def log(self, record_id: RecordId) -> Sequence[Element]:
        return self.logs.get(record_id, ())

    def all(self, kind: Kind) -> list[Record]:
        """Return the records of a kind in the order in which they came."""
        return [record for record in self.records.values() if record.kind is kind]

    def keyed(self, kind: Kind, key: str) -> Record:
        """Return the record that has that key, whatever its source."""
        return next(r for r in self.all(kind) if key in [e["key"] for e in r.values("keys")])

    def take(self, plan: ImportPlan) -> ImportPlan:
        """Do what the plan says, as an import does."""
        assert plan.found.errors == []
        fresh = [i.record for i in plan.planned if i.before is None]
        named = [r.id for r in fresh if r.kind in (Kind.CASE, Kind.PARTY, Kind.EVIDENCE, Kind.REPORT)]
        references = {name: f"M3TT-2026-{len(self.records) + at:04}" for at, name in enumerate(named)}
        for item in plan.planned:
            record = item.record
            if record.id in references:
                record = record.with_fields(ref=references[record.id])
            if record.kind is Kind.REPORT:
                record = with_references(record, references)
            self.records[record.id] = record
            self.rows[item.key.source, item.key.file, item.key.key] = item.cells
        return plan


@pytest.fixture
def desk() -> Desk:
    """An empty desk."""
    return Desk()


Kit = Callable[..., Path]


@pytest.fixture
def write_kit(tmp_path: Path) -> Kit:
    """Return a function that writes a kit from the text of its files, over the one that was there."""

    def write(folder: str = "summer", **files: str) -> Path:
        made = tmp_path / folder
        made.mkdir(exist_ok=True)
        for name, text in files.items():
            (made / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
        return made

    return write


@pytest.fixture
def plan(desk: Desk) -> Callable[..., ImportPlan]:
    """Return a function that works out what importing a kit into the desk would do."""

    def work(
        path: Path, visibility: Visibility | None = None, source: str = "", *, loosen: bool = False
    ) -> ImportPlan:
        rows, whole = kit.read_kit(path, silent()), WholeLevel(visibility, loosen)
        return to_records(rows, desk, source=source or rows.source, level=whole, job=silent())

    return work
