"""Demand 3, evidence: what is opened outside lies in a private folder, and is erased whatever happens."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, evidence, lent_copies
from hrddesk.actions.records.lent_copies import LentCopies
from hrddesk.errors import InvalidValue, WriteFailed
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


@pytest.fixture
def photo(session: Session, tmp_path: Path) -> RecordId:
    path = tmp_path / "Wei Tong at home.JPG"
    path.write_bytes(b"\xff\xd8\xff an invented photograph")
    case = cases.create(session, {"title": "The mill"}).result
    return evidence.add(session, case, path, Job()).result.id


@pytest.fixture
def base(tmp_path: Path) -> Path:
    made = tmp_path / "runtime"
    made.mkdir(mode=0o700)
    return made


def test_demand_3_a_copy_is_private_nameless_logged_and_erased(
    session: Session, photo: RecordId, base: Path
) -> None:
    lent = LentCopies(base)
    assert lent.erase()  # nothing was lent
    path = lent.lend(session, photo, Job()).result
    assert path.read_bytes() == b"\xff\xd8\xff an invented photograph"
    assert path.suffix == ".jpg"
    assert "Wei" not in path.name
    assert lent.folder == path.parent
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert [entry.what for entry in evidence.log(session, photo)] == ["evidence.added", "evidence.viewed"]
    again = lent.lend(session, photo, Job()).result
    assert again.parent == path.parent
    (path.parent / "left by a viewer").mkdir()
    (path.parent / "left by a viewer" / ".autosave").write_text("more", "utf-8")
    outside = base / "outside.txt"
    outside.write_text("not ours", "utf-8")
    (path.parent / "link").symlink_to(outside)
    (path.parent / "folder").symlink_to(base)
    second = os.open(path, os.O_RDONLY)  # what a program that has it open still sees
    assert lent.erase()
    assert b"photograph" not in os.read(second, 100)
    os.close(second)
    assert list(base.iterdir()) == [outside]
    assert outside.read_text("utf-8") == "not ours"
    assert lent.folder is None


def test_what_a_kill_left_is_erased_by_the_next_and_that_of_others_is_not(base: Path) -> None:
    # Of processes that ended; a number says nothing, it may be that of another by now.
    for number in (1, os.getpid(), os.getppid()):
        folder = base / f"hrddesk-lent-{number}-00c0ffee"
        folder.mkdir()
        (folder / "copy.jpg").write_text("left", "utf-8")
    (base / "hrddesk-lent-of-somebody").mkdir()
    (base / "hrddesk-lent-1-00000000").write_text("no folder", "utf-8")
    others = {"hrddesk-lent-of-somebody", "hrddesk-lent-1-00000000"}
    lends = (
        "import sys; from hrddesk.actions.records.lent_copies import LentCopies; from pathlib import Path;"
    )
    lends += (
        "(LentCopies(Path(sys.argv[1]))._made() / 'copy.jpg').write_text('lent'); print(flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", lends, str(base)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as living:
        assert living.stdout is not None
        living.stdout.readline()
        LentCopies(base)
        (lent,) = {path.name for path in base.iterdir()} - others
        assert (base / lent / "copy.jpg").read_text("utf-8") == "lent"
        living.kill()
    LentCopies(base)
    assert {path.name for path in base.iterdir()} == others


def test_a_large_file_and_a_missing_place_are_refused(
    session: Session, photo: RecordId, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lent_copies, "MOST", 5)
    with pytest.raises(InvalidValue):
        LentCopies(base).lend(session, photo, Job())
    monkeypatch.undo()
    with pytest.raises(WriteFailed):
        LentCopies(base / "nowhere").lend(session, photo, Job())
    assert [entry.what for entry in evidence.log(session, photo)] == ["evidence.added"]


def test_memory_is_used_where_it_is_nobody_elses(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(base))
    assert lent_copies.place() == base
    assert LentCopies().is_in_memory
    base.chmod(0o755)
    assert lent_copies.place() != base
    assert not LentCopies().is_in_memory
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(base / "nowhere"))
    assert lent_copies.place() != base
