"""What was never here is stored at once just as the merge rule has it stored, one record after the other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.vault import vaults
from hrddesk.bundle.format import canonical
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, arrivals
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId, Value
from hrddesk.store.queries.case_list import CaseQuery
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.filled import full_record, saying
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks, a_case, introduce, new_session
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, give, hand_over, put, send

_BY_CHANCE = {"mac", "digest", "salt", "time"}
_NOT_COMPARED = ("search_text", "sqlite_")  # the check compares the index of texts


def _every_kind() -> Iterator[Record]:
    """One record of each kind, with all that it may hold."""
    ids = {kind: RecordId(f"{number:032x}") for number, kind in enumerate(Kind, 100)}
    whatever = saying('{} 胡岚, "Émile"\n\u202ex', ids[Kind.PARTY], "zh-Hant")
    named = {"case": ids[Kind.CASE], "place": ids[Kind.PLACE], "source": ids[Kind.SOURCE]}

    def say(field: FieldSpec) -> Value:
        return (
            named[field.name] if field.name in named and field.type is FieldType.RECORD else whatever(field)
        )

    for kind, spec in SPECS.items():
        if kind is not Kind.FORWARD and spec.travels:
            yield full_record(kind, ids[kind], say).with_visibility(Visibility.RESTRICTED)


def _rows(session: Session) -> dict[str, list[str]]:
    """Every row of the tables, but for what is drawn by chance and what follows from it."""
    db, made = session.store.db, {}
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if not table.startswith(_NOT_COMPARED):
            cursor = db.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            shown = [at for at, name in enumerate(names) if name not in _BY_CHANCE]
            made[table] = [repr([row[at] for at in shown]) for row in cursor]
    return made


@pytest.fixture
def twins(desks: Desks, tmp_path: Path) -> Iterator[tuple[Session, Session]]:
    """The coordinator's vault twice."""
    folder = desks.coordinator.folder
    desks.coordinator.close()
    shutil.copytree(folder, tmp_path / "twin.hrdv")
    desks.coordinator = Session.open(folder, PassphraseSecret(PASSPHRASE))
    with Session.open(tmp_path / "twin.hrdv", PassphraseSecret(PASSPHRASE)) as twin:
        yield desks.coordinator, twin


