"""People and what happened to them, in few words."""

from hrddesk.interop.columns import cells
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id


def person(**fields: str) -> Record:
    """Return a person."""
    return Record(kind=Kind.PARTY, id=new_id()).with_fields(**{"kind": "person", **fields})


def event(
    who: Record, kind: str, day: str = "", penalties: str = "", role: str = "victim", **fields: str
) -> Record:
    """Return an event that happened to somebody; penalties as the kit writes them."""
    made = Record(kind=Kind.EVENT, id=new_id()).with_fields(type=kind, date=day, **fields)
    made = made.with_elements("parties", [{"party": who.id, "role": role}])
    return made.with_elements(
        "penalties", [cells.penalty_of(item)[0] for item in penalties.split("|") if item]
    )


def ids(*events: Record) -> tuple[RecordId, ...]:
    """Return the ids of events."""
    return tuple(item.id for item in events)
