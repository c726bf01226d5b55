"""Vaults to back up, and where backups go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk import files
from hrddesk.session import Session

from .desk import SECRET, new_vault


@pytest.fixture(params=["unnamed", "hidden"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as on ext4, where a new file has no name, and as on FAT, where it has a hidden one."""
    if request.param == "hidden":
        monkeypatch.setattr(files, "_UNNAMED", 0)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Session]:
    """An open vault with the sample in it, and evidence of each kind."""
    session = Session.open(new_vault(tmp_path / "desk.hrdv", "full"), SECRET)
    yield session
    session.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    """An open vault with nothing in it."""
    with Session.open(new_vault(tmp_path / "empty.hrdv", "empty"), SECRET) as session:
        yield session


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside of any vault."""
    made = tmp_path / "elsewhere"
    made.mkdir()
    return made
