"""`vault check` finds every page, row and record that is not as it was written. Threat T8."""

import os
import shutil
from pathlib import Path

import pytest

from hrddesk.actions.vault import closed_vaults
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import DatabaseDamaged, WrongSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import database_errors, state_packing
from hrddesk.store.vault.check import CheckReport, check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job

SECRET = PassphraseSecret("granite lantern orbit velvet")


def _check(session: Session) -> CheckReport:
    return check(session.reader, session.alarms, Job())


def _codes(session: Session) -> set[str]:
    return {item.code for item in _check(session).damage}


def _filled(session: Session, count: int = 30) -> list[Record]:
    made = [
        Record(kind=Kind.CASE, id=new_id()).with_fields(title=f"case {n}", narrative="words " * 200)
        for n in range(count)
    ]
    with session.store.change("test") as change:
        for record in made:
            change.put(record)
    return made


def test_a_vault_as_it_was_written_is_ok(session: Session) -> None:
    made = _filled(session)
    with session.store.change("test") as change:
        change.delete(made[0].id)
    report = _check(session)
    assert report.ok
    assert report.counts[Kind.CASE] == len(made) - 1
    assert report.head == session.store.history.head()


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE case_file SET title = 'other' WHERE title = 'case 3'", "record"),
        ("UPDATE long_text SET text = 'other' WHERE num = 5", "record"),
        ("DELETE FROM history WHERE num = 3", "history"),
        ("UPDATE history SET who = 'other' WHERE num = 3", "history"),
        ("UPDATE history SET mac = zeroblob(32) WHERE num = 30", "history"),
        ("UPDATE history_content SET salt = zeroblob(16) WHERE num = 3", "record"),
        ("DELETE FROM history_content WHERE num = 3", "record"),
        ("UPDATE record SET history = 2 WHERE history = 3", "record"),
        ("UPDATE setting SET value = '1' WHERE name = 'counter'", "row"),
    ],
)
def test_a_row_that_was_altered_is_found(session: Session, sql: str, code: str) -> None:
    _filled(session)
    session.store.db.execute("PRAGMA foreign_keys = OFF")
    session.store.db.execute(sql)
    assert code in _codes(session)


def test_a_record_without_history_is_found(session: Session) -> None:
    _filled(session)
    session.store.db.execute("INSERT INTO record (id, kind, history) VALUES (?, 'case', 1)", (new_id(),))
    assert _codes(session) == {"record"}


def test_what_was_forgotten_and_is_gone_is_no_damage(session: Session) -> None:
    made = _filled(session, 3)
    with session.store.change("test") as change:
        change.delete(made[0].id)
    with session.store.change("test"):
        session.store.history.erase(made[0].id)
    assert _check(session).ok


def test_content_of_the_history_that_nobody_forgot_is_missed(session: Session) -> None:
    (made,) = _filled(session, 1)
    with session.store.change("test") as change:
        change.put(made.with_fields(title="later"))
    session.store.db.execute("DELETE FROM history_content WHERE num = 1")
    (damage,) = _check(session).damage
    assert "nobody forgot" in damage.message


def test_an_earlier_state_that_is_not_as_the_history_says_is_found(session: Session) -> None:
    (made,) = _filled(session, 1)
    with session.store.change("test") as change:
        change.put(made.with_fields(title="later"))
    other = state_packing.pack(
        (session.store.history.content(1) or b"").replace(b"case", b"other"), Kind.CASE
    )
    for state in (other, other[:-1], other + b"x", b"no state"):
        session.store.db.execute("UPDATE history_content SET state = ? WHERE num = 1", (state,))
        assert _codes(session) == {"history"}


def test_what_was_forgotten_and_comes_back_is_found(session: Session) -> None:
    (made,) = _filled(session, 1)
    with session.store.change("test") as change:
        change.put(made.with_fields(title="later"))
    kept = session.store.db.execute("SELECT * FROM history_content WHERE num = 1").fetchone()
    with session.store.change("test"):
        session.store.history.erase(made.id, before=2)
    assert _check(session).ok
    session.store.db.execute("INSERT INTO history_content VALUES (?,?,?)", kept)
    assert _codes(session) == {"row"}


def test_an_older_page_put_back_is_found_though_both_integrity_checks_pass(
    session: Session, tmp_path: Path
) -> None:
    made = _filled(session)
    session.close()
    older = tmp_path / "older"
    shutil.copy(session.folder / "db.sqlite", older)
    with Session.open(session.folder, SECRET) as opened:
        with opened.store.change("test") as change:
            change.put(made[7].with_fields(status="changed"))
        (root,) = opened.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'case_file'"
        ).fetchone()
    with older.open("rb") as old, (session.folder / "db.sqlite").open("r+b") as new:
        old.seek((root - 1) * 4096)
        new.seek((root - 1) * 4096)
        new.write(old.read(4096))
    with Session.open(session.folder, SECRET) as opened:
        assert _codes(opened) == {"record", "search"}  # its word is in the index of the other words, too


