"""Facts that only one confidential person told: whoever reads them may learn who that was."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from hrddesk.records import vocabulary
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.facts import Facts
from hrddesk.redact.vault_names import is_document

_PUBLIC: Final = frozenset(
    {"court_document", "official_statement", "news", "report", "un_document", "social_media", "book"}
)
"""Types of sources that anybody may read."""


def told_by_one(facts: Facts, printed: Mapping[RecordId, RecordId]) -> dict[RecordId, int]:
    """Return how many printed records of each case are cited to one person and to no public document.

    `printed` are the records that a publication tells of, each with its case.
    """
    cited: dict[RecordId, list[RecordId]] = {}
    for citation in facts.all(Kind.CITATION):
        cited.setdefault(RecordId(citation.text("record")), []).append(RecordId(citation.text("source")))
    found = Counter(
        case for record, case in printed.items() if _is_of_one_person(facts, frozenset(cited.get(record, ())))
    )
    return dict(found)


def _is_of_one_person(facts: Facts, sources: Collection[RecordId]) -> bool:
    found = (facts.records.get(source) for source in sources)
    cited = [record for record in found if record is not None and record.kind is Kind.SOURCE]
    return sum(not is_document(source) for source in cited) == 1 and _PUBLIC.isdisjoint(map(_type_of, cited))


def _type_of(source: Record) -> str:
    term = vocabulary.load("source_type").find(source.text("type"))
    return "" if term is None else term.code
