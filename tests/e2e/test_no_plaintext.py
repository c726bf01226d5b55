"""No word of the sample stands in any file of a vault or in a bundle, in any encoding that one would try.

Threat T1.
"""

import csv
from pathlib import Path

import pytest

from hrddesk.actions import demo
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR
from hrddesk.system import paths
from hrddesk.system.jobs import Job

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
SHORTEST = 6  # bytes; shorter ones stand in random bytes by chance


def _words() -> set[str]:
    """Every cell of the sample's tables, and every piece of a cell that stands for itself."""
    found: set[str] = set()
    for table in (paths.resources() / "sample").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    found |= {cell, *cell.split("|"), *cell.split("@"), *cell.split(". ")}
    found |= {path.read_text("utf-8") for path in (paths.resources() / "sample/evidence").glob("*.txt")}
    return found


def _needles() -> set[bytes]:
    made: set[bytes] = set()
    for word in _words():
        for encoding in ENCODINGS:
            raw = word.strip().encode(encoding, "ignore")[:64]
            if len(raw) >= SHORTEST:
                made.add(raw)
    return made


def _found(folder: Path, needles: set[bytes]) -> set[str]:
    """Return which files hold a needle; each place is looked at for all needles that begin with its bytes."""
    beginnings: dict[bytes, list[bytes]] = {}
    for needle in needles:
        beginnings.setdefault(needle[:4], []).append(needle)
    hits: set[str] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for begin, rest in beginnings.items():
                if begin in data and any(needle in data for needle in rest):
                    hits.add(path.name)
    return hits


@pytest.mark.timeout(180)
def test_nothing_of_the_sample_is_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda: FLOOR)
    made = demo.run(tmp_path / "out", Job())
    needles = _needles()
    assert len(needles) > 1000
    # The search finds what is there: the sample itself, and a name in the published PDF's own form would be.
    assert _found(paths.resources() / "sample", needles) >= {"parties.csv", "events.csv", "case02-note.txt"}
    for vault in made.vaults:
        assert _found(vault, needles) == set()
    sealed = tmp_path / "sealed"
    sealed.mkdir()
    (sealed / "bundle").write_bytes(made.bundle.read_bytes())
    assert _found(sealed, needles) == set()
