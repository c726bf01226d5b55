"""Checks in forms and imports, which refuse impossible values, such as an end before its beginning.

Values that were stored before are not refused: two desks can contradict each other, and the consistency
checks report the contradiction.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import ABOUT, CONSENTS, OFFICES, Kind
from hrddesk.records.model.record import Element, Record, bare
from hrddesk.records.rules.consents import GUARDIAN, OF_AGE, YES

_IN_ORDER: Final[Mapping[Kind, tuple[tuple[str, str], ...]]] = {
    Kind.EVENT: (("date", "answered"), ("date", "due"), ("date", "confidential_until")),
    Kind.RELATION: (("since", "until"),),
    Kind.PARTY: (("birth", "death"),),
}
"""Pairs of date fields in which the second date must not be certainly before the first."""
_NOT_AHEAD: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.EVENT: ("answered",),
    Kind.SOURCE: ("consented",),
    Kind.PARTY: ("birth", "death"),
}
"""The fields for past happenings, which cannot be in the future."""
_RANGE: Final = re.compile(r"\s*([0-9]{1,18})\s*[-–—]\s*([0-9]{1,18})\s*")


def require_sound(record: Record, before: Record) -> None:
    """Raise InvalidValue if a value that differs from `before` is impossible."""
    for error in contradictions(record, before):
        raise error


def contradictions(record: Record, before: Record | None = None) -> Iterator[InvalidValue]:
    """Yield an error for each impossible value.

    With `before`, only values that differ from this earlier state are checked.
    """
    before = before or Record(kind=record.kind, id=record.id)
    for first, last in _IN_ORDER.get(record.kind, ()):
        if _differs(record, before, first, last) and dates.certainly_before(
            dates.read(record.text(last)), dates.read(record.text(first))
        ):
            yield InvalidValue(field=last, why=Translatable("it lies before the field {0}", first))
    for ahead in _NOT_AHEAD.get(record.kind, ()):
        if _differs(record, before, ahead):
            try:
                dates.require_begun(record.text(ahead), ahead)
            except InvalidValue as error:
                yield error
    bounds = _RANGE.fullmatch(record.text("size")) if record.kind is Kind.PARTY else None
    if bounds is not None and _differs(record, before, "size") and int(bounds[1]) > int(bounds[2]):
        yield InvalidValue(field="size", why=Translatable("write the smaller number first"))
    sides = ("subject", "object")
    if _differs(record, before, *sides) and record.text("subject") == record.text("object") != "":
        yield InvalidValue(field="object", why=Translatable("nobody is related to themselves"))
    about = [item.get("record") for item in record.values(ABOUT)]
    if record.id in about and record.lists.get(ABOUT) != before.lists.get(ABOUT):
        yield InvalidValue(field=ABOUT, why=Translatable("evidence is not about itself"))
    former = [bare(entry) for entry in before.values(CONSENTS)]
    allowed = [] if may_consent(before) else former
    if not may_consent(record) and any(bare(entry) not in allowed for entry in record.values(CONSENTS)):
        yield InvalidValue(
            field=CONSENTS, why=Translatable("only people consent, one person or a group of them")
        )
    for entry in record.values(CONSENTS):
        if bare(entry) not in former and is_guardian_of_adult(record, entry):
            why = Translatable("the person was of age that day: a guardian speaks for a child")
            yield InvalidValue(field="given_by", why=why)


def may_consent(party: Record) -> bool:
    """Tell whether a party is a person or a group of people, whose consent can be asked."""
    return party.text("kind") not in OFFICES


def _differs(record: Record, before: Record, *names: str) -> bool:
    return any(record.text(name) != before.text(name) for name in names)


def is_guardian_of_adult(party: Record, entry: Element) -> bool:
    """Tell whether a guardian agreed for a person who was certainly of age on that day.

    A refusal by a guardian is always accepted.
    """
    if (entry.get("consent"), entry.get("given_by")) != (YES, GUARDIAN):
        return False
    born, day = dates.read(party.text("birth")).latest, dates.read(str(entry.get("date") or "")).earliest
    return (
        born is not None
        and day is not None
        and (day.year - OF_AGE, day.month, day.day) >= (born.year, born.month, born.day)
    )