def test_a_damaged_page_is_named_and_the_rest_is_still_readable(session: Session) -> None:
    made = _filled(session, 200)
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'history_by_act'"
    (page,) = session.store.db.execute(sql).fetchone()
    session.close()
    with (session.folder / "db.sqlite").open("r+b") as opened_file:
        opened_file.seek((page - 1) * 4096 + 100)
        opened_file.write(os.urandom(8))
    with Session.open(session.folder, SECRET) as opened:
        report = _check(opened)
        assert not report.ok
        assert any(item.code == "page" for item in report.damage)
        assert opened.store.get(made[0].id).text("title") == "case 0"


def test_every_place_of_damage_is_found_and_no_record_but_those_on_the_page_is_lost(session: Session) -> None:
    _filled(session, 200)
    session.close()
    file, checked = session.folder / "db.sqlite", 0
    good = file.read_bytes()
    for page in range(2, len(good) // 4096 + 1, 23):
        raw = bytearray(good)
        raw[(page - 1) * 4096 + 50] ^= 1
        file.write_bytes(raw)
        try:
            opened = Session.open(session.folder, SECRET)
        except DatabaseDamaged:
            continue  # a page that every opening needs
        with opened:
            report = _check(opened)
        assert any(item.code == "page" for item in report.damage), page
        assert not [item for item in report.damage if item.code == "record"]
        checked += 1
    assert checked > 5


def test_a_page_that_was_torn_while_it_was_brought_in_from_the_wal_is_no_damage(
    session: Session, tmp_path: Path
) -> None:
    made = _filled(session)
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        with opened.store.change("test") as change:
            change.put(made[7].with_fields(status="changed"))
        cut = Path(shutil.copytree(session.folder, tmp_path / "cut.hrdv"))
    done, before = session.folder / "db.sqlite", (cut / "db.sqlite").read_bytes()
    after = done.read_bytes()
    pages = range(0, len(before), 4096)
    torn = next(at for at in pages if at and before[at : at + 4096] != after[at : at + 4096])
    half = after[torn : torn + 512] + before[torn + 512 : torn + 4096]
    (cut / "db.sqlite").write_bytes(before[:torn] + half + before[torn + 4096 :])
    with Session.open(cut, SECRET) as opened:
        assert opened.alarms == []
        assert _check(opened).ok
        assert opened.store.get(made[7].id).text("status") == "changed"


def test_contacts_that_cannot_be_read_are_named(session: Session) -> None:
    _filled(session)
    (root,) = session.store.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'contact'").fetchone()
    session.close()
    with (session.folder / "db.sqlite").open("r+b") as file:
        file.seek((root - 1) * 4096 + 60)
        file.write(os.urandom(8))
    with Session.open(session.folder, SECRET) as opened:
        report = _check(opened)
    assert any(item.where == "contacts, reviews and settings" for item in report.damage)
    assert report.counts[Kind.CASE] == 30


def test_a_count_that_cannot_be_read_is_left_out_and_said_to_be_so(session: Session) -> None:
    _filled(session, 200)
    index = "SELECT rootpage FROM sqlite_master WHERE name = 'record_in_order'"
    (root,) = session.store.db.execute(index).fetchone()
    session.close()
    with (session.folder / "db.sqlite").open("r+b") as file:
        file.seek((root - 1) * 4096 + 60)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))
    with Session.open(session.folder, SECRET) as opened:
        report = _check(opened)
    assert Kind.CASE not in report.counts
    assert any(item.where == "count of case" for item in report.damage)


def _can_count(session: Session, kind: Kind) -> bool:
    try:
        with database_errors.translated():
            session.store.tables.count(kind)
    except DatabaseDamaged:
        return False
    return True


def test_a_damaged_page_costs_the_count_of_its_own_kind_only(session: Session) -> None:
    with session.store.change("test") as change:
        change.put(Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "the mill"}))
        for number in range(300):
            change.put(Record(kind=Kind.CASE, id=new_id()).with_fields(title=f"case {number}"))
    session.close()
    file = session.folder / "db.sqlite"
    good = file.read_bytes()
    for at in reversed(range(4096, len(good), 4096)):
        file.write_bytes(good[: at + 60] + bytes([good[at + 60] ^ 1]) + good[at + 61 :])
        try:
            opened = Session.open(session.folder, SECRET)
        except DatabaseDamaged:
            continue  # a page that every opening needs
        with opened:
            if _can_count(opened, Kind.PLACE) and not _can_count(opened, Kind.CASE):
                report = _check(opened)
                break
    else:
        pytest.fail("no page bears on the cases alone")
    assert Kind.CASE not in report.counts
    assert report.counts[Kind.PLACE] == 1
    assert [item.where for item in report.damage if "count" in item.where] == ["count of case"]


@pytest.mark.parametrize("place", [20, 60, 4090])
def test_a_damaged_first_page_is_reported_like_any_other(session: Session, place: int) -> None:
    _filled(session)
    session.close()
    with (session.folder / "db.sqlite").open("r+b") as file:
        file.seek(place)
        byte = file.read(1)
        file.seek(place)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)
    report, settings = closed_vaults.check(session.folder, SECRET, Job())
    assert not report.ok
    assert settings == {}
    assert {item.code for item in report.damage} == {"unreadable"}
    with pytest.raises(WrongSecret):
        closed_vaults.check(session.folder, PassphraseSecret("another"), Job())


