"""What can be read of a damaged database is read, and what cannot is named."""

from contextlib import closing, suppress
from pathlib import Path

import pytest

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import DatabaseDamaged, VaultReadOnly
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE

SECRET = PassphraseSecret(PASSPHRASE)
COUNT = 150


@pytest.fixture
def made(session: Session) -> list[Record]:
    """Many cases in a vault that is closed again."""
    records = [
        Record(kind=Kind.CASE, id=new_id()).with_fields(title=f"case {n}", status="x" * 60)
        for n in range(COUNT)
    ]
    with session.store.change("test") as change:
        for record in records:
            change.put(record)
    session.close()
    return records


def _spoil(vault: Path, *pages: int) -> None:
    with (vault / "db.sqlite").open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * 4096 + 100)
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 1]))


def _leaf(vault: Path, table: str, column: str) -> int:
    """Return a page below the root of a table, found by trying."""
    good = (vault / "db.sqlite").read_bytes()
    with Session.open(vault, SECRET) as session:
        (root,) = session.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        for page in range(root + 1, len(good) // 4096 + 1):
            _spoil(vault, page)
            met: object = ()
            with suppress(DatabaseDamaged), closing(session.salvage()) as salvage:  # a page of the schema
                met = salvage.ask(
                    lambda db: db.execute(
                        f'SELECT sum(length({column})) FROM "{table}" NOT INDEXED'
                    ).fetchall()
                )
            _spoil(vault, page)  # the same bit again: as it was
            if met is None:
                return page
    raise AssertionError(table)


def test_a_sound_vault_is_read_whole(session: Session, made: list[Record]) -> None:
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        assert salvage.records(Kind.CASE) == made
        assert [salvage.lost, salvage.from_history, salvage.gaps] == [[], [], []]
        salvage.close()
        salvage.close()


def test_a_damaged_leaf_costs_no_record(session: Session, made: list[Record]) -> None:
    page = _leaf(session.folder, "case_file", "status")
    _spoil(session.folder, page)
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        assert salvage.records(Kind.CASE) == made
        assert 0 < len(salvage.from_history) < COUNT
        assert not salvage.lost
        salvage.close()


def test_records_that_neither_place_has_are_named(session: Session, made: list[Record]) -> None:
    with Session.open(session.folder, SECRET) as opened:
        opened.store.db.execute("PRAGMA foreign_keys = OFF")
        ids = [record.id for record in made]
        opened.store.db.execute(
            "DELETE FROM history_content WHERE num IN (SELECT num FROM history WHERE record = ?)", (ids[3],)
        )
        opened.store.db.execute("UPDATE history_content SET state = x'00' WHERE num = 5")  # damaged
        opened.store.db.execute("UPDATE history_content SET state = x'' WHERE num = 6")  # forgotten
        opened.store.db.execute("UPDATE history_content SET salt = x'00' WHERE num = 7")  # of another state
        (root,) = opened.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'case_file'"
        ).fetchone()
    _spoil(session.folder, root)
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        found = salvage.records(Kind.CASE)
        assert {item.id for item in salvage.lost} == {ids[3], ids[4], ids[5], ids[6]}
        assert [record.id for record in found] == [i for i in ids if i not in ids[3:7]]
        assert salvage.gaps == []
        salvage.close()


def test_a_deleted_record_does_not_come_back_from_the_history(session: Session, made: list[Record]) -> None:
    with Session.open(session.folder, SECRET) as opened:
        with opened.store.change("test") as change:
            change.delete(made[0].id)
        # An index that still knows it, as an older page of it would.
        opened.store.db.execute("UPDATE record SET deleted = 0 WHERE id = ?", (made[0].id,))
        (root,) = opened.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'case_file'"
        ).fetchone()
    _spoil(session.folder, root)
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        assert salvage.records(Kind.CASE) == made[1:]
        salvage.close()


def _root(vault: Path, name: str) -> int:
    with Session.open(vault, SECRET) as session:
        (root,) = session.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        return int(root)


@pytest.mark.parametrize(
    ("damaged", "gap"),
    [(["record"], False), (["record_in_order"], True), (["record", "record_in_order"], True)],
)
def test_ids_are_found_where_the_order_of_records_is_damaged(
    session: Session, made: list[Record], damaged: list[str], gap: bool
) -> None:
    """The index knows the order without the table, the table without the index, and each kind its own ids."""
    _spoil(session.folder, *[_root(session.folder, name) for name in damaged])
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        found = salvage.records(Kind.CASE)
        if len(damaged) == 1:
            assert found == made
        assert sorted(record.id for record in found) == sorted(record.id for record in made)
        assert salvage.gaps == ([Kind.CASE] if gap else [])
        salvage.close()


def test_a_leaf_of_the_record_table_is_read_around(session: Session, made: list[Record]) -> None:
    _spoil(session.folder, _leaf(session.folder, "record", "id"), _root(session.folder, "record_in_order"))
    with Session.open(session.folder, SECRET) as opened:
        salvage = opened.salvage()
        found = salvage.records(Kind.CASE)
        assert sorted(record.id for record in found) == sorted(record.id for record in made)
        salvage.close()


def test_a_view_reads_and_never_writes(session: Session, made: list[Record]) -> None:
    before = {path.name: path.read_bytes() for path in session.folder.iterdir() if path.is_file()}
    with Session.view(session.folder, SECRET) as viewed:
        assert viewed.alarms == []
        assert viewed.store.get(made[0].id) == made[0]
        with pytest.raises(VaultReadOnly), viewed.store.change("test") as change:
            change.put(made[0].with_fields(title="other"))
    assert {path.name: path.read_bytes() for path in session.folder.iterdir() if path.is_file()} == before


def test_a_view_is_refused_where_the_last_changes_wait_beside_the_database(
    session: Session, made: list[Record]
) -> None:
    (session.folder / "db.sqlite-wal").write_bytes(b"frames")
    with pytest.raises(VaultReadOnly):
        Session.view(session.folder, SECRET)
    (session.folder / "db.sqlite-wal").unlink()
    Session.view(session.folder, SECRET).close()  # nobody holds it


def test_a_vault_whose_first_page_is_gone_cannot_be_viewed(session: Session, made: list[Record]) -> None:
    _spoil(session.folder, 1)
    with pytest.raises(DatabaseDamaged):
        Session.view(session.folder, SECRET)


def test_a_vault_whose_history_key_is_gone_is_no_vault_to_view(session: Session) -> None:
    from hrddesk.errors import VaultFilesMissing

    session.store.db.execute("DELETE FROM setting WHERE name = 'history_key'")
    session.close()
    with pytest.raises(VaultFilesMissing):
        Session.view(session.folder, SECRET)


def test_damaged_settings_do_not_keep_records_from_being_read(session: Session, made: list[Record]) -> None:
    with Session.open(session.folder, SECRET) as opened:
        (root,) = opened.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'setting'"
        ).fetchone()
    _spoil(session.folder, root)
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)
    with Session.view(session.folder, SECRET) as viewed:
        assert viewed.store.get(made[7].id) == made[7]
