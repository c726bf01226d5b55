"""The consistency desk: look at all facts, and put aside what was looked at, with the reason."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from hrddesk.analysis import checks, limits
from hrddesk.analysis.findings import Facts, Finding
from hrddesk.errors import FindingNotFound, InvalidValue
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.store import Store

_Found = TypeVar("_Found")
_SHORTEST_KEY: Final = 8  # so many of its characters are enough, where they fit one only
_LIMITS = "limits"
_LONGEST_LIMIT = 36_500  # days; a hundred years


@dataclass(frozen=True, slots=True)
class Dismissal:
    """That somebody looked at a finding and put it aside. `day` is that day, YYYY-MM-DD."""

    reason: str
    day: str


def run(store: Store, job: Job | None = None) -> list[Finding]:
    """Look at everything; return all that was found, what was put aside included. `job` steps by people."""
    words = store.words()
    return checks.run(
        Facts(
            tuple(store.all(Kind.PARTY)),
            tuple(map(words.as_counted, store.all(Kind.EVENT))),
            tuple(store.all(Kind.CITATION)),
            tuple(store.all(Kind.SOURCE)),
            tuple(store.all(Kind.PLACE)),
            caps(store),
        ),
        job,
    )


def dismissals(store: Store) -> dict[str, Dismissal]:
    """Return what was put aside, by the keys of the findings."""
    made = {}
    for key, text in store.dismissals().items():
        told = json.loads(text)
        made[key] = Dismissal(told["reason"], told["day"])
    return made


def dismiss(session: Session, key: str, reason: str) -> None:
    """Put a finding aside, with the reason; raise FindingNotFound, InvalidValue for an empty reason."""
    if not reason.strip():
        raise InvalidValue(field="reason", why="say why this is right as it is")
    finding = _only(key, {item.key: item for item in run(session.store)})
    today = datetime.datetime.now().astimezone().date().isoformat()
    told = {"reason": reason.strip(), "day": today, "records": list(finding.records)}
    with session.store.change("check.dismiss") as change:
        change.set_dismissal(finding.key, json.dumps(told, ensure_ascii=False))


def bring_back(session: Session, key: str) -> None:
    """Show a finding again that was put aside; raise FindingNotFound."""
    aside = session.store.dismissals()
    whole = _only(key, {item: item for item in aside})
    with session.store.change("check.bring-back") as change:
        change.set_dismissal(whole, None)


def _only(key: str, found: Mapping[str, _Found]) -> _Found:
    """Return what has this key, or the one whose key begins so; raise FindingNotFound."""
    begins = key if len(key) >= _SHORTEST_KEY else "-"
    fitting = [item for whole, item in found.items() if whole == key or whole.startswith(begins)]
    if len(fitting) != 1:
        raise FindingNotFound
    return fitting[0]


def caps(store: Store) -> dict[str, int]:
    """Return the limits of custody in days, as this desk has them."""
    own = json.loads(store.setting(_LIMITS) or "{}")
    return {**limits.DEFAULTS, **{name: int(days) for name, days in own.items() if name in limits.DEFAULTS}}


def set_caps(session: Session, days: Mapping[str, int]) -> None:
    """Change limits of custody, in days, for this desk alone; raise InvalidValue."""
    for name, value in days.items():
        if name not in limits.DEFAULTS:
            raise InvalidValue(field=name, why="there is no such limit")
        if not 0 < value <= _LONGEST_LIMIT:
            raise InvalidValue(field=name, why=f"it is a number of days from 1 to {_LONGEST_LIMIT}")
    merged = {**caps(session.store), **days}
    own = {name: value for name, value in merged.items() if value != limits.DEFAULTS[name]}
    with session.store.change("limits.edit") as change:
        change.set_setting(_LIMITS, json.dumps(own))
