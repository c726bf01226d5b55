"""Legal clocks of a desk: everybody's, and what somebody should look at this week."""

import time
from collections.abc import Iterator
from datetime import date

from hrddesk.actions import checks, statuses
from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis.clocks import AHEAD, Clock, Week, clock_of, week_of
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.store.store import Store

_DAY = 86_400  # seconds


def of_all(store: Store, day: date, known_on: date | None = None, job: Job | None = None) -> Iterator[Clock]:
    """Yield the clocks of all who are, or may be, in custody or disappeared; `job` steps by people."""
    told = job or silent()
    caps = checks.caps(store)
    known = Knowledge(store, known_on)
    total = store.tables.count(Kind.PARTY)
    by_party = known.events_by_party
    for done, party in enumerate(known.all(Kind.PARTY)):
        told.step(done, total)
        if statuses.has_status(party):
            clock = clock_of(party, by_party.get(party.id, []), day, caps)
            if clock is not None:
                yield clock


def week(store: Store, day: date, known_on: date | None = None, job: Job | None = None) -> Week:
    """Return what somebody should look at; findings are new if any of their records changed in seven days."""
    told = job or silent()
    clocks = list(of_all(store, day, known_on, told))
    recent = store.history.changed_since(int(time.time()) - AHEAD * _DAY)
    aside = checks.dismissals(store)
    new = [
        finding
        for finding in checks.run(store, told)
        if finding.key not in aside and not recent.isdisjoint(finding.records)
    ]
    return week_of(day, clocks, checks.caps(store), new)
