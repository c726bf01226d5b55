"""References: the short names of cases, parties and evidence, each of one record only."""

import re
from typing import Final

from hrddesk.errors import InvalidValue, ReferenceTaken
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import Record
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store

_FORM: Final = re.compile(r"\w[\w./-]{0,63}")


def settled(store: Store, change: Change, record: Record, before: Record | None = None) -> Record:
    """Return a record of a form with a reference that no other record has.

    `before` is the record before the form changed it, None if it is new. A typed reference is stored in
    capitals. A new record without a typed reference gets the next free one. Raise InvalidValue,
    ReferenceTaken.
    """
    typed = record.text("ref")
    if before is not None and typed == before.text("ref"):
        return record
    if not typed:
        if before is not None:
            raise InvalidValue(field="ref", why=Translatable("a record keeps a reference"))
        return record.with_fields(ref=change.next_ref(record.kind))
    ref = typed.strip().upper()
    if not _FORM.fullmatch(ref):
        raise InvalidValue(
            field="ref", why=Translatable("it takes up to 64 letters, digits, dots, strokes and dashes")
        )
    if store.with_ref(ref) - {record.id}:
        raise ReferenceTaken(ref=ref)
    return record.with_fields(ref=ref)
