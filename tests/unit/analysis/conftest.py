"""A desk that holds the real report, and which of its records a row became."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hrddesk.actions.interop import imports
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from tests.unit.actions.desk import SECRET, new_vault


@dataclass(frozen=True)
class Report:
    """The vault, its keys, and back."""

    session: Session

    def id(self, file: str, key: str) -> RecordId:
        """Return the record that a row became."""
        found = self.session.store.by_key("report2020", file, key)
        assert found is not None
        return found

    def keys(self, file: str) -> dict[str, str]:
        """Return the keys of a file's rows by the ids of their records."""
        rows = self.session.store.db.execute("SELECT owner, key FROM import_key WHERE file = ?", (file,))
        return dict(rows.fetchall())


@pytest.fixture(scope="session")
def report(shared: Path) -> Iterator[Report]:
    """The real report; tests only read."""
    with (
        TemporaryDirectory() as folder,
        Session.open(new_vault(Path(folder) / "report.hrdv", "empty"), SECRET) as session,
    ):
        imports.run(session, shared / "data" / "report2020", source="report2020")
        yield Report(session)
