"""Vaults to back up, where backups go, and a way to publish."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import Published
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from tests.unit.actions.desk import SECRET, new_vault

Publish = Callable[[PublishRequest], Published]


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


@pytest.fixture
def publish(session: Session, tmp_path: Path) -> Publish:
    """Publish a request under the next file name; `accept_all` covers what it may cover."""

    def run(request: PublishRequest) -> Published:
        number = len(publications.all_publications(session.store)) + 1
        return publications.publish(
            session, replace(request, target=tmp_path / f"{number}.pdf", accept_all="for the test")
        ).result

    return run
