"""The keys of records in a kit: the key from an import, or else the reference or the id of the record."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId
from hrddesk.records.names import shipped_places


@dataclass(slots=True, kw_only=True)
class KitKeys:
    """The keys of all records of a kit.

    `own_keys` are the keys that imports of this desk gave, as pairs of record and element. They take
    precedence over keys that a bundle brought.
    """

    records: Mapping[Kind, Sequence[Record]]
    own_keys: Collection[tuple[RecordId, ElementId]]
    source: str = field(init=False)
    """The source of most keys; it applies to every row that names no source."""
    written: dict[RecordId, str] = field(default_factory=dict)
    """The key of each record in this kit."""
    kinds: dict[RecordId, Kind] = field(default_factory=dict)
    sources: dict[RecordId, str] = field(default_factory=dict)
    """The source of a record's key, for records whose source is not that of the whole kit."""

    def __post_init__(self) -> None:
        counted = Counter(source for spec in kit.FILES.values() for source in self._sources(spec))
        self.source = counted.most_common(1)[0][0] if counted else ""
        for spec in kit.FILES.values():
            self._write(spec)

    def imported(self, record: Record, spec: FileSpec) -> list[Element]:
        """Return the keys of a record for this file, if possible only those from imports of this desk."""
        if spec is kit.PLACES and record.id in shipped_places.listed():
            return []  # it goes by its id everywhere
        keys = [(name, key) for name, key in record.elements("keys") if key.get("file") == spec.file]
        own = [key for name, key in keys if (record.id, name) in self.own_keys]
        return own or [key for _, key in keys]

    def named(self, record: RecordId) -> str:
        """Return `kind:key` of a record; empty if the record is not a row of the kit."""
        return f"{self.kinds[record].value}:{self.written[record]}" if record in self.written else ""

    def _sources(self, spec: FileSpec) -> Iterator[str]:
        for record in self.records.get(spec.kind, ()):
            yield from {str(key["source"]) for key in self.imported(record, spec)}

    def _is_keyed_by_us(self, record: Record) -> bool:
        return any((record.id, name) in self.own_keys for name in record.lists.get("keys", {}))

    def _write(self, spec: FileSpec) -> None:
        used: set[str] = set()
        for record in sorted(self.records.get(spec.kind, ()), key=self._is_keyed_by_us, reverse=True):
            keys = self.imported(record, spec)
            chosen = next((key for key in keys if key["source"] == self.source), keys[0] if keys else None)
            written = source = ""
            if chosen is not None:
                source, written = str(chosen["source"]), str(chosen["key"])
                if source != self.source:
                    written = f"{source}/{written}"
            if not written or written in used or written != written.strip():
                written, source = record.text("ref") or record.id, self.source
            if written in used:
                written = record.id
            used.add(written)
            self.written[record.id] = written
            self.kinds[record.id] = spec.kind
            if source != self.source:
                self.sources[record.id] = source
