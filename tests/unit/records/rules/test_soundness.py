"""What a record says of times and of itself: what cannot be is refused, what stood there before is let be."""

import pytest

from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import ABOUT, CONSENTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.rules.soundness import require_sound

ONE, TWO = RecordId("1" * 32), RecordId("2" * 32)


def of(kind: Kind, **fields: str) -> Record:
    return Record(kind=kind, id=ONE).with_fields(**fields)


def guarded(birth: str, day: str, answer: str = "yes") -> Record:
    entry: Element = {"consent": answer, "given_by": "guardian", "date": day}
    return of(Kind.PARTY, birth=birth).with_elements(CONSENTS, [entry])


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (of(Kind.RELATION, since="2020", until="2019"), "until"),
        (of(Kind.RELATION, subject=TWO, object=TWO), "object"),
        (of(Kind.EVENT, date="2024-05-01", answered="2024-04"), "answered"),
        (of(Kind.EVENT, date="2024-05-01", due="2023"), "due"),
        (of(Kind.EVENT, date="2024-05-01", confidential_until="2023"), "confidential_until"),
        (of(Kind.EVENT, answered="2999"), "answered"),
        (of(Kind.PARTY, birth="2999-01-01"), "birth"),
        (of(Kind.PARTY, death="2999"), "death"),
        (of(Kind.PARTY, birth="1980", death="1979-12"), "death"),
        (of(Kind.PARTY, size="15-10"), "size"),
        (of(Kind.SOURCE, consented="2999-01-01"), "consented"),
        (of(Kind.EVIDENCE).with_elements(ABOUT, [{"record": ONE, "how": "depicts"}]), ABOUT),
        (
            of(Kind.PARTY).with_fields(kind="authority").with_elements(CONSENTS, [{"consent": "not_asked"}]),
            CONSENTS,
        ),
        (guarded("1980", "2020-05"), "given_by"),
        (guarded("2004-02-29", "2022-03-01"), "given_by"),
    ],
)
def test_what_cannot_be_is_refused_but_where_it_stood_so(record: Record, field: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        require_sound(record, Record(kind=record.kind, id=ONE))
    assert caught.value.details["field"] == field
    require_sound(record.with_fields(note="more"), record)


@pytest.mark.parametrize(
    "record",
    [
        of(Kind.RELATION, since="2020-05", until="2020"),
        of(Kind.RELATION, since="2020", until="around the Spring Festival"),
        of(Kind.RELATION, until="2019"),
        of(Kind.PARTY, birth="1980", death="1980", size="10-15"),
        of(Kind.PARTY, size="10 to 15, or 15-10"),
        of(Kind.EVENT, date="2024-05-01", answered="2024-05", due="2999"),
        of(Kind.EVIDENCE).with_elements(ABOUT, [{"record": TWO, "how": "depicts"}]),
        guarded("2010", "2020-05"),
        guarded("2004-02-29", "2022-02-28"),
        guarded("", "2020"),
        guarded("1980", "2020", "withdrawn"),
    ],
)
def test_what_can_be_is_taken(record: Record) -> None:
    require_sound(record, Record(kind=record.kind, id=ONE))


def test_a_group_is_asked_and_who_answered_becomes_no_office() -> None:
    asked = of(Kind.PARTY).with_fields(kind="group").with_elements(CONSENTS, [{"consent": "not_asked"}])
    require_sound(asked, of(Kind.PARTY).with_fields(kind="group"))
    office = asked.with_fields(kind="organisation")
    with pytest.raises(InvalidValue, match="only people consent"):
        require_sound(office, asked)
    require_sound(office, office)
