"""What a contact who means harm may send: refused, or shown as what it is."""

import os
from dataclasses import replace
from pathlib import Path

from hrddesk.bundle.format import archive
from hrddesk.bundle.review import acceptance
from hrddesk.errors import (
    BundleDamaged,
    BundleKindDisputed,
    BundleMalformed,
    BundleTooLarge,
    BundleTooNew,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import (
    Desks,
    a_case,
    record_line,
    take,
)
from tests.unit.bundle.refusals import ZERO, forge, refused


def case(**fields: str) -> Record:
    return replace(a_case(**fields), id=ZERO)


def test_other_hostile_content_has_its_own_words(still_desks: Desks, tmp_path: Path) -> None:
    session = still_desks.coordinator
    more = {"texts": {"bag-info.txt": b"Payload-Oxum: 10.5\n"}}
    refused(session, forge(still_desks, **more).seal(), tmp_path / "a", BundleTooLarge)
    refused(session, forge(still_desks, head={"v": 2}).seal(), tmp_path / "a", BundleTooNew)
    for path in ("data/records.jsonl", "data/contacts.jsonl"):
        made = forge(still_desks, payload={path: record_line(case(title="b case"))})
        refused(session, made.seal(), tmp_path / "a", (BundleDamaged, BundleTooLarge))
    large = forge(still_desks, files=[os.urandom(200_000)], records=b"")
    path = next(path for path in large.payload_files() if "att" in path)
    refused(session, replace(large, payload={path: bytes(200_000)}).seal(), tmp_path / "a", BundleDamaged)
    tag = forge(still_desks, texts={"bag-info.txt": b"x" * (archive.MAX_TAG_FILE + 1)})
    refused(session, tag.seal(), tmp_path / "a", BundleTooLarge)
    many = b"".join(b"%064x  data/att/%064x\n" % (n, n) for n in range(10_001))
    first = dict(forge(still_desks).members())["manifest-sha256.txt"]
    texts = {"manifest-sha256.txt": first + many}
    refused(session, forge(still_desks, texts=texts).seal(), tmp_path / "a", BundleTooLarge)


def test_right_to_left_tricks_in_names_are_only_text(desks: Desks, tmp_path: Path) -> None:
    record = record_line(
        Record(kind=Kind.EVIDENCE, id=ZERO).with_fields(original_name="\u202egpj.exe", sha256="a" * 64)
    )
    found = take(desks.coordinator, forge(desks, records=record).seal(), tmp_path / "a")
    assert found.new == 1


def test_a_bundle_that_claims_our_own_changes_is_refused(desks: Desks, tmp_path: Path) -> None:
    session = desks.coordinator
    ours = a_case()
    with session.store.change("test") as change:
        change.put(ours)
    stolen = record_line(ours.with_fields(title="theirs"), session.line, 2)
    refused(session, forge(desks, records=stolen).seal(), tmp_path / "a", BundleMalformed)
    honest = record_line(ours, session.line, 1)
    assert take(session, forge(desks, records=honest).seal(), tmp_path / "a").unchanged == 1


def test_a_record_cannot_become_of_another_kind(desks: Desks, tmp_path: Path) -> None:
    session = desks.coordinator
    with session.store.change("test") as change:
        change.put(case())
        change.put(replace(case(), id=RecordId("1" * 32)))
        change.delete(RecordId("1" * 32))
    undone = take(
        session,
        forge(desks, records=record_line(replace(case(), id=RecordId("2" * 32)))).seal(),
        tmp_path / "b",
    )
    acceptance.accept(session, undone.review, None, Job())
    acceptance.undo(session, undone.review)
    refusals = {
        ZERO: BundleMalformed,
        RecordId("1" * 32): BundleMalformed,
        RecordId("2" * 32): BundleKindDisputed,
    }
    for record_id, refusal in refusals.items():
        records = record_line(Record(kind=Kind.PARTY, id=record_id).with_fields(sex="f"))
        refused(session, forge(desks, records=records).seal(), tmp_path / "a", refusal)
    acceptance.reject(session, undone.review)  # it waits no more, but what the record was is remembered
    refused(session, forge(desks, records=records).seal(), tmp_path / "a", BundleMalformed)