def test_a_database_that_is_cut_short_is_reported(session: Session) -> None:
    session.close()
    (session.folder / "db.sqlite").write_bytes(b"short")
    report, _ = closed_vaults.check(session.folder, SECRET, Job())
    assert [(item.code, item.where) for item in report.damage] == [("page", "db.sqlite")]


def test_a_closed_vault_is_checked_with_its_settings(session: Session) -> None:
    _filled(session)
    session.close()
    report, settings = closed_vaults.check(session.folder, SECRET, Job())
    assert report.ok
    assert settings["secure_delete"] == 1


@pytest.mark.parametrize("kind", ["fifo", "folder"])
def test_evidence_that_is_no_file_is_damaged(session: Session, kind: str) -> None:
    path = session.folder.parent / "big.bin"
    path.write_bytes(os.urandom(100_000))
    with path.open("rb") as file:
        blob = session.store.blobs.seal(file, Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    sealed = next(item for item in (session.folder / "att").rglob("*") if item.is_file())
    sealed.unlink()
    os.mkfifo(sealed) if kind == "fifo" else sealed.mkdir()
    assert _codes(session) == {"evidence"}


def test_a_folder_among_the_evidence_is_in_nobodys_way(session: Session) -> None:
    (session.folder / "att" / "00" / ("0" * 32)).mkdir(parents=True)
    assert session.store.blobs.sweep() == 0


def test_missing_evidence_is_found(session: Session) -> None:
    path = session.folder.parent / "big.bin"
    path.write_bytes(os.urandom(100_000))
    with path.open("rb") as file:
        blob = session.store.blobs.seal(file, Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    assert _check(session).ok
    next(item for item in (session.folder / "att").rglob("*") if item.is_file()).unlink()
    assert _codes(session) == {"evidence"}


def test_alarms_of_opening_are_findings(session: Session) -> None:
    report = check(session.reader, ["an older one was put back"], Job())
    assert [item.code for item in report.damage] == ["rollback"]


def test_what_is_written_while_the_check_looks_is_no_damage(session: Session) -> None:
    made = _filled(session)
    left = list(made)

    def write(_: int, __: int) -> None:
        if left:
            with session.store.change("test") as change:
                change.put(left.pop().with_fields(status="changed"))
                change.set_setting("number", str(len(left)))

    assert check(session.reader, [], Job(write)).ok
    assert not left
    assert _check(session).ok


def test_what_is_written_between_a_row_and_what_follows_from_it_is_no_damage(session: Session) -> None:
    """What follows from records is compared with the records of one moment, whatever is written meanwhile."""
    case = _filled(session)[0]
    number = 0

    def write(_: int, __: int) -> None:
        nonlocal number
        number += 1
        with session.store.change("test") as change:
            change.put(case.with_fields(title=f"case {number}", narrative=f"while it looks {number}"))

    assert check(session.reader, [], Job(write)).damage == []
    assert number > 30


def test_a_check_without_evidence_reads_none(session: Session) -> None:
    _filled(session, 3)
    path = session.folder.parent / "big.bin"
    path.write_bytes(os.urandom(100_000))
    with path.open("rb") as file:
        blob = session.store.blobs.seal(file, Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    next(item for item in (session.folder / "att").rglob("*") if item.is_file()).unlink()
    assert check(session.reader, [], Job(), with_evidence=False).ok
    assert not _check(session).ok


def test_a_check_can_be_cancelled_between_records(session: Session) -> None:
    _filled(session)
    steps = 0

    def count(_: int, __: int) -> None:
        nonlocal steps
        steps += 1
        if steps == 10:
            job.cancel()

    job = Job(count)
    with pytest.raises(Cancelled):
        check(session.reader, [], job)
    assert steps == 10


@pytest.mark.parametrize("part", range(5))
def test_every_part_asks_whether_to_go_on_and_ends_at_once(session: Session, part: int) -> None:
    """Some parts are a few long statements: what stops them must not wait for their end."""
    _filled(session, 150)
    begun, asked = -1, 0

    def count(done: int, total: int) -> None:
        nonlocal begun, asked
        begun = done if total else begun
        asked += begun == part
        if asked == 2:  # the first call tells that the part begins
            job.cancel()

    job = Job(count)
    with pytest.raises(Cancelled):
        check(session.reader, [], job)
    assert (begun, asked) == (part, 2)
    session.close()
    assert not list(session.folder.glob("*-wal"))  # and no connection of it is open any more


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM search_text WHERE rowid = 4",
        "INSERT INTO search_text (rowid, grams) VALUES (4000, 'xx yy')",
        "DELETE FROM search_text_docsize WHERE id = 4",
    ],
)
def test_a_search_index_that_is_not_what_the_texts_make_it_is_found(session: Session, sql: str) -> None:
    _filled(session)
    assert _check(session).ok
    session.store.db.execute(sql)
    assert _codes(session) == {"search"}
