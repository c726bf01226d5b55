"""What an older version wrote is opened by this one, every fact of it: vaults, words, bundles, kits."""

import csv
import datetime
import hashlib
import shutil
from pathlib import Path

import pytest

from hrddesk.actions import exports, figure_book, figures, imports
from hrddesk.analysis.questions import asked
from hrddesk.bundle import read, review
from hrddesk.crypto import recovery
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.interop import kit
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.check import check

KEPT = Path(__file__).resolve().parents[1] / "data"
VERSIONS = sorted(
    path.name for path in KEPT.iterdir() if path.is_dir() and (path / "handover.hrdb").is_file()
)
SECRET = PassphraseSecret("kept for ever and ever")
WRITTEN = datetime.date(2026, 11, 25)  # the cards of 0.1.0 expire; a kept bundle is read as on its day
LARGE = hashlib.sha256(bytes(range(256)) * 1024).hexdigest()


KITS = [KEPT / version / "kit" for version in VERSIONS] + sorted(KEPT.glob("kit-*"))


def _kit(folder: Path) -> dict[str, bytes]:
    """Return the tables of a kit; the row that tells the version of its form is no fact of the records."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv")) if path.name != kit.ABOUT}


def _as_kept(out: Path, kept: Path) -> dict[str, bytes]:
    """Return the tables that a kept kit has too, after a look at the evidence that later ones add."""
    tables = _kit(out)
    added = tables.keys() - _kit(kept).keys()
    assert added <= {"evidence.csv"}
    if added:
        with (out / "evidence.csv").open(encoding="utf-8-sig", newline="") as table:
            assert LARGE in {row["sha256"] for row in csv.DictReader(table)}
    return {name: tables[name] for name in tables.keys() - added}


def _version(folder: Path) -> str:
    with (folder / kit.ABOUT).open(encoding="utf-8-sig", newline="") as table:
        return next(csv.DictReader(table))["version"]


@pytest.fixture(params=VERSIONS)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what one version left."""
    return Path(shutil.copytree(KEPT / str(request.param), tmp_path / "kept"))


def test_something_is_kept() -> None:
    assert "0.1.0" in VERSIONS


def test_a_kept_vault_opens_with_all_its_facts(kept: Path, tmp_path: Path) -> None:
    with Session.open(kept / "documenter.hrdv", SECRET) as session:
        assert session.alarms == []
        assert check(session.reader, [], Job()).ok
        assert session.store.blobs.known(LARGE)
        exports.run(session, tmp_path / "out", "kit")
    assert _as_kept(tmp_path / "out", kept / "kit") == _kit(kept / "kit")
    words = (kept / "recovery.txt").read_text("utf-8")
    Session.open(kept / "documenter.hrdv", RecoverySecret(recovery.words_to_entropy(words))).close()


def test_a_kept_vault_is_searched_by_what_its_program_did_not_index(kept: Path) -> None:
    vault = kept / "documenter.hrdv"
    with Session.open(vault, SECRET) as session:
        words = [(event.id, str(item["raw"])) for event in session.store.all(Kind.EVENT)
                 for item in event.values("charges")]  # fmt: skip
        assert words
        for event, raw in words:
            assert event in set(session.store.search.by_words(raw, list))
    with Session.open(vault, SECRET) as session:
        assert check(session.reader, [], Job()).ok


def test_a_kept_vault_gets_the_tables_of_figures(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_book, "WORTH_KEEPING", 1)
    with Session.open(kept / "documenter.hrdv", SECRET) as session:
        cases = len(session.store.ids(Kind.CASE))
        assert figures.ask(session.store, asked(by=["type"]), keeping=True).total == cases
        assert session.store.kept_figures.of("cases") is not None
        assert check(session.reader, [], Job()).ok
    with Session.open(kept / "documenter.hrdv", SECRET) as session:
        assert session.alarms == []
        assert figures.ask(session.store, asked(by=["type"])).total == cases


def test_a_kept_bundle_is_read_and_accepted(kept: Path, tmp_path: Path) -> None:
    with Session.open(kept / "coordinator.hrdv", SECRET) as session:
        found = read.read(session, kept / "handover.hrdb", Job(), day=WRITTEN)
        assert found.sender == "documenter"
        review.accept(session, found.review, None, Job())
        exports.run(session, tmp_path / "out", "kit")
        assert session.store.blobs.known(LARGE)
    assert _as_kept(tmp_path / "out", kept / "kit") == _kit(kept / "kit")


@pytest.mark.parametrize("folder", KITS, ids=[str(folder.relative_to(KEPT)) for folder in KITS])
def test_a_kept_kit_is_taken_whole(folder: Path, session: Session, tmp_path: Path) -> None:
    imports.run(session, folder)
    exports.run(session, tmp_path / "out", "kit")
    assert _kit(tmp_path / "out") == _kit(folder)


def test_a_kit_of_every_version_is_kept() -> None:
    assert {_version(folder) for folder in KITS} == {str(number + 1) for number in range(kit.VERSION)}


def test_the_kept_kit_holds_what_a_spreadsheet_would_run(session: Session) -> None:
    imports.run(session, KEPT / "kit-2")
    titles = {session.store.get(case).text("title") for case in session.store.ids(Kind.CASE)}
    assert titles >= {"=1+1", "'=1+1", "''@reeds", "－1", "'quoted'"}
    with (KEPT / "kit-2" / kit.CASES.file).open(encoding="utf-8-sig", newline="") as table:
        cells = {cell for row in csv.reader(table) for cell in row}
    assert cells >= {f"'{title}" for title in ("=1+1", "'=1+1", "''@reeds", "－1")} | {"'quoted'"}
