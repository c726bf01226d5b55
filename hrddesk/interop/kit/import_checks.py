"""The checks of the records that an import makes; each error names file, row and column.

A kit can declare the contradictions that its vault already contained; `columns.contradictions` turns those
errors into warnings.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from hrddesk.interop.columns.contradictions import CODES, code_of, column_of, in_circles, into_of
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.limits import beyond_limits
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.soundness import contradictions
from hrddesk.records.rules.sources import is_published
from hrddesk.records.terms.vocabulary import PLAIN
from hrddesk.records.texts.questions import OWNERS, QuestionType

Find = Callable[[RecordId], Record | None]
"""A function that returns a record as the rows so far have changed it, else as stored; None if missing."""

_DEFINED: Final[Mapping[Kind, Mapping[str, Collection[str]]]] = {
    Kind.TERM: {"vocabulary": PLAIN},
    Kind.FIELD: {"owner": OWNERS, "type": tuple(QuestionType)},
}
"""The columns of terms and questions that allow only certain values, with these values."""

Numbered = tuple[int, Record]
"""A row number with the new record of that row."""


def require_defined(findings: Findings, file: str, number: int, record: Record) -> None:
    """Report an error if a new term has an unknown vocabulary.

    Report an error if a new question of the desk has an unknown type, or belongs to an unknown kind of record
    (`owner`). No form would ever show such a term or question.
    """
    for column, values in _DEFINED.get(record.kind, {}).items():
        if record.text(column) not in values:
            findings.error(file, number, column, record.text(column), RemarkCode.ONE_OF, ", ".join(values))


def require_apart(findings: Findings, file: str, rows: Iterable[Numbered]) -> None:
    """Report an error for each new term, or question of the desk, without a code or with a repeated code.

    It is also an error if terms are merged in a cycle. The same word for two terms is only a warning.
    """
    new = list(rows)
    circles = in_circles(into_of([record for _, record in new]))
    keys: dict[tuple[str, str], int] = {}
    words: dict[tuple[str, str], int] = {}
    for number, record in new:
        column = CODES[record.kind]
        first = keys.setdefault(code_of(record), number)
        if not record.text(column):
            findings.error(file, number, column, "", RemarkCode.KEY_MISSING)
        elif first != number:
            findings.error(file, number, column, record.text(column), RemarkCode.KEY_TWICE, first)
        elif record.kind is Kind.TERM and code_of(record) in circles:
            findings.error(file, number, "into", record.text("into"), RemarkCode.TERM_IN_ITSELF)
        elif record.kind is Kind.TERM and not record.fields.get("retired"):
            for word in {*record.labels.values(), *(str(item["text"]) for item in record.values("aliases"))}:
                row = words.setdefault((record.text("vocabulary"), word.casefold()), number)
                if row != number:
                    findings.warn(
                        file, number, "", word, RemarkCode.WORD_TWICE, row
                    )  # two desks can agree on a word


def require_within_limits(findings: Findings, spec: FileSpec, number: int, record: Record) -> None:
    """Report errors for texts that are too long and numbers that are out of bounds."""
    for beyond in beyond_limits(record):
        code = RemarkCode.OUT_OF_BOUNDS if beyond.is_number else RemarkCode.TOO_LONG
        column = beyond.list if beyond.list in spec.columns else beyond.field
        findings.error(spec.file, number, column, "", code, beyond.limit)


def require_sound(
    findings: Findings, spec: FileSpec, number: int, record: Record, before: Record | None
) -> None:
    """Report contradictions, such as an end before its beginning, in values that differ from `before`."""
    for error in contradictions(record, before):
        column = column_of(error.details["field"])
        kit_column = column if column in spec.columns else ""
        findings.error(spec.file, number, kit_column, "", RemarkCode.CANNOT_BE, error.details["why"])


def warn_of_sources(
    findings: Findings, spec: FileSpec, number: int, record: Record, before: Record | None, find: Find
) -> None:
    """Add a warning if a new legal basis for printing a name cites a source that is not published.

    Redaction does not accept such a basis.
    """
    former = [] if before is None else before.values(CONSENTS)
    for entry in record.values(CONSENTS):
        cited = find(RecordId(str(entry.get("source"))))
        is_new = bool(entry.get("basis")) and entry not in former
        if is_new and cited is not None and not is_published(cited):
            findings.warn(spec.file, number, CONSENTS, "", RemarkCode.NOT_PUBLISHED)


def refuse_circles(
    findings: Findings,
    spec: FileSpec,
    rows: Mapping[str, tuple[int, RecordId]],
    field: str,
    code: RemarkCode,
    find: Find,
) -> None:
    """Report an error for every row whose record is on a cycle of references in `field`.

    `rows` are the row number and the record of each key.
    """
    successors: dict[RecordId, RecordId] = {}
    for _, start in rows.values():
        name: RecordId | None = start
        while name is not None and name not in successors:
            record = find(name)
            following = RecordId(record.text(field)) if record is not None and record.text(field) else None
            successors |= {} if following is None else {name: following}
            name = following
    circles = in_circles(successors)
    for key, (number, record_id) in rows.items():
        if record_id in circles:
            findings.error(spec.file, number, field, key, code)


def refuse_other_file(findings: Findings, key: str, record: Record, before: Record | None) -> None:
    """Report an error for evidence whose stored file a row would replace: an original must not change."""
    original = "" if before is None else before.text("sha256")
    if record.kind is Kind.EVIDENCE and original and original != record.text("sha256"):
        findings.error(kit.EVIDENCE.file, 0, "sha256", key, RemarkCode.EVIDENCE_STAYS)
