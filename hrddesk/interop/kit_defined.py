"""What a kit defines for a desk, its terms and questions: each that nothing could offer is an error."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from hrddesk.interop.findings import Code, Findings
from hrddesk.records.kinds import Kind
from hrddesk.records.questions import OWNERS, QuestionType
from hrddesk.records.record import Record
from hrddesk.records.vocabulary import PLAIN

_DEFINED: Final[Mapping[Kind, Mapping[str, Collection[str]]]] = {
    Kind.TERM: {"vocabulary": PLAIN},
    Kind.FIELD: {"owner": OWNERS, "type": tuple(QuestionType)},
}
"""What a term and a question say of themselves, and what may stand there."""
_KEYS: Final[Mapping[Kind, str]] = {Kind.TERM: "code", Kind.FIELD: "key"}

Numbered = tuple[int, Record]
"""A record that is new here, with its row."""


def require_defined(found: Findings, file: str, number: int, record: Record) -> None:
    """Find a new term or question of something that does not exist: nothing would ever offer it."""
    for column, values in _DEFINED.get(record.kind, {}).items():
        if record.text(column) not in values:
            found.error(file, number, column, record.text(column), Code.ONE_OF, ", ".join(values))


def require_apart(found: Findings, file: str, rows: Iterable[Numbered]) -> None:
    """Find new terms and questions that stand in each other's way; one word for two terms is a warning."""
    every = list(rows)
    into = {_code(term): (term.text("vocabulary"), term.text("into")) for _, term in every}
    keys: dict[tuple[str, str], int] = {}
    words: dict[tuple[str, str], int] = {}
    for number, record in every:
        column = _KEYS[record.kind]
        first = keys.setdefault(_code(record), number)
        if not record.text(column):
            found.error(file, number, column, "", Code.KEY_MISSING)
        elif first != number:
            found.error(file, number, column, record.text(column), Code.KEY_TWICE, first)
        elif record.kind is Kind.TERM and _leads_back(_code(record), into):
            found.error(file, number, "into", record.text("into"), Code.TERM_IN_ITSELF)
        elif record.kind is Kind.TERM and not record.fields.get("retired"):
            for word in {*record.labels.values(), *(str(item["text"]) for item in record.values("aliases"))}:
                said = words.setdefault((record.text("vocabulary"), word.casefold()), number)
                if said != number:
                    found.warn(file, number, "", word, Code.WORD_TWICE, said)  # two desks can agree on a word


def _code(record: Record) -> tuple[str, str]:
    return record.text("vocabulary") if record.kind is Kind.TERM else "", record.text(_KEYS[record.kind])


def _leads_back(code: tuple[str, str], into: Mapping[tuple[str, str], tuple[str, str]]) -> bool:
    """Tell whether a term would be read, by some steps, as itself."""
    seen, at = set[tuple[str, str]](), into[code]
    while at in into and at not in seen and at != code:
        seen.add(at)
        at = into[at]
    return at == code
