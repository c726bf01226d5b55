"""One id as two kinds: whoever sends it, nothing that waits may stop anybody from looking."""

from pathlib import Path

import pytest

from hrddesk.bundle.review import acceptance
from hrddesk.errors import BundleKindDisputed, BundleMalformed
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, forge_between, record_line, take, traces
from tests.unit.bundle.hands import ONE, case

PARTY = Record(kind=Kind.PARTY, id=ONE).with_fields(sex="f")
CASE = case(ONE)


def _sent(desks: Desks, folder: Path, name: str, records: bytes) -> int:
    raw = forge_between(desks.documenter, desks.coordinator, records=records, id=name.encode() * 16).seal()
    return take(desks.coordinator, raw, folder / name).review


@pytest.mark.parametrize("is_deleted", [False, True])
def test_what_waits_as_another_kind_is_refused(desks: Desks, tmp_path: Path, is_deleted: bool) -> None:
    first = _sent(desks, tmp_path, "a", record_line(CASE))
    before = traces(desks.coordinator)
    line = record_line(PARTY)
    if is_deleted:
        line = record_line(Record(kind=Kind.PARTY, id=ONE), deleted=True, dots={"*": [0, 1]})
    with pytest.raises(BundleKindDisputed) as caught:
        _sent(desks, tmp_path, "b", line)
    assert caught.value.details["review"] == str(first)
    assert traces(desks.coordinator) == before
    for row in acceptance.all_heads(desks.coordinator.store):
        acceptance.review(desks.coordinator, row.id, Job())
    acceptance.reject(desks.coordinator, first)
    second = _sent(desks, tmp_path, "b", line)
    acceptance.accept(desks.coordinator, second, None, Job())
    with pytest.raises(BundleMalformed, match="another kind"):
        _sent(desks, tmp_path, "c", record_line(CASE))


def test_the_same_kind_may_wait_twice(desks: Desks, tmp_path: Path) -> None:
    reviews = [_sent(desks, tmp_path, name, record_line(CASE)) for name in "ab"]
    for number in reviews:
        acceptance.accept(desks.coordinator, number, None, Job())
    assert desks.coordinator.store.get(ONE) == CASE
