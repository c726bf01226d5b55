"""The status of a person in storable form, with the day until which it is valid, for lists and figures."""

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from hrddesk.analysis.figures.figure_meanings import Raw, raw_status
from hrddesk.analysis.status.liberty import claims_of
from hrddesk.analysis.status.status import Status
from hrddesk.records.dates import dates
from hrddesk.records.model import codec
from hrddesk.records.model.record import Record
from hrddesk.records.terms import countries
from hrddesk.records.terms.words import Words
from hrddesk.store.queries.person_statuses import PersonStatus
from hrddesk.system.product import VERSION

_NEVER: Final = 2**31
_KEPT: Final = 65_536


def standing_of(party: Record, events: Iterable[Record], status: Status, *, is_listed: bool) -> PersonStatus:
    """Return the row that stores the status of a person, which was computed from `events`.

    Lists show the status if `is_listed`.
    """
    until = next_change(party, events, status)
    return PersonStatus(
        party.id,
        status.answer.value if is_listed else "",
        json.dumps(raw_status(status)),
        codec.canonical(status).decode("utf-8"),
        status.as_of.toordinal(),
        _NEVER if until is None else until.toordinal(),
    )


def status_in(standing: PersonStatus, day: date) -> Status:
    """Return the status that a row stores, as of a day on which the row is valid."""
    return replace(codec.load(Status, standing.status), as_of=day)


def counted_in(standing: PersonStatus) -> Raw:
    """Return the values of a stored status that figures count (`figure_meanings.raw_status`)."""
    return _raw(standing.counted)


@lru_cache(maxsize=_KEPT)
def _raw(text: str) -> Raw:
    return tuple(map(tuple, json.loads(text)))


def next_change(party: Record, events: Iterable[Record], status: Status) -> date | None:
    """Return the next day on which a status may change, or None if it cannot change.

    This is the next day on which the range of a date, or of the end of a sentence, begins or ends.
    """
    days = [day for claim in claims_of(party, events) for day in (claim.day, claim.begin)]
    days.append(dates.read(party.text("death")))
    bounds = [bound for day in days for bound in (day.earliest, day.latest)]
    bounds += [*status.ends, status.may_end]
    return min((bound for bound in bounds if bound is not None and bound > status.as_of), default=None)


def rules_of(words: Words, country: str) -> str:
    """Return a hash of the rules by which statuses are computed: with other rules, statuses may differ.

    The rules depend on the version of the program, the country files, the vault's usual country, and the
    shipped terms as which the desk's own terms are counted. They also depend on this computer's time zone: it
    determines the day on which an event was recorded, and this day can end the date of the event.
    """
    counted = {name: sorted(codes.items()) for name, codes in words.all_counted.items() if codes}
    rules = [VERSION, countries.digest(), country, time.tzname, counted]
    return hashlib.sha256(json.dumps(rules, sort_keys=True).encode("utf-8")).hexdigest()[:16]
