"""The limits of a record: for each text and number by its field, and for the size of the whole record."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hrddesk.records.model.field_specs import FieldSpec
from hrddesk.records.model.record import BeyondLimit, Record, Value, canonical_json, require_within_limits

MOST_BYTES: Final = 2 * 1024 * 1024 - 1
"""The maximum size, in bytes, of a travelling record with its version: one line of a bundle."""
ROOM_FOR_VERSIONS: Final = 64 * 1024
"""The bytes below `MOST_BYTES` that a record written here leaves free.

Changes on other desks lengthen the version of the record.
"""


def beyond_limits(record: Record) -> Iterator[BeyondLimit]:
    """Yield an error for every value beyond the limit of its field, and one if the record is too large."""
    for name, field_spec, value in _values(record):
        if field_spec is not None:
            try:
                require_within_limits(field_spec, value)
            except BeyondLimit as beyond:
                beyond.list = name
                yield beyond
    if record.spec.travels:
        beyond_all = too_large(record, len(canonical_json(record.to_json())), MOST_BYTES - ROOM_FOR_VERSIONS)
        if beyond_all is not None:
            yield beyond_all


def too_large(record: Record, size: int, most: int) -> BeyondLimit | None:
    """Return an error for a record of `size` bytes if this is more than `most`, otherwise None.

    The error names the longest text of the record and the length to which that text must be shortened.
    """
    over = size - most
    if over <= 0:
        return None
    texts = [item for item in _values(record) if isinstance(item[2], str)]
    text_lengths = [(name, spec, len(str(value))) for name, spec, value in texts if spec is not None]
    name, longest, length = max(text_lengths, key=lambda item: item[2])
    beyond = BeyondLimit(replace(longest, most=max(1, length - over)))
    beyond.list = name
    return beyond


def _values(record: Record) -> list[tuple[str, FieldSpec | None, Value]]:
    """Return all values of a record, each with its list name ("" for none) and the spec of its field."""
    field_values = [("", record.spec.field(name), value) for name, value in record.fields.items()]
    for name, elements in record.lists.items():
        spec = record.spec.list(name)
        by_name = {} if spec is None else spec.by_name
        field_values += [
            (name, by_name.get(part), value) for item in elements.values() for part, value in item.items()
        ]
    return field_values
