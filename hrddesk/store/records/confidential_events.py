"""Events that a desk's own term marks as sexual violence: confidential until a user chooses a level.

`Record.is_confidential_first` knows only the codes that are shipped with the program. For the desk's own
terms, `settle` stores the level in the event, so that desks without the term receive it, too. It runs at the
end of every change, since either a new event or a change of a term can make this necessary.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SEXUAL_VIOLENCE, WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.vocabulary import EVENT_TERM

if TYPE_CHECKING:
    from hrddesk.store.records.change import Change
    from hrddesk.store.records.store import Store

_VOCABULARIES: Final = ("event_type", EVENT_TERM)
_SAYING: Final = (
    "SELECT id FROM event WHERE type IN (SELECT value FROM json_each(?1))"
    " UNION SELECT owner FROM event_term WHERE term IN (SELECT value FROM json_each(?1))"
)


def settle(store: "Store", change: "Change", touched: Mapping[RecordId, Kind]) -> None:
    """Make events confidential if a desk's own term says sexual violence and no user chose a level."""
    if Kind.TERM not in touched.values() and Kind.EVENT not in touched.values():
        return
    counted = store.words().all_counted
    codes = [
        code
        for name in _VOCABULARIES
        for code, shipped in counted.get(name, {}).items()
        if shipped in SEXUAL_VIOLENCE
    ]
    if not codes:
        return
    ids = {RecordId(row[0]) for row in store.db.execute(_SAYING, (json.dumps(codes),))}
    new = ids if Kind.TERM in touched.values() else ids & touched.keys()
    for event in store.many(Kind.EVENT, sorted(new)):
        if WHOLE_RECORD not in event.lists.get("visibility", {}):
            change.put(event.with_visibility(Visibility.SECRET))
