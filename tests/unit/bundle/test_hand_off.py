"""Hand off and forget: what must hold before, what is refused, what comes after."""

import datetime
import shutil
from pathlib import Path

import pytest

from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, evidence, history, parties
from hrddesk.actions.vault import forgetting
from hrddesk.bundle.format import archive, bag
from hrddesk.bundle.receiving import read, readback
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import write
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice, Parcel
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.errors import (
    BundleDamaged,
    BundleNotForMe,
    BundleSeenBefore,
    CardTooShort,
    ContactNotVerified,
    ContactRevoked,
    ContentForgotten,
    DiskFull,
    FileUnreadable,
    ForgettingUnfinished,
    NewKeyUnfinished,
    PassphraseNeeded,
    ReceiptMissing,
    ReviewClosed,
    RoomMissing,
    UndoNotPossible,
    WriteFailed,
    WrongSecret,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import connection
from hrddesk.store.vault import forgetting as erasing
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent
from tests.unit.bundle.forge import Desks, new_session
from tests.unit.bundle.handing_off import SECRET, a_told_case, assert_well, hand_off, reopened
from tests.unit.bundle.hands import hand_over, send
from tests.unit.bundle.sending.test_packing import accepted, acknowledge


def test_what_was_handed_off_is_there_for_the_coordinator_and_not_here(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case, other = a_told_case(session), a_told_case(session, "Heron")
    made = hand_off(desks, tmp_path / "off", [case])
    assert made.forgotten == {Kind.CASE: 1, Kind.PARTY: 1}
    assert made.same_disk
    assert len(made.recovery_words) == 24
    assert session.store.ids(Kind.CASE) == [other]
    assert_well(reopened(desks))
    with pytest.raises(BundleNotForMe):
        read.read(desks.documenter, made.bundle.path, Job())
    found = read.read(desks.coordinator, made.bundle.path, Job())
    assert (found.new, found.deletes) == (2, 0)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    # The next bundle asks nobody to delete what was only forgotten here.
    assert hand_over(desks, tmp_path).deletes == 0
    assert case in desks.coordinator.store.ids(Kind.CASE)


def test_contents_and_imported_cells_go_with_what_was_handed_off(desks: Desks, tmp_path: Path) -> None:
    """By hash and by key, though no name and no id stands in them; those of other cases stay."""
    session = desks.documenter
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "cases.csv").write_text("case,title,status\nk1,One,new\nk2,Two,new\n", "utf-8")
    imports.run(session, kit, source="list")
    by_title = {session.store.get(each).text("title"): each for each in session.store.ids(Kind.CASE)}
    hashes = dict[str, set[str]]()
    for title, case in by_title.items():
        for size in (10, 100_000):  # in the database, and beside it
            (tmp_path / "file").write_bytes(title.encode() * size)
            item = evidence.add(session, case, tmp_path / "file", silent()).result
            hashes.setdefault(title, set()).add(item.sha256)
    hand_off(desks, tmp_path / "off", [by_title["One"]])
    session = reopened(desks)
    assert set(session.store.blobs.hashes()) == hashes["Two"]
    assert len([path for path in (session.folder / "att").rglob("*") if path.is_file()]) == 1
    keys = session.store.db.execute('SELECT "key" FROM import_row').fetchall()
    assert keys == [("k2",)]
    assert_well(session)


@pytest.mark.parametrize("name", ["缑岚汀", "Gou Lanting", "གངས་རི་མེ་ཏོག"])
def test_drafts_that_name_whoever_goes_go_too(desks: Desks, tmp_path: Path, name: str) -> None:
    session = desks.documenter
    case = cases.create(session, {"title": "one"}).result
    parties.create(session, {"kind": "person"}, {"names": [{"name": name, "kind": "main"}]}, case=case)
    session.drafts.save([{"typed": {"note": f"as {name} said"}}, {"typed": {"note": "stays"}}])
    hand_off(desks, tmp_path / "off", [case])
    assert session.drafts.load().drafts == [{"typed": {"note": "stays"}}]


def test_neither_undo_nor_the_recycle_bin_knows_of_it(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case, other = a_told_case(session), a_told_case(session, "Heron")
    hand_off(desks, tmp_path / "off", [case])
    assert history.can_undo(session.store) == (False, False)
    with pytest.raises(UndoNotPossible):
        history.undo(session)
    assert history.deleted(session.store) == []
    assert [state.forgotten for state in history.states(session.store, case)] == [True, True, True, False]
    with pytest.raises(ContentForgotten):
        history.state(session.store, case, 1)
    cases.edit(session, other, {"title": "Grey heron"})
    history.undo(session)
    assert session.store.get(other).text("title") == "Heron"


def test_it_can_come_back(desks: Desks, tmp_path: Path) -> None:
    case = a_told_case(desks.documenter)
    was = desks.documenter.store.get(case)
    made = hand_off(desks, tmp_path / "off", [case])
    acceptance.accept(
        desks.coordinator, read.read(desks.coordinator, made.bundle.path, Job()).review, None, Job()
    )
    back = send(desks.coordinator, desks.documenter, tmp_path)
    assert (back.new, back.conflicts) == (2, 0)
    acceptance.accept(desks.documenter, back.review, None, Job())
    assert desks.documenter.store.get(case) == was.with_fields(country="CN")
    cases.edit(desks.documenter, case, {"title": "Kingfisher again"})
    again = hand_over(desks, tmp_path)
    assert (again.changed, again.conflicts) == (1, 0)
    assert_well(desks.documenter)


def test_a_bundle_that_was_read_before_may_be_read_again(desks: Desks, tmp_path: Path) -> None:
    case = a_told_case(desks.coordinator)
    first = send(desks.coordinator, desks.documenter, tmp_path)
    (path,) = (item for item in tmp_path.iterdir() if item.is_file())
    acceptance.accept(desks.documenter, first.review, None, Job())
    with pytest.raises(BundleSeenBefore):
        read.read(desks.documenter, path, Job())
    hand_off(desks, tmp_path / "off", [case])
    with pytest.raises(ReviewClosed, match="forgotten"):
        acceptance.accept(desks.documenter, first.review, None, Job())
    with pytest.raises(UndoNotPossible):
        acceptance.undo(desks.documenter, first.review)
    again = read.read(desks.documenter, path, Job())
    assert (again.review, again.new) == (first.review, 2)
    assert_well(desks.documenter)


def test_everything_goes(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_told_case(session)
    (tmp_path / "voice").write_bytes(b"v" * 70_000)
    evidence.add(session, case, tmp_path / "voice", Job())
    session.drafts.save([{"record": "new", "note": "of anything"}])
    send(desks.coordinator, session, tmp_path)
    made = hand_off(desks, tmp_path / "off", None)
    assert made.forgotten == {Kind.CASE: 1, Kind.PARTY: 1, Kind.EVIDENCE: 1}
    store = session.store
    assert [store.tables.count(kind) for kind in Kind] == [0] * len(Kind)
    assert list((session.folder / "att").glob("??/*")) == []
    assert session.drafts.load().drafts == []
    states = store.db.execute(
        "SELECT DISTINCT unpacked(state) FROM history_content WHERE state <> x''"
    ).fetchall()
    assert states == [('{"context":{},"deleted":true,"dots":{},"record":null}',)]
    assert_well(reopened(desks))
    assert read.read(desks.coordinator, made.bundle.path, Job()).new == 3


def test_a_card_that_ends_too_soon_is_refused_before_anything_begins(
    still_desks: Desks, tmp_path: Path
) -> None:
    with pytest.raises(CardTooShort):
        hand_off(still_desks, tmp_path / "off", None, day=own_identity.today() + datetime.timedelta(days=200))
    assert not (tmp_path / "off").exists()


def test_a_card_counts_to_the_day(still_desks: Desks) -> None:
    contact = still_desks.to_coordinator
    last = contact.card.expires - datetime.timedelta(days=180)
    forgetting.require_lasting(contact, last)
    with pytest.raises(CardTooShort):
        forgetting.require_lasting(contact, last + datetime.timedelta(days=1))


def test_an_unverified_contact_gets_nothing(desks: Desks, tmp_path: Path) -> None:
    with new_session(tmp_path / "third.hrdv") as third:
        contacts.add(
            desks.documenter.store,
            own_identity.own_card(third.store, own_identity.today()),
            "third",
            own_identity.today(),
        )
    with pytest.raises(ContactNotVerified):
        forgetting.hand_off(
            desks.documenter, tmp_path / "off", "third", None, [SECRET], silent(), emergency=True
        )


def test_the_secrets_are_tried_first(still_desks: Desks, tmp_path: Path) -> None:
    for secret, expected in (
        (PassphraseSecret("another"), WrongSecret),
        (RecoverySecret(bytes(32)), PassphraseNeeded),
    ):
        with pytest.raises(expected):
            forgetting.hand_off(
                still_desks.documenter,
                tmp_path / "off",
                "coordinator",
                None,
                [secret],
                silent(),
                emergency=True,
            )
    assert not (tmp_path / "off").exists()


def test_the_bundle_does_not_lie_in_the_vault(still_desks: Desks, tmp_path: Path) -> None:
    folder = still_desks.documenter.folder
    (tmp_path / "way").symlink_to(folder)
    for place in (folder, folder / "att", folder / "off", tmp_path / "way"):
        with pytest.raises(WriteFailed, match="vault"):
            hand_off(still_desks, place, None)


def test_a_bundle_that_does_not_read_back_costs_nothing(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, real = a_told_case(desks.documenter), readback.read_back

    def spoiled(at: int) -> None:
        def spoil(written: write.WrittenBundle, job: Job) -> None:
            data = bytearray(written.path.read_bytes())
            if at == 0:
                del data[-1:]
            else:
                data[at] ^= 1
            written.path.write_bytes(data)
            real(written, job)

        monkeypatch.setattr(readback, "read_back", spoil)
        with pytest.raises(BundleDamaged):
            hand_off(desks, tmp_path / f"off{at}", [case])

    for at in (0, 30, 60_000, -1):
        spoiled(at)

    def pulled(written: write.WrittenBundle, job: Job) -> None:
        written.path.unlink()
        real(written, job)

    monkeypatch.setattr(readback, "read_back", pulled)
    with pytest.raises(FileUnreadable):
        hand_off(desks, tmp_path / "pulled", [case])
    assert desks.documenter.store.ids(Kind.CASE) == [case]
    assert_well(desks.documenter)


def test_reading_back_compares_every_file_with_its_hash(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = write.write(desks.documenter, tmp_path / "off", [desks.to_coordinator], Parcel(records=[]), Job())
    steps: list[int] = []
    readback.read_back(made, Job(lambda done, _: steps.append(done)))
    assert steps[-1] == made.size
    monkeypatch.setattr(archive, "MAX_TAG_FILE", 1 << 20)
    real = bag.read_payload

    def other(info: bytes, manifest: bytes) -> object:
        found = real(info, manifest)
        return type(found)(dict.fromkeys(found.hashes, "0" * 64), found.octets)

    monkeypatch.setattr(bag, "read_payload", other)
    with pytest.raises(BundleDamaged, match="signed"):
        readback.read_back(made, Job())


def test_cancelling_before_the_bundle_is_there_leaves_no_trace(desks: Desks, tmp_path: Path) -> None:
    case = a_told_case(desks.documenter)
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        forgetting.hand_off(
            desks.documenter, tmp_path / "off", "coordinator", [case], [SECRET], job, emergency=True
        )
    assert desks.documenter.store.ids(Kind.CASE) == [case]
    assert not (tmp_path / "off").exists()


def test_cleaning_that_fails_is_made_good_at_the_next_opening(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desks.documenter
    case = a_told_case(session)
    session.drafts.save([{"record": "new", "note": "of the Kingfisher"}])
    reader = session.reader()
    reader.db.execute("BEGIN")
    reader.db.execute("SELECT count(*) FROM record").fetchone()  # reads what was, so the log cannot be cut
    with pytest.raises(ForgettingUnfinished):
        hand_off(desks, tmp_path / "off", [case])
    reader.close()
    assert erasing.is_unfinished(session.store)
    assert session.store.ids(Kind.CASE) == []
    with monkeypatch.context() as patched:
        patched.setattr(connection, "make_anew", _full)
        assert erasing.is_unfinished(reopened(desks).store)
    session = reopened(desks)
    assert not erasing.is_unfinished(session.store)
    assert erasing.is_rotation_due(session.store)
    assert session.drafts.load().drafts == []
    session.drafts.save([{"note": "typed since"}])
    assert session.drafts.load().drafts == [{"note": "typed since"}]
    session.rotate([SECRET], silent())
    assert not erasing.is_rotation_due(session.store)
    assert_well(reopened(desks))


def _full(*_: object) -> None:
    raise DiskFull


def test_without_room_for_a_new_key_the_rest_is_done(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_told_case(desks.documenter)

    def rotate(*_: object) -> list[str]:
        raise RoomMissing(needed=1, free=0)

    monkeypatch.setattr(Session, "rotate", rotate)
    assert hand_off(desks, tmp_path / "off", [case]).recovery_words == ()
    assert erasing.is_rotation_due(desks.documenter.store)
    assert not erasing.is_unfinished(desks.documenter.store)


def test_a_disk_that_fills_up_once_the_new_key_counts_is_said_and_finished_by_opening(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_told_case(desks.documenter)
    with monkeypatch.context() as patched:
        patched.setattr(VaultFolder, "take_next", _full)
        with pytest.raises(NewKeyUnfinished):
            hand_off(desks, tmp_path / "off", [case])
    session = reopened(desks)
    assert session.store.ids(Kind.CASE) == []
    assert not erasing.is_rotation_due(session.store)
    assert_well(session)


def test_a_full_stick_costs_nothing(desks: Desks, small_disk: Path) -> None:
    case = a_told_case(desks.documenter)
    with pytest.raises(DiskFull):
        hand_off(desks, small_disk, [case])
    assert desks.documenter.store.ids(Kind.CASE) == [case]
    assert list(small_disk.iterdir()) == []


def test_a_stick_is_another_disk(desks: Desks, tmp_path: Path) -> None:
    places = [Path(name) for name in ("/dev/shm", "/var/tmp") if Path(name).is_dir()]
    others = [place for place in places if place.stat().st_dev != tmp_path.stat().st_dev]
    if not others:
        pytest.skip("there is no second disk")
    stick = others[0] / f"hrddesk-{tmp_path.parent.parent.name}-{tmp_path.name}"
    stick.mkdir()
    try:
        assert not hand_off(desks, stick, None).same_disk
    finally:
        shutil.rmtree(stick)


def test_what_would_go_and_what_still_tells_is_said_before(desks: Desks) -> None:
    session = desks.documenter
    case, other = a_told_case(session), a_told_case(session, "Heron")
    cases.edit(session, other, {"note": "see also Person of Kingfisher"})
    cases.edit(session, a_told_case(session, "Ibis"), {"note": "see also Persons of Kingfishers"})
    shared = parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Shared"}]}, case=case, role="subject"
    ).result
    cases.add_party(session, other, shared, "subject")
    found = forgetting.look(session.store, [case])
    assert found.goes == {Kind.CASE: 1, Kind.PARTY: 1}
    assert found.staying == ("Shared",)
    assert found.telling == (session.store.get(other).text("ref"),)
    assert forgetting.look(session.store, None).goes == {Kind.CASE: 3, Kind.PARTY: 4}


def test_what_is_acknowledged_is_forgotten_without_an_emergency_or_a_bundle(
    desks: Desks, tmp_path: Path
) -> None:
    session = desks.documenter
    case, other = a_told_case(session), a_told_case(session, "Heron")
    (tmp_path / "voice").write_bytes(b"voice")
    evidence.add(session, case, tmp_path / "voice", Job())
    assert forgetting.look(session.store, [case]).unacknowledged is None
    assert forgetting.look(session.store, [case], "coordinator").unacknowledged == 3
    with pytest.raises(ReceiptMissing, match="3 of the records"):
        forgetting.forget(session, "coordinator", [case], [SECRET])
    with pytest.raises(ReceiptMissing):
        hand_off(desks, tmp_path / "off", [case], emergency=False)
    assert not (tmp_path / "off").exists()
    accepted(desks, tmp_path / "a", Choice(evidence=EvidenceChoice.HASHES))
    acknowledge(desks, tmp_path / "b")
    assert forgetting.look(session.store, [case], "coordinator").unacknowledged == 1  # the file never left
    accepted(desks, tmp_path / "c", Choice())
    acknowledge(desks, tmp_path / "d")
    assert forgetting.look(session.store, [case], "coordinator").unacknowledged == 0
    made, changes = forgetting.forget(session, "coordinator", [case], [SECRET])
    assert made.forgotten == {Kind.CASE: 1, Kind.PARTY: 1, Kind.EVIDENCE: 1}
    assert len(made.recovery_words) == 24
    assert case in changes.cases
    assert session.store.ids(Kind.CASE) == [other]
    assert desks.coordinator.store.find(case) is not None
    off = forgetting.hand_off(
        session, tmp_path / "off", "coordinator", [other], [SECRET], silent(), emergency=False
    ).result
    assert off.bundle.cases == 1
    assert session.store.ids(Kind.CASE) == []
    assert_well(reopened(desks))


def test_code_names_are_no_receipt_for_the_sources(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_told_case(session)
    source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="the neighbour", code_name="Magpie")
    with session.store.change("test") as change:
        change.put(source)
        change.put(
            Record(kind=Kind.CITATION, id=new_id()).with_fields(record=case, source=source.id, quote="told")
        )
    accepted(desks, tmp_path / "a", Choice(sources=SourceChoice.CODE_NAMES))
    acknowledge(desks, tmp_path / "b")
    assert forgetting.look(session.store, [case], "coordinator").unacknowledged == 2


def test_nobody_but_a_verified_contact_is_believed_to_have_it(desks: Desks, tmp_path: Path) -> None:
    case = a_told_case(desks.documenter)
    accepted(desks, tmp_path / "a", Choice())
    acknowledge(desks, tmp_path / "b")
    contacts.revoke(desks.documenter.store, "coordinator", own_identity.today(), own_identity.today())
    with pytest.raises(ContactRevoked):
        forgetting.forget(desks.documenter, "coordinator", [case], [SECRET])
    assert desks.documenter.store.find(case) is not None
