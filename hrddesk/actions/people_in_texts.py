"""Which people of a vault stand by name in some texts: of all others nothing need be read."""

from collections.abc import Iterable, Iterator
from typing import Final

from hrddesk.jobs import Job
from hrddesk.records.kinds import CONSENTS, Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.candidates import Candidates
from hrddesk.redact.facts import FormerNames
from hrddesk.redact.profiles import Profile
from hrddesk.redact.standing import names_let_out
from hrddesk.store.party_names import called
from hrddesk.store.store import Store

OF_OTHERS: Final = ("ref", "kind", "sex", "names", "visibility", CONSENTS)
"""What is read of people whom a publication only names.

Where nobody's sex is printed, texts may not tell it; a reference says at the desk whose label is taken off.
"""
_BETWEEN_LOOKS: Final = 1000
"""So many names are looked at before it is asked whether to go on."""


def people_in(
    store: Store,
    texts: Iterable[str],
    near: Iterable[Record],
    former: FormerNames,
    profile: Profile,
    job: Job,
) -> list[Record]:
    """Return all parties but those near whose whole names may stand in some texts, with what is read of them.

    Whom the names of those hold who may be named is returned, too, and so on: whoever's name holds another's
    may have to go. Raise Cancelled once `job` is cancelled.
    """
    fresh, looked, made = list(near), list(texts), list[Record]()
    found = {party.id for party in fresh}
    while looked or fresh:
        for party in fresh:
            looked += (*former.get(party.id, ()), *(name.text for name in names_let_out(party, profile)))
        candidates = Candidates(looked)
        standing = set(_owners_in(store, candidates, former, job)) if looked else set()
        fresh, looked = store.many(Kind.PARTY, sorted(standing - found), OF_OTHERS), []
        found |= standing
        made += fresh
    return made


def _owners_in(store: Store, candidates: Candidates, former: FormerNames, job: Job) -> Iterator[RecordId]:
    for at, (owner, _, name, script) in enumerate(called(store.db)):
        if at % _BETWEEN_LOOKS == 0:
            job.step(0, 1)
        if candidates.may_stand(name, script):
            yield owner
    yield from (owner for owner, names in former.items() if any(map(candidates.may_stand, names)))


def words_in(records: Iterable[Record]) -> Iterator[str]:
    """Yield all that was typed in some records, but for what parties are called."""
    for record in records:
        yield from (value for value in record.fields.values() if isinstance(value, str))
        for name, elements in record.lists.items():
            for element in elements.values() if name != "names" else ():
                yield from (value for value in element.values() if isinstance(value, str))
