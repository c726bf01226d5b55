"""The custody statuses of people: of one person, of a page of a list, of everybody. Today's are cached.

The cache is in the vault (`store.queries.person_statuses`). A change of a record removes the statuses that
depend on the record. A status that is missing, or is asked for as of another day, is computed from the
events.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.actions.analysis.knowledge import Knowledge, day_of
from hrddesk.analysis.figures.figure_meanings import Raw, raw_status
from hrddesk.analysis.figures.status_rows import counted_in, rules_of, standing_of, status_in
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import Status, UnknownReason, status_of
from hrddesk.errors import DiskFailing, DiskFull, VaultReadOnly, WriteFailed
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.words import Words
from hrddesk.store.queries.person_statuses import PersonStatus
from hrddesk.store.queries.whereabouts import COUNTRY
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent

PEOPLE = frozenset({"", "person", "group"})
"""The kinds of party that have a status; organisations and authorities have none."""
_BATCH: Final = 500
_AT_ONCE: Final = 2_000
"""The number of statuses that are stored together, small enough that a user who saves does not wait long."""


@dataclass(frozen=True, slots=True)
class StatusQuery:
    """The status filter of a list.

    None means any status for `answer`, today for `day`, and "as known now" for `known_on`.
    """

    answer: Answer | None = None
    day: date | None = None
    known_on: date | None = None

    @property
    def as_of(self) -> date:
        """The day as of which a status is asked for."""
        return self.day or day_of("", "day")

    @property
    def needs_everybody(self) -> bool:
        """Whether the statuses of all people are needed, not only those of the rows in sight."""
        return self.answer is not None or self.known_on is not None


def has_status(party: Record) -> bool:
    """Return whether a party of this kind can have a status."""
    return party.text("kind") in PEOPLE


def of_party(store: Store, party_id: RecordId, day: date, known_on: date | None = None) -> Status | None:
    """Return the status of one party, or None if lists show no status for it; raise RecordNotFound."""
    knowledge = Knowledge(store, known_on)
    parties = knowledge.parties([party_id])
    party = parties[0] if parties else store.get(party_id)
    return _listed(party, knowledge.events_of(party_id), day, store.whereabouts.bystanders([party_id]))


def of_parties(store: Store, ids: Iterable[RecordId], day: date) -> dict[RecordId, Status]:
    """Return the statuses of these parties, for a page of a list; parties without a status are left out."""
    party_ids, words = list(dict.fromkeys(ids)), store.words()
    rules = _rules(store, words)
    rows_by_party = {row.person: row for row in store.person_statuses.of(party_ids, rules, day.toordinal())}
    missing = [party for party in party_ids if party not in rows_by_party]
    rows_by_party |= {row.person: row for row in _worked_out(store, missing, day, words, silent())}
    return {
        party: status_in(rows_by_party[party], day)
        for party in party_ids
        if party in rows_by_party and rows_by_party[party].answer
    }


def of_cases(
    store: Store, cases: Sequence[RecordId], day: date, known_on: date | None = None
) -> dict[RecordId, list[Status]]:
    """Return for each of these cases the statuses of the people to whom something happened.

    With `known_on`, people who were not recorded on that day are left out.
    """
    people = store.whereabouts.people_of_cases(cases)
    if known_on is None:
        statuses_by_party = of_parties(store, (party for named in people.values() for party in named), day)
    else:
        statuses_by_party = as_known(store, day, known_on)
    return {
        case: [statuses_by_party[party] for party in people.get(case, ()) if party in statuses_by_party]
        for case in cases
    }


def of_all(store: Store, day: date, known_on: date | None = None) -> Iterator[tuple[Record, Status | None]]:
    """Yield every party with its status, or with None if lists show no status for it."""
    knowledge = Knowledge(store, known_on)
    if known_on is None:
        statuses_by_party = {
            row.person: status_in(row, day) for row in of_everybody(store, day) if row.answer
        }
    else:
        statuses_by_party = as_known(store, day, known_on)
    return ((party, statuses_by_party.get(party.id)) for party in knowledge.all(Kind.PARTY))


def of_everybody(store: Store, day: date, job: Job | None = None) -> Iterator[PersonStatus]:
    """Yield the status of every party as of a day; `job` reports progress per status that is not cached."""
    kept_rows, missing, words = _kept(store, day)
    yield from kept_rows
    yield from _worked_out(store, missing, day, words, job or silent())


def counted(store: Store, day: date, job: Job | None = None) -> Iterator[tuple[RecordId, Raw]]:
    """Yield for every party the status values that figures count, as of a day.

    `job` reports progress per status that is not cached.
    """
    kept_rows, missing, words = _kept(store, day)
    yield from ((standing.person, counted_in(standing)) for standing in kept_rows)
    for party, _, status in _computed(store, missing, day, words, job or silent()):
        yield party.id, raw_status(status)


def _kept(store: Store, day: date) -> tuple[list[PersonStatus], list[RecordId], Words]:
    """Return the cached statuses that are valid on a day, the people without one, and the vocabularies."""
    with store.at_one_moment():
        words = store.words()
        rules = _rules(store, words)
        kept_rows = store.person_statuses.every(rules, day.toordinal())
        return kept_rows, store.person_statuses.missing(rules, day.toordinal()), words


def as_known(store: Store, day: date, known_on: date, job: Job | None = None) -> dict[RecordId, Status]:
    """Return the statuses as of a day as they were known on another day; `job` reports progress per
    person.
    """
    steps, knowledge = job or silent(), Knowledge(store, known_on)
    bystanders = store.whereabouts.bystanders(store.ids(Kind.PARTY))
    statuses_by_party = {}
    for done, party in enumerate(knowledge.all(Kind.PARTY)):
        steps.step(done, 0)
        status = _listed(party, knowledge.events_by_party.get(party.id, []), day, bystanders)
        if status is not None:
            statuses_by_party[party.id] = status
    return statuses_by_party


def answers(
    store: Store, day: date, known_on: date | None = None, job: Job | None = None
) -> Mapping[RecordId, Answer]:
    """Return the answer (free, in custody, ...) of each party that has a status, as of a day."""
    if known_on is None:
        return {row.person: Answer(row.answer) for row in of_everybody(store, day, job) if row.answer}
    return {party: status.answer for party, status in as_known(store, day, known_on, job).items()}


def keep_current(store: Store, job: Job | None = None) -> bool:
    """Compute a batch of today's missing statuses and cache them; return whether more are missing.

    The store must have the connection that writes. If the disk refuses to write, nothing is cached.
    """
    words, today = store.words(), day_of("", "day")
    rules = _rules(store, words)
    missing = store.person_statuses.missing(rules, today.toordinal())
    new_rows = list(_worked_out(store, missing[:_AT_ONCE], today, words, job or silent()))
    with suppress(DiskFull, DiskFailing, WriteFailed, VaultReadOnly):
        store.person_statuses.keep(rules, new_rows)
        return len(missing) > _AT_ONCE
    return False


def are_as_made(store: Store, job: Job) -> bool:
    """Return whether every cached status equals the status that the records give.

    Statuses that were cached under other rules (see `_rules`) are never used, and so not compared.
    """
    words = store.words()
    by_day: dict[int, set[PersonStatus]] = {}
    for row in store.person_statuses.by_rules(_rules(store, words)):
        by_day.setdefault(row.first, set()).add(row)
    return all(
        0 < day <= date.max.toordinal()
        and rows == set(_worked_out(store, [row.person for row in rows], date.fromordinal(day), words, job))
        for day, rows in by_day.items()
    )


def _rules(store: Store, words: Words) -> str:
    return rules_of(words, store.setting(COUNTRY) or "")


def _worked_out(
    store: Store, ids: Sequence[RecordId], day: date, words: Words, job: Job
) -> Iterator[PersonStatus]:
    bystanders = store.whereabouts.bystanders(ids)
    for party, events, status in _computed(store, ids, day, words, job):
        yield standing_of(party, events, status, is_listed=_is_listed(party, status, bystanders))


def _computed(
    store: Store, ids: Sequence[RecordId], day: date, words: Words, job: Job
) -> Iterator[tuple[Record, list[Record], Status]]:
    for start in range(0, len(ids), _BATCH):
        job.step(start, len(ids))
        for party, events in store.whereabouts.of_parties(ids[start : start + _BATCH], words=words):
            yield party, events, status_of(party, events, day)


def _listed(
    party: Record, events: Iterable[Record], day: date, bystanders: Collection[RecordId]
) -> Status | None:
    status = status_of(party, events, day)
    return status if _is_listed(party, status, bystanders) else None


def _is_listed(party: Record, status: Status, bystanders: Collection[RecordId]) -> bool:
    """Tell whether lists show the status of a party.

    For a bystander, such as a witness, they show none if no event says where the person is.
    """
    return has_status(party) and not (status.reason is UnknownReason.NO_EVENTS and party.id in bystanders)
