"""What is here just so is told by one comparison, and by nothing less than all of it."""

import json
import os
from pathlib import Path

import pytest

from hrddesk.bundle.format import record_lines
from hrddesk.bundle.merging.merge import MergeState, merge
from hrddesk.bundle.receiving import repeats
from hrddesk.bundle.review import acceptance
from hrddesk.errors import BundleMalformed
from hrddesk.records.model.kinds import Kind
from hrddesk.store.exchange import reviews
from hrddesk.store.records import outgoing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, forge_between, record_line, take
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, hand_over, put
from tests.unit.bundle.sending.test_write import add_evidence


def _lines(session: Session) -> list[bytes]:
    store = session.store
    return [
        record_lines.encode_record(*each)[:-1] for each in outgoing.read(store, outgoing.everything(store))
    ]


def _merged_twice(desks: Desks, tmp_path: Path) -> None:
    """Let both desks have ONE and TWO, the second written by both."""
    put(desks.documenter, case(ONE, title='a "title" 胡岚', narrative="多行\n文字"), case(TWO, title="b"))
    put(desks.coordinator, case(TWO, title="b"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())


def test_a_record_of_several_writers_is_found_and_the_rule_agrees(desks: Desks, tmp_path: Path) -> None:
    _merged_twice(desks, tmp_path)
    store = desks.coordinator.store
    raw = _lines(desks.coordinator)
    found = repeats.among(store, raw)
    assert [None if each is None else each.id for each in found] == [ONE, TWO]
    for line in raw:
        theirs = record_lines.decode_record(line)
        (ours,) = outgoing.read(store, [theirs[0].id])
        ruled = merge(ours, theirs)
        assert (ruled.state, ruled.learns) == (MergeState.UNCHANGED, False)


def test_no_byte_of_a_line_may_differ(desks: Desks, tmp_path: Path) -> None:
    _merged_twice(desks, tmp_path)
    store = desks.coordinator.store
    for line in _lines(desks.coordinator):
        altered = [line[:at] + bytes([line[at] ^ 1]) + line[at + 1 :] for at in range(len(line))]
        altered += [line[:at] for at in range(len(line))]
        altered += [
            line.replace(b",", b", ", 1),
            line.replace(b":[0,", b":[0, ", 1),
            line + b" ",
            b" " + line,
        ]
        altered += [line.replace(b'"deleted":false', b'"deleted":true'), b"", b"{}", b'{"context":' * 9]
        assert repeats.among(store, altered) == [None] * len(altered)


def test_what_was_changed_deleted_forgotten_or_is_strange_is_none(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="a"), case(TWO, title="b"), case(THREE, title="c"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    store, raw = desks.coordinator.store, _lines(desks.documenter)
    assert None not in repeats.among(store, raw)
    put(desks.coordinator, case(ONE, title="new"))
    delete(desks.coordinator, TWO)
    with store.change("test") as change:
        change.forget(THREE)
    assert repeats.among(store, raw) == [None] * 3
    assert repeats.among(store, [record_line(case())[:-1]]) == [None]


def test_the_same_bundle_written_again_changes_nothing(desks: Desks, tmp_path: Path) -> None:
    _merged_twice(desks, tmp_path)
    before = content(desks.coordinator)
    again = hand_over(desks, tmp_path)
    assert (again.unchanged, again.new, again.changed, again.conflicts) == (2, 0, 0, 0)
    db = desks.coordinator.store.db
    assert reviews.as_here(db, again.review) == {ONE}  # of TWO the rule must say that nothing is news here
    accepted = acceptance.accept(desks.coordinator, again.review, None, Job())
    assert accepted.cases == frozenset()
    assert content(desks.coordinator) == before
    assert all(item.accepted for item in acceptance.review(desks.coordinator, again.review, Job()).items)


def test_evidence_that_is_here_without_its_file_gets_it(desks: Desks, tmp_path: Path) -> None:
    file = os.urandom(100_000)
    record = add_evidence(desks.documenter, file)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    store = desks.coordinator.store
    with store.change("test"):
        store.blobs.drop(record.text("sha256"))
    again = hand_over(desks, tmp_path)
    assert again.unchanged == 1
    acceptance.accept(desks.coordinator, again.review, None, Job())
    assert b"".join(store.blobs.chunks(record.text("sha256"))) == file


def test_evidence_that_came_twice_before_it_was_accepted_gets_its_file(desks: Desks, tmp_path: Path) -> None:
    file = os.urandom(100_000)
    record = add_evidence(desks.documenter, file)
    first, second = (hand_over(desks, tmp_path).review for _ in range(2))
    acceptance.accept(desks.coordinator, first, None, Job())
    store = desks.coordinator.store
    with store.change("test"):
        store.blobs.drop(record.text("sha256"))
    acceptance.accept(desks.coordinator, second, None, Job())
    assert b"".join(store.blobs.chunks(record.text("sha256"))) == file


def test_a_repeat_out_of_order_is_refused_as_anything_is(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE), case(TWO))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    one, two = _lines(desks.documenter)
    forged = forge_between(desks.documenter, desks.coordinator, records=two + b"\n" + one + b"\n")
    with pytest.raises(BundleMalformed, match="not sorted"):
        take(desks.coordinator, forged.seal(), tmp_path / "a")
    assert len(reviews.all_reviews(desks.coordinator.store.db)) == 1


def test_states_are_those_of_live_records_only(desks: Desks) -> None:
    put(desks.documenter, case(ONE, title="a"), case(TWO))
    delete(desks.documenter, TWO)
    db = desks.documenter.store.db
    ((name, (kind, state, row)),) = outgoing.states(db, [ONE, TWO, THREE]).items()
    assert row == desks.documenter.store.history.of_record(ONE)[-1].number
    assert (name, kind, json.loads(state)["record"]["fields"]) == (ONE, Kind.CASE, {"title": "a"})
    assert outgoing.known(db, [ONE, TWO, THREE]) == {ONE, TWO}
    assert outgoing.known(db, []) == set()
