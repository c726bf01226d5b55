"""What the sender's own custody log says of evidence travels beside it, as a claim of the sender."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles
from hrddesk.actions.exchange.bundles import WHOLE, Contents
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, evidence
from hrddesk.actions.records.evidence import CustodyEntry
from hrddesk.bundle.format import custody_lines
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.records.model.kinds import CUSTODY
from hrddesk.records.model.record import RecordId
from hrddesk.store.evidence import custody as logs
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.unit.bundle.forge import Desks, forge_between, introduce, new_session
from tests.unit.bundle.hands import ONE, TWO, delete, send
from tests.unit.bundle.hostile_signed import EVIDENCE, _line, _log

CODE_NAMES = Choice(sources=SourceChoice.CODE_NAMES)


@pytest.fixture
def piece(desks: Desks, tmp_path: Path) -> RecordId:
    case = cases.create(desks.documenter, {"title": "The mill"}).result
    return _added(desks.documenter, case, tmp_path / "gate.txt")


def _added(session: Session, case: RecordId, path: Path) -> RecordId:
    path.write_text(path.name, "utf-8")
    return evidence.add(session, case, path, silent(), {"title": "gate"}).result.id


def _sent(sender: Session, to: str, folder: Path, choice: Choice = WHOLE) -> bundles.Sent:
    return bundles.write_bundle(sender, folder, [to], None, Job(), choice)


def _read(desks: Desks, folder: Path, choice: Choice = WHOLE) -> read.ReviewSummary:
    path = _sent(desks.documenter, "coordinator", folder, choice).path
    return bundles.read_bundle(desks.coordinator, path, Job())


def _given(desks: Desks, folder: Path, choice: Choice = WHOLE) -> read.ReviewSummary:
    found = _read(desks, folder, choice)
    bundles.accept(desks.coordinator, found.review, None, Job(), take=Side.THEIRS)
    return found


def _own(session: Session, piece: RecordId) -> list[tuple[int, int, str, str]]:
    entries = evidence.log(session, piece)
    return [_words(entry) for entry in entries if not entry.is_received]


def _claims(session: Session, piece: RecordId) -> list[CustodyEntry]:
    return [entry for entry in evidence.log(session, piece) if entry.is_received]


def _words(entry: CustodyEntry) -> tuple[int, int, str, str]:
    return entry.number, entry.time, entry.what, entry.who


def test_the_receiver_reads_what_the_sender_did_beside_the_evidence(
    desks: Desks, piece: RecordId, tmp_path: Path
) -> None:
    before = _own(desks.documenter, piece)
    _given(desks, tmp_path)
    there, chain = _claims(desks.coordinator, piece), desks.coordinator.store.history.of_record(piece)
    assert [_words(entry) for entry in there] == before
    assert [entry.what for entry in there] == ["evidence.added"]
    assert {entry.says for entry in there} == {"documenter"}
    assert [entry.what for entry in chain] == ["bundle.accepted"]
    assert not desks.coordinator.store.get(piece).values(CUSTODY)


def test_the_log_grows_and_nothing_doubles(desks: Desks, piece: RecordId, tmp_path: Path) -> None:
    _given(desks, tmp_path)
    evidence.save(desks.documenter, piece, tmp_path / "copy", Job())
    expected = _own(desks.documenter, piece)
    assert not _given(desks, tmp_path).notices
    assert [_words(entry) for entry in _claims(desks.coordinator, piece)] == expected
    assert [what for _, _, what, _ in expected] == [
        "evidence.added",
        "evidence.handed-over",
        "evidence.exported",
    ]
    _given(desks, tmp_path)
    assert [_words(entry) for entry in _claims(desks.coordinator, piece)][:3] == expected


def test_it_holds_once_accepted_and_goes_when_rejected_or_undone(
    desks: Desks, piece: RecordId, tmp_path: Path
) -> None:
    there = desks.coordinator
    first = _given(desks, tmp_path)
    held = _claims(there, piece)
    evidence.save(desks.documenter, piece, tmp_path / "copy", Job())
    second = _read(desks, tmp_path)
    assert _claims(there, piece) == held
    bundles.reject(there, second.review)
    assert _claims(there, piece) == held
    assert len(there.store.db.execute("SELECT * FROM custody_log").fetchall()) == 1
    third = _given(desks, tmp_path)
    assert len(_claims(there, piece)) > len(held)
    bundles.undo(there, third.review)
    assert _claims(there, piece) == held
    bundles.undo(there, first.review)
    assert there.store.find(piece) is None
    bundles.accept(there, first.review, None, Job())
    assert _claims(there, piece) == held


def test_only_evidence_that_goes_along_brings_its_log(desks: Desks, tmp_path: Path) -> None:
    one, two = (cases.create(desks.documenter, {"title": name}).result for name in ("The mill", "The weir"))
    goes, stays = (_added(desks.documenter, case, tmp_path / case[:8]) for case in (one, two))
    shown: list[Contents] = []
    sent = bundles.write_bundle(desks.documenter, tmp_path, ["coordinator"], [one], Job(), tell=shown.append)
    assert [found.logs for found in shown] == [1]
    bundles.accept(
        desks.coordinator, bundles.read_bundle(desks.coordinator, sent.path, Job()).review, None, Job()
    )
    rows = desks.coordinator.store.db.execute("SELECT record FROM custody_log").fetchall()
    assert stays != goes
    assert rows == [(goes,)]


def test_a_log_goes_with_the_hash_alone_and_with_code_names(
    desks: Desks, piece: RecordId, tmp_path: Path
) -> None:
    before = _own(desks.documenter, piece)
    _given(desks, tmp_path, Choice(evidence=EvidenceChoice.HASHES, sources=SourceChoice.CODE_NAMES))
    assert [_words(entry) for entry in _claims(desks.coordinator, piece)] == before


def test_with_code_names_the_logs_of_other_desks_stay_home(
    desks: Desks, piece: RecordId, tmp_path: Path
) -> None:
    third = new_session(tmp_path / "third.hrdv")
    introduce(desks.coordinator, third, "third")
    introduce(third, desks.coordinator, "coordinator")
    first = _own(desks.documenter, piece)
    _given(desks, tmp_path)
    mine = _own(desks.coordinator, piece)
    for choice, others in ((CODE_NAMES, set()), (WHOLE, {*first})):
        path = _sent(desks.coordinator, "third", tmp_path, choice).path
        bundles.accept(third, bundles.read_bundle(third, path, Job()).review, None, Job())
        claims = {_words(entry): entry.says for entry in _claims(third, piece)}
        assert {words for words, says in claims.items() if not says} == others
        assert {words for words, says in claims.items() if says == "coordinator"} >= {*mine}
    third.close()


def test_what_comes_back_of_our_own_log_is_no_claim(desks: Desks, piece: RecordId, tmp_path: Path) -> None:
    _given(desks, tmp_path)
    path = _sent(desks.coordinator, "documenter", tmp_path).path
    found = bundles.read_bundle(desks.documenter, path, Job())
    bundles.accept(desks.documenter, found.review, None, Job())
    claims = _claims(desks.documenter, piece)
    assert [entry.what for entry in claims] == ["bundle.accepted"]
    assert claims[0].says == "coordinator"


def test_a_kit_has_the_claims_and_finds_nothing_new_in_them(
    desks: Desks, piece: RecordId, tmp_path: Path
) -> None:
    _given(desks, tmp_path)
    there = desks.coordinator
    held = evidence.log(there, piece)
    exports.run(there, tmp_path / "kit", "kit")
    rows = (tmp_path / "kit" / "custody.csv").read_text("utf-8").splitlines()
    assert len(rows) == 1 + len(held)
    imports.run(there, tmp_path / "kit", source="kit")
    assert not there.store.get(piece).values(CUSTODY)


def test_forgotten_evidence_takes_the_claims_along(desks: Desks, piece: RecordId, tmp_path: Path) -> None:
    _given(desks, tmp_path)
    there = desks.coordinator.store
    with there.change("test"):
        logs.forget(there.db, [ONE])
    assert logs.claims(there.db, piece)
    with there.change("test"):
        logs.forget(there.db, [piece])
    assert not logs.claims(there.db, piece)
    found = _read(desks, tmp_path)
    with there.change("test"):
        there.db.execute("DELETE FROM review_item WHERE review = ?", (found.review,))
        there.db.execute("UPDATE custody_log SET record = ?", (TWO,))
        logs.forget(there.db, [])
        assert not there.db.execute("SELECT * FROM custody_log").fetchall()
    _read(desks, tmp_path)
    with there.change("test"):
        logs.forget(there.db, None)
    assert not there.db.execute("SELECT * FROM custody_log").fetchall()


def test_of_a_log_without_end_the_first_lines_go(
    desks: Desks, piece: RecordId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _given(desks, tmp_path)
    _given(desks, tmp_path)
    there = desks.coordinator.store
    record, version = there.get(piece), there.version(piece)
    assert version is not None
    (every,) = custody_lines.log_of(there, record, version, with_others=True)
    assert (len(every.own), len(every.others)) == (1, 2)
    monkeypatch.setattr(custody_lines, "MOST_LINES", 2)
    (first,) = custody_lines.log_of(there, record, version, with_others=True)
    assert (first.own, first.others) == (every.own, every.others[:1])


def test_a_line_is_read_as_it_was_written(desks: Desks, piece: RecordId) -> None:
    store = desks.documenter.store
    version = store.version(piece)
    assert version is not None
    (log,) = custody_lines.log_of(store, store.get(piece), version, with_others=False)
    assert custody_lines.decode(log.line, store.history.head().number) == log


def test_deleted_evidence_and_other_records_have_none(desks: Desks, piece: RecordId, tmp_path: Path) -> None:
    _given(desks, tmp_path)
    delete(desks.documenter, piece)
    summary = send(desks.documenter, desks.coordinator, tmp_path)
    rows = desks.coordinator.store.db.execute(
        "SELECT record FROM custody_log WHERE review = ?", (summary.review,)
    ).fetchall()
    assert rows == []
    assert Notice.CUSTODY not in summary.notices, "a deletion leaves nothing out of the log"
    assert [item.looks.count(ReviewReason.CUSTODY) for item in _items(desks, summary.review)] == [0, 0]


def _forged(
    desks: Desks, *own: Sequence[object], seq: int, others: object = (), number: int = 9
) -> read.ReviewSummary:
    made = forge_between(desks.documenter, desks.coordinator)
    made.records, made.files, made.seq = EVIDENCE, [], seq
    made.head = {"history": {"number": number, "head": "0" * 64}}
    made.custody = _log(*own, others=others) if own or others else b""
    path = Path(str(desks.coordinator.folder) + f".{seq}.hrdb")
    path.write_bytes(made.seal())
    return read.read(desks.coordinator, path, Job())


def _items(desks: Desks, number: int) -> Sequence[ReviewItem]:
    return acceptance.review(desks.coordinator, number, Job()).items


def _item(desks: Desks, number: int) -> ReviewItem:
    (item,) = _items(desks, number)
    return item


FIRST, SECOND = _line(1, 5), _line(3, 6, "evidence.exported")


@pytest.mark.parametrize(
    ("own", "number", "is_told"),
    [
        ([FIRST, SECOND], 9, False),
        ([FIRST, SECOND, _line(4, 7)], 9, False),
        ([FIRST], 9, True),
        ([], 9, True),
        ([FIRST, _line(3, 6, "seen")], 9, True),
        ([FIRST, _line(3, 7, "evidence.exported")], 9, True),
        ([FIRST], 2, False),  # written before the second line was
    ],
)
def test_a_log_that_contradicts_what_it_said_is_told_and_replaces_nothing(
    desks: Desks, own: list[list[object]], number: int, is_told: bool
) -> None:
    first = _forged(desks, FIRST, SECOND, seq=1)
    assert Notice.CUSTODY not in first.notices
    bundles.accept(desks.coordinator, first.review, None, Job())
    held = {_words(entry) for entry in _claims(desks.coordinator, _zero())}
    second = _forged(desks, *own, seq=2, number=number)
    assert (Notice.CUSTODY in second.notices) is is_told
    assert (ReviewReason.CUSTODY in _item(desks, second.review).looks) is is_told
    if is_told:
        waiting = queue.waiting(desks.coordinator, Job())
        assert [found.plain for found in waiting] == [0]
    bundles.accept(desks.coordinator, second.review, None, Job())
    after = {_words(entry) for entry in _claims(desks.coordinator, _zero())}
    assert after == held | {tuple(line) for line in own}


def test_what_was_never_accepted_contradicts_nothing(desks: Desks) -> None:
    _forged(desks, FIRST, SECOND, seq=1)
    assert Notice.CUSTODY not in _forged(desks, FIRST, seq=2).notices


def test_a_time_to_come_and_our_own_letters_are_shown_as_what_the_sender_says(desks: Desks) -> None:
    ours = desks.coordinator.prefix
    found = _forged(desks, _line(2, 253_402_300_799, "seen", ours), seq=1, others=[_line(1, 1, "seen", ours)])
    bundles.accept(desks.coordinator, found.review, None, Job())
    said = [(entry.time, entry.says) for entry in _claims(desks.coordinator, _zero())]
    assert said == [(1, ""), (253_402_300_799, "documenter")]


def _zero() -> RecordId:
    return RecordId("0" * 32)
