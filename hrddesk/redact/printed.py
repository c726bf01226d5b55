"""What a publication makes of people, beside what its profile makes of them."""

from dataclasses import dataclass

from hrddesk.records.record import RecordId


@dataclass(frozen=True, slots=True)
class Printed:
    """Whom a publication is about, and who of them is not named in it although the profile would."""

    involved: frozenset[RecordId] = frozenset()
    """Of these, parts of names are looked for as well."""
    label: frozenset[RecordId] = frozenset()
    """Who gets a label although the profile would name them."""
    decided: frozenset[RecordId] = frozenset()
    """Who is named although the name holds that of somebody who may not be named, see `standings`."""
    beside: frozenset[RecordId] = frozenset()
    """Who does not appear, for the role in the cases, see `appearing`."""
