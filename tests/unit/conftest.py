"""What every test of a part may use."""

from collections.abc import Iterator

import pytest

from tests.made import keys_once


@pytest.fixture(scope="package", autouse=True)
def _keys_once() -> Iterator[None]:
    with keys_once():
        yield
