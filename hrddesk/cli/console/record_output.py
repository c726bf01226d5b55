"""The output of records on the command line."""

from collections.abc import Iterable
from typing import Any

from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.analysis.status.status import Status
from hrddesk.records.dates import amounts, dates
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names, titles
from hrddesk.store.records.store import Store


def as_document(record: Record) -> dict[str, Any]:
    """Return a record as one JSON object: the fields by name, and the lists in their order."""
    document: dict[str, Any] = {
        "ref": record.text("ref") or record.id,
        "id": record.id,
        "kind_of_record": record.kind,
    }
    document |= {name: value for name, value in record.fields.items() if name != "ref"}
    for name in record.lists:
        if name == "visibility":
            document[name] = {key: item["level"] for key, item in record.elements(name)}
        else:
            document[name] = [
                {key: value for key, value in item.items() if key != "pos"} for item in record.values(name)
            ]
    return document


def party_document(party: Record) -> dict[str, Any]:
    """Return a party as one JSON object, always with `names`."""
    document = as_document(party)
    document.setdefault("names", [])
    document["name"] = display_names.display_name(party)
    return document


def status_line(status: Status | None) -> str:
    """Return a status on one line; "" for None, which stands for a party that cannot have a status."""
    if status is None:
        return ""
    stage = f"{status.stage} ({status.country})" if status.stage else ""
    parts = [
        status.answer.value.replace("_", " "),
        status.measure,
        status.facility,
        status.type,
        stage,
        ", ".join(status.sentence),
    ]
    if status.reason is not None:
        parts.append(f"({status.reason.value.replace('_', ' ')})")
    if status.since:
        parts.append(f"since {dates.as_typed(dates.read(status.since), 'en')}")
    if status.least_days is not None:
        parts.append(f"at least {amounts.days(status.least_days)}")
    return "  ".join([", ".join(part for part in parts if part), f"as of {status.as_of}"])


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in singular or plural: 1 time, 2 times."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def event_lines(store: Store, events: Iterable[Record]) -> list[str]:
    """Return events, each on one line that names its people and its place."""
    event_records = tuple(events)
    parties = {
        RecordId(str(item["party"])): None for event in event_records for item in event.values("parties")
    }
    called = {party.id: titles.called(party) for party in store.many(Kind.PARTY, list(parties))}
    gazetteer = Gazetteer(store) if any(event.text("place") for event in event_records) else None
    return [_event_line(event, called, gazetteer) for event in event_records]


def _event_line(event: Record, called: dict[RecordId, str], gazetteer: Gazetteer | None) -> str:
    row = gazetteer.row(RecordId(event.text("place"))) if gazetteer else None
    charges = (str(item.get("raw") or item.get("term")) for item in event.values("charges"))
    who = (
        f"{called.get(RecordId(str(item['party'])), '?')} ({item.get('role') or '-'})"
        for item in event.values("parties")
    )
    parts = [
        event.text("date") or "no date",
        *map(event.text, ("type", "measure", "facility", "place_text")),
        row.path() if row else "",
        ", ".join(charges),
        ", ".join(who),
    ]
    return f"{event.id[:8]}  " + "  ".join(part for part in parts if part)


def heading(record: Record) -> str:
    """Return one line that names a record."""
    return f"{record.text('ref') or record.id[:8]}  {titles.called(record)}".rstrip()
