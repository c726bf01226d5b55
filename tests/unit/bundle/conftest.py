"""Two desks that know each other."""

import os
import subprocess
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 96 KiB; needs root."""
    if os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("a small disk needs root")
        pytest.skip("a small disk is mounted, which needs root")
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)
