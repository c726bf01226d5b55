"""What the tests of redaction share."""

import pytest

from tests.unit.redact.invented import Desk


@pytest.fixture
def desk() -> Desk:
    """An empty desk."""
    return Desk()
