"""One bit is flipped anywhere: no wrong value is ever shown, nothing crashes, the rest can be exported."""

import csv
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import evidence
from hrddesk.actions.vault import closed_vaults, vaults
from hrddesk.crypto import recovery
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.errors import DatabaseDamaged, EvidenceDamaged, EvidenceMissing, HrdDeskError, VaultHeaderDamaged
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Secret, Session
from hrddesk.system.jobs import Job
from hrddesk.system.paths import resources
from tests import campaigns
from tests.faults import kills

SECRET = PassphraseSecret("granite lantern orbit velvet")
PLACES = 200 if kills.FULL else 8
KINDS = ("keys.bin", "head.bin", "db.sqlite", "att", "db.sqlite")  # the database is most of a vault


class Whole:
    """A vault, and all that stood in it."""

    def __init__(self, folder: Path) -> None:
        self.copies = kills.Copies(folder / "kept.hrdv", folder / "now.hrdv")
        (folder / "large.bin").write_bytes(os.urandom(200_000))
        (folder / "small.txt").write_text("a note")
        made, words = Session.create(folder / "kept.hrdv", SECRET.passphrase, FLOOR)
        self.recovery = RecoverySecret(recovery.words_to_entropy(" ".join(words)))
        with made as session:
            imports.run(session, resources() / "sample", source="sample")
            case = session.store.ids(Kind.CASE)[0]
            for name in ("large.bin", "small.txt"):
                evidence.add(session, case, folder / name, Job())
            self.head = session.store.history.head()
            self.contents = {
                sha256: b"".join(session.store.blobs.chunks(sha256))
                for sha256 in session.store.blobs.hashes()
            }
            exports.run(session, folder / "whole", "kit")
        self.rows = rows(folder / "whole")
        # The salvage reads record by record; each kit of it is compared with this one.
        self.folder = folder


