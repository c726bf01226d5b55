"""What the tests of redaction share."""

import pytest
from hypothesis import settings

from tests.unit.redact.invented import Desk

# a busy machine is no failure
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")


@pytest.fixture
def desk() -> Desk:
    """An empty desk."""
    return Desk()
