"""A contact claims to have seen changes of ours that never left this vault: it is not believed."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.bundle.format import record_lines
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.sending.target_file import TargetFile
from hrddesk.errors import HrdDeskError, ReviewConflict
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Dot, Version
from hrddesk.store.records import outgoing
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, forge_between, take
from tests.unit.bundle.hands import ONE, case, content, delete, hand_over, put, send


@pytest.fixture
def both(desks: Desks, tmp_path: Path) -> Desks:
    """Two desks that hold the same case, made by the documenter."""
    put(desks.documenter, case(title="one", status="old"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    return desks


def ours(desks: Desks) -> tuple[Record, Version]:
    ((record, version),) = outgoing.read(desks.coordinator.store, [ONE])
    return record, version


def lie(desks: Desks, folder: Path, record: Record, version: Version) -> read.ReviewSummary:
    """Let the documenter hand over a record, claiming to have seen all that the coordinator ever did."""
    seen = int(desks.coordinator.store.setting("counter") or 0)
    claimed = replace(version, context={**version.context, desks.coordinator.line: seen})
    made = forge_between(
        desks.documenter,
        desks.coordinator,
        records=record_lines.encode_record(record, claimed),
        head={"line": desks.documenter.line},
        seq=9,
    )
    return take(desks.coordinator, made.seal(), folder / "lie")


def newer(desks: Desks, version: Version, *parts: str) -> Version:
    """A version in which the documenter changed these parts after all that there is."""
    line = desks.documenter.line
    return Version({**version.context, line: 99}, {**version.dots, **dict.fromkeys(parts, Dot(line, 99))})


def test_a_change_of_ours_that_never_left_is_not_overwritten_silently(both: Desks, tmp_path: Path) -> None:
    record, version = ours(both)
    put(both.coordinator, record.with_fields(status="ours"))
    found = lie(both, tmp_path, record.with_fields(status="theirs"), newer(both, version, "status"))
    assert (found.changed, found.conflicts) == (0, 1)
    with pytest.raises(ReviewConflict):
        acceptance.accept(both.coordinator, found.review, None, Job())
    acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.OURS)
    assert ours(both)[0].text("status") == "ours"


def test_a_record_that_we_deleted_without_a_word_does_not_come_back_silently(
    both: Desks, tmp_path: Path
) -> None:
    record, version = ours(both)
    delete(both.coordinator, ONE)
    found = lie(both, tmp_path, record, newer(both, version, *version.dots))
    assert (found.changed, found.conflicts) == (0, 1)


def test_what_we_sent_is_believed_and_no_more(both: Desks, tmp_path: Path) -> None:
    put(both.coordinator, ours(both)[0].with_fields(status="sent"))
    acceptance.accept(both.documenter, send(both.coordinator, both.documenter, tmp_path).review, None, Job())
    put(both.documenter, ours(both)[0].with_fields(status="answered"))
    answered = hand_over(both, tmp_path)
    assert (answered.changed, answered.conflicts) == (1, 0)
    acceptance.accept(both.coordinator, answered.review, None, Job())
    assert content(both.coordinator) == content(both.documenter)
    record, version = ours(both)
    put(both.coordinator, record.with_fields(status="not sent"))
    assert lie(both, tmp_path, record.with_fields(status="x"), newer(both, version, "status")).conflicts == 1


def test_a_claim_is_not_stored_and_passed_on(both: Desks, tmp_path: Path) -> None:
    record, version = ours(both)
    put(both.coordinator, case(RecordId("2" * 32)))
    found = lie(both, tmp_path, record.with_fields(status="new"), newer(both, version, "status"))
    acceptance.accept(both.coordinator, found.review, None, Job())
    assert ours(both)[1].context.get(both.coordinator.line, 0) == 0


def test_a_bundle_that_failed_was_not_sent(
    both: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, line = both.coordinator.store, both.coordinator.line

    def sent() -> int:
        return outgoing.sent(store.db, line, ONE)

    put(both.coordinator, ours(both)[0].with_fields(status="first"))
    send(both.coordinator, both.documenter, tmp_path)
    first = sent()
    assert first == ours(both)[1].context[line]
    put(both.coordinator, ours(both)[0].with_fields(status="second"))

    def fail(*_args: object) -> None:
        assert sent() > first  # before the file has its name
        raise HrdDeskError

    monkeypatch.setattr(TargetFile, "put_in_place", fail)
    to = [both.to_documenter]
    with pytest.raises(HrdDeskError):
        write.write(both.coordinator, tmp_path / "x", to, Parcel(records=selection.everything(store)), Job())
    assert sent() == first
