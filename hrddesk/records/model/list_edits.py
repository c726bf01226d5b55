"""The changes of a user to a list of a record, merged with concurrent changes of others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrddesk.records.model.record import Element, ElementId, Record, bare, named_element


@dataclass(frozen=True, slots=True)
class ListEdit:
    """The entries of a list as a user left them, and the list at the start of the edit."""

    entries: Sequence[Element]
    """The edited entries; an entry of the former list has the `id` of its element or is identified by its
    content.
    """
    base: Mapping[ElementId, Element]

    def applied(self, record: Record, name: str) -> list[Element]:
        """Return the entries of the current list with the changes of this user applied.

        If the user and others changed the same entry, the version of the user is kept, as for a field.
        Entries that only others changed, added or removed are kept as they are now.
        """
        now = dict(record.elements(name))
        came = {element_id: element for element_id, element in now.items() if element_id not in self.base}
        merged: list[Element] = []
        for element_id, entry in _identified(name, self.entries, {**self.base, **came}):
            if element_id is None:
                merged.append(entry)
            elif bare(entry) != bare(self.base.get(element_id, {})):
                merged.append({**entry, "id": element_id})
            elif element_id in now:
                merged.append({**now[element_id], "id": element_id})
        chosen = {item.get("id") for item in merged}
        for element_id, element in came.items():
            if element_id not in chosen:
                merged.insert(_place(merged, now, element_id), {**element, "id": element_id})
        return merged


def _identified(
    name: str, entries: Sequence[Element], stored: Mapping[ElementId, Element]
) -> list[tuple[ElementId | None, Element]]:
    """Return each entry together with the id of its element; a new entry has None."""
    named = {entry.get("id") for entry in entries}
    free = {key: bare(item) for key, item in stored.items() if key not in named}
    identified: list[tuple[ElementId | None, Element]] = []
    for entry in entries:
        same = None if entry.get("id") else next((key for key in free if free[key] == bare(entry)), None)
        element_id = same or named_element(name, entry, stored)
        free.pop(element_id or ElementId(""), None)
        identified.append((element_id, entry))
    return identified


def _place(merged: Sequence[Element], now: Mapping[ElementId, Element], element_id: ElementId) -> int:
    """Return the index in `merged` at which to insert an element of the current list `now`.

    It is after all entries that precede the element in the current list.
    """
    order = list(now)
    before = set(order[: order.index(element_id)])
    return max((place for place, item in enumerate(merged, 1) if item.get("id") in before), default=0)
