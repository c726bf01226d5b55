"""Arguments of the form FIELD=VALUE, which set fields of a record."""

from collections.abc import Iterable, Mapping

from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Value

_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def parse(kind: Kind, pairs: Iterable[str]) -> dict[str, Value]:
    """Return fields of a record from FIELD=VALUE; an empty value clears the field. Raise InvalidValue."""
    return read({field.name: field for field in SPECS[kind].fields}, pairs)


def read(specs: Mapping[str, FieldSpec], pairs: Iterable[str]) -> dict[str, Value]:
    """Return the values of the fields in `specs` from FIELD=VALUE arguments; an empty value clears the field.

    Raise InvalidValue; also for a field that is given twice, since it is unclear which value was meant.
    """
    fields: dict[str, Value] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        spec = specs.get(name.strip())
        if not sign or spec is None:
            allowed = ", ".join(specs)
            raise InvalidValue(field=name, why=f"write FIELD=VALUE, with one of {allowed}")
        if spec.name in fields:
            raise InvalidValue(field=spec.name, why="it is given twice; write it once")
        if spec.type is FieldType.NUMBER and value:
            try:
                fields[spec.name] = int(value)
            except ValueError:
                raise InvalidValue(field=name, why="it takes a whole number") from None
        elif spec.type is FieldType.FLAG and value:
            if value.lower() not in _YES_NO:
                raise InvalidValue(field=name, why="it takes yes or no")
            fields[spec.name] = _YES_NO[value.lower()]
        else:
            fields[spec.name] = value or None
    return fields
