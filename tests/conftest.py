"""What every test may use."""

import os
from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data and public vectors beside the checkout; it is never part of it."""
    if not _SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{_SHARED} is missing")
        pytest.skip(f"{_SHARED} is missing: real data and public vectors are not part of the project")
    return _SHARED
