"""The conversion of records into rows of a kit: values as typed, in their order, under the keys of the
records.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from hrddesk.interop.columns import blocks_table, contradictions, custody_table, texts_table
from hrddesk.interop.columns import cells as cell
from hrddesk.interop.columns.contradictions import CONTRADICTS
from hrddesk.interop.columns.events import NO_CASE
from hrddesk.interop.columns.record_columns import CITED_EVIDENCE
from hrddesk.interop.formats import csv_tables
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.export_keys import KitKeys
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.language.labels import column as label_column
from hrddesk.records.model import coordinates
from hrddesk.records.model.kinds import ABOUT, COMMENTS, CONSENTS, PROOFS, SPECS, TEXTS, WHOLE_RECORD, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.terms.roles import VICTIM
from hrddesk.records.terms.vocabulary import EVENT_TERM
from hrddesk.records.terms.words import SHIPPED, Words

_Cells = Mapping[str, str]
_OF_INTERVENTION: Final = (
    *("addressee", "reference", "asked", "due", "confidential_until", "answered", "outcome"),
)


@dataclass(frozen=True, slots=True)
class KitFile:
    """One file of a kit, to be written."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The header row followed by the rows."""
        return (self.columns, *self.rows)

    def to_bytes(self) -> bytes:
        """Return the file as CSV."""
        return csv_tables.write(self.columns, self.rows)


def from_records(
    records: Mapping[Kind, Sequence[Record]],
    own_keys: Collection[tuple[RecordId, ElementId]] = (),
    beside: Mapping[RecordId, str] = MappingProxyType({}),
    usual_country: str = "",
    logs: Mapping[RecordId, Sequence[Element]] = MappingProxyType({}),
    leads_to: Callable[[str], RecordId | None] = lambda _: None,
) -> list[KitFile]:
    """Return the files of a kit with these records, in the given order.

    A file without rows is omitted; if all are empty, return `kit.FORMS`, to be filled in. Omit also empty
    columns, except `FileSpec.always`, and values that refer to a record outside `records`. An imported record
    has the key of its import. Any other record has its reference as key, or else its id.

    `own_keys` are the keys that imports of this desk gave, as pairs of record and element. If a bundle
    brought another record with the same key, our record keeps the key, because an import of these files would
    match the row to our record. `beside` gives the name of the exported evidence file of a record, `logs` the
    custody log in this vault. A case without a country gets `usual_country`. `leads_to` returns the record to
    which a reference in a text refers.
    """
    return _Export(
        records=records,
        keys=KitKeys(records=records, own_keys=own_keys),
        beside=beside,
        usual_country=usual_country,
        logs=logs,
        leads_to=leads_to,
    ).files()


