"""Somebody puts single pages, rows or files back as they were: found by the check, whoever did it and how."""

import shutil
from pathlib import Path

import pytest

from hrddesk.actions.exchange import identity
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, visibility
from hrddesk.actions.vault import closed_vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.store.queries.case_list import CaseQuery
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk.system.paths import resources
from tests import campaigns
from tests.conftest import PASSPHRASE
from tests.faults import kills

SECRET = PassphraseSecret(PASSPHRASE)
PAGE = 4096


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A vault as it was at four moments, the last one being now."""
    kills.keys_at_no_cost(monkeypatch)
    vault = tmp_path / "desk.hrdv"
    kept: list[Path] = []

    def keep() -> None:
        kept.append(Path(shutil.copytree(vault, tmp_path / f"{len(kept)}.hrdv")))

    with Session.create(vault, PASSPHRASE, FLOOR)[0] as session:
        for number in range(6):
            cases.create(session, {"title": f"case {number}", "narrative": f"n{number} " * 800})
    keep()
    with Session.open(vault, SECRET) as session:
        for number, case in enumerate(session.store.ids(Kind.CASE)):
            cases.edit(session, case, {"title": f"changed {number}", "narrative": f"m{number} " * 800})
        visibility.set_level(session, session.store.ids(Kind.CASE)[0], "public")
        identity.show(session)
    keep()
    with Session.open(vault, SECRET) as session:
        imports.run(session, resources() / "sample", source="sample")
    keep()
    with Session.open(vault, SECRET) as session:
        ids = session.store.ids(Kind.CASE)
        for number, case in enumerate(ids[:12]):
            cases.edit(session, case, {"status": f"x{number}", "narrative": f"k{number} " * 700})
        cases.remove(session, ids[1])
        with session.store.change("settings") as change:
            change.set_setting("ui.language", "zh_CN")
    keep()
    return kept


def _found(vault: Path) -> str:
    try:
        report, _ = closed_vaults.check(vault, SECRET, Job())
    except HrdDeskError as error:
        return type(error).__name__
    return "" if report.ok else report.damage[0].code


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_every_page_put_back_to_every_older_version(versions: list[Path], tmp_path: Path) -> None:
    *older, latest = versions
    now = (latest / "db.sqlite").read_bytes()
    attacks = [
        (number, page)
        for number, vault in enumerate(older)
        for page, old in enumerate(_pages(vault))
        if old != now[page * PAGE : (page + 1) * PAGE]
    ]
    assert len(attacks) > 100
    chosen = attacks if kills.FULL else campaigns.chance("older").sample(attacks, 6)
    copies = kills.Copies(latest, tmp_path / "now.hrdv")
    missed = []
    for number, page in chosen:
        copies.put()
        with (copies.now / "db.sqlite").open("r+b") as file:
            file.seek(page * PAGE)
            file.write(_pages(older[number])[page])
        if not _found(copies.now):
            missed.append((number, page + 1))
            assert _all_that_can_be_asked(copies.now) == _all_that_can_be_asked(latest)
    # Free pages, and pages of the search index that only make it faster: nothing that can be asked differs.
    print(f"{len(chosen)} older pages, {len(missed)} not found, which change nothing: {missed}")
    assert len(missed) * (10 if kills.FULL else 2) <= len(chosen)  # a tenth of all; a sample may meet more


def _all_that_can_be_asked(vault: Path) -> list[object]:
    with Session.open(vault, SECRET) as session:
        store = session.store
        asked: list[object] = [list(store.all(kind)) for kind in Kind]
        asked += [store.version(record.id) for kind in Kind for record in store.all(kind)]
        asked += [sorted(store.search.by_text(f"{letter}{n}")) for letter in "nmk" for n in range(12)]
        asked += [list(store.ledger.states()), store.history.head(), store.listing.ids(CaseQuery())]
        return asked


def _pages(vault: Path) -> list[bytes]:
    raw = (vault / "db.sqlite").read_bytes()
    return [raw[at : at + PAGE] for at in range(0, len(raw), PAGE)]


def test_older_files_are_found_at_opening(versions: list[Path], tmp_path: Path) -> None:
    *older, latest = versions
    copies = kills.Copies(latest, tmp_path / "now.hrdv")
    copies.put()
    sessions.change_passphrase(copies.now, SECRET, PASSPHRASE, FLOOR)
    sessions.change_passphrase(copies.now, SECRET, PASSPHRASE, FLOOR)
    changed = kills.Copies(copies.now, tmp_path / "changed.hrdv")
    for vault in older:
        for name in ("keys.bin", "head.bin", "db.sqlite"):
            changed.put()
            shutil.copy(vault / name, changed.now / name)
            with Session.open(changed.now, SECRET) as session:
                # head.bin of an earlier moment is what a kill leaves; it is brought up to date.
                assert bool(session.alarms) == (name != "head.bin"), name
    assert _found(copies.now) == ""


@pytest.mark.parametrize("rows", ["first", "last"])
def test_history_that_somebody_with_the_key_removes_or_edits(
    versions: list[Path], tmp_path: Path, rows: str
) -> None:
    for sql in ("DELETE FROM history WHERE num {0}", "UPDATE history SET time = time - 86400 WHERE num {0}"):
        copies = kills.Copies(versions[-1], tmp_path / "now.hrdv")
        copies.put()
        with Session.open(copies.now, SECRET) as session:
            last = session.store.history.head().number
            where = {"first": "= 1", "last": f"= {last}"}
            session.store.db.execute("PRAGMA foreign_keys = OFF")
            session.store.db.execute(sql.format(where[rows]))
        assert _found(copies.now), sql
