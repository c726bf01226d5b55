"""The earlier names of people, as far as the history still has them."""

from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.records.forwarding import merged_away

# The latest version of a record is left out, so that nothing is read for people with one version.
_EARLIER: Final = (
    "SELECT DISTINCT r.id, json_extract(n.value, '$.name') AS name FROM record r"
    " JOIN history h ON h.record = r.id AND h.num <> r.history"
    " JOIN history_content c ON c.num = h.num"
    " JOIN json_each(nullif(unpacked(c.state), ''), '$.record.lists.names') n"
    " WHERE r.kind = 'party' AND name <> '' ORDER BY r.num, name"
)


def former_names(db: Connection) -> dict[RecordId, tuple[str, ...]]:
    """Return, for every party, the names in its earlier versions; present names may be among them.

    The names of a merged record are returned for the record that was kept. Forgotten names are not included.
    """
    merged = merged_away(db)
    names_by_owner: dict[RecordId, tuple[str, ...]] = {}
    for party, name in db.execute(_EARLIER):
        owner = merged.get(RecordId(party), RecordId(party))
        names_by_owner[owner] = (*names_by_owner.get(owner, ()), str(name))
    return names_by_owner
