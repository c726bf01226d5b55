"""The fields and lists of a record in words that mean the same in every vault, with names in place of ids and
codes.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.records.language.labels import Chain
from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import CUSTODY
from hrddesk.records.model.record import Record, RecordId, Value
from hrddesk.records.names import titles
from hrddesk.records.terms import vocabulary
from hrddesk.store.records import forwarding
from hrddesk.store.records.store import Store

_LEFT_OUT: Final = ("keys", CUSTODY)
"""The lists that are left out: import keys, and entries of custody logs, which are shown in another way."""
_LEVELS: Final = "visibility"


class PartsInWords:
    """Puts parts of records into words: other records as names or titles, codes as labels."""

    def __init__(self, store: Store, languages: Chain) -> None:
        self._store, self._languages = store, languages
        self._words = store.words()
        self._called: dict[str, str] = {}

    def of(self, record: Record) -> Mapping[str, Sequence[Value]]:
        """Return for each part that is set its content in words: the value of a field, or the entries of a
        list.
        """
        kind = record.kind.value
        parts: dict[str, Sequence[Value]] = {
            field.name: [self._value(kind, field, record.fields[field.name])]
            for field in record.spec.fields
            if field.name in record.fields
        }
        for item in record.spec.lists:
            path = f"{kind}.{item.name}"
            entries = [
                ", ".join(
                    [element_id] * (item.name == _LEVELS)
                    + [
                        str(self._value(path, field, element[field.name]))
                        for field in item.fields
                        if element.get(field.name)
                    ]
                )
                for element_id, element in record.elements(item.name)
            ]
            if entries and item.name not in _LEFT_OUT:
                parts[item.name] = entries
        return parts

    def _value(self, path: str, field: FieldSpec, value: Value) -> Value:
        if field.type is FieldType.RECORD:
            return self._name(RecordId(str(value)))
        if field.type is FieldType.FLAG:
            return field.name if value else None
        name = vocabulary.FIELDS.get(f"{path}.{field.name}")
        return value if name is None else self._words.load(name).label(str(value), self._languages)

    def _name(self, record_id: RecordId) -> str:
        if record_id not in self._called:
            record = self._store.find(record_id) or forwarding.last_state(self._store, record_id)
            name = "" if record is None else titles.called(record) or record.text("ref")
            self._called[record_id] = name or record_id
        return self._called[record_id]
