"""Two desks that know each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.bundle.forge import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


@pytest.fixture(scope="module")
def still_desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Desks for tests after which nothing has changed."""
    made = two_desks(tmp_path_factory.mktemp("desks"))
    yield made
    made.documenter.close()
    made.coordinator.close()
