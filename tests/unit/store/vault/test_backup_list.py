"""The list of backups, and what a copy renews when it is opened."""

from pathlib import Path

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault import backup_list
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.conftest import PASSPHRASE
from tests.faults import pages


def _add(session: Session, path: str, state: str = backup_list.WHOLE, sha256: str = "0" * 64) -> int:
    with session.store.change("test"):
        return backup_list.add(session.store.db, Path(path), 5, sha256, session.store.history.head(), state)


def test_a_newer_one_takes_the_place_of_the_older_at_one_path(session: Session) -> None:
    first, other, second = (_add(session, path, backup_list.BEGUN) for path in ("/a", "/b", "/a"))
    with session.store.change("test"):
        backup_list.set_whole(session.store.db, second)
    assert [row.num for row in backup_list.rows(session.store)] == [second, other]
    assert [row.state for row in backup_list.rows(session.store)] == [backup_list.WHOLE, backup_list.BEGUN]
    with session.store.change("test"):
        backup_list.remove(session.store.db, other)
        backup_list.set_gone(session.store.db, second)
    assert backup_list.rows(session.store) == []
    assert first != second


def test_nothing_tells_where_a_destroyed_one_lay(session: Session) -> None:
    """As somebody sees it who has the key: in the free parts of pages, too."""
    first, _, third = (_add(session, f"/media/{name}/b.tar") for name in ("wren", "heron", "siskin"))
    with session.store.change("test"):
        backup_list.set_gone(session.store.db, first)
        backup_list.set_gone(session.store.db, third)
    assert [row.path for row in backup_list.rows(session.store)] == ["/media/heron/b.tar"]
    assert _add(session, "/media/swift/b.tar") == third + 1  # a number names one backup for ever
    assert check(session.reader, [], Job()).ok
    folder, key = session.folder, session.held.keys.database
    session.close()
    found = pages.raw(folder, key)
    assert [name for name in (b"wren", b"heron", b"siskin", b"swift") if name in found] == [
        b"heron",
        b"swift",
    ]


def test_a_tried_one_is_whole(session: Session) -> None:
    _add(session, "/a", backup_list.BEGUN, "1" * 64)
    with session.store.change("test"):
        assert backup_list.set_tested(session.store.db, "2" * 64) == 0
        assert backup_list.set_tested(session.store.db, "1" * 64) == 1
    (row,) = backup_list.rows(session.store)
    assert row.state == backup_list.WHOLE
    assert row.tested is not None
    assert row.tested >= row.time


def test_a_path_that_is_no_text_is_kept_readable(session: Session) -> None:
    _add(session, b"/stick/\xff.tar".decode("utf-8", "surrogateescape"))
    assert backup_list.rows(session.store)[0].path == "/stick/\\udcff.tar"


def test_the_list_is_covered_by_the_history(session: Session) -> None:
    _add(session, "/a")
    session.store.db.execute("UPDATE backup SET path = '/b'")
    assert [item.where for item in check(session.reader, [], Job()).damage] == ["backup"]


def test_a_vault_that_is_no_copy_renews_nothing(session: Session) -> None:
    line = session.line
    assert not backup_list.begin_new_life(session.store)
    assert session.line == line


def test_a_copy_begins_a_new_life_once(session: Session) -> None:
    before = session.line, session.prefix
    backup_list.mark(session.store.db)
    session.store.db.execute("DELETE FROM temp.touched")  # the mark is made in a copy, which nobody watches
    assert backup_list.begin_new_life(session.store)
    assert session.line != before[0]
    assert session.prefix != before[1]
    assert session.store.setting(backup_list.RENEW_IDENTITY) == "1"
    assert not backup_list.begin_new_life(session.store)
    assert check(session.reader, [], Job()).ok


def test_a_copy_with_an_alarm_begins_a_new_life_and_keeps_the_alarm(
    session: Session, vault_path: Path
) -> None:
    lines = [session.line]
    backup_list.mark(session.store.db)
    session.close()
    (vault_path / "head.bin").write_bytes(bytes(80))
    for _ in range(2):
        with Session.open(vault_path, PassphraseSecret(PASSPHRASE)) as again:
            assert again.alarms == ["head.bin is missing or damaged"]
            lines.append(again.line)
    assert lines[0] != lines[1] == lines[2]
