"""Contradictions within records, and how a kit carries them from one vault to another.

A row that contradicts itself is an error. A vault can nevertheless hold such a record, because two desks each
entered half of it. The kit of that vault names the columns concerned, and an import accepts them as they are,
with a warning.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, TypeVar

from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.interop.columns import cells
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings, Remark, RemarkCode
from hrddesk.records.model.kinds import CONSENTS, LABELS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.rules import consents
from hrddesk.records.rules.soundness import contradictions

CONTRADICTS: Final = "contradicts"
_LABEL: Final = "label"
_ERRORS: Final = frozenset(
    {
        *(RemarkCode.CANNOT_BE, RemarkCode.BAD_CONSENT, RemarkCode.NO_LABEL, RemarkCode.KEY_TWICE),
        *(RemarkCode.PLACE_IN_ITSELF, RemarkCode.FROM_ITSELF, RemarkCode.TERM_IN_ITSELF),
    }
)
"""The errors that can result from merging the work of two desks."""
_COLUMNS: Final[Mapping[str, str]] = {"given_by": CONSENTS, "subject": "from", "object": "to"}
"""The columns of fields and list entries whose column has another name."""
_LEADS: Final = {Kind.PLACE: "parent", Kind.EVIDENCE: "derived_from"}
CODES: Final[Mapping[Kind, str]] = {Kind.TERM: "code", Kind.FIELD: "key"}
"""The field that identifies a term or a question that a desk defines."""

_T = TypeVar("_T", bound=Hashable)


def column_of(name: str) -> str:
    """Return the column of the kit for a field, or for a field of a list entry, with this name."""
    return _COLUMNS.get(name, name)


def in_circles(successors: Mapping[_T, _T]) -> set[_T]:
    """Return the items that lie on a cycle: items from which the successors lead back to the same item."""
    members, seen = set[_T](), set[_T]()
    for start in successors:
        path, item = list[_T](), start
        while item in successors and item not in seen:
            seen.add(item)
            path.append(item)
            item = successors[item]
        members.update(path[path.index(item) :] if item in path else ())
    return members


def consent_fault(entry: Element) -> str:
    """Return the reason why an entry of `consents` is not valid; empty if it is valid."""
    try:
        consents.checked(entry)
    except (InvalidValue, InvalidDate) as error:
        return error.details["why"]
    return ""


def code_of(record: Record) -> tuple[str, str]:
    """Return the vocabulary and the code of a term; for a desk's own question, "" and the code."""
    return record.text("vocabulary") if record.kind is Kind.TERM else "", record.text(CODES[record.kind])


def into_of(terms: Sequence[Record]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return for each term the term into which it was merged, each as vocabulary and code.

    The second code is empty for a term that was not merged.
    """
    return {code_of(term): (term.text("vocabulary"), term.text("into")) for term in terms}


def columns_of(records: Mapping[Kind, Sequence[Record]]) -> dict[RecordId, str]:
    """Return the cell of the column `contradicts` for each record that contradicts itself.

    The cell names the columns concerned. Without it, an import would refuse the record.
    """
    by_record: dict[RecordId, list[str]] = {}
    for record in chain.from_iterable(records.values()):
        columns = [column_of(error.details["field"]) for error in contradictions(record)]
        columns += [CONSENTS] * any(map(consent_fault, record.values(CONSENTS)))
        is_bare = record.spec.list(LABELS) is not None and not record.labels
        columns += [_LABEL] * (is_bare and record.kind is not Kind.EVIDENCE)
        by_record[record.id] = columns
    for kind, column in _LEADS.items():
        pieces = records.get(kind, ())
        for name in in_circles({RecordId(item.id): RecordId(item.text(column)) for item in pieces}):
            by_record[name].append(column)
    terms = records.get(Kind.TERM, ())
    circles = in_circles(into_of(terms))
    for term in terms:
        by_record[term.id] += ["into"] * (code_of(term) in circles)
    for kind, column in CODES.items():
        counted = Counter(map(code_of, records.get(kind, ())))
        for record in records.get(kind, ()):
            by_record[record.id] += [column] * (counted[code_of(record)] > 1)
    return {name: cells.join(dict.fromkeys(columns)) for name, columns in by_record.items() if columns}


def settle(findings: Findings, tables: Mapping[str, CsvTable]) -> None:
    """Turn errors into warnings where the CONTRADICTS cell of the row names the column of the error."""
    errors = list(findings.errors)
    if not any(map(_may_be_known, errors)):
        return
    columns_by_row = {
        (file, row.number): [column.strip() for column in cells.split(row[CONTRADICTS])]
        for file, table in tables.items()
        for row in table.rows
    }
    findings.errors.clear()
    for error in errors:
        if _may_be_known(error) and error.column in columns_by_row.get((error.file, error.row), ()):
            findings.warnings.append(replace(error, code=RemarkCode.CONTRADICTION_KEPT, detail=""))
        else:
            findings.errors.append(error)


def _may_be_known(error: Remark) -> bool:
    """Tell whether a vault can hold the contradiction that an error reports.

    A vault can hold two terms, or two of the desk's own questions, with one code. In other files, a repeated
    key is never a contradiction of the vault, because two rows with one key cannot be two records.
    """
    return error.code in _ERRORS and (
        error.code is not RemarkCode.KEY_TWICE or error.column in CODES.values()
    )
