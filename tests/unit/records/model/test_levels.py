"""What more or fewer people may see of a record after a change."""

import pytest

from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.levels import LevelChange
from hrddesk.records.model.record import Record, RecordId

PUBLIC, RESTRICTED, SECRET = Visibility.PUBLIC, Visibility.RESTRICTED, Visibility.SECRET
PLAIN = Record(kind=Kind.PARTY, id=RecordId("1" * 32)).with_fields(age="30")


def test_levels_are_ordered() -> None:
    assert [levels.is_stricter(a, b) for a, b in ((SECRET, RESTRICTED), (RESTRICTED, PUBLIC))] == [True, True]
    assert not any(levels.is_stricter(level, level) for level in Visibility)
    assert not levels.is_stricter(PUBLIC, SECRET)


def test_a_change_of_the_record_covers_the_fields_that_follow_it() -> None:
    opened = PLAIN.with_visibility(PUBLIC)
    assert levels.loosened(PLAIN, opened) == (LevelChange("record", RESTRICTED, PUBLIC),)
    assert levels.tightened(opened, PLAIN) == (LevelChange("record", PUBLIC, RESTRICTED),)
    assert levels.changed(PLAIN, PLAIN.with_visibility(RESTRICTED)) == ()


def test_fields_with_a_level_of_their_own_are_named() -> None:
    mixed = PLAIN.with_visibility(SECRET).with_visibility(PUBLIC, "note").with_visibility(SECRET, "age")
    assert levels.loosened(PLAIN, mixed) == (LevelChange("note", SECRET, PUBLIC),)
    assert [item.name for item in levels.tightened(PLAIN, mixed)] == ["record", "age"]
    assert levels.loosened(PLAIN, PLAIN.with_visibility(PUBLIC, "names")) == (
        LevelChange("names", RESTRICTED, PUBLIC),
    )


def test_public_is_what_has_any_part_that_is() -> None:
    assert not levels.is_public(PLAIN)
    assert not levels.is_public(PLAIN.with_visibility(SECRET))
    assert levels.is_public(PLAIN.with_visibility(SECRET).with_visibility(PUBLIC, "note"))


@pytest.mark.parametrize(
    ("kind", "type_", "term", "level"),
    [
        (Kind.EVENT, "sexual_violence", "", SECRET),
        (Kind.EVENT, "tortured", "sexual_abuse", SECRET),
        (Kind.EVENT, "detained", "strip_search", SECRET),
        (Kind.EVENT, "tortured", "beating", RESTRICTED),
        (Kind.SOURCE, "sexual_violence", "", SECRET),
    ],
)
def test_sexual_violence_is_confidential_until_somebody_chooses(
    kind: Kind, type_: str, term: str, level: Visibility
) -> None:
    record = Record(kind=kind, id=RecordId("1" * 32)).with_fields(type=type_)
    if term:
        record = record.with_elements("terms", [{"raw": term, "term": term}])
    assert record.visibility("type") is level
    assert record.visibility(WHOLE_RECORD) is (RESTRICTED if kind is Kind.SOURCE else level)
    chosen = record.with_visibility(PUBLIC)
    assert chosen.visibility(WHOLE_RECORD) is PUBLIC
    assert record.with_visibility(PUBLIC, "date").visibility("date") is PUBLIC


def test_what_says_no_more_of_sexual_violence_stays_confidential() -> None:
    before = Record(kind=Kind.EVENT, id=RecordId("1" * 32)).with_fields(type="sexual_violence")
    after = levels.staying_confidential(before, before.with_fields(type="tortured"))
    assert after.visibility(WHOLE_RECORD) is SECRET
    for same in (before, before.with_fields(type="strip_search"), after.with_visibility(PUBLIC)):
        assert levels.staying_confidential(before, same) == same


@pytest.mark.parametrize(
    ("kind", "level"),
    [(Kind.SOURCE, SECRET), (Kind.REPORT, SECRET), (Kind.PARTY, RESTRICTED), (Kind.EVIDENCE, RESTRICTED)],
)
def test_a_record_of_which_all_is_secret_counts_as_secret_until_somebody_chooses(
    kind: Kind, level: Visibility
) -> None:
    record = Record(kind=kind, id=RecordId("1" * 32))
    assert levels.of_whole(record) is level
    assert levels.of_whole(record.with_visibility(PUBLIC)) is PUBLIC
