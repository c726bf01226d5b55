"""The query for the names of all parties of a vault."""

from collections.abc import Iterator
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection

_CALLED: Final = (
    "SELECT n.owner, coalesce(p.kind, ''), n.name, coalesce(n.script, '')"
    " FROM party_name n JOIN party p ON p.id = n.owner"
    " WHERE n.name <> ''"
)


def called(db: Connection) -> Iterator[tuple[RecordId, str, str, str]]:
    """Yield party id, party kind, name, and script as typed, for each name of every party."""
    for owner, kind, name, script in db.execute(_CALLED):
        yield RecordId(owner), kind, name, script
