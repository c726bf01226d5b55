"""Facts whose only source is one confidential person: a reader may infer who that was."""

from collections import Counter
from collections.abc import Collection, Mapping

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.sources import SUPPORTING, is_document, is_published
from hrddesk.redact.facts.facts import Facts


def count_of_one_source(facts: Facts, printed: Mapping[RecordId, RecordId]) -> dict[RecordId, int]:
    """Return how many printed records of each case are cited to one person and to no public document.

    `printed` are the records in a publication, each with its case.
    """
    cited: dict[RecordId, list[RecordId]] = {}
    for citation in facts.all(Kind.CITATION):
        source = facts.records.get(RecordId(citation.text("source")))
        if source is None or citation.text("stance") not in SUPPORTING:
            continue
        if not (citation.text("field") and is_document(source)):  # a paper that says the date says no more
            cited.setdefault(RecordId(citation.text("record")), []).append(source.id)
    case_counts = Counter(
        case for record, case in printed.items() if _is_of_one_person(facts, frozenset(cited.get(record, ())))
    )
    return dict(case_counts)


def _is_of_one_person(facts: Facts, sources: Collection[RecordId]) -> bool:
    source_records = (facts.records.get(source) for source in sources)
    cited = [record for record in source_records if record is not None and record.kind is Kind.SOURCE]
    documents = [source for source in cited if is_document(source)]
    return len(cited) - len(documents) == 1 and not any(map(is_published, documents))
