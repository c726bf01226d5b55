"""The usual country of the vault, and the legal limits that the desk changed.

The law of the usual country applies to all cases that name no country.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Country
from hrddesk.store.queries.whereabouts import COUNTRY, COUNTRY_SAID
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

SILENCE: Final = "silence"
"""The limit of days without news, after which the user is reminded of a person."""
_LIMITS: Final = "limit"
_LONGEST_LIMIT: Final = 36_500  # days; a hundred years


def usual(store: Store) -> Country:
    """Return the usual country of the vault, which is that of all cases that name no country."""
    return countries.of(store.setting(COUNTRY) or "")


def set_usual(session: Session, code: str) -> Outcome[None]:
    """Set the usual country of the vault; raise InvalidValue for an unknown code.

    The returned changes are the cases that name no country, and their people: another law applies to them
    now.
    """
    if code not in countries.shipped():
        raise InvalidValue(field="country", why=Translatable("known are {0}", ", ".join(countries.shipped())))
    with session.store.change("country.edit") as change:
        change.set_setting(COUNTRY, code)
    cases = session.store.whereabouts.without_country(None)
    people = session.store.whereabouts.people_of_cases(cases)
    return Outcome(
        None,
        Changes(
            cases=frozenset(cases), parties=frozenset(party for about in people.values() for party in about)
        ),
    )


def say_of(session: Session, ids: Sequence[RecordId] | None) -> None:
    """Write the usual country into each of the given cases that names no country.

    If `ids` is None, all cases are meant, and also the events that are in no case. Records that leave the
    vault must name their country, because another desk may have another usual country.
    """
    store = session.store
    silent = store.many(Kind.CASE, store.whereabouts.without_country(ids))
    if ids is None:
        silent += store.many(Kind.EVENT, store.whereabouts.events_without_country())
    if silent:
        code = usual(store).code
        with store.change(COUNTRY_SAID) as change:
            for record in silent:
                change.put(record.with_fields(country=code))


def own_limits(store: Store) -> dict[str, dict[str, int]]:
    """Return the limits in days, by country, that this desk changed for itself."""
    own: dict[str, dict[str, int]] = {}
    for name, days in store.settings_of(_LIMITS).items():
        code, _, limit = name.partition(".")
        own.setdefault(code, {})[limit] = int(days)
    return own


def limits(store: Store, country: Country) -> dict[str, int]:
    """Return the limits of custody of a country in days, with the changes of this desk."""
    return country.days(own_limits(store).get(country.code, {}))


def set_limits(session: Session, country: Country, days: Mapping[str, int]) -> None:
    """Change limits of custody, in days, for this desk alone; raise InvalidValue."""
    for name, value in days.items():
        if name not in country.limits:
            raise InvalidValue(field=name, why=Translatable("there is no such limit"))
        if not 0 < value <= _LONGEST_LIMIT:
            raise InvalidValue(
                field=name, why=Translatable("it is a number of days from 1 to {0}", _LONGEST_LIMIT)
            )
    merged = {**own_limits(session.store).get(country.code, {}), **days}
    own = {name: str(value) for name, value in merged.items() if value != country.limits[name].days}
    with session.store.change("limits.edit") as change:
        change.replace_settings(f"{_LIMITS}.{country.code}", own)
