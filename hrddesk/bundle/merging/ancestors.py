"""The merge bases, from our history: for each part, the value that both sides knew before they changed it."""

import json

from hrddesk.bundle.merging.merge import Merge, PartValue, PartVerdict
from hrddesk.records.model.record import Record
from hrddesk.records.model.versions import WHOLE, Version
from hrddesk.store.records.store import Store


def bases(store: Store, merged: Merge, theirs: Version) -> dict[str, PartValue]:
    """Return the merge base of each part that changed or is in conflict; None for a part that was not set
    then.

    Parts that the two sides never shared, and parts whose earlier values were forgotten, are left out.
    """
    base_values = {part.part: part.ours for part in merged.changes if not part.is_new}  # theirs saw ours
    open_parts = {part.part for part in merged.parts if part.verdict is PartVerdict.CONFLICT}
    entries = store.history.of_record(merged.id) if open_parts else []
    while open_parts and entries:
        content = store.history.content(entries.pop().number)
        if content is None:
            break
        state = json.loads(content)
        dots = Version.from_json(state).dots
        values = _values(state["record"])
        seen = {part for part, dot in dots.items() if all(map(theirs.has_seen, (dot, *dot.also)))}
        # What was not there yet when all of the record was shared had not been set.
        known_parts = open_parts if dots and seen == dots.keys() else open_parts & seen
        base_values |= {part: values.get(part) for part in known_parts}
        open_parts -= known_parts
    return base_values


def _values(state: object) -> dict[str, PartValue]:
    """Return the values of all parts of a record in a stored state; the state None is a deletion."""
    values_by_part: dict[str, PartValue] = {WHOLE: state is None}
    if state is None:
        return values_by_part
    record = Record.from_json(state)
    values_by_part |= record.fields
    for name, elements in record.lists.items():
        values_by_part |= {f"{name}/{element_id}": element for element_id, element in elements.items()}
    return values_by_part
