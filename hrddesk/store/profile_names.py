"""What was reviewed and drawn for a publication profile is kept by its name: never for another of that name.

This runs at the end of every change, whoever makes it: a form, a bundle, an undoing. A profile that gets a
name gets nothing that was read for whoever bore it before. One that comes back under its own keeps that,
unless another one ever had the name.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from hrddesk.records.kinds import ASKS_PROFILE, Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store import publications

if TYPE_CHECKING:
    from hrddesk.store.store import Store


def settle(store: "Store", touched: Mapping[RecordId, Kind], act: int) -> None:
    """Forget what is kept under each name that a profile got by this act, in the caller's transaction.

    `touched` are the records that the act changed. Where another profile has the name and keeps it, what is
    kept is that one's.
    """
    changed = [record_id for record_id, kind in touched.items() if kind is Kind.QUERY]
    if not changed:
        return
    profiles = {record.id: record for record in store.all(Kind.QUERY) if _is_profile(record.to_json())}
    stay = {record.text("name") for record_id, record in profiles.items() if record_id not in touched}
    for record_id in changed:
        record = profiles.get(record_id)
        if record is not None and record.text("name") not in stay and _got_its_name(store, record, act):
            publications.forget_profile(store.db, record.text("name"))


def _got_its_name(store: "Store", record: Record, act: int) -> bool:
    name, was_live, called = record.text("name"), False, None
    for entry in store.history.of_record(record.id):
        if entry.number < act:
            content = store.history.content(entry.number)
            state = json.loads(content)["record"] if content else None
            was_live = state is not None and _is_profile(state)
            called = state["fields"].get("name") if state is not None and was_live else called
    if called != name:
        return True
    return not was_live and name in _names_of_others(store, {record.id})


def _names_of_others(store: "Store", without: Collection[RecordId]) -> set[str]:
    """Return every name that any other profile ever bore, as far as the history still has that."""
    return {
        str(state["fields"].get("name", ""))
        for record_id in _ever(store)
        if record_id not in without
        for state in store.history.states(record_id)
        if _is_profile(state)
    }


def _ever(store: "Store") -> Iterator[RecordId]:
    rows = store.db.execute("SELECT id FROM record WHERE kind = ?", (Kind.QUERY.value,)).fetchall()
    yield from (RecordId(row[0]) for row in rows)


def _is_profile(state: Mapping[str, Any]) -> bool:
    return bool(state["fields"].get("asks") == ASKS_PROFILE)