@dataclass(slots=True, kw_only=True)
class _Export:
    records: Mapping[Kind, Sequence[Record]]
    keys: KitKeys
    beside: Mapping[RecordId, str]
    usual_country: str
    logs: Mapping[RecordId, Sequence[Element]]
    leads_to: Callable[[str], RecordId | None]
    cases_of: dict[RecordId, set[RecordId]] = field(default_factory=dict)
    victims: set[RecordId] = field(default_factory=set)
    """The victims of events; an import would make them subjects of a case that gives them no role."""
    words: Words = SHIPPED
    """The shipped vocabularies together with the terms of the kit."""
    told: set[str] = field(default_factory=set)
    """The statements of the relations so far; another relation with the same statement is written with its
    key.
    """
    cited: set[RecordId] = field(default_factory=set)
    """The records that blocks of reports are about or mention; such a relation is written with its key."""

    @property
    def written(self) -> dict[RecordId, str]:
        """The key of each record in this kit."""
        return self.keys.written

    def files(self) -> list[KitFile]:
        self.words = SHIPPED.with_records(self.records.get(Kind.TERM, ()))
        for kind, goes in ((Kind.RELATION, self._both_sides), (Kind.CITATION, self._is_whole)):
            for record in self.records.get(kind, ()):
                if not goes(record):
                    del self.written[record.id]
        for case in self.records.get(Kind.CASE, ()):
            for element in case.values("parties"):
                self.cases_of.setdefault(RecordId(str(element["party"])), set()).add(case.id)
        for event in self.records.get(Kind.EVENT, ()):
            self.victims |= {
                RecordId(str(e["party"])) for e in event.values("parties") if e.get("role") == VICTIM
            }
        rows: Mapping[str, Callable[[Record], _Cells]] = {
            kit.CASES.file: self._case,
            kit.PARTIES.file: self._party,
            kit.EVENTS.file: self._event,
            kit.RELATIONS.file: self._relation,
            kit.FIGURES.file: self._figure,
            kit.PLACES.file: self._place,
            kit.EVIDENCE.file: self._evidence,
            kit.CITATIONS.file: self._citation,
            kit.TERMS.file: self._plain(kit.TERMS),
            kit.QUESTIONS.file: self._plain(kit.QUESTIONS),
            kit.SOURCES.file: self._plain(kit.SOURCES),
            kit.QUERIES.file: self._plain(kit.QUERIES),
            kit.REPORTS.file: self._plain(kit.REPORTS),
        }
        blocks = tuple(self._blocks())
        contradicting = contradictions.columns_of(self.records)
        kit_files = [self._file(spec, rows[spec.file], contradicting) for spec in kit.FILES.values()]
        forms = {spec.file for spec in kit.FORMS}
        sides = (texts_table, self._texts()), (blocks_table, blocks), (custody_table, self._logs())
        kit_files += [KitFile(part.TABLE.file, part.TABLE.columns, tuple(lines)) for part, lines in sides]
        filled = [file for file in kit_files if file.rows] or [
            file for file in kit_files if file.name in forms
        ]
        about = KitFile(kit.ABOUT, kit.ABOUT_COLUMNS, ((kit.NAME, str(kit.VERSION), self.keys.source),))
        return [*filled, about]

    def _file(
        self,
        spec: FileSpec,
        cells_of: Callable[[Record], _Cells],
        contradicting: Mapping[RecordId, str],
    ) -> KitFile:
        rows = []
        for record in self.records.get(spec.kind, ()):
            if record.id not in self.written:
                continue
            common = {
                "comments": cell.join(map(cell.comment_item, record.values(COMMENTS))),
                "note": record.text("note"),
                "visibility": _levels(record),
                "source": self.keys.sources.get(record.id, ""),
                CONTRADICTS: contradicting.get(record.id, ""),
            }
            rows.append({**cells_of(record), **common})
        labelled = sorted({column for row in rows for column in row if column.startswith(f"{kit.LABEL}@")})
        used = tuple(column for column in spec.optional if any(row.get(column) for row in rows))
        columns = (*spec.always, *labelled, *used)
        return KitFile(
            spec.file, columns, tuple(tuple(row.get(column, "") for column in columns) for row in rows)
        )

    def _texts(self) -> Iterator[tuple[str, ...]]:
        for spec in kit.FILES.values():
            for record in self.records.get(spec.kind, ()):
                if record.lists.get(TEXTS):
                    yield from texts_table.rows_of(record, self.written[record.id])

    def _blocks(self) -> Iterator[tuple[str, ...]]:
        for report in self.records.get(Kind.REPORT, ()):
            yield from blocks_table.rows_of(report, self.written[report.id], self._named, self.leads_to)

    def _logs(self) -> Iterator[tuple[str, ...]]:
        for piece in self.records.get(Kind.EVIDENCE, ()):
            yield from custody_table.rows_of(piece, self.written[piece.id], self.logs.get(piece.id, ()))

    def _named(self, record: RecordId) -> str:
        """Return `kind:key` of a record; empty if the record is not a row of the kit."""
        self.cited.add(record)
        return self.keys.named(record)

    # --- one row of each kind ---------------------------------------------------------------------------

    def _case(self, case: Record) -> _Cells:
        return {
            "case": self.written[case.id],
            "title": case.text("title"),
            "parties": cell.join(self._people(case.values("parties"), self.victims)),
            "narrative": case.text("narrative"),
            "text_language": case.text("text_language"),
            "status": case.text("status"),
            "country": case.text("country") or self.usual_country,
            "tags": cell.join(str(element["text"]) for element in case.values("tags")),
            "answers": _answers(case),
        }

    def _party(self, party: Record) -> _Cells:
        terms = party.values("terms")
        occupations = [*takewhile(cell.is_plain_occupation, terms)]  # the order of all of them stays
        plain = ("kind", "ethnicity", "age", "disability", "sex", "birth", "death", "age_day", "unprotected")
        return {
            **{name: party.text(name) for name in plain},
            "protected": _word(party.fields.get("protected")),
            "party": self.written[party.id],
            "size": party.text("size") or _size(party),
            "names": cell.join(cell.name_item(element) for element in party.values("names")),
            "occupations": cell.join(cell.worded_item(e, cell.OCCUPATION, self.words) for e in occupations),
            "terms": cell.join(cell.party_term_item(e, self.words) for e in terms[len(occupations) :]),
            "home": party.text("home_text"),
            "home_key": self.written.get(RecordId(party.text("home")), ""),
            "citizenships": cell.join(str(item["text"]) for item in party.values("citizenships")),
            "consents": cell.join(self._consents(party)),
            "answers": _answers(party),
        }

    def _consents(self, party: Record) -> Iterable[str]:
        for element in party.values(CONSENTS):
            source = self.written.get(RecordId(str(element.get("source"))), "")
            if source or not element.get("basis"):  # a basis says nothing without its document
                yield cell.consent_item(element, source)

    def _event(self, event: Record) -> _Cells:
        people = [e for e in event.values("parties") if e.get("party") in self.written]
        first = next((e for e in people if e.get("role") == "victim"), None)
        party = RecordId(str(first["party"])) if first is not None else None
        charges = event.values("charges")
        stages = [str(element.get("stage") or "") for element in charges]
        return {
            **{name: event.text(name) for name in ("type", "measure", "facility", "date", "assertion")},
            **{name: event.text(name) for name in ("summary", "text_language", *_OF_INTERVENTION)},
            "event": self.written[event.id],
            "party": self.written[party] if party is not None else "",
            "place": event.text("place_text"),
            "place_key": self.written.get(RecordId(event.text("place")), ""),
            "country": event.text("country") or ("" if event.text("case") else self.usual_country),
            "answers": _answers(event),
            "charges": cell.join(cell.worded_item(element, "charge", self.words) for element in charges),
            "penalties": cell.join(
                cell.penalty_item(element, self.words) for element in event.values("penalties")
            ),
            "terms": cell.join(
                cell.worded_item(element, EVENT_TERM, self.words) for element in event.values("terms")
            ),
            "case": self._case_cell(event, party),
            "others": cell.join(self._people(e for e in people if e is not first)),
            "charge_stages": cell.join(stages) if any(stages) else "",
            "links": cell.join(self._links(event.values("links"))),
        }

    def _relation(self, relation: Record) -> _Cells:
        sides = {
            "from": self.written.get(RecordId(relation.text("subject")), ""),
            "type": relation.text("type"),
            "to": self.written.get(RecordId(relation.text("object")), ""),
        }
        written, statement = self.written[relation.id], "|".join(sides.values())
        is_keyed = relation.id in self.cited or self.keys.imported(relation, kit.RELATIONS)
        named = written != statement and (statement in self.told or is_keyed)
        self.told.add(statement)
        plain = {name: relation.text(name) for name in ("since", "until", "assertion")}
        return {**sides, **plain, "relation": written if named else ""}

    def _both_sides(self, relation: Record) -> bool:
        return all(relation.text(side) in self.written for side in ("subject", "object"))

    def _figure(self, figure: Record) -> _Cells:
        plain = ("value", "unit", "denominator", "as_of", "definition", "kind")
        written, name = self.written[figure.id], figure.text("name")
        return {
            **{column: figure.text(column) for column in plain},
            "figure": written,
            "name": name if name != written else "",
        }

    # --- what a desk defines for itself -----------------------------------------------------------------

    def _plain(self, spec: FileSpec) -> Callable[[Record], _Cells]:
        """Return a function that writes the row of a record in a file with one column for each field."""
        names = [field.name for field in SPECS[spec.kind].fields if field.name in spec.columns]

        def cells_of(record: Record) -> _Cells:
            cells = {name: _word(record.fields.get(name)) for name in names}
            cells |= {label_column(kit.LABEL, code): text for code, text in record.labels.items()}
            cells["aliases"] = cell.join(str(item.get("text") or "") for item in record.values("aliases"))
            return {**cells, spec.keys[0]: self.written[record.id]}

        return cells_of

    def _place(self, place: Record) -> _Cells:
        parent = self.written.get(RecordId(place.text("parent")), "")
        cells = {**self._plain(kit.PLACES)(place), "parent": parent}
        if place.text(coordinates.FIELD):
            point = coordinates.read(place.text(coordinates.FIELD))
            cells |= {"latitude": point.latitude, "longitude": point.longitude, "precision": point.within}
        return cells

    def _evidence(self, piece: Record) -> _Cells:
        return {
            **self._plain(kit.EVIDENCE)(piece),
            "file": self.beside.get(piece.id, ""),
            "proofs": cell.join(map(cell.proof_item, piece.values(PROOFS))),
            "cases": cell.join(self.written[case] for case in piece.cases if case in self.written),
            "about": cell.join(self._about(piece.values(ABOUT))),
            "place": self.written.get(RecordId(piece.text("place")), ""),
            "derived_from": self.written.get(RecordId(piece.text("derived_from")), ""),
        }

    def _about(self, elements: Iterable[Element]) -> Iterable[str]:
        for element in elements:
            record = RecordId(str(element.get("record") or ""))
            if record in self.written:
                yield cell.about_item(element, self.keys.named(record))

    def _citation(self, citation: Record) -> _Cells:
        about, cited = RecordId(citation.text("record")), RecordId(citation.text("source"))
        return {
            **self._plain(kit.CITATIONS)(citation),
            "record": self.keys.named(about),
            "cited": CITED_EVIDENCE * (self.keys.kinds[cited] is Kind.EVIDENCE) + self.written[cited],
        }

    def _is_whole(self, citation: Record) -> bool:
        """Tell whether both the citing and the cited record of a citation are rows of the kit.

        Citations of relations are never exported.
        """
        about, source = RecordId(citation.text("record")), RecordId(citation.text("source"))
        cited = self.keys.kinds.get(source) in (Kind.SOURCE, Kind.EVIDENCE)
        return cited and self.keys.kinds.get(about) not in (None, Kind.RELATION)

    # --- cells that refer to other rows -----------------------------------------------------------------

    def _case_cell(self, event: Record, party: RecordId | None) -> str:
        """Return the key of an event's case, or an empty text if an import finds the case by the party.

        An event without an exported case gets NO_CASE.
        """
        case = RecordId(event.text("case")) if event.text("case") in self.written else None
        case_ids = self.cases_of.get(party, set()) if party is not None else set()
        if case is not None:
            return "" if case_ids == {case} else self.written[case]
        return NO_CASE

    def _people(self, elements: Iterable[Element], victims: Collection[str] = ()) -> Iterable[str]:
        for element in elements:
            party = RecordId(str(element["party"]))
            key, role = self.written.get(party), str(element.get("role") or "")
            if key is not None:
                yield f"{key}:{role}" if role or ":" in key or party in victims else key

    def _links(self, elements: Iterable[Element]) -> Iterable[str]:
        for element in elements:
            key = self.written.get(RecordId(str(element["event"])))
            if key is not None:
                yield f"{element.get('type') or ''}:{key}"


def _answers(record: Record) -> str:
    return cell.join(f"{item.get('field')}={item.get('answer')}" for item in record.values("values"))


def _word(value: Value) -> str:
    """Return the cell for the value of a field."""
    return ("yes" if value else "") if isinstance(value, bool) else "" if value is None else str(value)


def _levels(record: Record) -> str:
    levels = {str(name): str(e["level"]) for name, e in record.elements("visibility")}
    record_level = levels.pop(WHOLE_RECORD, "")
    items = [record_level] if record_level else []
    return cell.join(items + [f"{name}:{level}" for name, level in sorted(levels.items())])


def _size(party: Record) -> str:
    smallest, largest = party.fields.get("size_min"), party.fields.get("size_max")
    if smallest is None and largest is None:
        return ""
    if smallest is None or largest is None:
        return f"at most {largest}" if smallest is None else f"at least {smallest}"
    return str(smallest) if smallest == largest else f"{smallest}-{largest}"