def rows(kit: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return the rows of a kit by file and by their key, which is the first column or all that names them."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for path in kit.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(file)]
        found[path.name] = {"|".join(list(row.values())[:3]): row for row in read}
    return found


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Whole:
    kills.keys_at_no_cost(monkeypatch)
    return Whole(tmp_path)


def _flip(vault: Path, kind: str, chance: random.Random) -> str:
    files = sorted(file for file in (vault / kind).rglob("*") if file.is_file()) or [vault / kind]
    path = chance.choice(files)
    raw = bytearray(path.read_bytes())
    place, bit = chance.randrange(len(raw)), chance.randrange(8)
    raw[place] ^= 1 << bit
    path.write_bytes(raw)
    return f"bit {bit} of byte {place} of {kind}"


def _open(path: Path, secret: Secret) -> Session:
    try:
        return vaults.unlock(path, secret)
    except (DatabaseDamaged, VaultHeaderDamaged):
        return vaults.view(path, secret)


def _is_seen(path: Path, secret: Secret) -> str:
    """Return how the check or the opening tells of the damage; "" where it does not."""
    try:
        report, _ = closed_vaults.check(path, secret, Job())
    except HrdDeskError as error:
        return type(error).__name__
    return "" if report.ok else report.damage[0].code


def _is_seen_open(session: Session) -> bool:
    return not vaults.check(session, Job()).ok


def _nothing_wrong_is_shown(whole: Whole, session: Session) -> str:
    """Read all that can be read and compare it; return what happened to the rest."""
    for sha256, content in whole.contents.items():
        try:
            assert b"".join(session.store.blobs.chunks(sha256)) == content
        except (EvidenceDamaged, EvidenceMissing, DatabaseDamaged):
            continue
    out = whole.folder / "rest"
    kills.Copies(out, out).clear()
    try:
        report = exports.run(session, out, "kit")
    except DatabaseDamaged:
        return "nothing can be read"
    found = rows(out)
    if not report.damaged:
        assert found == whole.rows
        return "all is there"
    for name, read in found.items():
        columns = {name for row in read.values() for name in row}
        for key, row in read.items():
            # What refers to a lost record is left out of a row; every other cell is as it was.
            original = whole.rows[name].get(key)
            if original is None:  # its key is made of what refers to a lost one
                continue
            assert {c: v for c, v in row.items() if c in columns and original.get(c) != v}.keys() <= {
                "party", "parties", "others", "links", "case", "place",
            }  # fmt: skip
    missing = sum(len(read) for read in whole.rows.values()) - sum(len(read) for read in found.values())
    assert missing == 0 or any("missing" in item or "cannot" in item for item in report.damaged)
    return "all from the history" if not missing else "the rest is there, the lost are named"


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_bit_anywhere(whole: Whole) -> None:
    chance = campaigns.chance("bits")
    seen: Counter[str] = Counter()
    for number in range(PLACES):
        whole.copies.put()
        where = _flip(whole.copies.now, KINDS[number % len(KINDS)], chance)
        try:
            told = _is_seen(whole.copies.now, SECRET)
            assert told, "nobody notices"
            try:
                session = _open(whole.copies.now, SECRET)
            except HrdDeskError as error:
                seen[f"{KINDS[number % len(KINDS)]}: {type(error).__name__}"] += 1
                if "keys" in where and told in ("WrongSecret", "SlotDamaged", "KdfTooCostly"):
                    continue_with(whole)
                continue
            with session:
                outcome = _nothing_wrong_is_shown(whole, session)
            seen[f"{KINDS[number % len(KINDS)]}: {told}, {outcome}"] += 1
        except BaseException as error:
            error.add_note(where)
            raise
    for what, count in sorted(seen.items()):
        print(f"{count:4d} {what}")
    assert sum(seen.values()) == PLACES


def continue_with(whole: Whole) -> None:
    """A damaged slot of the passphrase leaves the way by the recovery words, or says that all is damaged."""
    try:
        with vaults.unlock(whole.copies.now, whole.recovery) as session:
            assert session.store.history.head() == whole.head
    except HrdDeskError:
        return


def _damage(vault: Path, page: int) -> None:
    with (vault / "db.sqlite").open("r+b") as file:
        file.seek((page - 1) * 4096 + 100)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_every_page_in_turn(whole: Whole) -> None:
    """Damage page after page: whatever lies there, the rest is exported."""
    pages = (whole.copies.source / "db.sqlite").stat().st_size // 4096
    every = range(1, pages + 1)
    chosen = every if kills.FULL else sorted(campaigns.chance("pages").sample(every, 5))
    seen: Counter[str] = Counter()
    for page in chosen:
        whole.copies.put()
        _damage(whole.copies.now, page)
        try:
            session = _open(whole.copies.now, SECRET)
        except DatabaseDamaged:
            seen["cannot be opened"] += 1
            continue
        assert _is_seen_open(session)
        with session:
            seen[_nothing_wrong_is_shown(whole, session)] += 1
    print(dict(seen))
    # A tenth of all pages at most; a sample may meet some of these, but not only them.
    assert seen["cannot be opened"] <= (len(chosen) // 10 + 1 if kills.FULL else len(chosen) - 1)
    assert sum(seen.values()) == len(chosen)


def _page_of(vault: Path, name: str) -> int:
    with Session.open(vault, SECRET) as session:
        row = session.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        return int(row[0])


@pytest.mark.parametrize(
    ("table", "outcome"),
    [
        ("record", "all is there"),  # an index holds the ids in their order, too
        ("case_file", "all from the history"),
        ("setting", "all is there"),
    ],
)
def test_the_root_of_a_table(whole: Whole, table: str, outcome: str) -> None:
    whole.copies.put()
    _damage(whole.copies.now, _page_of(whole.copies.now, table))
    with _open(whole.copies.now, SECRET) as session:
        assert _nothing_wrong_is_shown(whole, session) == outcome


def test_the_commands_name_what_is_lost(
    whole: Whole, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call: Callable[..., int] = __import__("hrddesk.cli", fromlist=["main"]).main
    whole.copies.put()
    (tmp_path / "secret").write_text(SECRET.passphrase + "\n")
    _damage(whole.copies.now, _page_of(whole.copies.now, "case_file"))
    common = ["--vault", str(whole.copies.now), "--passphrase-file", str(tmp_path / "secret")]
    assert call(["export", str(tmp_path / "out"), *common]) == 0
    assert "was read from the history" in capsys.readouterr().err
    assert (tmp_path / "out" / "cases.csv").is_file()
    assert call(["case", "list", *common]) == 0  # the list has pages of its own
    assert call(["case", "show", "case", *common]) in (20, 30, 31)
