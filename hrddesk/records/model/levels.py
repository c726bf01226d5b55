"""Visibility levels of a record and the changes between two states of it.

Changes are found by comparing the effective level of each field, which `Record.visibility` determines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, KindSpec
from hrddesk.records.model.record import Record

_STRICTNESS: Final[Mapping[Visibility, int]] = {
    Visibility.PUBLIC: 0,
    Visibility.RESTRICTED: 1,
    Visibility.SECRET: 2,
}


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A change of the level of a field or list; `name` is `record` for the record as a whole."""

    name: str
    before: Visibility
    after: Visibility


def is_stricter(level: Visibility, other_level: Visibility) -> bool:
    """Tell whether a level allows fewer readers than another level."""
    return _STRICTNESS[level] > _STRICTNESS[other_level]


def of_whole(record: Record) -> Visibility:
    """Return the level of a record as a whole.

    Without a chosen level, a record with only secret fields is secret.
    """
    is_chosen = WHOLE_RECORD in record.lists.get("visibility", {})
    is_secret = not is_chosen and all(field.visibility is Visibility.SECRET for field in record.spec.fields)
    return Visibility.SECRET if is_secret else record.visibility(WHOLE_RECORD)


def staying_confidential(before: Record, record: Record) -> Record:
    """Return `record`, which is kept confidential if it is an event that no longer names sexual violence.

    Otherwise this change would open the event to more readers. A level that a user chose is not changed.
    """
    lost = before.is_confidential_first and not record.is_confidential_first
    is_open = lost and WHOLE_RECORD not in record.lists.get("visibility", {})
    return record.with_visibility(Visibility.SECRET) if is_open else record


def loosened(before: Record, after: Record) -> tuple[LevelChange, ...]:
    """Return the changes of levels that allow more readers.

    The level of an empty field counts, too, because it will apply to a value that is entered later.
    """
    return tuple(item for item in changed(before, after) if is_stricter(item.before, item.after))


def tightened(before: Record, after: Record) -> tuple[LevelChange, ...]:
    """Return the changes of levels that allow fewer readers."""
    return tuple(item for item in changed(before, after) if is_stricter(item.after, item.before))


def changed(before: Record, after: Record) -> tuple[LevelChange, ...]:
    """Return every changed level.

    If the level of the whole record changed, a field without a level of its own gets no entry: the entry
    `record` covers the field.
    """
    names = _names(before.spec)
    level_changes = [LevelChange(name, before.visibility(name), after.visibility(name)) for name in names]
    is_record_changed = level_changes[0].before is not level_changes[0].after
    own = {*before.lists.get("visibility", {}), *after.lists.get("visibility", {})}
    return tuple(
        item
        for item in level_changes
        if item.before is not item.after
        and (item.name in own or item.name == WHOLE_RECORD or not is_record_changed)
    )


def held_to(floor: Record, record: Record) -> Record:
    """Return `record` with every level at least as strict as in `floor`, a record of the same kind."""
    while opened := loosened(floor, record):
        for item in opened:
            record = record.with_visibility(item.before, item.name)
    return record


def is_public(record: Record) -> bool:
    """Tell whether any level of a record was set to public."""
    return any(item.get("level") == Visibility.PUBLIC for item in record.lists.get("visibility", {}).values())


def _names(spec: KindSpec) -> list[str]:
    names = [WHOLE_RECORD, *(field.name for field in spec.fields), *(item.name for item in spec.lists)]
    return list(dict.fromkeys(names))
