"""The consistency checks: run them on all records, and dismiss findings with a reason."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from hrddesk.actions.analysis import countries
from hrddesk.actions.editions import consent_traces
from hrddesk.actions.records import citations
from hrddesk.analysis.consistency import checks
from hrddesk.analysis.consistency.checks_of_names import one_letter_apart
from hrddesk.analysis.consistency.checks_of_sources import CONTRADICTS
from hrddesk.analysis.consistency.findings import Check, CheckedFacts, Finding
from hrddesk.errors import FindingNotFound, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.queries import dismissals as dismissal_rows
from hrddesk.store.queries.dismissals import Dismissal as Dismissal
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent

_Found = TypeVar("_Found")
_SHORTEST_KEY: Final = 8  # so many of its characters are enough, where they fit one only
_BATCH: Final = 500


def run(store: Store, job: Job | None = None) -> list[Finding]:
    """Run all consistency checks and return all findings, including dismissed ones.

    `job` reports progress per person. People are read in groups with their events, because a large vault
    would not fit into memory.
    """
    progress = job or silent()
    places, days = tuple(store.all(Kind.PLACE)), countries.own_limits(store)
    findings: list[Finding] = []
    named: list[Record] = []
    ids, words = store.ids(Kind.PARTY), store.words()
    for start in range(0, len(ids), _BATCH):
        progress.step(start, len(ids))
        batch = list(store.whereabouts.of_parties(ids[start : start + _BATCH], words=words, more=True))
        events = {event.id: event for _, own in batch for event in own}
        facts = CheckedFacts(
            parties=tuple(party for party, _ in batch),
            events=tuple(events.values()),
            citations=tuple(store.citing.of_records(list(events))),
            places=places,
            limits=days,
        )
        findings += checks.of_people(facts, progress)
        # Of those who were looked at only what their names are compared by is kept.
        named += [
            Record(
                kind=Kind.PARTY,
                id=party.id,
                fields={"ref": party.text("ref")},
                lists={"names": party.lists.get("names", {})},
            )
            for party, _ in batch
        ]
    findings += one_letter_apart(named)
    findings += checks.of_events(_cited_facts(store))
    findings += consent_traces.findings(store)
    return checks.in_order(findings)


def _cited_facts(store: Store) -> CheckedFacts:
    """Return the events whose citations must be checked, with their people, citations and sources.

    `store.citing.of_checks` decides which events these are.
    """
    events = store.many(Kind.EVENT, store.citing.of_checks())
    citations = store.citing.of_records([event.id for event in events])
    people = dict.fromkeys(
        RecordId(str(item.get("party"))) for event in events for item in event.values("parties")
    )
    sources = dict.fromkeys(RecordId(citation.text("source")) for citation in citations)
    return CheckedFacts(
        parties=tuple(store.many(Kind.PARTY, list(people))),
        events=tuple(events),
        citations=tuple(citations),
        sources=tuple(store.many(Kind.SOURCE, list(sources))),
    )


@dataclass(frozen=True, slots=True)
class CheckResults:
    """All findings and dismissals, with the records that they are about."""

    findings: Mapping[str, Finding]
    """The findings by key."""
    aside: Mapping[str, Dismissal]
    records: Mapping[RecordId, Record]
    by_check: Mapping[Check, tuple[str, ...]]
    """By check, the keys of the findings that were not dismissed."""

    @classmethod
    def of(
        cls,
        findings: Mapping[str, Finding],
        aside: Mapping[str, Dismissal],
        records: Mapping[RecordId, Record],
    ) -> "CheckResults":
        """Make the results from the findings, the dismissals (`aside`), and the records that they are about.

        Findings that were not dismissed are also grouped by their check.
        """
        by_check: dict[Check, list[str]] = {}
        for key, finding in findings.items():
            if key not in aside:
                by_check.setdefault(finding.check, []).append(key)
        return cls(findings, aside, records, {check: tuple(keys) for check, keys in by_check.items()})


@dataclass(frozen=True, slots=True)
class ClaimSide:
    """One of the claims that a finding compares, with the citations of the claim and their sources."""

    record: Record
    cited: tuple[tuple[Record, Record | None], ...]


def look(store: Store, job: Job | None = None) -> CheckResults:
    """Run all checks and return the results with the records that they are about; `job` reports progress per
    person.
    """
    findings = tuple(run(store, job))
    record_ids = list(dict.fromkeys(record for finding in findings for record in finding.records))
    records = {
        record.id: record for kind in (Kind.PARTY, Kind.EVENT) for record in store.many(kind, record_ids)
    }
    return CheckResults.of({finding.key: finding for finding in findings}, dismissals(store), records)


def sides(store: Store, finding: Finding) -> list[ClaimSide]:
    """Return the claims of a finding, to be shown side by side.

    If sources disagree about one claim, both sides are the same event: first with the citations that support
    it, then with those that contradict it.
    """
    if finding.is_disputed:
        record, cited = finding.records[1], _cited(store, finding.records[1])
        against = tuple(item for item in cited if item[0].text("stance") == CONTRADICTS)
        event = store.get(record)
        return [
            ClaimSide(event, tuple(item for item in cited if item not in against)),
            ClaimSide(event, against),
        ]
    record_ids = finding.sides or finding.records[1:] or finding.records[:1]
    records = [record for record in map(store.find, record_ids) if record is not None]
    return [ClaimSide(record, _cited(store, record.id)) for record in records]


def _cited(store: Store, record: RecordId) -> tuple[tuple[Record, Record | None], ...]:
    citation_records = citations.of_record(store, record)
    return tuple((item, store.find(item.text("source"))) for item in citation_records)


def dismissals(store: Store) -> dict[str, Dismissal]:
    """Return the dismissals by the keys of their findings."""
    return dismissal_rows.every(store.db)


def dismiss(session: Session, key: str, reason: str) -> None:
    """Dismiss the finding with the key `key`; raise FindingNotFound, and InvalidValue for an empty reason."""
    _need(reason)
    put_aside(session, _only(key, {item.key: item for item in run(session.store)}), reason)


def put_aside(session: Session, finding: Finding, reason: str) -> None:
    """Dismiss a finding and store the reason; raise InvalidValue for an empty reason."""
    _need(reason)
    today = datetime.datetime.now().astimezone().date().isoformat()
    records = tuple(sorted(set(finding.records)))
    with session.store.change("check.dismiss"):
        dismissal_rows.save(session.store.db, finding.key, Dismissal(reason.strip(), today, records))


def _need(reason: str) -> None:
    if not reason.strip():
        raise InvalidValue(field="reason", why=Translatable("say why this is right as it is"))


def bring_back(session: Session, key: str) -> None:
    """Remove the dismissal of a finding, so that it is shown again; raise FindingNotFound."""
    full_key = _only(key, {item: item for item in dismissals(session.store)})
    with session.store.change("check.bring-back"):
        dismissal_rows.remove(session.store.db, full_key)


def _only(key: str, items_by_key: Mapping[str, _Found]) -> _Found:
    """Return the item with this key, or the only one whose key begins with it; raise FindingNotFound."""
    begins = key if len(key) >= _SHORTEST_KEY else "-"
    fitting = [
        item for full_key, item in items_by_key.items() if full_key == key or full_key.startswith(begins)
    ]
    if len(fitting) != 1:
        raise FindingNotFound
    return fitting[0]
