"""The statuses of the people of a part as of a day: kept beside the part, and carried on to later days.

A status stays what it is until the next day that some date, or the end of a sentence, speaks of.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.analysis.countable_rows import Raw
from hrddesk.analysis.figure_meanings import raw_status
from hrddesk.analysis.figure_parts import Coded, Part
from hrddesk.analysis.liberty import claims_of
from hrddesk.analysis.slices import packed, unpacked
from hrddesk.analysis.status import Status, status_of
from hrddesk.records import dates
from hrddesk.records.record import Record
from hrddesk.records.words import Words

_COLUMN, _LIST = "status", "list:status"
_NEVER: Final = 2**32 - 1
_DAYS_KEPT: Final = 4

Standing = tuple[Raw, int]
"""A status as it is kept, and the ordinal of the first day on which it may be another one."""
Look = Callable[[Sequence[int]], Iterable[Standing]]
"""Works out where people are, by their places in the part, in that order."""


@dataclass(frozen=True, slots=True)
class StatusesAsOf:
    """Where the people of a part are as of a day. `meaning` stands for what the desk's words count as."""

    day: date
    meaning: str
    standing: Sequence[Standing]

    @property
    def name(self) -> str:
        """The name of the column."""
        return _name(_COLUMN, self.day, self.meaning)

    def coded(self, part: Part) -> Coded:
        """Return them as a column."""
        return part.by_person([raw for raw, _ in self.standing])

    @property
    def list_name(self) -> str:
        """The name of the list beside it."""
        return _name(_LIST, self.day, self.meaning)

    def listed(self, coded: Coded) -> bytes:
        """Return for each person the code in the column, and for each the day on which it may be another."""
        codes = {raw: code for code, raw in enumerate(coded.said)}
        return packed([*(codes[raw] for raw, _ in self.standing), *(until for _, until in self.standing)])


def statuses_as_of(part: Part, day: date, meaning: str, look: Look) -> StatusesAsOf:
    """Return the statuses as of a day: those of an earlier day where they are kept, and who has changed."""
    earlier = _kept_before(part, day, meaning)
    if earlier is None:
        return StatusesAsOf(day, meaning, list(look(range(len(part.people)))))
    standing = list(earlier)
    over = [at for at, (_, until) in enumerate(standing) if until <= day.toordinal()]
    for at, found in zip(over, look(over), strict=True):
        standing[at] = found
    return StatusesAsOf(day, meaning, standing)


def standing_of(party: Record, events: Sequence[Record], day: date) -> Standing:
    """Return where somebody is as of a day, and until when that holds."""
    status = status_of(party, events, day)
    until = next_change(party, events, status)
    return raw_status(status), _NEVER if until is None else until.toordinal()


def next_change(party: Record, events: Iterable[Record], status: Status) -> date | None:
    """Return the first day after that of a status on which the status may change; None if it stays."""
    told = [day for claim in claims_of(party, events) for day in (claim.day, claim.begin)]
    told.append(dates.read(party.text("death")))
    bounds = [bound for day in told for bound in (day.earliest, day.latest)] + list(status.ends)
    return min((bound for bound in bounds if bound is not None and bound > status.as_of), default=None)


def column_of(day: date, meaning: str) -> str:
    """Return the name of the column with the statuses as of a day."""
    return _name(_COLUMN, day, meaning)


def meaning_of(words: Words) -> str:
    """Return what stands for what the desk's own words count as: with another one, statuses are others."""
    told = {name: sorted(codes.items()) for name, codes in words.all_counted.items() if codes}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()[:16]


def outdated(names: Sequence[str], meaning: str) -> list[str]:
    """Return which columns of statuses go when another day is kept: those before the last few."""
    mine = [name for name in names if name.startswith((f"{_COLUMN}:", f"{_LIST}:"))]
    days = list(dict.fromkeys(name.rpartition(":")[0].rpartition(":")[2] for name in mine))
    stay = {f":{day}:{meaning}" for day in days[-(_DAYS_KEPT - 1) :]}
    return [name for name in mine if not name.endswith(tuple(stay))]


def _kept_before(part: Part, day: date, meaning: str) -> Iterable[Standing] | None:
    ordinals = [
        int(name.split(":")[1])
        for name in part.names
        if name.startswith(f"{_COLUMN}:") and name.endswith(f":{meaning}")
    ]
    last = max((ordinal for ordinal in ordinals if ordinal < day.toordinal()), default=None)
    if last is None:
        return None
    coded = part.column(_name(_COLUMN, date.fromordinal(last), meaning))
    numbers = unpacked(part.listed(_name(_LIST, date.fromordinal(last), meaning)))
    half = len(numbers) // 2
    assert coded is not None
    return zip(map(coded.said.__getitem__, numbers[:half]), numbers[half:], strict=True)


def _name(kind: str, day: date, meaning: str) -> str:
    return f"{kind}:{day.toordinal()}:{meaning}"
