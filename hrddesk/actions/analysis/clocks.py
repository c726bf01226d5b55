"""The legal clocks of people (days in custody against the limits of the law), and what needs attention this
week.
"""

import time
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from hrddesk.actions.analysis import checks, countries, statuses
from hrddesk.actions.analysis.knowledge import Knowledge
from hrddesk.analysis.consistency.findings import Check
from hrddesk.analysis.overview.clocks import AHEAD, Clock, Week, clock_of, week_of
from hrddesk.analysis.status.liberty import Answer
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent

_DAY: Final = 86_400  # seconds
_BATCH: Final = 500
_MAY_BE_HELD: Final = frozenset({Answer.CUSTODY, Answer.DISAPPEARED, Answer.UNDETERMINED})


def of_all(store: Store, day: date, known_on: date | None = None, job: Job | None = None) -> Iterator[Clock]:
    """Yield the clocks of all people who are, or may be, in custody or disappeared; `job` reports progress
    per person.
    """
    progress = job or silent()
    own = countries.own_limits(store)
    if known_on is not None:
        knowledge = Knowledge(store, known_on)
        for done, party in enumerate(knowledge.all(Kind.PARTY)):
            progress.step(done, 0)
            party_clock = _clock(party, knowledge.events_of(party.id), day, own)
            if party_clock is not None:
                yield party_clock
        return
    ids = [row.person for row in statuses.of_everybody(store, day, progress) if row.answer in _MAY_BE_HELD]
    words = store.words()
    for start in range(0, len(ids), _BATCH):
        progress.step(start, len(ids))
        batch = store.whereabouts.of_parties(ids[start : start + _BATCH], words=words)
        clocks = [clock for party, events in batch if (clock := _clock(party, events, day, own)) is not None]
        names = {party.id: party for party in store.many(Kind.PARTY, [clock.party for clock in clocks])}
        yield from (clock.of(names[clock.party]) for clock in clocks)


def _clock(
    party: Record, events: list[Record], day: date, own: Mapping[str, Mapping[str, int]]
) -> Clock | None:
    return clock_of(party, events, day, own) if statuses.has_status(party) else None


def week(store: Store, day: date, known_on: date | None = None, job: Job | None = None) -> Week:
    """Return the clocks and the new findings that need attention this week.

    A finding is new if one of its records changed in the last seven days. Findings of the check ANSWER_DUE
    are always included: an answer to an intervention is overdue, or due within a week.
    """
    progress = job or silent()
    clocks = list(of_all(store, day, known_on, progress))
    recent = store.history.changed_since(int(time.time()) - AHEAD * _DAY)
    aside = checks.dismissals(store)
    new = [
        finding
        for finding in checks.run(store, progress)
        if finding.key not in aside
        and (finding.check is Check.ANSWER_DUE or not recent.isdisjoint(finding.records))
    ]
    silence = countries.limits(store, countries.usual(store))[countries.SILENCE]
    return week_of(day, clocks, silence, new)
