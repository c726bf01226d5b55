"""What a kit defines for a desk, its terms and questions: each that nothing could offer is an error."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from hrddesk.interop.findings import Code, Findings
from hrddesk.interop.kit_contradictions import CODES, code_of, in_circles, into_of
from hrddesk.records.kinds import Kind
from hrddesk.records.questions import OWNERS, QuestionType
from hrddesk.records.record import Record
from hrddesk.records.vocabulary import PLAIN

_DEFINED: Final[Mapping[Kind, Mapping[str, Collection[str]]]] = {
    Kind.TERM: {"vocabulary": PLAIN},
    Kind.FIELD: {"owner": OWNERS, "type": tuple(QuestionType)},
}
"""What a term and a question say of themselves, and what may stand there."""

Numbered = tuple[int, Record]
"""A record that is new here, with its row."""


def require_defined(findings: Findings, file: str, number: int, record: Record) -> None:
    """Find a new term or question of something that does not exist: nothing would ever offer it."""
    for column, values in _DEFINED.get(record.kind, {}).items():
        if record.text(column) not in values:
            findings.error(file, number, column, record.text(column), Code.ONE_OF, ", ".join(values))


def require_apart(findings: Findings, file: str, rows: Iterable[Numbered]) -> None:
    """Find new terms and questions that stand in each other's way; one word for two terms is a warning."""
    new = list(rows)
    circles = in_circles(into_of([record for _, record in new]))
    keys: dict[tuple[str, str], int] = {}
    words: dict[tuple[str, str], int] = {}
    for number, record in new:
        column = CODES[record.kind]
        first = keys.setdefault(code_of(record), number)
        if not record.text(column):
            findings.error(file, number, column, "", Code.KEY_MISSING)
        elif first != number:
            findings.error(file, number, column, record.text(column), Code.KEY_TWICE, first)
        elif record.kind is Kind.TERM and code_of(record) in circles:
            findings.error(file, number, "into", record.text("into"), Code.TERM_IN_ITSELF)
        elif record.kind is Kind.TERM and not record.fields.get("retired"):
            for word in {*record.labels.values(), *(str(item["text"]) for item in record.values("aliases"))}:
                row = words.setdefault((record.text("vocabulary"), word.casefold()), number)
                if row != number:
                    findings.warn(
                        file, number, "", word, Code.WORD_TWICE, row
                    )  # two desks can agree on a word