def _accept_one_by_one(session: Session, number: int) -> acceptance.Acceptance:
    """Accept all by the merge rule, as if nothing could be taken over at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrivals, "found", lambda *_: [])
        return acceptance.accept(session, number, None, Job())


def test_the_same_is_stored_as_one_after_the_other(
    desks: Desks, twins: tuple[Session, Session], tmp_path: Path
) -> None:
    put(desks.documenter, *_every_kind())
    put(desks.documenter, a_case(title="second"), a_case(title="third", narrative="多行"))
    path, (at_once, one_by_one) = give(desks.documenter, desks.coordinator, tmp_path), twins
    number = read.read(at_once, path, Job()).review
    assert read.read(one_by_one, path, Job()).review == number
    assert len(arrivals.found(at_once, number)) == len(TRAVELLING) + 1
    accepted = acceptance.accept(at_once, number, None, Job())
    assert accepted == _accept_one_by_one(one_by_one, number)
    for session in twins:
        assert vaults.check(session, Job()).damage == []
    assert _rows(at_once) == _rows(one_by_one)
    assert content(at_once) == content(desks.documenter)
    query = CaseQuery("second")
    assert at_once.store.listing.ids(query) == one_by_one.store.listing.ids(query) != []
    for session in twins:
        acceptance.undo(session, number)
        assert vaults.check(session, Job()).damage == []
    assert _rows(at_once) == _rows(one_by_one)


def test_whatever_fields_a_record_has_it_is_stored_as_by_itself(
    desks: Desks, twins: tuple[Session, Session], tmp_path: Path
) -> None:
    whole = list(_every_kind())
    made = [Record(kind=record.kind, id=_id("1", number)) for number, record in enumerate(whole)]
    for number, record in enumerate(whole):
        for at, name in enumerate(record.fields):  # each field alone, and all but each
            alone = {name: record.fields[name]}
            made.append(Record(kind=record.kind, id=_id("2", number * 50 + at), fields=alone))
            others = {key: value for key, value in record.fields.items() if key != name}
            made.append(
                Record(kind=record.kind, id=_id("3", number * 50 + at), fields=others, lists=record.lists)
            )
    made.append(
        Record(kind=Kind.EVENT, id=_id("4", 0), fields={"date": "some day in spring"})
    )  # imported as it was typed
    made.append(Record(kind=Kind.EVENT, id=_id("4", 1), fields={"date": "2001-05-?/.."}))
    put(desks.documenter, *made)
    path, (at_once, one_by_one) = give(desks.documenter, desks.coordinator, tmp_path), twins
    number = read.read(at_once, path, Job()).review
    assert read.read(one_by_one, path, Job()).review == number
    assert len(arrivals.found(at_once, number)) == len(made)
    acceptance.accept(at_once, number, None, Job())
    _accept_one_by_one(one_by_one, number)
    assert _rows(at_once) == _rows(one_by_one)
    assert content(at_once) == content(desks.documenter)
    assert vaults.check(at_once, Job()).damage == []


def test_what_several_desks_wrote_is_stored_as_by_itself(
    desks: Desks, twins: tuple[Session, Session], tmp_path: Path
) -> None:
    with new_session(tmp_path / "third.hrdv") as third:
        introduce(third, desks.documenter, "documenter")
        introduce(desks.documenter, third, "third")
        put(desks.documenter, case(ONE, title="a"), case(TWO, title="b"))
        acceptance.accept(third, send(desks.documenter, third, tmp_path).review, None, Job())
        for session in (third, desks.documenter):  # the same value twice: two dots, folded
            put(session, case(ONE, title="same", narrative="same"))
        put(third, case(TWO, title="b", narrative="told"))
        acceptance.accept(desks.documenter, send(third, desks.documenter, tmp_path).review, None, Job())
    version = desks.documenter.store.version(ONE)
    assert version is not None
    assert len(version.context) == 2
    assert any(dot.also for dot in version.dots.values())
    path, (at_once, one_by_one) = give(desks.documenter, desks.coordinator, tmp_path), twins
    number = read.read(at_once, path, Job()).review
    assert read.read(one_by_one, path, Job()).review == number
    assert {item.record for item in arrivals.found(at_once, number)} == {ONE, TWO}
    acceptance.accept(at_once, number, None, Job())
    _accept_one_by_one(one_by_one, number)
    assert _rows(at_once) == _rows(one_by_one)
    assert at_once.store.version(ONE) == version


def _id(first: str, number: int) -> RecordId:
    return RecordId(f"{first}{number:031x}")


def test_more_than_a_batch_keeps_the_order_in_which_it_was_made(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "_BATCH", 2)
    made = [case(RecordId(f"{9 - number:032x}"), title=f"case {number}") for number in range(7)]
    for record in made:
        put(desks.documenter, record)
    number = hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, number, None, Job())
    assert desks.coordinator.store.ids(Kind.CASE) == [record.id for record in made]
    entries = [desks.coordinator.store.history.of_record(record.id)[0].number for record in made]
    assert entries == list(range(entries[0], entries[0] + 7))
    assert vaults.check(desks.coordinator, Job()).damage == []


def test_a_batch_of_long_lines_has_few(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [case(RecordId(f"{number:032x}"), title=f"case {number}") for number in range(5)]
    put(desks.documenter, *made)
    number = hand_over(desks, tmp_path).review
    found = arrivals.found(desks.coordinator, number)
    monkeypatch.setattr(canonical, "MAX_LINE", 2 * found[0].size)
    batches = list(arrivals.batches(desks.coordinator, found))
    assert [start for start, _ in batches] == [0, 2, 4]
    assert [new.record for _, batch in batches for new in batch] == made


def test_a_person_that_comes_after_the_case_stands_in_its_row(desks: Desks, tmp_path: Path) -> None:
    who = Record(kind=Kind.PARTY, id=TWO).with_elements("names", [{"name": "Hu Lan", "kind": "main"}])
    named = case(ONE, title="mill").with_elements("parties", [{"party": TWO, "role": "subject"}])
    put(desks.coordinator, named)
    put(desks.documenter, who)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert desks.coordinator.store.listing.rows([ONE])[0].people == "Hu Lan"


def test_what_the_merge_rule_must_see_is_left_to_it(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="a"), case(TWO, title="b"), case(THREE, title="c"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    delete(desks.documenter, ONE)
    put(desks.documenter, case(TWO, title="new"), a_case(title="fresh"))
    gone = case(RecordId("4" * 32), title="never sent")
    put(desks.documenter, gone)
    delete(desks.documenter, gone.id)
    put(
        desks.documenter, Record(kind=Kind.FORWARD, id=RecordId("5" * 32)).with_fields(merged=ONE, kept=THREE)
    )
    summary = hand_over(desks, tmp_path)
    (found,) = arrivals.found(desks.coordinator, summary.review)
    assert desks.documenter.store.get(found.record).text("title") == "fresh"
    acceptance.accept(desks.coordinator, summary.review, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)


def test_one_who_claims_to_have_seen_changes_of_ours_is_left_to_the_rule(
    desks: Desks, tmp_path: Path
) -> None:
    put(desks.coordinator, case(ONE, title="ours"))
    number = send(desks.coordinator, desks.documenter, tmp_path).review
    acceptance.accept(desks.documenter, number, None, Job())
    store = desks.coordinator.store
    with store.change("test") as change:
        change.forget(ONE)
    number = hand_over(desks, tmp_path).review
    assert arrivals.found(desks.coordinator, number) == []
    with new_session(tmp_path / "third.hrdv") as third:
        introduce(third, desks.documenter, "documenter")
        introduce(desks.documenter, third, "third")
        at_third = send(desks.documenter, third, tmp_path).review
        assert [item.record for item in arrivals.found(third, at_third)] == [ONE]


def test_cancelled_between_two_batches_nothing_was_taken_over(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "_BATCH", 1)
    put(desks.documenter, case(ONE), case(TWO), case(THREE))
    number, before = hand_over(desks, tmp_path).review, content(desks.coordinator)

    def cancel(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        acceptance.accept(desks.coordinator, number, None, Job(cancel))
    assert content(desks.coordinator) == before
    assert acceptance.review(desks.coordinator, number, Job()).head.waiting == 3
    assert vaults.check(desks.coordinator, Job()).damage == []


def test_who_leaves_out_a_part_of_what_is_new_is_heeded(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="a", narrative="too much"), case(TWO, title="b"))
    number = hand_over(desks, tmp_path).review
    choices = {ONE: {"narrative": Side.OURS}}
    acceptance.accept(desks.coordinator, number, None, Job(), choices=choices)
    assert desks.coordinator.store.get(ONE).fields == {"title": "a"}
    assert desks.coordinator.store.get(TWO).fields == {"title": "b"}
