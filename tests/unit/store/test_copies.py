"""The list of backups, and what a copy renews when it is opened."""

from pathlib import Path

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store import copies
from hrddesk.store.check import check
from tests.conftest import PASSPHRASE
from tests.faults import pages


def _add(session: Session, path: str, state: str = copies.WHOLE, sha256: str = "0" * 64) -> int:
    with session.store.change("test"):
        return copies.add(session.store.db, Path(path), 5, sha256, session.store.history.head(), state)


def test_a_newer_one_takes_the_place_of_the_older_at_one_path(session: Session) -> None:
    first, other, second = (_add(session, path, copies.BEGUN) for path in ("/a", "/b", "/a"))
    with session.store.change("test"):
        copies.set_whole(session.store.db, second)
    assert [row.num for row in copies.rows(session.store)] == [second, other]
    assert [row.state for row in copies.rows(session.store)] == [copies.WHOLE, copies.BEGUN]
    with session.store.change("test"):
        copies.remove(session.store.db, other)
        copies.set_gone(session.store.db, second)
    assert copies.rows(session.store) == []
    assert first != second


def test_nothing_tells_where_a_destroyed_one_lay(session: Session) -> None:
    """As somebody sees it who has the key: in the free parts of pages, too."""
    first, _, third = (_add(session, f"/media/{name}/b.tar") for name in ("wren", "heron", "siskin"))
    with session.store.change("test"):
        copies.set_gone(session.store.db, first)
        copies.set_gone(session.store.db, third)
    assert [row.path for row in copies.rows(session.store)] == ["/media/heron/b.tar"]
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
    _add(session, "/a", copies.BEGUN, "1" * 64)
    with session.store.change("test"):
        assert copies.set_tested(session.store.db, "2" * 64) == 0
        assert copies.set_tested(session.store.db, "1" * 64) == 1
    (row,) = copies.rows(session.store)
    assert row.state == copies.WHOLE
    assert row.tested is not None
    assert row.tested >= row.time


def test_a_path_that_is_no_text_is_kept_readable(session: Session) -> None:
    _add(session, b"/stick/\xff.tar".decode("utf-8", "surrogateescape"))
    assert copies.rows(session.store)[0].path == "/stick/\\udcff.tar"


def test_the_list_is_covered_by_the_history(session: Session) -> None:
    _add(session, "/a")
    session.store.db.execute("UPDATE backup SET path = '/b'")
    assert [item.where for item in check(session.reader, [], Job()).damage] == ["backup"]


def test_a_vault_that_is_no_copy_renews_nothing(session: Session) -> None:
    line = session.line
    assert not copies.begin_new_life(session.store)
    assert session.line == line


def test_a_copy_begins_a_new_life_once(session: Session) -> None:
    before = session.line, session.prefix
    copies.mark(session.store.db)
    session.store.db.execute("DELETE FROM temp.touched")  # the mark is made in a copy, which nobody watches
    assert copies.begin_new_life(session.store)
    assert session.line != before[0]
    assert session.prefix != before[1]
    assert session.store.setting(copies.RENEW_IDENTITY) == "1"
    assert not copies.begin_new_life(session.store)
    assert check(session.reader, [], Job()).ok


def test_a_copy_with_an_alarm_begins_a_new_life_and_keeps_the_alarm(
    session: Session, vault_path: Path
) -> None:
    lines = [session.line]
    copies.mark(session.store.db)
    session.close()
    (vault_path / "head.bin").write_bytes(bytes(80))
    for _ in range(2):
        with Session.open(vault_path, PassphraseSecret(PASSPHRASE)) as again:
            assert again.alarms == ["head.bin is missing or damaged"]
            lines.append(again.line)
    assert lines[0] != lines[1] == lines[2]
