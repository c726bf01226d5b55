"""A vault on a medium that takes no write is read by the commands that only read, and left as it is."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.errors import LastChangesWaiting, TargetExists, VaultReadOnly
from tests.unit.cli.conftest import Desk

CONTENTS = {"note.txt": b"a note", "scan.bin": bytes(range(256)) * 500}
"""What lies in the database, and what lies beside it."""


@pytest.fixture
def medium(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The vault with one case, mounted read-only; needs root."""
    if os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("a read-only medium needs root")
        pytest.skip("a read-only medium is mounted, which needs root")
    case = desk.json("case", "new", "--title", "one")["ref"]
    for name, content in CONTENTS.items():
        (tmp_path / name).write_bytes(content)
        desk.run("evidence", "add", case, str(tmp_path / name))
    place = tmp_path / "medium"
    place.mkdir()
    source = desk.vault
    subprocess.run(["mount", "--bind", str(source), str(place)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        desk.vault = place
        yield desk
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _files(vault: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in vault.rglob("*") if path.is_file()}


def test_it_is_read_and_exported_but_not_changed(medium: Desk, tmp_path: Path) -> None:
    before = _files(medium.vault)
    (case,) = medium.json("case", "list")
    assert "read only" in medium.complaint
    assert medium.json("case", "show", case["ref"])["title"] == "one"
    assert medium.json("search", "one")["hits"]
    assert medium.json("vault", "head")["count"] > 0
    assert medium.json("export", str(tmp_path / "out"))["damaged"] == []
    assert (tmp_path / "out" / "cases.csv").is_file()
    medium.run("case", "edit", case["ref"], "title=two", code=VaultReadOnly.exit_code)
    assert _files(medium.vault) == before


def test_evidence_is_saved_and_the_log_is_said_not_to_tell_of_it(medium: Desk, tmp_path: Path) -> None:
    before = _files(medium.vault)
    (case,) = medium.json("case", "list")
    rows = medium.json("case", "show", case["ref"])["evidence"]
    assert [row["original_name"] for row in rows] == list(CONTENTS)
    for row, content in zip(rows, CONTENTS.values(), strict=True):
        ref, copy = row["ref"], tmp_path / f"copy of {row['original_name']}"
        saved = medium.json("evidence", "save", ref, str(copy))
        assert copy.read_bytes() == content
        assert saved["logged"] is False
        assert "custody log could not be kept" in medium.complaint
        (added,) = medium.json("evidence", "log", ref)
        assert added["what"] == "evidence.added"
        medium.run("evidence", "save", ref, str(copy), code=TargetExists.exit_code)
    assert _files(medium.vault) == before


def test_last_changes_that_wait_beside_the_database_are_not_passed_over(medium: Desk) -> None:
    """Without them the vault would look like an older one: copying it is the way, and is said to be."""
    real = medium.vault.parent / "desk.hrdv"
    (real / "db.sqlite-wal").write_bytes(b"frames")
    medium.run("case", "list", code=LastChangesWaiting.exit_code)
    assert "db.sqlite-wal" in medium.complaint
    assert "Copy the whole folder" in medium.complaint
